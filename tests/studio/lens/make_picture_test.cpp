// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/make_picture.h"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>

namespace protomind {
namespace {

constexpr float kNotANumber = std::numeric_limits<float>::quiet_NaN();

TEST(MakePictureTest, ADivergingPictureReachesAsFarBelowAsAbove) {
    const LensPicture picture = divergingPicture(HostArray(Shape{1, 3}, {-4, kNotANumber, 2}), "one");
    EXPECT_EQ(picture.low, -4);
    EXPECT_EQ(picture.high, 4);
    const LensPicture nothing = divergingPicture(HostArray(Shape{1, 2}), "nothing");
    EXPECT_LT(nothing.low, nothing.high);
}

TEST(MakePictureTest, ASampleIsShownAsItIs) {
    const LensPicture grey = samplePicture(HostArray(Shape{1, 2, 1}, {0.25f, 0.5f}), "grey");
    EXPECT_EQ(grey.values, HostArray(Shape({1, 2}), {0.25f, 0.5f}));
    EXPECT_EQ(grey.low, 0);
    EXPECT_EQ(grey.high, 1);
    const HostArray colours(Shape{1, 1, 3}, {0.1f, 0.2f, 0.3f});
    EXPECT_EQ(samplePicture(colours, "colours").values, colours);
    EXPECT_EQ(samplePicture(HostArray(Shape{1, 1, 2}, {0.5f, 1.5f}), "two").values.values,
              std::vector<float>{1});
    EXPECT_EQ(samplePicture(HostArray(Shape{1, 2, 1}, {-3, 5}), "wide").low, -3);
}

TEST(MakePictureTest, WhatIsEnlargedKeepsItsCornersAndWhatIsFlatStaysFlat) {
    const HostArray flat = enlarged(HostArray(Shape{2, 3}, 0.7f), 7, 5);
    for (const float value : flat.values)
        EXPECT_FLOAT_EQ(value, 0.7f);
    const HostArray map(Shape{2, 2}, {0, 1, 2, 3});
    const HostArray larger = enlarged(map, 4, 4);
    EXPECT_EQ(larger.values[0], 0);
    EXPECT_EQ(larger.values[15], 3);
    EXPECT_FLOAT_EQ(larger.values[5], 0.75f); // a quarter of the way on both axes
    EXPECT_EQ(enlarged(map, 2, 2), map);
}

TEST(MakePictureTest, EveryNumberIsInABinOfAHistogram) {
    const std::vector<float> a{-1, -1, 0, 1, kNotANumber};
    const std::vector<float> b{1};
    const LensChart chart = histogramChart("both", {{"a", a}, {"b", b}}, 4);
    ASSERT_EQ(chart.curves.size(), 2u);
    EXPECT_EQ(chart.curves[0].x, (std::vector<double>{-0.75, -0.25, 0.25, 0.75}));
    EXPECT_EQ(chart.curves[0].y, (std::vector<double>{2, 0, 1, 1}));
    EXPECT_EQ(chart.curves[1].y, (std::vector<double>{0, 0, 0, 1}));
    const std::vector<float> same{3, 3};
    const LensChart one = histogramChart("same", {{"same", same}}, 4);
    EXPECT_EQ(std::accumulate(one.curves[0].y.begin(), one.curves[0].y.end(), 0.0), 2);
}

} // namespace
} // namespace protomind
