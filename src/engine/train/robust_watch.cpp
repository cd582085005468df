// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/robust_watch.h"

#include "engine/attack/training_attack.h"

namespace protomind {

Result<bool> RobustWatch::resume(const DataSet& heldOut, const std::function<bool()>& interrupted) {
    const AdversarialTraining& training = m_settings.adversarial;
    if (!isOn(training))
        return true;
    if (!m_evaluation)
        m_evaluation.emplace(m_network, *m_objective.loss, heldOut,
                             RobustSettings{.attack = heldOutAttack(training, m_objective.sampleRange),
                                            .samples = kMostHeldOutSamples,
                                            .seed = m_settings.seed});
    while (!m_done) {
        auto done = m_evaluation->advance();
        if (!done) {
            m_evaluation.reset();
            return done;
        }
        m_done = *done;
        if (interrupted())
            break;
    }
    return m_done;
}

std::optional<double> RobustWatch::take() {
    std::optional<double> share;
    if (m_evaluation && m_done)
        share = static_cast<double>(m_evaluation->standing()) / static_cast<double>(m_evaluation->samples());
    m_evaluation.reset();
    m_done = false;
    return share;
}

} // namespace protomind
