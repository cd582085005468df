// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/expression.h"

namespace protomind {

/// What is missing for a task's check to count as fulfilled; empty where nothing is. A check that looks at
/// the figures of an epoch must hold for two epochs in a row: one may be luck.
[[nodiscard]] std::vector<MissingPart> missingFor(const Expression& check, const LiveState& state);

} // namespace protomind
