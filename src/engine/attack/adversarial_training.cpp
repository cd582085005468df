// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/adversarial_training.h"

#include <algorithm>
#include <cmath>

namespace protomind {

bool robustCollapse(double best, double present, std::int64_t samples) {
    // Of two shares of n samples each the difference has at most a variance of 2 / 4n.
    constexpr double kDeviations = 3;
    const double byChance =
        kDeviations * std::sqrt(0.5 / static_cast<double>(std::max<std::int64_t>(samples, 1)));
    return present >= 0 && best - present > std::max(kRobustCollapse, byChance);
}

} // namespace protomind
