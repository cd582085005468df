// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/recurrent_layer.h"

#include "engine/graph/build.h"
#include "engine/nn/layers/sequence.h"

#include <fmt/format.h>

#include <array>

namespace protomind {

namespace {

/// Every step is computed by nodes of its own, so a program grows with the steps.
constexpr std::int64_t kMaxSteps = 512;

const std::vector<Field>& sharedFields() {
    static const std::vector<Field> all = recurrentFields({.title = {}, .ownFields = {}});
    return all;
}

std::int64_t unitsOf(const Settings& settings) {
    return integer(sharedFields(), settings, "units");
}
bool readsBothWays(const Settings& settings) {
    return boolean(sharedFields(), settings, "both_directions");
}
bool givesEveryStep(const Settings& settings) {
    return choice(sharedFields(), settings, "result") == "every_step";
}

RecurrentWeights makeWeights(const RecurrentKind& kind, const RecurrentCell& cell, LayerBuilder& builder,
                             const std::string& prefix, std::int64_t features, std::int64_t units) {
    const std::int64_t width = cell.gates * units;
    // The matrix of each gate starts by itself, whatever lies beside it.
    constexpr auto kFirst = InitialiserKind::Glorot;
    RecurrentWeights weights;
    weights.kernel = builder.weight(prefix + "kernel", {features, width}, kFirst, features, units, true);
    weights.recurrentKernel =
        builder.weight(prefix + "recurrent_kernel", {units, width}, kFirst, units, units, true);
    weights.bias = builder.weight(prefix + "bias", {width}, kind.firstBias, features, units, false);
    if (cell.hasRecurrentBias)
        weights.recurrentBias =
            builder.weight(prefix + "recurrent_bias", {width}, InitialiserKind::Zeros, units, units, false);
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
                               .shownOnCard = true},
                              {.name = "result",
                               .label = "Result",
                               .type = FieldType::Choice,
                               .defaultValue = std::string("last_step"),
                               .choices = {"last_step", "every_step"},
                               .help = "What is known after the whole sequence was read, or after every step "
                                       "of it; another layer that reads sequences needs every step.",
                               .shownOnCard = true},
                              {.name = "both_directions",
                               .label = "Both directions",
                               .type = FieldType::Boolean,
                               .defaultValue = false,
                               .help =
                                   "Reads a second time from the end, with weights of its own and t + 1 for "
                                   "t − 1; there are twice as many results."}};
    fields.insert(fields.end(), kind.ownFields.begin(), kind.ownFields.end());
    return fields;
}

Result<Shape> recurrentShape(const RecurrentKind& kind, const Settings& settings, const Shape& input) {
    if (const Result<void> sequence = checkSequence(kind.title, input); !sequence)
        return std::unexpected(sequence.error());
    if (input[0] > kMaxSteps)
        return fail(ProblemKind::Request,
                    fmt::format("{} reads at most {} steps, but gets {}.", kind.title, kMaxSteps, input[0]));
    const std::int64_t units = unitsOf(settings);
    const std::int64_t width = kind.cell(settings).gates * units;
    for (const std::int64_t rows : {input[1], units})
        if (const Result<Shape> weights = Shape::checked(std::array{rows, width}); !weights)
            return std::unexpected(weights.error());
    const std::int64_t given = readsBothWays(settings) ? 2 * units : units;
    return givesEveryStep(settings) ? Shape::checked(std::array{input[0], given}) : Shape{given};
}

ParameterCount recurrentParameters(const RecurrentKind& kind, const Settings& settings, const Shape& input) {
    const RecurrentCell cell = kind.cell(settings);
    const std::int64_t units = unitsOf(settings);
    const std::int64_t width = cell.gates * units;
    const std::int64_t biases = cell.hasRecurrentBias ? 2 : 1;
    const std::int64_t ways = readsBothWays(settings) ? 2 : 1;
    return {ways * (input[1] + units + biases) * width,
            fmt::format("{0}{1}×{2} + {0}{3}×{2} + {4}{2}", ways == 1 ? "" : "2×", input[1], width, units,
                        ways * biases == 1 ? "" : fmt::format("{}×", ways * biases))};
}

std::int64_t recurrentMultiplyAdds(const RecurrentKind& kind, const Settings& settings, const Shape& input) {
    const std::int64_t units = unitsOf(settings);
    return (readsBothWays(settings) ? 2 : 1) * input[0] * (input[1] + units) * kind.cell(settings).gates *
           units;
}

Node buildRecurrent(const RecurrentKind& kind, LayerBuilder& builder, const Settings& settings,
                    Node sequence) {
    const RecurrentCell cell = kind.cell(settings);
    const std::int64_t units = unitsOf(settings);
    const std::int64_t features = sequence.shape()[2];
    const auto run = [&](const std::string& prefix, Direction direction) {
        const RecurrentWeights weights = makeWeights(kind, cell, builder, prefix, features, units);
        return runRecurrent(cell, sequence, weights, direction, givesEveryStep(settings));
    };
    const Node forwards = run("", Direction::Forwards);
    if (!readsBothWays(settings))
        return forwards;
    const std::array both{forwards, run("backward_", Direction::Backwards)};
    return concat(both, forwards.shape().rank() - 1);
}

} // namespace protomind
