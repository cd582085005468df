// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/settings.h"

#include <vector>

namespace protomind {

/// The part of trainingTable() that says how two players are trained, with these as the defaults.
[[nodiscard]] std::vector<TrainingSetting> ganTable(const GanTraining& standard);

/// Whether a member makes a difference: the weight of no penalty makes none.
[[nodiscard]] bool isInUse(const decltype(TrainingSetting::member)& member, const GanTraining& training);

} // namespace protomind
