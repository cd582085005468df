// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"
#include "desktop/document/weight_news.h"
#include "studio/session/messages.h"

#include <QObject>

namespace protomind {

class Document;
class DocumentData;
class LessonGuide;
class MessageStrip;
class RunCommands;
class RunController;

/// What is said over the canvas of the run by itself: what it began with, where it goes wrong and what helps,
/// and what an edit means for what was trained. Takes it back when it is no longer true. In a lesson only
/// what the lesson does not say itself.
class RunMessages : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        RunController& run;
        RunCommands& commands;
        const DocumentData& data;
        LessonGuide& guide;
        MessageStrip& messages;
    };
    explicit RunMessages(const Parts& parts, QObject* parent = nullptr);

private:
    void follow(const ChangeEvent& event);
    void followState(RunState state);
    void tellPrepared(const Prepared& event);
    /// With the way back.
    void tellWeights(const WeightNews& news);
    void tellDivergence(const DivergedEvent& event);
    void advise();
    void tellFailure(const Problem& problem);
    void tellDeviceNews(const DeviceNews& news);

    Document& m_document;
    RunController& m_run;
    RunCommands& m_commands;
    const DocumentData& m_data;
    LessonGuide& m_guide;
    MessageStrip& m_messages;
    WeightNews::Kind m_weightsTold = WeightNews::Kind::Nothing;
    std::string m_deviceTold; ///< the device that was chosen when something was said of it
    bool m_mayAdvise = true;  ///< once a run, and again after another learning rate
};

} // namespace protomind
