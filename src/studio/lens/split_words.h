// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "engine/data/split.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// "test samples", for a sentence: what a figure is of, and whether that was learned from.
[[nodiscard]] Sentence samplesOf(Split split);

/// The splits that can be chosen, by their names in files and on the command line.
[[nodiscard]] const std::vector<std::string>& splitNames();
[[nodiscard]] std::optional<Split> findSplit(std::string_view name);
/// One of those, or "unseen".
[[nodiscard]] std::string splitName(Split split);

} // namespace protomind
