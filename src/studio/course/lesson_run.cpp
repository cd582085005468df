// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_run.h"

#include "studio/course/filter_options.h"
#include "studio/course/lesson_edit.h"
#include "studio/course/lesson_look.h"
#include "studio/course/lesson_scenes.h"
#include "studio/course/task_check.h"
#include "studio/exchange/formats/formats.h"
#include "studio/network/carried_weights.h"
#include "studio/network/training_fit.h"
#include "studio/project/file_system.h"
#include "studio/project/passing_folder.h"
#include "studio/session/experiment_comparison.h"
#include "studio/session/watchable_speed.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace protomind {

namespace {

template<class... Handlers>
struct EventHandlers : Handlers... {
    using Handlers::operator()...;
};

bool opens(const LessonStep& step) {
    return !step.templateName.empty() || step.network;
}

} // namespace

LessonRun::LessonRun(std::function<bool()> interrupted)
    : m_interrupted(std::move(interrupted))
    , m_client([this](const EventEnvelope& envelope) { hear(envelope.event); }) {}

void LessonRun::hear(const Event& event) {
    if (const auto* failed = std::get_if<Failed>(&event))
        m_failure = failed->problem;
    if (const auto* changed = std::get_if<StateChanged>(&event))
        m_rests = changed->state != RunState::Training;
    tellBuilder(event);
}

void LessonRun::tellBuilder(const Event& event) {
    std::visit(EventHandlers{[this](const Prepared& it) {
                                 m_live.take(it, m_experiment);
                                 if (!m_speedChosen)
                                     m_live.setSpeed(watchableSpeed(it));
                             },
                             [this](const StateChanged& it) { m_live.take(it); },
                             [this](const Progress& it) { m_live.take(it); },
                             [this](const EpochDone& it) { m_live.take(it); },
                             [this](const Evaluated& it) { m_live.take(it); },
                             [this](const DivergedEvent& it) { m_live.take(it); },
                             [this](const CheckpointTaken& it) {
                                 if (it.checkpoint)
                                     m_live.take(*it.checkpoint);
                             },
                             [this](const LensAnswered& it) { m_live.take(it); },
                             [this](const Watched& it) { m_live.take(it.pictures.get()); },
                             [](const auto&) {}},
               event);
}

template<class Asked>
Result<AnswerTo<Asked>> LessonRun::await(Asked request) {
    m_failure.reset();
    auto answer = m_client.await(std::move(request), m_interrupted);
    if (answer)
        tellBuilder(*answer);
    return answer;
}

Result<void> LessonRun::awaitRest() {
    if (!m_client.waitUntil([this] { return m_rests; }, m_interrupted))
        return fail(ProblemKind::Request, "Interrupted.");
    return m_failure ? Result<void>(std::unexpected(*m_failure)) : Result<void>{};
}

bool LessonRun::canRun() const {
    return !m_experiment.data.empty() && analyse(m_experiment.network).runnable();
}

Result<void> LessonRun::prepare() {
    if (m_upToDate)
        return {};
    PrepareRequest request{.experiment = m_experiment, .from = nullptr};
    if (m_kept && m_prepared && m_prepared->training.seed == m_experiment.training.seed) {
        request.from = m_kept;
        request.renamed = renamesBetween(m_prepared->network, m_experiment.network);
    }
    // Who rolls the die wants others than those that the page begins with.
    const bool rolled = m_prepared && m_prepared->training.seed != m_experiment.training.seed;
    m_prepared.reset();
    m_rests = false;
    const auto prepared = await(std::move(request));
    if (!prepared) {
        m_kept.reset();
        return std::unexpected(prepared.error());
    }
    m_facts = *prepared;
    if (auto rested = awaitRest(); !rested)
        return rested;
    m_prepared = m_experiment;
    m_kept.reset();
    m_upToDate = true;
    return m_facts.weightsTaken > 0 || rolled ? Result<void>{} : setFirstWeights();
}

Result<void> LessonRun::setFirstWeights() {
    for (const auto& [name, numbers] : fittingWeights(m_firstWeights, m_experiment.network))
        for (std::size_t i = 0; i < numbers.size(); ++i)
            if (auto set = setWeight(name, static_cast<std::int64_t>(i), numbers[i]); !set)
                return set;
    return {};
}

Result<CheckpointPtr> LessonRun::checkpoint() {
    const auto taken = await(CheckpointRequest{});
    if (!taken)
        return std::unexpected(taken.error());
    return taken->checkpoint;
}

Result<void> LessonRun::setWeight(const std::string& name, std::int64_t index, double value) {
    const auto set = await(SetWeightRequest{name, index, value});
    return set ? Result<void>{} : std::unexpected(set.error());
}

Result<void> LessonRun::enter(const LessonStep& step) {
    auto experiment = experimentOf(step, m_experiment);
    if (!experiment)
        return std::unexpected(experiment.error());
    m_live.beginPage();
    m_live.filter().begin(step.scene && step.scene->kind == kFilterScene ? firstPicture(step.scene->options)
                                                                         : std::string());
    if (step.speed)
        chooseSpeed(*step.speed);
    const bool fresh = opens(step);
    if (fresh) {
        m_prepared.reset();
        m_kept.reset();
        m_upToDate = false;
        m_live.forgetRun();
        m_experiment = std::move(*experiment);
    } else if (auto changed = change(std::move(*experiment)); !changed) {
        return changed;
    }
    if (fresh || !step.weights.empty())
        m_firstWeights = step.weights;
    if (step.weights.empty())
        return {};
    if (auto ready = prepare(); !ready)
        return ready;
    return setFirstWeights();
}

Result<void> LessonRun::carryOut(const std::vector<LessonAction>& actions) {
    for (const LessonAction& action : actions)
        if (auto done = std::visit([this](const auto& one) { return act(one); }, action); !done)
            return done;
    return {};
}

/// Weights are kept over edits where they still fit and the seed is the same; the position where all do. The
/// learning rate is set in the run as it is.
Result<void> LessonRun::change(Experiment experiment) {
    if (experiment.training == m_experiment.training && experiment.data == m_experiment.data &&
        experiment.network == m_experiment.network && experiment.device == m_experiment.device &&
        experiment.threads == m_experiment.threads)
        return {};
    if (m_upToDate && sameBesidesLearningRate(m_experiment, experiment)) {
        if (auto set = await(SetLearningRateRequest{experiment.training.learningRate}); !set)
            return std::unexpected(set.error());
        m_experiment = std::move(experiment);
        m_prepared = m_experiment;
        return {};
    }
    if (m_upToDate) {
        auto taken = checkpoint();
        if (!taken)
            return std::unexpected(taken.error());
        m_kept = std::move(*taken);
    }
    m_experiment = std::move(experiment);
    m_upToDate = false;
    return {};
}

template<class Edit>
Result<void> LessonRun::act(const Edit& edit) {
    auto edited = withEdit(m_experiment, edit);
    if (!edited)
        return std::unexpected(edited.error());
    return change(std::move(*edited));
}

Result<void> LessonRun::act(const TrainAction& action) {
    if (auto ready = prepare(); !ready)
        return ready;
    const auto now = checkpoint();
    if (!now)
        return std::unexpected(now.error());
    const std::int64_t steps = action.steps + action.epochs * m_facts.stepsPerEpoch;
    m_rests = false;
    m_failure.reset();
    m_client.post(TrainRequest{.untilStep = (*now)->step + steps});
    return awaitRest();
}

Result<void> LessonRun::act(const ResetAction&) {
    m_live.beginRun();
    m_kept.reset();
    m_upToDate = false;
    return canRun() ? prepare() : Result<void>{};
}

Result<void> LessonRun::act(const EvaluateAction&) {
    if (auto ready = prepare(); !ready)
        return ready;
    const auto evaluated = await(EvaluateRequest{});
    return evaluated ? Result<void>{} : std::unexpected(evaluated.error());
}

Result<void> LessonRun::act(const SetWeightAction& action) {
    if (auto ready = prepare(); !ready)
        return ready;
    m_live.weightMoved(true);
    return setWeight(action.weight, action.index, action.value);
}

Result<void> LessonRun::act(const SetSpeedAction& action) {
    chooseSpeed(action.stepsPerSecond);
    return {};
}

/// Into a folder that is gone afterwards: what counts is that it was written and answered the same.
Result<void> LessonRun::act(const ExportAction& action) {
    const Format* format = findFormat(action.format);
    if (format == nullptr)
        return fail(ProblemKind::Request, sentence("There is no format named \"{:s}\".", action.format));
    if (auto ready = prepare(); !ready)
        return ready;
    auto weights = checkpoint();
    if (!weights)
        return std::unexpected(weights.error());
    const auto network = trainedNetwork({.experiment = m_experiment, .checkpoint = std::move(*weights)},
                                        "network", "protomind");
    if (!network)
        return std::unexpected(network.error());
    std::error_code error;
    const auto parent = std::filesystem::temp_directory_path(error);
    if (error)
        return std::unexpected(diskProblem(error.value(), parent));
    const PassingFolder folder(parent);
    if (folder.path().empty())
        return std::unexpected(diskProblem(folder.error(), parent));
    const auto written = exportNetwork(*format, *network, folder.path() / ("network" + format->extension));
    if (!written)
        return std::unexpected(written.error());
    if (isAgreed(*written))
        m_live.exported();
    return {};
}

Result<void> LessonRun::act(const SetPictureAction& action) {
    m_live.filter().setPicture(action.picture, filterPicture(action.picture));
    return {};
}

Result<void> LessonRun::act(const MoveWindowAction& action) {
    const auto present = filter();
    if (!present)
        return std::unexpected(present.error());
    m_live.filter().moveTo({action.row, action.column}, *present);
    return {};
}

Result<void> LessonRun::act(const GuessOutputAction& action) {
    const auto present = filter();
    if (!present)
        return std::unexpected(present.error());
    m_live.filter().guess(action.value, *present);
    return {};
}

Result<void> LessonRun::act(const LookAction& action) {
    if (auto ready = prepare(); !ready)
        return ready;
    const auto seen = await(requestOf(action));
    return seen ? Result<void>{} : std::unexpected(seen.error());
}

/// With its weights as they are now.
Result<PictureFilter> LessonRun::filter() {
    if (auto ready = prepare(); !ready)
        return std::unexpected(ready.error());
    if (auto seen = lookAtWeights(); !seen)
        return std::unexpected(seen.error());
    auto present = m_live.filterOf(m_experiment.network);
    if (!present)
        return fail(ProblemKind::Request, "The network has no Convolution with one filter alone.");
    return std::move(*present);
}

void LessonRun::chooseSpeed(double stepsPerSecond) {
    m_speedChosen = true;
    m_live.setSpeed(stepsPerSecond);
}

Analysis LessonRun::look() {
    Surroundings surroundings{.data = {}, .training = m_experiment.training, .memory = usableMemory()};
    std::optional<DataFacts> facts;
    if (!m_experiment.data.empty())
        if (const auto source = m_data.open(m_experiment.data, m_experiment.training.seed)) {
            surroundings.data = dataShapesOf(**source);
            facts = dataFactsOf(**source);
        }
    m_live.setData(std::move(facts));
    return analyse(m_experiment.network, surroundings);
}

Result<void> LessonRun::lookAtWeights() {
    WatchRequest request{.picturesPerSecond = 0};
    for (const auto& [name, size] : weightSizes(m_experiment.network))
        request.variables.push_back(name);
    if (request.variables.empty())
        return {};
    const auto seen = await(std::move(request));
    m_client.post(WatchRequest{.picturesPerSecond = 0});
    return seen ? Result<void>{} : std::unexpected(seen.error());
}

Result<LiveState> LessonRun::state() {
    const Analysis analysis = look();
    // With the data at hand: one that has another number of outputs can't run, and can be looked at.
    if (!m_experiment.data.empty() && analysis.runnable()) {
        if (auto ready = prepare(); !ready)
            return std::unexpected(ready.error());
        if (const auto taken = checkpoint(); !taken)
            return std::unexpected(taken.error());
        if (auto seen = lookAtWeights(); !seen)
            return std::unexpected(seen.error());
    }
    return m_live.state(m_experiment, analysis);
}

bool SolutionOutcome::good() const {
    return !before && after && problem.empty() && std::ranges::all_of(mistakes, &MistakeOutcome::good);
}

namespace {

/// Enters a step anew, with what the steps before it leave to it.
Result<void> enterAnew(LessonRun& run, const Lesson& lesson, std::size_t index) {
    std::size_t first = index;
    while (first > 0 && !opens(lesson.steps[first]))
        --first;
    for (; first < index; ++first) {
        const LessonStep& before = lesson.steps[first];
        if (auto entered = run.enter(before); !entered)
            return entered;
        if (before.task)
            if (auto solved = run.carryOut(before.task->solution); !solved)
                return solved;
    }
    return run.enter(lesson.steps[index]);
}

MistakeOutcome tried(LessonRun& run, const Lesson& lesson, std::size_t index,
                     const std::vector<LessonAction>& mistake) {
    auto done = enterAnew(run, lesson, index);
    if (done)
        done = run.carryOut(mistake);
    if (!done)
        return {.holds = false, .problem = done.error().text()};
    const auto state = run.state();
    if (!state)
        return {.holds = false, .problem = state.error().text()};
    return {.holds = missingFor(lesson.steps[index].task->check, *state).empty(), .problem = {}};
}

} // namespace

std::vector<SolutionOutcome> checkSolutions(const Lesson& lesson, const std::function<bool()>& interrupted) {
    std::vector<SolutionOutcome> outcomes;
    LessonRun run(interrupted);
    LessonRun aside(interrupted);
    for (std::size_t index = 0; index < lesson.steps.size(); ++index) {
        const LessonStep& step = lesson.steps[index];
        SolutionOutcome outcome{.step = step.id};
        const auto lookAt = [&](bool& holds) -> Result<void> {
            const auto state = run.state();
            if (!state)
                return std::unexpected(state.error());
            outcome.missing = missingFor(step.task->check, *state);
            holds = outcome.missing.empty();
            return {};
        };
        auto done = run.enter(step);
        if (step.task) {
            if (done)
                done = lookAt(outcome.before);
            if (done)
                done = run.carryOut(step.task->solution);
            if (done)
                done = lookAt(outcome.after);
        }
        if (!done)
            outcome.problem = done.error().text();
        if (step.task && done)
            for (const std::vector<LessonAction>& mistake : step.task->wrong)
                outcome.mistakes.push_back(tried(aside, lesson, index, mistake));
        if (step.task || !done)
            outcomes.push_back(std::move(outcome));
        if (interrupted && interrupted())
            break;
    }
    return outcomes;
}

} // namespace protomind
