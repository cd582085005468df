// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/generated_view.h"
#include "desktop/lenses/lens_pictures_view.h"
#include "desktop/lenses/lens_plane_canvas.h"
#include "desktop/lenses/lens_plane_view.h"
#include "engine/nn/latent.h"
#include "studio/network/lowering.h"
#include "studio/network/template.h"

#include <QCheckBox>
#include <QPixmap>

#include <gtest/gtest.h>

namespace protomind {
namespace {

LoadedDataPtr ringData() {
    auto loaded = loadData("ring?samples=64", 7);
    if (!loaded)
        throw std::runtime_error(loaded.error().text());
    return std::make_shared<const LoadedData>(std::move(*loaded));
}

std::shared_ptr<const Model> ringGenerator() {
    return modelsOf(findTemplate("gan-2d")->make()).value().generator;
}

/// As many points as are asked for, all at one place.
HostArray pointsAt(float x, float y, std::int64_t count) {
    HostArray points(Shape{count, 2});
    for (std::int64_t i = 0; i < count; ++i) {
        points.values[static_cast<std::size_t>(2 * i)] = x;
        points.values[static_cast<std::size_t>(2 * i + 1)] = y;
    }
    return points;
}

TEST(GeneratedViewTest, AsksTheSameLatentsEachTime) {
    GeneratedView view;
    EXPECT_TRUE(view.question().values.empty());
    view.setGenerator(ringGenerator());
    const HostArray first = view.question();
    EXPECT_EQ(first.shape[1], ringGenerator()->inputShape[0]);
    view.setGenerator(ringGenerator());
    EXPECT_EQ(view.question(), first);
    view.setGenerator(nullptr);
    EXPECT_TRUE(view.question().values.empty());
}

TEST(GeneratedViewTest, ShowsMadePointsAmongRealOnes) {
    GeneratedView view;
    view.resize(500, 220);
    view.setGenerator(ringGenerator());
    view.setData(ringData());
    view.setAnswer(pointsAt(0, 0, 7), {});
    const auto* plane = view.findChild<LensPlaneView*>();
    ASSERT_NE(plane, nullptr);
    const std::vector<PlaneLayer>& layers = plane->canvas()->plane().layers;
    ASSERT_EQ(layers.size(), 2u);
    EXPECT_EQ(layers[0].at.shape[0], 64);
    EXPECT_EQ(layers[1].at, pointsAt(0, 0, 7));
    EXPECT_LT(plane->canvas()->plane().left, -1);
    EXPECT_GT(plane->canvas()->plane().top, 1);
    EXPECT_EQ(view.describe(), QStringLiteral("7 points that the generator made, among real ones"));
    const QImage middle = view.grab().toImage();
    view.setAnswer(pointsAt(0.5f, 0.5f, 7), {});
    EXPECT_NE(view.grab().toImage(), middle);
}

TEST(GeneratedViewTest, AllOfThePlaneIsSeenInALowPanel) {
    GeneratedView view;
    view.setGenerator(ringGenerator());
    view.setData(ringData());
    view.setAnswer(pointsAt(0, 0, 7), {});
    const auto* plane = view.findChild<LensPlaneView*>();
    for (const QSize size : {QSize(300, 130), QSize(560, 190), QSize(900, 420)}) {
        view.resize(size);
        view.grab();
        EXPECT_LE(plane->canvas()->axes().area().bottom(), plane->canvas()->height());
        EXPECT_TRUE(view.rect().contains(plane->geometry()));
        for (const QCheckBox* box : plane->switches())
            EXPECT_TRUE(view.rect().contains(QRect(box->mapTo(&view, QPoint()), box->size())));
    }
}

TEST(GeneratedViewTest, ShowsPictures) {
    Model pictures = *ringGenerator();
    pictures.outputShape = {6, 6, 1};
    GeneratedView view;
    view.resize(500, 220);
    view.setGenerator(std::make_shared<const Model>(pictures));
    const std::int64_t count = view.question().shape[0];
    view.setAnswer(HostArray(Shape{count, 6, 6, 1}), {});
    EXPECT_EQ(std::ssize(view.findChild<LensPicturesView*>()->pictures()), count);
}

} // namespace
} // namespace protomind
