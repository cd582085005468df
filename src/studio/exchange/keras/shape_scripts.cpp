// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/layer_scribe.h"

#include <array>

namespace protomind {

namespace {

using nlohmann::json;

/// TensorFlow.js flattens nothing that is flat already.
void writeFlatten(LayerScribe& scribe) {
    const Shape& output = scribe.layer().output();
    if (!scribe.isKeras3() && scribe.layer().input().rank() == 1)
        scribe.main("Reshape", {{"target_shape", json::array({output[0]})}}, output).ours["kind"] = "flatten";
    else
        scribe.main("Flatten", json::object(), output);
}

void writeReshape(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    scribe.main("Reshape", {{"target_shape", layer.sizes(FieldRole::Shape)}}, layer.output());
}

/// Ours are top, bottom, left, right.
json kerasSides(const std::vector<std::int64_t>& sides) {
    return json::array({json::array({sides[0], sides[1]}), json::array({sides[2], sides[3]})});
}

/// Keras pads with zeros alone: other values are taken away before and added again afterwards.
void writePad(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    const double value = layer.real(FieldRole::FillValue);
    if (value != 0)
        scribe.part("lower", "Rescaling", {{"scale", 1.0}, {"offset", -value}}, layer.input());
    scribe.main("ZeroPadding2D", {{"padding", kerasSides(layer.sizes(FieldRole::Border))}}, layer.output());
    if (value != 0)
        scribe.part("raise", "Rescaling", {{"scale", 1.0}, {"offset", value}}, layer.output());
}

void writeCrop(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    scribe.main("Cropping2D", {{"cropping", kerasSides(layer.sizes(FieldRole::Border))}}, layer.output());
}

void writeUpsample(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    scribe.main("UpSampling2D",
                {{"size", layer.sizes(FieldRole::Scaling)},
                 {"interpolation", layer.choice(FieldRole::Interpolation)}},
                layer.output());
}

void writePool(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    scribe.main(layer.is("max_pool") ? "MaxPooling2D" : "AveragePooling2D",
                {{"pool_size", layer.sizes(FieldRole::Window)},
                 {"strides", layer.sizes(FieldRole::Stride)},
                 {"padding", layer.choice(FieldRole::Padding)}},
                layer.output());
}

void writeGlobalPool(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    const std::string what = layer.is("global_max_pool") ? "GlobalMaxPooling" : "GlobalAveragePooling";
    scribe.main(what + (layer.input().rank() == 2 ? "1D" : "2D"), json::object(), layer.output());
}

} // namespace

std::span<const KerasScript> shapeScripts() {
    static constexpr std::array<KerasScript, 9> scripts{{{"flatten", writeFlatten},
                                                         {"reshape", writeReshape},
                                                         {"pad", writePad},
                                                         {"crop", writeCrop},
                                                         {"upsample", writeUpsample},
                                                         {"max_pool", writePool},
                                                         {"average_pool", writePool},
                                                         {"global_max_pool", writeGlobalPool},
                                                         {"global_average_pool", writeGlobalPool}}};
    return scripts;
}

} // namespace protomind
