// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/layer_likeness.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <stdexcept>

namespace protomind {
namespace {

using Answer = std::array<float, 2>;

TEST(LayerLikenessTest, SeesAnswersFromTheirMean) {
    LayerLikeness likeness(2);
    // About (5, 5): all point the same way from the origin, but not from there.
    likeness.learnMean(std::array<float, 4>{6, 5, 4, 5});
    likeness.learnMean(std::array<float, 4>{5, 6, 5, 4});
    EXPECT_DOUBLE_EQ(likeness.similarity(Answer{6, 5}, Answer{9, 5}), 1);
    EXPECT_DOUBLE_EQ(likeness.similarity(Answer{6, 5}, Answer{4, 5}), -1);
    EXPECT_DOUBLE_EQ(likeness.similarity(Answer{6, 5}, Answer{5, 6}), 0);
    EXPECT_NEAR(likeness.similarity(Answer{6, 5}, Answer{6, 6}), std::sqrt(0.5), 1e-7);
    // In the mean itself there is no direction.
    EXPECT_EQ(likeness.similarity(Answer{5, 5}, Answer{5, 5}), 1);
    EXPECT_EQ(likeness.similarity(Answer{5, 5}, Answer{6, 5}), 0);
    EXPECT_TRUE(std::isnan(likeness.similarity(Answer{std::nanf(""), 5}, Answer{6, 5})));
    EXPECT_THROW((void)likeness.similarity(Answer{5, 5}, std::array<float, 1>{5}), std::logic_error);
}

TEST(LayerLikenessTest, TakesDifferentSamplesForTheFloor) {
    LayerLikeness likeness(2);
    const std::array<float, 6> answers{1, 0, 1, 0, -2, 0};
    likeness.learnMean(answers);
    likeness.compareDifferent(answers, {});
    // Three pairs: one of equal answers, two of opposite ones.
    EXPECT_NEAR(likeness.floor(), (1 - 1 - 1) / 3.0, 1e-9);
    EXPECT_DOUBLE_EQ(likeness.normalised(1), 1);
    EXPECT_NEAR(likeness.normalised(-1 / 3.0), 0, 1e-9);
    EXPECT_NEAR(likeness.normalised(1 / 3.0), 0.5, 1e-9);
    EXPECT_EQ(likeness.normalised(-0.9), 0);
    EXPECT_FALSE(likeness.selectivity());
}

TEST(LayerLikenessTest, IsSelectiveWhereClassesLieApart) {
    LayerLikeness likeness(2);
    // Two of a class are 1 apart, two of different ones 3 (and the root of 10) along the other axis.
    const std::array<float, 8> answers{0, 0, 0, 1, 3, 0, 3, 1};
    likeness.learnMean(answers);
    likeness.compareDifferent(answers, std::array<float, 4>{7, 7, 2, 2});
    EXPECT_NEAR(likeness.selectivity().value(), std::sqrt((9 + 9 + 10 + 10) / 4.0), 1e-6);
    LayerLikeness constant(2);
    constant.learnMean(std::array<float, 4>{1, 1, 1, 1});
    constant.compareDifferent(std::array<float, 4>{1, 1, 1, 1}, std::array<float, 2>{0, 0});
    EXPECT_FALSE(constant.selectivity());
    EXPECT_EQ(constant.floor(), 1);
    EXPECT_EQ(constant.normalised(1), 1);
}

} // namespace
} // namespace protomind
