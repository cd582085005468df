// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layers/pool_fields.h"

#include "engine/nn/arithmetic.h"

namespace protomind {

namespace {

Window poolFieldsWindow(const Settings& settings) {
    return {"window",
            pairOf(sizes(poolFields(), settings, "window")),
            pairOf(sizes(poolFields(), settings, "stride")),
            {1, 1},
            choice(poolFields(), settings, "padding") == "same"};
}

} // namespace

const std::vector<Field>& poolFields() {
    static const std::vector<Field> all = [] {
        Field window = pairField("window", "Window size", 2,
                                 "Height and width of the patch that becomes one number.", FieldRole::Window);
        window.shownOnCard = true;
        return std::vector<Field>{
            window,
            pairField(
                "stride", "Stride", 2,
                "How many pixels the window moves on at a time, down and to the right: s in the formula.",
                FieldRole::Stride),
            paddingField(
                "valid",
                "same lets windows stick out over the border, by p in the formula at the top and on the "
                "left, so that a stride of 1 keeps height and width; what is outside does not count. valid "
                "stays inside the image.")};
    }();
    return all;
}

Result<Shape> poolShape(const std::string& title, const Settings& settings, const Shape& input) {
    if (const Result<void> image = checkImage(title, input); !image)
        return std::unexpected(image.error());
    const auto positions = positionsOf(poolFieldsWindow(settings), input);
    if (!positions)
        return std::unexpected(positions.error());
    return Shape{(*positions)[0], (*positions)[1], input[2]};
}

PoolAttributes poolAttributes(const Settings& settings, const Shape& image) {
    const Window window = poolFieldsWindow(settings);
    const WindowPadding padding = paddingOf(window, image[1], image[2]);
    return {.window = window.size,
            .stride = window.stride,
            .paddingBefore = padding.before,
            .paddingAfter = padding.after,
            .resultShape = {}};
}

std::vector<std::int64_t> pooledPlaces(const Settings& settings, const Shape& image, std::int64_t output) {
    const Window window = poolFieldsWindow(settings);
    const auto positions = positionsOf(window, image);
    require(positions.has_value(), "pooledPlaces: the window does not fit");
    const std::vector<std::int64_t> at = coordinatesOf({(*positions)[0], (*positions)[1], image[2]}, output);
    std::vector<std::int64_t> places;
    for (const WindowCell& cell :
         cellsUnder(window, paddingOf(window, image[0], image[1]), image, at[0], at[1]))
        places.push_back((cell.row * image[1] + cell.column) * image[2] + at[2]);
    return places;
}

} // namespace protomind
