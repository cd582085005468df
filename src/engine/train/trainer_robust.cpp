// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/training_attack.h"
#include "engine/train/adversarial_recipe.h"
#include "engine/train/history.h"
#include "engine/train/trainer.h"

#include <algorithm>

// How adversarial training is kept from losing what it has reached.
namespace protomind {

namespace {

/// What keeps a network from it the next time.
Sentence steadierTraining(const AdversarialTraining& training) {
    const bool ramp = training.rampEpochs > 0;
    if (training.method == kOneStepTraining)
        return ramp ? "Let epsilon grow over more epochs, or train with PGD instead of one step."
                    : "Let epsilon grow over some epochs, or train with PGD instead of one step.";
    return ramp ? "Let epsilon grow over more epochs." : "Let epsilon grow over some epochs.";
}

} // namespace

RobustRecord Trainer::robustRecord(const HistoryPoint& point) const {
    return {.accuracy = figureIn(point.others, kRobustAccuracyFigure),
            .epoch = point.epoch,
            .norm = m_settings.adversarial.norm,
            .epsilon = m_settings.adversarial.epsilon,
            .samples = std::min(kMostHeldOutSamples, m_data.size(Split::Validation))};
}

Result<void> Trainer::guardRobustness(const HistoryPoint& point) {
    const RobustRecord now = robustRecord(point);
    // While attacks in training grow, those on what is kept aside are beyond what it has learned to stand.
    if (!m_settings.adversarial.stop || now.accuracy < 0 ||
        epsilonShare(m_settings.adversarial, point.epoch) < 1)
        return {};
    if (!isOfSameAttack(now, m_robustRecord))
        forgetBest();
    if (robustCollapse(m_robustRecord.accuracy, now.accuracy, now.samples))
        return std::unexpected(robustnessLost(now));
    if (now.accuracy <= m_bestAccuracy)
        return {};
    auto taken = m_best.take(m_network->variables(), place());
    if (!taken)
        return std::unexpected(taken.error());
    if (!*taken)
        return {};
    m_bestAccuracy = now.accuracy;
    if (now.accuracy > m_robustRecord.accuracy)
        m_robustRecord = now;
    return {};
}

Problem Trainer::robustnessLost(const RobustRecord& now) {
    constexpr double kPercent = 100;
    const RobustRecord best = m_robustRecord;
    const double accuracy = m_bestAccuracy;
    m_divergedAt = m_step;
    m_snapshot = std::move(m_best);
    forgetBest();
    returnToSnapshot();
    // Who goes on from there comes to the same again, and is told again.
    if (auto kept = m_best.take(m_network->variables(), place()); kept && *kept) {
        m_robustRecord = best;
        m_bestAccuracy = accuracy;
    }
    return {.kind = ProblemKind::RobustnessLost,
            .sentence = Sentence::row(
                {sentence("Of {} samples kept aside, {:.1f} % stood an attack after epoch {:.0f}, and only "
                          "{:.1f} % after epoch {:.0f} ({}, epsilon {:g}, {} steps of PGD).",
                          now.samples, kPercent * best.accuracy, best.epoch, kPercent * now.accuracy,
                          now.epoch, normOf(m_settings.adversarial) == Norm::L2 ? "L2" : "L-infinity",
                          now.epsilon, kHeldOutSteps),
                 "The network has learned to fool the attack that it trains against, not to stand it "
                 "(catastrophic overfitting)."}),
            .where = {},
            .remedy = Sentence::row({sentence("The state after step {} is back.", m_step),
                                     steadierTraining(m_settings.adversarial)})};
}

Result<void> Trainer::resumeRobustness(const RobustRecord& record) {
    const HistoryPoint last = m_history.empty() ? HistoryPoint{} : m_history.back();
    const RobustRecord now = robustRecord(last);
    if (!isOn(m_settings.adversarial) || !m_settings.adversarial.stop || record.accuracy < 0 ||
        !isOfSameAttack(now, record) || !goesOnWithItsData())
        return {};
    auto taken = m_best.take(m_network->variables(), place());
    if (!taken)
        return std::unexpected(taken.error());
    if (*taken) {
        m_robustRecord = record;
        m_bestAccuracy = last.step == m_step ? now.accuracy : -1;
    }
    return {};
}

/// What other samples stood says nothing of these.
bool Trainer::goesOnWithItsData() const {
    const LearnedFrom& learned = m_data.learnedFrom();
    if (!learned.isKnownBefore())
        return true;
    const std::vector<bool> marks = learned.marks();
    return std::ranges::find(marks, true) != marks.end();
}

void Trainer::forgetBest() {
    m_best = {};
    m_bestAccuracy = -1;
    m_robustRecord = {};
}

} // namespace protomind
