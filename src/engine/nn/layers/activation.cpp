// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/activation.h"

#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"

namespace protomind {

namespace {

std::vector<Field> makeActivationFields() {
    return {{.name = "function",
             .label = "Function",
             .type = FieldType::Choice,
             .defaultValue = std::string("relu"),
             .choices = activationNames(),
             .help = "What is done to each number (softmax: to all of them together).",
             .shownOnCard = true,
             .role = FieldRole::Activation},
            {.name = "slope",
             .label = "Slope",
             .type = FieldType::Real,
             .defaultValue = 0.01,
             .minimum = 0,
             .maximum = 0.9,
             .help = "Leaky ReLU alone: the part of a negative number that is let through."},
            {.name = "alpha",
             .label = "Alpha",
             .type = FieldType::Real,
             .defaultValue = 1.0,
             .minimum = 0.01,
             .maximum = 10,
             .help = "ELU alone: very negative numbers become minus this."}};
}

const std::vector<Field>& activationFields() {
    static const std::vector<Field> all = makeActivationFields();
    return all;
}

double parameterOf(const Settings& settings, const std::string& name) {
    return real(activationFields(), settings, name == "elu" ? "alpha" : "slope");
}

Node buildActivation(LayerBuilder&, const Settings& settings, std::span<const Node> inputs) {
    const Activation* activation = activationOf(activationFields(), settings);
    require(activation != nullptr, "Activation: no function of that name");
    return activation->build(inputs[0], parameterOf(settings, activation->name));
}

std::vector<InnerNumbers> activationInner(const Settings& settings, std::span<const Shape> inputs) {
    return innerOfActivation(*activationOf(activationFields(), settings), inputs[0]);
}

Arithmetic activationArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    const Activation& activation = *activationOf(activationFields(), source.settings);
    const double parameter = parameterOf(source.settings, activation.name);
    if (activation.value == nullptr)
        return activated(source, activation, parameter, source.inputs[0].shape, wanted,
                         [](ArithmeticWriter& writer, std::int64_t index) {
                             return writer.step("x", ArithmeticKind::Sum, {{{writer.input(index)}}});
                         });
    if (activation.name == "linear")
        return copiedFrom(source, wanted.index);
    ArithmeticWriter writer(source);
    writer.function("y", activation.name, writer.input(wanted.index), parameter);
    return writer.take();
}

} // namespace

const LayerType& activationLayer() {
    static const LayerType type{.name = "activation",
                                .title = "Activation",
                                .category = LayerCategory::Activation,
                                .summary = "Bends the numbers with a simple function. Without such bends, "
                                           "many layers could do no more than one.",
                                .formula = R"(y_i = f(x_i))",
                                .inputs = 1,
                                .fields = activationFields(),
                                .outputShape = sameShape,
                                .multiplyAdds = noMultiplyAdds,
                                .build = buildActivation,
                                .arithmetic = {activationInner, activationArithmetic}};
    return type;
}

} // namespace protomind
