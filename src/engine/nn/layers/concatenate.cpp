// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"

#include <fmt/format.h>

namespace protomind {

namespace {

Result<Shape> concatenateShape(const Settings&, std::span<const Shape> inputs) {
    const Shape& first = inputs[0];
    if (first.rank() == 0)
        return fail(ProblemKind::Request, "Concatenate needs lists or images, but gets a single number.");
    const int last = first.rank() - 1;
    std::int64_t total = first[last];
    for (const Shape& other : inputs.subspan(1)) {
        if (other.rank() != first.rank() || other.without(last) != first.without(last))
            return fail(
                ProblemKind::Request,
                sentence("Concatenate needs inputs that differ in the last size alone, but gets {} and {}.",
                         first.text(), other.text()));
        total += other[last];
    }
    return Shape::checked(first.with(last, total).sizes());
}

Node buildConcatenate(LayerBuilder&, const Settings&, std::span<const Node> inputs) {
    return concat(inputs, inputs[0].shape().rank() - 1);
}

Arithmetic concatenateArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    std::int64_t row = 0; // how many numbers of all inputs lie side by side
    for (const HostArray& input : source.inputs)
        row += input.shape.back(0);
    std::int64_t inRow = wanted.index % row;
    std::size_t port = 0;
    for (; inRow >= source.inputs[port].shape.back(0); ++port)
        inRow -= source.inputs[port].shape.back(0);
    return copiedFrom(source, wanted.index / row * source.inputs[port].shape.back(0) + inRow, port);
}

} // namespace

const LayerType& concatenateLayer() {
    static const LayerType type{
        .name = "concatenate",
        .title = "Concatenate",
        .category = LayerCategory::Merging,
        .summary =
            "Puts its inputs one behind the other: lists become a longer list, images get more channels.",
        .formula = R"(y = \big[\, x^{(1)},\; x^{(2)},\; \dots \,\big])",
        .inputs = kAnyNumberOfInputs,
        .fields = {},
        .outputShape = concatenateShape,
        .multiplyAdds = noMultiplyAdds,
        .build = buildConcatenate,
        .passesOn = true,
        .arithmetic = {.inner = nullptr, .work = concatenateArithmetic}};
    return type;
}

} // namespace protomind
