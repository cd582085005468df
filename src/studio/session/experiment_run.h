// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/pulse.h"
#include "engine/train/training_loop.h"
#include "engine/train/training_plan.h"
#include "studio/lens/watcher.h"
#include "studio/session/device_chooser.h"
#include "studio/session/lens_desk.h"
#include "studio/session/session.h"
#include "studio/session/step_pace.h"

#include <deque>

namespace protomind {

/// What a session does, on whatever thread: answers requests one by one and trains in between. Problems
/// become Failed events; nothing throws.
class ExperimentRun {
public:
    ExperimentRun(Session::Listener listener, Clock clock);
    ~ExperimentRun();

    void handle(const RequestEnvelope& envelope);
    [[nodiscard]] bool training() const { return m_state == RunState::Training; }
    /// Whether there is work to do between requests: training, an evaluation, a lens, or the validation of an
    /// epoch that a pause cut short.
    [[nodiscard]] bool busy() const;
    /// Seconds until the next step of a training is due; 0 unless a person asked for slowness.
    [[nodiscard]] double untilNextStep() const;
    /// Goes on with that work until it is done, or interrupted (asked after every step and batch), or until
    /// no step is due.
    void work(const std::function<bool()>& interrupted, const std::stop_token& stop);

private:
    void answer(const PrepareRequest& request);
    void answer(const TrainRequest& request);
    void answer(const PauseRequest& request);
    void answer(const StepRequest& request);
    void answer(const SetLearningRateRequest& request);
    void answer(const SetSpeedRequest& request);
    void answer(const EvaluateRequest& request);
    void answer(const PredictRequest& request);
    void answer(const GenerateRequest& request);
    void answer(const CheckpointRequest& request);
    void answer(const RenameLayersRequest& request);
    void answer(const WatchRequest& request);
    void answer(const SetWeightRequest& request);
    void answer(const LensRequest& request) { m_lenses.ask(m_answering, request); }
    void answer(const CancelLensRequest& request);

    [[nodiscard]] Result<Prepared> prepare(const PrepareRequest& request);
    [[nodiscard]] Result<RestoreReport> restore(const PrepareRequest& request);
    [[nodiscard]] Result<const DataSource*> data(const std::string& text, std::uint64_t seed);
    void release();
    void listenTo(Trainer& trainer);
    /// Work, and the wait for it, that is not a lens's.
    void workOnRun(const std::function<bool()>& interrupted, const std::stop_token& stop);
    [[nodiscard]] double untilNextStepOfRun() const;
    void train(const std::function<bool()>& interrupted, const std::stop_token& stop);
    // experiment_run_evaluation.cpp
    void evaluate(const std::function<bool()>& interrupted, const std::stop_token& stop);
    void startEvaluation(bool test, std::vector<RequestId> askers);
    /// The askers of all evaluations on their way, which are no more.
    [[nodiscard]] std::vector<RequestId> endEvaluations();
    void finishEpoch(const std::function<bool()>& interrupted, const std::stop_token& stop);
    void aimAt(std::int64_t step);
    /// At m_goal.
    void arrive();
    /// Says that the run can't be trained, and rests; gives whether it is so.
    bool restUntrainable();
    /// Says that the schedule leaves nothing to learn by, and rests; gives whether it is so.
    bool restAtScheduleEnd();
    [[nodiscard]] StepsDone stepsDone() const;
    void stepSample();
    void evaluateAnew();
    /// Says what ended a training.
    void tellProblem(const Problem& problem);
    void setState(RunState state);
    /// The state of a run that stands still.
    void rest();
    void show(std::shared_ptr<const Pictures> pictures);
    void fail(Problem problem);
    /// Of the request that is being answered.
    void tell(Event event) { tell(m_answering, std::move(event)); }
    void tell(RequestId answers, Event event);
    /// Calls action; what it throws becomes a Failed event and the run is given up.
    void guarded(const std::function<void()>& action);
    void giveUp(const Problem& problem);

    Session::Listener m_listener;
    Clock m_clock;
    RunState m_state = RunState::Idle;
    RunId m_run;
    RequestId m_answering;   ///< what is done at the moment is done for it
    RequestId m_trainingFor; ///< it trains, or trained last
    RequestId m_watchingFor;
    std::optional<DataSource> m_data; ///< kept, because opening and reading it may take long
    DataShapes m_dataShapes;          ///< of m_data
    std::uint64_t m_dataSeed = 0;
    DeviceChooser m_chooser;
    std::unique_ptr<Device> m_device;
    /// While the device is none of a driver's: that one takes long over a step is no sign that it hangs.
    std::optional<LongCall> m_mayTakeLong;
    std::unique_ptr<Trainer> m_trainer;
    std::unique_ptr<TrainingLoop> m_loop;
    /// Why a trained network that answers can't be trained on.
    std::optional<Problem> m_untrainable;
    Watcher m_watcher;
    LensDesk m_lenses;
    /// An evaluation on its way.
    struct Evaluation {
        Split split = Split::Test;
        std::vector<RequestId> askers;
        EvaluationProgress progress = {};
    };
    std::deque<Evaluation> m_evaluations;
    std::int64_t m_goal = 0;   ///< steps to train to
    std::int64_t m_asked = 0;  ///< the same, as asked for: beyond m_goal the schedule leaves nothing
    std::int64_t m_finish = 0; ///< where the run counts as finished
    StepPace m_pace;
    double m_lastSending = 0; ///< seconds that telling the last checkpoint took
};

} // namespace protomind
