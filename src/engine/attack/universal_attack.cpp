// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/universal_attack.h"

#include "engine/attack/attack_computations.h"
#include "engine/attack/attack_samples.h"
#include "engine/data/fill.h"
#include "engine/instance/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace protomind {

namespace {

/// Samples a step at most.
constexpr std::int64_t kUniversalBatch = 64;
/// By how much the odds are to be better than even before a sample hardly counts any more.
constexpr double kMargin = 5;
constexpr std::uint64_t kOrderStream = 0x0bde;
constexpr std::uint64_t kStartStream = 0x57a7;
/// Places are drawn from streams of their own, apart from those that a change is judged at.
constexpr std::uint64_t kPlaceStreams = std::uint64_t{1} << 40;

/// The start of a change: a patch of noise; everywhere nothing.
UniversalChange startOf(const UniversalSettings& settings, const Shape& sample) {
    UniversalChange start = noiseChange(settings.allowed, sample, settings.seed, kStartStream);
    if (start.kind == UniversalKind::Everywhere)
        std::ranges::fill(start.values.values, 0.0f);
    return start;
}

/// 1 / (1 + e^-x)
double logistic(double x) {
    return x >= 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x));
}
/// log(1 + e^x)
double softened(double x) {
    return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x)));
}

} // namespace

double usualUniversalStepSize(const UniversalSet& allowed, const Shape& sample) {
    constexpr double kOfPatch = 0.1;
    constexpr double kOfEpsilon = 0.25;
    if (allowed.kind == UniversalKind::Patch)
        return kOfPatch * static_cast<double>(allowed.within.range->high - allowed.within.range->low);
    const double each = allowed.within.norm == Norm::Linf
                            ? allowed.epsilon
                            : allowed.epsilon / std::sqrt(static_cast<double>(sample.elementCount()));
    return kOfEpsilon * each;
}

UniversalAttack::UniversalAttack(NetworkInstance& network, const LossType& loss, const DataSet& data,
                                 std::vector<std::uint32_t> samples, const UniversalSettings& settings)
    : m_network(network)
    , m_loss(loss)
    , m_data(data)
    , m_samples(std::move(samples))
    , m_next(m_samples.size())
    , m_order(settings.seed, kOrderStream)
    , m_settings(settings)
    , m_batch(std::min(kUniversalBatch, fittingAttackBatch(network.model())))
    , m_change(startOf(settings, network.model().inputShape))
    , m_gradient(m_change)
    , m_mean(m_change.values.values.size())
    , m_square(m_change.values.values.size()) {
    require(!m_samples.empty() && m_settings.steps > 0, "UniversalAttack: samples and steps");
}

std::int64_t UniversalAttack::samplesSeen() const {
    return std::min(std::ssize(m_samples), static_cast<std::int64_t>(m_placed));
}

/// All of them once before any comes again.
std::vector<std::uint32_t> UniversalAttack::nextSamples() {
    std::vector<std::uint32_t> batch;
    while (std::ssize(batch) < m_batch) {
        if (m_next == m_samples.size()) {
            m_order.shuffle(m_samples);
            m_next = 0;
        }
        batch.push_back(m_samples[m_next++]);
    }
    return batch;
}

Result<bool> UniversalAttack::advance() {
    const Model& model = m_network.model();
    const Shape& shape = model.inputShape;
    auto found = m_network.compiled(fmt::format("odds slopes {} {}", m_loss.name, m_batch),
                                    [&] { return oddsSlopes(model, m_loss, m_batch, m_network.seed()); });
    if (!found)
        return std::unexpected(found.error());
    CompiledComputation& computation = **found;
    const std::span<float> samples = computation.input(kSamples)->span();
    const std::span<float> classes = computation.input(kChosenClasses)->span();
    fillBatch(m_data, nextSamples(), samples, classes, computation.threads());
    if (m_settings.target)
        std::ranges::fill(classes, static_cast<float>(*m_settings.target));
    const auto size = static_cast<std::size_t>(shape.elementCount());
    const auto count = static_cast<std::size_t>(m_batch);
    std::vector<PatchPlace> places;
    for (std::size_t i = 0; i < count; ++i) {
        places.push_back(placeOf(m_change, shape, m_settings.seed, kPlaceStreams + m_placed++));
        applyChange(m_change, places.back(), shape, samples.subspan(i * size, size));
    }
    if (auto ran = computation.run(0); !ran)
        return std::unexpected(ran.error());
    const std::vector<float> odds = computation.read(kOddsAgainst).values;
    const std::vector<float> slopes = computation.read(kOddsSlope).values;
    if (auto sound = m_network.device().check(); !sound)
        return std::unexpected(sound.error());
    if (auto finite = checkFinite(odds); !finite)
        return std::unexpected(finite.error());
    if (auto finite = checkFinite(slopes); !finite)
        return std::unexpected(finite.error());
    std::ranges::fill(m_gradient.values.values, 0.0f);
    m_objective = 0;
    // The odds against what is wanted: those against the target, or those for the right class.
    const double side = m_settings.target ? 1 : -1;
    for (std::size_t i = 0; i < count; ++i) {
        const double against = side * static_cast<double>(odds[i]) + kMargin;
        m_objective -= softened(against) / static_cast<double>(count);
        const double weight = -side * logistic(against) / static_cast<double>(count);
        gatherChange(std::span(slopes).subspan(i * size, size), places[i], shape, static_cast<float>(weight),
                     m_gradient);
    }
    ascend();
    return m_step == m_settings.steps;
}

void UniversalAttack::ascend() {
    constexpr double kMeanKept = 0.9;
    constexpr double kSquareKept = 0.99;
    constexpr double kTiny = 1e-12;
    const double left = 1 - static_cast<double>(m_step) / static_cast<double>(m_settings.steps);
    ++m_step;
    const double meanSeen = 1 - std::pow(kMeanKept, static_cast<double>(m_step));
    const double squareSeen = 1 - std::pow(kSquareKept, static_cast<double>(m_step));
    for (std::size_t i = 0; i < m_mean.size(); ++i) {
        const auto slope = static_cast<double>(m_gradient.values.values[i]);
        const double mean = kMeanKept * static_cast<double>(m_mean[i]) + (1 - kMeanKept) * slope;
        const double square =
            kSquareKept * static_cast<double>(m_square[i]) + (1 - kSquareKept) * slope * slope;
        m_mean[i] = static_cast<float>(mean);
        m_square[i] = static_cast<float>(square);
        m_change.values.values[i] += static_cast<float>(left * m_settings.stepSize * mean / meanSeen /
                                                        (std::sqrt(square / squareSeen) + kTiny));
    }
    projectChange(m_settings.allowed, m_change);
}

double UniversalAttack::share() const {
    return static_cast<double>(m_step) / static_cast<double>(m_settings.steps);
}

} // namespace protomind
