// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/pytorch/torch_layout.h"

#include "studio/exchange/array_layout.h"

#include <algorithm>
#include <numeric>

namespace protomind {

namespace {

bool isRecurrent(const LayerView& layer) {
    return layer.holds(VariableRole::RecurrentKernel);
}

/// https://pytorch.org/docs/stable/nn.html, the variables of each module.
std::string torchName(const LayerView& layer, const LayerVariable& variable) {
    const bool recurrent = isRecurrent(layer);
    const bool projects = layer.holds(VariableRole::OutputKernel);
    const std::string reverse = variable.backward ? "_reverse" : "";
    switch (variable.role) {
    case VariableRole::Kernel:
        return recurrent ? "weight_ih_l0" + reverse : projects ? "in_proj_weight" : "weight";
    case VariableRole::RecurrentKernel:
        return "weight_hh_l0" + reverse;
    case VariableRole::OutputKernel:
        return "out_proj.weight";
    case VariableRole::Bias:
        return recurrent ? "bias_ih_l0" + reverse : projects ? "in_proj_bias" : "bias";
    case VariableRole::RecurrentBias:
        return "bias_hh_l0" + reverse;
    case VariableRole::OutputBias:
        return "out_proj.bias";
    case VariableRole::Scale:
    case VariableRole::Embedding:
    case VariableRole::Position:
        return "weight";
    case VariableRole::Shift:
        return "bias";
    case VariableRole::Mean:
        return "running_mean";
    case VariableRole::Variance:
        return "running_var";
    }
    require(false, "torchName: a role without a name");
    return {};
}

/// Ours: [in, out]; [height, width, in, out]; of a transposed convolution [height, width, out, in]. Theirs:
/// [out, in]; [out, in, height, width]; [in, out, height, width].
std::vector<int> torchOrder(const LayerVariable& variable) {
    std::vector<int> order(variable.axes.size());
    std::iota(order.begin(), order.end(), 0);
    if (!isKernel(variable.role))
        return order;
    if (order.size() == 4)
        return {3, 2, 0, 1};
    std::ranges::reverse(order);
    return order;
}

/// torch.nn.LSTM has input, forget, candidate, output; torch.nn.GRU reset, update, candidate.
std::vector<AxisPart> torchParts(const std::vector<AxisPart>& ours) {
    if (std::ranges::find(ours, AxisPart::ResetGate) != ours.end())
        return {AxisPart::ResetGate, AxisPart::UpdateGate, AxisPart::Candidate};
    if (std::ranges::find(ours, AxisPart::ForgetGate) != ours.end())
        return {AxisPart::InputGate, AxisPart::ForgetGate, AxisPart::Candidate, AxisPart::OutputGate};
    return {AxisPart::Query, AxisPart::Key, AxisPart::Value};
}

} // namespace

TorchLayout torchLayout(const LayerView& layer, const LayerVariable& variable) {
    TorchLayout layout{.name = torchName(layer, variable),
                       .order = torchOrder(variable),
                       .partsAxis = -1,
                       .parts = {},
                       .thereParts = {}};
    for (std::size_t axis = 0; axis < variable.axes.size(); ++axis) {
        if (variable.axes[axis].parts.empty())
            continue;
        layout.partsAxis = static_cast<int>(axis);
        layout.parts = variable.axes[axis].parts;
        layout.thereParts = torchParts(layout.parts);
    }
    return layout;
}

HostArray TorchLayout::toTorch(const HostArray& ours) const {
    if (partsAxis < 0)
        return permuted(ours, order);
    return permuted(partsReordered(ours, partsAxis, parts, thereParts), order);
}

HostArray TorchLayout::fromTorch(const HostArray& theirs) const {
    std::vector<int> back(order.size());
    for (std::size_t axis = 0; axis < order.size(); ++axis)
        back[static_cast<std::size_t>(order[axis])] = static_cast<int>(axis);
    HostArray ours = permuted(theirs, back);
    return partsAxis < 0 ? ours : partsReordered(ours, partsAxis, thereParts, parts);
}

Shape TorchLayout::shapeThere(const Shape& ours) const {
    std::vector<std::int64_t> sizes;
    for (const int axis : order)
        sizes.push_back(ours[axis]);
    return Shape(sizes);
}

std::vector<std::string> idleBiases(const LayerView& layer) {
    if (!isRecurrent(layer) || layer.holds(VariableRole::RecurrentBias))
        return {};
    std::vector<std::string> names{"bias_hh_l0"};
    if (layer.holds(VariableRole::RecurrentKernel, true))
        names.emplace_back("bias_hh_l0_reverse");
    return names;
}

} // namespace protomind
