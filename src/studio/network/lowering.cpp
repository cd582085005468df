// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/lowering.h"

#include "studio/network/analysis.h"
#include "studio/network/settings_check.h"

#include <algorithm>
#include <map>

namespace protomind {

Result<Model> lower(const Network& network) {
    const Analysis analysis = analyse(network);
    const auto error = std::ranges::find(analysis.problems, Severity::Error, &NetworkProblem::severity);
    if (error != analysis.problems.end())
        return fail(ProblemKind::Request, error->sentence, {},
                    error->fixes.empty() ? Sentence() : Sentence::row({error->fixes.front().label, "."}, ""));
    Model model;
    std::map<LayerId, int> indices;
    for (const LayerId id : analysis.order) {
        const Layer& layer = *network.layer(id);
        const LayerType* type = findLayerType(layer.type);
        ModelLayer lowered{
            .name = layer.name, .type = type, .settings = declaredSettings(layer, *type), .inputs = {}};
        for (const Wire& wire : network.wiresInto(id))
            lowered.inputs.push_back(indices.at(wire.from));
        indices.emplace(id, static_cast<int>(model.layers.size()));
        model.layers.push_back(std::move(lowered));
    }
    model.inputLayer = indices.at(analysis.input);
    model.outputLayer = indices.at(analysis.output);
    model.inputShape = *analysis.layers.at(analysis.input).outputShape;
    model.outputShape = *analysis.layers.at(analysis.output).outputShape;
    require(model.outputLayer == static_cast<int>(model.layers.size()) - 1, "lower: the output comes last");
    return model;
}

} // namespace protomind
