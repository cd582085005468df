// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/metric.h"

#include "engine/graph/build.h"
#include "engine/nn/loss.h"
#include "engine/nn/model.h"

namespace protomind {

Node predictedClass(Node scores, float threshold) {
    const std::int64_t batch = scores.shape()[0];
    const Node rows = reshape(scores, {batch, scores.shape().without(0).elementCount()});
    if (rows.shape()[1] == 1)
        return reshape(less(constant(scores.graph(), threshold), rows), {batch});
    return reshape(argMax(rows, 1), {batch});
}

float decisionThreshold(const LossType& loss, const BuiltModel& model) {
    return loss.fromLogits || model.logits != model.output ? 0.0f : 0.5f;
}

Node correctCount(Node scores, Node labels, float threshold) {
    const ScopeGuard scope(scores.graph(), "accuracy");
    const Node predicted = predictedClass(scores, threshold);
    return reshape(reduceSum(equal(predicted, reshape(labels, predicted.shape()))), Shape());
}

Node correctCount(const LossType& loss, const BuiltModel& model, Node labels) {
    return correctCount(model.logits, labels, decisionThreshold(loss, model));
}

Node accuracy(Node scores, Node labels, float threshold) {
    return correctCount(scores, labels, threshold) * (1.0f / static_cast<float>(scores.shape()[0]));
}

Node accuracy(const LossType& loss, const BuiltModel& model, Node labels) {
    return accuracy(model.logits, labels, decisionThreshold(loss, model));
}

} // namespace protomind
