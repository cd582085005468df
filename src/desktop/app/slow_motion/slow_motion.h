// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"
#include "desktop/document/run_controller.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace protomind {

class Document;
class NetworkView;
class ShownSample;
class SlowMotionView;
struct LensTrainingStep;

/// Plays the next step of training phase by phase, with the card at work lit, and then takes it: the very
/// step that would be taken at full speed.
class SlowMotion final : public QObject {
    Q_OBJECT
public:
    /// What is referred to outlives it.
    SlowMotion(Document& document, RunController& run, ShownSample& sample, NetworkView& canvas,
               SlowMotionView& view, QObject* parent);

    /// Pauses a training that runs.
    void open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

signals:
    void openChanged(bool open);

private:
    /// Which weight is followed: one of a layer's variables, and a number of it. Empty: the one that changes
    /// most.
    struct Followed {
        std::string layer;
        std::int64_t weight = 0;
        std::vector<std::int64_t> at;
    };

    void follow(const ChangeEvent& event);
    void followState(RunState state);
    void look(bool sameStep);
    void show(const LensResult& result);
    void takeStep();
    void followWeight(const std::string& variable, const std::vector<std::int64_t>& at);
    void keepFollowing(const LensTrainingStep& step, const std::string& variable,
                       const std::vector<std::int64_t>& at);
    void lightCard(int phase);

    Document& m_document;
    RunController& m_run;
    ShownSample& m_sample;
    NetworkView& m_canvas;
    SlowMotionView& m_view;
    bool m_isOpen = false;
    bool m_isStepping = false; ///< the step that was looked at is taken now
    bool m_begins = false;     ///< nothing was shown since it was opened: then it goes on by itself
    bool m_isNewStep = false;  ///< what comes next begins with its first phase
    bool m_ownsSample = false; ///< what the cards show comes from here
    HostArray m_formerSample;  ///< that they showed before
    QString m_formerWords;
    Followed m_followed;
    std::int64_t m_place = 0; ///< of the followed sample in the batch
    RequestId m_question{};
    QTimer m_patience;
    QTimer m_soon; ///< a burst of edits is looked at once
};

} // namespace protomind
