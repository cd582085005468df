// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/generated.h"

#include "engine/graph/build.h"
#include "engine/train/gan_recipe.h"
#include "engine/train/weight_average.h"

#include <algorithm>
#include <set>

namespace protomind {

namespace {

constexpr const char* kLatents = "latents";
constexpr const char* kMade = "made";

Computation making(const Model& generator, std::int64_t batch, const VariableNaming& naming) {
    Computation computation;
    Graph& graph = *computation.graph;
    const Node latents = input(graph, kLatents, generator.inputShape.prepended(batch));
    const BuiltModel built =
        buildModel(graph, generator, latents, {.mode = BuildMode::Inference, .variableName = naming});
    computation.outputs.push_back({kMade, built.output});
    return computation;
}

bool hasAverages(const VariableStore& variables) {
    const BufferPtr steps = variables.buffer(averagedStepsName(kGeneratorPhase));
    return steps && read(*steps).values[0] > 0;
}

} // namespace

std::vector<VariableInfo> generatorVariables(const VariableStore& variables, const Model& generator) {
    std::set<std::string> wanted{averagedStepsName(kGeneratorPhase)};
    for (const ModelVariable& variable : modelVariables(generator)) {
        wanted.insert(variable.name);
        wanted.insert(averageName(variable.name, kGeneratorPhase));
    }
    std::vector<VariableInfo> found;
    std::ranges::copy_if(variables.variables(), std::back_inserter(found),
                         [&](const VariableInfo& one) { return wanted.contains(one.name); });
    return found;
}

Result<HostArray> generated(NetworkInstance& network, const Model& generator, const HostArray& latents,
                            GeneratorWeights weights) {
    if (auto checked = checkSamples(generator, latents.shape); !checked)
        return std::unexpected(checked.error());
    const VariableNaming averaged = [](const std::string& name) {
        return averageName(name, kGeneratorPhase);
    };
    const bool present = weights == GeneratorWeights::Present || !hasAverages(network.variables());
    const std::string key = present ? "made" : "made_by_averages";
    return inBatches(latents, fittingBatch(generator), [&](const HostArray& part) -> Result<HostArray> {
        const auto make = [&]() -> Result<Computation> {
            return making(generator, part.shape[0], present ? VariableNaming() : averaged);
        };
        auto found = network.run(key, make, {{kLatents, part}});
        if (!found)
            return std::unexpected(found.error());
        return std::move(found->at(kMade));
    });
}

} // namespace protomind
