// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"

namespace protomind {

namespace {

std::vector<Field> makeFields() {
    return {{.name = "shape",
             .label = "Shape",
             .type = FieldType::Sizes,
             .defaultValue = std::vector<std::int64_t>{2},
             .minimum = 1,
             .maximum = 1 << 20,
             .help = "The sizes of one sample: how many numbers, or height, width and channels of an image.",
             .shownOnCard = true}};
}

const std::vector<Field>& fields() {
    static const std::vector<Field> all = makeFields();
    return all;
}

Result<Shape> outputShape(const Settings& settings, std::span<const Shape>) {
    return Shape::checked(sizes(fields(), settings, "shape"));
}

Node build(LayerBuilder&, const Settings&, std::span<const Node> inputs) {
    return inputs[0];
}

} // namespace

const LayerType& inputLayer() {
    static const LayerType type{
        .name = "input",
        .title = "Input",
        .category = LayerCategory::Data,
        .summary =
            "Where samples enter the network, one after the other: an image, or a short list of numbers.",
        .formula = "x",
        .inputs = 0,
        .fields = fields(),
        .outputShape = outputShape,
        .parameters = noParameters,
        .multiplyAdds = noMultiplyAdds,
        .build = build};
    return type;
}

} // namespace protomind
