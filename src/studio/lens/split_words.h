// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "engine/data/split.h"

namespace protomind {

/// "test samples", for a sentence: what a figure is of, and whether that was learned from.
[[nodiscard]] Sentence samplesOf(Split split);

} // namespace protomind
