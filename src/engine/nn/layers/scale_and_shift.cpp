// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/scale_and_shift.h"

#include "engine/graph/build.h"

#include <fmt/format.h>

namespace protomind {

Field epsilonField() {
    return {.name = "epsilon",
            .label = "Epsilon",
            .type = FieldType::Real,
            .defaultValue = 1e-5,
            .minimum = 1e-7,
            .maximum = 0.1,
            .help = "A tiny number added to the variance, so that there is no division by zero.",
            .logarithmic = true};
}

float epsilonOf(const std::vector<Field>& fields, const Settings& settings) {
    return static_cast<float>(real(fields, settings, "epsilon"));
}

ParameterCount scaleParameters(const Shape& input) {
    const std::int64_t channels = input.back(0);
    return {2 * channels, fmt::format("2×{}", channels)};
}

Node scaleAndShift(LayerBuilder& builder, Node standard) {
    const std::int64_t channels = standard.shape().back(0);
    const Node scale = builder.weight("scale", {channels}, InitialiserKind::Ones, channels, channels, false);
    const Node shift = builder.weight("shift", {channels}, InitialiserKind::Zeros, channels, channels, false);
    return standard * scale + shift;
}

} // namespace protomind
