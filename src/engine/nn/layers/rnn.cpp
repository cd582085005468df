// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/activation.h"
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/recurrent_layer.h"

namespace protomind {

namespace {

const std::vector<Field>& ownFields() {
    static const std::vector<Field> all{{.name = "activation",
                                         .label = "Activation",
                                         .type = FieldType::Choice,
                                         .defaultValue = std::string("tanh"),
                                         .choices = {"tanh", "relu"},
                                         .help = "The function that every new number goes through.",
                                         .role = FieldRole::Activation}};
    return all;
}

RecurrentStep rnnStep(const Settings& settings) {
    return choice(ownFields(), settings, "activation") == "relu" ? reluStep : tanhStep;
}

const Activation& rnnActivation(const Settings& settings) {
    return *activationOf(ownFields(), settings);
}

void computeRnn(const Settings& settings, const CellSums& sums, std::span<const double>,
                std::span<double> now) {
    now[0] = rnnActivation(settings).value(sums.sum(0), 0);
}

void writeRnn(const Settings& settings, const CellWriter& cell, std::size_t) {
    const ArithmeticFactor sum = cell.steps().step("a", ArithmeticKind::Sum, cell.fromBoth(0));
    cell.steps().function("h_t", rnnActivation(settings).name, sum);
}

const RecurrentKind& rnnKind() {
    static const RecurrentKind only{
        .title = "RNN",
        .ownFields = ownFields(),
        .step = rnnStep,
        .gates = {},
        .arithmetic = {.parts = {{"h_t", "Hidden state", "Hidden state, backwards"}},
                       .compute = computeRnn,
                       .write = writeRnn}};
    return only;
}

} // namespace

const LayerType& rnnLayer() {
    static const LayerType type =
        recurrentLayer<rnnKind>("rnn",
                                "Reads a sequence step by step. What it remembers is made anew "
                                "from the step and from what it remembered before.",
                                R"(h_t = f(x_t W + h_{t-1} R + b))");
    return type;
}

} // namespace protomind
