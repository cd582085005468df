// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/array_layout.h"
#include "studio/exchange/keras/layer_scribe.h"

#include <array>

namespace protomind {

namespace {

using nlohmann::json;

/// A recurrent layer's Keras class, and the order of its gates there.
struct RecurrentScript {
    std::string className;
    std::vector<AxisPart> gates;
};

RecurrentScript recurrentScriptOf(const LayerView& layer) {
    using enum AxisPart;
    if (layer.is("lstm"))
        return {"LSTM", {InputGate, ForgetGate, Candidate, OutputGate}};
    if (layer.is("gru"))
        return {"GRU", {UpdateGate, ResetGate, Candidate}};
    return {"SimpleRNN", {}};
}

HostArray gatesInOrder(const LayerView& layer, VariableRole role, bool backward,
                       const std::vector<AxisPart>& gates) {
    const HostArray& values = layer.values(role, backward);
    if (gates.empty())
        return values;
    const int last = values.shape.rank() - 1;
    return partsReordered(values, last, layer.variable(role, backward).axes.back().parts, gates);
}

/// In Keras, a GRU's two biases are one: [2, 3 units].
HostArray biasesOf(const LayerView& layer, bool backward, const std::vector<AxisPart>& gates) {
    HostArray bias = gatesInOrder(layer, VariableRole::Bias, backward, gates);
    if (!layer.holds(VariableRole::RecurrentBias, backward))
        return bias;
    const HostArray recurrent = gatesInOrder(layer, VariableRole::RecurrentBias, backward, gates);
    const std::int64_t width = bias.shape[0];
    bias.values.insert(bias.values.end(), recurrent.values.begin(), recurrent.values.end());
    return HostArray(Shape{2, width}, std::move(bias.values));
}

void addCell(KerasLayer& keras, const LayerView& layer, bool backward, const RecurrentScript& kind,
             const std::string& namePrefix, const std::string& pathPrefix) {
    keras.variables.push_back({namePrefix + "kernel", pathPrefix + "cell/vars/0",
                               gatesInOrder(layer, VariableRole::Kernel, backward, kind.gates)});
    keras.variables.push_back({namePrefix + "recurrent_kernel", pathPrefix + "cell/vars/1",
                               gatesInOrder(layer, VariableRole::RecurrentKernel, backward, kind.gates)});
    keras.variables.push_back(
        {namePrefix + "bias", pathPrefix + "cell/vars/2", biasesOf(layer, backward, kind.gates)});
}

json recurrentConfig(const LayerView& layer) {
    json config{{"units", layer.integer(FieldRole::OutputSize)},
                {"return_sequences", layer.choice(FieldRole::EveryStep) == "every_step"},
                {"activation", layer.is("rnn") ? layer.choice(FieldRole::Activation) : "tanh"},
                {"use_bias", true}};
    if (!layer.is("rnn"))
        config["recurrent_activation"] = "sigmoid";
    if (layer.is("gru"))
        config["reset_after"] = true;
    return config;
}

void writeRecurrent(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    const RecurrentScript kind = recurrentScriptOf(layer);
    json config = recurrentConfig(layer);
    if (!layer.boolean(FieldRole::BothDirections)) {
        addCell(scribe.main(kind.className, std::move(config), layer.output()), layer, false, kind, "", "");
        return;
    }
    const std::string inner = snakeCase(kind.className);
    config.update({{"name", inner}, {"trainable", true}, {"dtype", "float32"}});
    json wrapped{{"class_name", kind.className}, {"config", std::move(config)}};
    if (scribe.isKeras3())
        wrapped.update({{"module", "keras.layers"}, {"registered_name", nullptr}});
    KerasLayer& both = scribe.main("Bidirectional", {{"layer", std::move(wrapped)}, {"merge_mode", "concat"}},
                                   layer.output());
    addCell(both, layer, false, kind, "forward_" + inner + "/", "forward_layer/");
    addCell(both, layer, true, kind, "backward_" + inner + "/", "backward_layer/");
}

void writeEmbedding(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    KerasLayer& keras = scribe.main("Embedding",
                                    {{"input_dim", layer.integer(FieldRole::Vocabulary)},
                                     {"output_dim", layer.integer(FieldRole::OutputSize)}},
                                    layer.output());
    keras.variables.push_back({"embeddings", "vars/0", layer.values(VariableRole::Embedding)});
}

HostArray ofShape(HostArray array, const Shape& shape) {
    array.shape = shape;
    return array;
}

void writeAttention(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    const std::int64_t features = layer.input()[1];
    const std::int64_t heads = layer.integer(FieldRole::Heads);
    const std::int64_t size = features / heads;
    KerasLayer& keras = scribe.main(
        "MultiHeadAttention",
        {{"num_heads", heads}, {"key_dim", size}, {"value_dim", size}, {"dropout", 0.0}, {"use_bias", true}},
        layer.output());
    keras.inputs = {keras.inputs.front(), keras.inputs.front()};
    keras.inner = {"_softmax", "_dropout_layer"};
    keras.kwargs["use_causal_mask"] = layer.boolean(FieldRole::Causal);
    const HostArray& kernel = layer.values(VariableRole::Kernel);
    const HostArray& bias = layer.values(VariableRole::Bias);
    const std::vector<AxisPart>& parts = layer.variable(VariableRole::Kernel).axes[1].parts;
    constexpr std::array<std::pair<AxisPart, const char*>, 3> projections{
        {{AxisPart::Query, "query"}, {AxisPart::Key, "key"}, {AxisPart::Value, "value"}}};
    for (const auto& [part, name] : projections) {
        const std::int64_t place = std::ranges::find(parts, part) - parts.begin();
        const std::string prefix = name;
        keras.variables.push_back({prefix + "/kernel", prefix + "_dense/vars/0",
                                   ofShape(partOf(kernel, 1, place, 3), Shape{features, heads, size})});
        keras.variables.push_back({prefix + "/bias", prefix + "_dense/vars/1",
                                   ofShape(partOf(bias, 0, place, 3), Shape{heads, size})});
    }
    keras.variables.push_back(
        {"attention_output/kernel", "output_dense/vars/0",
         ofShape(layer.values(VariableRole::OutputKernel), Shape{heads, size, features})});
    keras.variables.push_back(
        {"attention_output/bias", "output_dense/vars/1", layer.values(VariableRole::OutputBias)});
}

/// Keras has no layer that adds a table. One multiplication with a one and one addition a number are the
/// same: in Keras 3 as an EinsumDense, else as a depthwise convolution over a single pixel.
void writePosition(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    const Shape& shape = layer.output();
    const bool learned = layer.holds(VariableRole::Position);
    HostArray table = learned ? layer.values(VariableRole::Position) : wavePositions(shape[0], shape[1]);
    if (scribe.isKeras3()) {
        KerasLayer& keras = scribe.main("EinsumDense",
                                        {{"equation", "abc,bc->abc"},
                                         {"output_shape", json::array({shape[0], shape[1]})},
                                         {"bias_axes", "bc"}},
                                        shape);
        keras.trainable = learned;
        keras.variables.push_back({"kernel", "vars/0", HostArray(shape, 1.0f)});
        keras.variables.push_back({"bias", "vars/1", std::move(table)});
        return;
    }
    const std::int64_t count = shape.elementCount();
    scribe.part("row", "Reshape", {{"target_shape", json::array({1, 1, count})}}, Shape{1, 1, count});
    KerasLayer& keras = scribe.main(
        "DepthwiseConv2D",
        {{"kernel_size", json::array({1, 1})}, {"strides", json::array({1, 1})}, {"padding", "valid"}},
        Shape{1, 1, count});
    keras.trainable = learned;
    keras.variables.push_back({"depthwise_kernel", "vars/0", HostArray(Shape{1, 1, count, 1}, 1.0f)});
    keras.variables.push_back({"bias", "vars/1", ofShape(std::move(table), Shape{count})});
    scribe.part("steps", "Reshape", {{"target_shape", json::array({shape[0], shape[1]})}}, shape);
}

} // namespace

std::span<const KerasScript> sequenceScripts() {
    static constexpr std::array<KerasScript, 6> scripts{{{"rnn", writeRecurrent},
                                                         {"lstm", writeRecurrent},
                                                         {"gru", writeRecurrent},
                                                         {"embedding", writeEmbedding},
                                                         {"attention", writeAttention},
                                                         {"position", writePosition}}};
    return scripts;
}

} // namespace protomind
