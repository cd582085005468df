// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the steps of a document's history do to the weights.
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"

#include <algorithm>

namespace protomind {

namespace {

WeightShapes shapesOf(const TrainedWeights& weights, const LayerRenames& renames) {
    WeightShapes have;
    const auto add = [&](const std::string& name, const Shape& shape) {
        if (auto now = renamedVariable(name, renames))
            have.emplace(std::move(*now), shape);
    };
    if (weights.checkpoint) {
        for (const auto& [name, value] : weights.checkpoint->variables)
            add(name, value.shape);
    } else if (const auto shapes = weightShapes(weights.trainedAs->network)) {
        for (const auto& [name, shape] : *shapes)
            add(name, shape);
    }
    return have;
}

} // namespace

LayerRenames RunController::renames() const {
    return m_origin.weights
               ? renamesBetween(m_origin.weights->trainedAs->network, m_document.network(), m_origin.renewed)
               : LayerRenames();
}

const std::optional<CarriedWeights>& RunController::carried() const {
    if (!std::exchange(m_carriedKnown, true)) {
        m_carried.reset();
        if (sameSeed() && !m_origin.weights->givenUp)
            m_carried = carriedWeights(m_document.network(), shapesOf(*m_origin.weights, renames()));
    }
    return m_carried;
}

void RunController::forgetRenamed() {
    const bool ofOthers = !m_origin.weights || m_renamed.of != m_origin.weights->checkpoint;
    if (!m_renamed.asked && ofOthers)
        m_renamed = {};
}

Moment RunController::moment() {
    if (isAhead())
        askForCheckpoint();
    return m_origin;
}

void RunController::returnTo(const Moment& moment) {
    takeUp(moment);
    followHistory();
    adaptDocumentCheckpoint();
}

/// By hand, and nothing has happened to the weights since but that: what the step sets is all there is to do.
bool RunController::goesOnInPlace(const StepWeights& step, WeightEffect effect) const {
    return effect == WeightEffect::ByHand && m_phase == Phase::Prepared && fits(m_prepared) &&
           step.trainings == m_trainings;
}

void RunController::beginStep(StepWeights& step, WeightEffect effect, StepWay way) {
    m_inStep = true;
    m_tookBack = false;
    m_gaveUp = false;
    m_base.reset();
    m_setLater.clear();
    m_inPlace = way == StepWay::Do || way == StepWay::Continue || goesOnInPlace(step, effect);
    if (effect == WeightEffect::None)
        return;
    switch (way) {
    case StepWay::Do:
        step.before = moment();
        break;
    case StepWay::Continue:
        step.separate = effect == WeightEffect::Structure && m_takenUp && isAhead();
        if (step.separate)
            step.before = moment();
        break;
    case StepWay::Undo:
        if (!m_inPlace)
            step.after = moment();
        break;
    case StepWay::Redo:
        if (m_inPlace)
            break;
        if (!step.after)
            m_base = step.before;
        step.before = moment();
        break;
    }
    noteFresh();
}

/// What is known of the weights before a step, so that only what it does itself is told.
void RunController::noteFresh() {
    m_knownBefore = carried().has_value();
    m_hadWeights = carried() ? !carried()->kept.empty() : sameSeed();
    if (carried())
        m_freshBefore = {carried()->fresh.begin(), carried()->fresh.end()};
}

void RunController::endStep(StepWeights& step, WeightEffect effect, StepWay way) {
    m_inStep = false;
    const bool edited = m_edited;
    const CheckpointPtr before = m_document.checkpoint();
    if (effect != WeightEffect::None) {
        m_takenUp = false;
        if (way == StepWay::Undo || way == StepWay::Redo)
            goBack(step, effect, way);
        else if (effect == WeightEffect::Anew)
            beginAnew();
        step.trainings = m_inPlace ? m_trainings : 0;
    }
    if (m_edited || effect != WeightEffect::None)
        followEdit();
    if (effect != WeightEffect::None)
        emit weightsFollowed(newsOf(effect, way, edited));
    if (m_document.checkpoint() != before)
        emit checkpointStored();
}

/// A person starts what begins anew, also where there was nothing yet to take back.
void RunController::beginAnew() {
    const bool forgot = forgetTraining();
    if (takeUp({}))
        followHistory();
    if (forgot)
        emit stateChanged(m_state);
}

void RunController::goBack(StepWeights& step, WeightEffect effect, StepWay way) {
    const std::optional<Moment>& there = way == StepWay::Undo ? step.before : m_base ? m_base : step.after;
    if (!there)
        return;
    if (m_inPlace && effect == WeightEffect::ByHand) {
        if (way == StepWay::Undo) {
            // Of weights that are no longer kept only the session has what they were.
            const bool kept = !there->weights || !there->weights->givenUp;
            if (kept)
                m_origin = *there;
            m_trainedSinceCheckpoint = !kept || m_state == RunState::Training;
            forgetCarried();
        }
        return;
    }
    if (there->weights && there->weights->givenUp) {
        m_gaveUp = true;
        followHistory();
        return;
    }
    const TrainedWeightsPtr here = m_origin.weights;
    m_tookBack = takeUp(*there) && here && here != there->weights;
    followHistory();
    if (m_base)
        setAgain();
}

void RunController::setAgain() {
    for (const WeightSet& event : m_setLater)
        setWeight(event);
}

/// Other weights become those of the network; they reach the session when the burst of steps has ended. False
/// where they are those that it has.
bool RunController::takeUp(const Moment& moment) {
    const bool same = moment == m_origin && !m_trainedSinceCheckpoint && m_state != RunState::Training;
    m_origin = moment;
    forgetCarried();
    forgetRenamed();
    const bool forgot = !(fits(m_toTrain) && (same || moment.weights)) && forgetTraining();
    if (same) {
        if (forgot)
            emit stateChanged(m_state);
        return false;
    }
    const bool goesOn =
        m_state == RunState::Training && moment.weights && fits(m_prepared) && !trainingObstacle(m_document);
    ++m_trainings;
    m_trainedSinceCheckpoint = false;
    leaveRun();
    m_picturesOfPrepared.reset();
    std::erase_if(m_waiting, [](const Waiting& waiting) {
        return std::holds_alternative<SetWeightRequest>(waiting.envelope.request) ||
               std::holds_alternative<StepRequest>(waiting.envelope.request);
    });
    if (goesOn)
        letTrainingWait();
    m_client->post(PauseRequest{});
    setState(RunState::Idle);
    m_reprepare = true;
    m_adaptTimer.start();
    if (forgot)
        emit stateChanged(m_state);
    return true;
}

/// The curve is that of the weights.
void RunController::followHistory() {
    m_historyAwaited = m_origin.weights && m_origin.weights->onTheWay;
    if (m_historyAwaited)
        return;
    const bool all = carried() && carried()->all() && m_origin.weights->checkpoint;
    std::vector<HistoryPoint> history;
    if (all)
        history = m_origin.weights->checkpoint->history;
    m_step = all ? m_origin.weights->checkpoint->step : 0;
    if (history == m_history)
        return;
    m_history = std::move(history);
    emit historyChanged();
}

WeightNews RunController::newsOf(WeightEffect effect, StepWay way, bool edited) const {
    using Kind = WeightNews::Kind;
    if (m_gaveUp)
        return {.kind = Kind::GivenUp, .layers = {}};
    if (way == StepWay::Undo || way == StepWay::Redo)
        return {.kind = m_tookBack && way == StepWay::Undo ? Kind::TakenBack : Kind::Settled, .layers = {}};
    if (!m_hadWeights)
        return {};
    if (effect == WeightEffect::Anew)
        return {.kind = edited ? Kind::AllNew : Kind::Reset, .layers = {}};
    if (m_origin.weights && !sameSeed())
        return {.kind = Kind::Reset, .layers = {}};
    if (!carried())
        return {.kind = m_knownBefore ? Kind::Waiting : Kind::Nothing, .layers = {}};
    const std::vector<LayerId>& fresh = carried()->fresh;
    if (carried()->kept.empty())
        return {.kind = Kind::AllNew, .layers = {}};
    if (fresh.empty())
        return {.kind = m_knownBefore && m_freshBefore.empty() ? Kind::Nothing : Kind::Settled, .layers = {}};
    if (std::ranges::all_of(fresh, [this](LayerId id) { return m_freshBefore.contains(id); }))
        return {};
    WeightNews news{.kind = Kind::SomeNew, .layers = {}};
    for (const LayerId id : fresh)
        news.layers.push_back(m_document.network().layer(id)->name);
    return news;
}

} // namespace protomind
