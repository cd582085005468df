// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/training_attack.h"
#include "engine/train/adversarial_recipe.h"
#include "engine/train/history.h"
#include "engine/train/trainer.h"

#include <algorithm>

// How adversarial training is kept from losing what it has reached.
namespace protomind {

Result<void> Trainer::guardRobustness(const HistoryPoint& point) {
    const double present = figureIn(point.others, kRobustAccuracyFigure);
    // While attacks in training grow, those on what is kept aside are beyond what it has learned to stand.
    if (!m_settings.adversarial.stop || present < 0 || epsilonShare(m_settings.adversarial, point.epoch) < 1)
        return {};
    const std::int64_t samples = std::min(kMostHeldOutSamples, m_data.size(Split::Validation));
    if (robustCollapse(m_bestRobust, present, samples)) {
        constexpr double kPercent = 100;
        const double epoch = point.epoch;
        const double best = m_bestRobust;
        m_divergedAt = m_step;
        m_snapshot = std::move(m_best);
        forgetBest();
        returnToSnapshot();
        // Who goes on from there comes to the same again, and is told again.
        if (auto kept = m_best.take(m_network->variables(), place()); kept && *kept)
            m_bestRobust = best;
        return fail(
            ProblemKind::Diverged,
            sentence(
                "After epoch {:.0f} the network stood an attack in several steps on {:.1f} % of the samples "
                "kept aside, after epoch {:.0f} only on {:.1f} %: it has learned to fool the attack that it "
                "trains against, not to stand it (catastrophic overfitting).",
                m_plan.epochsAfter(m_step), kPercent * best, epoch, kPercent * present),
            {},
            sentence("The weights of epoch {:.0f} are back. Train with a smaller step size, or with PGD.",
                     m_plan.epochsAfter(m_step)));
    }
    if (present <= m_bestRobust)
        return {};
    auto taken = m_best.take(m_network->variables(), place());
    if (!taken)
        return std::unexpected(taken.error());
    if (*taken)
        m_bestRobust = present;
    return {};
}

void Trainer::forgetBest() {
    m_best = {};
    m_bestRobust = -1;
}

} // namespace protomind
