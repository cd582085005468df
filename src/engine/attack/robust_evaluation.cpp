// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/robust_evaluation.h"

#include "engine/attack/attack_samples.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace protomind {

RobustEvaluation::RobustEvaluation(NetworkInstance& network, const LossType& loss, const DataSet& data,
                                   const RobustSettings& settings)
    : m_network(network)
    , m_loss(loss)
    , m_data(data)
    , m_settings(settings)
    , m_batch(fittingAttackBatch(network.model()))
    , m_samples(settings.samples > 0 ? std::min(settings.samples, data.size()) : data.size())
    , m_standing(static_cast<std::size_t>(m_samples)) {
    std::iota(m_standing.begin(), m_standing.end(), 0u);
}

AttackBatch RobustEvaluation::nextBatch() {
    const std::size_t here = std::min(static_cast<std::size_t>(m_batch), m_standing.size() - m_next);
    const auto first = m_standing.begin() + static_cast<std::ptrdiff_t>(m_next);
    m_underWay.assign(first, first + static_cast<std::ptrdiff_t>(here));
    m_next += here;
    return samplesToAttack(m_data, m_underWay, m_round);
}

AttackSettings RobustEvaluation::present() const {
    AttackSettings settings = m_settings.attack;
    if (m_round == 0) {
        settings.start = AttackStart::Sample;
        settings.steps = 0;
    }
    return settings;
}

void RobustEvaluation::count(const Attack& attack) {
    for (std::size_t i = 0; i < m_underWay.size(); ++i) {
        if (!attack.succeeded(i))
            m_stood.push_back(m_underWay[i]);
    }
}

void RobustEvaluation::endRound() {
    m_standing = std::exchange(m_stood, {});
    m_next = 0;
    m_underWay.clear();
    if (m_round == 0)
        m_clean = standing();
    else
        m_afterRestarts.push_back(standing());
    ++m_round;
}

Result<bool> RobustEvaluation::advance() {
    if (!m_attack && m_next < m_standing.size())
        m_attack.emplace(m_network, m_loss, present(), nextBatch(), m_settings.seed);
    if (m_attack) {
        auto done = m_attack->advance();
        if (!done)
            return done;
        if (*done) {
            count(*m_attack);
            m_attack.reset();
        }
    }
    if (!m_attack && m_next >= m_standing.size())
        endRound();
    return m_round > m_settings.restarts;
}

double RobustEvaluation::share() const {
    const double rounds = static_cast<double>(m_settings.restarts + 1);
    const double part = m_standing.empty()
                            ? 1
                            : (static_cast<double>(m_next - m_underWay.size()) +
                               (m_attack ? m_attack->share() : 1) * static_cast<double>(m_underWay.size())) /
                                  static_cast<double>(m_standing.size());
    return std::min((static_cast<double>(m_round) + std::min(part, 1.0)) / rounds, 1.0);
}

} // namespace protomind
