// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/watcher.h"

#include "studio/lens/reduce_picture.h"

#include <algorithm>

namespace protomind {

namespace {

/// Gradients have a share of their own: in a large network they cost much more than a look.
constexpr double kGradientShare = 0.01;
constexpr double kGradientInterval = 1.0 / 20;
/// How much of a new measurement is believed where it is smaller than before.
constexpr double kForgetting = 0.1;

} // namespace

void Watcher::Pace::done(double started, double ended, double interval, double share) {
    const double took = ended - started;
    cost = took > cost ? took : cost + kForgetting * (took - cost);
    due = std::max(started + interval, ended + cost * (1 / share - 1));
}

void Watcher::ask(WatchRequest request) {
    if (m_asked && request == m_request)
        return;
    m_asked = true;
    m_request = std::move(request);
    attach(m_trainer);
}

void Watcher::attach(Trainer* trainer) {
    if (trainer != m_trainer) {
        m_gradients.clear();
        m_updates.clear();
    }
    m_trainer = trainer;
    m_plan.reset();
    m_generatorPlan.reset();
    m_failed = false;
    m_pace = {};
    m_gradientPace = {};
    m_beforeMove = -1;
}

bool Watcher::plan() {
    if (!m_plan && !m_failed)
        m_failed = !makePlan();
    return m_plan.has_value();
}

Result<void> Watcher::makePlan() {
    auto planned = WatchPlan::of(*m_trainer, m_request);
    if (!planned)
        return std::unexpected(planned.error());
    m_plan = std::move(*planned);
    if (m_trainer->generator()) {
        if (auto made = WatchPlan::ofGenerator(*m_trainer->generator(), m_request, m_plan->range))
            m_generatorPlan = std::move(*made);
    }
    return {};
}

std::shared_ptr<Pictures> Watcher::giveUp(const Problem& problem) {
    m_failed = true;
    m_plan.reset();
    auto pictures = std::make_shared<Pictures>();
    pictures->step = m_trainer->stepsDone();
    if (auto added = addVariables(*pictures); !added)
        pictures->sentence = added.error().sentence;
    else
        pictures->sentence = problem.sentence;
    return pictures;
}

std::shared_ptr<const Pictures> Watcher::look() {
    if (m_trainer == nullptr || !m_asked)
        return nullptr;
    if (!active()) {
        if (m_request.variables.empty())
            return nullptr;
        auto pictures = std::make_shared<Pictures>();
        pictures->step = m_trainer->stepsDone();
        if (auto added = addVariables(*pictures); !added)
            pictures->sentence = added.error().sentence;
        return pictures;
    }
    if (!m_plan) {
        auto planned = makePlan();
        if (!planned)
            return giveUp(planned.error());
    }
    computeGradients();
    auto pictures = observe();
    keepWeights();
    return pictures;
}

std::shared_ptr<const Pictures> Watcher::afterStep(double now) {
    if (now < m_pace.due || !active() || m_failed || m_trainer == nullptr)
        return nullptr;
    if (!plan())
        return nullptr;
    // What the step that is looked at has changed shows only to those who looked before it.
    if (!m_plan->weights.empty() && m_beforeMove != m_trainer->updateCount() - 1) {
        keepWeights();
        return nullptr;
    }
    if (!m_plan->weights.empty() && now >= m_gradientPace.due) {
        computeGradients();
        m_gradientPace.done(now, m_clock(), kGradientInterval, kGradientShare);
    }
    const double started = m_clock();
    std::shared_ptr<const Pictures> pictures = observe();
    keepWeights(); // the next step may be the next one to be looked at
    m_pace.done(started, m_clock(), 1 / m_request.picturesPerSecond, m_request.share);
    return pictures;
}

std::shared_ptr<Pictures> Watcher::observe() {
    auto pictures = std::make_shared<Pictures>();
    pictures->step = m_trainer->stepsDone();
    pictures->range = m_plan->range;
    if (auto added = addVariables(*pictures); !added)
        return giveUp(added.error());
    auto outputs = m_trainer->observe(m_plan->samples, m_plan->views());
    if (!outputs)
        return giveUp(outputs.error());
    for (std::size_t index = 0; index < outputs->size(); ++index) {
        const WatchPlan::Item& item = m_plan->items[index];
        pictures->layers.push_back(reducePicture(item, m_trainer->model().layers[item.view.layer].name,
                                                 std::move((*outputs)[index])));
    }
    if (auto added = addGenerator(*pictures); !added)
        return giveUp(added.error());
    if (auto added = addWeights(*pictures); !added)
        return giveUp(added.error());
    return pictures;
}

Result<void> Watcher::addGenerator(Pictures& pictures) {
    if (!m_generatorPlan)
        return {};
    auto outputs = m_trainer->observeGenerator(m_generatorPlan->samples, m_generatorPlan->views());
    if (!outputs)
        return std::unexpected(outputs.error());
    for (std::size_t index = 0; index < outputs->size(); ++index) {
        const WatchPlan::Item& item = m_generatorPlan->items[index];
        const std::string& layer = m_trainer->generator()->layers[item.view.layer].name;
        pictures.layers.push_back(reducePicture(item, layer, std::move((*outputs)[index])));
    }
    return {};
}

Result<void> Watcher::addWeights(Pictures& pictures) {
    const VariableStore& variables = m_trainer->variables();
    const std::size_t count = m_plan->weights.size();
    const bool stepWatched = m_beforeMove >= 0 && m_beforeMove == m_trainer->updateCount() - 1;
    if (stepWatched)
        m_updates.resize(count);
    for (std::size_t index = 0; index < count; ++index) {
        const WatchPlan::Weight& weight = m_plan->weights[index];
        LayerWeights seen;
        seen.layer = weight.layer;
        seen.weight = weight.name;
        auto values = variables.read(weight.name);
        if (!values)
            return std::unexpected(values.error());
        seen.values = std::move(*values);
        seen.bias = weight.bias;
        if (!weight.bias.empty()) {
            auto biases = variables.read(weight.bias);
            if (!biases)
                return std::unexpected(biases.error());
            seen.biases = std::move(biases->values);
        }
        if (stepWatched) {
            HostArray& update = m_updates[index];
            update = seen.values;
            for (std::size_t i = 0; i < update.values.size(); ++i)
                update.values[i] -= m_before[index].values[i];
        }
        if (index < m_updates.size())
            seen.update = m_updates[index];
        if (index < m_gradients.size()) {
            seen.gradient = m_gradients[index].ofLoss;
            seen.penaltyGradient = m_gradients[index].ofPenalty;
            seen.gradientStep = m_gradientStep;
        }
        pictures.weights.push_back(std::move(seen));
    }
    return {};
}

Result<void> Watcher::addVariables(Pictures& pictures) const {
    std::map<std::string, HostArray> found;
    for (const std::string& name : m_request.variables) {
        if (m_trainer->variables().buffer(name) == nullptr)
            continue;
        auto values = m_trainer->variables().read(name);
        if (!values)
            return std::unexpected(values.error());
        found.emplace(name, std::move(*values));
    }
    pictures.variables = std::move(found);
    return {};
}

void Watcher::computeGradients() {
    if (m_plan->weights.empty() || m_trainer->generator())
        return;
    auto gradients = m_trainer->gradients(m_plan->weightNames());
    m_gradients = gradients ? std::move(*gradients) : std::vector<WeightGradient>();
    m_gradientStep = m_trainer->stepsDone();
}

void Watcher::keepWeights() {
    m_before.clear();
    m_beforeMove = -1;
    if (!m_plan)
        return;
    for (const WatchPlan::Weight& weight : m_plan->weights) {
        auto values = m_trainer->variables().read(weight.name);
        if (!values)
            return;
        m_before.push_back(std::move(*values));
    }
    m_beforeMove = m_trainer->updateCount();
}

} // namespace protomind
