// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/lens_plane_canvas.h"
#include "desktop/lenses/lens_plane_view.h"
#include "desktop/lenses/lens_result_view.h"
#include "desktop/lenses/plane_marks.h"
#include "desktop/live/value_colours.h"
#include "desktop/style/quantity_colours.h"

#include <QCheckBox>
#include <QImage>
#include <QLayout>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace protomind {
namespace {

constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

PlaneLayer pointAt(const char* name, float x, float y, int colour = 0) {
    return {.name = name, .title = name, .at = {Shape{1, 2}, {x, y}}, .colour = colour};
}

QColor pixelOf(const LensPlaneCanvas& canvas, const QImage& image, double x, double y) {
    return image.pixelColor((canvas.axes().place({x, y}) * image.devicePixelRatio()).toPoint());
}

QImage painted(QWidget& widget) {
    return widget.grab().toImage();
}

void layOut(QWidget& view, int width) {
    view.resize(width, view.heightForWidth(width));
    view.show();
    for (int round = 0; round < 3; ++round) {
        QCoreApplication::sendPostedEvents();
        view.layout()->activate();
        view.resize(width, view.heightForWidth(width));
    }
}

/// Pixels that differ by more than a shade.
int differing(const QImage& a, const QImage& b) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += a.pixelColor(x, y) != b.pixelColor(x, y) ? 1 : 0;
    return count;
}

TEST(LensPlaneView, ASwitchHidesThePixelsOfItsLayer) {
    LensPlaneView view;
    view.setPlane({.title = "t", .layers = {pointAt("a", 0.45f, 0.45f), pointAt("b", -0.45f, -0.45f, 1)}});
    layOut(view, 340);
    const QImage both = painted(*view.canvas());
    EXPECT_EQ(pixelOf(*view.canvas(), both, 0.45, 0.45), classColour(0));
    EXPECT_EQ(pixelOf(*view.canvas(), both, -0.45, -0.45), classColour(1));
    QSignalSpy switched(&view, &LensPlaneView::layerSwitched);
    ASSERT_EQ(view.switches().size(), 2u);
    view.switches()[0]->setFocus();
    QTest::keyClick(view.switches()[0], Qt::Key_Space);
    ASSERT_EQ(switched.size(), 1);
    EXPECT_EQ(switched[0][0].toString(), QStringLiteral("a"));
    EXPECT_FALSE(switched[0][1].toBool());
    const QImage one = painted(*view.canvas());
    EXPECT_NE(pixelOf(*view.canvas(), one, 0.45, 0.45), classColour(0));
    EXPECT_EQ(pixelOf(*view.canvas(), one, -0.45, -0.45), classColour(1));
    QTest::mouseClick(view.switches()[0], Qt::LeftButton, {}, QPoint(8, view.switches()[0]->height() / 2));
    EXPECT_EQ(painted(*view.canvas()), both);
}

TEST(LensPlaneView, TheMapHasTheColoursOfLensPicturesWhereItsNumbersAre) {
    LensPlaneView view;
    view.setPlane({.title = "t",
                   .map = {Shape{2, 2}, {-1, 3, 1, kUnknown}}, // the first row at the top
                   .mapLow = -1,
                   .mapHigh = 3});
    layOut(view, 340);
    const QImage image = painted(*view.canvas());
    const ValueColours colours(view.palette());
    EXPECT_EQ(pixelOf(*view.canvas(), image, -0.9, 0.9), colours.below());
    EXPECT_EQ(pixelOf(*view.canvas(), image, 0.9, 0.9), colours.above());
    EXPECT_EQ(pixelOf(*view.canvas(), image, -0.9, -0.9), colours.ground()) << "in the middle of both";
    EXPECT_EQ(pixelOf(*view.canvas(), image, 0.9, -0.9), QColor::fromRgb(colours.at(kUnknown)));
    const QRectF bar = view.canvas()->bar();
    EXPECT_EQ(image.pixelColor(QPointF(bar.left() + 2, bar.center().y()).toPoint()).hue(),
              colours.below().hue());
    EXPECT_EQ(image.pixelColor(QPointF(bar.right() - 2, bar.center().y()).toPoint()).hue(),
              colours.above().hue());
    EXPECT_EQ(view.canvas()->textAt(view.canvas()->axes().place({-0.5, 0.5})),
              QStringLiteral("x: −0.5, y: 0.5\n: −1"));
    EXPECT_TRUE(
        view.canvas()->textAt(view.canvas()->axes().place({0.5, -0.5})).endsWith(QStringLiteral("NaN")));
    EXPECT_TRUE(view.canvas()->textAt(view.canvas()->axes().place({1.2, 0})).isEmpty());
    view.setPlane({.title = "t"});
    EXPECT_TRUE(view.canvas()->bar().isEmpty()) << "there is no map";
    EXPECT_TRUE(view.switches().empty());
}

TEST(LensPlaneView, LayersThatAreEmptyOutsideOrNoNumbersPaintNothing) {
    LensPlaneView view;
    view.setPlane({.title = "t"});
    layOut(view, 340);
    const QImage empty = painted(*view.canvas());
    const float huge = 1e30f;
    for (const PlaneLayer& layer :
         {PlaneLayer{.name = "empty", .at = HostArray(Shape{0, 2})}, PlaneLayer{.name = "nothing", .at = {}},
          PlaneLayer{.name = "outside", .at = {Shape{2, 2}, {2, 0, huge, -huge}}},
          PlaneLayer{.name = "no number", .at = {Shape{1, 2}, {kUnknown, 0}}},
          PlaneLayer{.name = "no arrow",
          .marks = PlaneMarks::Arrows,
          .at = {Shape{2, 4}, {0, 0, kUnknown, 0, huge, huge, 2 * huge, huge}}},
          PlaneLayer{
              .name = "past it", .marks = PlaneMarks::Curves, .at = {Shape{1, 2, 2}, {-9, 2, 9, 2}}}}) {
        view.setPlane({.title = "t", .layers = {layer}});
        EXPECT_EQ(view.switches().size(), 1u);
        EXPECT_EQ(differing(painted(*view.canvas()), empty), 0) << layer.name;
    }
    view.setPlane({.title = "t",
                   .layers = {{.name = "through",
                               .marks = PlaneMarks::Curves,
                               .at = {Shape{1, 2, 2}, {-1e6f, 0.5f, 1e6f, 0.5f}}}}});
    EXPECT_GT(differing(painted(*view.canvas()), empty), 200) << "only its ends lie outside";
}

TEST(LensPlaneView, ArrowsHaveTheirHeadAtTheTip) {
    LensPlaneView view;
    view.setPlane({.title = "t"});
    layOut(view, 340);
    const QImage empty = painted(*view.canvas());
    view.setPlane({.title = "t",
                   .layers = {{.name = "pull",
                               .marks = PlaneMarks::Arrows,
                               .at = {Shape{1, 4}, {-0.7f, 0.25f, 0.7f, 0.25f}}}}});
    const QImage image = painted(*view.canvas());
    const QColor colour = planeLineColour(0, view.palette());
    const auto wide = [&](double x) {
        int count = 0;
        const QPoint middle = view.canvas()->axes().place({x, 0.25}).toPoint();
        for (int dy = -6; dy <= 6; ++dy)
            count += std::abs(image.pixelColor(middle + QPoint(0, dy)).lightness() - colour.lightness()) < 60
                         ? 1
                         : 0;
        return count;
    };
    const double step = 1 / view.canvas()->axes().xUnit();
    EXPECT_GT(wide(0.7 - 5 * step), wide(0));
    EXPECT_GT(wide(0.7 - 5 * step), wide(-0.7 + 5 * step));
    EXPECT_GE(wide(0), 1);
    EXPECT_GT(differing(image, empty), 100);
}

TEST(LensPlaneView, UnitsAreOfOneLengthAndAllIsInsideAtEveryWidth) {
    LensPlaneView view;
    for (const auto& [right, top] : {std::pair(1.0f, 1.0f), std::pair(3.0f, 1.0f), std::pair(1.0f, 2.0f)}) {
        view.setPlane({.title = "A plane with quite a long title that goes on and on",
                       .xLabel = "x",
                       .yLabel = "y",
                       .right = right,
                       .top = top,
                       .mapTitle = "What the discriminator says",
                       .map = HostArray(Shape{4, 4}),
                       .lowTitle = "made",
                       .highTitle = "real",
                       .layers = {pointAt("first", 0, 0), pointAt("second", 0, 0)}});
        for (const int width : {180, 320, 600, 1000}) {
            layOut(view, width);
            const LensPlaneCanvas& canvas = *view.canvas();
            const PlotAxes axes = canvas.axes();
            EXPECT_NEAR(axes.xUnit() / axes.yUnit(), 1, 0.02) << width << ' ' << right << ' ' << top;
            EXPECT_TRUE(QRectF(canvas.rect()).contains(axes.area())) << width;
            EXPECT_TRUE(QRectF(canvas.rect()).contains(canvas.bar())) << width;
            for (const QCheckBox* box : view.switches()) {
                const QRect place(box->mapTo(&view, QPoint()), box->size());
                EXPECT_TRUE(view.rect().contains(place)) << width;
                EXPECT_TRUE(box->parentWidget()->rect().contains(box->geometry())) << width;
                EXPECT_FALSE(place.intersects(canvas.geometry())) << width;
                EXPECT_EQ(place.left() > canvas.geometry().right(), width >= 1000);
            }
        }
    }
    view.setPlane({.title = "a strip", .left = 0, .right = 1000, .bottom = 0, .top = 1});
    layOut(view, 340);
    EXPECT_GT(view.canvas()->axes().area().height(), 100);
}

TEST(LensPlaneView, TellsAssistiveTechnologyWhatItShows) {
    LensPlaneView view;
    view.setPlane({.title = "Both players",
                   .mapTitle = "What the discriminator says",
                   .map = HostArray(Shape{2, 2}),
                   .lowTitle = "made",
                   .highTitle = "real",
                   .layers = {pointAt("made", 0, 0)}});
    EXPECT_EQ(view.canvas()->accessibleName(), QStringLiteral("Both players"));
    EXPECT_EQ(view.canvas()->accessibleDescription(),
              QStringLiteral("What the discriminator says, in colours from 0: made to 1: real"));
    EXPECT_EQ(view.switches()[0]->text(), QStringLiteral("made"));
    EXPECT_FALSE(view.switches()[0]->toolTip().isEmpty());
    EXPECT_EQ(view.switches()[0]->focusPolicy() & Qt::TabFocus, Qt::TabFocus);
}

TEST(LensPlaneView, LinesStandOutOfBothGrounds) {
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    for (const auto& [ground, text] : {std::pair(QColor(Qt::white), QColor(0x20, 0x20, 0x20)),
                                       std::pair(QColor(0x1b, 0x1d, 0x21), QColor(0xe6, 0xe6, 0xe6))}) {
        QPalette palette;
        palette.setColor(QPalette::Base, ground);
        palette.setColor(QPalette::Text, text);
        for (int colour = 0; colour < 10; ++colour) {
            const double a = luminance(planeLineColour(colour, palette));
            const double b = luminance(ground);
            EXPECT_GE((std::max(a, b) + 0.05) / (std::min(a, b) + 0.05), 3) << colour;
            EXPECT_NE(planeLineColour(colour, palette), text) << colour;
        }
    }
}

TEST(LensPlaneView, LinesKeepTheColourOfTheirClassWhereItStandsOut) {
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    EXPECT_EQ(planeLineColour(0, palette), classColour(0));
    EXPECT_EQ(planeLineColour(7, palette), classColour(7));
    EXPECT_NE(planeLineColour(6, palette), classColour(6)) << "nearly white";
}

TEST(LensPlaneView, IsSharpWhereItIsPaintedAtTwiceTheSize) {
    LensPlaneView view;
    view.setPlane({.title = "t", .layers = {pointAt("a", 0, 0)}});
    layOut(view, 340);
    QImage twice(view.canvas()->size() * 2, QImage::Format_RGB32);
    twice.fill(Qt::white);
    QPainter painter(&twice);
    painter.scale(2, 2);
    view.canvas()->render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
    painter.end();
    const QPoint middle = (view.canvas()->axes().place({0, 0}) * 2).toPoint();
    EXPECT_EQ(twice.pixelColor(middle), classColour(0));
    // A stamp of half as many pixels would have pairs of them alike.
    int unlike = 0;
    for (int y = middle.y() - 12; y < middle.y() + 12; ++y)
        for (int x = middle.x() / 2 * 2 - 12; x < middle.x() + 12; x += 2)
            unlike += twice.pixelColor(x, y) != twice.pixelColor(x + 1, y) ? 1 : 0;
    EXPECT_GT(unlike, 8);
}

TEST(LensResultView, SwitchesOfPlanesStayFromLookToLookAndFromLensToLens) {
    LensResultView view;
    const auto plane = [](float x) {
        return LensPlane{.title = "t", .layers = {pointAt("real", x, 0), pointAt("made", x, 0.5f)}};
    };
    view.setResult({.planes = {plane(0)}});
    view.show();
    ASSERT_EQ(view.planes().size(), 1u);
    QCheckBox* const first = view.planes()[0]->switches()[0];
    first->click();
    EXPECT_FALSE(first->isChecked());
    view.setResult({.planes = {plane(0.5f)}});
    EXPECT_EQ(view.planes()[0]->switches()[0], first) << "the same widgets";
    EXPECT_FALSE(first->isChecked());
    EXPECT_TRUE(view.planes()[0]->switches()[1]->isChecked());
    view.setResult({.sentences = {"A lens without planes."}});
    EXPECT_TRUE(view.planes().empty());
    LensPlane other = plane(0);
    other.layers[1].name = "others";
    other.layers[1].shown = false;
    view.setResult({.planes = {other, plane(0)}});
    ASSERT_EQ(view.planes().size(), 2u);
    EXPECT_FALSE(view.planes()[0]->switches()[0]->isChecked());
    EXPECT_FALSE(view.planes()[0]->switches()[1]->isChecked()) << "as the lens has it";
    EXPECT_TRUE(view.planes()[1]->switches()[1]->isChecked());
    view.planes()[1]->switches()[0]->click();
    EXPECT_TRUE(view.planes()[0]->switches()[0]->isChecked()) << "layers of one name go together";
}

} // namespace
} // namespace protomind
