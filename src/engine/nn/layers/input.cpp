// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"

namespace protomind {

namespace {

std::vector<Field> makeInputFields() {
    return {{.name = "shape",
             .label = "Shape",
             .type = FieldType::Sizes,
             .defaultValue = std::vector<std::int64_t>{2},
             .minimum = 1,
             .maximum = 1 << 20,
             .help = "The sizes of one sample: how many numbers, or height, width and channels of an image.",
             .shownOnCard = true,
             .role = FieldRole::Shape}};
}

const std::vector<Field>& inputFields() {
    static const std::vector<Field> all = makeInputFields();
    return all;
}

Result<Shape> inputShape(const Settings& settings, std::span<const Shape>) {
    return Shape::checked(sizes(inputFields(), settings, "shape"));
}

Node buildInput(LayerBuilder&, const Settings&, std::span<const Node> inputs) {
    return inputs[0];
}

Arithmetic inputArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    return copiedFrom(source, wanted.index, 0, "x");
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
        .fields = inputFields(),
        .outputShape = inputShape,
        .multiplyAdds = noMultiplyAdds,
        .build = buildInput,
        .arithmetic = {.inner = nullptr, .work = inputArithmetic}};
    return type;
}

} // namespace protomind
