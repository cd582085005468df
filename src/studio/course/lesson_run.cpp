// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_run.h"

#include "studio/course/lesson_edit.h"
#include "studio/course/task_check.h"
#include "studio/network/carried_weights.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace protomind {

namespace {

/// Nobody can wake a condition variable from a signal, so it is looked this often.
constexpr std::chrono::milliseconds kLookForInterrupt{50};

/// Those of one sample number and one target number.
std::vector<std::array<float, 2>> pairsOf(const DataSet& set) {
    const DataDescription& description = set.description();
    if (description.targetKind != TargetKind::Values || description.sampleShape.elementCount() != 1 ||
        description.targetShape.elementCount() != 1)
        return {};
    std::vector<std::array<float, 2>> pairs(static_cast<std::size_t>(set.size()));
    for (std::size_t i = 0; i < pairs.size(); ++i)
        set.read(static_cast<std::int64_t>(i), std::span(&pairs[i][0], 1), std::span(&pairs[i][1], 1));
    return pairs;
}

bool opens(const LessonStep& step) {
    return !step.templateName.empty() || step.network;
}

std::optional<double> known(double figure) {
    return figure < 0 ? std::nullopt : std::optional(figure);
}

} // namespace

LessonRun::LessonRun(std::function<bool()> interrupted)
    : m_interrupted(std::move(interrupted))
    , m_session([this](const Event& event) {
        {
            const std::scoped_lock lock(m_mutex);
            m_events.push_back(event);
        }
        m_arrived.notify_one();
    }) {}

Result<Event> LessonRun::next() {
    std::unique_lock lock(m_mutex);
    while (m_events.empty()) {
        if (m_interrupted && m_interrupted())
            return fail(ProblemKind::Request, "Interrupted.");
        m_arrived.wait_for(lock, kLookForInterrupt);
    }
    Event event = std::move(m_events.front());
    m_events.pop_front();
    return event;
}

template<class E>
Result<E> LessonRun::await() {
    while (true) {
        const auto event = next();
        if (!event)
            return std::unexpected(event.error());
        if (const E* wanted = std::get_if<E>(&*event))
            return *wanted;
        if (const auto* failed = std::get_if<Failed>(&*event))
            return std::unexpected(failed->problem);
    }
}

Result<void> LessonRun::awaitRest() {
    std::optional<Problem> problem;
    while (true) {
        const auto event = next();
        if (!event)
            return std::unexpected(event.error());
        if (std::holds_alternative<DivergedEvent>(*event))
            m_diverged = true;
        else if (const auto* failed = std::get_if<Failed>(&*event))
            problem = failed->problem;
        else if (const auto* changed = std::get_if<StateChanged>(&*event);
                 changed && changed->state != RunState::Training) {
            m_state = changed->state;
            if (problem)
                return std::unexpected(*problem);
            return {};
        }
    }
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
    const bool changed = !m_prepared || !trainsTheSame(*m_prepared, m_experiment);
    m_prepared.reset();
    m_session.post(std::move(request));
    const auto prepared = await<Prepared>();
    if (!prepared) {
        m_state = RunState::Idle;
        m_kept.reset();
        return std::unexpected(prepared.error());
    }
    m_facts = *prepared;
    m_stepOfChange = changed ? m_facts.step : std::min(m_stepOfChange, m_facts.step);
    if (rolled)
        m_movesInRun = 0;
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
    m_session.post(CheckpointRequest{++m_tag});
    const auto taken = await<CheckpointTaken>();
    if (!taken)
        return std::unexpected(taken.error());
    return taken->checkpoint;
}

/// An answer comes only where it fails, so another question is asked behind it.
Result<void> LessonRun::setWeight(const std::string& name, std::int64_t index, double value) {
    m_session.post(SetWeightRequest{name, index, value});
    m_session.post(PauseRequest{});
    return awaitRest();
}

Result<void> LessonRun::enter(const LessonStep& step) {
    auto experiment = experimentOf(step, m_experiment);
    if (!experiment)
        return std::unexpected(experiment.error());
    m_diverged = false;
    m_movesByHand = m_movesInRun = 0;
    if (step.speed)
        m_speed = *step.speed;
    const bool fresh = opens(step);
    if (fresh) {
        m_prepared.reset();
        m_kept.reset();
        m_upToDate = false;
        m_state = RunState::Idle;
        m_experiment = std::move(*experiment);
        m_test = {};
        m_validation = {};
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

/// Weights are kept over edits where they still fit and the seed is the same; the position where all do.
Result<void> LessonRun::change(Experiment experiment) {
    const bool sameData = experiment.data == m_experiment.data;
    if (experiment.training == m_experiment.training && sameData &&
        experiment.network == m_experiment.network)
        return {};
    if (m_upToDate) {
        auto taken = checkpoint();
        if (!taken)
            return std::unexpected(taken.error());
        m_kept = std::move(*taken);
    }
    m_test = {};
    m_validation = {};
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
    m_session.post(TrainRequest{.untilStep = (*now)->step + steps});
    m_test = {};
    m_validation = {};
    return awaitRest();
}

Result<void> LessonRun::act(const ResetAction&) {
    m_movesInRun = 0;
    m_kept.reset();
    m_upToDate = false;
    m_test = {};
    m_validation = {};
    return canRun() ? prepare() : Result<void>{};
}

Result<void> LessonRun::act(const EvaluateAction&) {
    if (auto ready = prepare(); !ready)
        return ready;
    m_session.post(EvaluateRequest{});
    const auto evaluated = await<Evaluated>();
    if (!evaluated)
        return std::unexpected(evaluated.error());
    (evaluated->split == Split::Test ? m_test : m_validation) = {known(evaluated->loss),
                                                                 known(evaluated->accuracy)};
    return {};
}

Result<void> LessonRun::act(const SetWeightAction& action) {
    if (auto ready = prepare(); !ready)
        return ready;
    ++m_movesByHand;
    ++m_movesInRun;
    m_test = {};
    m_validation = {};
    return setWeight(action.weight, action.index, action.value);
}

Result<void> LessonRun::act(const SetSpeedAction& action) {
    m_speed = action.stepsPerSecond;
    return {};
}

Result<LiveState> LessonRun::state() {
    LiveState state;
    state.experiment = m_experiment;
    state.diverged = m_diverged;
    state.speed = m_speed;
    state.movesByHand = m_movesByHand;
    state.movesByHandInRun = m_movesInRun;
    state.analysis = analyse(m_experiment.network);
    addData(state);
    // With the data at hand: one that has another number of outputs can't run, and can be looked at.
    if (m_experiment.data.empty() || !state.analysis.runnable())
        return state;
    if (auto ready = prepare(); !ready)
        return std::unexpected(ready.error());
    const auto taken = checkpoint();
    if (!taken)
        return std::unexpected(taken.error());
    addRun(state, **taken);
    return state;
}

void LessonRun::addData(LiveState& state) {
    if (m_experiment.data.empty())
        return;
    const auto source = m_data.open(m_experiment.data, m_experiment.training.seed);
    if (!source)
        return;
    const DataDescription& description = (*source)->training->description();
    state.dataName = description.name;
    state.dataSamples = (*source)->training->size();
    if (description.targetKind == TargetKind::Class)
        state.dataClasses = static_cast<std::int64_t>(description.classNames.size());
    state.pairs = pairsOf(*(*source)->training);
    state.analysis = analyse(m_experiment.network, dataShapesOf(**source));
}

void LessonRun::addRun(LiveState& state, const Checkpoint& checkpoint) const {
    // A session takes any run of so many steps for finished; a person sees one of so many epochs.
    const std::int64_t planned = m_facts.stepsPerEpoch * m_experiment.training.epochs;
    state.run = m_state == RunState::Finished && checkpoint.step < planned ? RunState::Paused : m_state;
    state.steps = checkpoint.step;
    state.trained = checkpoint.step > 0;
    state.epochs = epochsAfter(checkpoint.step, m_facts);
    state.stepOfChange = m_stepOfChange;
    state.setFigures(checkpoint.history);
    if (m_validation.loss)
        state.validation = m_validation;
    state.test = m_test;
    for (const auto& [name, size] : weightSizes(m_experiment.network))
        if (const auto found = checkpoint.variables.find(name); found != checkpoint.variables.end())
            state.weights[name] = found->second.values;
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
