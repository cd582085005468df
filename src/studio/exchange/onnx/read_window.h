// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layers/window.h"
#include "studio/exchange/onnx/read_network.h"

namespace protomind::onnxread {

/// What Conv and the pooling operators say of their window. For rows of pixels the height is 1.
struct WindowOfNode {
    Window window;
    std::array<std::int64_t, 2> before{0, 0}; ///< padding at the top and on the left
    std::array<std::int64_t, 2> after{0, 0};
    bool isRow = false;

    [[nodiscard]] bool padded() const { return before[0] + before[1] + after[0] + after[1] > 0; }
    /// Whether that is the padding "same" of a layer here.
    [[nodiscard]] bool isSame(const Shape& image) const;
};

/// kernel: height and width, or width alone. Refuses what has no sense; image is what comes in, height ×
/// width × channels.
[[nodiscard]] WindowOfNode windowOf(const OnnxNode& node, std::vector<std::int64_t> kernel,
                                    const Shape& image);

/// Two sizes of an attribute; of a row the second alone is there.
[[nodiscard]] std::array<std::int64_t, 2> pairOf(const OnnxNode& node, const std::string& attribute,
                                                 std::int64_t otherwise, bool isRow);
[[nodiscard]] std::vector<std::int64_t> listOf(const std::array<std::int64_t, 2>& pair);
/// Begins and ends of an attribute such as pads.
struct Borders {
    std::array<std::int64_t, 2> before{0, 0};
    std::array<std::int64_t, 2> after{0, 0};
};
[[nodiscard]] Borders bordersOf(const OnnxNode& node, bool isRow);

/// A layer with pixels of a value around the image.
void addPad(Reading& reading, Value& value, const OnnxNode& node, const Borders& borders, double fill);
void addCrop(Reading& reading, Value& value, const OnnxNode& node, const Borders& borders);

/// The axes of the file where a layer gives an image: N × C × H × W, or N × C × W of a row.
[[nodiscard]] Axes imageAxes(const Shape& image, bool isRow);

} // namespace protomind::onnxread
