// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/trainer.h"

#include "engine/train/adversarial_recipe.h"
#include "engine/train/gan_recipe.h"
#include "engine/train/history.h"
#include "engine/train/training_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

/// A last finite state is kept at most this old (seconds) ...
constexpr double kSnapshotInterval = 0.5;
/// ... and renewed at the end of an epoch where it is at least this old ...
constexpr double kEpochSnapshotInterval = 0.02;
/// ... unless copying would take more than a twentieth of the time.
constexpr double kSnapshotCostFactor = 20;

} // namespace

Result<std::unique_ptr<Trainer>> Trainer::prepare(Model model, const DataSource& data,
                                                  TrainingSettings settings, Device& device, Clock clock) {
    return prepare(std::move(model), data, std::move(settings), device, std::move(clock), nullptr);
}

Result<std::unique_ptr<Trainer>> Trainer::prepare(Model model, const DataSource& data,
                                                  TrainingSettings settings, Device& device, Clock clock,
                                                  std::shared_ptr<const Model> generator) {
    // Before a recipe is made of them.
    if (auto checked = checkSettings(settings); !checked)
        return std::unexpected(checked.error());
    if (generator)
        settings.adversarial = {}; // which is of networks that decide among classes
    TrainingRecipe recipe = generator ? ganRecipe(std::move(generator), settings) : recipeOf(settings);
    return prepare(std::move(model), data, std::move(settings), device, std::move(clock), std::move(recipe));
}

Result<std::unique_ptr<Trainer>> Trainer::prepare(Model model, const DataSource& data,
                                                  TrainingSettings settings, Device& device, Clock clock,
                                                  TrainingRecipe recipe) {
    if (auto checked = checkSettings(settings); !checked)
        return std::unexpected(checked.error());
    if (auto checked = checkRecipe(recipe); !checked)
        return std::unexpected(checked.error());
    if (!data.training || data.training->size() == 0)
        return fail(ProblemKind::Input, "There are no samples to train on.", data.text);
    const DataDescription& samples = data.training->description();
    auto objective = recipe.generator ? chooseGanObjective(model, *recipe.generator, samples)
                                      : chooseObjective(model, samples, settings);
    if (!objective)
        return std::unexpected(objective.error());
    if (auto hardened = checkAdversarial(settings.adversarial, model, *objective); !hardened)
        return std::unexpected(hardened.error());
    auto network = NetworkInstance::create(std::move(model), device, settings.seed);
    if (!network)
        return std::unexpected(network.error());
    std::unique_ptr<Trainer> trainer(new Trainer(std::move(*network), std::move(*objective),
                                                 std::move(settings), std::move(clock), std::move(recipe)));
    // Without targets there is nothing to be judged by samples kept aside.
    const double aside = trainer->m_generator ? 0 : trainer->m_settings.validation;
    trainer->takeData(TrainingData(data, aside, trainer->m_settings.seed));
    if (auto begun = trainer->begin(); !begun)
        return std::unexpected(begun.error());
    return trainer;
}

Trainer::Trainer(std::unique_ptr<NetworkInstance> network, Objective objective, TrainingSettings settings,
                 Clock clock, TrainingRecipe recipe)
    : m_network(std::move(network))
    , m_objective(std::move(objective))
    , m_outputReading(protomind::outputReading(model(), m_objective))
    , m_settings(std::move(settings))
    , m_clock(std::move(clock))
    , m_generator(recipe.generator)
    , m_epochSums(recipe.phases)
    , m_steps(*m_network, m_objective, m_settings, std::move(recipe))
    , m_forwardWithActivations(*m_network,
                               [this](std::int64_t batch) {
                                   return forwardWithActivations(model(), m_objective, m_settings, batch);
                               })
    , m_evaluator(*m_network, m_objective, m_settings)
    , m_robust(*m_network, m_objective, m_settings)
    , m_observer(*m_network, m_objective, m_settings) {
    m_onTheWay.reserve(kMostOnTheWay);
}

double Trainer::learningRate() const {
    return scheduledRate(m_settings, {m_step, m_plan.stepsPerEpoch()});
}

void Trainer::setLearningRate(double learningRate) {
    // The way from a snapshot must be one that can be gone again (findCause), with the same learning rate.
    static_cast<void>(takeSnapshot());
    m_settings.learningRate = learningRate;
}

std::span<const std::uint32_t> Trainer::nextSamples() {
    const auto rest = m_plan.batch(m_step).subspan(static_cast<std::size_t>(m_part.samples));
    return m_bySample ? rest.first(1) : rest;
}

std::uint64_t Trainer::runNumber() const {
    // Each part of a batch draws random numbers of its own.
    return static_cast<std::uint64_t>(m_step) + (static_cast<std::uint64_t>(m_part.samples) << 40);
}

Result<BatchRunner*> Trainer::runStep() {
    const std::span<const std::uint32_t> indices = nextSamples();
    auto runner = m_steps.forStep(m_step, static_cast<std::int64_t>(indices.size()));
    if (!runner)
        return runner;
    (*runner)->fill(*samplesNow(), indices);
    (*runner)->setLearningRate(static_cast<float>(learningRate()));
    (*runner)->setEpsilonShare(
        static_cast<float>(epsilonShare(m_settings.adversarial, m_plan.epochsAfter(m_step))));
    if (auto run = (*runner)->run(runNumber()); !run)
        return std::unexpected(run.error());
    return runner;
}

namespace {

void add(StepFigures& figures, const BatchRunner::Figures& found, std::int64_t samples) {
    const auto before = static_cast<double>(figures.samples);
    const auto now = static_cast<double>(samples);
    const auto meanWith = [&](double mean, double next) {
        return figures.samples == 0 ? next : (mean * before + next * now) / (before + now);
    };
    figures.loss = meanWith(figures.loss, double{found.loss});
    figures.penalty = meanWith(figures.penalty, double{found.penalty});
    figures.samples += samples;
    if (found.correct >= 0)
        figures.correct = std::max<std::int64_t>(figures.correct, 0) + found.correct;
}

} // namespace

Result<StepFigures> Trainer::step(const Interruption& interrupted) {
    auto figures = stepAhead(interrupted);
    if (!figures)
        return figures;
    if (auto rest = takeFigures(*figures, 0); !rest)
        return std::unexpected(rest.error());
    return figures;
}

Result<StepFigures> Trainer::stepAhead(const Interruption& interrupted) {
    m_bySample = false;
    auto figures = advance(interrupted);
    if (!figures || figures->epoch || m_validationPending || !snapshotIsDue(false))
        return figures;
    // What is kept must be known to be good.
    if (auto rest = takeFigures(*figures, 0); !rest)
        return std::unexpected(rest.error());
    if (auto kept = keepState(m_step - 1); !kept)
        return std::unexpected(kept.error());
    return figures;
}

Result<StepFigures> Trainer::settle() {
    StepFigures figures;
    figures.learningRate = learningRate();
    if (auto rest = takeFigures(figures, 0); !rest)
        return std::unexpected(rest.error());
    return figures;
}

Result<void> Trainer::takeFigures(StepFigures& figures, std::size_t leave) {
    while (!m_onTheWay.empty() &&
           (m_onTheWay.size() > leave || m_onTheWay.front().runner->figuresArrived())) {
        const OnTheWay done = m_onTheWay.front();
        m_onTheWay.erase(m_onTheWay.begin());
        const BatchRunner::Figures found = done.runner->takeFigures();
        if (auto sound = m_network->device().check(); !sound)
            return sound; // the numbers are nothing, and the training has no part in it
        if (!std::isfinite(found.loss))
            return std::unexpected(diverged(done.step));
        add(figures, found, done.samples);
        m_part.loss += double{found.loss} * static_cast<double>(done.samples);
        m_part.correct += std::max<std::int64_t>(found.correct, 0);
        m_part.told += done.samples;
        for (std::size_t i = 0; i < found.others.size(); ++i)
            m_part.figures[i] += double{found.others[i]} * static_cast<double>(done.samples);
        if (found.penalty >= 0) {
            m_part.penalty += double{found.penalty} * static_cast<double>(done.samples);
            m_part.penalised += done.samples;
        }
        if (done.endsBatch) {
            m_epochLoss += m_part.loss;
            m_epochCorrect += m_part.correct;
            m_epochSums.addPenalty(m_part.penalty, m_part.penalised);
            const std::size_t phase = m_steps.phaseOf(done.step);
            m_epochSums.addLoss(phase, m_part.loss, m_part.told);
            m_epochSums.addFigures(phase, m_part.figures, m_part.told);
            m_part = {.samples = m_part.samples};
        }
    }
    return {};
}

Result<StepFigures> Trainer::stepSample(const Interruption& interrupted) {
    // A snapshot before and one after: the way between two of them is one kind of step, and can be gone again
    // (findCause).
    m_bySample = false;
    if (auto kept = keepState(m_step - 1); !kept)
        return std::unexpected(kept.error());
    m_bySample = true;
    const std::int64_t step = m_step;
    auto figures = advance(interrupted);
    if (!figures)
        return figures;
    if (auto kept = keepState(step); !kept)
        return std::unexpected(kept.error());
    return figures;
}

Result<StepFigures> Trainer::advance(const Interruption& interrupted) {
    if (m_validationPending) {
        if (auto finished = finishEpoch(); !finished)
            return std::unexpected(finished.error());
    }
    StepFigures figures;
    figures.learningRate = learningRate();
    const auto samples = static_cast<std::int64_t>(nextSamples().size());
    auto ran = runStep();
    if (!ran)
        return std::unexpected(ran.error());
    (*ran)->askFigures();
    m_data.setStepped(true);
    ++m_updateCount;
    m_part.samples += samples;
    const bool endsBatch = m_part.samples == std::ssize(m_plan.batch(m_step));
    m_onTheWay.push_back({.step = m_step, .samples = samples, .endsBatch = endsBatch, .runner = *ran});
    if (endsBatch) {
        m_part.samples = 0;
        m_validationPending = m_plan.endsEpoch(m_step);
        ++m_step;
    }
    if (auto taken = takeFigures(figures, m_validationPending || m_bySample ? 0 : kMostOnTheWay - 1); !taken)
        return std::unexpected(taken.error());
    if (m_validationPending) {
        const double started = m_clock();
        auto finished = finishEpoch(interrupted);
        if (!finished)
            return std::unexpected(finished.error());
        figures.epoch = *finished;
        figures.evaluationSeconds = m_clock() - started;
    }
    return figures;
}

Result<std::optional<HistoryPoint>> Trainer::finishEpoch(const Interruption& interrupted) {
    if (!m_validationPending)
        return std::nullopt;
    if (m_data.validation()) {
        auto done = resumeEvaluation(Split::Validation, m_epochValidation, interrupted);
        if (!done) {
            m_epochValidation = {};
            if (done.error().kind == ProblemKind::Diverged) {
                m_divergedAt = m_step;
                returnToSnapshot();
            } else {
                closeEpoch();
            }
            return std::unexpected(done.error());
        }
        if (!*done)
            return std::nullopt;
        auto attacked = m_robust.resume(
            *m_data.validation(), interrupted ? interrupted : [] { return false; });
        if (!attacked) {
            closeEpoch();
            return std::unexpected(attacked.error());
        }
        if (!*attacked)
            return std::nullopt;
    }
    const HistoryPoint point = closeEpoch();
    if (auto guarded = guardRobustness(point); !guarded)
        return std::unexpected(guarded.error());
    if (snapshotIsDue(true)) {
        if (auto kept = keepState(m_step - 1); !kept)
            return std::unexpected(kept.error());
    }
    return point;
}

HistoryPoint Trainer::closeEpoch() {
    const auto samples = static_cast<double>(m_facts.trainingSamples);
    HistoryPoint point;
    point.step = m_step;
    point.epoch = m_plan.epochsAfter(m_step);
    point.loss = m_epochLoss / samples;
    if (m_objective.form == TargetForm::Classes)
        point.accuracy = static_cast<double>(m_epochCorrect) / samples;
    if (m_data.validation() && m_epochValidation.samples == m_data.size(Split::Validation)) {
        const EvaluationFigures validation = m_evaluator.figures(m_epochValidation);
        point.validationLoss = validation.loss;
        point.validationAccuracy = validation.accuracy;
    }
    point.others = m_epochSums.means();
    if (const auto robust = m_robust.take())
        point.others.push_back({kRobustAccuracyFigure, *robust});
    m_epochLoss = 0;
    m_epochCorrect = 0;
    m_epochSums.clear();
    m_epochValidation = {};
    m_validationPending = false;
    m_history.push_back(point);
    thinHistory(m_history);
    return point;
}

bool Trainer::snapshotIsDue(bool epochEnded) const {
    const double wanted = epochEnded ? kEpochSnapshotInterval : kSnapshotInterval;
    return m_clock() - m_snapshotTime >= std::max(wanted, kSnapshotCostFactor * m_snapshotCost);
}

Snapshot::Place Trainer::place() const {
    return {.step = m_step,
            .part = m_part,
            .epochLoss = m_epochLoss,
            .epochCorrect = m_epochCorrect,
            .epochSums = m_epochSums,
            .lastPoint = m_history.empty() ? std::nullopt : std::optional(m_history.back()),
            .validationPending = m_validationPending,
            .stepped = m_data.learnedFrom().isStepped()};
}

Result<bool> Trainer::takeSnapshot() {
    const double started = m_clock();
    auto finite = m_snapshot.take(m_network->variables(), place());
    m_snapshotTime = m_clock();
    m_snapshotCost = m_snapshotTime - started;
    return finite;
}

Result<void> Trainer::keepState(std::int64_t step) {
    const auto finite = takeSnapshot();
    if (!finite)
        return std::unexpected(finite.error());
    if (!*finite)
        return std::unexpected(diverged(step));
    return {};
}

Result<void> Trainer::keepFirstState() {
    const auto finite = takeSnapshot();
    if (!finite)
        return std::unexpected(finite.error());
    require(*finite, "Trainer: the weights to begin with are not finite");
    return {};
}

void Trainer::returnToSnapshot() {
    const Snapshot::Place& place = m_snapshot.place();
    m_snapshot.giveBack(m_network->variables());
    m_step = place.step;
    m_part = place.part;
    m_epochLoss = place.epochLoss;
    m_epochCorrect = place.epochCorrect;
    m_epochSums = place.epochSums;
    cutHistory(m_history, place.lastPoint);
    m_validationPending = place.validationPending;
    m_epochValidation = {};
    static_cast<void>(m_robust.take());
    m_data.setStepped(place.stepped);
}

Result<HostArray> Trainer::predict(const HostArray& samples) {
    return m_evaluator.predict(samples);
}

Result<std::vector<WeightGradient>> Trainer::gradients(const std::vector<std::string>& weights) {
    if (m_generator)
        return fail(ProblemKind::Unsupported, "Two players have no loss in common.");
    return m_observer.gradients(weights, *samplesNow(), nextSamples(), runNumber());
}

Result<void> Trainer::setWeight(const std::string& name, std::int64_t index, double value) {
    const BufferPtr buffer = m_network->variables().buffer(name);
    const auto isWeight = [&name](const VariableInfo& variable) {
        return variable.name == name && variable.ofNetwork;
    };
    if (!buffer || std::ranges::none_of(m_network->variables().variables(), isWeight) || index < 0 ||
        index >= buffer->shape().elementCount())
        return fail(ProblemKind::Request, "The network has no such weight.", name);
    if (!std::isfinite(static_cast<float>(value)))
        return fail(ProblemKind::Request, "A weight is a number that is not too large to compute with.",
                    name);
    buffer->writeAt(index, static_cast<float>(value));
    m_epochValidation = {};
    static_cast<void>(m_robust.take());
    forgetBest();
    // The way from a snapshot must be one that can be gone again (findCause).
    if (const auto taken = takeSnapshot(); !taken)
        return std::unexpected(taken.error());
    return {};
}

} // namespace protomind
