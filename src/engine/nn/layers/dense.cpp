// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/activation.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/weights_field.h"

#include <fmt/format.h>

namespace protomind {

namespace {

std::vector<Field> makeFields() {
    return {{.name = "units",
             .label = "Neurons",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{16},
             .minimum = 1,
             .maximum = 65536,
             .help = "How many neurons the layer has; each gives one number.",
             .logarithmic = true,
             .shownOnCard = true},
            activationField(),
            biasField(),
            initialiserField()};
}

const std::vector<Field>& fields() {
    static const std::vector<Field> all = makeFields();
    return all;
}

Result<Shape> outputShape(const Settings& settings, std::span<const Shape> inputs) {
    if (inputs[0].rank() != 1)
        return fail(ProblemKind::Request,
                    fmt::format("Dense needs a flat list of numbers, but gets {}.", inputs[0].text()), {},
                    "Put a Flatten layer in between.");
    const std::int64_t units = integer(fields(), settings, "units");
    if (inputs[0][0] > kMaxElements / units)
        return fail(ProblemKind::Memory, fmt::format("{} inputs to {} neurons are too many weights to keep.",
                                                     inputs[0][0], units));
    return Shape{units};
}

ParameterCount parameters(const Settings& settings, std::span<const Shape> inputs) {
    const std::int64_t units = integer(fields(), settings, "units");
    const std::int64_t weights = inputs[0][0] * units;
    if (!boolean(fields(), settings, "use_bias"))
        return {weights, fmt::format("{}×{}", inputs[0][0], units)};
    return {weights + units, fmt::format("{}×{} + {}", inputs[0][0], units, units)};
}

std::int64_t multiplyAdds(const Settings& settings, std::span<const Shape> inputs) {
    return inputs[0][0] * integer(fields(), settings, "units");
}

Node build(LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) {
    const std::int64_t units = integer(fields(), settings, "units");
    const std::int64_t features = inputs[0].shape()[1];
    const std::string& activation = choice(fields(), settings, "activation");
    const InitialiserKind first = initialiserOf(choice(fields(), settings, "initialiser"), activation);
    Node y = matmul(inputs[0], builder.weight("kernel", {features, units}, first, features, units, true));
    if (boolean(fields(), settings, "use_bias"))
        y = y + builder.weight("bias", {units}, InitialiserKind::Zeros, features, units, false);
    return activate(activation, y);
}

} // namespace

const LayerType& denseLayer() {
    static const LayerType type{.name = "dense",
                                .title = "Dense",
                                .category = LayerCategory::Learned,
                                .summary = "Every neuron looks at all inputs, weighs each of them, and adds "
                                           "them up. The weights are what it learns.",
                                .formula = R"(y_j = f\Big(\sum_i x_i \, w_{ij} + b_j\Big))",
                                .inputs = 1,
                                .fields = fields(),
                                .outputShape = outputShape,
                                .parameters = parameters,
                                .multiplyAdds = multiplyAdds,
                                .build = build};
    return type;
}

} // namespace protomind
