// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/array_layout.h"
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"
#include "studio/exchange/onnx/read_window.h"

#include <algorithm>
#include <array>

namespace protomind::onnxread {

namespace {

/// The kernel with its height, which a row of pixels doesn't have.
HostArray kernelOf(Reading& reading, const OnnxNode& node, const Value& value) {
    HostArray kernel = arrayOf(*reading.needConstant(node, 1, "kernel"), node);
    const int rank = kernel.shape.rank();
    if (rank != value.axes.rank() || (rank != 3 && rank != 4))
        refuseNode(
            node, sentence("its kernel has {} axes and what comes in {}; images have 4 and rows of pixels 3.",
                           rank, value.axes.rank()));
    if (rank == 3)
        kernel.shape = Shape{kernel.shape[0], kernel.shape[1], 1, kernel.shape[2]};
    return kernel;
}

std::vector<std::int64_t> windowSizes(const HostArray& kernel, bool isRow) {
    return isRow ? std::vector{kernel.shape[3]} : std::vector{kernel.shape[2], kernel.shape[3]};
}

void setBias(Reading& reading, const OnnxNode& node, int layer, std::int64_t channels) {
    if (node.hasInput(2))
        reading.set(layer, VariableRole::Bias, listOf(*reading.needConstant(node, 2, "bias"), channels, node),
                    node.where());
}

/// Kernels of a file are [out, in of the group, height, width]; here they are [height, width, in, out].
constexpr std::array kKernelOrder{2, 3, 1, 0};

constexpr std::int64_t kMostPerChannel = 64;

} // namespace

void readConv(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    const HostArray kernel = kernelOf(reading, node, value);
    const bool isRow = value.axes.rank() == 3;
    const Shape image = reading.layer(reading.image(value, node)).output;
    WindowOfNode window = windowOf(node, windowSizes(kernel, isRow), image);
    const bool same = window.padded() && window.isSame(image);
    if (window.padded() && !same)
        addPad(reading, value, node, {window.before, window.after}, 0);
    const std::int64_t filters = kernel.shape[0];
    const std::int64_t groups = node.integer("group", 1);
    if (groups < 1 || groups > image[2] || kernel.shape[1] != image[2] / groups || image[2] % groups != 0 ||
        filters % groups != 0)
        refuseNode(node, sentence("its kernel of {} does not fit {} groups of {} channels.",
                                  kernel.shape.text(), groups, image[2]));
    Settings settings{{"kernel", listOf(window.window.size)},
                      {"stride", listOf(window.window.stride)},
                      {"dilation", listOf(window.window.dilation)},
                      {"padding", std::string(same ? "same" : "valid")},
                      {"use_bias", node.hasInput(2)}};
    const bool depthwise = groups > 1 && groups == image[2] && filters / groups <= kMostPerChannel;
    if (depthwise) {
        settings["multiplier"] = filters / groups;
    } else {
        settings["filters"] = filters;
        settings["groups"] = groups;
    }
    reading.addBehind(value, depthwise ? "depthwise_convolution" : "convolution", std::move(settings), node);
    reading.set(value.layer, VariableRole::Kernel, permuted(kernel, kKernelOrder), node.where());
    setBias(reading, node, value.layer, filters);
    value.axes = imageAxes(reading.layer(value.layer).output, isRow);
    reading.give(node, std::move(value));
}

namespace {

/// How much of what the stamps reach over is cut off at the end of each axis; negative: zeros are added.
struct Cut {
    std::array<std::int64_t, 2> before{0, 0};
    std::array<std::int64_t, 2> after{0, 0};
};

Cut cutOf(const OnnxNode& node, const Window& window, const Shape& image, bool isRow) {
    const std::array<std::int64_t, 2> added = pairOf(node, "output_padding", 0, isRow);
    const std::string automatic = node.text("auto_pad", "NOTSET");
    const bool sized = node.has("output_shape");
    const Borders borders = bordersOf(node, isRow);
    Cut cut;
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const std::int64_t size = image[static_cast<int>(axis)];
        const std::int64_t reached = (size - 1) * window.stride[axis] + window.size[axis];
        if (!sized && automatic != "SAME_UPPER" && automatic != "SAME_LOWER") {
            const bool valid = automatic == "VALID";
            cut.before[axis] = valid ? 0 : borders.before[axis];
            cut.after[axis] = (valid ? 0 : borders.after[axis]) - added[axis];
            continue;
        }
        const std::int64_t wanted =
            sized ? pairOf(node, "output_shape", 1, isRow)[axis] : size * window.stride[axis];
        const std::int64_t total = reached + added[axis] - wanted;
        const std::int64_t half = total >= 0 ? total / 2 : 0;
        cut.before[axis] = automatic == "SAME_UPPER" ? half : total - half;
        if (total < 0)
            cut.before[axis] = 0;
        cut.after[axis] = total - cut.before[axis] - added[axis];
    }
    return cut;
}

/// What a layer here cuts off by itself.
Cut ownCut(const Window& window, bool same) {
    Cut cut;
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const std::int64_t more = window.size[axis] - window.stride[axis];
        cut.before[axis] = same && more > 0 ? more / 2 : 0;
        cut.after[axis] = more < 0 ? more : same ? more - more / 2 : 0;
    }
    return cut;
}

bool isCut(const Cut& a, const Cut& b) {
    return a.before == b.before && a.after == b.after;
}

} // namespace

void readConvTranspose(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    const HostArray kernel = kernelOf(reading, node, value);
    const bool isRow = value.axes.rank() == 3;
    const Shape image = reading.layer(reading.image(value, node)).output;
    const WindowOfNode window = windowOf(node, windowSizes(kernel, isRow), image);
    if (node.integer("group", 1) != 1)
        refuseNode(node, "it has groups; the layer here has none.");
    if (window.window.dilation != std::array<std::int64_t, 2>{1, 1})
        refuseNode(node, "it is dilated; the layer here is not.");
    const Cut cut = cutOf(node, window.window, image, isRow);
    const bool same = isCut(cut, ownCut(window.window, true));
    const Cut own = ownCut(window.window, same);
    Borders more;
    for (std::size_t axis = 0; axis < 2; ++axis) {
        more.before[axis] = cut.before[axis] - own.before[axis];
        more.after[axis] = cut.after[axis] - own.after[axis];
        if (more.before[axis] < 0 || more.after[axis] < 0)
            refuseNode(node, "it makes a larger image than the layer here.");
    }
    const std::int64_t filters = kernel.shape[1];
    reading.addBehind(value, "transposed_convolution",
                      {{"filters", filters},
                       {"kernel", listOf(window.window.size)},
                       {"stride", listOf(window.window.stride)},
                       {"padding", std::string(same ? "same" : "valid")},
                       {"use_bias", node.hasInput(2)}},
                      node);
    // Kernels of a file are [in, out, height, width]; here they are [height, width, out, in].
    reading.set(value.layer, VariableRole::Kernel, permuted(kernel, kKernelOrder), node.where());
    setBias(reading, node, value.layer, filters);
    if (!isCut({more.before, more.after}, {}))
        addCrop(reading, value, node, more);
    value.axes = imageAxes(reading.layer(value.layer).output, isRow);
    reading.give(node, std::move(value));
}

} // namespace protomind::onnxread
