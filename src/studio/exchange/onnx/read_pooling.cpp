// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/activation.h"
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"
#include "studio/exchange/onnx/read_window.h"

#include <algorithm>
#include <array>

namespace protomind::onnxread {

namespace {

/// Rounding up adds positions at the end whose windows stick out.
void roundUp(WindowOfNode& window, const Shape& image) {
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const std::int64_t size = image[static_cast<int>(axis)];
        const std::int64_t room = size + window.before[axis] + window.after[axis] - window.window.size[axis];
        const std::int64_t stride = window.window.stride[axis];
        if (room <= 0 || room % stride == 0)
            continue;
        // A window that would begin behind the image is left out.
        const std::int64_t last = (room / stride + 1) * stride;
        if (last < size + window.before[axis])
            window.after[axis] += last - room;
    }
}

/// Whether no number that a layer gives is below 0: then a border of zeros never is the largest.
bool neverNegative(Reading& reading, int index) {
    const MadeLayer& layer = reading.layer(index);
    const Activation* activation = activationOf(layer.type->fields, layer.settings);
    if (activation != nullptr && activation->name != "linear")
        return activation->name == "relu" || activation->givesProbabilities;
    return layer.type->passesOn && layer.type->name != "pad" && layer.sources.size() == 1 &&
           neverNegative(reading, layer.sources.front());
}

/// The least that a pixel of a border can be here.
constexpr double kLeastFill = -1000;

void padForMaximum(Reading& reading, Value& value, const OnnxNode& node, const WindowOfNode& window) {
    const bool zeros = neverNegative(reading, value.layer);
    if (!zeros)
        reading.note(Fate::Changed, "The border of max pooling",
                     "has pixels of -1000 here; smaller numbers than that would count otherwise");
    addPad(reading, value, node, {window.before, window.after}, zeros ? 0 : kLeastFill);
}

} // namespace

void readPool(Reading& reading, const OnnxNode& node) {
    const bool isMax = node.operation == "MaxPool";
    Value value = reading.value(node);
    const bool isRow = value.axes.rank() == 3;
    if (node.hasOutput(1) && reading.uses(node.outputs[1]) > 0)
        refuseNode(node, "where it has found the largest numbers is used elsewhere.");
    const Shape image = reading.layer(reading.image(value, node)).output;
    const std::vector<std::int64_t> kernel = node.integers("kernel_shape", {});
    if (kernel.size() != (isRow ? 1U : 2U))
        refuseNode(node, "its window is not that of an image.");
    WindowOfNode window = windowOf(node, kernel, image);
    if (window.window.dilation != std::array<std::int64_t, 2>{1, 1})
        refuseNode(node, "it is dilated; the layer here is not.");
    const bool countsBorder = !isMax && node.integer("count_include_pad", 0) != 0;
    if (node.integer("ceil_mode", 0) != 0) {
        if (countsBorder)
            refuseNode(node, "its windows stick out and count what lies outside of the image.");
        roundUp(window, image);
    }
    const bool same = window.padded() && !countsBorder && window.isSame(image);
    if (window.padded() && !same) {
        if (isMax)
            padForMaximum(reading, value, node, window);
        else if (countsBorder)
            addPad(reading, value, node, {window.before, window.after}, 0);
        else
            refuseNode(node,
                       "it has a border of its own that does not count; the layer here has none but “same”.");
    }
    reading.addBehind(value, isMax ? "max_pool" : "average_pool",
                      {{"window", listOf(window.window.size)},
                       {"stride", listOf(window.window.stride)},
                       {"padding", std::string(same ? "same" : "valid")}},
                      node);
    value.axes = imageAxes(reading.layer(value.layer).output, isRow);
    reading.give(node, std::move(value));
}

namespace {

/// Over all axes but the batch and one, which becomes the list that the layer gives.
void addGlobalPool(Reading& reading, const OnnxNode& node, std::vector<int> axes, bool isMax, bool keeps) {
    Value value = reading.value(node);
    const int rank = value.axes.rank();
    std::ranges::sort(axes);
    if (!value.axes.isBatch(0) || (rank != 3 && rank != 4) || static_cast<int>(axes.size()) != rank - 2 ||
        axes.front() == 0 || std::ranges::adjacent_find(axes) != axes.end())
        refuseNode(
            node,
            "there are layers here that reduce images and sequences to one number a channel, not others.");
    int kept = 1;
    while (std::ranges::find(axes, kept) != axes.end())
        ++kept;
    std::vector<int> order = axes;
    order.push_back(kept);
    reading.arranged(value, order, node);
    reading.addBehind(value, isMax ? "global_max_pool" : "global_average_pool", {}, node);
    value.axes = Axes::of(reading.layer(value.layer).output);
    if (keeps)
        for (const int axis : axes)
            value.axes.insertUnit(axis);
    reading.give(node, std::move(value));
}

} // namespace

void readGlobalPool(Reading& reading, const OnnxNode& node) {
    const int rank = reading.value(node).axes.rank();
    std::vector<int> axes;
    for (int axis = 2; axis < rank; ++axis)
        axes.push_back(axis);
    addGlobalPool(reading, node, axes, node.operation == "GlobalMaxPool", true);
}

void readReduce(Reading& reading, const OnnxNode& node) {
    if (node.operation == "ReduceMean" && reading.value(node).whole)
        refuseNode(node, "it is of whole numbers; no layer here cuts fractions off.");
    const int rank = reading.value(node).axes.rank();
    std::vector<int> axes;
    if (const ConstantPtr given = integersInput(reading, node, "axes", 1))
        for (const std::int64_t axis : integersOf(*given, node))
            axes.push_back(axisOf(node, axis, rank));
    addGlobalPool(reading, node, axes, node.operation == "ReduceMax", node.integer("keepdims", 1) != 0);
}

} // namespace protomind::onnxread
