// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/attributes.h"
#include "engine/nn/field.h"

#include <array>
#include <string>

namespace protomind {

/// A window that moves over an image: what Convolution and the pooling layers have in common. Pairs are
/// height, width.
struct Window {
    std::string noun; ///< for messages: "kernel", "window"
    std::array<std::int64_t, 2> size{1, 1};
    std::array<std::int64_t, 2> stride{1, 1};
    std::array<std::int64_t, 2> dilation{1, 1};
    bool same = false; ///< padded so that with stride 1 the output is as large as the input
};

/// Zeros (or nothing, for pooling) around the image. What can't be halved goes to the end (SAME_UPPER in
/// ONNX).
struct WindowPadding {
    std::array<std::int64_t, 2> before{0, 0};
    std::array<std::int64_t, 2> after{0, 0};
};
[[nodiscard]] WindowPadding paddingOf(const Window& window, std::int64_t height, std::int64_t width);

/// Height and width of the output, or why the window does not fit. image is one sample, height × width ×
/// channels.
[[nodiscard]] Result<std::array<std::int64_t, 2>> positionsOf(const Window& window, const Shape& image);

/// A cell of the image that a window lies on.
struct WindowCell {
    std::int64_t row = 0;
    std::int64_t column = 0;
    std::int64_t inWindow = 0; ///< its place in the window, row-major
};
/// Those under the window where it gives the output at a row and column, without those of the border.
[[nodiscard]] std::vector<WindowCell> cellsUnder(const Window& window, const WindowPadding& padding,
                                                 const Shape& image, std::int64_t row, std::int64_t column);

/// Fails for what is not height × width × channels: "Max pooling needs an image (...), but gets 10."
[[nodiscard]] Result<void> checkImage(const std::string& title, const Shape& input);

/// "5×5", for messages and arithmetic.
[[nodiscard]] std::string pairText(const std::array<std::int64_t, 2>& pair);
[[nodiscard]] std::array<std::int64_t, 2> pairOf(const std::vector<std::int64_t>& sizes);

/// A field of two sizes, height and width.
[[nodiscard]] Field pairField(std::string name, std::string label, std::int64_t defaultSize, std::string help,
                              FieldRole role);
[[nodiscard]] Field paddingField(std::string defaultChoice);
/// The same with a help of its own.
[[nodiscard]] Field paddingField(std::string defaultChoice, std::string help);

} // namespace protomind
