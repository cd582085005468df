// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/run_advice.h"

#include "engine/train/gan_recipe.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

/// Runs that learn rise now and then, too; these leave no doubt.
constexpr double kTimesTheBest = 100;
constexpr double kTimesGuessing = 10;

} // namespace

bool leadsAway(const std::vector<HistoryPoint>& history, int classes) {
    if (history.size() < 2)
        return false;
    if (isOfTwoPlayers(history.back().others))
        return false;
    const double loss = history.back().loss;
    // However far away, it may be on its way back.
    if (loss < history[history.size() - 2].loss)
        return false;
    // The cross-entropy of saying "all classes are equally likely" every time.
    if (classes >= 2)
        return loss > kTimesGuessing * std::log(classes);
    const double best = std::ranges::min(history, {}, &HistoryPoint::loss).loss;
    return loss > kTimesTheBest * std::max(best, 0.01);
}

} // namespace protomind
