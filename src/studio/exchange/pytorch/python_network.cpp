// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/pytorch/python_network.h"

#include "engine/nn/activation.h"
#include "engine/train/objective.h"
#include "studio/exchange/safe_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

namespace protomind {

namespace {

/// What a module has already, and what the generated functions call their own things.
const std::set<std::string>& takenWords() {
    static const std::set<std::string> words{"add_module",
                                             "apply",
                                             "bfloat16",
                                             "buffers",
                                             "call_super_init",
                                             "children",
                                             "compile",
                                             "cpu",
                                             "cuda",
                                             "double",
                                             "dump_patches",
                                             "eval",
                                             "exit",
                                             "extra_repr",
                                             "float",
                                             "forward",
                                             "get_buffer",
                                             "get_extra_state",
                                             "get_parameter",
                                             "get_submodule",
                                             "half",
                                             "hash",
                                             "hidden",
                                             "hpu",
                                             "ipu",
                                             "load_state_dict",
                                             "match",
                                             "math",
                                             "module",
                                             "modules",
                                             "mtia",
                                             "named_buffers",
                                             "named_children",
                                             "named_modules",
                                             "named_parameters",
                                             "parameters",
                                             "penalty",
                                             "requires_grad_",
                                             "set_extra_state",
                                             "set_submodule",
                                             "share_memory",
                                             "state_dict",
                                             "t_destination",
                                             "to",
                                             "to_empty",
                                             "train",
                                             "training",
                                             "type",
                                             "xpu",
                                             "zero_grad"};
    return words;
}

/// A module has many methods of that beginning, and with every version more: register_forward_hook.
std::string awayFromHooks(const std::string& name) {
    return identifierFrom(name).starts_with("register_") ? "layer " + name : name;
}

/// The loss where no data says what is learned: as it is set, or as the last layer lets on.
const LossType& likelyLoss(const TrainedNetwork& trained, const std::string& lastActivation) {
    if (const LossType* set = findLoss(trained.experiment.training.loss))
        return *set;
    if (lastActivation == "softmax")
        return *findLoss("cross_entropy");
    return *findLoss(lastActivation == "sigmoid" ? "binary_cross_entropy" : "mean_squared_error");
}

void takeObjective(PythonNetwork& network, const std::string& lastActivation) {
    const TrainedNetwork& trained = *network.trained;
    if (trained.data) {
        if (const auto chosen = chooseObjective(trained.model, *trained.data, trained.experiment.training)) {
            network.loss = chosen->loss;
            network.form = chosen->form;
            network.classes = chosen->classes;
            return;
        }
    }
    network.loss = &likelyLoss(trained, lastActivation);
    const std::int64_t outputs = trained.model.outputShape.elementCount();
    if (network.loss->check(TargetForm::Values, 0, outputs))
        return;
    network.form = TargetForm::Classes;
    network.classes = outputs == 1 ? 2 : outputs;
}

} // namespace

PythonNetwork pythonNetwork(const TrainedNetwork& trained) {
    PythonNetwork network{.trained = &trained,
                          .layers = layerViews(trained.model, &trained.checkpoint->variables),
                          .names = {}};
    IdentifierPool pool(takenWords());
    for (const LayerView& layer : network.layers)
        network.names.push_back(pool.take(awayFromHooks(layer.name())));
    const std::string activation = network.last().activation();
    takeObjective(network, activation);
    const Activation* known = findActivation(activation);
    if (network.loss->fromLogits && known != nullptr && known->givesProbabilities)
        network.leftOut = activation;
    return network;
}

std::string torchShapeText(const Shape& shape) {
    std::vector<std::int64_t> sizes(shape.sizes().begin(), shape.sizes().end());
    if (isImageShape(shape))
        sizes = {shape[2], shape[0], shape[1]};
    return sizes.empty() ? "[N]" : fmt::format("[N, {}]", fmt::join(sizes, ", "));
}

std::string pythonNumber(double value) {
    if (!std::isfinite(value))
        return std::isnan(value) ? "float(\"nan\")" : value > 0 ? "float(\"inf\")" : "float(\"-inf\")";
    return fmt::format("{}", value);
}

std::string pythonTuple(std::span<const std::int64_t> sizes) {
    return sizes.size() == 1 ? fmt::format("({},)", sizes[0]) : fmt::format("({})", fmt::join(sizes, ", "));
}

std::string pythonPair(std::span<const std::int64_t> sizes) {
    return sizes[0] == sizes[1] ? fmt::format("{}", sizes[0]) : pythonTuple(sizes);
}

} // namespace protomind
