// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/activation.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/weights_field.h"

#include <fmt/format.h>

namespace protomind {

namespace {

std::vector<Field> makeDenseFields() {
    return {{.name = "units",
             .label = "Neurons",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{16},
             .minimum = 1,
             .maximum = 65536,
             .help = "How many neurons the layer has; each gives one number.",
             .logarithmic = true,
             .shownOnCard = true,
             .role = FieldRole::OutputSize},
            activationField(),
            biasField(),
            initialiserField()};
}

const std::vector<Field>& denseFields() {
    static const std::vector<Field> all = makeDenseFields();
    return all;
}

Result<Shape> denseShape(const Settings& settings, std::span<const Shape> inputs) {
    if (inputs[0].rank() > 2)
        return fail(ProblemKind::Request,
                    sentence("Dense needs a flat list of numbers, but gets {}.", inputs[0].text()), {},
                    "Put a Flatten layer in between.");
    const std::int64_t units = integer(denseFields(), settings, "units");
    const std::int64_t features = inputs[0].back(0);
    if (features > kMaxElements / units)
        return fail(ProblemKind::Memory,
                    sentence("{} inputs to {} neurons are too many weights to keep.", features, units));
    return Shape::checked(inputs[0].with(inputs[0].rank() - 1, units).sizes());
}

std::vector<LayerVariable> denseVariables(const Settings& settings, std::span<const Shape> inputs) {
    const VariableAxis in{AxisMeaning::InputChannel, inputs[0].back(0)};
    const VariableAxis out{AxisMeaning::OutputChannel, integer(denseFields(), settings, "units")};
    return withBias(denseFields(), settings, {in, out}, out, in.size, out.size);
}

std::int64_t denseMultiplyAdds(const Settings& settings, std::span<const Shape> inputs) {
    return inputs[0].elementCount() * integer(denseFields(), settings, "units");
}

/// A list of numbers, or a sequence whose steps all go through the same weights.
Node buildDense(LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) {
    const std::int64_t units = integer(denseFields(), settings, "units");
    const Shape& shape = inputs[0].shape();
    const std::int64_t features = shape.back(0);
    const std::int64_t rows = shape.elementCount() / features;
    const Node y = matmul(reshape(inputs[0], {rows, features}), builder.variable(VariableRole::Kernel));
    return activate(choice(denseFields(), settings, "activation"),
                    reshape(addBias(builder, y), shape.with(shape.rank() - 1, units)));
}

std::vector<InnerNumbers> denseInner(const Settings& settings, std::span<const Shape> inputs) {
    return innerOfActivation(*activationOf(denseFields(), settings), denseShape(settings, inputs).value());
}

Arithmetic denseArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    const Activation& activation = *activationOf(denseFields(), source.settings);
    const HostArray& x = source.inputs[0];
    const std::int64_t units = integer(denseFields(), source.settings, "units");
    const std::int64_t features = x.shape.back(0);
    const Shape output = x.shape.with(x.shape.rank() - 1, units);
    return activated(source, activation, activation.defaultParameter, output, wanted,
                     [&](ArithmeticWriter& writer, std::int64_t index) {
                         const std::int64_t row = index / units;
                         const std::int64_t unit = index % units;
                         std::vector<ArithmeticTerm> terms;
                         for (std::int64_t i = 0; i < features; ++i)
                             terms.push_back({{writer.input(row * features + i),
                                               writer.variable(kKernelPlace, i * units + unit)}});
                         addBias(writer, terms, unit);
                         return writer.step("z", ArithmeticKind::Sum, std::move(terms));
                     });
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
                                .fields = denseFields(),
                                .outputShape = denseShape,
                                .variables = denseVariables,
                                .multiplyAdds = denseMultiplyAdds,
                                .build = buildDense,
                                .arithmetic = {denseInner, denseArithmetic}};
    return type;
}

} // namespace protomind
