// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/recurrent_layer.h"

#include <cmath>

namespace protomind {

namespace {

/// The candidate's gate is the third of the kernel; what its reset gate weighs comes before it.
enum GruPart : std::uint8_t { kUpdate, kReset, kFromState, kFresh, kState };
constexpr std::int64_t kFreshGate = 2;

std::vector<CellPart> gruParts() {
    return {{"z_t", "Update gate", "Update gate, backwards"},
            {"r_t", "Reset gate", "Reset gate, backwards"},
            {R"(h_{t-1} R + b')", "Hidden part", "Hidden part, backwards"},
            {"n_t", "Candidate", "Candidate, backwards"},
            {"h_t", "Hidden state", "Hidden state, backwards"}};
}

void computeGru(const Settings&, const CellSums& sums, std::span<const double> before,
                std::span<double> now) {
    for (const GruPart gate : {kUpdate, kReset})
        now[gate] = 1 / (1 + std::exp(-sums.sum(gate)));
    now[kFromState] = sums.state[kFreshGate];
    now[kFresh] = std::tanh(sums.input[kFreshGate] + now[kReset] * now[kFromState]);
    const double kept = before.empty() ? 0 : now[kUpdate] * before[kState];
    now[kState] = kept + (1 - now[kUpdate]) * now[kFresh];
}

void writeGru(const Settings&, const CellWriter& cell, std::size_t part) {
    ArithmeticWriter& steps = cell.steps();
    const std::string symbol = gruParts()[part].symbol;
    if (part == kState) {
        const ArithmeticFactor rest = steps.step(
            R"(1 - z_t)", ArithmeticKind::Sum,
            {{{ArithmeticWriter::constant(1)}}, {{ArithmeticWriter::constant(-1), cell.now(kUpdate)}}});
        std::vector<ArithmeticTerm> terms;
        if (const std::optional<ArithmeticFactor> before = cell.before(kState))
            terms.push_back({{cell.now(kUpdate), *before}});
        terms.push_back({{rest, cell.now(kFresh)}});
        steps.step(symbol, ArithmeticKind::Sum, std::move(terms));
    } else if (part == kFromState) {
        steps.step(symbol, ArithmeticKind::Sum, cell.fromState(kFreshGate));
    } else if (part == kFresh) {
        std::vector<ArithmeticTerm> terms = cell.fromInput(kFreshGate);
        terms.push_back({{cell.now(kReset), cell.now(kFromState)}});
        steps.function(symbol, "tanh", steps.step("a", ArithmeticKind::Sum, std::move(terms)));
    } else {
        const ArithmeticFactor sum =
            steps.step("a", ArithmeticKind::Sum, cell.fromBoth(static_cast<std::int64_t>(part)));
        steps.function(symbol, "sigmoid", sum);
    }
}

const RecurrentKind& gruKind() {
    static const RecurrentKind only{
        .title = "GRU",
        .ownFields = {},
        .step = [](const Settings&) -> RecurrentStep { return gruStep; },
        .gates = {AxisPart::UpdateGate, AxisPart::ResetGate, AxisPart::Candidate},
        .hasRecurrentBias = true,
        .arithmetic = {.parts = gruParts(), .compute = computeGru, .write = writeGru}};
    return only;
}

} // namespace

const LayerType& gruLayer() {
    static const LayerType type = recurrentLayer<gruKind>(
        "gru",
        "Reads a sequence step by step. One gate decides how much of the memory is made anew, "
        "another how much of it the new part sees: nearly an LSTM, with fewer weights. Each gate has a W, R, "
        "b "
        "and b' of its own.",
        R"(z_t, r_t = \sigma(x_t W + b + h_{t-1} R + b'), \quad )"
        R"(h_t = z_t \odot h_{t-1} + (1 - z_t) \odot \tanh(x_t W + b + r_t \odot (h_{t-1} R + b')))");
    return type;
}

} // namespace protomind
