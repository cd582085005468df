// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/pytorch/torch_tensors.h"

#include "engine/nn/layer_variable.h"
#include "engine/nn/optimizer.h"
#include "studio/exchange/array_layout.h"
#include "studio/exchange/pytorch/torch_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace protomind {

namespace {

std::string parameterName(const PythonNetwork& network, std::size_t layer, const std::string& name) {
    return network.names[layer] + "." + name;
}

const HostArray* valuesNamed(const PythonNetwork& network, const std::string& name) {
    const auto& values = network.trained->checkpoint->variables;
    const auto found = values.find(name);
    return found == values.end() ? nullptr : &found->second;
}

/// The state of every weight is there: what is in part there is of another run.
bool hasState(const PythonNetwork& network, const std::vector<OptimizerState>& states) {
    for (const LayerView& layer : network.layers) {
        for (const LayerVariable& variable : layer.variables()) {
            for (const OptimizerState& state : states) {
                const HostArray* values =
                    valuesNamed(network, variable.nameIn(layer.name()) + "/" + state.ours);
                if (variable.trainable && (values == nullptr || values->shape != variable.shape()))
                    return false;
            }
        }
    }
    return true;
}

/// How many steps a moving average of ones has seen: 1 - decay^t is what it holds.
std::int64_t stepsSeen(const PythonNetwork& network) {
    const std::int64_t done = network.trained->checkpoint->step;
    for (const char* beta : {"beta2", "beta1"}) {
        const HostArray* average = valuesNamed(network, std::string("optimizer/") + beta + "_correction");
        const OptimizerType* adam = findOptimizer("adam");
        const double decay = real(adam->fields, network.trained->experiment.training.optimizerSettings, beta);
        if (average == nullptr || decay <= 0 || average->values.empty())
            continue;
        const double held = double(average->values[0]);
        constexpr double kWithinRounding = 1e-4;
        if (std::abs(1 - std::pow(decay, double(done)) - held) <= kWithinRounding * held)
            return done;
        if (held > 0 && held < 1)
            return std::llround(std::log1p(-held) / std::log(decay));
    }
    return done;
}

void addSplit(OwnedTensors& tensors, const std::string& prefix, const DataSet& set) {
    const DataDescription& description = set.description();
    const std::int64_t length = description.sampleShape.elementCount();
    const std::int64_t targetLength = description.targetShape.elementCount();
    HostArray x(description.sampleShape.prepended(set.size()));
    HostArray y(description.targetShape.prepended(set.size()));
    for (std::int64_t i = 0; i < set.size(); ++i)
        set.read(i, std::span(x.values).subspan(std::size_t(i * length), std::size_t(length)),
                 std::span(y.values).subspan(std::size_t(i * targetLength), std::size_t(targetLength)));
    if (isImageShape(description.sampleShape))
        x = permuted(x, std::array{0, 3, 1, 2});
    tensors.add(prefix + "x", std::move(x));
    if (description.targetKind == TargetKind::Class)
        tensors.addWhole(prefix + "y", {set.size()}, {y.values.begin(), y.values.end()});
    else
        tensors.add(prefix + "y", std::move(y));
}

std::int64_t bytesOfSplit(const DataSetPtr& set) {
    if (set == nullptr)
        return 0;
    const DataDescription& description = set->description();
    const std::int64_t numbers =
        description.sampleShape.elementCount() + description.targetShape.elementCount();
    // Beyond the limit in any case, before the product could be.
    if (set->size() > kMaxDataBytes || numbers > kMaxDataBytes)
        return kMaxDataBytes + 1;
    return set->size() * numbers * std::int64_t{sizeof(float)};
}

/// The samples, where they are to be copied.
std::optional<DataSource> copiedSource(const PythonNetwork& network) {
    const Experiment& experiment = network.trained->experiment;
    if (!network.trained->data || experiment.data.empty())
        return std::nullopt;
    auto source = openData(experiment.data, experiment.training.seed);
    if (!source || source->training->size() == 0 || bytesOfSplit(source->training) > kMaxDataBytes ||
        source->training->description().sampleShape != network.trained->model.inputShape)
        return std::nullopt;
    return std::move(*source);
}

} // namespace

void OwnedTensors::add(const std::string& name, HostArray values) {
    m_floats.push_back(std::move(values));
    m_tensors[name] = tensorOf(m_floats.back());
}

void OwnedTensors::addWhole(const std::string& name, std::vector<std::int64_t> sizes,
                            std::vector<std::int64_t> values) {
    m_whole.push_back(std::move(values));
    const std::vector<std::int64_t>& kept = m_whole.back();
    m_tensors[name] = {
        .type = TensorType::I64,
        .sizes = std::move(sizes),
        .bytes = {reinterpret_cast<const char*>(kept.data()), kept.size() * sizeof(std::int64_t)}};
}

std::shared_ptr<OwnedTensors> modelTensors(const PythonNetwork& network) {
    auto all = std::make_shared<OwnedTensors>();
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const LayerView& layer = network.layers[i];
        for (const LayerVariable& variable : layer.variables()) {
            const TorchLayout layout = torchLayout(layer, variable);
            all->add(parameterName(network, i, layout.name),
                     layout.toTorch(layer.values(variable.role, variable.backward)));
        }
        for (const std::string& idle : idleBiases(layer))
            all->add(parameterName(network, i, idle), HostArray(layer.variable(VariableRole::Bias).shape()));
        if (layer.holds(VariableRole::Variance))
            all->addWhole(parameterName(network, i, "num_batches_tracked"), {},
                          {network.trained->checkpoint->step});
    }
    return all;
}

Result<VariableValues> variablesOf(const PythonNetwork& network, const TensorFile& file) {
    VariableValues values;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const LayerView& layer = network.layers[i];
        for (const LayerVariable& variable : layer.variables()) {
            const TorchLayout layout = torchLayout(layer, variable);
            const std::string name = parameterName(network, i, layout.name);
            const auto found = file.tensors.find(name);
            if (found == file.tensors.end())
                return fail(ProblemKind::Input,
                            sentence("The weights of {:s} are missing: {:s}.", layer.name(), name));
            auto theirs = floatsOf(found->second);
            if (!theirs)
                return std::unexpected(theirs.error());
            if (theirs->shape != layout.shapeThere(variable.shape()))
                return fail(ProblemKind::Input,
                            sentence("{:s} is {}, but {:s} needs {}.", name, theirs->shape.text(),
                                     layer.name(), layout.shapeThere(variable.shape()).text()));
            values[variable.nameIn(layer.name())] = layout.fromTorch(*theirs);
        }
    }
    return values;
}

std::vector<OptimizerState> optimizerStates(const std::string& optimizer) {
    if (optimizer == "momentum" || optimizer == "nesterov")
        return {{"velocity", "velocity"}};
    if (optimizer == "rmsprop")
        return {{"mean_square", "square_avg"}};
    if (optimizer == "adam" || optimizer == "adamw")
        return {{"mean", "exp_avg"}, {"mean_square", "exp_avg_sq"}};
    require(optimizer == "sgd", "optimizerStates: an optimiser that nothing is known of");
    return {};
}

std::shared_ptr<OwnedTensors> optimizerTensors(const PythonNetwork& network) {
    auto all = std::make_shared<OwnedTensors>();
    const std::vector<OptimizerState> states =
        optimizerStates(network.trained->experiment.training.optimizer);
    if (states.empty() || !hasState(network, states))
        return all;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const LayerView& layer = network.layers[i];
        for (const LayerVariable& variable : layer.variables()) {
            if (!variable.trainable)
                continue;
            const TorchLayout layout = torchLayout(layer, variable);
            for (const OptimizerState& state : states)
                all->add(
                    parameterName(network, i, layout.name) + "." + state.theirs,
                    layout.toTorch(*valuesNamed(network, variable.nameIn(layer.name()) + "/" + state.ours)));
        }
    }
    all->addWhole("step", {}, {stepsSeen(network)});
    if (const HostArray* reach = valuesNamed(network, "optimizer/reach"))
        all->add("reach", *reach);
    return all;
}

std::vector<std::string> kernelNames(const PythonNetwork& network) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < network.layers.size(); ++i)
        for (const LayerVariable& variable : network.layers[i].variables())
            if (variable.trainable && isKernel(variable.role))
                names.push_back(parameterName(network, i, torchLayout(network.layers[i], variable).name));
    return names;
}

bool copiesData(const PythonNetwork& network) {
    return copiedSource(network).has_value();
}

std::shared_ptr<OwnedTensors> dataTensors(const PythonNetwork& network) {
    const auto source = copiedSource(network);
    if (!source)
        return nullptr;
    auto all = std::make_shared<OwnedTensors>();
    addSplit(*all, "", *source->training);
    if (source->test != nullptr && source->test->size() > 0 &&
        bytesOfSplit(source->test) <= kMaxDataBytes - bytesOfSplit(source->training))
        addSplit(*all, "test_", *source->test);
    return all;
}

} // namespace protomind
