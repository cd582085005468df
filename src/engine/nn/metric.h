// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

namespace protomind {

struct BuiltModel;
struct LossType;

/// The class a network decides for, as whole floats [N]. scores: [N, outputs]. Several outputs: the first
/// largest. A single output: 1 above the threshold, else 0.
[[nodiscard]] Node predictedClass(Node scores, float threshold = 0.0f);

/// Where a single output changes from class 0 to class 1: 0 for logits, one half for a model that is trained
/// to give the labels 0 and 1 themselves.
[[nodiscard]] float decisionThreshold(const LossType& loss, const BuiltModel& model);

/// How many of a batch are classified rightly, a scalar. labels: [N] (or [N, 1]).
[[nodiscard]] Node correctCount(Node scores, Node labels, float threshold = 0.0f);
[[nodiscard]] Node correctCount(const LossType& loss, const BuiltModel& model, Node labels);

/// The share of a batch that is classified rightly, 0 to 1, a scalar.
[[nodiscard]] Node accuracy(Node scores, Node labels, float threshold = 0.0f);
[[nodiscard]] Node accuracy(const LossType& loss, const BuiltModel& model, Node labels);

} // namespace protomind
