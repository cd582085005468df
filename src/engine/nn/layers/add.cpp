// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"

#include <fmt/format.h>

namespace protomind {

namespace {

Result<Shape> addShape(const Settings&, std::span<const Shape> inputs) {
    for (const Shape& other : inputs.subspan(1))
        if (other != inputs[0])
            return fail(ProblemKind::Request, sentence("Add needs inputs of equal sizes, but gets {} and {}.",
                                                       inputs[0].text(), other.text()));
    return inputs[0];
}

Node buildAdd(LayerBuilder&, const Settings&, std::span<const Node> inputs) {
    Node sum = inputs[0];
    for (const Node other : inputs.subspan(1))
        sum = sum + other;
    return sum;
}

Arithmetic addArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    ArithmeticWriter writer(source);
    std::vector<ArithmeticTerm> terms;
    for (std::size_t port = 0; port < source.inputs.size(); ++port)
        terms.push_back({{writer.input(wanted.index, port)}});
    writer.step("y", ArithmeticKind::Sum, std::move(terms));
    return writer.take();
}

} // namespace

const LayerType& addLayer() {
    static const LayerType type{.name = "add",
                                .title = "Add",
                                .category = LayerCategory::Merging,
                                .summary = "Adds its inputs number by number. With a wire that skips some "
                                           "layers, those only need to learn a change.",
                                .formula = R"(y = \sum_k x^{(k)})",
                                .inputs = kAnyNumberOfInputs,
                                .fields = {},
                                .outputShape = addShape,
                                .multiplyAdds = noMultiplyAdds,
                                .build = buildAdd,
                                .arithmetic = {.inner = nullptr, .work = addArithmetic}};
    return type;
}

} // namespace protomind
