// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/network_instance.h"

#include <algorithm>

namespace protomind {

namespace {

std::vector<VariableInfo> networkVariables(const Model& model, std::uint64_t seed) {
    Graph graph;
    std::vector<VariableInfo> variables;
    for (const NetworkVariable& variable : buildModel(graph, model, 1, BuildMode::Inference, seed).variables)
        variables.push_back(infoOf(variable, true));
    return variables;
}

Result<void> checkValues(const std::vector<VariableInfo>& variables, const VariableValues& values) {
    for (const VariableInfo& variable : variables) {
        const auto found = values.find(variable.name);
        if (found == values.end())
            return fail(ProblemKind::Input, "The weights lack the numbers of '" + variable.name + "'.");
        if (found->second.shape != variable.shape)
            return fail(ProblemKind::Input, "The numbers of '" + variable.name + "' are " +
                                                found->second.shape.text() + ", but the network needs " +
                                                variable.shape.text() + ".");
        if (!allFinite(found->second.values))
            return fail(ProblemKind::Input, "The numbers of '" + variable.name +
                                                "' hold one that is not finite (NaN or infinite).");
    }
    return {};
}

} // namespace

Result<void> checkSamples(const Model& model, const Shape& samples) {
    if (samples.rank() == 0 || samples.without(0) != model.inputShape || samples[0] == 0)
        return fail(ProblemKind::Request, "The samples are " + samples.text() +
                                              ", but the network takes any number of " +
                                              model.inputShape.text() + ".");
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
        return fail(ProblemKind::Request, "This needs at least one of the input '" + name + "'.");
    if (const auto samples = inputs.find(kSamples); samples != inputs.end()) {
        if (auto checked = checkSamples(m_model, samples->second.shape); !checked)
            return std::unexpected(checked.error());
    }
    const std::int64_t batch = first->second.shape[0];
    return this->run(
        "query " + query.key(), [&] { return computationOf(m_model, query, batch, m_seed); }, inputs, run);
}

Result<HostArray> NetworkInstance::outputs(const HostArray& samples) {
    auto found = ask({.outputs = true}, {{kSamples, samples}});
    if (!found)
        return std::unexpected(found.error());
    return std::move(found->at(kOutputs));
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
    return (*computation)->readAll();
}

Result<CompiledComputation*> NetworkInstance::compiled(const std::string& key, const MakeComputation& make) {
    if (CompiledComputation* const kept = m_cache.find(key))
        return kept;
    auto made = make();
    if (!made)
        return std::unexpected(made.error());
    m_cache.makeRoom();
    auto computation = CompiledComputation::load(m_device, *made, m_variables);
    if (!computation)
        return std::unexpected(computation.error());
    return &m_cache.keep(key, std::move(*computation));
}

} // namespace protomind
