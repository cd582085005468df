// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/layer_scribe.h"

#include <array>

namespace protomind {

namespace {

using nlohmann::json;

void writeInput(LayerScribe& scribe) {
    json shape = json::array({nullptr});
    for (const std::int64_t size : scribe.layer().output().sizes())
        shape.push_back(size);
    scribe.main("InputLayer",
                {{scribe.isKeras3() ? "batch_shape" : "batch_input_shape", std::move(shape)},
                 {"dtype", "float32"},
                 {"sparse", false}},
                scribe.layer().output());
}

/// Of a field for real numbers, where a whole one is fine too.
double realOf(const FieldValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*whole);
    return std::get<double>(value);
}

void writeActivation(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    const std::string function = layer.activation();
    if (function == "leaky_relu")
        scribe.main("LeakyReLU",
                    {{scribe.isKeras3() ? "negative_slope" : "alpha", realOf(layer.setting("slope"))}},
                    layer.output());
    else if (function == "elu")
        scribe.main("ELU", {{"alpha", realOf(layer.setting("alpha"))}}, layer.output());
    else
        scribe.main("Activation", {{"activation", function}}, layer.output());
}

void addScaleAndShift(KerasLayer& keras, const LayerView& layer) {
    keras.variables.push_back({"gamma", "vars/0", layer.values(VariableRole::Scale)});
    keras.variables.push_back({"beta", "vars/1", layer.values(VariableRole::Shift)});
}

void writeBatchNorm(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    KerasLayer& keras = scribe.main("BatchNormalization",
                                    {{"axis", -1},
                                     {"momentum", layer.real(FieldRole::Momentum)},
                                     {"epsilon", layer.real(FieldRole::Epsilon)}},
                                    layer.output());
    addScaleAndShift(keras, layer);
    keras.variables.push_back({"moving_mean", "vars/2", layer.values(VariableRole::Mean)});
    keras.variables.push_back({"moving_variance", "vars/3", layer.values(VariableRole::Variance)});
}

void writeLayerNorm(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    addScaleAndShift(scribe.main("LayerNormalization",
                                 {{"axis", -1}, {"epsilon", layer.real(FieldRole::Epsilon)}}, layer.output()),
                     layer);
}

/// To Keras, an instance normalisation is one with as many groups as channels, which it calls -1.
void writeGroupNorm(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    const std::int64_t groups = layer.has(FieldRole::Groups) ? layer.integer(FieldRole::Groups) : -1;
    addScaleAndShift(
        scribe.main("GroupNormalization",
                    {{"groups", groups}, {"axis", -1}, {"epsilon", layer.real(FieldRole::Epsilon)}},
                    layer.output()),
        layer);
}

void writeDropout(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    scribe.main("Dropout", {{"rate", layer.real(FieldRole::Rate)}}, layer.output());
}

/// Keras allows no deviation above 1: stronger noise is added to smaller numbers. Powers of two change no
/// digit of them.
void writeNoise(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    const double deviation = layer.real(FieldRole::Deviation);
    double factor = 1;
    while (factor < deviation)
        factor *= 2;
    if (factor > 1)
        scribe.part("lower", "Rescaling", {{"scale", 1 / factor}, {"offset", 0.0}}, layer.output());
    scribe.main("GaussianNoise", {{"stddev", deviation / factor}}, layer.output());
    if (factor > 1)
        scribe.part("raise", "Rescaling", {{"scale", factor}, {"offset", 0.0}}, layer.output());
}

/// The means, which is what it gives after training: the first half of its list.
void writeGaussianSampling(LayerScribe& scribe) {
    const Shape& output = scribe.layer().output();
    scribe.part("pairs", "Reshape", {{"target_shape", json::array({2, output[0], 1})}},
                Shape{2, output[0], 1});
    KerasLayer& means =
        scribe.main("Cropping2D", {{"cropping", json::array({json::array({0, 1}), json::array({0, 0})})}},
                    Shape{1, output[0], 1});
    means.ours["pull"] = realOf(scribe.layer().setting("pull"));
    scribe.part("means", "Flatten", json::object(), output);
}

void writeMerging(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    if (layer.is("concatenate"))
        scribe.main("Concatenate", {{"axis", -1}}, layer.output()).takesList = true;
    else
        scribe.main(layer.is("add") ? "Add" : "Multiply", json::object(), layer.output()).takesList = true;
}

} // namespace

std::span<const KerasScript> elementwiseScripts() {
    static constexpr std::array<KerasScript, 13> scripts{{{"input", writeInput},
                                                          {"latent", writeInput},
                                                          {"activation", writeActivation},
                                                          {"batch_norm", writeBatchNorm},
                                                          {"layer_norm", writeLayerNorm},
                                                          {"group_norm", writeGroupNorm},
                                                          {"instance_norm", writeGroupNorm},
                                                          {"dropout", writeDropout},
                                                          {"noise", writeNoise},
                                                          {"gaussian_sampling", writeGaussianSampling},
                                                          {"add", writeMerging},
                                                          {"multiply", writeMerging},
                                                          {"concatenate", writeMerging}}};
    return scripts;
}

} // namespace protomind
