// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/activation.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/weights_field.h"
#include "engine/nn/layers/window.h"

namespace protomind {

namespace {

std::vector<Field> makeDepthwiseConvolutionFields() {
    Field kernel =
        pairField("kernel", "Kernel size", 3, "Height and width of the small patch that a filter looks at.",
                  FieldRole::Window);
    kernel.shownOnCard = true;
    return {
        kernel,
        {.name = "multiplier",
         .label = "Filters per channel",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{1},
         .minimum = 1,
         .maximum = 64,
         .help = "How many patterns to look for in each channel: m in the formula.",
         .role = FieldRole::Multiplier},
        pairField("stride", "Stride", 1,
                  "How many pixels the filter moves on at a time, down and to the right: s in the formula.",
                  FieldRole::Stride),
        paddingField("same"),
        pairField(
            "dilation", "Dilation", 1,
            "The distance between the pixels that a filter looks at, d in the formula; 1 takes neighbours.",
            FieldRole::Dilation),
        activationField(),
        biasField(),
        initialiserField()};
}

const std::vector<Field>& depthwiseConvolutionFields() {
    static const std::vector<Field> all = makeDepthwiseConvolutionFields();
    return all;
}

/// The same as a convolution with a group for each channel.
Settings asConvolution(const Settings& settings, std::int64_t channels) {
    Settings grouped = settings;
    grouped.erase("multiplier");
    for (const Field& field : depthwiseConvolutionFields())
        if (field.name != "multiplier")
            grouped.try_emplace(field.name, field.defaultValue);
    grouped["groups"] = channels;
    grouped["filters"] = channels * integer(depthwiseConvolutionFields(), settings, "multiplier");
    return grouped;
}

Result<Shape> depthwiseConvolutionShape(const Settings& settings, std::span<const Shape> inputs) {
    if (const Result<void> image = checkImage("Depthwise convolution", inputs[0]); !image)
        return std::unexpected(image.error());
    return convolutionLayer().outputShape(asConvolution(settings, inputs[0][2]), inputs);
}

std::vector<LayerVariable> depthwiseConvolutionVariables(const Settings& settings,
                                                         std::span<const Shape> inputs) {
    return convolutionLayer().variables(asConvolution(settings, inputs[0][2]), inputs);
}

std::int64_t depthwiseConvolutionMultiplyAdds(const Settings& settings, std::span<const Shape> inputs) {
    return convolutionLayer().multiplyAdds(asConvolution(settings, inputs[0][2]), inputs);
}

Node buildDepthwiseConvolution(LayerBuilder& builder, const Settings& settings,
                               std::span<const Node> inputs) {
    return convolutionLayer().build(builder, asConvolution(settings, inputs[0].shape()[3]), inputs);
}

std::vector<InnerNumbers> depthwiseConvolutionInner(const Settings& settings, std::span<const Shape> inputs) {
    return convolutionLayer().arithmetic.inner(asConvolution(settings, inputs[0][2]), inputs);
}

Arithmetic depthwiseConvolutionArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    const Settings settings = asConvolution(source.settings, source.inputs[0].shape[2]);
    const ArithmeticSource grouped{.settings = settings,
                                   .inputs = source.inputs,
                                   .variables = source.variables,
                                   .batch = source.batch,
                                   .given = source.given};
    return convolutionLayer().arithmetic.work(grouped, wanted);
}

} // namespace

const LayerType& depthwiseConvolutionLayer() {
    static const LayerType type{
        .name = "depthwise_convolution",
        .title = "Depthwise convolution",
        .category = LayerCategory::Learned,
        .summary = "A convolution whose filters each look at a single channel. It needs far fewer weights; a "
                   "1×1 convolution after it mixes the channels.",
        .formula =
            R"(y_{ijk} = f\Big(\sum_{u,v} x_{is + ud - p,\; js + vd - p,\; \lfloor k/m \rfloor} \, w_{uvk} + b_k\Big))",
        .inputs = 1,
        .fields = depthwiseConvolutionFields(),
        .outputShape = depthwiseConvolutionShape,
        .variables = depthwiseConvolutionVariables,
        .multiplyAdds = depthwiseConvolutionMultiplyAdds,
        .build = buildDepthwiseConvolution,
        .arithmetic = {depthwiseConvolutionInner, depthwiseConvolutionArithmetic}};
    return type;
}

} // namespace protomind
