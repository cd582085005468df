// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/data/limits.h"
#include "engine/data/points.h"
#include "engine/data/whole_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(Points, OpenAsTheyWereClicked) {
    const DataSource source = opened("points?data=0.5,-0.25,0;-1e-1,.3,2;0,1,0");
    EXPECT_EQ(source.test, nullptr);
    EXPECT_THAT(source.training->description().classNames, testing::ElementsAre("A", "B", "C"));
    const WholeSet all(*source.training);
    EXPECT_THAT(all.samples, testing::ElementsAre(0.5f, -0.25f, -0.1f, 0.3f, 0.0f, 1.0f));
    EXPECT_THAT(all.targets, testing::ElementsAre(0.0f, 2.0f, 0.0f));
}

TEST(Points, HaveTwoClassesAtLeast) {
    EXPECT_EQ(opened("points?data=0,0,0;").training->description().classNames.size(), 2u);
}

TEST(Points, SurviveTheirOwnText) {
    RandomStream random(3);
    for (int round = 0; round < 50; ++round) {
        std::vector<ClickedPoint> points(1 + random.below(40));
        for (ClickedPoint& point : points)
            point = {random.uniform(-10.0f, 10.0f), random.normal(), static_cast<int>(random.below(10))};
        const std::string text = pointsText(points);
        ASSERT_TRUE(text.starts_with("points?data="));
        EXPECT_EQ(parsePoints(text.substr(12)), points);
    }
}

TEST(Points, RefuseWhatIsNoPoint) {
    for (const std::string data :
         {"", ";", "1", "1,2", "1,2,", "1,2,0,4", "a,2,0", "1,2,0;;1,2,1", "1,2,0.5", "1,2,-1", "1,2,10",
          "nan,0,0", "inf,0,0", "11,0,0", "0,-11,0", "1e99,0,0", " 1,2,0", "1,2,99999999999"}) {
        const auto source = openData("points?data=" + data, 7);
        ASSERT_FALSE(source) << data;
        EXPECT_EQ(source.error().kind, ProblemKind::Request);
    }
    EXPECT_FALSE(openData("points", 7));
    EXPECT_FALSE(openData("points?noise=0.1", 7));
}

TEST(Points, AreLimitedInNumber) {
    std::string data;
    for (std::size_t i = 0; i < kMaxClickedPoints; ++i)
        data += "0,0,1;";
    EXPECT_EQ(opened("points?data=" + data).training->size(), static_cast<std::int64_t>(kMaxClickedPoints));
    const auto source = openData("points?data=" + data + "0,0,1", 7);
    ASSERT_FALSE(source);
    EXPECT_THAT(source.error().sentence, testing::HasSubstr(std::to_string(kMaxClickedPoints)));
}

TEST(Points, FitTheLongestTextAtTheirLongest) {
    // Nine significant digits, sign, exponent, separators: what a person clicks always fits the limit of a
    // source.
    std::vector<ClickedPoint> points(kMaxClickedPoints, {-0.123456789f, -0.123456789f, 9});
    EXPECT_LE(pointsText(points).size(), kMaxSourceText);
}

} // namespace
} // namespace protomind
