// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"

namespace protomind {

namespace {

std::vector<Field> makeNoiseFields() {
    return {{.name = "deviation",
             .label = "Strength",
             .type = FieldType::Real,
             .defaultValue = 0.1,
             .minimum = 0,
             .maximum = 10,
             .help = "The standard deviation of the numbers that are added.",
             .shownOnCard = true,
             .role = FieldRole::Deviation}};
}

const std::vector<Field>& noiseFields() {
    static const std::vector<Field> all = makeNoiseFields();
    return all;
}

Node buildNoise(LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) {
    const double deviation = real(noiseFields(), settings, "deviation");
    if (!builder.training() || deviation == 0)
        return inputs[0];
    const Node noise = randomNormal(builder.graph(), inputs[0].shape(), builder.seed(), builder.nextStream());
    return inputs[0] + noise * static_cast<float>(deviation);
}

/// What was added follows from what was given.
Arithmetic noiseArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    const double deviation = static_cast<float>(real(noiseFields(), source.settings, "deviation"));
    if (!source.training() || deviation == 0)
        return copiedFrom(source, wanted.index);
    ArithmeticWriter writer(source);
    const ArithmeticFactor x = writer.input(wanted.index);
    const double given = source.given->values[static_cast<std::size_t>(wanted.index)];
    writer.step("y", ArithmeticKind::Sum,
                {{{x}},
                 {{ArithmeticWriter::constant(deviation),
                   ArithmeticWriter::constant((given - x.value) / deviation)}}});
    return writer.take();
}

} // namespace

const LayerType& noiseLayer() {
    static const LayerType type{
        .name = "noise",
        .title = "Noise",
        .category = LayerCategory::Regularisation,
        .summary = "While training, adds a random number to each number, so that the network can't rely on "
                   "exact values. Does nothing afterwards.",
        .formula = R"(y_i = x_i + \sigma \, \epsilon_i, \quad \epsilon_i \sim \mathcal{N}(0, 1))",
        .inputs = 1,
        .fields = noiseFields(),
        .outputShape = sameShape,
        .multiplyAdds = noMultiplyAdds,
        .build = buildNoise,
        .passesOn = true,
        .arithmetic = {.inner = nullptr, .work = noiseArithmetic}};
    return type;
}

} // namespace protomind
