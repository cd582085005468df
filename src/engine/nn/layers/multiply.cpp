// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"

#include <fmt/format.h>

namespace protomind {

namespace {

/// A list as long as the first input has channels scales each of them.
bool scalesChannels(const Shape& first, const Shape& other) {
    return first.rank() > 1 && other.rank() == 1 && other[0] == first.back(0);
}

Result<Shape> multiplyShape(const Settings&, std::span<const Shape> inputs) {
    for (const Shape& other : inputs.subspan(1))
        if (other != inputs[0] && !scalesChannels(inputs[0], other))
            return fail(ProblemKind::Request,
                        sentence("Multiply needs inputs of equal sizes, but gets {} and {}.",
                                 inputs[0].text(), other.text()));
    return inputs[0];
}

Node buildMultiply(LayerBuilder&, const Settings&, std::span<const Node> inputs) {
    Node product = inputs[0];
    for (const Node other : inputs.subspan(1)) {
        const Shape& shape = inputs[0].shape();
        std::vector<std::int64_t> alongChannels(static_cast<std::size_t>(shape.rank()), 1);
        alongChannels.front() = shape[0];
        alongChannels.back() = shape.back(0);
        product = product * (other.shape() == shape ? other : reshape(other, Shape(alongChannels)));
    }
    return product;
}

Arithmetic multiplyArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    const Shape& first = source.inputs[0].shape;
    ArithmeticWriter writer(source);
    ArithmeticTerm product;
    for (std::size_t port = 0; port < source.inputs.size(); ++port) {
        const bool whole = source.inputs[port].shape == first;
        product.factors.push_back(writer.input(whole ? wanted.index : wanted.index % first.back(0), port));
    }
    writer.step("y", ArithmeticKind::Sum, {std::move(product)});
    return writer.take();
}

} // namespace

const LayerType& multiplyLayer() {
    static const LayerType type{.name = "multiply",
                                .title = "Multiply",
                                .category = LayerCategory::Merging,
                                .summary =
                                    "Multiplies its inputs number by number: one of them is a gate for the "
                                    "other. A list with a number for each channel scales the channels.",
                                .formula = R"(y = \prod_k x^{(k)})",
                                .inputs = kAnyNumberOfInputs,
                                .fields = {},
                                .outputShape = multiplyShape,
                                .multiplyAdds = noMultiplyAdds,
                                .build = buildMultiply,
                                .arithmetic = {.inner = nullptr, .work = multiplyArithmetic}};
    return type;
}

} // namespace protomind
