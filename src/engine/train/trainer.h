// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "engine/instance/network_instance.h"
#include "engine/train/batch_runner.h"
#include "engine/train/checkpoint.h"
#include "engine/train/clock.h"
#include "engine/train/epoch_plan.h"
#include "engine/train/epoch_sums.h"
#include "engine/train/evaluator.h"
#include "engine/train/observer.h"
#include "engine/train/output_reading.h"
#include "engine/train/recipe_runners.h"
#include "engine/train/robust_watch.h"
#include "engine/train/snapshot.h"
#include "engine/train/step_dissection.h"
#include "engine/train/training_data.h"

#include <optional>
#include <stop_token>

namespace protomind {

/// Asked now and then in the course of long work: whether to leave it for now. Empty: never.
using Interruption = std::function<bool()>;

/// What is known of a run once it is prepared.
struct TrainingFacts {
    std::int64_t parameters = 0;
    std::int64_t trainingSamples = 0;
    std::int64_t validationSamples = 0;
    std::int64_t testSamples = 0;
    std::int64_t batchSize = 0;     ///< at most the number of training samples
    std::int64_t stepsPerEpoch = 0; ///< the last of an epoch may be a smaller batch
    Sentence asideNote;             ///< why not as much is kept aside as was asked for; empty: it is
    std::vector<Sentence> notes;    ///< sentences on what else was not done as asked
};

/// What a step gave; of steps ahead, what those gave whose figures are there by now.
struct StepFigures {
    double loss = 0;           ///< mean over the samples, without the penalty
    double penalty = -1;       ///< of layers and weights, mean over the steps; -1 where there is none
    std::int64_t correct = -1; ///< of them; -1 where there are no classes
    std::int64_t samples = 0;
    double learningRate = 0;           ///< of the step
    std::optional<HistoryPoint> epoch; ///< where the step ended one and its figures are complete
    double evaluationSeconds = 0;      ///< spent on the validation split at the end of an epoch
};

/// How much of a checkpoint fitted.
struct RestoreReport {
    std::size_t variables = 0;  ///< of the network, taken over
    std::size_t missing = 0;    ///< of the network, left at their first values
    bool position = false;      ///< step and history were taken over: every weight fitted
    bool exact = false;         ///< so was the optimiser's state: the run goes on as if never interrupted
    bool optimizerAnew = false; ///< the checkpoint had a state of an optimiser, and it did not fit
};

/// A network instance in training: adds optimiser state to it, holds the position in the data, and goes on by
/// one step of its recipe at a time. Everything is a function of the settings' seed and the step, so equal
/// settings give equal runs, bit for bit on the CPU, interrupted or not. On the first number that is not
/// finite it names the layer and goes back to the last state that was finite. Used by one thread at a time;
/// device outlives it.
class Trainer {
public:
    /// By the recipe that the settings ask for (recipeOf), or by another one.
    [[nodiscard]] static Result<std::unique_ptr<Trainer>> prepare(Model model, const DataSource& data,
                                                                  TrainingSettings settings, Device& device,
                                                                  Clock clock = steadyClock());
    [[nodiscard]] static Result<std::unique_ptr<Trainer>> prepare(Model model, const DataSource& data,
                                                                  TrainingSettings settings, Device& device,
                                                                  Clock clock, TrainingRecipe recipe);
    /// As the settings ask for it, and with a generator by ganRecipe: the model is the discriminator then.
    [[nodiscard]] static Result<std::unique_ptr<Trainer>> prepare(Model model, const DataSource& data,
                                                                  TrainingSettings settings, Device& device,
                                                                  Clock clock,
                                                                  std::shared_ptr<const Model> generator);

    [[nodiscard]] const TrainingFacts& facts() const { return m_facts; }
    [[nodiscard]] std::int64_t stepsDone() const { return m_step; }
    [[nodiscard]] std::int64_t plannedSteps() const { return m_settings.epochs * m_plan.stepsPerEpoch(); }
    [[nodiscard]] const TrainingSettings& settings() const { return m_settings; }
    /// Epochs done, with the fraction of the present one.
    [[nodiscard]] double epochsDone() const {
        return m_plan.epochsAfter(m_step) +
               static_cast<double>(m_part.samples) / static_cast<double>(m_facts.trainingSamples);
    }
    /// One point an epoch; of very many fewer: see thinHistory.
    [[nodiscard]] const std::vector<HistoryPoint>& history() const { return m_history; }

    /// What the schedule makes of the learning rate for the next step.
    [[nodiscard]] double learningRate() const;
    void setLearningRate(double learningRate);

    /// One step. A Problem of kind Diverged names the layer in `where`; the last finite state is then
    /// restored and divergedAt() is the step that met the number. At the end of an epoch the validation split
    /// is evaluated; where that was interrupted, finishEpoch() goes on with it, by itself before the next
    /// step.
    [[nodiscard]] Result<StepFigures> step(const Interruption& interrupted = {});
    /// The same without waiting for what the step gave, so that the device always has work: up to
    /// kMostOnTheWay steps later it tells. A number that is not finite is met as late. Between steps ahead
    /// nothing but observe(), gradients() and what only looks may be called; settle() comes first.
    [[nodiscard]] Result<StepFigures> stepAhead(const Interruption& interrupted = {});
    /// Waits for all that steps ahead have not told yet.
    [[nodiscard]] Result<StepFigures> settle();
    /// A step on the next sample alone. With its last sample a batch counts as a step done; step() takes what
    /// is left of one. A checkpoint inside of a batch goes on at the beginning of that batch.
    [[nodiscard]] Result<StepFigures> stepSample(const Interruption& interrupted = {});
    /// How many of both were taken since it was prepared.
    [[nodiscard]] std::int64_t updateCount() const { return m_updateCount; }
    /// Whether an epoch is over and its validation is not.
    [[nodiscard]] bool validationPending() const { return m_validationPending; }
    /// With adversarial training the samples kept aside are attacked too, and where the network has lost what
    /// it stood, that is a problem of kind RobustnessLost and the best state is restored: see
    /// AdversarialTraining::stop. Goes on with that validation; at least one batch of it. Gives the epoch's
    /// figures once they are complete.
    [[nodiscard]] Result<std::optional<HistoryPoint>> finishEpoch(const Interruption& interrupted = {});
    /// The step that met a number that is not finite, or after which robustness was lost.
    [[nodiscard]] std::int64_t divergedAt() const { return m_divergedAt; }

    /// The samples as they are, without any augmentation. Null where the run has no such split.
    [[nodiscard]] const DataSet* dataOf(Split split) const { return m_data.of(split); }
    /// Where the samples kept aside are in the training data, in order.
    [[nodiscard]] std::span<const std::uint32_t> keptAside() const { return m_data.keptAside(); }
    /// How many samples of a split are among those that the weights have learned from; none: not known.
    [[nodiscard]] std::optional<std::int64_t> learnedFrom(Split split) const {
        return m_data.learnedFromOf(split);
    }
    /// A split that is not there, a game without targets, or a stop, gives zero samples (or those until
    /// then).
    [[nodiscard]] Result<EvaluationFigures> evaluate(Split split, const std::stop_token& stop = {});
    /// The same in parts: see Evaluator. The split is there.
    [[nodiscard]] Result<bool> resumeEvaluation(Split split, EvaluationProgress& progress,
                                                const Interruption& interrupted);
    [[nodiscard]] EvaluationFigures figures(const EvaluationProgress& progress) const {
        return m_evaluator.figures(progress);
    }
    /// samples: [N, sample shape]. What the numbers are, outputReading() says.
    [[nodiscard]] Result<HostArray> predict(const HostArray& samples);
    [[nodiscard]] const OutputReading& outputReading() const { return m_outputReading; }

    /// The network that is trained, to be asked things between steps, also between steps ahead. Beside its
    /// own variables it has the optimisers'. Its numbers are changed by setWeight() and restore() alone,
    /// which renew the state to go back to.
    [[nodiscard]] NetworkInstance& instance() { return *m_network; }
    [[nodiscard]] const Model& model() const { return m_network->model(); }
    /// Whom it plays against, with its weights among the instance's variables; null where there is none.
    [[nodiscard]] const std::shared_ptr<const Model>& generator() const { return m_generator; }
    /// What the device runs for the next step: forward, backward and update. Null where that isn't compiled.
    [[nodiscard]] const Executable* stepExecutable() const { return m_steps.executable(m_step); }
    /// The numbers of weights, statistics and the optimiser's state as they are now.
    [[nodiscard]] const VariableStore& variables() const { return m_network->variables(); }
    /// What layers give for samples [N, sample shape] with the present weights: one array a view.
    [[nodiscard]] Result<std::vector<HostArray>> observe(const HostArray& samples,
                                                         const std::vector<OutputView>& views) {
        return m_observer.look(model(), samples, views);
    }
    /// The same of the generator, which there is, for latents [N, its input shape].
    [[nodiscard]] Result<std::vector<HostArray>> observeGenerator(const HostArray& latents,
                                                                  const std::vector<OutputView>& views) {
        return m_observer.look(*m_generator, latents, views);
    }
    /// The gradients of weights, by their variables' names, at the samples of the next step. Fails where two
    /// networks play: what each makes small is another thing.
    [[nodiscard]] Result<std::vector<WeightGradient>> gradients(const std::vector<std::string>& weights);
    /// What step() will be given next.
    [[nodiscard]] NextStep nextStep() const;
    /// What step() will do next, taken apart without doing it: nothing is moved. place: of the sample in the
    /// batch that is followed. Fails where there is none, where it would be too many numbers, or where the
    /// recipe does more than let the samples through the network once.
    [[nodiscard]] Result<StepDissection> dissectNextStep(std::int64_t place) const;
    /// Sets a single number of a weight by hand; index counts row-major. Fails where there is no such number,
    /// or value is not finite.
    [[nodiscard]] Result<void> setWeight(const std::string& name, std::int64_t index, double value);

    /// Never holds a number that is not finite, but where the device failed: ask Device::check().
    [[nodiscard]] Checkpoint checkpoint() const;
    /// Takes what fits by name and shape. What those weights have learned from is kept aside no more: where
    /// that leaves too little the facts' notes say so. Fails where a number is not finite; nothing is changed
    /// then.
    [[nodiscard]] Result<RestoreReport> restore(const Checkpoint& checkpoint);

private:
    Trainer(std::unique_ptr<NetworkInstance> network, Objective objective, TrainingSettings settings,
            Clock clock, TrainingRecipe recipe);
    [[nodiscard]] Result<void> begin();
    void takeData(TrainingData data);
    [[nodiscard]] Result<void> adoptLearnedFrom(const Checkpoint& checkpoint, bool all);

    /// The samples to train on as the next step sees them: see Augmentation.
    [[nodiscard]] DataSetPtr samplesNow() const;
    /// Which of them are the next step's: what is left of its batch, or one of them.
    [[nodiscard]] std::span<const std::uint32_t> nextSamples();
    [[nodiscard]] std::uint64_t runNumber() const;
    [[nodiscard]] Result<BatchRunner*> runStep();
    /// Trains on nextSamples() and moves on past them.
    [[nodiscard]] Result<StepFigures> advance(const Interruption& interrupted);
    /// Adds the figures that are there, and waits until at most so many are still on the way.
    [[nodiscard]] Result<void> takeFigures(StepFigures& figures, std::size_t leave);
    HistoryPoint closeEpoch();
    /// Keeps the state that stands attacks best, and goes back to it where that is lost.
    [[nodiscard]] Result<void> guardRobustness(const HistoryPoint& point);
    /// The same where the robustness that the run has had is lost: says so, and goes back.
    [[nodiscard]] Problem robustnessLost(const RobustRecord& now);
    /// Goes on from the record of a run that was interrupted, where it is of the same attack.
    [[nodiscard]] Result<void> resumeRobustness(const RobustRecord& record);
    /// What the attack on samples kept aside is, with this accuracy.
    [[nodiscard]] RobustRecord robustRecord(const HistoryPoint& point) const;
    [[nodiscard]] bool goesOnWithItsData() const;
    void forgetBest();
    [[nodiscard]] Snapshot::Place place() const;
    [[nodiscard]] bool snapshotIsDue(bool epochEnded) const;
    /// Gives false where the state is not finite, and fails where the device does: the last one is kept.
    [[nodiscard]] Result<bool> takeSnapshot();
    /// The same of a state that must be finite: it diverged at the step where it is not.
    [[nodiscard]] Result<void> keepState(std::int64_t step);
    /// The same of a state that can't but be finite.
    [[nodiscard]] Result<void> keepFirstState();
    void returnToSnapshot();
    void countStepsAnew(std::int64_t stepsPerEpoch);
    /// Says where a number stopped being finite at the step, and goes back to the last finite state.
    [[nodiscard]] Problem diverged(std::int64_t step);
    /// The layer, or the data, that it began with. Fails where the device does, or lacks the memory.
    [[nodiscard]] Result<Problem> findCause(std::int64_t step);
    /// The same where two networks play.
    [[nodiscard]] Problem causeInGame(std::int64_t step);

    std::unique_ptr<NetworkInstance> m_network;
    Objective m_objective;
    OutputReading m_outputReading;
    TrainingSettings m_settings;
    Clock m_clock;
    TrainingFacts m_facts;
    TrainingData m_data;
    EpochPlan m_plan;
    std::shared_ptr<const Model> m_generator;

    EpochSums m_epochSums;
    RecipeRunners m_steps;
    BatchRunners m_forwardWithActivations;
    Evaluator m_evaluator;
    RobustWatch m_robust;
    Observer m_observer;

    std::int64_t m_step = 0;
    std::int64_t m_updateCount = 0;
    BatchPart m_part; ///< loss and correct: of figures that are there
    /// A run whose figures were asked for.
    struct OnTheWay {
        std::int64_t step = 0;
        std::int64_t samples = 0;
        bool endsBatch = false;
        BatchRunner* runner = nullptr;
    };
    std::vector<OnTheWay> m_onTheWay;
    bool m_bySample = false;
    double m_epochLoss = 0;
    std::int64_t m_epochCorrect = 0;
    bool m_validationPending = false;
    EvaluationProgress m_epochValidation;
    std::vector<HistoryPoint> m_history;
    std::int64_t m_divergedAt = -1;

    RobustRecord m_robustRecord;
    Snapshot m_best; ///< the most robust state that is at hand: of a run that goes on, not of before
    double m_bestAccuracy = -1; ///< its robust accuracy; -1: not known
    Snapshot m_snapshot;
    double m_snapshotTime = 0;
    double m_snapshotCost = 0;
};

} // namespace protomind
