// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/layer_list.h"
#include "engine/nn/layers/recurrent_layer.h"

namespace protomind {

namespace {

const RecurrentKind& lstmKind() {
    static const RecurrentKind only{
        .title = "LSTM",
        .ownFields = {},
        .step = [](const Settings&) -> RecurrentStep { return lstmStep; },
        .gates = {AxisPart::InputGate, AxisPart::ForgetGate, AxisPart::Candidate, AxisPart::OutputGate},
        .firstBias = InitialiserKind::ForgetGateOnes};
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
