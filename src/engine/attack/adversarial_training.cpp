// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/adversarial_training.h"

namespace protomind {

bool robustCollapse(double best, double present) {
    return present >= 0 && best - present > kRobustCollapse;
}

} // namespace protomind
