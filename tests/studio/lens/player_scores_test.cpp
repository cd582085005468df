// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gan/gan_loss.h"
#include "studio/lens/player_scores.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::FloatNear;
using testing::HasSubstr;

TEST(PlayerScoresTest, TellsPairsApartWhereOnlyPairsCount) {
    const GanLoss& loss = *findGanLoss("relativistic");
    const std::vector<float> real{1, 2, 3};
    EXPECT_EQ(shareToldApart(loss, real, std::vector<float>{-5, 0}), 1);
    EXPECT_EQ(shareToldApart(loss, real, std::vector<float>{4}), 0);
    EXPECT_EQ(shareToldApart(loss, real, std::vector<float>{2}), 0.5) << "one below, one above, one equal";
    EXPECT_EQ(shareToldApart(loss, real, std::vector<float>{0, 2.5f}), 2.0 / 3);
    EXPECT_EQ(shareToldApart(*findGanLoss("wasserstein"), real, real), 0.5);
}

TEST(PlayerScoresTest, TellsSamplesApartAtTheThresholdOfTheLoss) {
    const std::vector<float> real{0.6f, 0.4f};
    const std::vector<float> made{0.2f, -1};
    EXPECT_EQ(shareToldApart(*findGanLoss("least_squares"), real, made), 0.75);
    EXPECT_EQ(shareToldApart(*findGanLoss("non_saturating"), real, made), 0.75);
    EXPECT_EQ(shareToldApart(*findGanLoss("original"), std::vector<float>{0, 0}, std::vector<float>{0}), 0.5);
}

TEST(PlayerScoresTest, TheMiddleOfAMapIsWhereNobodyWins) {
    const std::vector<float> real{1, 3};
    const std::vector<float> made{-2, 0};
    const auto middleOf = [](const ScoreReading& reading) { return (reading.low + reading.high) / 2; };
    const auto read = [&](const char* loss, std::vector<float> scores) {
        return readScores(*findGanLoss(loss), scores, real, made);
    };
    for (const char* loss : {"original", "non_saturating"}) {
        const ScoreReading reading = read(loss, {0, 1});
        EXPECT_THAT(reading.values, ElementsAre(middleOf(reading), FloatNear(0.731059f, 1e-6f)));
    }
    const ScoreReading squares = read("least_squares", {0.5f});
    EXPECT_EQ(squares.values[0], middleOf(squares));
    const ScoreReading critic = read("wasserstein", {0.5f, 7});
    EXPECT_EQ(critic.values[0], middleOf(critic));
    EXPECT_EQ(critic.values[1], 7);
    EXPECT_EQ(critic.low, -4.5f) << "2.5 from the middle to the farthest of them, in a round number";
    EXPECT_EQ(critic.high, 5.5f);
    const ScoreReading pairs = read("relativistic", {2, 100, -100});
    EXPECT_FLOAT_EQ(pairs.values[0], middleOf(pairs)) << "as far above the one as below the other";
    EXPECT_FLOAT_EQ(pairs.values[1], 1);
    EXPECT_NEAR(pairs.values[2], 0, 1e-6);
    EXPECT_THAT(pairs.meaning.text(), HasSubstr("2 real"));
}

/// Where two players are in balance, the map would be of one colour.
TEST(PlayerScoresTest, ColoursReachAsFarAsChancesDo) {
    const auto read = [](std::vector<float> scores) {
        return readScores(*findGanLoss("original"), scores, {}, {});
    };
    const ScoreReading balance = read({0.01f, -0.02f});
    EXPECT_FLOAT_EQ(balance.low, 0.45f);
    EXPECT_FLOAT_EQ(balance.high, 0.55f);
    EXPECT_EQ(balance.lowTitle, "less real: 45 %");
    EXPECT_EQ(balance.highTitle, "more real: 55 %");
    EXPECT_FLOAT_EQ(read({0.3f}).high, 0.6f);
    EXPECT_FLOAT_EQ(read({0.5f, 0}).high, 0.7f);
    EXPECT_FLOAT_EQ(read({50}).high, 1);
}

TEST(PlayerScoresTest, DrawsEachPlaceOnceAndTheFirstOnesWhateverTheCount) {
    const auto many = drawnPlaces(100, 80);
    EXPECT_EQ(std::set(many.begin(), many.end()).size(), 80U);
    EXPECT_LT(*std::ranges::max_element(many), 100U);
    const auto few = drawnPlaces(100, 10);
    EXPECT_TRUE(std::equal(few.begin(), few.end(), many.begin()));
    EXPECT_EQ(std::set(many.begin(), many.begin() + 40).size(), 40U);
    auto all = drawnPlaces(50, 1000);
    EXPECT_FALSE(std::ranges::is_sorted(all));
    std::ranges::sort(all);
    for (std::uint32_t i = 0; i < 50; ++i)
        EXPECT_EQ(all.at(i), i);
    EXPECT_EQ(drawnPlaces(std::int64_t{1} << 31, 3).size(), 3U) << "without going through all of them";
}

} // namespace
} // namespace protomind
