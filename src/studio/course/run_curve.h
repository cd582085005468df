// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/checkpoint.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// The figures that every epoch of a run gives, as checks name them: "train.loss". Those of a test are not
/// among them: it is made once.
[[nodiscard]] std::span<const std::string> runCurveNames();

/// One of them over a run: the epoch, and the figure at its end. Epochs without it are left out.
[[nodiscard]] std::vector<std::array<double, 2>> runCurve(std::span<const HistoryPoint> history,
                                                          std::string_view name);

} // namespace protomind
