// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/model.h"
#include "engine/train/objective.h"

#include <span>

/// What an objective adds to the graph of a model.
namespace protomind {

/// The input kTargets, [batch] or [batch, values].
[[nodiscard]] Node targetInput(Graph& graph, const Objective& objective, std::int64_t batch);

/// [N], from what correctCount decides from. Of classes alone.
[[nodiscard]] Node decidedClass(const BuiltModel& model, const Objective& objective);

/// The last layer's output, made into probabilities where only the loss knows that they are meant.
[[nodiscard]] Node answers(const BuiltModel& model, const Objective& objective);

/// What is added to the loss: the prices of layers and of large weights among the variables. Null where there
/// is neither. l1: the price of L1, or 0 for what the optimiser goes down by its gradient. That of L1 has no
/// slope at zero: the optimiser pays it by a step of its own.
[[nodiscard]] Node penaltyOf(Graph& graph, std::span<const Node> layerPenalties,
                             std::span<const NetworkVariable> variables, double l1, double l2);

} // namespace protomind
