// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"
#include "cli/exit_status.h"
#include "cli/experiment_argument.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "cli/trained_session.h"
#include "engine/train/clock.h"
#include "engine/train/training_plan.h"
#include "studio/network/zero_weights.h"
#include "studio/project/project_file.h"
#include "studio/session/process/guarded_session.h"

#include <fmt/format.h>

#include <cmath>

namespace protomind {

namespace {

struct TrainRequestWords {
    ProjectContent content;
    std::string output;     ///< empty: nothing is saved
    std::int64_t steps = 0; ///< 0: the settings' epochs
    bool fresh = false;
    bool restartSchedule = false;
};

std::string percent(double share) {
    return fmt::format("{:.2f} %", 100 * share);
}

/// The loss is that of the data; training makes the sum small.
std::string lossText(double loss, double penalty) {
    const std::string ofData = fmt::format("loss {:.4f}", loss);
    return penalty < 0 ? ofData : ofData + fmt::format(" + penalty {:.4f}", penalty);
}

/// Those that have no place of their own in a line.
Figures withoutPenalty(Figures figures) {
    std::erase_if(figures, [](const Figure& one) { return one.name == kPenaltyFigure; });
    return figures;
}

nlohmann::json withPenalty(double loss, double penalty) {
    return penalty < 0 ? nlohmann::json() : figure(loss + penalty);
}

Result<TrainRequestWords> readWords(const CommandOptions& options) {
    if (!options.has("network"))
        return fail(ProblemKind::Request, "Which network?", "train",
                    "Give a project, a .json file or a template.");
    if (options.has("epochs") && options.has("steps"))
        return fail(ProblemKind::Request, "--epochs and --steps can't both be given.", "train");
    auto content = openNetwork(options.text("network"));
    if (!content)
        return std::unexpected(content.error());
    TrainRequestWords words;
    words.content = std::move(*content);
    words.output = options.text("output");
    words.fresh = options.isSet("fresh");
    words.restartSchedule = options.isSet("restart-schedule");
    Experiment& experiment = words.content.experiment;
    if (options.has("data"))
        experiment.data = options.text("data");
    if (experiment.data.empty())
        return fail(ProblemKind::Request, "What is it to learn from?", "train",
                    "Name the data with --data SOURCE.");
    if (auto applied = options.applyTraining(experiment.training); !applied)
        return std::unexpected(applied.error());
    if (words.fresh)
        experiment.training = withScheduleFromTheStart(experiment.training);
    if (auto applied = options.applyCommon(experiment); !applied)
        return std::unexpected(applied.error());
    if (options.has("steps")) {
        auto steps = options.count("steps");
        if (!steps)
            return std::unexpected(steps.error());
        words.steps = *steps;
    }
    // Before the first step: training may take hours, and what was learned would be gone.
    if (options.has("output")) {
        if (words.output.empty())
            return fail(ProblemKind::Request, "Where is it to be saved?", "train", "-o needs a name.");
        if (auto place = checkWritable(words.output); !place)
            return std::unexpected(place.error());
    }
    return words;
}

/// One training run from the command line, from the first request to the last figure.
class TrainRun {
public:
    TrainRun(TrainRequestWords words, Report& report)
        : m_words(std::move(words))
        , m_report(report) {}

    int run();

private:
    enum class End { Done, Interrupted, Diverged };

    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> makeReady();
    [[nodiscard]] Result<void> plan();
    [[nodiscard]] StepsDone stepsDone() const;
    [[nodiscard]] Result<End> train();
    /// What comes of the training; of anything else, when it is asked.
    void hear(const EventEnvelope& envelope);
    void tell(const Progress& progress);
    void tell(const EpochDone& epoch);
    void tell(const DivergedEvent& diverged);
    [[nodiscard]] Result<void> save();
    [[nodiscard]] Result<void> finish(End end);
    void writeResult(End end, const std::optional<Evaluated>& test);

    TrainRequestWords m_words;
    Report& m_report;
    InterruptWatch m_interrupts;
    SessionClient m_session{
        [this](const EventEnvelope& envelope) { hear(envelope); }, {}, openGuardedSession};
    Clock m_clock = steadyClock();
    double m_started = m_clock();
    double m_trained = 0; ///< seconds of training alone
    Prepared m_prepared;
    std::int64_t m_goal = 0;
    bool m_begun = false; ///< the first figures have come
    std::optional<EpochDone> m_lastEpoch;
    CheckpointPtr m_checkpoint;
    Problem m_divergence;
    RequestId m_training;
    RequestId m_pause;
    std::optional<RunState> m_end;    ///< where the training has ended
    std::optional<Problem> m_failure; ///< of the training
};

int TrainRun::run() {
    if (auto prepared = prepare(); !prepared)
        return m_report.problem(prepared.error());
    const auto end = train();
    if (!end)
        return m_report.problem(end.error());
    if (auto finished = finish(*end); !finished)
        return m_report.problem(finished.error());
    switch (*end) {
    case End::Diverged:
        return m_report.problem(m_divergence);
    case End::Interrupted:
        return kExitInterrupted;
    case End::Done:
        break;
    }
    return kExitDone;
}

Result<void> TrainRun::prepare() {
    Experiment& experiment = m_words.content.experiment;
    if (auto ready = makeReady(); !ready)
        return ready;
    if (m_words.restartSchedule) {
        if (!canBeginAgain(experiment.training))
            return fail(ProblemKind::Request, "A constant learning rate has nothing to begin again.",
                        "--restart-schedule", "Leave it out, or choose another schedule with --schedule.");
        experiment.training = withScheduleAgain(experiment.training, stepsDone());
        if (auto again = makeReady(); !again)
            return again;
    }
    for (const std::string& notice : m_words.content.notices)
        m_report.note(notice);
    if (!m_prepared.asideNote.empty())
        m_report.note(m_prepared.asideNote);
    m_report.dataNotes(m_prepared.dataNotes);
    for (const std::string& note : m_prepared.notes)
        m_report.note(note);
    for (const NetworkProblem& warning : m_prepared.warnings)
        m_report.warning(warning, experiment.network);
    if (auto planned = plan(); !planned)
        return planned;
    m_report.line(fmt::format("{} parameters; {} samples to learn from, {} for validation, {} for the test",
                              m_prepared.parameters, m_prepared.trainingSamples, m_prepared.validationSamples,
                              m_prepared.testSamples));
    m_report.line(fmt::format("{} steps of {} samples an epoch on {} ({})", m_prepared.stepsPerEpoch,
                              m_prepared.batchSize, m_prepared.device, m_prepared.deviceName));
    m_report.event("prepared", {{"parameters", m_prepared.parameters},
                                {"training_samples", m_prepared.trainingSamples},
                                {"validation_samples", m_prepared.validationSamples},
                                {"test_samples", m_prepared.testSamples},
                                {"batch", m_prepared.batchSize},
                                {"steps_per_epoch", m_prepared.stepsPerEpoch},
                                {"step", m_prepared.step},
                                {"device", m_prepared.device},
                                {"seconds", m_prepared.compileSeconds}});
    return {};
}

Result<void> TrainRun::makeReady() {
    PrepareRequest request{m_words.content.experiment, nullptr};
    if (m_words.content.checkpoint && !m_words.fresh)
        request.from = m_words.content.checkpoint;
    auto prepared = m_session.await(std::move(request));
    if (!prepared)
        return std::unexpected(prepared.error());
    m_prepared = std::move(*prepared);
    return {};
}

StepsDone TrainRun::stepsDone() const {
    return {m_prepared.step, m_prepared.stepsPerEpoch};
}

/// How far to train, and whether the schedule has anything left for it.
Result<void> TrainRun::plan() {
    const TrainingSettings& training = m_words.content.experiment.training;
    const StepsDone done = stepsDone();
    const char* const ways =
        "Begin the schedule again with --restart-schedule, go on at a constant rate with "
        "--schedule constant, or begin anew with --fresh.";
    m_goal = trainingGoal(training, done);
    if (m_words.steps > 0)
        m_goal = done.steps < m_words.steps ? m_words.steps : done.steps + m_words.steps;
    if (scheduleEnd(training, done) == ScheduleEnd::Nothing)
        return fail(ProblemKind::Request, scheduleEndSentence(training, done), {}, ways);
    if (scheduleEnd(training, done) == ScheduleEnd::Floor)
        m_report.warning(scheduleEndSentence(training, done) + " " + ways);
    if (const std::int64_t last = firstStepWithNothing(training, done, m_goal); last < m_goal) {
        m_report.warning(
            fmt::format("Training ends after step {}, not {}: the schedule leaves nothing of the "
                        "learning rate from there on. {}",
                        last, m_goal,
                        training.schedule == "step"
                            ? "A larger \"every\" or \"factor\" in its settings, or --schedule constant, "
                              "leaves more."
                            : "More epochs make it longer: give --epochs instead of --steps."));
        m_goal = last;
    }
    const auto epochs = [&](std::int64_t step) {
        const double epoch = static_cast<double>(step) / static_cast<double>(done.perEpoch);
        return fmt::format("{}", std::round(1000 * epoch) / 1000);
    };
    if (done.steps > 0)
        m_report.note(fmt::format("Goes on after step {} (epoch {}), until step {} (epoch {}).", done.steps,
                                  epochs(done.steps), m_goal, epochs(m_goal)));
    return {};
}

Result<TrainRun::End> TrainRun::train() {
    const double started = m_clock();
    m_training = m_session.post(TrainRequest{.untilStep = m_goal});
    const auto over = [this] { return m_end || m_failure; };
    const bool interrupted = !m_session.waitUntil(over, InterruptWatch::interrupted);
    if (interrupted) {
        m_pause = m_session.post(PauseRequest{});
        static_cast<void>(m_session.waitUntil(over));
    }
    if (m_failure)
        return std::unexpected(*m_failure);
    m_trained = m_clock() - started;
    return m_end == RunState::Diverged ? End::Diverged : interrupted ? End::Interrupted : End::Done;
}

void TrainRun::hear(const EventEnvelope& envelope) {
    tellDeviceNews(envelope, m_report);
    if (!m_training || (envelope.answers != m_training && envelope.answers != m_pause))
        return;
    if (const auto* failed = std::get_if<Failed>(&envelope.event))
        m_failure = failed->problem;
    else if (const auto* progress = std::get_if<Progress>(&envelope.event))
        tell(*progress);
    else if (const auto* epoch = std::get_if<EpochDone>(&envelope.event))
        tell(*epoch);
    else if (const auto* diverged = std::get_if<DivergedEvent>(&envelope.event))
        tell(*diverged);
    else if (const auto* changed = std::get_if<StateChanged>(&envelope.event);
             changed && changed->state != RunState::Training)
        m_end = changed->state;
}

void TrainRun::tell(const DivergedEvent& diverged) {
    const bool robustnessLost = diverged.reason == DivergenceReason::RobustnessLost;
    m_divergence = {.kind = robustnessLost ? ProblemKind::RobustnessLost : ProblemKind::Diverged,
                    .sentence = diverged.sentence,
                    .where = diverged.layer,
                    .remedy = {}};
    m_report.event("diverged", {{"reason", robustnessLost ? "robustness_lost" : "not_finite"},
                                {"layer", diverged.layer},
                                {"step", diverged.step},
                                {"restored_step", diverged.restoredStep},
                                {"sentence", diverged.sentence}});
}

void TrainRun::tell(const Progress& progress) {
    if (!m_begun) {
        m_begun = true;
        m_report.event("begun", {{"step", progress.step},
                                 {"loss", figure(progress.loss)},
                                 {"penalty", figure(figureIn(progress.others, kPenaltyFigure))},
                                 {"accuracy", figure(progress.accuracy)},
                                 {"seconds", m_clock() - m_started}});
    }
    const double share =
        static_cast<double>(progress.step) / static_cast<double>(std::max<std::int64_t>(m_goal, 1));
    std::string figures = fmt::format("epoch {:.1f}  {}", progress.epoch,
                                      lossText(progress.loss, figureIn(progress.others, kPenaltyFigure)));
    if (progress.accuracy >= 0)
        figures += "  accuracy " + percent(progress.accuracy);
    figures += fmt::format("  {:.0f} steps/s", progress.stepsPerSecond);
    m_report.progress(share, figures);
}

void TrainRun::tell(const EpochDone& epoch) {
    m_lastEpoch = epoch;
    const double penalty = figureIn(epoch.others, kPenaltyFigure);
    std::string line = fmt::format("epoch {:>4}  {}", epoch.epoch, lossText(epoch.loss, penalty));
    if (epoch.accuracy >= 0)
        line += "  accuracy " + percent(epoch.accuracy);
    if (epoch.validationLoss >= 0)
        line += fmt::format("  validation loss {:.4f}", epoch.validationLoss);
    if (epoch.validationAccuracy >= 0)
        line += "  accuracy " + percent(epoch.validationAccuracy);
    for (const auto& [name, value] : withoutPenalty(epoch.others))
        line += fmt::format("  {} {:.4f}", name, value);
    m_report.line(line + fmt::format("  {:.1f} s", epoch.seconds));
    nlohmann::ordered_json event{{"epoch", epoch.epoch},
                                 {"step", epoch.step},
                                 {"loss", figure(epoch.loss)},
                                 {"penalty", figure(penalty)},
                                 {"loss_with_penalty", withPenalty(epoch.loss, penalty)},
                                 {"accuracy", figure(epoch.accuracy)},
                                 {"validation_loss", figure(epoch.validationLoss)},
                                 {"validation_accuracy", figure(epoch.validationAccuracy)}};
    for (const auto& [name, value] : withoutPenalty(epoch.others))
        event[name] = figure(value);
    event["seconds"] = epoch.seconds;
    event["steps_per_second"] = epoch.stepsPerSecond;
    m_report.event("epoch", event);
}

Result<void> TrainRun::save() {
    auto taken = m_session.await(CheckpointRequest{});
    if (!taken)
        return std::unexpected(taken.error());
    m_checkpoint = taken->checkpoint;
    if (m_words.output.empty())
        return {};
    ProjectContent content = m_words.content;
    content.checkpoint = m_checkpoint;
    if (auto written = writeProject(m_words.output, content); !written)
        return written;
    m_report.line("Saved as " + m_words.output + ".");
    return {};
}

Result<void> TrainRun::finish(End end) {
    // Saved first: an evaluation may take long, and a second Ctrl-C ends the program.
    if (auto saved = save(); !saved)
        return saved;
    std::optional<Evaluated> test;
    if (end == End::Done && m_prepared.testSamples > 0) {
        auto evaluated = m_session.await(EvaluateRequest{});
        if (!evaluated)
            return std::unexpected(evaluated.error());
        test = *evaluated;
    }
    writeResult(end, test);
    return {};
}

void TrainRun::writeResult(End end, const std::optional<Evaluated>& test) {
    const std::int64_t steps = m_checkpoint->step;
    if (test) {
        std::string line = fmt::format("Test: loss {:.4f}", test->loss);
        if (test->accuracy >= 0)
            line += ", accuracy " + percent(test->accuracy);
        m_report.line(line + fmt::format(" on {} samples", test->samples));
        noteLearnedFrom(*test, m_report);
    }
    const WeightCount weights = countWeights(m_words.content.experiment.network, *m_checkpoint);
    if (m_words.content.experiment.training.l1 > 0)
        m_report.line(weightText(weights));
    const bool robustnessLost = m_divergence.kind == ProblemKind::RobustnessLost;
    m_report.line(fmt::format("{} after {} steps, {:.1f} s.",
                              end == End::Done          ? "Done"
                              : end == End::Interrupted ? "Interrupted"
                              : robustnessLost          ? "Gone back to the state"
                                                        : "Diverged",
                              steps, m_clock() - m_started));
    nlohmann::ordered_json result{
        {"steps", steps},
        {"parameters", m_prepared.parameters},
        {"weights", weights.all},
        {"zero_weights", weights.zero},
        {"device", m_prepared.device},
        {"seed", m_words.content.experiment.training.seed},
        {"seconds", m_trained},
        {"steps_per_second",
         m_trained > 0 ? static_cast<double>(std::max<std::int64_t>(steps - m_prepared.step, 0)) / m_trained
                       : 0},
        {"interrupted", end == End::Interrupted},
        {"diverged", end == End::Diverged && !robustnessLost},
        {"robustness_lost", end == End::Diverged && robustnessLost}};
    if (m_lastEpoch && !m_checkpoint->history.empty()) {
        // Not those of an epoch that was given up.
        const HistoryPoint& last = m_checkpoint->history.back();
        result["loss"] = figure(last.loss);
        const double penalty = figureIn(last.others, kPenaltyFigure);
        result["penalty"] = figure(penalty);
        result["loss_with_penalty"] = withPenalty(last.loss, penalty);
        result["accuracy"] = figure(last.accuracy);
        result["validation_loss"] = figure(last.validationLoss);
        result["validation_accuracy"] = figure(last.validationAccuracy);
        for (const auto& [name, value] : withoutPenalty(last.others))
            result[name] = figure(value);
    }
    if (test) {
        result["test_samples"] = test->samples;
        result["test_learned_from"] = countOrNull(test->learnedFrom);
        result["test_loss"] = figure(test->loss);
        result["test_accuracy"] = figure(test->accuracy);
    }
    result["notes"] = m_report.notes();
    result["warnings"] = m_report.warnings();
    if (!m_words.output.empty())
        result["project"] = m_words.output;
    m_report.event("result", result);
}

} // namespace

int runTrain(const CommandWords& words, Report& report) {
    CommandOptions options(usageOf("train"), {"network"});
    options.addText("data", "SOURCE", "what it learns from, if not the data of the project or template");
    options.addText("output,o", "PROJECT", "save the trained network as a project");
    options.addText("steps", "N",
                    "train until so many steps are done, instead of epochs; where they are, so many more");
    options.addSwitch("fresh", "begin anew, even if the project has trained weights");
    options.addSwitch("restart-schedule",
                      "begin the schedule of the learning rate again, after the epochs that are "
                      "done");
    options.addTraining();
    options.addCommon();
    if (auto parsed = options.parse(words); !parsed)
        return report.problem(parsed.error());
    if (options.isSet("help")) {
        report.line(options.help());
        return kExitDone;
    }
    if (options.isSet("json"))
        report.useJson();
    auto read = readWords(options);
    if (!read)
        return report.problem(read.error());
    return TrainRun(std::move(*read), report).run();
}

} // namespace protomind
