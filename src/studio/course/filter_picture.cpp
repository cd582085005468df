// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/filter_picture.h"

#include "engine/data/photographs.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr std::int64_t kSmallSide = 12;

template<class Brightness>
GreyPicture drawnPicture(std::int64_t height, std::int64_t width, Brightness brightness) {
    GreyPicture picture{.height = height, .width = width, .pixels = {}};
    for (std::int64_t row = 0; row < height; ++row)
        for (std::int64_t column = 0; column < width; ++column)
            picture.pixels.push_back(brightness(row, column));
    return picture;
}

/// Darker than paper and lighter than ink, so that there is room above and below.
constexpr float kDark = 60;
constexpr float kLight = 180;

GreyPicture makeEdge() {
    return drawnPicture(kSmallSide, kSmallSide,
                        [](auto, auto column) { return column < kSmallSide / 2 ? kDark : kLight; });
}

GreyPicture makeSquare() {
    return drawnPicture(kSmallSide, kSmallSide, [](auto row, auto column) {
        constexpr std::int64_t kMargin = 3;
        const bool inside = std::min(row, column) >= kMargin && std::max(row, column) < kSmallSide - kMargin;
        return inside ? kLight : kDark;
    });
}

GreyPicture makeCheckerboard() {
    return drawnPicture(kSmallSide, kSmallSide,
                        [](auto row, auto column) { return (row + column) % 2 == 0 ? kDark : kLight; });
}

/// Odd, so that it has a middle.
GreyPicture makeDot() {
    constexpr std::int64_t kSide = 9;
    return drawnPicture(kSide, kSide, [](auto row, auto column) {
        constexpr float kBright = 100;
        return row == kSide / 2 && column == kSide / 2 ? kBright : 0.0F;
    });
}

/// Brighter by as much a pixel, to the right.
GreyPicture makeSlope() {
    return drawnPicture(kSmallSide, kSmallSide, [](auto, auto column) {
        constexpr std::int64_t kStep = 20;
        return static_cast<float>(kStep * column);
    });
}

/// In whole steps of grey, as picture files have them.
GreyPicture greyOf(const Photograph& photograph) {
    GreyPicture picture{.height = photograph.height, .width = photograph.width, .pixels = {}};
    for (const float brightness : brightnessOf(photograph))
        picture.pixels.push_back(std::round(brightness * kWhite));
    return picture;
}

} // namespace

std::span<const FilterPicture> filterPictures() {
    static const std::vector<FilterPicture> kPictures = [] {
        std::vector<FilterPicture> all{
            {"edge", "A vertical edge", makeEdge},  {"square", "A square", makeSquare},
            {"dot", "A single dot", makeDot},       {"checkerboard", "A checkerboard", makeCheckerboard},
            {"slope", "A gentle slope", makeSlope},
        };
        for (const Photograph& photograph : photographs())
            all.push_back({photograph.name, photograph.title, nullptr});
        return all;
    }();
    return kPictures;
}

GreyPicturePtr filterPicture(std::string_view name) {
    const auto pictures = filterPictures();
    const auto found = std::ranges::find(pictures, name, &FilterPicture::name);
    if (found == pictures.end())
        return nullptr;
    if (found->make != nullptr)
        return std::make_shared<const GreyPicture>(found->make());
    return std::make_shared<const GreyPicture>(
        greyOf(*std::ranges::find(photographs(), name, &Photograph::name)));
}

} // namespace protomind
