// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"

namespace protomind {

namespace {

Result<Shape> flattenShape(const Settings&, std::span<const Shape> inputs) {
    return Shape{inputs[0].elementCount()};
}

Node buildFlatten(LayerBuilder&, const Settings&, std::span<const Node> inputs) {
    const std::int64_t batch = inputs[0].shape()[0];
    return reshape(inputs[0], {batch, inputs[0].shape().without(0).elementCount()});
}

} // namespace

const LayerType& flattenLayer() {
    static const LayerType type{
        .name = "flatten",
        .title = "Flatten",
        .category = LayerCategory::Shape,
        .summary = "Lays the numbers of an image out in a single row, as a dense layer needs them.",
        .formula = R"(y_{(iW + j)C + c} = x_{ijc})",
        .inputs = 1,
        .fields = {},
        .outputShape = flattenShape,
        .multiplyAdds = noMultiplyAdds,
        .build = buildFlatten,
        .passesOn = true,
        .arithmetic = {.inner = nullptr, .work = sameNumber}};
    return type;
}

} // namespace protomind
