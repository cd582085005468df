// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/weights_field.h"

#include "engine/graph/build.h"
#include "engine/nn/activation.h"

namespace protomind {

Field initialiserField() {
    return {.name = "initialiser",
            .label = "First weights",
            .type = FieldType::Choice,
            .defaultValue = std::string("auto"),
            .choices = {"auto", "glorot", "he", "normal", "zeros"},
            .help = "How the weights are drawn before training; auto picks the size of numbers that suits "
                    "the activation.",
            .role = FieldRole::Initialiser};
}

InitialiserKind initialiserOf(const std::string& value, const std::string& activation) {
    if (value == "glorot")
        return InitialiserKind::Glorot;
    if (value == "he")
        return InitialiserKind::He;
    if (value == "normal")
        return InitialiserKind::Normal;
    if (value == "zeros")
        return InitialiserKind::Zeros;
    const Activation* follows = findActivation(activation);
    return follows != nullptr && follows->prefersHe ? InitialiserKind::He : InitialiserKind::Glorot;
}

Field biasField() {
    return {.name = "use_bias",
            .label = "Bias",
            .type = FieldType::Boolean,
            .defaultValue = true,
            .help = "Adds to each result a number of its own that is learned as well.",
            .role = FieldRole::Bias};
}

std::vector<LayerVariable> withBias(std::span<const Field> fields, const Settings& settings,
                                    std::vector<VariableAxis> kernel, const VariableAxis& bias,
                                    std::int64_t fanIn, std::int64_t fanOut) {
    const InitialiserKind first =
        initialiserOf(choice(fields, settings, "initialiser"), choice(fields, settings, "activation"));
    std::vector<LayerVariable> variables{{.name = "kernel",
                                          .role = VariableRole::Kernel,
                                          .axes = std::move(kernel),
                                          .initialiser = randomWeights(first, fanIn, fanOut)}};
    if (boolean(fields, settings, "use_bias"))
        variables.push_back({.name = "bias", .role = VariableRole::Bias, .axes = {bias}});
    return variables;
}

Node addBias(LayerBuilder& builder, Node product) {
    return builder.holds(VariableRole::Bias) ? product + builder.variable(VariableRole::Bias) : product;
}

void addBias(const ArithmeticWriter& writer, std::vector<ArithmeticTerm>& terms, std::int64_t index) {
    if (writer.source().variables.size() > kBiasPlace)
        terms.push_back({{writer.variable(kBiasPlace, index)}});
    else if (terms.empty()) // of a window that lies on the border alone
        terms.push_back({{ArithmeticWriter::constant(0)}});
}

} // namespace protomind
