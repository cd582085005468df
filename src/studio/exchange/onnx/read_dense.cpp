// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/array_layout.h"
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"

#include <algorithm>
#include <array>
#include <span>

namespace protomind::onnxread {

namespace {

/// Whether the axes behind the batch are those of the layer: the file may have cut its rows into more.
bool isAsItsLayer(Reading& reading, const Value& value) {
    const std::vector<std::int64_t> sizes = value.axes.sizes(1);
    return value.axes.isBatch(0) &&
           std::ranges::equal(std::span(sizes).subspan(1), reading.layer(value.layer).output.sizes());
}

/// kernel is [in, out]; bias may be null. What comes in has its features on its last axis.
void addDense(Reading& reading, const OnnxNode& node, Value value, HostArray kernel, const HostArray* bias) {
    const int last = value.axes.rank() - 1;
    reading.settled(value, node);
    const Channels channels = reading.channels(value, std::array{last}, node);
    if (kernel.shape[0] != channels.count)
        refuseNode(node, sentence("its matrix has {} rows, but {} numbers come in.", kernel.shape[0],
                                  channels.count));
    const std::int64_t others = value.axes.count() / channels.count;
    if (reading.layer(value.layer).output.rank() > 2)
        reading.shaped(value, Shape{others, channels.count}, node);
    const std::int64_t units = kernel.shape[1];
    reading.addBehind(value, "dense", {{"units", units}, {"use_bias", bias != nullptr}}, node);
    reading.set(value.layer, VariableRole::Kernel, inLayerOrder(std::move(kernel), channels), node.where());
    if (bias != nullptr)
        reading.set(value.layer, VariableRole::Bias, *bias, node.where());
    value.axes.replace(last, units);
    value.reshaped = !isAsItsLayer(reading, value);
    reading.give(node, std::move(value));
}

void multiply(HostArray& array, double factor) {
    if (factor == 1)
        return;
    for (float& number : array.values)
        number *= static_cast<float>(factor);
}

} // namespace

void readGemm(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    if (value.axes.rank() != 2)
        refuseNode(node, sentence("it needs a table, but gets {} axes.", value.axes.rank()));
    if (node.integer("transA", 0) != 0) {
        value.axes.transpose(std::array{1, 0});
        value.name.clear();
    }
    HostArray kernel = arrayOf(*reading.needConstant(node, 1, "matrix"), node);
    if (kernel.shape.rank() != 2)
        refuseNode(node, "its matrix is no table of numbers.");
    if (node.integer("transB", 0) != 0)
        kernel = permuted(kernel, std::array{1, 0});
    multiply(kernel, node.real("alpha", 1));
    if (!node.hasInput(2)) {
        addDense(reading, node, std::move(value), std::move(kernel), nullptr);
        return;
    }
    const ConstantPtr constant = reading.needConstant(node, 2, "bias");
    if (constant->sizes.size() > 2 || (constant->sizes.size() == 2 && constant->sizes[0] != 1))
        refuseNode(node, "each sample of a batch has a bias of its own.");
    HostArray bias = listOf(*constant, kernel.shape[1], node);
    multiply(bias, node.real("beta", 1));
    addDense(reading, node, std::move(value), std::move(kernel), &bias);
}

void readMatMul(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    if (reading.isValue(node, 1))
        refuseNode(node,
                   "both its matrices depend on the network's input; Attention is the only layer here that "
                   "multiplies such.");
    HostArray kernel = arrayOf(*reading.needConstant(node, 1, "matrix"), node);
    if (kernel.shape.rank() != 2)
        refuseNode(node, "its matrix is no table of numbers.");
    addDense(reading, node, std::move(value), std::move(kernel), nullptr);
}

} // namespace protomind::onnxread
