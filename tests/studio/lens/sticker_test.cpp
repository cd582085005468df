// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "studio/lens/lens_bench.h"
#include "studio/lens/lens_memory.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

using testing::AllOf;
using testing::Each;
using testing::Ge;
using testing::HasSubstr;
using testing::Le;

constexpr std::size_t kStickerPixels = 64;

Settings sticker(const char* kind, Settings others = {}) {
    others["kind"] = std::string(kind);
    others.try_emplace("steps", std::int64_t{40});
    others.try_emplace("places", std::string("anywhere"));
    return others;
}

/// Pictures [8, 8, 1] and three classes, each the sum of weighed pixels; right by themselves.
class StickerTest : public testing::Test {
protected:
    StickerTest() {
        RandomStream random(2);
        std::vector<float> weights(kStickerPixels * 3);
        for (float& weight : weights)
            weight = random.normal();
        m_bench.setVariable("dense/kernel", weights);
        std::vector<std::vector<float>> samples;
        std::vector<float> classes;
        for (int i = 0; i < 81; ++i) {
            std::vector<float>& sample = samples.emplace_back(kStickerPixels);
            std::array<float, 3> scores{};
            for (std::size_t pixel = 0; pixel < kStickerPixels; ++pixel) {
                sample[pixel] = random.uniform();
                for (std::size_t j = 0; j < 3; ++j)
                    scores[j] += sample[pixel] * weights[3 * pixel + j];
            }
            classes.push_back(static_cast<float>(std::ranges::max_element(scores) - scores.begin()));
        }
        m_bench.setSample(samples[0]);
        m_bench.setData(std::make_shared<GivenSet>(describedClasses({8, 8, 1}, 3), samples, classes));
    }
    LensResult look(const Settings& settings) {
        auto result = m_bench.look("sticker", settings);
        if (!result)
            throw std::runtime_error(result.error().text());
        return std::move(*result);
    }

    LensBench m_bench{
        chain({8, 8, 1}, {{"flatten", {}},
                          {"dense", {{"units", std::int64_t{3}}, {"activation", std::string("softmax")}}}})};
};

TEST_F(StickerTest, ShowsThePatchAndTheSampleWithItStuckOn) {
    const LensResult result = look(sticker("patch", {{"size", 0.5}, {"x", 1.0}, {"y", 0.5}}));
    EXPECT_TRUE(result.sideBySide);
    ASSERT_EQ(result.pictures.size(), 3u);
    const HostArray& patch = result.pictures[0].values;
    EXPECT_EQ(patch.shape[0], 4);
    EXPECT_EQ(figureNamed(result, "side"), 4);
    const auto& before = result.pictures[1].values.values;
    const auto& after = result.pictures[2].values.values;
    for (std::size_t row = 0; row < 8; ++row) {
        for (std::size_t column = 0; column < 8; ++column) {
            const bool under = row >= 2 && row < 6 && column >= 4;
            EXPECT_EQ(after[row * 8 + column],
                      under ? patch.values[(row - 2) * 4 + column - 4] : before[row * 8 + column]);
        }
    }
    ASSERT_EQ(result.charts.size(), 2u);
    EXPECT_EQ(result.pictures[2].xSetting, "x") << "it is dragged where it is seen";
    EXPECT_EQ(result.pictures[2].ySetting, "y");
    EXPECT_EQ(result.made.values, after);
    EXPECT_EQ(result.charts[0].pickSetting, "target");
    EXPECT_NEAR(result.charts[0].curves[1].y[static_cast<std::size_t>(figureNamed(result, "class_after"))],
                figureNamed(result, "after"), 1e-7);
}

TEST_F(StickerTest, LearnsFromHalfAndIsJudgedOnTheOthers) {
    const LensResult all = look(sticker("patch"));
    EXPECT_EQ(figureNamed(all, "learned"), 41);
    EXPECT_EQ(figureNamed(all, "judged"), 40);
    EXPECT_EQ(figureNamed(all, "counted"), 40) << "the network is right of itself";
    EXPECT_THAT(all.sentences[1].text(),
                HasSubstr("learned from 41 test samples in 40 steps, the first of 0.1"));
    EXPECT_THAT(all.sentences[2].text(), HasSubstr("judged on 40 others"));
    ASSERT_EQ(all.charts.size(), 2u);
    for (const LensCurve& curve : all.charts[1].curves) {
        double samples = 0;
        for (const double count : curve.y)
            samples += count;
        EXPECT_EQ(samples, 40);
    }
    const LensResult some =
        look(sticker("patch", {{"samples", std::int64_t{10}}, {"target", std::int64_t{0}}}));
    EXPECT_EQ(figureNamed(some, "learned"), 5);
    EXPECT_EQ(figureNamed(some, "judged"), 5);
    EXPECT_LT(figureNamed(some, "counted"), 5) << "those of the target do not count";
}

TEST_F(StickerTest, BringsOthersToTheTargetWhereNoiseDoesNot) {
    double ahead = 0; // in the mean
    for (std::int64_t target = 0; target < 3; ++target) {
        for (const Settings& settings :
             {sticker("patch", {{"size", 0.7}}), sticker("universal", {{"epsilon", 0.3}}),
              sticker("universal", {{"epsilon", 2.0}, {"norm", std::string("l2")}})}) {
            Settings aimed = settings;
            aimed["target"] = target;
            const LensResult result = look(aimed);
            const double noise = figureNamed(result, "noise_success");
            EXPECT_GE(figureNamed(result, "success"), std::min(noise + 0.3, 1.0)) << target;
            ahead += (figureNamed(result, "success") - noise) / 9;
        }
    }
    EXPECT_GT(ahead, 0.4);
}

TEST_F(StickerTest, AUniversalChangeIsNowhereLargerThanAllowed) {
    const LensResult result = look(sticker("universal", {{"epsilon", 0.15}}));
    ASSERT_EQ(result.pictures.size(), 3u);
    const auto& before = result.pictures[0].values.values;
    const auto& after = result.pictures[2].values.values;
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_LE(std::abs(after[i] - before[i]), 0.15f + 1e-6f);
    EXPECT_THAT(after, Each(AllOf(Ge(0.0f), Le(1.0f))));
    EXPECT_EQ(figureNamed(look(sticker("universal", {{"epsilon", 0.0}})), "success"), 0);
}

/// Of sums of weighed pixels every place has weights of its own.
TEST_F(StickerTest, TheFewerPlacesTheEasier) {
    double before = 1;
    for (const char* places : {"one_place", "anywhere"}) {
        const LensResult result = look(
            sticker("patch", {{"size", 0.5}, {"target", std::int64_t{1}}, {"places", std::string(places)}}));
        EXPECT_LE(figureNamed(result, "success"), before);
        before = figureNamed(result, "success") - 0.2;
    }
}

TEST_F(StickerTest, TheSameSeedGivesTheSameSticker) {
    EXPECT_EQ(look(sticker("patch")), look(sticker("patch")));
    EXPECT_NE(look(sticker("patch", {{"seed", std::int64_t{2}}})).pictures, look(sticker("patch")).pictures);
}

/// Where it is shown has no influence on what is learned, so that nothing is learned again.
TEST_F(StickerTest, AnotherPlaceIsShownAtOnce) {
    LensMemory memory;
    m_bench.context().memory = &memory;
    const auto slices = [this](const Settings& settings) {
        const LensTarget target{.model = m_bench.network().model()};
        auto work = beginLens(*findLensType("sticker"), target, m_bench.context(), settings);
        if (!work)
            throw std::runtime_error(work.error().text());
        int count = 1;
        for (auto done = (*work)->advance(); done && !*done; done = (*work)->advance())
            ++count;
        return std::pair{count, (*work)->result()};
    };
    const auto [learning, first] = slices(sticker("patch"));
    const auto [moving, second] = slices(sticker("patch", {{"x", 0.0}, {"turn", std::int64_t{1}}}));
    EXPECT_GT(learning, 40);
    EXPECT_LE(moving, 2);
    EXPECT_EQ(second.pictures[0], first.pictures[0]);
    EXPECT_NE(second.pictures[2], first.pictures[2]);
    EXPECT_EQ(figureNamed(second, "success"), figureNamed(first, "success"));
    EXPECT_GT(slices(sticker("patch", {{"size", 0.5}})).first, 40) << "another patch is learned";
    const auto onePlace = [&](double x) {
        return slices(sticker("patch", {{"places", std::string("one_place")}, {"x", x}})).first;
    };
    EXPECT_GT(onePlace(0), 40);
    EXPECT_LE(onePlace(0), 2);
    EXPECT_GT(onePlace(1), 40) << "what is learned for one place is another thing at another";
    memory.forget();
    EXPECT_EQ(slices(sticker("patch", {{"x", 0.0}, {"turn", std::int64_t{1}}})).second, second);
}

TEST_F(StickerTest, SaysWhatCanNotBeDone) {
    const auto refused = m_bench.look("sticker", sticker("patch", {{"target", std::int64_t{3}}}));
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().text(), HasSubstr("There is no class 3"));
    m_bench.setData(std::make_shared<GivenSet>(
        describedClasses({8, 8, 1}, 3), std::vector<std::vector<float>>{std::vector<float>(kStickerPixels)},
        std::vector<float>{0}));
    EXPECT_THAT(m_bench.look("sticker").error().text(), HasSubstr("two samples"));
}

TEST(StickerOfPoints, AddsTheSameToAllOfThem) {
    LensBench bench(
        chain({2}, {{"dense", {{"units", std::int64_t{1}}, {"activation", std::string("sigmoid")}}}}));
    bench.setVariable("dense/kernel", {2, 0});
    bench.setData(std::make_shared<GivenSet>(
        describedClasses({2}, 2), std::vector<std::vector<float>>{{-1, -1}, {1, 1}, {-0.5f, 2}, {-0.4f, 0}},
        std::vector<float>{0, 1, 0, 0}));
    bench.setSample({-0.5f, 0.25f});
    EXPECT_THAT(bench.look("sticker", sticker("patch")).error().text(), HasSubstr("stuck on pictures"));
    const auto result = bench.look(
        "sticker", sticker("universal", {{"epsilon", 0.8}, {"target", std::int64_t{1}}, {"step_size", 0.1}}));
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_TRUE(result->pictures.empty());
    ASSERT_EQ(result->charts.size(), 3u);
    EXPECT_NEAR(result->charts[0].curves[1].y[0], 0.3, 1e-5) << "to the right, as far as it may";
    EXPECT_EQ(figureNamed(*result, "counted"), 2) << "both are of the other class";
    EXPECT_EQ(figureNamed(*result, "success"), 1);
}

} // namespace
} // namespace protomind
