// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/live_state_builder.h"

#include "studio/session/epoch_point.h"

#include <algorithm>
#include <iterator>

namespace protomind {

namespace {

/// Both that a task looks at: see missingFor().
constexpr std::size_t kEpochsKept = 2;

std::optional<double> measured(double figure) {
    return figure >= 0 ? std::optional(figure) : std::nullopt;
}

bool hasSameWeights(const Experiment& a, const Experiment& b) {
    return a.training.seed == b.training.seed && sameStructure(a.network, b.network);
}

} // namespace

void LiveStateBuilder::beginPage() {
    m_diverged = false;
    m_movesByHand = 0;
    m_exports = 0;
    m_runs = {};
    m_speeds.clear();
    m_looks.clear();
    m_filter.beginPage();
    beginRun();
}

std::optional<PictureFilter> LiveStateBuilder::filterOf(const Network& network) const {
    const Layer* layer = filterLayer(network);
    return layer != nullptr ? presentFilter(*layer, m_weights) : std::nullopt;
}

void LiveStateBuilder::setSpeed(double stepsPerSecond) {
    if (stepsPerSecond == m_speed)
        return;
    m_speed = stepsPerSecond;
    m_atFullSpeed = false; // The steps under way are some of the one and some of the other kind.
}

void LiveStateBuilder::weightMoved(bool byHand) {
    forgetEvaluations(); // What was evaluated is another network now.
    if (byHand) {
        ++m_movesByHand;
        ++m_movesInRun;
    }
}

void LiveStateBuilder::take(const Prepared& event, const Experiment& preparedAs) {
    forgetEvaluations();
    const std::int64_t stepsBefore = m_steps;
    const bool changed = m_preparedAs && !trainsTheSame(*m_preparedAs, preparedAs);
    // Who rolls the die begins with other weights than those that were moved.
    if (m_preparedAs && m_preparedAs->training.seed != preparedAs.training.seed)
        m_movesInRun = 0;
    m_stepOfChange = changed ? event.step : std::min(m_stepOfChange, event.step);
    if (!m_preparedAs || changed)
        m_speeds.clear();
    m_speeds.begin(event.device, event.threads, event.step);
    m_stepsPerSecond.reset();
    m_preparedAs = preparedAs;
    m_facts = event;
    m_steps = event.step;
    if (event.step == 0)
        m_lastEpochs.clear();
    // What was seen in another network says nothing of this one.
    if (changed || event.step < stepsBefore)
        m_looks.clear();
}

void LiveStateBuilder::take(const StateChanged& event) {
    m_run = event.state;
    if (m_run == RunState::Training)
        forgetEvaluations();
    m_speeds.pause(m_steps);
    m_atFullSpeed = m_speed == 0;
}

void LiveStateBuilder::take(const Progress& event) {
    m_steps = event.step;
    m_stepsPerSecond = event.stepsPerSecond > 0 ? std::optional(event.stepsPerSecond) : std::nullopt;
    if (m_atFullSpeed)
        m_speeds.take(event.step, event.stepsPerSecond);
    else
        m_speeds.pause(event.step);
    m_atFullSpeed = m_speed == 0;
}

void LiveStateBuilder::take(const EpochDone& event) {
    m_steps = event.step;
    m_validation = {};
    if (!m_lastEpochs.empty() && m_lastEpochs.back().step >= event.step)
        return;
    if (m_lastEpochs.size() == kEpochsKept)
        m_lastEpochs.erase(m_lastEpochs.begin());
    m_lastEpochs.push_back(historyPointOf(event));
}

void LiveStateBuilder::take(const Evaluated& event) {
    (event.split == Split::Test ? m_test : m_validation) = {measured(event.loss), measured(event.accuracy)};
    noteRun(event);
}

void LiveStateBuilder::noteRun(const Evaluated& event) {
    // What is tested on the way, between two steps of a run, is no result of it.
    if (!m_preparedAs || m_run == RunState::Training)
        return;
    const TestedRun tested{.experiment = *m_preparedAs, .facts = m_facts, .result = event, .steps = m_steps};
    if (auto run = recordOf(tested); run && run->isFair())
        m_runs.add(std::move(*run));
}

void LiveStateBuilder::take(const Checkpoint& checkpoint) {
    // A run that diverged went back to its last finite state, and tells nothing until it goes on.
    if (m_run == RunState::Diverged)
        m_steps = checkpoint.step;
    if (checkpoint.step == m_steps)
        setHistory(checkpoint.history);
}

void LiveStateBuilder::take(const Pictures* pictures) {
    m_weights.clear();
    if (pictures == nullptr)
        return;
    for (const LayerWeights& seen : pictures->weights) {
        m_weights[seen.weight] = seen.values.values;
        if (!seen.biases.empty())
            m_weights[seen.bias] = seen.biases;
    }
    for (const auto& [name, values] : pictures->variables)
        m_weights[name] = values.values;
}

void LiveStateBuilder::setHistory(std::span<const HistoryPoint> history) {
    const auto last = history.last(std::min(history.size(), kEpochsKept));
    m_lastEpochs.assign(last.begin(), last.end());
}

void LiveStateBuilder::forgetRun() {
    m_preparedAs.reset();
    m_run = RunState::Idle;
    m_lastEpochs.clear();
    m_stepOfChange = 0;
    m_steps = 0;
    m_stepsPerSecond.reset();
    m_speeds.clear();
    forgetEvaluations();
    forgetWeights();
}

LiveState LiveStateBuilder::state(const Experiment& experiment, const Analysis& analysis) const {
    LiveState state;
    state.experiment = experiment;
    state.analysis = analysis;
    if (hasData(experiment.data)) {
        state.dataName = m_data->name;
        state.dataSamples = m_data->samples;
        state.dataClasses = m_data->classes;
        state.pairs = m_data->pairs;
    }
    state.diverged = m_diverged;
    state.speed = m_speed;
    state.looks = m_looks;
    state.filter = m_filter;
    state.movesByHand = m_movesByHand;
    state.exports = m_exports;
    std::ranges::copy_if(m_runs.runs(), std::back_inserter(state.runs),
                         [&](const RunRecordPtr& run) { return run->experiment.data == experiment.data; });
    std::ranges::stable_sort(state.runs,
                             [](const RunRecordPtr& a, const RunRecordPtr& b) { return isBetter(*a, *b); });
    state.movesByHandInRun = m_movesInRun;
    if (!experiment.data.empty() && analysis.runnable())
        addRun(state);
    return state;
}

void LiveStateBuilder::addRun(LiveState& state) const {
    state.run = m_run;
    state.weights = m_weights;
    if (!m_preparedAs)
        return;
    state.device = m_facts.device;
    state.threads = m_facts.threads;
    state.trained = m_steps > 0 && hasSameWeights(*m_preparedAs, state.experiment);
    // An edit reaches the run a little later: until then its figures are those of what was there before.
    if (!trainsTheSame(*m_preparedAs, state.experiment))
        return;
    // A session takes any run of so many steps for finished; a person sees one of so many epochs.
    if (m_run == RunState::Finished && m_steps < m_facts.stepsPerEpoch * state.experiment.training.epochs)
        state.run = RunState::Paused;
    state.steps = m_steps;
    state.epochs = epochsAfter(m_steps, m_facts);
    state.stepOfChange = m_stepOfChange;
    state.stepsPerSecond = m_stepsPerSecond;
    state.ways = m_speeds.ways();
    state.setFigures(m_lastEpochs);
    if (m_validation.loss)
        state.validation = m_validation;
    state.test = m_test;
}

} // namespace protomind
