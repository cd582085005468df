// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/network_instance.h"

#include <algorithm>
#include <bit>

namespace protomind {

namespace {

/// Samples that are computed at once at most, and how many numbers the largest layer may then give.
constexpr std::int64_t kLargestBatch = 256;
constexpr std::int64_t kLargestLayer = std::int64_t{1} << 24;

std::vector<VariableInfo> networkVariables(const Model& model, std::uint64_t seed) {
    Graph graph;
    std::vector<VariableInfo> variables;
    for (const NetworkVariable& variable : buildModel(graph, model, 1, BuildMode::Training, seed).variables)
        variables.push_back(infoOf(variable, true));
    return variables;
}

Result<void> checkValues(const std::vector<VariableInfo>& variables, const VariableValues& values) {
    for (const VariableInfo& variable : variables) {
        const auto found = values.find(variable.name);
        if (found == values.end())
            return fail(ProblemKind::Input, sentence("The weights lack the numbers of '{}'.", variable.name));
        if (found->second.shape != variable.shape)
            return fail(ProblemKind::Input,
                        sentence("The numbers of '{}' are {}, but the network needs {}.", variable.name,
                                 found->second.shape.text(), variable.shape.text()));
        if (!allFinite(found->second.values))
            return fail(ProblemKind::Input,
                        sentence("The numbers of '{}' hold one that is not finite (NaN or infinite).",
                                 variable.name));
    }
    return {};
}

} // namespace

std::int64_t fittingBatch(const Model& model) {
    Graph graph;
    std::int64_t largest = 1;
    for (const Node output : buildModel(graph, model, 1, BuildMode::Inference, 0).layerOutputs)
        largest = std::max(largest, output.shape().elementCount());
    const std::int64_t fitting = std::clamp<std::int64_t>(kLargestLayer / largest, 1, kLargestBatch);
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(fitting)));
}

Result<HostArray> inBatches(const HostArray& samples, std::int64_t batch, const AnswerBatch& answer) {
    const std::int64_t count = samples.shape[0];
    const std::int64_t sampleSize = samples.shape.elementCount() / count;
    HostArray outputs;
    auto next = outputs.values.begin();
    for (std::int64_t first = 0; first < count; first += batch) {
        const std::int64_t here = std::min(count - first, batch);
        const auto rounded = static_cast<std::int64_t>(std::bit_ceil(static_cast<std::uint64_t>(here)));
        HostArray part(samples.shape.with(0, rounded));
        std::copy_n(samples.values.begin() + first * sampleSize, here * sampleSize, part.values.begin());
        auto found = answer(part);
        if (!found)
            return found;
        if (first == 0) {
            outputs = HostArray(found->shape.with(0, count));
            next = outputs.values.begin();
        }
        next = std::copy_n(found->values.begin(), found->shape.elementCount() / rounded * here, next);
    }
    return outputs;
}

Result<void> checkSamples(const Model& model, const Shape& samples) {
    if (samples.rank() == 0 || samples.without(0) != model.inputShape || samples[0] == 0)
        return fail(ProblemKind::Request,
                    sentence("The samples are {}, but the network takes any number of {}.", samples.text(),
                             model.inputShape.text()));
    return {};
}

Result<std::unique_ptr<NetworkInstance>> NetworkInstance::create(Model model, Device& device,
                                                                 std::uint64_t seed) {
    std::unique_ptr<NetworkInstance> instance(new NetworkInstance(std::move(model), device, seed));
    if (auto added = instance->addVariables(networkVariables(instance->m_model, seed)); !added)
        return std::unexpected(added.error());
    return instance;
}

Result<std::unique_ptr<NetworkInstance>> NetworkInstance::create(Model model, Device& device,
                                                                 const VariableValues& values) {
    if (auto checked = checkValues(networkVariables(model, 0), values); !checked)
        return std::unexpected(checked.error());
    auto instance = create(std::move(model), device, 0);
    if (!instance)
        return instance;
    VariableStore& variables = (*instance)->m_variables;
    for (const VariableInfo& variable : variables.variables())
        variables.write(variable.name, values.at(variable.name));
    return instance;
}

Result<void> NetworkInstance::addVariables(std::vector<VariableInfo> variables) {
    return m_variables.add(m_device, std::move(variables), m_seed);
}

Result<NamedArrays> NetworkInstance::ask(const NetworkQuery& query, const NamedArrays& inputs,
                                         std::uint64_t run) {
    const std::string name = query.from ? layerOutputName(*query.from) : kSamples;
    const auto first = inputs.find(name);
    if (first == inputs.end() || first->second.shape.rank() == 0 || first->second.shape[0] == 0)
        return fail(ProblemKind::Request, sentence("This needs at least one of the input '{}'.", name));
    if (const auto samples = inputs.find(kSamples); samples != inputs.end()) {
        if (auto checked = checkSamples(m_model, samples->second.shape); !checked)
            return std::unexpected(checked.error());
    }
    const std::int64_t batch = first->second.shape[0];
    return this->run(
        "query " + query.key(), [&] { return computationOf(m_model, query, batch, m_seed); }, inputs, run);
}

Result<HostArray> NetworkInstance::outputs(const HostArray& samples) {
    if (auto checked = checkSamples(m_model, samples.shape); !checked)
        return std::unexpected(checked.error());
    return inBatches(samples, fittingBatch(m_model), [this](const HostArray& part) -> Result<HostArray> {
        auto found = ask({.outputs = true}, {{kSamples, part}});
        if (!found)
            return std::unexpected(found.error());
        return std::move(found->at(kOutputs));
    });
}

Result<NamedArrays> NetworkInstance::run(const std::string& key, const MakeComputation& make,
                                         const NamedArrays& inputs, std::uint64_t run) {
    std::string withShapes = key;
    for (const auto& [name, array] : inputs)
        withShapes += "\n" + name + " " + array.shape.text();
    auto computation = compiled(withShapes, make);
    if (!computation)
        return std::unexpected(computation.error());
    if (auto set = (*computation)->setInputs(inputs); !set)
        return std::unexpected(set.error());
    if (auto ran = (*computation)->run(run); !ran)
        return std::unexpected(ran.error());
    NamedArrays arrays = (*computation)->readAll();
    if (auto sound = m_device.check(); !sound)
        return std::unexpected(sound.error());
    return arrays;
}

Result<CompiledComputation*> NetworkInstance::compiled(const std::string& key, const MakeComputation& make) {
    if (CompiledComputation* const kept = m_cache.find(key))
        return kept;
    auto made = make();
    if (!made)
        return std::unexpected(made.error());
    m_cache.makeRoom();
    auto computation = load(*made);
    if (!computation)
        return std::unexpected(computation.error());
    return &m_cache.keep(key, std::move(*computation));
}

Result<std::unique_ptr<CompiledComputation>> NetworkInstance::load(const Computation& computation) {
    auto loaded = CompiledComputation::load(m_device, computation, m_variables);
    if (loaded || loaded.error().kind != ProblemKind::Memory || m_cache.size() == 0)
        return loaded;
    forgetCompiled();
    return CompiledComputation::load(m_device, computation, m_variables);
}

} // namespace protomind
