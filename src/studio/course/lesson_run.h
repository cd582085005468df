// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/lesson.h"
#include "studio/course/lesson_ground.h"
#include "studio/course/live_state_builder.h"
#include "studio/session/session_client.h"

#include <functional>
#include <memory>

namespace protomind {

/// Goes through a lesson without a window: enters steps and carries out actions on a session of its own, one
/// after the other. Trains as fast as it goes, whatever speed a lesson asks for.
class LessonRun {
public:
    /// interrupted: asked some times a second while it waits; where it says yes, the work under way fails.
    explicit LessonRun(std::function<bool()> interrupted = {});

    /// Opens what the step opens and sets its first weights. A step that opens nothing goes on with what is
    /// there.
    [[nodiscard]] Result<void> enter(const LessonStep& step);
    /// One after the other, up to the first that fails.
    [[nodiscard]] Result<void> carryOut(const std::vector<LessonAction>& actions);
    /// What is there now. A network that can run is made ready to, so that its weights are known.
    [[nodiscard]] Result<LiveState> state();

private:
    [[nodiscard]] Result<void> act(const TrainAction& action);
    [[nodiscard]] Result<void> act(const ResetAction& action);
    [[nodiscard]] Result<void> act(const EvaluateAction& action);
    [[nodiscard]] Result<void> act(const SetWeightAction& action);
    [[nodiscard]] Result<void> act(const SetSpeedAction& action);
    [[nodiscard]] Result<void> act(const ExportAction& action);
    [[nodiscard]] Result<void> act(const SetPictureAction& action);
    [[nodiscard]] Result<void> act(const MoveWindowAction& action);
    [[nodiscard]] Result<void> act(const GuessOutputAction& action);
    [[nodiscard]] Result<void> act(const LookAction& action);
    template<class Edit>
    [[nodiscard]] Result<void> act(const Edit& edit);

    [[nodiscard]] Result<void> change(Experiment experiment);
    [[nodiscard]] bool canRun() const;
    /// Makes the session ready for the experiment as it is; keeps weights where the network and its seed are
    /// the same.
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> setFirstWeights();
    [[nodiscard]] Result<void> setWeight(const std::string& name, std::int64_t index, double value);
    [[nodiscard]] Result<CheckpointPtr> checkpoint();
    /// Data and drawing as they are now.
    [[nodiscard]] Analysis look();
    [[nodiscard]] Result<void> lookAtWeights();
    [[nodiscard]] Result<PictureFilter> filter();
    void chooseSpeed(double stepsPerSecond);

    void tellBuilder(const Event& event);
    void hear(const Event& event);
    template<class Asked>
    [[nodiscard]] Result<AnswerTo<Asked>> await(Asked request);
    /// Waits until the session stands still.
    [[nodiscard]] Result<void> awaitRest();

    std::function<bool()> m_interrupted;
    Experiment m_experiment;
    LessonData m_data;
    std::map<std::string, std::vector<float>> m_firstWeights;
    LiveStateBuilder m_live;
    bool m_speedChosen = false;

    std::optional<Experiment> m_prepared; ///< what the session was made ready for last
    CheckpointPtr m_kept;                 ///< weights of it, from before an edit
    bool m_upToDate = false;
    Prepared m_facts;
    bool m_rests = true;              ///< the session stands still
    std::optional<Problem> m_failure; ///< of what is done at the moment
    SessionClient m_client;
};

/// How a task fared with a plausible mistake: its check should stay false.
struct MistakeOutcome {
    bool holds = false;
    std::string problem; ///< why it could not be carried out; empty where it could

    [[nodiscard]] bool good() const { return !holds && problem.empty(); }
};

/// How the task of a step fared: its check should be false when the step is entered, true after the
/// solution, and false after each mistake.
struct SolutionOutcome {
    std::string step;
    bool before = false;
    bool after = false;
    std::vector<MistakeOutcome> mistakes;
    std::vector<MissingPart> missing; ///< what does not hold after the solution
    std::string problem;              ///< why it could not be carried out; empty where it could

    [[nodiscard]] bool good() const;
};

/// Runs every task's solution, step after step, as a learner would who does everything right, and tries each
/// task with the mistakes that its lesson names. A step without "open" goes on with what the steps before it
/// left.
[[nodiscard]] std::vector<SolutionOutcome> checkSolutions(const Lesson& lesson,
                                                          const std::function<bool()>& interrupted = {});

} // namespace protomind
