// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/resize.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/window.h"

#include <array>

namespace protomind {

namespace {

std::vector<Field> makeUpsampleFields() {
    Field factor =
        pairField("factor", "Factor", 2,
                  "How many times higher and wider the image becomes: s in the formula.", FieldRole::Scaling);
    factor.maximum = 64;
    factor.shownOnCard = true;
    return {
        factor,
        {.name = "method",
         .label = "Method",
         .type = FieldType::Choice,
         .defaultValue = std::string("nearest"),
         .choices = {"nearest", "bilinear"},
         .help =
             "nearest repeats every pixel, as the formula says; bilinear blends the pixels around the place "
             "(i + ½)/s − ½, each by how near it is.",
         .role = FieldRole::Interpolation}};
}

const std::vector<Field>& upsampleFields() {
    static const std::vector<Field> all = makeUpsampleFields();
    return all;
}

Result<Shape> upsampleShape(const Settings& settings, std::span<const Shape> inputs) {
    if (const Result<void> image = checkImage("Upsampling", inputs[0]); !image)
        return std::unexpected(image.error());
    const auto factor = pairOf(sizes(upsampleFields(), settings, "factor"));
    return Shape::checked(std::array{inputs[0][0] * factor[0], inputs[0][1] * factor[1], inputs[0][2]});
}

Node buildUpsample(LayerBuilder&, const Settings& settings, std::span<const Node> inputs) {
    const auto factor = pairOf(sizes(upsampleFields(), settings, "factor"));
    const std::int64_t height = inputs[0].shape()[1] * factor[0];
    const std::int64_t width = inputs[0].shape()[2] * factor[1];
    return choice(upsampleFields(), settings, "method") == "nearest"
               ? resizeNearest(inputs[0], height, width)
               : resizeBilinear(inputs[0], height, width);
}

Arithmetic nearestArithmetic(const ArithmeticSource& source, const Shape& output, std::int64_t index) {
    const Shape& image = source.inputs[0].shape;
    std::vector<std::int64_t> at = coordinatesOf(output, index);
    for (const int axis : {0, 1})
        at[static_cast<std::size_t>(axis)] =
            nearestPlace(at[static_cast<std::size_t>(axis)], image[axis], output[axis]);
    return copiedFrom(source, indexOf(image, at));
}

/// The four pixels around the place, without those that have no weight.
Arithmetic bilinearArithmetic(const ArithmeticSource& source, const Shape& output, std::int64_t index) {
    const Shape& image = source.inputs[0].shape;
    const std::vector<std::int64_t> at = coordinatesOf(output, index);
    const BlendedPlace rows = blendedPlace(at[0], image[0], output[0]);
    const BlendedPlace columns = blendedPlace(at[1], image[1], output[1]);
    ArithmeticWriter writer(source);
    std::vector<ArithmeticTerm> terms;
    for (const bool lower : {true, false})
        for (const bool left : {true, false}) {
            const double weight = rows.weight(lower) * columns.weight(left);
            const std::array from{lower ? rows.lower : rows.upper, left ? columns.lower : columns.upper,
                                  at[2]};
            if (weight > 0)
                terms.push_back({{ArithmeticWriter::constant(weight), writer.input(indexOf(image, from))}});
        }
    writer.step("y", ArithmeticKind::Sum, std::move(terms));
    return writer.take();
}

Arithmetic upsampleArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    const Shape output = upsampleShape(source.settings, std::array{source.inputs[0].shape}).value();
    return choice(upsampleFields(), source.settings, "method") == "nearest"
               ? nearestArithmetic(source, output, wanted.index)
               : bilinearArithmetic(source, output, wanted.index);
}

} // namespace

const LayerType& upsampleLayer() {
    static const LayerType type{
        .name = "upsample",
        .title = "Upsampling",
        .category = LayerCategory::Shape,
        .summary =
            "Makes an image larger without learning anything: it repeats the pixels, or blends between them.",
        .formula = R"(y_{ijc} = x_{\lfloor i/s \rfloor,\, \lfloor j/s \rfloor,\, c})",
        .inputs = 1,
        .fields = upsampleFields(),
        .outputShape = upsampleShape,
        .multiplyAdds = noMultiplyAdds,
        .build = buildUpsample,
        .passesOn = true,
        .arithmetic = {.inner = nullptr, .work = upsampleArithmetic}};
    return type;
}

} // namespace protomind
