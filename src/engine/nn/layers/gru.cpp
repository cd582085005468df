// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/recurrent_layer.h"

namespace protomind {

namespace {

const RecurrentKind& gruKind() {
    static const RecurrentKind only{.title = "GRU",
                                    .ownFields = {},
                                    .step = [](const Settings&) -> RecurrentStep { return gruStep; },
                                    .gates = {AxisPart::UpdateGate, AxisPart::ResetGate, AxisPart::Candidate},
                                    .hasRecurrentBias = true};
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
