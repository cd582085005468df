// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/theme/icons.h"
#include "desktop/app/theme/theme.h"

#include <QApplication>
#include <QImage>

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

/// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}
double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

class ThemeContrast : public testing::TestWithParam<bool> {
protected:
    const QPalette m_palette = GetParam() ? darkPalette() : lightPalette();
};

TEST_P(ThemeContrast, TextCanBeRead) {
    const auto check = [this](QPalette::ColorRole text, QPalette::ColorRole ground) {
        EXPECT_GE(contrast(m_palette.color(text), m_palette.color(ground)), 4.5) << text << " on " << ground;
    };
    check(QPalette::WindowText, QPalette::Window);
    check(QPalette::Text, QPalette::Base);
    check(QPalette::Text, QPalette::AlternateBase);
    check(QPalette::PlaceholderText, QPalette::Base);
    check(QPalette::ButtonText, QPalette::Button);
    check(QPalette::HighlightedText, QPalette::Highlight);
    check(QPalette::ToolTipText, QPalette::ToolTipBase);
    check(QPalette::Link, QPalette::Base);
    for (const auto ground : {QPalette::Window, QPalette::Base}) {
        EXPECT_GE(contrast(wrongColour(m_palette), m_palette.color(ground)), 4.5);
        EXPECT_GE(contrast(rightColour(m_palette), m_palette.color(ground)), 4.5);
    }
}

TEST_P(ThemeContrast, CurvesStandOut) {
    for (const QColor& colour : {trainingColour(), validationColour()})
        EXPECT_GE(contrast(colour, m_palette.color(QPalette::Base)), 2.7) << colour.name().toStdString();
}

TEST_P(ThemeContrast, KnowsItself) {
    EXPECT_EQ(isDark(m_palette), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Palettes, ThemeContrast, testing::Bool());

TEST(ThemeTest, IconsFollowThePalette) {
    const QIcon icon = themedIcon(QStringLiteral("train"));
    const auto centre = [&] { return icon.pixmap(24, 24).toImage().pixelColor(11, 12); };
    QApplication::setPalette(lightPalette());
    const QColor light = centre();
    QApplication::setPalette(darkPalette());
    const QColor dark = centre();
    QApplication::setPalette(lightPalette());
    EXPECT_EQ(light.rgb(), lightPalette().color(QPalette::ButtonText).rgb());
    EXPECT_EQ(dark.rgb(), darkPalette().color(QPalette::ButtonText).rgb());
}

TEST(ThemeTest, TheProgramHasAPicture) {
    EXPECT_FALSE(programIcon().pixmap(64, 64).isNull());
}

} // namespace
} // namespace protomind
