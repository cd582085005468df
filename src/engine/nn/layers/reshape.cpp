// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"

#include <fmt/format.h>

namespace protomind {

namespace {

std::vector<Field> makeReshapeFields() {
    return {{.name = "shape",
             .label = "Shape",
             .type = FieldType::Sizes,
             .defaultValue = std::vector<std::int64_t>{1},
             .minimum = 1,
             .maximum = 1 << 20,
             .help = "The new sizes; multiplied together they must give as many numbers as come in.",
             .shownOnCard = true,
             .role = FieldRole::Shape}};
}

const std::vector<Field>& reshapeFields() {
    static const std::vector<Field> all = makeReshapeFields();
    return all;
}

Result<Shape> reshapeShape(const Settings& settings, std::span<const Shape> inputs) {
    Result<Shape> wanted = Shape::checked(sizes(reshapeFields(), settings, "shape"));
    if (wanted && wanted->elementCount() != inputs[0].elementCount())
        return fail(ProblemKind::Request,
                    sentence("Reshape to {} needs {} numbers, but gets {}, which are {}.", wanted->text(),
                             wanted->elementCount(), inputs[0].text(), inputs[0].elementCount()));
    return wanted;
}

Node buildReshape(LayerBuilder&, const Settings& settings, std::span<const Node> inputs) {
    return reshape(inputs[0],
                   Shape(sizes(reshapeFields(), settings, "shape")).prepended(inputs[0].shape()[0]));
}

} // namespace

const LayerType& reshapeLayer() {
    static const LayerType type{
        .name = "reshape",
        .title = "Reshape",
        .category = LayerCategory::Shape,
        .summary =
            "Gives the same numbers, in the same order, other sizes: a row becomes an image, for instance.",
        .formula = "",
        .inputs = 1,
        .fields = reshapeFields(),
        .outputShape = reshapeShape,
        .multiplyAdds = noMultiplyAdds,
        .build = buildReshape,
        .passesOn = true,
        .arithmetic = {.inner = nullptr, .work = sameNumber}};
    return type;
}

} // namespace protomind
