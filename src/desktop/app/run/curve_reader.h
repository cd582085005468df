// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/checkpoint.h"
#include "studio/session/messages.h"

#include <QString>

#include <span>

namespace protomind {

/// What the curves of a run say in a sentence, with what to do. Simple rules over the figures themselves; no
/// claim that the figures do not bear out: what is called a change stands out of the curve's own jumps, and
/// what is called better than guessing out of what chance gives.
struct CurveReading {
    enum class Mood { Neutral, Good, Attention };
    Mood mood = Mood::Neutral;
    QString sentence;
};

/// What the curves are read against.
struct CurveGround {
    double commonestShare = 0;          ///< of the commonest class among the samples; 0 without classes
    std::int64_t trainingSamples = 0;   ///< that an epoch's accuracy is of; 0 where not known
    std::int64_t validationSamples = 0; ///< kept aside; 0 where not known
    bool penalised = false;             ///< training makes the loss small together with a penalty
    bool scheduleIsOver = false;        ///< and has left nothing of the learning rate
    double guessLoss = 0;  ///< that knowing no more than how many classes there are costs; 0 where not known
    bool attacked = false; ///< the training accuracy is of attacked samples
    double rampEpochs = 0; ///< in which the attacks grow to their full size; 0: they have it from the start
    bool robustnessLost = false; ///< it diverged for that reason
};

/// history: one point an epoch.
[[nodiscard]] CurveReading readCurves(RunState state, std::span<const HistoryPoint> history,
                                      const CurveGround& ground);

/// How many of its standard deviations an accuracy lies over always naming the commonest class: sqrt(p (1 -
/// p) / n), by the binomial distribution.
[[nodiscard]] double overGuessing(double accuracy, double commonestShare, std::int64_t samples);

} // namespace protomind
