// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/runs/run_list.h"

#include <QString>

#include <vector>

namespace protomind {

// What a table, a chart and a file say of runs.

/// "98.6 %", with as many decimals as so many samples tell apart; of a run without classes its loss.
[[nodiscard]] QString resultText(const RunRecord& run);
/// "3", "2.5"
[[nodiscard]] QString epochsText(const RunRecord& run);
/// The time of a run of today, the date of another; both of them in full.
[[nodiscard]] QString whenText(const RunRecord& run);
[[nodiscard]] QString fullWhenText(const RunRecord& run);
/// "digits · 500 test samples"
[[nodiscard]] QString groundText(const TestGround& ground);
/// Several lines: the network, its result, how it was trained and tested.
[[nodiscard]] QString runDetails(const RunRecord& run);
/// A line a run, in this order, with a line of names above; numbers with a point, texts in quotes.
[[nodiscard]] QString runsCsv(const std::vector<RunRecordPtr>& runs);

} // namespace protomind
