// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/pool_fields.h"

namespace protomind {

namespace {

Result<Shape> maxPoolShape(const Settings& settings, std::span<const Shape> inputs) {
    return poolShape("Max pooling", settings, inputs[0]);
}

Node buildMaxPool(LayerBuilder&, const Settings& settings, std::span<const Node> inputs) {
    return maxPool(inputs[0], poolAttributes(settings, inputs[0].shape()));
}

Arithmetic maxPoolArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    return combinedFrom(source, ArithmeticKind::Maximum,
                        pooledPlaces(source.settings, source.inputs[0].shape, wanted.index));
}

} // namespace

const LayerType& maxPoolLayer() {
    static const LayerType type{.name = "max_pool",
                                .title = "Max pooling",
                                .category = LayerCategory::Pooling,
                                .summary = "Shrinks an image: of each small patch only the largest number "
                                           "stays, so what was found counts more than exactly where.",
                                .formula = R"(y_{ijc} = \max_{u,v} \, x_{is + u - p,\; js + v - p,\; c})",
                                .inputs = 1,
                                .fields = poolFields(),
                                .outputShape = maxPoolShape,
                                .multiplyAdds = noMultiplyAdds,
                                .build = buildMaxPool,
                                .passesOn = true,
                                .arithmetic = {.inner = nullptr, .work = maxPoolArithmetic}};
    return type;
}

} // namespace protomind
