// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/lens_chart_view.h"
#include "desktop/lenses/lens_image.h"
#include "desktop/lenses/lens_pictures_view.h"
#include "desktop/lenses/lens_result_view.h"
#include "desktop/lenses/lens_table_view.h"

#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

LensPicture picture(std::string title, std::string group = {}) {
    return {.title = std::move(title), .group = std::move(group), .values = HostArray(Shape{4, 6})};
}

LensTable confusion(std::int64_t wrong) {
    const auto cell = [](std::int64_t count) {
        LensCell made{.text = std::to_string(count), .value = static_cast<double>(count)};
        return made;
    };
    return {.name = "confusion",
            .title = "Which for which",
            .corner = "true / predicted",
            .columns = {"a", "b"},
            .rows = {"a", "b"},
            .cells = {{cell(5), cell(wrong)}, {cell(0), cell(7)}},
            .matrix = true};
}

TEST(LensImage, ShowsLowNeutralAndHighAsThreeColoursAndWhatIsNoNumberAsAFourth) {
    const QPalette palette;
    for (const PictureColours colours :
         {PictureColours::AsItIs, PictureColours::Sequential, PictureColours::Diverging}) {
        LensPicture shown{.values = HostArray(Shape{1, 4}), .colours = colours, .low = -2, .high = 2};
        shown.values.values = {-2, 0, 2, std::nanf("")};
        const QImage image = imageOf(shown, palette);
        ASSERT_EQ(image.size(), QSize(4, 1));
        for (int a = 0; a < 4; ++a) {
            for (int b = 0; b < a; ++b)
                EXPECT_NE(image.pixel(a, 0), image.pixel(b, 0)) << static_cast<int>(colours) << a << b;
        }
    }
}

TEST(LensImage, ColoursOfTheDataAreShownAsTheyAre) {
    LensPicture shown{.values = HostArray(Shape{1, 1, 3})};
    shown.values.values = {1, 0.2f, 0};
    EXPECT_EQ(imageOf(shown, {}).pixel(0, 0), qRgb(255, 51, 0));
}

TEST(LensPicturesView, KeysGoFromPictureToPicture) {
    LensPicturesView view;
    view.resize(300, 400);
    view.setPictures({picture("one"), picture("two"), picture("three", "others")});
    view.show();
    EXPECT_EQ(view.chosen(), 0);
    QTest::keyClick(&view, Qt::Key_Right);
    EXPECT_EQ(view.chosen(), 1);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.place(2).center().toPoint());
    EXPECT_EQ(view.chosen(), 2);
    QTest::keyClick(&view, Qt::Key_Right);
    EXPECT_EQ(view.chosen(), 2) << "it is the last one";
}

TEST(LensResultView, APlaceOnAPictureSetsWhatTheLensTakesItFor) {
    for (const bool sideBySide : {false, true}) {
        LensPicture pressed = picture("two");
        pressed.xSetting = "x";
        pressed.ySetting = "y";
        LensResultView view;
        view.resize(400, 600);
        view.setResult({.pictures = {picture("one"), pressed}, .sideBySide = sideBySide});
        view.show();
        auto* pictures = view.findChild<LensPicturesView*>();
        ASSERT_NE(pictures, nullptr);
        QSignalSpy picked(&view, &LensResultView::settingPicked);
        const auto area = [pictures](int which) { return pictures->place(which); };
        QTest::mouseClick(pictures, Qt::LeftButton, {}, area(0).center().toPoint());
        EXPECT_TRUE(picked.isEmpty()) << "no settings stand behind the first one";
        QTest::mouseClick(pictures, Qt::LeftButton, {}, area(1).center().toPoint());
        // One of several small ones is first made the large one, which is above them.
        if (!sideBySide) {
            EXPECT_TRUE(picked.isEmpty());
            continue;
        }
        const QPointF from(area(1).left() + 0.25 * area(1).width(), area(1).top() + 0.75 * area(1).height());
        picked.clear();
        QTest::mousePress(pictures, Qt::LeftButton, {}, from.toPoint());
        ASSERT_EQ(picked.size(), 2);
        EXPECT_EQ(picked[0][0].toString(), QStringLiteral("x"));
        EXPECT_NEAR(std::get<double>(picked[0][1].value<FieldValue>()), 0.25, 0.02);
        EXPECT_EQ(picked[1][0].toString(), QStringLiteral("y"));
        EXPECT_NEAR(std::get<double>(picked[1][1].value<FieldValue>()), 0.75, 0.02);
        picked.clear();
        QTest::mouseMove(pictures, QPoint(-5, -5)); // dragged out at the upper left: the nearest place
        ASSERT_EQ(picked.size(), 2);
        EXPECT_EQ(std::get<double>(picked[0][1].value<FieldValue>()), 0);
        EXPECT_EQ(std::get<double>(picked[1][1].value<FieldValue>()), 0);
        QTest::mouseRelease(pictures, Qt::LeftButton, {}, QPoint(-5, -5));
        picked.clear();
        QTest::mouseMove(pictures, from.toPoint());
        EXPECT_TRUE(picked.isEmpty());
    }
}

TEST(LensPicturesView, PixelsStaySquareAndNothingLiesOverAnything) {
    LensPicturesView view;
    view.setPictures({picture("one", "a"), picture("two", "a"), picture("three", "b"), picture("four", "b")});
    for (const int width : {170, 300, 700}) {
        view.resize(width, view.heightForWidth(width));
        for (int i = 0; i < 4; ++i) {
            const QRectF place = view.place(i);
            EXPECT_NEAR(place.width() / 6, place.height() / 4, 1e-9);
            EXPECT_TRUE(QRectF(view.rect()).contains(place)) << width << ' ' << i;
            for (int other = 0; other < i; ++other)
                EXPECT_FALSE(place.intersects(view.place(other)));
        }
    }
}

TEST(LensChartView, ShowsAllOfTheCurvesAndBarsFromZero) {
    LensChartView view;
    view.setChart({.title = "t", .curves = {{.name = "a", .x = {1, 2, 3}, .y = {5, -4, 6}}}});
    for (const double y : {5.0, -4.0, 6.0})
        EXPECT_TRUE(view.range().contains({2, y}));
    view.setChart(
        {.title = "t", .kind = ChartKind::Bars, .curves = {{.name = "a", .x = {0, 1}, .y = {5, 6}}}});
    EXPECT_EQ(view.range().low, 0);
    EXPECT_LT(view.range().left, -0.3);
    view.setChart({.title = "nothing"});
    EXPECT_GT(view.range().width(), 0);
}

TEST(LensChartView, TheNamesOfManyCurvesTakeAsManyRowsAsTheyNeed) {
    LensChart chart{.title = "t"};
    for (int i = 0; i < 9; ++i)
        chart.curves.push_back({.name = "a layer with a long name", .x = {0, 1}, .y = {0, 1}});
    LensChartView view;
    view.resize(320, 200);
    view.show();
    view.setChart(std::move(chart));
    const int narrow = view.sizeHint().height();
    view.resize(1200, 200);
    const int wide = view.sizeHint().height();
    EXPECT_GT(narrow, wide);
    view.setChart({.title = "t", .curves = {{.name = "a", .x = {0, 1}, .y = {5, 6}}}});
    EXPECT_GT(wide, view.sizeHint().height());
}

TEST(LensResultView, ACellTellsWhichLensShowsWhatIsBehindIt) {
    LensResultView view;
    LensTable table = confusion(3);
    view.setResult({.sentences = {"Of 12 test samples."}, .tables = {table}});
    view.show();
    QSignalSpy chosen(&view, &LensResultView::cellChosen);
    QTableView& cells = *view.tables().front()->view();
    cells.setCurrentIndex(cells.model()->index(0, 0));
    EXPECT_TRUE(chosen.isEmpty()) << "nothing shows what is behind it";
    table.cellLens = "samples";
    table.rowSetting = "truth";
    table.columnSetting = "taken";
    view.setResult({.tables = {table}});
    cells.setCurrentIndex(cells.model()->index(0, 1));
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].toString(), QStringLiteral("samples"));
    EXPECT_EQ(chosen[0][1].value<Settings>(),
              (Settings{{"truth", std::int64_t{0}}, {"taken", std::int64_t{1}}}));
    EXPECT_EQ(chosen[0][2].toString(), QStringLiteral("a / b"));
}

TEST(LensResultView, WhatIsChosenStaysChosenWhileResultsOfTheSameFormCome) {
    LensResultView view;
    view.setResult({.pictures = {picture("one"), picture("two")}, .tables = {confusion(3)}});
    view.show();
    view.pictures()->choose(1);
    QTableView& table = *view.tables().front()->view();
    table.setCurrentIndex(table.model()->index(0, 1));
    view.setResult({.pictures = {picture("one"), picture("two")}, .tables = {confusion(4)}});
    EXPECT_EQ(view.pictures()->chosen(), 1);
    ASSERT_NE(view.tables().front()->chosenCell(), nullptr);
    EXPECT_EQ(view.tables().front()->chosenCell()->text, "4");
    view.setResult({});
    EXPECT_TRUE(view.tables().empty());
    EXPECT_EQ(view.pictures()->chosen(), -1);
}

} // namespace
} // namespace protomind
