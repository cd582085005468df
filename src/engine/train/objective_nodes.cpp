// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/objective_nodes.h"

#include "engine/graph/build.h"
#include "engine/graph/compositions.h"
#include "engine/instance/names.h"
#include "engine/nn/metric.h"
#include "engine/nn/regulariser.h"

namespace protomind {

Node targetInput(Graph& graph, const Objective& objective, std::int64_t batch) {
    return input(graph, kTargets, objective.targetShape.prepended(batch));
}

Node decidedClass(const BuiltModel& model, const Objective& objective) {
    return predictedClass(model.logits, decisionThreshold(*objective.loss, model));
}

Node answers(const BuiltModel& model, const Objective& objective) {
    if (!objective.loss->givesProbabilities || model.output != model.logits)
        return model.output;
    const bool manyClasses = objective.form == TargetForm::Classes && model.output.shape().back(0) > 1;
    return manyClasses ? softmax(model.logits) : sigmoid(model.logits);
}

Node penaltyOf(Graph& graph, std::span<const Node> layerPenalties, std::span<const NetworkVariable> variables,
               double l1, double l2) {
    Node sum;
    const auto add = [&sum](Node price) {
        if (price)
            sum = sum ? sum + reshape(price, Shape{}) : reshape(price, Shape{});
    };
    for (const Node price : layerPenalties)
        add(price);
    add(weightPenalty(graph, variables, l1, l2));
    return sum;
}

} // namespace protomind
