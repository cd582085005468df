// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/array_layout.h"
#include "studio/exchange/keras/grouped_kernel.h"
#include "studio/exchange/keras/layer_scribe.h"

#include <algorithm>
#include <array>

namespace protomind {

namespace {

using nlohmann::json;

json kerasPair(const std::array<std::int64_t, 2>& pair) {
    return json::array({pair[0], pair[1]});
}

void addKernelAndBias(KerasLayer& keras, const LayerView& layer, std::string kernelName, HostArray kernel) {
    keras.variables.push_back({std::move(kernelName), "vars/0", std::move(kernel)});
    if (layer.holds(VariableRole::Bias))
        keras.variables.push_back({"bias", "vars/1", layer.values(VariableRole::Bias)});
}

void writeDense(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    KerasLayer& dense = scribe.main("Dense",
                                    {{"units", layer.integer(FieldRole::OutputSize)},
                                     {"activation", scribe.activationByName()},
                                     {"use_bias", layer.boolean(FieldRole::Bias)}},
                                    layer.output());
    addKernelAndBias(dense, layer, "kernel", layer.values(VariableRole::Kernel));
    scribe.activationPart();
}

/// What differs between the convolutions.
struct Filters {
    std::string className;
    json config; ///< that the others don't have
    std::string kernelName;
    HostArray kernel;
    json ours = json::object();
};

/// Keras has no stride with a dilation, and TensorFlow none that differ for a depthwise convolution: then all
/// places are computed, and a pooling of single pixels picks some.
bool takesStrideApart(const LayerView& layer, const std::string& className) {
    const Window window = windowOf(layer);
    const bool strided = std::ranges::max(window.stride) > 1;
    const bool dilated = std::ranges::max(window.dilation) > 1;
    return strided && (dilated || (className == "DepthwiseConv2D" && window.stride[0] != window.stride[1]));
}

Shape paddedImage(const Shape& image, const WindowPadding& padding) {
    return Shape{image[0] + padding.before[0] + padding.after[0],
                 image[1] + padding.before[1] + padding.after[1], image[2]};
}

void writeFilters(LayerScribe& scribe, Filters filters) {
    const LayerView& layer = scribe.layer();
    const Window window = windowOf(layer);
    const bool apart = takesStrideApart(layer, filters.className);
    Shape output = layer.output();
    if (apart) {
        const WindowPadding padding = windowPadding(layer);
        const Shape padded = paddedImage(layer.input(), padding);
        if (window.same)
            scribe.part("pad", "ZeroPadding2D",
                        {{"padding", json::array({json::array({padding.before[0], padding.after[0]}),
                                                  json::array({padding.before[1], padding.after[1]})})}},
                        padded);
        for (int axis = 0; axis < 2; ++axis) {
            const auto i = static_cast<std::size_t>(axis);
            output = output.with(axis, padded[axis] - (window.size[i] - 1) * window.dilation[i]);
        }
    }
    filters.config.update({{"kernel_size", kerasPair(window.size)},
                           {"strides", kerasPair(apart ? std::array<std::int64_t, 2>{1, 1} : window.stride)},
                           {"padding", window.same && !apart ? "same" : "valid"},
                           {"dilation_rate", kerasPair(window.dilation)},
                           {"activation", scribe.activationByName()},
                           {"use_bias", layer.boolean(FieldRole::Bias)}});
    KerasLayer& keras = scribe.main(filters.className, std::move(filters.config), output);
    keras.ours.update(filters.ours);
    addKernelAndBias(keras, layer, filters.kernelName, std::move(filters.kernel));
    if (apart)
        scribe.part(
            "stride", "MaxPooling2D",
            {{"pool_size", json::array({1, 1})}, {"strides", kerasPair(window.stride)}, {"padding", "valid"}},
            layer.output());
    scribe.activationPart();
}

/// In the dialect without groups: a kernel over all channels, with zeros where groups do not see each other.
Filters filledFilters(const LayerView& layer, std::int64_t groups) {
    return {.className = "Conv2D",
            .config = {{"filters", layer.output()[2]}},
            .kernelName = "kernel",
            .kernel = kernelOverAllGroups(layer.values(VariableRole::Kernel), groups),
            .ours = {{"groups", groups}, {"kind", layer.kind()}}};
}

void writeConvolution(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    const std::int64_t groups = layer.integer(FieldRole::Groups);
    if (groups > 1 && !scribe.isKeras3())
        return writeFilters(scribe, filledFilters(layer, groups));
    json config{{"filters", layer.integer(FieldRole::OutputSize)}};
    if (scribe.isKeras3())
        config["groups"] = groups;
    writeFilters(scribe, {.className = "Conv2D",
                          .config = std::move(config),
                          .kernelName = "kernel",
                          .kernel = layer.values(VariableRole::Kernel)});
}

void writeDepthwise(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    const std::int64_t channels = layer.input()[2];
    // TensorFlow.js passes over a depthwise convolution's dilation.
    if (!scribe.isKeras3() && std::ranges::max(windowOf(layer).dilation) > 1)
        return writeFilters(scribe, filledFilters(layer, channels));
    const std::int64_t multiplier = layer.integer(FieldRole::Multiplier);
    HostArray kernel = layer.values(VariableRole::Kernel);
    kernel.shape = Shape{kernel.shape[0], kernel.shape[1], channels, multiplier};
    writeFilters(scribe, {.className = "DepthwiseConv2D",
                          .config = {{"depth_multiplier", multiplier}},
                          .kernelName = scribe.isKeras3() ? "kernel" : "depthwise_kernel",
                          .kernel = std::move(kernel)});
}

void writeTransposed(LayerScribe& scribe) {
    const LayerView& layer = scribe.layer();
    const Window window = windowOf(layer);
    KerasLayer& keras = scribe.main("Conv2DTranspose",
                                    {{"filters", layer.integer(FieldRole::OutputSize)},
                                     {"kernel_size", kerasPair(window.size)},
                                     {"strides", kerasPair(window.stride)},
                                     {"padding", window.same ? "same" : "valid"},
                                     {"activation", scribe.activationByName()},
                                     {"use_bias", layer.boolean(FieldRole::Bias)}},
                                    layer.output());
    addKernelAndBias(keras, layer, "kernel", layer.values(VariableRole::Kernel));
    scribe.activationPart();
}

} // namespace

std::span<const KerasScript> denseScripts() {
    static constexpr std::array<KerasScript, 4> scripts{{{"dense", writeDense},
                                                         {"convolution", writeConvolution},
                                                         {"depthwise_convolution", writeDepthwise},
                                                         {"transposed_convolution", writeTransposed}}};
    return scripts;
}

} // namespace protomind
