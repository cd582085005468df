// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/command_id.h"
#include "studio/course/lesson.h"
#include "studio/course/lesson_look.h"

#include <QObject>

namespace protomind {

class Document;
class LiveStateSource;
class NetworkView;
class RunController;

/// Where a lesson acts: puts what a page wants into the window's document and run, and does single actions in
/// a learner's place. All edits are steps of the history.
class LessonStage : public QObject {
    Q_OBJECT
public:
    LessonStage(Document& document, RunController& run, NetworkView& canvas, LiveStateSource& source,
                QObject* parent = nullptr);

    /// What a page opens and sets. A page that opens nothing goes on with what the last page before it that
    /// did would have left, where the learner comes from elsewhere (wholly).
    void enter(const Lesson& lesson, std::size_t index, bool wholly);
    /// Does one action; where it trains, it has begun when this returns, and has not ended.
    void act(const LessonAction& action);

    /// Moves weights to these values by their variables' names, as one step of the history for each layer, or
    /// as a part of a gesture.
    void setWeights(const std::map<std::string, std::vector<float>>& weights, Gesture gesture = 0);

signals:
    /// What could not be done, in a sentence.
    void failed(const QString& sentence);
    /// An action exports: the learner is to be shown where, with the format of this name.
    void exportWanted(const QString& format);
    /// An action looks through a lens.
    void lookWanted(const LensRequest& look);

private:
    void open(const Lesson& lesson, const LessonStep& step, const Experiment& base);

    Document& m_document;
    RunController& m_run;
    NetworkView& m_canvas;
    LiveStateSource& m_source;
};

} // namespace protomind
