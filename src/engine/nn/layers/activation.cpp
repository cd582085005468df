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

Node buildActivation(LayerBuilder&, const Settings& settings, std::span<const Node> inputs) {
    const std::string& name = choice(activationFields(), settings, "function");
    const Activation* activation = findActivation(name);
    require(activation != nullptr, "Activation: no function of that name");
    return activation->build(inputs[0],
                             real(activationFields(), settings, name == "elu" ? "alpha" : "slope"));
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
                                .build = buildActivation};
    return type;
}

} // namespace protomind
