// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/recurrent.h"

#include "engine/graph/build.h"

#include <algorithm>
#include <vector>

namespace protomind {

namespace {

/// The columns that one gate has of all gates side by side [N, G H]: [N, H].
Node gateOf(Node gates, int which, int count) {
    const std::int64_t rows = gates.shape()[0];
    const std::int64_t units = gates.shape()[1] / count;
    return slice(gates, {0, which * units}, {rows, units});
}

/// What a step computes from, before the functions of its gates. Sums are made gate by gate: then the
/// functions follow in the same pass, and the sums of all gates never stand in memory.
struct Gates {
    Node fromInput; ///< [N, G H]
    Node fromState; ///< [N, G H]; null where there is no state yet
    int count = 1;

    [[nodiscard]] Node sum(int which) const {
        const Node part = gateOf(fromInput, which, count);
        return fromState ? part + gateOf(fromState, which, count) : part;
    }
};

/// The part of the gates that comes from the state.
Node fromState(const RecurrentState& before, const RecurrentWeights& weights) {
    return before.hidden ? matmul(before.hidden, weights.recurrentKernel) : Node();
}

} // namespace

RecurrentState tanhStep(Node inputPart, const RecurrentState& before, const RecurrentWeights& weights) {
    return {tanh(Gates{inputPart, fromState(before, weights), 1}.sum(0)), {}};
}

RecurrentState reluStep(Node inputPart, const RecurrentState& before, const RecurrentWeights& weights) {
    return {relu(Gates{inputPart, fromState(before, weights), 1}.sum(0)), {}};
}

RecurrentState lstmStep(Node inputPart, const RecurrentState& before, const RecurrentWeights& weights) {
    const Gates gates{inputPart, fromState(before, weights), 4};
    const Node written = sigmoid(gates.sum(0)) * tanh(gates.sum(2));
    const Node cell = before.cell ? sigmoid(gates.sum(1)) * before.cell + written : written;
    return {sigmoid(gates.sum(3)) * tanh(cell), cell};
}

RecurrentState gruStep(Node inputPart, const RecurrentState& before, const RecurrentWeights& weights) {
    const Node hiddenPart = before.hidden ? fromState(before, weights) + weights.recurrentBias
                                          : broadcastTo(weights.recurrentBias, inputPart.shape());
    const Gates gates{inputPart, hiddenPart, 3};
    const Node update = sigmoid(gates.sum(0));
    const Node seen = sigmoid(gates.sum(1)) * gateOf(hiddenPart, 2, gates.count);
    const Node fresh = (1.0f - update) * tanh(gateOf(inputPart, 2, gates.count) + seen);
    return {before.hidden ? update * before.hidden + fresh : fresh, {}};
}

Node runRecurrent(RecurrentStep cell, Node sequence, const RecurrentWeights& weights, Direction direction,
                  bool everyStep) {
    const std::int64_t samples = sequence.shape()[0];
    const std::int64_t steps = sequence.shape()[1];
    const std::int64_t width = weights.kernel.shape()[1];
    const Node byStep = reshape(transpose(sequence, {1, 0, 2}), Shape{steps * samples, sequence.shape()[2]});
    const Node inputParts = matmul(byStep, weights.kernel) + weights.bias;
    RecurrentState state;
    std::vector<Node> hidden;
    for (std::int64_t i = 0; i < steps; ++i) {
        const std::int64_t step = direction == Direction::Forwards ? i : steps - 1 - i;
        const Node inputPart = slice(inputParts, {step * samples, 0}, {samples, width});
        state = cell(inputPart, state, weights);
        hidden.push_back(state.hidden);
    }
    if (!everyStep)
        return state.hidden;
    if (direction == Direction::Backwards)
        std::ranges::reverse(hidden);
    const std::int64_t units = state.hidden.shape()[1];
    return transpose(reshape(concat(hidden, 0), Shape{steps, samples, units}), {1, 0, 2});
}

} // namespace protomind
