// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/transfer.h"

#include "engine/attack/attack_samples.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace protomind {

TransferEvaluation::TransferEvaluation(AttackedNetwork from, AttackedNetwork to, const DataSet& data,
                                       const RobustSettings& settings)
    : m_from(from)
    , m_to(to)
    , m_data(data)
    , m_settings(settings)
    , m_batch(std::min(fittingAttackBatch(from.network.model()), fittingAttackBatch(to.network.model()))) {
    m_counts.samples = settings.samples > 0 ? std::min(settings.samples, data.size()) : data.size();
    beginBatch();
}

void TransferEvaluation::beginBatch() {
    m_stage = Stage::CleanFrom;
    m_start = 0;
    m_underWay.resize(static_cast<std::size_t>(std::min(m_batch, m_counts.samples - m_first)));
    std::iota(m_underWay.begin(), m_underWay.end(), static_cast<std::uint32_t>(m_first));
}

AttackSettings TransferEvaluation::with(AttackStart start, std::int64_t steps) const {
    AttackSettings settings = m_settings.attack;
    settings.start = start;
    settings.steps = steps;
    return settings;
}

void TransferEvaluation::begin() {
    AttackBatch batch = samplesToAttack(m_data, m_underWay, m_start);
    const AttackSettings look = with(AttackStart::Sample, 0);
    const bool onFrom = m_stage == Stage::CleanFrom || m_stage == Stage::AttackFrom;
    const AttackedNetwork& on = onFrom ? m_from : m_to;
    AttackSettings settings = m_settings.attack;
    switch (m_stage) {
    case Stage::CleanFrom:
    case Stage::CleanTo:
        settings = look;
        break;
    case Stage::Transferred:
        batch.samples = std::exchange(m_made, {});
        settings = look;
        break;
    case Stage::Noise:
        settings = with(AttackStart::Surface, 0);
        break;
    case Stage::AttackFrom:
    case Stage::Direct:
        break;
    }
    m_attack.emplace(on.network, on.loss, settings, std::move(batch), m_settings.seed);
}

void TransferEvaluation::mark(const Attack& attack, std::vector<bool>& fooled, std::int64_t& count) const {
    for (std::size_t i = 0; i < m_underWay.size(); ++i) {
        if (!fooled[i] && attack.succeeded(i)) {
            fooled[i] = true;
            ++count;
        }
    }
}

void TransferEvaluation::take(const Attack& attack) {
    const std::size_t count = m_underWay.size();
    switch (m_stage) {
    case Stage::CleanFrom:
        m_rightFrom.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            m_rightFrom[i] = !attack.succeeded(i);
            m_counts.cleanFrom += m_rightFrom[i] ? 1 : 0;
        }
        return;
    case Stage::CleanTo: {
        std::vector<std::uint32_t> both;
        for (std::size_t i = 0; i < count; ++i) {
            const bool right = !attack.succeeded(i);
            m_counts.cleanTo += right ? 1 : 0;
            if (right && m_rightFrom[i])
                both.push_back(m_underWay[i]);
        }
        m_underWay = std::move(both);
        m_counts.bothRight += std::ssize(m_underWay);
        for (std::vector<bool>* fooled : {&m_fooledFrom, &m_transferred, &m_direct, &m_noise})
            fooled->assign(m_underWay.size(), false);
        return;
    }
    case Stage::AttackFrom:
        mark(attack, m_fooledFrom, m_counts.fooledFrom);
        m_made = attack.perturbed();
        return;
    case Stage::Transferred:
        mark(attack, m_transferred, m_counts.transferred);
        return;
    case Stage::Direct:
        mark(attack, m_direct, m_counts.direct);
        return;
    case Stage::Noise:
        mark(attack, m_noise, m_counts.noise);
        return;
    }
    std::unreachable();
}

void TransferEvaluation::next() {
    const bool over = m_stage == Stage::Noise && ++m_start >= m_settings.restarts;
    if (over || (m_stage == Stage::CleanTo && m_underWay.empty())) {
        m_first = std::min(m_first + m_batch, m_counts.samples);
        beginBatch();
        return;
    }
    m_stage =
        m_stage == Stage::Noise ? Stage::AttackFrom : static_cast<Stage>(std::to_underlying(m_stage) + 1);
}

Result<bool> TransferEvaluation::advance() {
    if (m_first < m_counts.samples) {
        if (!m_attack)
            begin();
        auto done = m_attack->advance();
        if (!done)
            return done;
        if (*done) {
            take(*m_attack);
            m_attack.reset();
            next();
        }
    }
    return m_first >= m_counts.samples;
}

double TransferEvaluation::share() const {
    if (m_first >= m_counts.samples)
        return 1;
    // Two looks, then for each start two attacks and two looks.
    const double looks = 2.0 + 2.0 * static_cast<double>(m_settings.restarts);
    const double attack = static_cast<double>(m_settings.attack.steps + 1);
    const double all = looks + 2 * attack * static_cast<double>(m_settings.restarts);
    const double start = static_cast<double>(m_start) * (2 + 2 * attack);
    constexpr std::size_t kStages = 6;
    const std::array<double, kStages> before{0, 1, 2, 2 + attack, 3 + attack, 3 + 2 * attack};
    const double under = m_attack ? m_attack->share() : 0;
    const bool isAttack = m_stage == Stage::AttackFrom || m_stage == Stage::Direct;
    const double done = start + before[static_cast<std::size_t>(std::to_underlying(m_stage))] +
                        under * (isAttack ? attack : 1);
    const auto size = static_cast<double>(std::min(m_batch, m_counts.samples - m_first));
    return (static_cast<double>(m_first) + std::min(done / all, 1.0) * size) /
           static_cast<double>(m_counts.samples);
}

} // namespace protomind
