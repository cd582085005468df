// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/attack_loss.h"

#include "engine/graph/build.h"
#include "engine/graph/compositions.h"
#include "engine/nn/metric.h"

namespace protomind {

namespace {

/// Far below any logit, and yet a number.
constexpr float kNoLogit = -1e30f;

} // namespace

Node oddsAgainst(const LossType& loss, const BuiltModel& model, Node classes) {
    Graph& graph = model.logits.graph();
    const ScopeGuard scope(graph, "attack");
    const std::int64_t batch = model.logits.shape()[0];
    const std::int64_t outputs = model.logits.shape().elementCount() / batch;
    const Node logits = reshape(model.logits, Shape{batch, outputs});
    if (outputs == 1) {
        const Node side = 1.0f - 2.0f * reshape(classes, Shape{batch});
        return side * (reshape(logits, Shape{batch}) - decisionThreshold(loss, model));
    }
    const Node own = oneHot(classes, outputs);
    const Node others = where(own, constant(graph, kNoLogit), logits);
    const Node largest = stopGradient(reduceMax(others, {1}));
    const Node sum = largest + log(reduceSum(exp(others - largest), {1}));
    return reshape(sum - reduceSum(logits * own, {1}), Shape{batch});
}

} // namespace protomind
