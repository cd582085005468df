// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/program/computation.h"

#include <functional>
#include <span>

namespace protomind {

/// Makes the new node for an old one, given its inputs as they are in the new graph.
using MakeNode = std::function<Node(Graph& graph, Node old, std::span<const Node> inputs)>;

/// Builds a computation anew in a fresh graph, with only what its outputs and updates need; every node goes
/// through make, in order. Inputs and variables are kept even where make would drop them.
[[nodiscard]] Computation rewrite(const Computation& computation, const MakeNode& make);

/// The same node again: what a rewrite does with a node that it does not care about.
[[nodiscard]] Node copyNode(Graph& graph, Node old, std::span<const Node> inputs);

/// For each node of the graph, whether an output or an update needs it.
[[nodiscard]] std::vector<bool> neededNodes(const Computation& computation);

} // namespace protomind
