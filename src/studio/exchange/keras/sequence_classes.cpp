// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/array_layout.h"
#include "studio/exchange/keras/draft.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {

namespace {

using nlohmann::json;

/// A recurrent layer, in a Bidirectional or not.
struct RecurrentClass {
    std::string_view name;
    const char* ours;
    std::vector<AxisPart> gates; ///< in Keras' order
};

const RecurrentClass* recurrentClassNamed(std::string_view name) {
    using enum AxisPart;
    static const std::array<RecurrentClass, 3> all{
        {{"SimpleRNN", "rnn", {}},
         {"LSTM", "lstm", {InputGate, ForgetGate, Candidate, OutputGate}},
         {"GRU", "gru", {UpdateGate, ResetGate, Candidate}}}};
    const auto found = std::ranges::find(all, name, &RecurrentClass::name);
    return found == all.end() ? nullptr : &*found;
}

Settings recurrentSettings(ConfigReader& config, const RecurrentClass& kind) {
    const std::string activation = config.activation("activation", "tanh");
    const bool isRnn = kind.gates.empty();
    config.refuseUnless(activation == "tanh" || (isRnn && activation == "relu"), "activation");
    if (!isRnn)
        config.refuseUnless(config.activation("recurrent_activation", "sigmoid") == "sigmoid",
                            "recurrent_activation");
    if (kind.name == "GRU")
        config.refuseUnless(config.boolean("reset_after", true), "reset_after");
    for (const char* off : {"go_backwards", "stateful", "return_state", "time_major"})
        config.refuseUnless(!config.boolean(off, false), off);
    Settings settings{
        {"units", config.integer("units")},
        {"result", std::string(config.boolean("return_sequences", false) ? "every_step" : "last_step")}};
    if (isRnn)
        settings["activation"] = activation;
    return settings;
}

/// The numbers of one direction, with gates in our order and the biases apart.
class CellReading {
public:
    CellReading(NodeReading& reading, const RecurrentClass& kind, const Shape& input, std::int64_t units)
        : m_reading(reading)
        , m_kind(kind)
        , m_features(input[1])
        , m_units(units)
        , m_width(std::max<std::int64_t>(std::ssize(kind.gates), 1) * units) {}

    void read(Draft& draft, bool backward, bool bias, const std::string& name, const std::string& path) {
        const std::string prefix = backward ? "backward_" : "";
        keep(draft, prefix + "kernel", name + "kernel", path + "cell/vars/0", Shape{m_features, m_width});
        keep(draft, prefix + "recurrent_kernel", name + "recurrent_kernel", path + "cell/vars/1",
             Shape{m_units, m_width});
        if (m_kind.name == "GRU")
            keepTwoBiases(draft, prefix, bias, name, path);
        else if (bias)
            keep(draft, prefix + "bias", name + "bias", path + "cell/vars/2", Shape{m_width});
        else
            draft.values[prefix + "bias"] = HostArray(Shape{m_width});
    }

private:
    [[nodiscard]] HostArray inOurOrder(HostArray values, const Draft& draft) const {
        if (m_kind.gates.empty())
            return values;
        const LayerType& type = *findLayerType(draft.type);
        const auto variables = type.variables(draft.settings, draft.inputShapes);
        const std::vector<AxisPart>& ours = findVariable(variables, VariableRole::Bias)->axes.back().parts;
        return partsReordered(values, values.shape.rank() - 1, m_kind.gates, ours);
    }

    void keep(Draft& draft, const std::string& variable, const std::string& name, const std::string& path,
              const Shape& shape) {
        if (auto values = m_reading.weight(name, path, shape))
            draft.values[variable] = inOurOrder(std::move(*values), draft);
    }

    void keepTwoBiases(Draft& draft, const std::string& prefix, bool bias, const std::string& name,
                       const std::string& path) {
        HostArray both(Shape{2, m_width});
        if (bias) {
            auto values = m_reading.weight(name + "bias", path + "cell/vars/2", both.shape);
            if (!values)
                return;
            both = std::move(*values);
        }
        const auto row = [&](std::int64_t which) {
            HostArray part = partOf(both, 0, which, 2);
            part.shape = Shape{m_width};
            return inOurOrder(std::move(part), draft);
        };
        draft.values[prefix + "bias"] = row(0);
        draft.values[prefix + "recurrent_bias"] = row(1);
    }

    NodeReading& m_reading;
    const RecurrentClass& m_kind;
    std::int64_t m_features;
    std::int64_t m_units;
    std::int64_t m_width;
};

void readRecurrent(NodeReading& reading) {
    const RecurrentClass& kind = *recurrentClassNamed(reading.node().className);
    const Shape input = reading.input();
    const bool bias = reading.config().boolean("use_bias", true);
    Draft* draft = reading.append(kind.ours, recurrentSettings(reading.config(), kind));
    if (draft == nullptr)
        return;
    const std::int64_t units = std::get<std::int64_t>(draft->settings.at("units"));
    CellReading(reading, kind, input, units).read(*draft, false, bias, "", "");
}

/// What lies in a Bidirectional: {"class_name", "config": {...}}.
const json* wrappedConfig(const json& config, const char* key) {
    const auto found = config.find(key);
    const bool whole = found != config.end() && found->is_object() && found->contains("config") &&
                       (*found)["config"].is_object() && found->contains("class_name") &&
                       (*found)["class_name"].is_string();
    return whole ? &*found : nullptr;
}

/// "forward_lstm/": the prefix is there already where Keras 3 has saved it.
std::string directionName(ConfigReader& inner, const std::string& direction, const std::string& fallback) {
    const std::string name = inner.text("name", fallback);
    return (name.starts_with(direction) ? name : direction + name) + "/";
}

/// Whether the backward layer, which may be given by itself, is the forward one read from the end.
bool isMirrored(const json& config, const json& forward) {
    const json* backward = wrappedConfig(config, "backward_layer");
    if (backward == nullptr)
        return true;
    if ((*backward)["class_name"] != forward["class_name"])
        return false;
    for (const char* key : {"units", "activation", "recurrent_activation", "use_bias", "reset_after",
                            "return_sequences", "stateful", "return_state"})
        if ((*backward)["config"].value(key, json()) != forward["config"].value(key, json()))
            return false;
    return (*backward)["config"].value("go_backwards", json(true)) == true;
}

void readBidirectional(NodeReading& reading) {
    ConfigReader& config = reading.config();
    config.refuseUnless(config.text("merge_mode", "concat") == "concat", "merge_mode");
    const json* forward = wrappedConfig(reading.node().config, "layer");
    const RecurrentClass* kind =
        forward != nullptr ? recurrentClassNamed((*forward)["class_name"].get<std::string>()) : nullptr;
    if (kind == nullptr)
        return config.refuse("layer");
    config.refuseUnless(isMirrored(reading.node().config, *forward), "backward_layer");
    ConfigReader inner((*forward)["config"], reading.node().name);
    Settings settings = recurrentSettings(inner, *kind);
    const bool bias = inner.boolean("use_bias", true);
    const std::string forwards = directionName(inner, "forward_", kind->ours);
    if (inner.problem())
        return reading.fail(inner.problem()->sentence);
    settings["both_directions"] = true;
    const Shape input = reading.input();
    const std::int64_t units = std::get<std::int64_t>(settings.at("units"));
    Draft* draft = reading.append(kind->ours, std::move(settings));
    if (draft == nullptr)
        return;
    CellReading cells(reading, *kind, input, units);
    cells.read(*draft, false, bias, forwards, "forward_layer/");
    cells.read(*draft, true, bias, "backward_" + forwards.substr(std::string_view("forward_").size()),
               "backward_layer/");
}

void readEmbedding(NodeReading& reading) {
    ConfigReader& config = reading.config();
    const std::int64_t words = config.integer("input_dim");
    const std::int64_t features = config.integer("output_dim");
    config.refuseUnless(!config.boolean("mask_zero", false), "mask_zero");
    Draft* draft = reading.append("embedding", {{"vocabulary", words}, {"features", features}});
    if (draft != nullptr)
        reading.weight(draft, "table", "embeddings", "vars/0", Shape{words, features},
                       Shape{words, features});
}

/// Attention of a sequence to itself, with heads that share its features out evenly.
void readAttention(NodeReading& reading) {
    ConfigReader& config = reading.config();
    const KerasNode& node = reading.node();
    const std::int64_t heads = config.integer("num_heads");
    const std::int64_t size = config.integer("key_dim");
    config.refuseUnless(config.integer("value_dim", size) == size, "value_dim");
    config.refuseUnless(config.boolean("use_bias", true), "use_bias");
    config.refuseUnless(!config.boolean("use_gate", false), "use_gate");
    config.refuseUnless(!config.has("sliding_window"), "sliding_window");
    config.refuseUnless(!config.has("output_shape"), "output_shape");
    const bool toItself = std::ranges::all_of(
        node.inputs, [&](const std::string& input) { return input == node.inputs.front(); });
    const Shape input = reading.input();
    if (!toItself || input.rank() != 2 || heads < 1 || size < 1 || input[1] % heads != 0 ||
        input[1] / heads != size)
        return reading.fail(
            "Attention is possible of a sequence to itself alone, with its features shared out evenly among "
            "the heads.");
    const json causal = node.kwargs.value("use_causal_mask", json(false));
    reading.readFirstAlone();
    Draft* draft = reading.append("attention", {{"heads", heads}, {"causal", causal == true}});
    if (draft == nullptr)
        return;
    std::vector<HostArray> kernels;
    std::vector<HostArray> biases;
    for (const std::string name : {"query", "key", "value"}) {
        auto kernel = reading.weight(name + "/kernel", name + "_dense/vars/0", Shape{input[1], heads, size});
        auto bias = reading.weight(name + "/bias", name + "_dense/vars/1", Shape{heads, size});
        if (!kernel || !bias)
            return;
        kernel->shape = Shape{input[1], input[1]};
        bias->shape = Shape{input[1]};
        kernels.push_back(std::move(*kernel));
        biases.push_back(std::move(*bias));
    }
    draft->values["kernel"] = joined(kernels, 1);
    draft->values["bias"] = joined(biases, 0);
    reading.weight(draft, "output_kernel", "attention_output/kernel", "output_dense/vars/0",
                   Shape{heads, size, input[1]}, Shape{input[1], input[1]});
    reading.weight(draft, "output_bias", "attention_output/bias", "output_dense/vars/1", Shape{input[1]},
                   Shape{input[1]});
}

/// x * kernel + bias, number by number: a position where the kernel is all ones.
void readEinsum(NodeReading& reading) {
    ConfigReader& config = reading.config();
    const std::string equation = config.text("equation", "");
    const bool byNumber =
        equation.size() == 11 && equation[0] != equation[1] && equation[1] != equation[2] &&
        equation == equation.substr(0, 3) + "," + equation.substr(1, 2) + "->" + equation.substr(0, 3);
    config.refuseUnless(byNumber, "equation");
    config.refuseUnless(byNumber && config.text("bias_axes", "") == equation.substr(1, 2), "bias_axes");
    config.refuseUnless(config.activation("activation", "linear") == "linear", "activation");
    if (!reading.sound())
        return;
    const Shape shape = reading.input();
    const auto kernel = shape.rank() == 2 ? reading.weight("kernel", "vars/0", shape) : std::nullopt;
    if (kernel && !std::ranges::all_of(kernel->values, [](float value) { return value == 1; }))
        return reading.fail("It multiplies each step with numbers of its own, which no layer here does.");
    Draft* draft = reading.append("position", {{"kind", std::string("learned")}});
    reading.weight(draft, "positions", "bias", "vars/1", shape, shape);
}

} // namespace

std::span<const KerasClass> sequenceClasses() {
    static constexpr std::array<KerasClass, 7> classes{{{"SimpleRNN", readRecurrent},
                                                        {"LSTM", readRecurrent},
                                                        {"GRU", readRecurrent},
                                                        {"Bidirectional", readBidirectional},
                                                        {"Embedding", readEmbedding},
                                                        {"MultiHeadAttention", readAttention},
                                                        {"EinsumDense", readEinsum}}};
    return classes;
}

} // namespace protomind
