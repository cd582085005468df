// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/theme/contrast.h"
#include "desktop/app/theme/icons.h"
#include "desktop/app/theme/theme.h"
#include "desktop/editor/card_colours.h"
#include "desktop/style/laboratory_style.h"
#include "desktop/style/quantity_colours.h"

#include <QApplication>
#include <QFont>
#include <QImage>
#include <QStyle>

#include <gtest/gtest.h>

namespace protomind {
namespace {

struct Look {
    const char* name;
    ThemeKind kind;
    bool projector;
    double wanted; ///< contrast of text
};

void PrintTo(const Look& look, std::ostream* out) {
    *out << look.name;
}

class ThemeContrast : public testing::TestWithParam<Look> {
protected:
    const QPalette m_palette = Theme::palette(GetParam().kind, GetParam().projector);
};

TEST_P(ThemeContrast, TextCanBeRead) {
    const auto check = [this](QPalette::ColorRole text, QPalette::ColorRole ground) {
        EXPECT_GE(contrast(m_palette.color(text), m_palette.color(ground)), GetParam().wanted)
            << text << " on " << ground;
    };
    for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button}) {
        check(QPalette::WindowText, ground);
        check(QPalette::Text, ground);
        check(QPalette::PlaceholderText, ground);
        check(QPalette::ButtonText, ground);
        check(QPalette::Link, ground);
        check(QPalette::LinkVisited, ground);
        EXPECT_GE(contrast(wrongColour(m_palette), m_palette.color(ground)), 4.5) << ground;
        EXPECT_GE(contrast(rightColour(m_palette), m_palette.color(ground)), 4.5) << ground;
        // Nobody asks it of what is disabled, but it is there to be read.
        for (const auto text : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            EXPECT_GE(contrast(m_palette.color(QPalette::Disabled, text), m_palette.color(ground)), 2.5)
                << text << " disabled on " << ground;
    }
    check(QPalette::HighlightedText, QPalette::Highlight);
    check(QPalette::ToolTipText, QPalette::ToolTipBase);
    EXPECT_GE(contrast(m_palette.color(QPalette::Disabled, QPalette::HighlightedText),
                       m_palette.color(QPalette::Disabled, QPalette::Highlight)),
              4.5);
}

TEST_P(ThemeContrast, CardsCanBeRead) {
    const CardColours colours = CardColours::of(m_palette);
    for (const QColor& text : {colours.text, colours.muted, colours.error, colours.warning, colours.good}) {
        EXPECT_GE(contrast(text, colours.card), 4.5) << text.name().toStdString() << " on a card";
        EXPECT_GE(contrast(text, colours.canvas), 4.5) << text.name().toStdString() << " on the canvas";
    }
    for (const auto category :
         {LayerCategory::Data, LayerCategory::Learned, LayerCategory::Shape, LayerCategory::Pooling,
          LayerCategory::Activation, LayerCategory::Regularisation, LayerCategory::Merging})
        EXPECT_GE(contrast(colours.category(category), colours.card), 4.5)
            << categoryTitle(category).toStdString();
    EXPECT_GE(contrast(colours.wire, colours.canvas), 3);
}

/// Marks and lines that are no text: WCAG 2.1, 1.4.11.
TEST_P(ThemeContrast, CurvesAndClassesStandOut) {
    const QColor ground = m_palette.color(QPalette::Base);
    for (const QColor& colour : {trainingColour(), validationColour(), m_palette.color(QPalette::Highlight)})
        EXPECT_GE(contrast(colour, ground), 3) << colour.name().toStdString();
}

TEST_P(ThemeContrast, KnowsItself) {
    const bool dark = GetParam().kind == ThemeKind::HighContrast || GetParam().kind == ThemeKind::Dark;
    EXPECT_EQ(isDark(m_palette), dark);
    EXPECT_EQ(isStrong(m_palette), GetParam().projector || GetParam().kind == ThemeKind::HighContrast);
}

INSTANTIATE_TEST_SUITE_P(Looks, ThemeContrast,
                         testing::Values(Look{"Light", ThemeKind::Light, false, 4.5},
                                         Look{"Dark", ThemeKind::Dark, false, 4.5},
                                         Look{"HighContrast", ThemeKind::HighContrast, false, 7},
                                         Look{"Projector", ThemeKind::Light, true, 7},
                                         Look{"ProjectorInTheDark", ThemeKind::Dark, true, 7},
                                         Look{"ProjectorHighContrast", ThemeKind::HighContrast, true, 7}),
                         [](const auto& test) { return test.param.name; });

TEST(ThemeTest, TypeAndLinesGrowAndComeBack) {
    const double usual = QApplication::font().pointSizeF();
    {
        Theme theme(*qApp);
        theme.setTypeScale(1.5);
        EXPECT_NEAR(QApplication::font().pointSizeF(), 1.5 * usual, 0.01);
        EXPECT_EQ(lineScale(), 1);
        theme.setProjector(true);
        EXPECT_GT(QApplication::font().pointSizeF(), 2 * usual);
        EXPECT_GT(lineScale(), 1.5);
        EXPECT_GT(qApp->style()->pixelMetric(QStyle::PM_IndicatorWidth), 20);
        theme.setTypeScale(100);
        EXPECT_EQ(theme.typeScale(), Theme::kLargestType);
        theme.setProjector(false);
        EXPECT_EQ(lineScale(), 1);
    }
    EXPECT_NEAR(QApplication::font().pointSizeF(), usual, 0.01);
}

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
