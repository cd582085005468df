// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/recurrent_layer.h"

#include <cmath>

namespace protomind {

namespace {

/// The gates in the order of the kernel, and what follows from them.
enum LstmPart : std::uint8_t { kInput, kForget, kCandidate, kOutput, kCell, kHiddenState };

std::vector<CellPart> lstmParts() {
    return {
        {"i_t", "Input gate", "Input gate, backwards"}, {"f_t", "Forget gate", "Forget gate, backwards"},
        {"g_t", "Candidate", "Candidate, backwards"},   {"o_t", "Output gate", "Output gate, backwards"},
        {"c_t", "Cell state", "Cell state, backwards"}, {"h_t", "Hidden state", "Hidden state, backwards"}};
}

void computeLstm(const Settings&, const CellSums& sums, std::span<const double> before,
                 std::span<double> now) {
    for (const LstmPart gate : {kInput, kForget, kOutput})
        now[gate] = 1 / (1 + std::exp(-sums.sum(gate)));
    now[kCandidate] = std::tanh(sums.sum(kCandidate));
    const double kept = before.empty() ? 0 : now[kForget] * before[kCell];
    now[kCell] = kept + now[kInput] * now[kCandidate];
    now[kHiddenState] = now[kOutput] * std::tanh(now[kCell]);
}

void writeLstm(const Settings&, const CellWriter& cell, std::size_t part) {
    ArithmeticWriter& steps = cell.steps();
    if (part == kHiddenState) {
        const ArithmeticFactor bent = steps.function(R"(\tanh(c_t))", "tanh", cell.now(kCell));
        steps.step("h_t", ArithmeticKind::Sum, {{{cell.now(kOutput), bent}}});
    } else if (part == kCell) {
        std::vector<ArithmeticTerm> terms;
        if (const std::optional<ArithmeticFactor> before = cell.before(kCell))
            terms.push_back({{cell.now(kForget), *before}});
        terms.push_back({{cell.now(kInput), cell.now(kCandidate)}});
        steps.step("c_t", ArithmeticKind::Sum, std::move(terms));
    } else {
        const ArithmeticFactor sum =
            steps.step("a", ArithmeticKind::Sum, cell.fromBoth(static_cast<std::int64_t>(part)));
        steps.function(lstmParts()[part].symbol, part == kCandidate ? "tanh" : "sigmoid", sum);
    }
}

const RecurrentKind& lstmKind() {
    static const RecurrentKind only{
        .title = "LSTM",
        .ownFields = {},
        .step = [](const Settings&) -> RecurrentStep { return lstmStep; },
        .gates = {AxisPart::InputGate, AxisPart::ForgetGate, AxisPart::Candidate, AxisPart::OutputGate},
        .firstBias = InitialiserKind::ForgetGateOnes,
        .arithmetic = {.parts = lstmParts(), .compute = computeLstm, .write = writeLstm}};
    return only;
}

} // namespace

const LayerType& lstmLayer() {
    static const LayerType type = recurrentLayer<lstmKind>(
        "lstm",
        "Reads a sequence step by step and has a memory that gates guard: what to write, what to "
        "forget and what to give. So it can remember for long. Each gate has a W, R and b of its own.",
        R"(i_t, f_t, o_t = \sigma(x_t W + h_{t-1} R + b), \quad g_t = \tanh(x_t W + h_{t-1} R + b), \quad )"
        R"(c_t = f_t \odot c_{t-1} + i_t \odot g_t, \quad h_t = o_t \odot \tanh(c_t))");
    return type;
}

} // namespace protomind
