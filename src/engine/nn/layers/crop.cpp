// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/window.h"

#include <fmt/format.h>

namespace protomind {

namespace {

std::vector<Field> makeCropFields() {
    return {{.name = "sides",
             .label = "Sides",
             .type = FieldType::Sizes,
             .defaultValue = std::vector<std::int64_t>{1, 1, 1, 1},
             .minimum = 0,
             .maximum = 1024,
             .help = "How many pixels are cut off at the top (t in the formula), at the bottom, on the left "
                     "(l) and on "
                     "the right.",
             .shownOnCard = true,
             .sizeCount = 4,
             .role = FieldRole::Border}};
}

const std::vector<Field>& cropFields() {
    static const std::vector<Field> all = makeCropFields();
    return all;
}

Result<Shape> cropShape(const Settings& settings, std::span<const Shape> inputs) {
    if (const Result<void> image = checkImage("Cropping", inputs[0]); !image)
        return std::unexpected(image.error());
    const std::vector<std::int64_t>& sides = sizes(cropFields(), settings, "sides");
    const std::int64_t height = inputs[0][0] - sides[0] - sides[1];
    const std::int64_t width = inputs[0][1] - sides[2] - sides[3];
    if (height < 1 || width < 1)
        return fail(
            ProblemKind::Request,
            sentence("Cropping leaves nothing of its {} input.", pairText({inputs[0][0], inputs[0][1]})), {},
            "Cut off less.");
    return Shape{height, width, inputs[0][2]};
}

Node buildCrop(LayerBuilder&, const Settings& settings, std::span<const Node> inputs) {
    const std::vector<std::int64_t>& sides = sizes(cropFields(), settings, "sides");
    const Shape& image = inputs[0].shape();
    return slice(inputs[0], {0, sides[0], sides[2], 0},
                 {image[0], image[1] - sides[0] - sides[1], image[2] - sides[2] - sides[3], image[3]});
}

Arithmetic cropArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    const std::vector<std::int64_t>& sides = sizes(cropFields(), source.settings, "sides");
    const Shape& image = source.inputs[0].shape;
    const Shape output = cropShape(source.settings, std::array{image}).value();
    std::vector<std::int64_t> at = coordinatesOf(output, wanted.index);
    at[0] += sides[0];
    at[1] += sides[2];
    return copiedFrom(source, indexOf(image, at));
}

} // namespace

const LayerType& cropLayer() {
    static const LayerType type{.name = "crop",
                                .title = "Cropping",
                                .category = LayerCategory::Shape,
                                .summary = "Cuts the borders of an image off.",
                                .formula = R"(y_{ijc} = x_{i+t,\, j+l,\, c})",
                                .inputs = 1,
                                .fields = cropFields(),
                                .outputShape = cropShape,
                                .multiplyAdds = noMultiplyAdds,
                                .build = buildCrop,
                                .passesOn = true,
                                .arithmetic = {.inner = nullptr, .work = cropArithmetic}};
    return type;
}

} // namespace protomind
