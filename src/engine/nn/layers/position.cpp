// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/attention.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/sequence.h"

namespace protomind {

namespace {

std::vector<Field> makePositionFields() {
    return {{.name = "kind",
             .label = "Kind",
             .type = FieldType::Choice,
             .defaultValue = std::string("learned"),
             .choices = {"learned", "waves"},
             .help = "learned finds a row of numbers for every step; waves are sines and cosines of many "
                     "lengths, and have nothing to learn.",
             .shownOnCard = true}};
}

const std::vector<Field>& positionFields() {
    static const std::vector<Field> all = makePositionFields();
    return all;
}

bool isLearned(const Settings& settings) {
    return choice(positionFields(), settings, "kind") == "learned";
}

Result<Shape> positionShape(const Settings&, std::span<const Shape> inputs) {
    if (const Result<void> sequence = checkSequence("Position", inputs[0]); !sequence)
        return std::unexpected(sequence.error());
    return inputs[0];
}

std::vector<LayerVariable> positionVariables(const Settings& settings, std::span<const Shape> inputs) {
    if (!isLearned(settings))
        return {};
    const std::int64_t features = inputs[0][1];
    return {{.name = "positions",
             .role = VariableRole::Position,
             .axes = {{AxisMeaning::Step, inputs[0][0]}, {AxisMeaning::OutputChannel, features}},
             .initialiser = randomWeights(InitialiserKind::Normal, 1, features)}};
}

Node buildPosition(LayerBuilder& builder, const Settings& settings, std::span<const Node> inputs) {
    if (!isLearned(settings)) {
        const Shape& sequence = inputs[0].shape();
        return inputs[0] + sinusoidalPositions(builder.graph(), sequence[1], sequence[2]);
    }
    return inputs[0] + builder.variable(VariableRole::Position);
}

Arithmetic positionArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    const std::int64_t features = source.inputs[0].shape[1];
    ArithmeticWriter writer(source);
    const ArithmeticFactor place = isLearned(source.settings)
                                       ? writer.variable(0, wanted.index)
                                       : ArithmeticWriter::constant(sinusoidalPosition(
                                             wanted.index / features, wanted.index % features, features));
    writer.step("y_t", ArithmeticKind::Sum, {{{writer.input(wanted.index)}}, {{place}}});
    return writer.take();
}

} // namespace

const LayerType& positionLayer() {
    static const LayerType type{
        .name = "position",
        .title = "Position",
        .category = LayerCategory::Sequence,
        .summary =
            "Adds to every step numbers that say where in the sequence it is; attention could not tell "
            "otherwise.",
        .formula = R"(y_t = x_t + p_t)",
        .inputs = 1,
        .fields = positionFields(),
        .outputShape = positionShape,
        .variables = positionVariables,
        .multiplyAdds = noMultiplyAdds,
        .build = buildPosition,
        .arithmetic = {.inner = nullptr, .work = positionArithmetic}};
    return type;
}

} // namespace protomind
