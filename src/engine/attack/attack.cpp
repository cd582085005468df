// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/attack.h"

#include "engine/attack/attack_computations.h"
#include "engine/base/random.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

/// A perturbation of size 1 at most, from numbers that belong to a place alone.
std::vector<float> drawnStart(AttackStart start, Norm norm, std::size_t size, std::uint64_t seed,
                              std::uint64_t place) {
    std::vector<float> change(size);
    RandomStream random(seed, place);
    if (norm == Norm::Linf) {
        for (float& value : change) {
            value = random.uniform(-1, 1);
            if (start == AttackStart::Surface)
                value = value < 0 ? -1.0f : 1.0f;
        }
        return change;
    }
    double squares = 0;
    for (float& value : change) {
        value = random.normal();
        squares += static_cast<double>(value) * static_cast<double>(value);
    }
    const double length = start == AttackStart::Surface ? 1.0 : static_cast<double>(random.uniform());
    for (float& value : change)
        value = static_cast<float>(static_cast<double>(value) * length / std::sqrt(std::max(squares, 1e-30)));
    return change;
}

std::string keyOf(const PerturbationSet& allowed) {
    return allowed.range ? fmt::format("{} {} {}", static_cast<int>(allowed.norm), allowed.range->low,
                                       allowed.range->high)
                         : fmt::format("{}", static_cast<int>(allowed.norm));
}

void set(CompiledComputation& computation, const char* name, std::span<const float> values) {
    if (ComputationInput* const input = computation.input(name))
        std::ranges::copy(values, input->span().begin());
}

void set(CompiledComputation& computation, const char* name, double value) {
    const auto number = static_cast<float>(value);
    set(computation, name, std::span(&number, 1));
}

} // namespace

double usualStepSize(double epsilon, std::int64_t steps) {
    constexpr double kWay = 2.5;
    return steps <= 1 ? epsilon : kWay * epsilon / static_cast<double>(steps);
}

Attack::Attack(NetworkInstance& network, const LossType& loss, const AttackSettings& settings,
               AttackBatch batch, std::uint64_t seed)
    : m_network(network)
    , m_loss(loss)
    , m_settings(settings)
    , m_batch(std::move(batch))
    , m_perturbed(m_batch.samples) {
    const auto count = m_batch.classes.size();
    require(count > 0 && m_batch.places.size() == count &&
                m_batch.samples.shape[0] == static_cast<std::int64_t>(count),
            "Attack: as many samples as classes and places");
    const std::size_t size = m_perturbed.values.size() / count;
    if (m_settings.momentum > 0)
        m_velocity.assign(m_perturbed.values.size(), 0.0f);
    if (m_settings.start == AttackStart::Sample)
        return;
    const auto& range = m_settings.allowed.range;
    for (std::size_t i = 0; i < count; ++i) {
        const std::vector<float> change =
            drawnStart(m_settings.start, m_settings.allowed.norm, size, seed, m_batch.places[i]);
        for (std::size_t j = 0; j < size; ++j) {
            float& value = m_perturbed.values[i * size + j];
            value += static_cast<float>(m_settings.epsilon) * change[j];
            if (range)
                value = std::clamp(value, range->low, range->high);
        }
    }
}

Result<CompiledComputation*> Attack::compiled(bool withStep) const {
    const Model& model = m_network.model();
    const std::int64_t batch = m_batch.samples.shape[0];
    const bool momentum = !m_velocity.empty();
    if (!withStep)
        return m_network.compiled(fmt::format("attack scores {} {}", m_loss.name, batch),
                                  [&] { return attackScores(model, m_loss, batch, m_network.seed()); });
    return m_network.compiled(
        fmt::format("attack step {} {} {} {}", m_loss.name, batch, keyOf(m_settings.allowed), momentum),
        [&] { return attackStep(model, m_loss, batch, m_network.seed(), m_settings.allowed, momentum); });
}

Result<bool> Attack::advance() {
    const bool withStep = m_step < m_settings.steps;
    auto found = compiled(withStep);
    if (!found)
        return std::unexpected(found.error());
    CompiledComputation& computation = **found;
    set(computation, kSamples, m_perturbed.values);
    set(computation, kChosenClasses, m_batch.classes);
    if (withStep) {
        set(computation, kOriginals, m_batch.samples.values);
        set(computation, kEpsilon, m_settings.epsilon);
        set(computation, kAttackStepSize, m_settings.towards ? -m_settings.stepSize : m_settings.stepSize);
        set(computation, kAttackMomentum, m_settings.momentum);
        set(computation, kAttackVelocity, m_velocity);
    }
    if (auto ran = computation.run(0); !ran)
        return std::unexpected(ran.error());
    m_logits = computation.read(kLogits);
    m_decided = computation.read(kDecided).values;
    m_odds = computation.read(kOddsAgainst).values;
    if (withStep) {
        computation.read(kAttacked, m_perturbed.values);
        if (!m_velocity.empty())
            computation.read(kAttackVelocity, m_velocity);
        ++m_step;
    }
    if (auto sound = m_network.device().check(); !sound)
        return std::unexpected(sound.error());
    if (auto finite = checkFinite(m_odds); !finite)
        return std::unexpected(finite.error());
    return !withStep;
}

double Attack::share() const {
    return static_cast<double>(m_step) / static_cast<double>(m_settings.steps + 1);
}

bool Attack::succeeded(std::size_t sample) const {
    return (m_decided[sample] == m_batch.classes[sample]) == m_settings.towards;
}

} // namespace protomind
