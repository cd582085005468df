// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/training_loop.h"
#include "studio/session/session.h"
#include "studio/session/step_pace.h"

namespace protomind {

/// What a session does, on whatever thread: answers requests one by one and trains in between. Problems
/// become Failed events; nothing throws.
class ExperimentRun {
public:
    ExperimentRun(Session::Listener listener, Clock clock);
    ~ExperimentRun();

    void handle(const Request& request, const std::stop_token& stop);
    [[nodiscard]] bool training() const { return m_state == RunState::Training; }
    /// Seconds until the next step of a training is due; 0 unless a person asked for slowness.
    [[nodiscard]] double untilNextStep() const { return m_pace.wait(m_clock()); }
    /// Trains until the goal, or until interrupted (asked after every step), or until no step is due.
    void train(const std::function<bool()>& interrupted, const std::stop_token& stop);

private:
    void answer(const PrepareRequest& request);
    void answer(const TrainRequest& request);
    void answer(const PauseRequest& request);
    void answer(const StepRequest& request);
    void answer(const SetLearningRateRequest& request);
    void answer(const SetSpeedRequest& request);
    void answer(const EvaluateRequest& request);
    void answer(const PredictRequest& request);
    void answer(const CheckpointRequest& request);

    [[nodiscard]] Result<Prepared> prepare(const PrepareRequest& request);
    [[nodiscard]] Result<const DataSource*> data(const std::string& text, std::uint64_t seed);
    void release();
    void listenTo(Trainer& trainer);
    void aimAt(std::int64_t step);
    void stepSample();
    /// Says what ended a training.
    void tellProblem(const Problem& problem);
    void setState(RunState state);
    /// The state of a run that stands still.
    void rest();
    void fail(Problem problem);
    /// Calls action; what it throws becomes a Failed event and the run is given up.
    void guarded(const std::function<void()>& action);

    Session::Listener m_listener;
    Clock m_clock;
    RunState m_state = RunState::Idle;
    std::optional<DataSource> m_data; ///< kept, because opening it may take long
    std::uint64_t m_dataSeed = 0;
    std::unique_ptr<Device> m_device;
    std::unique_ptr<Trainer> m_trainer;
    std::unique_ptr<TrainingLoop> m_loop;
    std::int64_t m_goal = 0;   ///< steps to train to
    std::int64_t m_finish = 0; ///< where the run counts as finished
    StepPace m_pace;
    std::stop_token m_stop; ///< of the request under way
};

} // namespace protomind
