// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/style/class_mark.h"
#include "desktop/style/colour_difference.h"
#include "desktop/style/quantity_colours.h"

#include <QImage>
#include <QPainter>
#include <QPalette>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace protomind {
namespace {

constexpr int kClasses = 10;

TEST(ClassColours, AnyTwoAreFarApartForEveryEye) {
    for (const Eyes eyes : {Eyes::Normal, Eyes::Protan, Eyes::Deutan})
        for (int first = 0; first < kClasses; ++first)
            for (int second = first + 1; second < kClasses; ++second)
                EXPECT_GE(
                    colourDifference(seenBy(eyes, classColour(first)), seenBy(eyes, classColour(second))), 20)
                    << first << " and " << second << " for eyes " << static_cast<int>(eyes);
}

TEST(ClassColours, TheFirstTwoAreBlueAndOrangeAsLessonsCallThem) {
    EXPECT_NEAR(classColour(0).hslHue(), 210, 25);
    EXPECT_NEAR(classColour(1).hslHue(), 35, 15);
}

/// Which cells of a grid about the origin lie inside.
std::vector<bool> inside(const QPainterPath& path) {
    std::vector<bool> cells;
    for (double y = -1.3; y < 1.3; y += 0.05)
        for (double x = -1.3; x < 1.3; x += 0.05)
            cells.push_back(path.contains(QPointF(x + 0.025, y + 0.025)));
    return cells;
}

TEST(ClassMarks, AreTenShapesThatDifferWithoutTheirColours) {
    for (int first = 0; first < kClasses; ++first) {
        const std::vector<bool> a = inside(classMark(first));
        const auto area = std::ranges::count(a, true);
        EXPECT_GT(area, 400) << first;
        EXPECT_LT(area, 1400) << first;
        for (int second = first + 1; second < kClasses; ++second) {
            const std::vector<bool> b = inside(classMark(second));
            int different = 0;
            for (std::size_t cell = 0; cell < a.size(); ++cell)
                different += a[cell] != b[cell];
            EXPECT_GT(different, area / 8) << first << " and " << second;
        }
    }
}

double luminance(const QColor& colour) {
    const auto linear = [](double share) {
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

TEST(ClassMarks, StandOutOfALightAndOfADarkGround) {
    for (const auto& [ground, text] : {std::pair(QColor(Qt::white), QColor(0x1d, 0x21, 0x29)),
                                       std::pair(QColor(0x1a, 0x1c, 0x21), QColor(0xe7, 0xe9, 0xed))}) {
        QPalette palette;
        palette.setColor(QPalette::Text, text);
        for (int index = 0; index < kClasses; ++index) {
            QImage image(24, 24, QImage::Format_RGB32);
            image.fill(ground);
            QPainter painter(&image);
            paintClassMark(painter, QPointF(12, 12), 8, index, palette);
            painter.end();
            // WCAG 2.1, 1.4.11: something of it, all around, is at 3 : 1 to the ground.
            int standsOut = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    const double a = luminance(image.pixelColor(x, y)) + 0.05;
                    const double b = luminance(ground) + 0.05;
                    standsOut += std::max(a, b) / std::min(a, b) >= 3;
                }
            EXPECT_GT(standsOut, 36) << index;
        }
    }
}

} // namespace
} // namespace protomind
