// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/pool_fields.h"

namespace protomind {

namespace {

Result<Shape> averagePoolShape(const Settings& settings, std::span<const Shape> inputs) {
    return poolShape("Average pooling", settings, inputs[0]);
}

Node buildAveragePool(LayerBuilder&, const Settings& settings, std::span<const Node> inputs) {
    return averagePool(inputs[0], poolAttributes(settings, inputs[0].shape()));
}

Arithmetic averagePoolArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    return combinedFrom(source, ArithmeticKind::Mean,
                        pooledPlaces(source.settings, source.inputs[0].shape, wanted.index));
}

} // namespace

const LayerType& averagePoolLayer() {
    static const LayerType type{
        .name = "average_pool",
        .title = "Average pooling",
        .category = LayerCategory::Pooling,
        .summary = "Shrinks an image: each small patch becomes its average, over the n pixels of "
                   "it that lie inside the image.",
        .formula = R"(y_{ijc} = \frac{1}{n_{ij}} \sum_{u,v} x_{is + u - p,\; js + v - p,\; c})",
        .inputs = 1,
        .fields = poolFields(),
        .outputShape = averagePoolShape,
        .multiplyAdds = noMultiplyAdds,
        .build = buildAveragePool,
        .passesOn = true,
        .arithmetic = {.inner = nullptr, .work = averagePoolArithmetic}};
    return type;
}

} // namespace protomind
