// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/moment.h"
#include "studio/course/lesson_action.h"
#include "studio/course/live_state.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <string>
#include <vector>

namespace protomind {

class Document;
class LessonStage;
class LiveStateSource;
class RunController;

/// Shows how a task is done: its actions one by one, so slowly that they can be followed. All of it can be
/// taken back.
class Demonstration : public QObject {
    Q_OBJECT
public:
    Demonstration(Document& document, RunController& run, LessonStage& stage, LiveStateSource& source,
                  QObject* parent = nullptr);

    /// weights: those that takeBack() brings back.
    void start(std::vector<LessonAction> actions, std::map<std::string, std::vector<float>> weights);
    /// Between two actions, and for a whole training; for those who have no time to watch.
    void setPace(int pauseMilliseconds, double trainingSeconds);
    /// What was looked at through a lens is there, or can't be.
    void followLook();
    /// Ends it where it is.
    void stop();
    /// Ends it, and brings back what was before it: network, data, settings and weights.
    void takeBack();
    /// Those that takeBack() brings back.
    [[nodiscard]] const std::map<std::string, std::vector<float>>& weightsBefore() const { return m_weights; }
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    /// All was shown.
    void finished();
    void stopped();

private:
    void next();
    void follow();
    void beginTraining(const TrainAction& action);

    Document& m_document;
    RunController& m_run;
    LessonStage& m_stage;
    LiveStateSource& m_source;
    QTimer m_pause;
    std::vector<LessonAction> m_actions;
    std::size_t m_next = 0;
    double m_trainingSeconds;
    bool m_running = false;
    std::int64_t m_untilStep = -1; ///< of a training that is shown
    double m_untilEpoch = -1;
    bool m_began = false; ///< that training; before, the end of the last one is all that is known
    bool m_awaitsLook = false;
    bool m_canTakeBack = false;
    int m_undoIndex = 0;
    double m_speed = 0;
    bool m_speedChosen = false; ///< by one of the actions: training keeps to it
    Moment m_before;
    std::map<std::string, std::vector<float>> m_weights;
};

} // namespace protomind
