// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/settings.h"

#include <vector>

namespace protomind {

/// The part of trainingTable() that says how training samples are attacked, with these as the defaults.
[[nodiscard]] std::vector<TrainingSetting> adversarialTable(const AdversarialTraining& standard);

/// Whether a member makes a difference: of no method none but the method does, and each method has its own.
[[nodiscard]] bool isInUse(const decltype(TrainingSetting::member)& member,
                           const AdversarialTraining& training);

} // namespace protomind
