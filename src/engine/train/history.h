// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/checkpoint.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace protomind {

/// Points that a learning curve has at most. A network of a few weights goes through so many epochs in a
/// minute, and every state of the run that is kept has the curve with it.
inline constexpr std::size_t kMostHistoryPoints = 100'000;
/// To so many it is thinned then: more than any picture of it shows ...
inline constexpr std::size_t kThinnedHistoryPoints = kMostHistoryPoints / 2;
/// ... with the newest one by one, since how a run goes is read from them.
inline constexpr std::size_t kNewestHistoryPoints = 1'000;

/// Thins a curve of more than kMostHistoryPoints points to kThinnedHistoryPoints at most. The newest and the
/// first of all stay; of the others, the first in each of equal spans of epochs does, so that the curve keeps
/// its shape over all of its length however often it is thinned, and so do those of the lowest validation
/// loss and of the highest validation accuracy, which people look for. Shorter curves stay as they are.
void thinHistory(std::vector<HistoryPoint>& history);

/// All that is known at a point, by name, in the order in which it is told.
[[nodiscard]] Figures figuresAt(const HistoryPoint& point);

/// Takes a curve, which may have been thinned since, back to where it ended with such a point; none: to where
/// it was empty.
void cutHistory(std::vector<HistoryPoint>& history, const std::optional<HistoryPoint>& last);

} // namespace protomind
