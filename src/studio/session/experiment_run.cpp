// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/experiment_run.h"

#include "engine/data/fingerprint_cache.h"
#include "engine/train/adversarial_recipe.h"
#include "studio/network/lowering.h"
#include "studio/network/training_fit.h"
#include "studio/session/devices.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace protomind {

namespace {

/// Of the errors that keep a network from training only, or of the others.
std::optional<Problem> firstError(const Analysis& analysis, bool ofTrainingOnly) {
    for (const NetworkProblem& problem : analysis.problems) {
        if (problem.severity == Severity::Error &&
            (problem.kind == NetworkProblemKind::LossMismatch) == ofTrainingOnly)
            return Problem{.kind = ProblemKind::Request,
                           .sentence = problem.sentence,
                           .where = {},
                           .remedy = problem.fixes.empty()
                                         ? Sentence()
                                         : Sentence::row({problem.fixes.front().label, "."}, "")};
    }
    return std::nullopt;
}

/// Whether adversarial training as set can be of this network; what else keeps it from training is told by
/// others.
Result<void> canBeHardened(const Model& model, const DataSource& data, const TrainingSettings& settings) {
    if (!data.training)
        return {};
    const auto objective = chooseObjective(model, data.training->description(), settings);
    return objective ? checkAdversarial(settings.adversarial, model, *objective) : Result<void>();
}

Problem ownMistake(const std::exception& error) {
    return {.kind = ProblemKind::Unsupported,
            .sentence = sentence("The program met a mistake of its own: {:s}.", error.what()),
            .where = {},
            .remedy = "Please report it."};
}

} // namespace

ExperimentRun::ExperimentRun(Session::Listener listener, Clock clock)
    : m_listener(std::move(listener))
    , m_clock(std::move(clock))
    , m_chooser(m_clock)
    , m_watcher(m_clock)
    , m_lenses([this](RequestId answers, Event event) { tell(answers, std::move(event)); }, m_clock) {}

ExperimentRun::~ExperimentRun() = default;

void ExperimentRun::guarded(const std::function<void()>& action) {
    try {
        action();
        return;
    } catch (const std::bad_alloc&) {
        giveUp({.kind = ProblemKind::Memory,
                .sentence = "There is not enough memory for this.",
                .where = {},
                .remedy = "Use a smaller batch or a smaller network."});
    } catch (const std::exception& error) {
        giveUp(ownMistake(error));
    }
}

void ExperimentRun::giveUp(const Problem& problem) {
    release();
    fail(problem);
    for (const RequestId asker : endEvaluations())
        if (asker != m_answering)
            tell(asker, Failed{problem});
    setState(RunState::Idle);
}

void ExperimentRun::handle(const RequestEnvelope& envelope) {
    m_answering = envelope.id;
    guarded([&] {
        const Request& request = envelope.request;
        const bool needsRun = !std::holds_alternative<PrepareRequest>(request) &&
                              !std::holds_alternative<PauseRequest>(request) &&
                              !std::holds_alternative<SetSpeedRequest>(request) &&
                              !std::holds_alternative<RenameLayersRequest>(request) &&
                              !std::holds_alternative<CancelLensRequest>(request) &&
                              !std::holds_alternative<WatchRequest>(request);
        if (needsRun && !m_trainer) {
            fail({.kind = ProblemKind::Request,
                  .sentence = "Nothing is prepared to run.",
                  .where = {},
                  .remedy = "Prepare an experiment first."});
            return;
        }
        std::visit([this](const auto& one) { answer(one); }, request);
    });
}

bool ExperimentRun::busy() const {
    return training() || !m_evaluations.empty() || m_lenses.busy() ||
           (m_trainer && m_trainer->validationPending());
}

void ExperimentRun::tellProblem(const Problem& problem) {
    m_loop->flush();
    const bool robustnessLost = problem.kind == ProblemKind::RobustnessLost;
    if (problem.kind != ProblemKind::Diverged && !robustnessLost) {
        fail(problem);
        rest();
        return;
    }
    tell(DivergedEvent{.layer = problem.where.text(),
                       .step = m_trainer->divergedAt(),
                       .sentence = Sentence::row({problem.sentence, problem.remedy}),
                       .reason =
                           robustnessLost ? DivergenceReason::RobustnessLost : DivergenceReason::NotFinite,
                       .restoredStep = m_trainer->stepsDone()});
    setState(RunState::Diverged);
    show(m_watcher.look());
}

void ExperimentRun::answer(const PrepareRequest& request) {
    release();
    for (const RequestId asker : endEvaluations())
        tell(asker, Failed{{.kind = ProblemKind::Request,
                            .sentence = "Another experiment was prepared before this was answered.",
                            .where = {},
                            .remedy = {}}});
    m_run = runOf(m_answering);
    auto prepared = prepare(request);
    if (!prepared) {
        release();
        fail(prepared.error());
        setState(RunState::Idle);
        return;
    }
    tell(std::move(*prepared));
    m_watcher.attach(m_trainer.get());
    m_lenses.attach(m_trainer.get(), m_device.get());
    rest();
}

Result<Prepared> ExperimentRun::prepare(const PrepareRequest& request) {
    const Experiment& experiment = request.experiment;
    auto models = modelsOf(experiment.network);
    if (!models)
        return std::unexpected(models.error());
    auto source = data(experiment.data, experiment.training.seed);
    if (!source)
        return std::unexpected(source.error());
    auto choice = m_chooser.open(experiment, **source);
    if (!choice)
        return std::unexpected(choice.error());
    m_device = std::move(choice->device);
    if (!needsDriver(m_device->description().id))
        m_mayTakeLong.emplace();
    const double opened = m_clock();
    TrainingSettings training = experiment.training;
    const auto hardened =
        models->generator ? Result<void>() : canBeHardened(models->trained, **source, training);
    if (!hardened)
        training.adversarial = {}; // a network that was trained otherwise answers all the same
    auto trainer = Trainer::prepare(std::move(models->trained), **source, training, *m_device, m_clock,
                                    std::move(models->generator));
    if (!trainer)
        return std::unexpected(trainer.error());
    m_trainer = std::move(*trainer);
    Analysis analysis = analyse(experiment.network, Surroundings{m_dataShapes, experiment.training});
    std::optional<Problem> wrong = firstError(analysis, false);
    if (wrong)
        return std::unexpected(std::move(*wrong));
    m_untrainable = hardened ? firstError(analysis, true) : std::optional(hardened.error());
    std::erase_if(analysis.problems,
                  [](const NetworkProblem& problem) { return problem.severity == Severity::Error; });
    RestoreReport restored;
    if (request.from) {
        auto report = restore(request);
        if (!report)
            return std::unexpected(report.error());
        restored = *report;
        m_trainer->setLearningRate(experiment.training.learningRate);
    }
    if (m_untrainable && !restored.position)
        return std::unexpected(*m_untrainable);
    m_finish = lastPlannedStep(m_trainer->settings(), stepsDone());
    listenTo(*m_trainer);

    const TrainingFacts& facts = m_trainer->facts();
    const DeviceDescription description = m_device->description();
    const DataDescription& described = (*source)->training->description();
    std::vector<Sentence> notes = facts.notes;
    if (!choice->note.empty())
        notes.push_back(choice->note);
    if (restored.position && restored.optimizerAnew)
        notes.emplace_back("The optimiser begins anew: what it remembers of earlier steps does not fit.");
    return Prepared{.parameters = facts.parameters,
                    .trainingSamples = facts.trainingSamples,
                    .validationSamples = facts.validationSamples,
                    .testSamples = facts.testSamples,
                    .stepsPerEpoch = facts.stepsPerEpoch,
                    .batchSize = facts.batchSize,
                    .step = m_trainer->stepsDone(),
                    .weightsTaken = static_cast<std::int64_t>(restored.variables),
                    .weightsFresh = static_cast<std::int64_t>(restored.missing),
                    .sampleShape = described.sampleShape,
                    .classNames = described.classNames,
                    .compileSeconds = m_clock() - opened,
                    .device = description.id,
                    .deviceName = description.name,
                    .threads = description.threads,
                    .asideNote = facts.asideNote,
                    .notes = std::move(notes),
                    .dataNotes = (*source)->notes,
                    .warnings = analysis.problems,
                    .keptAside = {m_trainer->keptAside().begin(), m_trainer->keptAside().end()}};
}

Result<RestoreReport> ExperimentRun::restore(const PrepareRequest& request) {
    if (request.renamed.empty())
        return m_trainer->restore(*request.from);
    return m_trainer->restore(withLayersRenamed(*request.from, request.renamed));
}

Result<const DataSource*> ExperimentRun::data(const std::string& text, std::uint64_t seed) {
    if (!m_data || m_data->text != text || m_dataSeed != seed) {
        m_data.reset();
        const LongCall call;
        auto opened = openData(text, seed);
        if (!opened)
            return std::unexpected(opened.error());
        opened->text = text;
        opened->fingerprints = std::make_shared<FingerprintCache>();
        m_dataShapes = dataShapesOf(*opened);
        m_data = std::move(*opened);
        m_dataSeed = seed;
    }
    return &*m_data;
}

void ExperimentRun::release() {
    m_watcher.attach(nullptr);
    m_lenses.attach(nullptr, nullptr);
    m_loop.reset();
    m_untrainable.reset();
    m_trainer.reset();
    m_device.reset();
    m_mayTakeLong.reset();
    m_lastSending = 0;
    m_state = RunState::Idle;
}

void ExperimentRun::listenTo(Trainer& trainer) {
    TrainingListener listener;
    listener.progressed = [this](const ProgressFigures& now) {
        const double most = m_pace.limit();
        tell(m_trainingFor,
             Progress{.step = now.step,
                      .epoch = now.epoch,
                      .loss = now.loss,

                      .accuracy = now.accuracy,
                      .others = ifKnown(kPenaltyFigure, now.penalty),
                      .learningRate = now.learningRate,
                      .stepsPerSecond = most > 0 ? std::min(now.stepsPerSecond, most) : now.stepsPerSecond});
    };
    listener.epochDone = [this](const EpochFigures& done) {
        tell(m_trainingFor, EpochDone{.epoch = done.epoch,
                                      .step = done.figures.step,
                                      .loss = done.figures.loss,

                                      .accuracy = done.figures.accuracy,
                                      .validationLoss = done.figures.validationLoss,
                                      .validationAccuracy = done.figures.validationAccuracy,
                                      .others = done.figures.others,
                                      .seconds = done.seconds,
                                      .stepsPerSecond = done.stepsPerSecond});
        m_lenses.recordWeights();
    };
    listener.stepped = [this](double now) {
        m_pace.stepDone(now);
        show(m_watcher.afterStep(now));
    };
    m_loop = std::make_unique<TrainingLoop>(trainer, std::move(listener), m_clock);
}

void ExperimentRun::answer(const TrainRequest& request) {
    if (restUntrainable())
        return;
    m_trainingFor = m_answering;
    m_finish = request.untilStep > 0 ? request.untilStep : trainingGoal(m_trainer->settings(), stepsDone());
    aimAt(m_finish);
}

void ExperimentRun::answer(const PauseRequest&) {
    if (!training()) {
        setState(m_state);
        return;
    }
    m_loop->flush();
    rest();
}

void ExperimentRun::answer(const StepRequest& request) {
    if (restUntrainable())
        return;
    m_trainingFor = m_answering;
    if (request.unit == StepUnit::Sample) {
        stepSample();
        return;
    }
    const std::int64_t done = m_trainer->stepsDone();
    const std::int64_t epoch = m_trainer->facts().stepsPerEpoch;
    aimAt(request.unit == StepUnit::Batch ? done + 1 : (done / epoch + 1) * epoch);
}

StepsDone ExperimentRun::stepsDone() const {
    return {m_trainer->stepsDone(), m_trainer->facts().stepsPerEpoch};
}

void ExperimentRun::arrive() {
    if (m_goal >= m_asked || !restAtScheduleEnd())
        rest();
}

bool ExperimentRun::restUntrainable() {
    if (!m_untrainable)
        return false;
    fail(*m_untrainable);
    rest();
    return true;
}

bool ExperimentRun::restAtScheduleEnd() {
    if (scheduleEnd(m_trainer->settings(), stepsDone()) != ScheduleEnd::Nothing)
        return false;
    fail({.kind = ProblemKind::Request,
          .sentence = scheduleEndSentence(m_trainer->settings(), stepsDone()),
          .where = {},
          .remedy = "Begin the schedule again, or set it to constant."});
    rest();
    return true;
}

void ExperimentRun::stepSample() {
    if (restAtScheduleEnd())
        return;
    setState(RunState::Training);
    if (auto done = m_loop->stepSample(); !done)
        tellProblem(done.error());
    else
        rest();
    evaluateAnew();
}

/// What is evaluated must be of one set of weights.
void ExperimentRun::evaluateAnew() {
    for (Evaluation& evaluation : m_evaluations)
        evaluation.progress = {};
}

void ExperimentRun::aimAt(std::int64_t step) {
    m_asked = step;
    m_goal = firstStepWithNothing(m_trainer->settings(), stepsDone(), step);
    m_pace.begin(m_clock());
    if (m_trainer->stepsDone() >= step)
        rest();
    else if (!restAtScheduleEnd())
        setState(RunState::Training);
}

void ExperimentRun::answer(const SetLearningRateRequest& request) {
    if (!std::isfinite(request.learningRate) || request.learningRate < 0) {
        fail({.kind = ProblemKind::Request,
              .sentence = "A learning rate is a number from 0 on.",
              .where = {},
              .remedy = {}});
        return;
    }
    m_trainer->setLearningRate(request.learningRate);
    tell(Done{});
}

void ExperimentRun::answer(const SetSpeedRequest& request) {
    if (!std::isfinite(request.stepsPerSecond) || request.stepsPerSecond < 0) {
        fail({.kind = ProblemKind::Request,
              .sentence = "A speed is a number of steps a second, or 0 for as fast as it goes.",
              .where = {},
              .remedy = {}});
        return;
    }
    m_pace.setLimit(request.stepsPerSecond, m_clock());
    tell(Done{});
}

void ExperimentRun::answer(const PredictRequest& request) {
    auto outputs = m_trainer->predict(request.samples);
    if (!outputs) {
        fail(outputs.error());
        return;
    }
    tell(Predicted{.outputs = std::move(*outputs), .reading = m_trainer->outputReading()});
}

void ExperimentRun::answer(const CheckpointRequest&) {
    try {
        // The device comes to the end of the steps that it was asked for.
        const VariableStore& variables = m_trainer->variables();
        if (!variables.variables().empty())
            static_cast<void>(read(*variables.buffer(variables.variables().front().name)));
        const double started = m_clock();
        auto checkpoint = std::make_shared<const Checkpoint>(m_trainer->checkpoint());
        if (const auto sound = m_trainer->instance().device().check(); !sound)
            fail(sound.error()); // the weights could not be read
        else {
            const double copied = m_clock();
            tell(CheckpointTaken{std::move(checkpoint), copied - started + m_lastSending});
            m_lastSending = m_clock() - copied;
        }
    } catch (const std::bad_alloc&) {
        // The run itself lacks nothing.
        fail({.kind = ProblemKind::Memory,
              .sentence = "There is not enough memory to keep the weights.",
              .where = {},
              .remedy = "Use a smaller network."});
    } catch (const std::exception& error) {
        fail(ownMistake(error));
    }
}

void ExperimentRun::answer(const RenameLayersRequest& request) {
    CheckpointTaken taken{.checkpoint = nullptr};
    try {
        taken.checkpoint =
            std::make_shared<const Checkpoint>(withLayersRenamed(*request.checkpoint, request.renamed));
    } catch (const std::exception&) {
        // A copy for a file: the run itself lacks nothing.
    }
    tell(std::move(taken));
}

void ExperimentRun::answer(const WatchRequest& request) {
    m_watchingFor = m_answering;
    m_watcher.ask(request);
    show(m_watcher.look());
    tell(Done{});
}

void ExperimentRun::answer(const SetWeightRequest& request) {
    if (auto set = m_trainer->setWeight(request.weight, request.index, request.value); !set) {
        fail(set.error());
        return;
    }
    evaluateAnew();
    show(m_watcher.look());
    tell(Done{});
}

void ExperimentRun::show(std::shared_ptr<const Pictures> pictures) {
    if (pictures)
        tell(m_watchingFor, Watched{std::move(pictures)});
}

void ExperimentRun::setState(RunState state) {
    m_state = state;
    tell(StateChanged{state});
}

void ExperimentRun::rest() {
    const bool begun = m_trainer->epochsDone() > 0;
    setState(m_trainer->stepsDone() >= m_finish ? RunState::Finished
             : begun                            ? RunState::Paused
                                                : RunState::Ready);
    show(m_watcher.look());
}

void ExperimentRun::fail(Problem problem) {
    tell(Failed{std::move(problem)});
}

void ExperimentRun::tell(RequestId answers, Event event) {
    m_listener({.answers = answers, .run = m_run, .event = std::move(event)});
}

} // namespace protomind
