// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/loss.h"
#include "engine/nn/model.h"

namespace protomind {

/// How sure a network is of anything but a class, of each sample: the logarithm of the odds against it,
/// log(1 - p) - log p = log sum_{j != y} exp z_j - z_y with logits z, [N]. Cross-entropy is softplus of it,
/// so that both grow along the same direction; but a float's cross-entropy has no gradient left where a
/// network is very sure, and attacks through it (and through probabilities) fail for that reason alone. A
/// single output is the logit of the second of two classes. classes: [N], whole numbers.
[[nodiscard]] Node oddsAgainst(const LossType& loss, const BuiltModel& model, Node classes);

} // namespace protomind
