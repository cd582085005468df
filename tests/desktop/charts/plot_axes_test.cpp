// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/plot_axes.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPalette>

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(PlotAxesTest, PlacesAndValuesAreEachOthersInverse) {
    const PlotAxes axes({-2, 3, 10, 20}, QRectF(30, 40, 500, 200));
    EXPECT_EQ(axes.place({-2, 10}), QPointF(30, 240));
    EXPECT_EQ(axes.place({3, 20}), QPointF(530, 40));
    for (const QPointF value : {QPointF(0, 12), QPointF(-7, 33)}) {
        const QPointF back = axes.value(axes.place(value));
        EXPECT_NEAR(back.x(), value.x(), 1e-9);
        EXPECT_NEAR(back.y(), value.y(), 1e-9);
    }
}

TEST(PlotAxesTest, FittedAxesShowAllOfARangeWithTheAspectAskedFor) {
    const PlotRange range{-1, 1, -3, 3};
    for (const QSizeF size : {QSizeF(400, 100), QSizeF(100, 400), QSizeF(300, 300)})
        for (const double aspect : {0.5, 1.0, 3.0}) {
            const PlotAxes axes = PlotAxes::fitted(range, QRectF(QPointF(5, 5), size), aspect);
            EXPECT_NEAR(axes.yUnit() / axes.xUnit(), aspect, 1e-9);
            EXPECT_LE(axes.range().left, range.left + 1e-9);
            EXPECT_GE(axes.range().right, range.right - 1e-9);
            EXPECT_LE(axes.range().low, range.low + 1e-9);
            EXPECT_GE(axes.range().high, range.high - 1e-9);
            EXPECT_NEAR(axes.range().centre().x(), 0, 1e-9);
            // No larger than needed: one direction fits exactly.
            EXPECT_TRUE(std::abs(axes.range().width() - 2) < 1e-9 ||
                        std::abs(axes.range().height() - 6) < 1e-9);
        }
}

TEST(PlotAxesTest, TicksHaveNoMoreFiguresThanTellThemApart) {
    EXPECT_EQ(tickText(0.5, 0.5), QStringLiteral("0.5"));
    EXPECT_EQ(tickText(-1, 0.5), QStringLiteral("−1.0"));
    EXPECT_EQ(tickText(3, 1), QStringLiteral("3"));
    EXPECT_EQ(tickText(200, 100), QStringLiteral("200"));
    EXPECT_EQ(tickText(0.25, 0.05), QStringLiteral("0.25"));
    EXPECT_EQ(tickText(2e6, 1e6), QStringLiteral("2e+06"));
}

TEST(PlotAxesTest, CutsToTheRange) {
    const PlotRange range{-1, 1, 0, 2};
    EXPECT_EQ(range.cut({5, -5}), QPointF(1, 0));
    EXPECT_EQ(range.cut({0.5, 1}), QPointF(0.5, 1));
    EXPECT_TRUE(range.contains({1, 2}));
    EXPECT_FALSE(range.contains({1.01, 2}));
}

TEST(PlotAxesTest, FrameAndNumbersStayInsideOfTheirRoom) {
    QFont font;
    for (const double points : {8.0, 11.0, 18.0}) {
        font.setPointSizeF(points);
        QImage image(420, 320, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(font);
        const QRectF area = QRectF(image.rect()).marginsRemoved(PlotAxes::room(QFontMetricsF(font)));
        QPalette palette;
        palette.setColor(QPalette::WindowText, Qt::black);
        PlotAxes({-1.3, 1.3, -1.3, 1.3}, area)
            .paintFrame(painter, palette, QStringLiteral("x"), QStringLiteral("y"));
        painter.end();
        for (int x = 0; x < image.width(); ++x) {
            EXPECT_EQ(image.pixelColor(x, 0), QColor(Qt::white));
            EXPECT_EQ(image.pixelColor(x, image.height() - 1), QColor(Qt::white));
        }
        for (int y = 0; y < image.height(); ++y) {
            EXPECT_EQ(image.pixelColor(0, y), QColor(Qt::white));
            EXPECT_EQ(image.pixelColor(image.width() - 1, y), QColor(Qt::white));
        }
    }
}

} // namespace
} // namespace protomind
