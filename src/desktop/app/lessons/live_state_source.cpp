// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/live_state_source.h"

#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"

#include <algorithm>

namespace protomind {

namespace {

constexpr int kTellMilliseconds = 50;

std::optional<double> known(double figure) {
    return figure >= 0 ? std::optional(figure) : std::nullopt;
}

} // namespace

LiveStateSource::LiveStateSource(Document& document, RunController& run, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_run(run) {
    m_telling.setSingleShot(true);
    m_telling.setInterval(kTellMilliseconds);
    connect(&m_telling, &QTimer::timeout, this, &LiveStateSource::changed);
    connect(&document, &Document::changed, this, &LiveStateSource::follow);
    connect(&run, &RunController::picturesChanged, this, &LiveStateSource::takeWeights);
    connect(&run, &RunController::historyChanged, this, [this] {
        forgetEvaluations();
        tell();
    });
    connect(&run, &RunController::stateChanged, this, &LiveStateSource::tell);
    connect(&run, &RunController::speedChanged, this, &LiveStateSource::tell);
    connect(&run, &RunController::prepared, this, &LiveStateSource::followPreparing);
    connect(&run, &RunController::progressed, this, [this](const Progress& event) {
        m_steps = event.step;
        m_epochs = event.epoch;
        tell();
    });
    connect(&run, &RunController::epochDone, this, [this](const EpochDone& event) {
        m_steps = event.step;
        m_epochs = static_cast<double>(event.epoch);
        m_validation = {};
        tell();
    });
    connect(&run, &RunController::stateChanged, this, [this](RunState state) {
        if (state == RunState::Training)
            forgetEvaluations();
    });
    connect(&run, &RunController::checkpointStored, this, &LiveStateSource::tell);
    connect(&run, &RunController::evaluated, this, [this](const Evaluated& event) {
        (event.split == Split::Test ? m_test : m_validation) = {event.loss, known(event.accuracy)};
        tell();
    });
    connect(&run, &RunController::diverged, this, [this] {
        m_diverged = true;
        tell();
    });
}

void LiveStateSource::followPreparing(const Prepared& event) {
    forgetEvaluations();
    const Experiment& now = m_document.experiment();
    const bool changed = m_preparedAs && !trainsTheSame(*m_preparedAs, now);
    m_stepOfChange = changed ? event.step : std::min(m_stepOfChange, event.step);
    m_preparedAs = now;
    m_steps = event.step;
    m_epochs = epochsAfter(event.step, event);
    tell();
}

void LiveStateSource::forgetRun() {
    m_preparedAs.reset();
    m_stepOfChange = 0;
    m_steps = 0;
    m_epochs = 0;
    forgetEvaluations();
}

/// What was evaluated is another network now.
void LiveStateSource::forgetEvaluations() {
    m_validation = m_test = {};
}

void LiveStateSource::setData(const LoadedDataPtr& data) {
    m_data = data;
    tell();
}

void LiveStateSource::beginPage() {
    m_diverged = false;
    m_movesByHand = 0;
    beginRun();
}

void LiveStateSource::beginRun() {
    m_movesInRun = 0;
    tell();
}

void LiveStateSource::follow(const ChangeEvent& event) {
    if (std::holds_alternative<WeightSet>(event)) {
        forgetEvaluations();
        if (!m_handsOff) {
            ++m_movesByHand;
            ++m_movesInRun;
        }
    }
    if (std::holds_alternative<DocumentReplaced>(event)) {
        m_data.reset();
        m_weights.clear();
        forgetRun();
    }
    tell();
}

void LiveStateSource::takeWeights() {
    m_weights.clear();
    if (const auto& pictures = m_run.pictures())
        for (const LayerWeights& weights : pictures->weights) {
            m_weights[weights.weight] = weights.values.values;
            if (!weights.biases.empty())
                m_weights[weights.layer + "/bias"] = weights.biases;
        }
    emit weightsChanged();
    tell();
}

bool LiveStateSource::hasData() const {
    const std::string& data = m_document.experiment().data;
    return data.empty() || trainingObstacle(m_document) || (m_data && m_data->text == data);
}

bool LiveStateSource::hasWeights(const std::map<std::string, std::vector<float>>& weights) const {
    if (trainingObstacle(m_document))
        return true;
    if (m_run.isPreparing())
        return false;
    return std::ranges::all_of(weights, [this](const auto& wanted) {
        const auto present = m_weights.find(wanted.first);
        // Weights of large layers are not shown.
        return present == m_weights.end() ? m_run.pictures() != nullptr && !m_weights.empty()
                                          : present->second == wanted.second;
    });
}

void LiveStateSource::tell() {
    if (!m_telling.isActive())
        m_telling.start();
}

LiveState LiveStateSource::state() const {
    LiveState state;
    state.experiment = m_document.experiment();
    state.analysis = m_document.analysis();
    if (m_data) {
        state.dataName = m_data->description.name;
        state.dataSamples = m_data->trainingSize;
        if (!m_data->classCounts.empty())
            state.dataClasses = static_cast<std::int64_t>(m_data->classCounts.size());
        if (m_data->kind == DataPictureKind::Line && m_data->description.targetShape.elementCount() == 1)
            for (std::int64_t i = 0; i < m_data->training.count(); ++i)
                state.pairs.push_back({m_data->training.sample(i)[0], m_data->training.target(i)[0]});
    }
    state.run = m_run.state();
    state.trained = m_run.isTrained();
    state.diverged = m_diverged;
    state.speed = m_run.speed();
    // An edit reaches the run a little later: until then its figures are those of what was there before.
    if (m_preparedAs && trainsTheSame(*m_preparedAs, state.experiment)) {
        state.steps = m_steps;
        state.epochs = m_epochs;
        state.stepOfChange = m_stepOfChange;
        state.setFigures(m_run.history());
        if (m_validation.loss)
            state.validation = m_validation;
        state.test = m_test;
    }
    state.weights = m_weights;
    state.movesByHand = m_movesByHand;
    state.movesByHandInRun = m_movesInRun;
    return state;
}

} // namespace protomind
