// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/output_reading.h"

#include "engine/train/objective.h"

#include <algorithm>

namespace protomind {

int OutputReading::decidedClass(std::span<const float> answer) const {
    if (answer.size() == 1)
        return answer[0] > threshold ? 1 : 0;
    return static_cast<int>(std::ranges::max_element(answer) - answer.begin());
}

std::vector<float> OutputReading::byClass(std::span<const float> answer) const {
    if (answer.size() == 1)
        return {2 * threshold - answer[0], answer[0]};
    return {answer.begin(), answer.end()};
}

OutputReading outputReading(const Model& model, const Objective& objective) {
    if (objective.form != TargetForm::Classes)
        return {.meaning = OutputMeaning::Values};
    Graph graph;
    const BuiltModel built = buildModel(graph, model, 1, BuildMode::Inference, 0);
    if (built.output != built.logits || objective.loss->givesProbabilities)
        return {.meaning = OutputMeaning::Probabilities};
    return {.meaning = OutputMeaning::Scores, .threshold = objective.loss->fromLogits ? 0.0f : 0.5f};
}

} // namespace protomind
