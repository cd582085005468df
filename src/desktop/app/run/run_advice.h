// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/checkpoint.h"

#include <vector>

namespace protomind {

/// Whether a run gets worse and has got far worse than it was, or than guessing: numbers are finite, but each
/// step leads away. classes: how many there are to guess from; 0 where targets are values. Of two
/// players it can't be told: their losses go up and down with each other's.
[[nodiscard]] bool leadsAway(const std::vector<HistoryPoint>& history, int classes);

} // namespace protomind
