// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/window.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

/// How much of the image a dilated window reaches over.
std::int64_t extent(const Window& window, std::size_t axis) {
    return (window.size[axis] - 1) * window.dilation[axis] + 1;
}

} // namespace

WindowPadding paddingOf(const Window& window, std::int64_t height, std::int64_t width) {
    WindowPadding padding;
    if (!window.same)
        return padding;
    const std::array<std::int64_t, 2> size{height, width};
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const std::int64_t positions = (size[axis] + window.stride[axis] - 1) / window.stride[axis];
        const std::int64_t reached = (positions - 1) * window.stride[axis] + extent(window, axis);
        const std::int64_t total = std::max<std::int64_t>(reached - size[axis], 0);
        padding.before[axis] = total / 2;
        padding.after[axis] = total - total / 2;
    }
    return padding;
}

Result<std::array<std::int64_t, 2>> positionsOf(const Window& window, const Shape& image) {
    const std::array<std::int64_t, 2> size{image[0], image[1]};
    const WindowPadding padding = paddingOf(window, size[0], size[1]);
    std::array<std::int64_t, 2> positions{};
    for (std::size_t axis = 0; axis < 2; ++axis)
        positions[axis] = windowPositions(size[axis], window.size[axis], window.stride[axis],
                                          padding.before[axis], padding.after[axis], window.dilation[axis]);
    if (positions[0] >= 1 && positions[1] >= 1)
        return positions;
    const std::string remedy = "Make it smaller, or choose “same” as its padding.";
    if (window.dilation == std::array<std::int64_t, 2>{1, 1})
        return fail(ProblemKind::Request,
                    sentence("The {} {} is larger than its {} input.", pairText(window.size), window.noun,
                             pairText(size)),
                    {}, remedy);
    return fail(ProblemKind::Request,
                sentence("The {} {} with dilation {} reaches over {}, more than its {} input.",
                         pairText(window.size), window.noun, pairText(window.dilation),
                         pairText({extent(window, 0), extent(window, 1)}), pairText(size)),
                {}, remedy);
}

std::vector<WindowCell> cellsUnder(const Window& window, const WindowPadding& padding, const Shape& image,
                                   std::int64_t row, std::int64_t column) {
    std::vector<WindowCell> cells;
    for (std::int64_t u = 0; u < window.size[0]; ++u)
        for (std::int64_t v = 0; v < window.size[1]; ++v) {
            const std::int64_t y = row * window.stride[0] + u * window.dilation[0] - padding.before[0];
            const std::int64_t x = column * window.stride[1] + v * window.dilation[1] - padding.before[1];
            if (y >= 0 && y < image[0] && x >= 0 && x < image[1])
                cells.push_back({y, x, u * window.size[1] + v});
        }
    return cells;
}

Result<void> checkImage(const std::string& title, const Shape& input) {
    if (input.rank() == 3)
        return {};
    return fail(ProblemKind::Request,
                sentence("{} needs an image (height × width × channels), but gets {}.", title, input.text()));
}

std::string pairText(const std::array<std::int64_t, 2>& pair) {
    return fmt::format("{}×{}", pair[0], pair[1]);
}

std::array<std::int64_t, 2> pairOf(const std::vector<std::int64_t>& sizes) {
    require(sizes.size() == 2, "pairOf: two sizes are needed");
    return {sizes[0], sizes[1]};
}

Field pairField(std::string name, std::string label, std::int64_t defaultSize, std::string help,
                FieldRole role) {
    return {.name = std::move(name),
            .label = std::move(label),
            .type = FieldType::Sizes,
            .defaultValue = std::vector<std::int64_t>{defaultSize, defaultSize},
            .minimum = 1,
            .maximum = 1024,
            .help = std::move(help),
            .sizeCount = 2,
            .role = role};
}

Field paddingField(std::string defaultChoice) {
    return paddingField(
        std::move(defaultChoice),
        "same adds a border of zeros, so that a stride of 1 keeps height and width; valid stays inside the "
        "image. In the formula, p is what is added at the top and on the left.");
}

Field paddingField(std::string defaultChoice, std::string help) {
    return {.name = "padding",
            .label = "Padding",
            .type = FieldType::Choice,
            .defaultValue = std::move(defaultChoice),
            .choices = {"same", "valid"},
            .help = std::move(help),
            .role = FieldRole::Padding};
}

} // namespace protomind
