// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/activation.h"

#include "engine/graph/build.h"
#include "engine/graph/compositions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace protomind {

namespace {

/// Hendrycks and Gimpel, "Gaussian error linear units" (2016), section 2: x times the share of normal numbers
/// below x.
Node gelu(Node x) {
    return x * (erf(x * static_cast<float>(std::numbers::sqrt2 / 2)) * 0.5f + 0.5f);
}

/// Clevert et al., ICLR 2016, eq. 15. The exponential sees only x < 0, so that it can't overflow.
Node elu(Node x, double alpha) {
    const Node below = minimum(x, constant(x.graph(), 0.0f));
    return relu(x) + (exp(below) - 1.0f) * static_cast<float>(alpha);
}

/// Maas et al., ICML 2013, section 2. For slopes below 1 the larger of the two is the right branch.
Node leakyRelu(Node x, double slope) {
    return maximum(x, x * static_cast<float>(slope));
}

std::vector<Activation> makeActivations() {
    return {
        {"linear", "Linear", "Leaves the numbers as they are.", R"(f(x) = x)", false, false, 0,
         [](Node x, double) { return x; }, [](double x, double) { return x; }},
        {"sigmoid", "Sigmoid", "Squeezes every number into the range from 0 to 1.",
         R"(f(x) = \frac{1}{1 + e^{-x}})", false, true, 0, [](Node x, double) { return sigmoid(x); },
         [](double x, double) { return 1 / (1 + std::exp(-x)); }},
        {"tanh", "Tanh", "Squeezes every number into the range from −1 to 1.", R"(f(x) = \tanh x)", false,
         false, 0, [](Node x, double) { return tanh(x); }, [](double x, double) { return std::tanh(x); }},
        {"relu", "ReLU", "Keeps positive numbers and turns negative ones into zero.", R"(f(x) = \max(0, x))",
         true, false, 0, [](Node x, double) { return relu(x); },
         [](double x, double) { return std::max(x, 0.0); }},
        {"leaky_relu", "Leaky ReLU", "Keeps positive numbers and lets a small part of negative ones through.",
         R"(f(x) = \max(x, s \, x))", true, false, 0.01, leakyRelu,
         [](double x, double slope) { return std::max(x, slope * x); }},
        {"elu", "ELU", "Keeps positive numbers and bends negative ones smoothly towards a floor.",
         R"(f(x) = x \text{ for } x \ge 0, \quad \alpha \, (e^{x} - 1) \text{ for } x < 0)", true, false, 1.0,
         elu, [](double x, double alpha) { return x >= 0 ? x : alpha * std::expm1(x); }},
        {"gelu", "GELU", "A smooth relative of ReLU: large numbers pass, very negative ones are silenced.",
         R"(f(x) = \tfrac{x}{2} \left(1 + \operatorname{erf} \tfrac{x}{\sqrt 2}\right))", true, false, 0,
         [](Node x, double) { return gelu(x); },
         [](double x, double) { return x / 2 * (1 + std::erf(x / std::numbers::sqrt2)); }},
        {"softmax", "Softmax", "Turns a list of scores into probabilities that add up to 1.",
         R"(f(x)_i = \frac{e^{x_i}}{\sum_j e^{x_j}})", false, true, 0,
         [](Node x, double) { return softmax(x); }},
    };
}

} // namespace

std::span<const Activation> activations() {
    static const std::vector<Activation> all = makeActivations();
    return all;
}

const Activation* findActivation(const std::string& name) {
    const auto found = std::ranges::find(activations(), name, &Activation::name);
    return found == activations().end() ? nullptr : &*found;
}

const Activation* activationOf(std::span<const Field> fields, const Settings& settings) {
    const Field* field = findField(fields, FieldRole::Activation);
    return field != nullptr ? findActivation(choice(fields, settings, field->name)) : nullptr;
}

std::vector<std::string> activationNames() {
    std::vector<std::string> names;
    for (const Activation& activation : activations())
        names.push_back(activation.name);
    return names;
}

Field activationField() {
    return {.name = "activation",
            .label = "Activation",
            .type = FieldType::Choice,
            .defaultValue = std::string("linear"),
            .choices = activationNames(),
            .help = "The function applied to each result; without one, stacked layers could do no more than "
                    "a single one.",
            .shownOnCard = true,
            .role = FieldRole::Activation};
}

Node activate(const std::string& name, Node x) {
    const Activation* activation = findActivation(name);
    require(activation != nullptr, "activate: no activation of that name");
    return activation->build(x, activation->defaultParameter);
}

} // namespace protomind
