// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/attack_samples.h"
#include "engine/base/random.h"
#include "studio/lens/lens_bench.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

using testing::Each;
using testing::HasSubstr;

Settings attack(const char* kind, double epsilon, Settings others = {}) {
    others["attack"] = std::string(kind);
    others["epsilon"] = epsilon;
    return others;
}

/// Pictures [6, 6, 1] and three classes, each the sum of weighed pixels.
class AdversaryTest : public testing::Test {
protected:
    AdversaryTest() {
        RandomStream random(2);
        std::vector<float> weights(36 * 3);
        for (float& weight : weights)
            weight = random.normal();
        std::vector<float> sample(36);
        for (float& value : sample)
            value = random.uniform(0.3f, 0.7f);
        m_bench.setVariable("dense/kernel", weights);
        m_bench.setData(std::make_shared<GivenSet>(
            describedClasses({6, 6, 1}, 3), std::vector<std::vector<float>>{sample}, std::vector<float>{0}));
        m_bench.setSample(sample);
    }
    LensResult look(const Settings& settings) {
        auto result = m_bench.look("adversary", settings);
        if (!result)
            throw std::runtime_error(result.error().text());
        return std::move(*result);
    }

    LensBench m_bench{
        chain({6, 6, 1}, {{"flatten", {}},
                          {"dense", {{"units", std::int64_t{3}}, {"activation", std::string("softmax")}}}})};
};

TEST_F(AdversaryTest, ShowsWhatWasWhatIsAndTheDifference) {
    const LensResult result = look(attack("pgd", 0.2));
    ASSERT_EQ(result.pictures.size(), 3u);
    EXPECT_TRUE(result.sideBySide);
    const auto& before = result.pictures[0].values.values;
    const auto& change = result.pictures[1].values.values;
    const auto& after = result.pictures[2].values.values;
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_NEAR(after[i], before[i] + change[i], 1e-6);
    EXPECT_EQ(result.made.values, after) << "what others can look at";
    EXPECT_EQ(result.made.shape, Shape({6, 6, 1}));
    EXPECT_NEAR(figureNamed(result, "linf"), 0.2, 1e-6);
    EXPECT_EQ(figureNamed(result, "success"), 1);
    EXPECT_THAT(result.sentences[0].text(), HasSubstr("Fooled"));
    EXPECT_THAT(result.sentences[1].text(),
                HasSubstr("40 steps of 0.0125 from a random start (PGD); starts: 1"));
    ASSERT_EQ(result.charts.size(), 1u);
    EXPECT_EQ(result.charts[0].pickSetting, "target");
    EXPECT_EQ(result.charts[0].curves.size(), 2u);
    EXPECT_NEAR(result.charts[0].curves[1].y[static_cast<std::size_t>(figureNamed(result, "class_after"))],
                figureNamed(result, "after"), 1e-7);
}

TEST_F(AdversaryTest, WithoutRoomNothingChanges) {
    for (const char* kind : {"one_step", "pgd", "momentum", "noise"}) {
        const LensResult result = look(attack(kind, 0));
        EXPECT_EQ(figureNamed(result, "l2"), 0) << kind;
        EXPECT_EQ(figureNamed(result, "success"), 0) << kind;
        EXPECT_EQ(figureNamed(result, "before"), figureNamed(result, "after")) << kind;
    }
}

/// Of a network without any curves one step is as good as many; noise of the same size is far worse.
TEST_F(AdversaryTest, StrongerAttacksLowerTheFirstAnswerFurther) {
    const auto left = [&](const char* kind) {
        return figureNamed(look(attack(kind, 0.1)), "first_class_after");
    };
    EXPECT_LE(left("pgd"), left("one_step") + 1e-6);
    EXPECT_NEAR(left("momentum"), left("pgd"), 0.02);
    EXPECT_GT(left("noise"), left("one_step") + 0.1);
}

TEST_F(AdversaryTest, GoesToTheTarget) {
    for (std::int64_t target = 0; target < 3; ++target) {
        const LensResult result = look(attack("pgd", 0.4, {{"target", target}}));
        EXPECT_EQ(figureNamed(result, "class_after"), static_cast<double>(target));
        EXPECT_EQ(figureNamed(result, "success"),
                  figureNamed(result, "class_before") == static_cast<double>(target) ? 0 : 1);
    }
    const auto itself = static_cast<std::int64_t>(figureNamed(look(attack("noise", 0)), "class_before"));
    EXPECT_EQ(figureNamed(look(attack("pgd", 0.4, {{"target", itself}})), "success"), 0)
        << "what the network says anyhow is no feat";
    const auto refused = m_bench.look("adversary", attack("pgd", 0.4, {{"target", std::int64_t{3}}}));
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().text(), HasSubstr("There is no class 3"));
}

/// With a target the question is whether noise leads there, not whether it leads away.
TEST_F(AdversaryTest, WhatIsSaidOfNoiseIsWhatItsFigureSays) {
    bool led = false;
    bool astray = false;
    for (std::int64_t target = 0; target < 3; ++target) {
        for (std::int64_t seed = 1; seed <= 12; ++seed) {
            const LensResult result = look(attack("pgd", 1, {{"target", target}, {"seed", seed}}));
            if (figureNamed(result, "class_before") == static_cast<double>(target)) {
                EXPECT_EQ(result.sentences.size(), 3u) << "nothing is to be gained";
                continue;
            }
            const bool success = figureNamed(result, "noise_success") == 1;
            EXPECT_THAT(result.sentences.back().text(),
                        HasSubstr(success ? "leads it there too" : "does not lead it there"));
            (success ? led : astray) = true;
        }
    }
    EXPECT_TRUE(led && astray);
}

/// More starts than are computed at once: the best of all of them counts.
TEST_F(AdversaryTest, StartsThatDoNotFitTogetherAreTakenOneAfterAnother) {
    constexpr std::int64_t kLarge = 1024;
    LensBench bench(chain(
        {kLarge, kLarge, 1},
        {{"convolution", {{"filters", std::int64_t{4}}, {"padding", std::string("same")}}},
         {"average_pool",
          {{"window", std::vector<std::int64_t>{64, 64}}, {"stride", std::vector<std::int64_t>{64, 64}}}},
         {"flatten", {}},
         {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}}}}));
    const std::int64_t together = fittingAttackBatch(bench.network().model());
    ASSERT_LT(together, 10);
    const std::vector<float> sample(static_cast<std::size_t>(kLarge * kLarge), 0.5f);
    bench.setData(std::make_shared<GivenSet>(describedClasses({kLarge, kLarge, 1}, 2),
                                             std::vector<std::vector<float>>{sample}, std::vector<float>{0}));
    bench.setSample(sample);
    const auto left = [&](std::int64_t starts) {
        const auto result = bench.look("adversary", attack("noise", 0.3, {{"restarts", starts}}));
        EXPECT_TRUE(result) << (result ? "" : result.error().text());
        return result ? figureNamed(*result, "first_class_after") : 1.0;
    };
    const double few = left(together);
    const std::int64_t memory = bench.network().cache().elements();
    EXPECT_LE(left(4 * together), few);
    EXPECT_EQ(bench.network().cache().elements(), memory) << "as much as for a few";
    EXPECT_LE(left(4 * together + 1), left(4 * together));
}

TEST_F(AdversaryTest, MeasuresTheLengthWhereThatIsAsked) {
    const LensResult result = look(attack("pgd", 0.5, {{"norm", std::string("l2")}}));
    EXPECT_NEAR(figureNamed(result, "l2"), 0.5, 1e-5);
    EXPECT_LT(figureNamed(result, "linf"), 0.5);
}

TEST_F(AdversaryTest, MakesNoiseIntoWhatTheNetworkIsSureOf) {
    const LensResult result = look(attack("fooling", 0.1, {{"target", std::int64_t{2}}}));
    EXPECT_EQ(figureNamed(result, "class_after"), 2);
    EXPECT_GT(figureNamed(result, "after"), 0.9);
    ASSERT_EQ(result.pictures.size(), 2u);
    EXPECT_THAT(result.pictures[1].values.values, Each(testing::AllOf(testing::Ge(0.0f), testing::Le(1.0f))));
    EXPECT_THAT(result.sentences[1].text(),
                testing::AllOf(HasSubstr("from a picture of noise"), testing::Not(HasSubstr("PGD"))));
}

TEST_F(AdversaryTest, LeavesTheNoiseHoweverSizesAreMeasured) {
    const LensResult result =
        look(attack("fooling", 0.1, {{"target", std::int64_t{2}}, {"norm", std::string("l2")}}));
    EXPECT_GT(figureNamed(result, "l2"), 1.5);
    EXPECT_GT(figureNamed(result, "after"), 0.9);
    EXPECT_DOUBLE_EQ(figureNamed(result, "epsilon"), 6) << "the root of 36 numbers";
}

TEST_F(AdversaryTest, MoreStartsAreNeverWorse) {
    const auto left = [&](std::int64_t starts) {
        return figureNamed(look(attack("pgd", 0.05, {{"restarts", starts}, {"steps", std::int64_t{2}}})),
                           "first_class_after");
    };
    EXPECT_LE(left(8), left(1) + 1e-6);
}

TEST_F(AdversaryTest, TheSameSeedGivesTheSameAttack) {
    const Settings settings = attack("pgd", 0.1, {{"steps", std::int64_t{1}}});
    EXPECT_EQ(look(settings), look(settings));
    Settings other = settings;
    other["seed"] = std::int64_t{2};
    EXPECT_NE(look(other).pictures, look(settings).pictures);
}

TEST(AdversaryOfPoints, ShowsTheWayOverTheMap) {
    LensBench bench(
        chain({2}, {{"dense", {{"units", std::int64_t{1}}, {"activation", std::string("sigmoid")}}}}));
    bench.setVariable("dense/kernel", {2, 0});
    bench.setData(std::make_shared<GivenSet>(describedClasses({2}, 2),
                                             std::vector<std::vector<float>>{{-1, -1}, {1, 1}},
                                             std::vector<float>{0, 1}));
    bench.setSample({-0.5f, 0.25f});
    const auto result = bench.look("adversary", attack("one_step", 0.8));
    ASSERT_TRUE(result) << result.error().text();
    ASSERT_EQ(result->pictures.size(), 1u);
    const LensPicture& map = result->pictures[0];
    ASSERT_GE(map.path.size(), 2u);
    EXPECT_GT(map.path.back().x, map.path.front().x) << "to the right, where the other class is";
    // Black on the one side of the border and white on the other: it is sure of the first class on the left.
    const std::int64_t side = map.values.shape[0];
    EXPECT_GT(map.values.values.front(), 0.5f);
    EXPECT_LT(map.values.values[static_cast<std::size_t>(side - 1)], 0.5f);
    const auto column = static_cast<std::size_t>(map.path.front().x);
    EXPECT_GT(map.values.values[column], 0.5f) << "the point lies where its class is";
    EXPECT_EQ(figureNamed(*result, "success"), 1);
    ASSERT_EQ(result->charts.size(), 2u);
    EXPECT_NEAR(result->charts[0].curves[1].y[0], 0.3, 1e-6);
}

TEST(AdversaryOfPoints, ThePathKeepsWithinTheMap) {
    LensBench bench(
        chain({2}, {{"dense", {{"units", std::int64_t{1}}, {"activation", std::string("sigmoid")}}}}));
    bench.setVariable("dense/kernel", {2, 1});
    bench.setData(std::make_shared<GivenSet>(describedClasses({2}, 2),
                                             std::vector<std::vector<float>>{{-1, -1}, {1, 1}},
                                             std::vector<float>{0, 1}));
    bench.setSample({-30, 3});
    for (std::int64_t seed = 1; seed <= 20; ++seed) {
        const auto result =
            bench.look("adversary", attack("pgd", 5, {{"restarts", std::int64_t{6}}, {"seed", seed}}));
        ASSERT_TRUE(result) << result.error().text();
        const LensPicture& map = result->pictures[0];
        const auto side = static_cast<float>(map.values.shape[0]);
        ASSERT_EQ(map.path.size(), 43u) << "the sample, the start, 40 steps and the last look";
        for (const LensPoint& point : map.path) {
            EXPECT_GT(point.x, 0) << seed;
            EXPECT_LT(point.x, side) << seed;
            EXPECT_GT(point.y, 0) << seed;
            EXPECT_LT(point.y, side) << seed;
        }
    }
}

/// Two numbers in another form are no points in a plane.
TEST(AdversaryOfPoints, OnlyPointsHaveAMap) {
    LensBench bench(
        chain({2, 1}, {{"flatten", {}},
                       {"dense", {{"units", std::int64_t{1}}, {"activation", std::string("sigmoid")}}}}));
    bench.setData(std::make_shared<GivenSet>(describedClasses({2, 1}, 2),
                                             std::vector<std::vector<float>>{{-1, -1}, {1, 1}},
                                             std::vector<float>{0, 1}));
    bench.setSample({-0.5f, 0.25f});
    const auto result = bench.look("adversary", attack("pgd", 0.8));
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_TRUE(result->pictures.empty());
}

TEST(AdversaryOfPoints, SaysWhatCanNotBeAttacked) {
    LensBench values(chain({2}, {{"dense", {{"units", std::int64_t{1}}}}}));
    values.setSample({1, 2});
    EXPECT_FALSE(values.look("adversary"));
    LensBench points(chain({2}, {{"dense", {{"units", std::int64_t{2}}}}}));
    points.setData(std::make_shared<GivenSet>(
        describedClasses({2}, 2), std::vector<std::vector<float>>{{-1, -1}}, std::vector<float>{0}));
    points.setSample({1, 2});
    const auto refused = points.look("adversary", attack("fooling", 0.1));
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().text(), HasSubstr("begins with a picture"));
}

} // namespace
} // namespace protomind
