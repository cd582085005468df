// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/activation.h"
#include "studio/exchange/onnx/write_layers.h"

#include <algorithm>
#include <array>
#include <numbers>

namespace protomind {

namespace {

/// A function of a single op; parameter: the name of its attribute, null where it has none.
struct OnnxActivation {
    std::string_view name;
    const char* op;
    const char* parameter = nullptr;
};

constexpr auto kOnnxActivations = std::to_array<OnnxActivation>({{"sigmoid", "Sigmoid"},
                                                                 {"tanh", "Tanh"},
                                                                 {"relu", "Relu"},
                                                                 {"leaky_relu", "LeakyRelu", "alpha"},
                                                                 {"elu", "Elu", "alpha"},
                                                                 {"softmax", "Softmax"}});

const OnnxActivation* findOnnxActivation(std::string_view name) {
    const auto found = std::ranges::find(kOnnxActivations, name, &OnnxActivation::name);
    return found == kOnnxActivations.end() ? nullptr : found;
}

/// Opset 17 has no op for it: x / 2 (1 + erf(x / √2)), in the steps by which runtimes recognise it.
std::string writeGelu(OnnxGraph& graph, const std::string& x, bool isMain) {
    const std::string narrow = graph.node(
        "Div", {x, graph.number("sqrt_2", static_cast<float>(std::numbers::sqrt2))}, {}, "gelu/Div");
    const std::string share =
        isMain ? graph.mainNode("Erf", {narrow}) : graph.node("Erf", {narrow}, {}, "gelu/Erf");
    const std::string sum = graph.node("Add", {share, graph.number("one", 1)}, {}, "gelu/Add");
    const std::string product = graph.node("Mul", {x, sum}, {}, "gelu/Mul");
    return graph.node("Mul", {product, graph.number("half", 0.5f)}, {}, "gelu/Mul");
}

std::string writeFunction(OnnxGraph& graph, const std::string& name, double parameter, const std::string& x,
                          bool isMain) {
    if (name == "gelu")
        return writeGelu(graph, x, isMain);
    const OnnxActivation* known = findOnnxActivation(name);
    require(known != nullptr, "writeFunction: an activation that has passed writesActivation");
    OnnxGraph::Attributes attributes;
    if (known->parameter != nullptr)
        attributes.push_back({known->parameter, static_cast<float>(parameter)});
    if (name == "softmax")
        attributes.push_back({"axis", onnxChannelAxis(graph.layer().output())});
    return isMain ? graph.mainNode(known->op, {x}, attributes) : graph.node(known->op, {x}, attributes);
}

} // namespace

bool writesActivation(const std::string& name) {
    return name == "linear" || name == "gelu" || findOnnxActivation(name) != nullptr;
}

std::string writeActivation(OnnxGraph& graph, const std::string& x) {
    const std::string name = graph.layer().activation();
    if (name == "linear")
        return x;
    return writeFunction(graph, name, findActivation(name)->defaultParameter, x, false);
}

void writeActivationLayer(OnnxGraph& graph) {
    const std::string name = graph.layer().activation();
    if (name == "linear") {
        graph.mainNode("Identity", {graph.input()});
        return;
    }
    const FieldValue& parameter = graph.layer().setting(name == "elu" ? "alpha" : "slope");
    const auto* whole = std::get_if<std::int64_t>(&parameter);
    writeFunction(graph, name, whole != nullptr ? static_cast<double>(*whole) : std::get<double>(parameter),
                  graph.input(), true);
}

} // namespace protomind
