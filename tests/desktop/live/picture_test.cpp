// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/live/card_picture.h"
#include "desktop/live/large_picture.h"

#include <QPainter>

#include <gtest/gtest.h>

namespace protomind {
namespace {

PictureForm formOf(PictureKind kind, std::int64_t channels, std::int64_t height = 24,
                   std::int64_t width = 24) {
    PictureForm form;
    form.kind = kind;
    form.channels = channels;
    form.height = height;
    form.width = width;
    return form;
}

LayerPicture pictureOf(PictureKind kind, const Shape& shape) {
    LayerPicture picture;
    picture.layer = "layer";
    picture.kind = kind;
    picture.channels = shape[0];
    picture.values = HostArray(shape);
    for (std::size_t i = 0; i < picture.values.values.size(); ++i)
        picture.values.values[i] = i % 2 == 0 ? 1.0f : -1.0f;
    picture.low = -1;
    picture.high = 1;
    return picture;
}

/// How many pixels of an image differ from its first one.
int paintedPixels(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) != image.pixel(0, 0) ? 1 : 0;
    }
    return count;
}

const std::vector kAllKinds{PictureKind::Plane, PictureKind::Curve, PictureKind::Image,
                            PictureKind::Maps,  PictureKind::Bars,  PictureKind::Histogram};

TEST(PictureLayout, TilesLieInThePictureAndApart) {
    for (const PictureKind kind : kAllKinds) {
        for (const std::int64_t channels : {1, 2, 3, 5, 6, 7, 12, 13, 64, 5000}) {
            for (const double aspect : {0.2, 1.0, 3.0}) {
                const PictureLayout layout = PictureLayout::of(
                    formOf(kind, channels, std::int64_t(20 * aspect) + 1, 20), 160, 1.25, 14);
                ASSERT_FALSE(layout.tiles.empty());
                EXPECT_LE(layout.tiles.size(), std::size_t(kTilesOnCard));
                const QRectF room(0, 0, 160.001, layout.height + 0.001);
                for (std::size_t i = 0; i < layout.tiles.size(); ++i) {
                    EXPECT_TRUE(room.contains(layout.tiles[i])) << int(kind) << " of " << channels;
                    EXPECT_GE(layout.tiles[i].width(), 8);
                    EXPECT_EQ(layout.tileAt(layout.tiles[i].center()), int(i));
                    for (std::size_t j = 0; j < i; ++j)
                        EXPECT_FALSE(layout.tiles[i].intersects(layout.tiles[j]));
                    EXPECT_FALSE(layout.tiles[i].intersects(layout.caption));
                }
                EXPECT_LE(layout.height, 260);
            }
        }
    }
}

TEST(PictureLayout, FewNeuronsStandBelowEachOtherWithTheirWiresAtTheirSides) {
    const PictureLayout layout = PictureLayout::of(formOf(PictureKind::Plane, 4), 160, 1, 14);
    EXPECT_TRUE(layout.column);
    for (int neuron = 0; neuron < 4; ++neuron) {
        const QRectF& tile = layout.tiles[std::size_t(neuron)];
        EXPECT_EQ(layout.anchor(neuron, 4, false, 160), QPointF(tile.left(), tile.center().y()));
        EXPECT_EQ(layout.anchor(neuron, 4, true, 160), QPointF(tile.right(), tile.center().y()));
    }
}

TEST(PictureLayout, TheWiresOfManyNeuronsSpreadAlongTheSideOfTheCard) {
    const PictureLayout layout = PictureLayout::of(formOf(PictureKind::Plane, 32), 160, 1, 14);
    EXPECT_FALSE(layout.column);
    EXPECT_FALSE(layout.caption.isEmpty()) << "Not all are shown, which is said.";
    double last = 0;
    for (int neuron = 0; neuron < 32; ++neuron) {
        const QPointF anchor = layout.anchor(neuron, 32, true, 160);
        EXPECT_EQ(anchor.x(), 160);
        EXPECT_GT(anchor.y(), last);
        last = anchor.y();
    }
    EXPECT_LE(last, layout.height);
}

TEST(CardPicture, PaintsEveryKindSmallAndLarge) {
    const ValueColours colours;
    for (const PictureKind kind : kAllKinds) {
        const Shape shape = kind == PictureKind::Curve                                    ? Shape{3, 16}
                            : kind == PictureKind::Bars || kind == PictureKind::Histogram ? Shape{10}
                            : kind == PictureKind::Image                                  ? Shape{8, 8, 1}
                                                                                          : Shape{3, 8, 8};
        const LayerPicture picture = pictureOf(kind, shape);
        const PictureForm form = formOf(kind, shape[0], 8, 8);
        const PictureLayout layout = PictureLayout::of(form, 160, 1, 14);
        QImage canvas(160, int(layout.height) + 1, QImage::Format_RGB32);
        canvas.fill(Qt::white);
        QPainter painter(&canvas);
        CardPicture::paint(painter, CardPicture(picture, colours), form, layout, QFont(), colours);
        painter.end();
        EXPECT_GT(paintedPixels(canvas), 100) << int(kind);

        QWidget window;
        window.resize(600, 600);
        LargePicture large(&window);
        large.show(picture, kind == PictureKind::Maps ? 2 : 0, QStringLiteral("Neuron"), 1);
        EXPECT_GT(paintedPixels(large.grab().toImage()), 1000) << int(kind);
        // It stays in the window wherever the pointer is.
        for (const QPoint at : {QPoint(0, 0), QPoint(590, 590), QPoint(300, 10), QPoint(590, 0)}) {
            large.place(QRect(at, QSize(30, 30)));
            EXPECT_TRUE(window.rect().contains(large.geometry())) << int(kind);
        }
    }
}

TEST(CardPicture, WhatDoesNotFitTheFormIsLeftOut) {
    // A layer that was just edited still has its old picture.
    const ValueColours colours;
    const LayerPicture old = pictureOf(PictureKind::Plane, Shape{2, 8, 8});
    const PictureForm form = formOf(PictureKind::Maps, 16);
    const PictureLayout layout = PictureLayout::of(form, 160, 1, 14);
    QImage canvas(160, int(layout.height) + 1, QImage::Format_RGB32);
    canvas.fill(Qt::white);
    QPainter painter(&canvas);
    CardPicture::paint(painter, CardPicture(old, colours), form, layout, QFont(), colours);
    painter.end();
    EXPECT_NE(canvas.pixelColor(layout.tiles[0].center().toPoint()), colours.above());
}

} // namespace
} // namespace protomind
