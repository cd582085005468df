// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outputs/result_picture.h"
#include "cli/outputs/result_text.h"
#include "studio/picture/plane_picture.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

LensPlane planeWithAPoint() {
    return {.title = "The plane",
            .mapTitle = "Said",
            .map = {Shape{1, 2}, {0, 1}},
            .lowTitle = "made",
            .highTitle = "real",
            .layers = {{.name = "made", .title = "Made", .at = {Shape{1, 2}, {0.25f, -0.5f}}}}};
}

TEST(ResultOutputs, PlanesStandBelowThePicturesOfAResult) {
    const LensPicture small{.title = "small", .values = HostArray(Shape{10, 10}, 0.5f)};
    const auto planes = pictureOf({.planes = {planeWithAPoint()}});
    ASSERT_TRUE(planes);
    const auto both = pictureOf({.pictures = {small}, .planes = {planeWithAPoint(), planeWithAPoint()}});
    ASSERT_TRUE(both);
    EXPECT_GT(planes->width, kPlanePictureSide);
    EXPECT_GT(both->width, 2 * kPlanePictureSide) << "side by side";
    EXPECT_GT(both->height, planes->height + 100);
    // The plane itself is in there, pixel for pixel.
    const Picture plane = planePicture(planeWithAPoint());
    const std::int64_t left = (planes->width - plane.width) / 2;
    const std::int64_t top = (planes->height - plane.height) / 2;
    for (const std::int64_t y : {0L, 100L, 450L, 599L}) {
        for (const std::int64_t x : {0L, 375L, 599L})
            EXPECT_EQ(planes->pixels[static_cast<std::size_t>(3 * ((y + top) * planes->width + x + left))],
                      plane.pixels[static_cast<std::size_t>(3 * (y * plane.width + x))]);
    }
}

TEST(ResultOutputs, APictureOfNothingIsRefused) {
    EXPECT_FALSE(pictureOf({.sentences = {"Nothing."}}));
}

TEST(ResultOutputs, JsonHasTheMapAndTheMarksOfAPlane) {
    const auto json = jsonOf({.planes = {planeWithAPoint()}});
    const auto& plane = json.at("planes").at(0);
    EXPECT_EQ(plane.at("title"), "The plane");
    EXPECT_EQ(plane.at("left"), -1);
    EXPECT_EQ(plane.at("map").at("shape"), (std::vector{1, 2}));
    EXPECT_EQ(plane.at("map").at("high_title"), "real");
    EXPECT_EQ(plane.at("layers").at(0).at("marks"), "points");
    EXPECT_EQ(plane.at("layers").at(0).at("values"), (std::vector{0.25, -0.5}));
    EXPECT_FALSE(jsonOf({}).contains("planes"));
    LensPlane bare = planeWithAPoint();
    bare.map = {};
    EXPECT_FALSE(jsonOf({.planes = {bare}}).at("planes").at(0).contains("map"));
}

} // namespace
} // namespace protomind
