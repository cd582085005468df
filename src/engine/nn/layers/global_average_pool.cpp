// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/window.h"

namespace protomind {

namespace {

Result<Shape> outputShape(const Settings&, std::span<const Shape> inputs) {
    if (const Result<void> image = checkImage("Global average pooling", inputs[0]); !image)
        return std::unexpected(image.error());
    return Shape{inputs[0][2]};
}

Node build(LayerBuilder&, const Settings&, std::span<const Node> inputs) {
    const Shape& image = inputs[0].shape();
    return reshape(reduceMean(inputs[0], {1, 2}), {image[0], image[3]});
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
                                .outputShape = outputShape,
                                .parameters = noParameters,
                                .multiplyAdds = noMultiplyAdds,
                                .build = build};
    return type;
}

} // namespace protomind
