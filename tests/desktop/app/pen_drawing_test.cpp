// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/pen_drawing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace protomind {
namespace {

const Shape kDigit{28, 28, 1};

PenDrawing circle(double x, double y, double radius) {
    PenDrawing drawing;
    for (int step = 0; step <= 40; ++step) {
        const double angle = 2 * std::numbers::pi * step / 40;
        const QPointF at(x + radius * std::cos(angle), y + radius * std::sin(angle));
        step == 0 ? drawing.begin(at) : drawing.moveTo(at);
    }
    return drawing;
}

struct Ink {
    double sum = 0;
    double x = 0;
    double y = 0;
    int left = 28;
    int right = -1;
};
Ink inkOf(const HostArray& sample) {
    Ink ink;
    for (int row = 0; row < 28; ++row)
        for (int column = 0; column < 28; ++column) {
            const double value = sample.values[static_cast<std::size_t>(28 * row + column)];
            ink.sum += value;
            ink.x += value * column;
            ink.y += value * row;
            if (value > 0.2) {
                ink.left = std::min(ink.left, column);
                ink.right = std::max(ink.right, column);
            }
        }
    ink.x /= ink.sum;
    ink.y /= ink.sum;
    return ink;
}

TEST(PenDrawingTest, FramesADrawingAsTheDataDoes) {
    // However small and wherever it was drawn.
    for (const PenDrawing& drawing : {circle(0.5, 0.5, 0.4), circle(0.2, 0.7, 0.12)}) {
        const Ink ink = inkOf(drawing.sample(kDigit, false));
        EXPECT_NEAR(ink.x, 13.5, 0.3);
        EXPECT_NEAR(ink.y, 13.5, 0.3);
        EXPECT_NEAR(ink.right - ink.left + 1, 20, 2);
    }
}

TEST(PenDrawingTest, NumbersAreInkFromZeroToOne) {
    const HostArray light = circle(0.5, 0.5, 0.3).sample(kDigit, false);
    const auto [low, high] = std::ranges::minmax(light.values);
    EXPECT_EQ(low, 0);
    EXPECT_GT(high, 0.9f);
    EXPECT_LE(high, 1);
    const HostArray dark = circle(0.5, 0.5, 0.3).sample(kDigit, true);
    for (std::size_t index = 0; index < light.values.size(); ++index)
        EXPECT_FLOAT_EQ(dark.values[index], 1 - light.values[index]);
}

TEST(PenDrawingTest, OtherSizesAndColoursWorkToo) {
    const HostArray sample = circle(0.5, 0.5, 0.3).sample(Shape{20, 32, 3}, false);
    ASSERT_EQ(sample.values.size(), 20u * 32 * 3);
    for (std::size_t index = 0; index < sample.values.size(); index += 3) {
        EXPECT_EQ(sample.values[index], sample.values[index + 1]);
        EXPECT_EQ(sample.values[index], sample.values[index + 2]);
    }
}

TEST(PenDrawingTest, ADotStaysADotAndNothingIsPaper) {
    PenDrawing drawing;
    EXPECT_TRUE(drawing.isEmpty());
    const HostArray paper = drawing.sample(kDigit, false);
    EXPECT_EQ(std::ranges::max(paper.values), 0);
    drawing.begin({0.3, 0.3});
    const Ink dot = inkOf(drawing.sample(kDigit, false));
    EXPECT_GT(dot.sum, 1);
    EXPECT_LT(dot.right - dot.left, 6);
    drawing.begin({0.6, 0.6});
    drawing.removeLastStroke();
    EXPECT_EQ(drawing.strokes().size(), 1u);
    drawing.clear();
    EXPECT_TRUE(drawing.isEmpty());
}

} // namespace
} // namespace protomind
