// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/live_state_source.h"

#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"

#include <algorithm>

namespace protomind {

namespace {

constexpr int kTellMilliseconds = 50;

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
        m_live.weightMoved(false);
        m_live.setHistory(m_run.history());
        tell();
    });
    connect(&run, &RunController::speedChanged, this, [this](double stepsPerSecond) {
        m_live.setSpeed(stepsPerSecond);
        tell();
    });
    connect(&run, &RunController::prepared, this, &LiveStateSource::followPreparing);
    const auto follow = [this](const auto& event) {
        m_live.take(event);
        tell();
    };
    connect(&run, &RunController::stateChanged, this,
            [follow](RunState state) { follow(StateChanged{state}); });
    connect(&run, &RunController::progressed, this, follow);
    connect(&run, &RunController::epochDone, this, follow);
    connect(&run, &RunController::evaluated, this, follow);
    connect(&run, &RunController::diverged, this, follow);
    connect(&run, &RunController::checkpointStored, this, &LiveStateSource::followCheckpoint);
    m_live.setSpeed(run.speed());
    m_live.take(StateChanged{run.state()});
}

void LiveStateSource::followPreparing(const Prepared& event) {
    m_live.take(event, *m_run.preparedExperiment());
    m_live.setHistory(m_run.history());
    tell();
}

void LiveStateSource::followCheckpoint() {
    if (const CheckpointPtr& checkpoint = m_document.checkpoint())
        m_live.take(*checkpoint);
    tell();
}

void LiveStateSource::setData(const LoadedDataPtr& data) {
    m_live.setData(data ? std::optional(data->facts) : std::nullopt);
    tell();
}

void LiveStateSource::beginPage() {
    m_live.beginPage();
    emit pageBegan();
    tellOfFilter();
}

void LiveStateSource::beginFilter(const std::string& picture) {
    m_live.filter().begin(picture);
    tellOfFilter();
}

void LiveStateSource::chooseFilterPicture(std::string name, GreyPicturePtr picture) {
    m_live.filter().setPicture(std::move(name), std::move(picture));
    tellOfFilter();
}

void LiveStateSource::moveFilter(FilterPlace place) {
    if (const auto present = presentFilter())
        m_live.filter().moveTo(place, *present);
    tellOfFilter();
}

void LiveStateSource::guessFilter(double value) {
    if (const auto present = presentFilter())
        m_live.filter().guess(value, *present);
    tellOfFilter();
}

std::optional<PictureFilter> LiveStateSource::presentFilter() const {
    return m_live.filterOf(m_document.network());
}

void LiveStateSource::tellOfFilter() {
    emit filterChanged();
    tell();
}

void LiveStateSource::beginRun() {
    m_live.beginRun();
    tell();
}

void LiveStateSource::exported() {
    m_live.exported();
    tell();
}

void LiveStateSource::looked(const LensAnswered& answer) {
    m_live.take(answer);
    tell();
}

void LiveStateSource::follow(const ChangeEvent& event) {
    if (std::holds_alternative<WeightSet>(event))
        m_live.weightMoved(!m_handsOff);
    if (std::holds_alternative<DocumentReplaced>(event)) {
        m_live.setData(std::nullopt);
        m_live.forgetRun();
    }
    tell();
}

void LiveStateSource::takeWeights() {
    m_live.take(m_run.pictures().get());
    emit weightsChanged();
    tell();
}

bool LiveStateSource::hasData() const {
    const std::string& data = m_document.experiment().data;
    return data.empty() || trainingObstacle(m_document) || m_live.hasData(data);
}

bool LiveStateSource::hasWeights(const std::map<std::string, std::vector<float>>& weights) const {
    if (trainingObstacle(m_document))
        return true;
    if (m_run.isPreparing())
        return false;
    const auto& known = m_live.weights();
    return std::ranges::all_of(weights, [this, &known](const auto& wanted) {
        const auto present = known.find(wanted.first);
        // The network may be one that does not have it.
        return present == known.end() ? m_run.pictures() != nullptr && !known.empty()
                                      : present->second == wanted.second;
    });
}

void LiveStateSource::tell() {
    if (!m_telling.isActive())
        m_telling.start();
}

LiveState LiveStateSource::state() const {
    return m_live.state(m_document.experiment(), m_document.analysis());
}

} // namespace protomind
