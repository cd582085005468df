// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/live/value_colours.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace protomind {
namespace {

QPalette palette(const QColor& ground, const QColor& text) {
    QPalette palette;
    palette.setColor(QPalette::Window, ground);
    palette.setColor(QPalette::Base, ground);
    palette.setColor(QPalette::Text, text);
    return palette;
}

/// Relative luminance and contrast of WCAG 2.
double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

class ValueColoursTest : public testing::TestWithParam<bool> {
protected:
    QPalette m_palette =
        GetParam() ? palette(QColor(0x20, 0x22, 0x26), Qt::white) : palette(Qt::white, Qt::black);
    ValueColours m_colours{m_palette};
};

TEST_P(ValueColoursTest, BlueIsBelowAndOrangeAboveTheNeutralNumber) {
    const QColor below = QColor::fromRgb(m_colours.at(-1));
    const QColor above = QColor::fromRgb(m_colours.at(1));
    EXPECT_GT(below.blue(), below.red());
    EXPECT_GT(above.red(), above.blue());
    EXPECT_EQ(m_colours.at(0), m_colours.ground().rgb());
    EXPECT_EQ(m_colours.at(-5), m_colours.at(-1));
    EXPECT_EQ(m_colours.at(5), m_colours.at(1));
}

TEST_P(ValueColoursTest, TheFurtherFromNeutralTheStrongerTheColour) {
    for (const float sign : {-1.0f, 1.0f}) {
        double last = 1;
        for (float position = 0.1f; position <= 1; position += 0.1f) {
            const double now = contrast(QColor::fromRgb(m_colours.at(sign * position)), m_colours.ground());
            EXPECT_GE(now, last);
            last = now;
        }
    }
}

TEST_P(ValueColoursTest, TheLineOfAWeightIsSeenOnTheGround) {
    for (const float weight : {-2.0f, -0.3f, 0.3f, 2.0f})
        EXPECT_GT(contrast(m_colours.line(weight), m_colours.ground()), 1.25) << weight;
    EXPECT_GT(contrast(m_colours.line(1), m_colours.ground()), 2);
    EXPECT_GT(contrast(m_colours.line(-1), m_colours.ground()), 2);
}

TEST_P(ValueColoursTest, WhatIsNotANumberHasAColourOfItsOwn) {
    const QRgb missing = m_colours.at(std::numeric_limits<float>::quiet_NaN());
    EXPECT_NE(missing, m_colours.ground().rgb());
    const std::vector<float> values{std::numeric_limits<float>::quiet_NaN(), 0};
    const QImage image = m_colours.map(values, 2, 1, {0, 1});
    EXPECT_EQ(image.pixel(0, 0), missing);
    EXPECT_EQ(image.pixel(1, 0), m_colours.at(0));
}

TEST_P(ValueColoursTest, AMapIsPaintedRowByRowFromTheTop) {
    const std::vector<float> values{-2, -1, 0, 0.5f, 1, 2};
    const QImage image = m_colours.map(values, 3, 2, {0, 2});
    for (int y = 0; y < 2; ++y) {
        for (int x = 0; x < 3; ++x) {
            const QColor expected = QColor::fromRgb(m_colours.at(values[std::size_t(y * 3 + x)] / 2));
            const QColor found = QColor::fromRgb(image.pixel(x, y));
            EXPECT_NEAR(found.red(), expected.red(), 2);
            EXPECT_NEAR(found.blue(), expected.blue(), 2);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Themes, ValueColoursTest, testing::Bool());

TEST(ValueRange, HoldsAllValuesAndNeverVanishes) {
    const ValueRange range = ValueRange::around(0.5f, 0, 2);
    EXPECT_EQ(range.position(0.5f), 0);
    EXPECT_EQ(range.position(2), 1);
    EXPECT_EQ(ValueRange::around(0, 0, 0).reach, 1);
}

TEST(PictureOfSample, IsGreyForOneChannelAndColouredForThree) {
    const std::vector<float> grey{0, 1};
    EXPECT_EQ(pictureOfSample(grey, 2, 1, 1).pixel(1, 0), qRgb(255, 255, 255));
    const std::vector<float> colour{1, 0.5f, 0};
    EXPECT_EQ(pictureOfSample(colour, 1, 1, 3).pixel(0, 0), qRgb(255, 128, 0));
}

TEST(ShortValue, ReadsWell) {
    EXPECT_EQ(shortValue(0.73149), QStringLiteral("0.731"));
    EXPECT_EQ(shortValue(-2), QStringLiteral("−2"));
    EXPECT_EQ(shortValue(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("NaN"));
}

} // namespace
} // namespace protomind
