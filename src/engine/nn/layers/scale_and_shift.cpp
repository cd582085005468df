// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/scale_and_shift.h"

#include "engine/graph/build.h"

namespace protomind {

Field epsilonField() {
    return {.name = "epsilon",
            .label = "Epsilon",
            .type = FieldType::Real,
            .defaultValue = 1e-5,
            .minimum = 1e-7,
            .maximum = 0.1,
            .help = "A tiny number added to the variance, so that there is no division by zero.",
            .logarithmic = true,
            .role = FieldRole::Epsilon};
}

float epsilonOf(const std::vector<Field>& fields, const Settings& settings) {
    return static_cast<float>(real(fields, settings, "epsilon"));
}

std::vector<LayerVariable> scaleVariables(const Settings&, std::span<const Shape> inputs) {
    const VariableAxis channels{AxisMeaning::OutputChannel, inputs[0].back(0)};
    return {{.name = "scale",
             .role = VariableRole::Scale,
             .axes = {channels},
             .initialiser = {InitialiserKind::Ones}},
            {.name = "shift", .role = VariableRole::Shift, .axes = {channels}}};
}

Node scaleAndShift(LayerBuilder& builder, Node standard) {
    const Node scale = builder.variable(VariableRole::Scale);
    const Node shift = builder.variable(VariableRole::Shift);
    return standard * scale + shift;
}

} // namespace protomind
