// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "studio/lens/lens_bench.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace protomind {
namespace {

using testing::Contains;
using testing::HasSubstr;

constexpr std::size_t kAttackedPixels = 16;

/// A network of sums over pictures [4, 4, 1], and pictures with the class that it gives them itself, but for
/// one.
class RobustnessTest : public testing::Test {
protected:
    RobustnessTest() {
        RandomStream random(6);
        std::vector<float> weights(kAttackedPixels * 2);
        for (float& weight : weights)
            weight = random.normal();
        m_bench.setVariable("dense/kernel", weights);
        std::vector<std::vector<float>> samples;
        std::vector<float> classes;
        for (int i = 0; i < 60; ++i) {
            std::vector<float>& sample = samples.emplace_back(kAttackedPixels);
            std::array<float, 2> scores{};
            for (std::size_t pixel = 0; pixel < kAttackedPixels; ++pixel) {
                sample[pixel] = random.uniform();
                scores[0] += sample[pixel] * weights[2 * pixel];
                scores[1] += sample[pixel] * weights[2 * pixel + 1];
            }
            classes.push_back(scores[1] > scores[0] ? 1.0f : 0.0f);
        }
        classes[0] = 1 - classes[0];
        m_bench.setData(std::make_shared<GivenSet>(describedClasses({4, 4, 1}, 2), samples, classes));
    }
    LensResult look(Settings settings = {}) {
        settings.try_emplace("epsilon", 0.2);
        settings.try_emplace("points", std::int64_t{4});
        auto result = m_bench.look("robustness", settings);
        if (!result)
            throw std::runtime_error(result.error().text());
        return std::move(*result);
    }

    LensBench m_bench{
        chain({4, 4, 1}, {{"flatten", {}},
                          {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}}}})};
};

TEST_F(RobustnessTest, DrawsWhatIsLeftOverTheSizeOfTheAttack) {
    const LensResult result = look();
    EXPECT_NEAR(figureNamed(result, "clean"), 59.0 / 60, 1e-9);
    ASSERT_EQ(result.charts.size(), 1u);
    const auto& curves = result.charts[0].curves;
    ASSERT_EQ(curves.size(), 3u);
    for (const LensCurve& curve : curves) {
        ASSERT_EQ(curve.x.size(), 5u);
        EXPECT_DOUBLE_EQ(curve.x.back(), 0.2);
        EXPECT_DOUBLE_EQ(curve.y.front(), 59.0 / 60);
    }
    EXPECT_TRUE(std::ranges::is_sorted(curves[2].y, std::greater{}));
    EXPECT_LT(curves[2].y.back(), curves[0].y.back()) << "noise is weaker than an attack";
    ASSERT_EQ(result.tables.size(), 1u);
    EXPECT_DOUBLE_EQ(*result.tables[0].cells[3][2].value, figureNamed(result, "robust"));
}

/// Of two classes and a plain sum, one step is the strongest attack that there is.
TEST_F(RobustnessTest, OfAPlainSumOneStepIsAsStrongAsMany) {
    const LensResult result = look();
    EXPECT_NEAR(figureNamed(result, "one_step"), figureNamed(result, "robust"), 0.02);
    for (const char* check : {"falls", "many_steps_stronger", "nothing_left"})
        EXPECT_EQ(figureNamed(result, check), 1) << check;
}

/// A network whose gradients lead nowhere only looks robust.
TEST_F(RobustnessTest, SaysWhereTheGradientsLeadAstray) {
    LensBench masked(
        chain({4, 4, 1}, {{"flatten", {}},
                          {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("relu")}}},
                          {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}}}}));
    masked.setVariable("dense/kernel", std::vector<float>(32, 0.0f));
    masked.setVariable("dense 2/bias", {1, 0});
    masked.setData(std::make_shared<GivenSet>(
        describedClasses({4, 4, 1}, 2), std::vector<std::vector<float>>(8, std::vector<float>(16, 0.5f)),
        std::vector<float>(8, 0.0f)));
    const auto result = masked.look("robustness");
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_EQ(figureNamed(*result, "robust"), 1);
    EXPECT_EQ(figureNamed(*result, "nothing_left"), 0);
    EXPECT_THAT(result->sentences.back().text(), HasSubstr("gradient masking"));
}

TEST_F(RobustnessTest, ASingleStepGoesAllTheWayHoweverSmallThoseOfOthersAre) {
    EXPECT_EQ(figureNamed(look({{"step_size", 0.01}}), "one_step"), figureNamed(look(), "one_step"));
}

/// Steps too small to get anywhere are no fault of the network's.
TEST_F(RobustnessTest, WhereAllIsAllowedStepsAreAsLargeAsUsual) {
    EXPECT_EQ(figureNamed(look({{"step_size", 0.0001}}), "nothing_left"), 1);
}

/// What is left to a network that always says the same is no more than chance, and yet not next to nothing.
TEST_F(RobustnessTest, ChanceIsNotNextToNothing) {
    LensBench masked(
        chain({4, 4, 1}, {{"flatten", {}},
                          {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("relu")}}},
                          {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}}}}));
    masked.setVariable("dense/kernel", std::vector<float>(32, 0.0f));
    masked.setVariable("dense 2/bias", {1, 0});
    masked.setData(std::make_shared<GivenSet>(
        describedClasses({4, 4, 1}, 2), std::vector<std::vector<float>>(8, std::vector<float>(16, 0.5f)),
        std::vector<float>{0, 0, 0, 1, 1, 1, 1, 1}));
    const auto result = masked.look("robustness");
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_EQ(figureNamed(*result, "robust"), 3.0 / 8);
    EXPECT_EQ(figureNamed(*result, "nothing_left"), 0);
}

TEST_F(RobustnessTest, SaysWhatTheAttackWas) {
    const LensResult result =
        look({{"steps", std::int64_t{7}}, {"restarts", std::int64_t{3}}, {"samples", std::int64_t{20}}});
    EXPECT_THAT(result.sentences[0].text(), HasSubstr("of the first 20 test samples"));
    EXPECT_THAT(result.sentences[1].text(),
                HasSubstr("7 steps of 0.0714 from a random start (PGD); starts: 3."));
    EXPECT_EQ(figureNamed(result, "samples"), 20);
    EXPECT_EQ(result.charts[0].curves.size(), 4u) << "the first start by itself";
    EXPECT_GE(figureNamed(result, "robust_first_start"), figureNamed(result, "robust"));
}

} // namespace
} // namespace protomind
