// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

namespace protomind {

/// What a recurrent layer remembers from step to step, [N, H] each.
struct RecurrentState {
    Node hidden; ///< what it also gives; null before the first step: zeros
    Node cell;   ///< LSTM alone
};

/// Weights with the matrices of all gates side by side, so that a step is one product: F inputs, H units, G
/// gates.
struct RecurrentWeights {
    Node kernel;          ///< [F, G H]
    Node recurrentKernel; ///< [H, G H]
    Node bias;            ///< [G H]
    Node recurrentBias;   ///< [G H]; GRU alone
};

/// What a recurrent cell does in one step, given x W + b of that step, [N, G H].
using RecurrentStep = RecurrentState (*)(Node inputPart, const RecurrentState& before,
                                         const RecurrentWeights& weights);

/// h' = f(x W + h R + b) (Elman, 1990).
RecurrentState tanhStep(Node inputPart, const RecurrentState& before, const RecurrentWeights& weights);
RecurrentState reluStep(Node inputPart, const RecurrentState& before, const RecurrentWeights& weights);
/// Long short-term memory with a forget gate (Hochreiter and Schmidhuber, 1997; Gers et al., 2000); gates in
/// the order input, forget, candidate, output.
RecurrentState lstmStep(Node inputPart, const RecurrentState& before, const RecurrentWeights& weights);
/// Gated recurrent unit (Cho et al., 2014) with the reset after the product, as cuDNN, Keras and PyTorch have
/// it; gates in the order update, reset, candidate.
RecurrentState gruStep(Node inputPart, const RecurrentState& before, const RecurrentWeights& weights);

enum class Direction { Forwards, Backwards };

/// Runs a cell over sequences [N, T, F]. everyStep: all hidden states [N, T, H], each at the place of its
/// step; else the one of the last step that was read, [N, H]. The products with the inputs of all steps are
/// one.
Node runRecurrent(RecurrentStep cell, Node sequence, const RecurrentWeights& weights, Direction direction,
                  bool everyStep);

} // namespace protomind
