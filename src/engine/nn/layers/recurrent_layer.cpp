// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/recurrent_layer.h"

#include "engine/graph/build.h"
#include "engine/nn/layers/sequence.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace protomind {

namespace {

/// Every step is computed by nodes of its own, so a program grows with the steps.
constexpr std::int64_t kMaxSteps = 512;

const std::vector<Field>& sharedFields() {
    static const std::vector<Field> all = recurrentFields({.title = {}, .ownFields = {}, .gates = {}});
    return all;
}

std::int64_t unitsOf(const Settings& settings) {
    return integer(sharedFields(), settings, "units");
}
/// The columns of a kernel: all gates side by side.
std::int64_t widthOf(const RecurrentKind& kind, std::int64_t units) {
    return std::max<std::int64_t>(std::ssize(kind.gates), 1) * units;
}
bool readsBothWays(const Settings& settings) {
    return boolean(sharedFields(), settings, "both_directions");
}
bool givesEveryStep(const Settings& settings) {
    return choice(sharedFields(), settings, "result") == "every_step";
}

/// The kernels and biases that read in one direction. The matrix of each gate starts by itself, whatever
/// lies beside it.
std::vector<LayerVariable> variablesOf(const RecurrentKind& kind, std::int64_t features, std::int64_t units,
                                       bool backward) {
    const std::string prefix = backward ? "backward_" : "";
    const VariableAxis in{AxisMeaning::InputChannel, features};
    const VariableAxis hidden{AxisMeaning::HiddenUnit, units};
    const VariableAxis out{kind.gates.empty() ? AxisMeaning::OutputChannel : AxisMeaning::Gates,
                           widthOf(kind, units), kind.gates};
    std::vector<LayerVariable> variables{
        {.name = prefix + "kernel",
         .role = VariableRole::Kernel,
         .axes = {in, out},
         .initialiser = randomWeights(InitialiserKind::Glorot, features, units)},
        {.name = prefix + "recurrent_kernel",
         .role = VariableRole::RecurrentKernel,
         .axes = {hidden, out},
         .initialiser = randomWeights(InitialiserKind::Glorot, units, units)},
        {.name = prefix + "bias",
         .role = VariableRole::Bias,
         .axes = {out},
         .initialiser = {kind.firstBias}}};
    if (kind.hasRecurrentBias)
        variables.push_back(
            {.name = prefix + "recurrent_bias", .role = VariableRole::RecurrentBias, .axes = {out}});
    for (LayerVariable& variable : variables)
        variable.backward = backward;
    return variables;
}

RecurrentWeights takeWeights(LayerBuilder& builder) {
    RecurrentWeights weights;
    weights.kernel = builder.variable(VariableRole::Kernel);
    weights.recurrentKernel = builder.variable(VariableRole::RecurrentKernel);
    weights.bias = builder.variable(VariableRole::Bias);
    if (builder.holds(VariableRole::RecurrentBias))
        weights.recurrentBias = builder.variable(VariableRole::RecurrentBias);
    return weights;
}

} // namespace

std::vector<Field> recurrentFields(const RecurrentKind& kind) {
    std::vector<Field> fields{{.name = "units",
                               .label = "Units",
                               .type = FieldType::Integer,
                               .defaultValue = std::int64_t{32},
                               .minimum = 1,
                               .maximum = 4096,
                               .help = "How many numbers the layer remembers from step to step, and gives.",
                               .logarithmic = true,
                               .shownOnCard = true,
                               .role = FieldRole::OutputSize},
                              {.name = "result",
                               .label = "Result",
                               .type = FieldType::Choice,
                               .defaultValue = std::string("last_step"),
                               .choices = {"last_step", "every_step"},
                               .help = "What is known after the whole sequence was read, or after every step "
                                       "of it; another layer that reads sequences needs every step.",
                               .shownOnCard = true,
                               .role = FieldRole::EveryStep},
                              {.name = "both_directions",
                               .label = "Both directions",
                               .type = FieldType::Boolean,
                               .defaultValue = false,
                               .help =
                                   "Reads a second time from the end, with weights of its own and t + 1 for "
                                   "t − 1; there are twice as many results.",
                               .role = FieldRole::BothDirections}};
    fields.insert(fields.end(), kind.ownFields.begin(), kind.ownFields.end());
    return fields;
}

Result<Shape> recurrentShape(const RecurrentKind& kind, const Settings& settings, const Shape& input) {
    if (const Result<void> sequence = checkSequence(kind.title, input); !sequence)
        return std::unexpected(sequence.error());
    if (input[0] > kMaxSteps)
        return fail(ProblemKind::Request,
                    sentence("{} reads at most {} steps, but gets {}.", kind.title, kMaxSteps, input[0]));
    const std::int64_t units = unitsOf(settings);
    const std::int64_t width = widthOf(kind, units);
    for (const std::int64_t rows : {input[1], units})
        if (const Result<Shape> weights = Shape::checked(std::array{rows, width}); !weights)
            return std::unexpected(weights.error());
    const std::int64_t given = readsBothWays(settings) ? 2 * units : units;
    return givesEveryStep(settings) ? Shape::checked(std::array{input[0], given}) : Shape{given};
}

std::vector<LayerVariable> recurrentVariables(const RecurrentKind& kind, const Settings& settings,
                                              const Shape& input) {
    const std::int64_t units = unitsOf(settings);
    std::vector<LayerVariable> variables = variablesOf(kind, input[1], units, false);
    if (readsBothWays(settings))
        for (LayerVariable& variable : variablesOf(kind, input[1], units, true))
            variables.push_back(std::move(variable));
    return variables;
}

std::int64_t recurrentMultiplyAdds(const RecurrentKind& kind, const Settings& settings, const Shape& input) {
    const std::int64_t units = unitsOf(settings);
    return (readsBothWays(settings) ? 2 : 1) * input[0] * (input[1] + units) * widthOf(kind, units);
}

RecurrentRun recurrentRun(const RecurrentKind& kind, const Settings& settings) {
    return {.units = unitsOf(settings),
            .gates = widthOf(kind, 1),
            .hasRecurrentBias = kind.hasRecurrentBias,
            .bothDirections = readsBothWays(settings),
            .everyStep = givesEveryStep(settings)};
}

Node buildRecurrent(const RecurrentKind& kind, LayerBuilder& builder, const Settings& settings,
                    Node sequence) {
    const auto run = [&](Direction direction) {
        const RecurrentWeights weights = takeWeights(builder);
        return runRecurrent(kind.step(settings), sequence, weights, direction, givesEveryStep(settings));
    };
    const Node forwards = run(Direction::Forwards);
    if (!readsBothWays(settings))
        return forwards;
    const std::array both{forwards, run(Direction::Backwards)};
    return concat(both, forwards.shape().rank() - 1);
}

} // namespace protomind
