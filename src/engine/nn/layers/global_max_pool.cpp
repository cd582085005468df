// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/global_pool.h"
#include "engine/nn/layers/layer_list.h"

namespace protomind {

namespace {

Result<Shape> globalMaxPoolShape(const Settings&, std::span<const Shape> inputs) {
    return globalPoolShape("Global max pooling", inputs[0]);
}

Node buildGlobalMaxPool(LayerBuilder&, const Settings&, std::span<const Node> inputs) {
    const Shape& shape = inputs[0].shape();
    return reshape(reduceMax(inputs[0], globalPoolAxes(shape)), {shape[0], shape.back(0)});
}

Arithmetic globalMaxPoolArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    return combinedFrom(source, ArithmeticKind::Maximum,
                        globallyPooledPlaces(source.inputs[0].shape, wanted.index));
}

} // namespace

const LayerType& globalMaxPoolLayer() {
    static const LayerType type{.name = "global_max_pool",
                                .title = "Global max pooling",
                                .category = LayerCategory::Pooling,
                                .summary = "Turns each channel of an image into one number, its largest: "
                                           "whether a pattern is anywhere at all.",
                                .formula = R"(y_c = \max_{i,j} \, x_{ijc})",
                                .inputs = 1,
                                .fields = {},
                                .outputShape = globalMaxPoolShape,
                                .multiplyAdds = noMultiplyAdds,
                                .build = buildGlobalMaxPool,
                                .passesOn = true,
                                .arithmetic = {.inner = nullptr, .work = globalMaxPoolArithmetic}};
    return type;
}

} // namespace protomind
