// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/ring.h"
#include "engine/data/whole_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

TEST(RingData, HasItsCentresOnACircleFromTheRightOn) {
    const auto centres = ringCentres({.modes = 4, .radius = 2, .sd = 0});
    ASSERT_EQ(centres.size(), 4u);
    const std::array<std::array<float, 2>, 4> wanted{{{2, 0}, {0, 2}, {-2, 0}, {0, -2}}};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        EXPECT_NEAR(centres[i][0], wanted[i][0], 1e-6);
        EXPECT_NEAR(centres[i][1], wanted[i][1], 1e-6);
    }
    EXPECT_EQ(ringCentres(Ring()).size(), 8u);
}

TEST(RingData, LiesAboutTheCentreOfItsClass) {
    const DataSource source = opened("ring?modes=5&radius=0.5&sd=0.1&samples=5000");
    const Ring ring{.modes = 5, .radius = 0.5f, .sd = 0.1f};
    const auto centres = ringCentres(ring);
    for (const DataSetPtr& set : {source.training, source.test}) {
        const WholeSet all(*set);
        std::vector<std::array<double, 2>> sums(5);
        double squares = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto mode = static_cast<std::size_t>(all.targets[i]);
            ASSERT_EQ(mode, i % 5);
            for (std::size_t axis = 0; axis < 2; ++axis) {
                const double off = all.sample(i)[axis] - centres[mode][axis];
                sums[mode][axis] += off;
                squares += off * off;
            }
        }
        for (const auto& sum : sums)
            for (const double axis : sum)
                EXPECT_NEAR(axis / 1000, 0, 0.015);
        EXPECT_NEAR(std::sqrt(squares / 10000), 0.1, 0.003);
    }
}

TEST(RingData, IsExactWithoutSpread) {
    const WholeSet all(*opened("ring?sd=0&samples=16").training);
    const auto centres = ringCentres(Ring());
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_THAT(all.sample(i), testing::ElementsAre(centres[i % 8][0], centres[i % 8][1]));
}

TEST(RingData, NamesItsClassesByTheirNumbers) {
    const DataSource source = opened("ring?modes=3");
    const DataDescription& description = source.training->description();
    EXPECT_THAT(description.classNames, testing::ElementsAre("1", "2", "3"));
    EXPECT_THAT(description.featureNames, testing::ElementsAre("x", "y"));
    EXPECT_FALSE(openData("ring?modes=1", 1));
    EXPECT_FALSE(openData("ring?modes=33", 1));
    EXPECT_FALSE(openData("ring?modes=2.5", 1));
}

TEST(RingData, SaysWhereItsCloudsAre) {
    const auto modes = opened("ring?modes=5&radius=2&sd=0.1").training->description().modes;
    ASSERT_TRUE(modes);
    EXPECT_FLOAT_EQ(modes->deviation, 0.1f);
    const auto centres = ringCentres({.modes = 5, .radius = 2, .sd = 0.1f});
    ASSERT_EQ(modes->centres.size(), centres.size());
    for (std::size_t i = 0; i < centres.size(); ++i)
        EXPECT_THAT(modes->centres[i], testing::ElementsAreArray(centres[i]));
    EXPECT_FALSE(opened("spiral").training->description().modes);
}

TEST(RingOf, KnowsTheRingThatATextNames) {
    EXPECT_EQ(ringOf("ring"), Ring());
    EXPECT_EQ(ringOf("ring?modes=5&sd=0.25&samples=40"), (Ring{.modes = 5, .radius = 1, .sd = 0.25f}));
    EXPECT_EQ(ringOf("ring?radius=2")->radius, 2);
    for (const char* other :
         {"spiral", "", "ring?modes=99", "ring?colour=1", "idx:ring", "points?data=0,0,1"})
        EXPECT_EQ(ringOf(other), std::nullopt) << other;
}

} // namespace
} // namespace protomind
