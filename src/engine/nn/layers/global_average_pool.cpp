// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/global_pool.h"
#include "engine/nn/layers/layer_list.h"

namespace protomind {

namespace {

Result<Shape> globalAveragePoolShape(const Settings&, std::span<const Shape> inputs) {
    return globalPoolShape("Global average pooling", inputs[0]);
}

Node buildGlobalAveragePool(LayerBuilder&, const Settings&, std::span<const Node> inputs) {
    const Shape& shape = inputs[0].shape();
    return reshape(reduceMean(inputs[0], globalPoolAxes(shape)), {shape[0], shape.back(0)});
}

Arithmetic globalAveragePoolArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    return combinedFrom(source, ArithmeticKind::Mean,
                        globallyPooledPlaces(source.inputs[0].shape, wanted.index));
}

} // namespace

const LayerType& globalAveragePoolLayer() {
    static const LayerType type{.name = "global_average_pool",
                                .title = "Global average pooling",
                                .category = LayerCategory::Pooling,
                                .summary = "Turns each channel of an image into one number, its average: how "
                                           "much of a pattern there is at all.",
                                .formula = R"(y_c = \frac{1}{HW} \sum_{i,j} x_{ijc})",
                                .inputs = 1,
                                .fields = {},
                                .outputShape = globalAveragePoolShape,
                                .multiplyAdds = noMultiplyAdds,
                                .build = buildGlobalAveragePool,
                                .passesOn = true,
                                .arithmetic = {.inner = nullptr, .work = globalAveragePoolArithmetic}};
    return type;
}

} // namespace protomind
