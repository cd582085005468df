// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/graph/graph.h"

#include <cstdint>
#include <span>
#include <string>

namespace protomind {

struct BuiltModel;

/// What a network is to learn to give.
enum class TargetForm {
    Classes, ///< whole-number labels [N]
    Values,  ///< real numbers [N, ...], one for each output
};

/// How far a network's answers are from what they should be, as one number to make small.
struct LossType {
    std::string name;    ///< in files: "cross_entropy"
    std::string title;   ///< for a person: "Cross-entropy"
    std::string summary; ///< one or two sentences
    std::string formula; ///< TeX
    /// The prediction is what comes before a final softmax or sigmoid: both in one formula can't overflow.
    bool fromLogits = false;
    /// What is trained is a log-likelihood: a softmax or sigmoid of the logits is then a probability.
    bool givesProbabilities = false;
    /// Whether it suits such targets and so many outputs of the network; the sentence says what would.
    /// classes is 0 where the target is values.
    Result<void> (*check)(TargetForm form, std::int64_t classes, std::int64_t outputs) = nullptr;
    /// The mean over the batch, a scalar. prediction: [N, outputs]; check has passed.
    Node (*build)(Node prediction, Node target, TargetForm form) = nullptr;
};

[[nodiscard]] std::span<const LossType> lossTypes();
/// Null where there is none of that name.
[[nodiscard]] const LossType* findLoss(const std::string& name);

/// The loss that suits a target best: cross-entropy for classes (the binary one where a single output tells
/// two classes apart), mean squared error for values.
[[nodiscard]] const LossType& autoLoss(TargetForm form, std::int64_t classes, std::int64_t outputs);

/// The loss of a built model: picks logits or output, whichever the loss is made from.
[[nodiscard]] Node lossOf(const LossType& loss, const BuiltModel& model, Node target, TargetForm form);

} // namespace protomind
