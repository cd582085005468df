// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/window.h"

#include <array>

namespace protomind {

namespace {

std::vector<Field> makePadFields() {
    return {{.name = "sides",
             .label = "Sides",
             .type = FieldType::Sizes,
             .defaultValue = std::vector<std::int64_t>{1, 1, 1, 1},
             .minimum = 0,
             .maximum = 1024,
             .help = "How many pixels are put on at the top (t in the formula), at the bottom, on the left "
                     "(l) and on "
                     "the right.",
             .shownOnCard = true,
             .sizeCount = 4,
             .role = FieldRole::Border},
            {.name = "value",
             .label = "Value",
             .type = FieldType::Real,
             .defaultValue = 0.0,
             .minimum = -1000,
             .maximum = 1000,
             .help = "What the new pixels are set to, where the formula finds no x.",
             .role = FieldRole::FillValue}};
}

const std::vector<Field>& padFields() {
    static const std::vector<Field> all = makePadFields();
    return all;
}

Result<Shape> padShape(const Settings& settings, std::span<const Shape> inputs) {
    if (const Result<void> image = checkImage("Padding", inputs[0]); !image)
        return std::unexpected(image.error());
    const std::vector<std::int64_t>& sides = sizes(padFields(), settings, "sides");
    return Shape::checked(
        std::array{inputs[0][0] + sides[0] + sides[1], inputs[0][1] + sides[2] + sides[3], inputs[0][2]});
}

Node buildPad(LayerBuilder&, const Settings& settings, std::span<const Node> inputs) {
    const std::vector<std::int64_t>& sides = sizes(padFields(), settings, "sides");
    return pad(inputs[0], {0, sides[0], sides[2], 0}, {0, sides[1], sides[3], 0}, {},
               static_cast<float>(real(padFields(), settings, "value")));
}

Arithmetic padArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    const std::vector<std::int64_t>& sides = sizes(padFields(), source.settings, "sides");
    const Shape& image = source.inputs[0].shape;
    const Shape output = padShape(source.settings, std::array{image}).value();
    std::vector<std::int64_t> at = coordinatesOf(output, wanted.index);
    at[0] -= sides[0];
    at[1] -= sides[2];
    if (at[0] >= 0 && at[0] < image[0] && at[1] >= 0 && at[1] < image[1])
        return copiedFrom(source, indexOf(image, at));
    ArithmeticWriter writer(source);
    const auto value = static_cast<float>(real(padFields(), source.settings, "value"));
    writer.step("y", ArithmeticKind::Sum, {{{ArithmeticWriter::constant(value)}}});
    return writer.take();
}

} // namespace

const LayerType& padLayer() {
    static const LayerType type{.name = "pad",
                                .title = "Padding",
                                .category = LayerCategory::Shape,
                                .summary = "Puts a border of equal pixels around an image.",
                                .formula = R"(y_{ijc} = x_{i-t,\, j-l,\, c})",
                                .inputs = 1,
                                .fields = padFields(),
                                .outputShape = padShape,
                                .multiplyAdds = noMultiplyAdds,
                                .build = buildPad,
                                .passesOn = true,
                                .arithmetic = {.inner = nullptr, .work = padArithmetic}};
    return type;
}

} // namespace protomind
