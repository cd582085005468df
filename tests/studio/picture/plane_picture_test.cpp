// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/picture/plane_picture.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace protomind {
namespace {

constexpr float kNoNumber = std::numeric_limits<float>::quiet_NaN();

std::array<float, 3> pixelAt(const Picture& picture, double x, double y) {
    const auto column = static_cast<std::int64_t>(x * static_cast<double>(picture.width));
    const auto row = static_cast<std::int64_t>(y * static_cast<double>(picture.height));
    const auto* at = picture.pixels.data() + 3 * (row * picture.width + column);
    return {at[0], at[1], at[2]};
}

bool isWhite(const std::array<float, 3>& pixel) {
    return pixel == std::array<float, 3>{1, 1, 1};
}

std::int64_t inked(const Picture& picture) {
    std::int64_t count = 0;
    for (std::size_t i = 0; i < picture.pixels.size(); i += 3)
        count += isWhite({picture.pixels[i], picture.pixels[i + 1], picture.pixels[i + 2]}) ? 0 : 1;
    return count;
}

TEST(PlanePicture, UnitsAreOfOneLengthUnlessThePlaneIsAStrip) {
    EXPECT_EQ(planePictureSize({}), (PlanePictureSize{600, 600}));
    EXPECT_EQ(planePictureSize({.left = 0, .right = 2, .bottom = 0, .top = 1}), (PlanePictureSize{600, 300}));
    EXPECT_EQ(planePictureSize({.left = 0, .right = 1, .bottom = 0, .top = 3}), (PlanePictureSize{200, 600}));
    EXPECT_EQ(planePictureSize({.left = 0, .right = 1, .bottom = 0, .top = 99}),
              (PlanePictureSize{150, 600}));
    const Picture picture = planePicture({.left = 0, .right = 2, .bottom = 0, .top = 1});
    EXPECT_EQ(std::ssize(picture.pixels), 600 * 300 * 3);
}

TEST(PlanePicture, TheFirstRowOfTheMapIsAtTheTop) {
    const Picture picture = planePicture({.map = {Shape{2, 2}, {0, 1, 0.5f, kNoNumber}}});
    const auto low = pixelAt(picture, 0.25, 0.25);
    const auto high = pixelAt(picture, 0.75, 0.25);
    EXPECT_GT(low[2], low[0]) << "blue";
    EXPECT_GT(high[0], high[2]) << "orange";
    EXPECT_TRUE(isWhite(pixelAt(picture, 0.25, 0.75))) << "in the middle";
    const auto missing = pixelAt(picture, 0.75, 0.75);
    EXPECT_EQ(missing[0], missing[2]);
    EXPECT_LT(missing[0], 0.8f);
}

TEST(PlanePicture, MarksLieWhereTheirNumbersSay) {
    for (const int colour : {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}) {
        const Picture picture =
            planePicture({.layers = {{.name = "a", .at = {Shape{1, 2}, {0.5f, -0.5f}}, .colour = colour}}});
        EXPECT_FALSE(isWhite(pixelAt(picture, 0.75, 0.75))) << colour;
        EXPECT_TRUE(isWhite(pixelAt(picture, 0.75, 0.25))) << colour;
    }
    const Picture arrow = planePicture(
        {.layers = {{.name = "a", .marks = PlaneMarks::Arrows, .at = {Shape{1, 4}, {-0.5f, 0, 0.5f, 0}}}}});
    EXPECT_FALSE(isWhite(pixelAt(arrow, 0.26, 0.5)));
    EXPECT_FALSE(isWhite(pixelAt(arrow, 0.73, 0.5)));
    EXPECT_TRUE(isWhite(pixelAt(arrow, 0.77, 0.5))) << "behind the tip";
    const auto wide = [&](double x) {
        int count = 0;
        for (int row = -8; row <= 8; ++row)
            count += isWhite(pixelAt(arrow, x, 0.5 + row / 600.0)) ? 0 : 1;
        return count;
    };
    EXPECT_GT(wide(0.74), wide(0.4)) << "its head";
    const Picture curve = planePicture(
        {.layers = {
             {.name = "a", .marks = PlaneMarks::Curves, .at = {Shape{1, 3, 2}, {-0.5f, 0, 0, 0, 0, 0.5f}}}}});
    EXPECT_FALSE(isWhite(pixelAt(curve, 0.4, 0.5)));
    EXPECT_FALSE(isWhite(pixelAt(curve, 0.5, 0.4)));
    EXPECT_TRUE(isWhite(pixelAt(curve, 0.6, 0.5)));
}

TEST(PlanePicture, WhatIsHiddenOutsideOrNoNumberLeavesNoPixel) {
    const std::int64_t empty = inked(planePicture({}));
    const float huge = 1e30f;
    for (const PlaneLayer& layer :
         {PlaneLayer{.name = "hidden", .at = {Shape{1, 2}, {0, 0}}, .shown = false},
          PlaneLayer{.name = "empty", .at = HostArray(Shape{0, 2})}, PlaneLayer{.name = "nothing", .at = {}},
          PlaneLayer{.name = "outside", .at = {Shape{2, 2}, {3, 0, huge, -huge}}},
          PlaneLayer{.name = "no numbers", .at = {Shape{1, 2}, {kNoNumber, 0}}},
          PlaneLayer{
              .name = "no arrow", .marks = PlaneMarks::Arrows, .at = {Shape{1, 4}, {0, 0, kNoNumber, 0}}},
          PlaneLayer{
              .name = "past it", .marks = PlaneMarks::Curves, .at = {Shape{1, 2, 2}, {-huge, 2, huge, 2}}}})
        EXPECT_EQ(inked(planePicture({.layers = {layer}})), empty) << layer.name;
    const Picture through = planePicture(
        {.layers = {
             {.name = "through", .marks = PlaneMarks::Curves, .at = {Shape{1, 2, 2}, {-1e6f, 0, 1e6f, 0}}}}});
    EXPECT_FALSE(isWhite(pixelAt(through, 0.3, 0.5))) << "only its ends lie outside";
}

} // namespace
} // namespace protomind
