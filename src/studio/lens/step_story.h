// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"

namespace protomind {

/// What happens in a step of training, as numbered sentences: the batch, each layer forward, the loss, each
/// layer back, and the update of the followed weight.
[[nodiscard]] std::vector<Sentence> storyOf(const LensTrainingStep& step);
/// The same as numbers: a row a layer, and a row a term of the update.
[[nodiscard]] std::vector<LensTable> tablesOf(const LensTrainingStep& step);

} // namespace protomind
