// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/photographs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace protomind {
namespace {

TEST(Photographs, AreSmallAndSayWhoseTheyAre) {
    std::set<std::string> names;
    for (const Photograph& photograph : photographs()) {
        EXPECT_TRUE(names.insert(photograph.name).second);
        EXPECT_FALSE(photograph.title.empty());
        EXPECT_NE(photograph.origin.find("public domain"), std::string::npos);
        EXPECT_EQ(photograph.width, 160);
        EXPECT_EQ(photograph.height, 160);
        EXPECT_EQ(photograph.pixels.size(), 3u * 160 * 160);
    }
    EXPECT_EQ(names, (std::set<std::string>{"bricks", "camera", "cat", "cup"}));
}

TEST(Photographs, AreBrightAndDarkInTheRightPlaces) {
    for (const Photograph& photograph : photographs()) {
        const std::vector<float> brightness = brightnessOf(photograph);
        ASSERT_EQ(brightness.size(), 160u * 160);
        const auto [darkest, brightest] = std::ranges::minmax_element(brightness);
        EXPECT_LT(*darkest, 0.35f) << photograph.name;
        EXPECT_GT(*brightest, 0.55f) << photograph.name;
        EXPECT_GE(*darkest, 0.0f);
        EXPECT_LE(*brightest, 1.0f);
    }
    // The sky over the man with the camera, and his coat.
    const std::vector<float> camera = brightnessOf(photographs()[2]);
    EXPECT_GT(camera[5 * 160 + 150], 0.6f);
    EXPECT_LT(camera[120 * 160 + 20], 0.2f);
}

} // namespace
} // namespace protomind
