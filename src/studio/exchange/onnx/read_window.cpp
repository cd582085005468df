// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_window.h"

#include "studio/exchange/onnx/read_refusal.h"

#include <algorithm>

namespace protomind::onnxread {

namespace {

/// Larger ones have no sense, and could overflow what is computed with them.
constexpr std::int64_t kLargestSize = 1 << 20;

void checkSizes(const OnnxNode& node, std::span<const std::int64_t> sizes, std::int64_t least) {
    for (const std::int64_t size : sizes)
        if (size < least || size > kLargestSize)
            refuseNode(node, sentence("a size of {} has no sense there.", size));
}

Sentence oneAttribute(const std::string& attribute) {
    return sentence("its attribute {:s} has another number of sizes than an image has.", attribute);
}

} // namespace

bool WindowOfNode::isSame(const Shape& image) const {
    Window same = window;
    same.same = true;
    const WindowPadding padding = paddingOf(same, image[0], image[1]);
    return padding.before == before && padding.after == after;
}

std::array<std::int64_t, 2> pairOf(const OnnxNode& node, const std::string& attribute, std::int64_t otherwise,
                                   bool isRow) {
    std::vector<std::int64_t> sizes =
        node.integers(attribute, std::vector<std::int64_t>(isRow ? 1 : 2, otherwise));
    if (sizes.size() != (isRow ? 1U : 2U))
        refuseNode(node, oneAttribute(attribute));
    checkSizes(node, sizes, 0);
    return isRow ? std::array{otherwise, sizes[0]} : std::array{sizes[0], sizes[1]};
}

std::vector<std::int64_t> listOf(const std::array<std::int64_t, 2>& pair) {
    return {pair[0], pair[1]};
}

Borders bordersOf(const OnnxNode& node, bool isRow) {
    const std::vector<std::int64_t> pads =
        node.integers("pads", std::vector<std::int64_t>(isRow ? 2 : 4, std::int64_t{0}));
    if (pads.size() != (isRow ? 2U : 4U))
        refuseNode(node, oneAttribute("pads"));
    checkSizes(node, pads, 0);
    if (isRow)
        return {.before = {0, pads[0]}, .after = {0, pads[1]}};
    return {.before = {pads[0], pads[1]}, .after = {pads[2], pads[3]}};
}

WindowOfNode windowOf(const OnnxNode& node, std::vector<std::int64_t> kernel, const Shape& image) {
    WindowOfNode result;
    result.isRow = kernel.size() == 1;
    if (kernel.empty() || kernel.size() > 2)
        refuseNode(node, "its window is not that of an image.");
    checkSizes(node, kernel, 1);
    result.window.size =
        result.isRow ? std::array<std::int64_t, 2>{1, kernel[0]} : std::array{kernel[0], kernel[1]};
    result.window.stride = pairOf(node, "strides", 1, result.isRow);
    result.window.dilation = pairOf(node, "dilations", 1, result.isRow);
    checkSizes(node, result.window.stride, 1);
    checkSizes(node, result.window.dilation, 1);
    const std::string automatic = node.text("auto_pad", "NOTSET");
    if (automatic == "SAME_UPPER" || automatic == "SAME_LOWER") {
        Window same = result.window;
        same.same = true;
        const WindowPadding padding = paddingOf(same, image[0], image[1]);
        const bool upper = automatic == "SAME_UPPER";
        result.before = upper ? padding.before : padding.after;
        result.after = upper ? padding.after : padding.before;
    } else if (automatic == "NOTSET") {
        const Borders borders = bordersOf(node, result.isRow);
        result.before = borders.before;
        result.after = borders.after;
    } else if (automatic != "VALID") {
        refuseNode(node, sentence("there is no auto_pad {:s}.", automatic));
    }
    return result;
}

namespace {

std::vector<std::int64_t> sidesOf(const Borders& borders) {
    return {borders.before[0], borders.after[0], borders.before[1], borders.after[1]};
}

/// For a layer beside that of the node itself: "conv1 padding".
OnnxNode besides(const OnnxNode& node, const char* what) {
    OnnxNode other = node;
    const auto isDigit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (!std::ranges::all_of(node.label(), isDigit))
        other.name = node.label() + " " + what;
    return other;
}

} // namespace

void addPad(Reading& reading, Value& value, const OnnxNode& node, const Borders& borders, double fill) {
    const bool ofItself = node.operation == "Pad";
    reading.addBehind(value, "pad", {{"sides", sidesOf(borders)}, {"value", fill}},
                      ofItself ? node : besides(node, "padding"));
}

void addCrop(Reading& reading, Value& value, const OnnxNode& node, const Borders& borders) {
    const bool ofItself = node.operation == "Slice";
    reading.addBehind(value, "crop", {{"sides", sidesOf(borders)}},
                      ofItself ? node : besides(node, "cropping"));
}

Axes imageAxes(const Shape& image, bool isRow) {
    static const std::vector<int> ofImage{2, 0, 1};
    static const std::vector<int> ofRow{2, 1};
    return Axes::of(image, isRow ? ofRow : ofImage);
}

} // namespace protomind::onnxread
