// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "studio/lens/lens_bench.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

namespace protomind {
namespace {

using testing::HasSubstr;

using Sizes = std::vector<std::int64_t>;

std::vector<float> someNumbers(std::size_t count, std::uint64_t seed, float scale = 1) {
    RandomStream random(seed);
    std::vector<float> values(count);
    for (float& value : values)
        value = scale * random.normal();
    return values;
}

Settings method(const char* name, Settings others = {}) {
    others["method"] = std::string(name);
    return others;
}

void expectNear(std::span<const float> found, std::span<const double> wanted, double tolerance = 1e-4) {
    ASSERT_EQ(found.size(), wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        EXPECT_NEAR(found[i], wanted[i], tolerance) << "number " << i;
}

constexpr std::int64_t kClasses = 3;
constexpr std::size_t kPixels = 20; ///< 4 high, 5 wide

/// Each class's score is a plain sum of weighed pixels: everything can be said in closed form.
class LinearSaliencyTest : public testing::Test {
protected:
    LinearSaliencyTest() {
        m_bench.setVariable("dense/kernel", m_weights);
        m_bench.setVariable("dense/bias", {0.3f, -0.2f, 0.1f});
        m_bench.setSample(m_sample);
    }
    double weight(std::size_t pixel, std::int64_t which) const {
        return m_weights[pixel * kClasses + static_cast<std::size_t>(which)];
    }
    std::vector<double> forEach(const std::function<double(std::size_t)>& of) const {
        std::vector<double> all;
        for (std::size_t i = 0; i < kPixels; ++i)
            all.push_back(of(i));
        return all;
    }
    std::vector<float> map(const Settings& settings) {
        const auto result = m_bench.look("saliency", settings);
        if (!result)
            throw std::runtime_error(result.error().text());
        EXPECT_EQ(result->pictures.size(), 2u);
        EXPECT_EQ(result->pictures[0].values.values, m_sample);
        EXPECT_EQ(result->pictures[1].values.shape, Shape({4, 5}));
        return result->pictures[1].values.values;
    }

    std::vector<float> m_weights = someNumbers(kPixels * kClasses, 3);
    std::vector<float> m_sample = someNumbers(kPixels, 4);
    LensBench m_bench{
        chain({4, 5, 1},
              {{"flatten", {}}, {"dense", {{"units", kClasses}, {"activation", std::string("softmax")}}}})};
    const std::int64_t m_class = 1;
    const Settings m_ofClass{{"class", std::int64_t{1}}};
};

TEST_F(LinearSaliencyTest, TheGradientIsTheWeights) {
    const auto weights = forEach([&](std::size_t i) { return weight(i, m_class); });
    expectNear(map(method("gradient", m_ofClass)), weights);
    // No noise changes the gradient of a plain sum, in however many batches its copies are computed.
    Settings noisy = m_ofClass;
    noisy["samples"] = std::int64_t{70};
    expectNear(map(method("smoothgrad", noisy)), weights);
}

TEST_F(LinearSaliencyTest, WhatEachPixelAddsIsItsWeightTimesIt) {
    const auto shares = forEach([&](std::size_t i) { return weight(i, m_class) * m_sample[i]; });
    expectNear(map(method("gradient_times_input", m_ofClass)), shares);
    expectNear(map(method("integrated_gradients", m_ofClass)), shares);
}

TEST_F(LinearSaliencyTest, AnOccludedSquareTakesItsSharesAway) {
    for (const auto& [side, stride] : {std::pair{1, 1}, {2, 1}, {3, 2}, {2, 5}, {9, 1}}) {
        // In the definition's own words: the mean, over the squares around a pixel, of what they take away.
        std::vector<double> wanted(kPixels, 0);
        std::vector<double> squares(kPixels, 0);
        const auto places = [&](int length) {
            std::vector<int> all;
            for (int place = 0; place + side < length; place += std::min(stride, side))
                all.push_back(place);
            all.push_back(std::max(length - side, 0));
            return all;
        };
        for (const int top : places(4)) {
            for (const int left : places(5)) {
                double taken = 0;
                const auto inside = [&](const auto& action) {
                    for (int y = top; y < std::min(top + side, 4); ++y) {
                        for (int x = left; x < std::min(left + side, 5); ++x)
                            action(static_cast<std::size_t>(5 * y + x));
                    }
                };
                inside([&](std::size_t i) { taken += weight(i, m_class) * m_sample[i]; });
                inside([&](std::size_t i) {
                    wanted[i] += taken;
                    ++squares[i];
                });
            }
        }
        for (std::size_t i = 0; i < kPixels; ++i) {
            ASSERT_GT(squares[i], 0);
            wanted[i] /= squares[i];
        }
        Settings settings = m_ofClass;
        settings["window"] = std::int64_t{side};
        settings["stride"] = std::int64_t{stride};
        expectNear(map(method("occlusion", settings)), wanted);
    }
}

TEST_F(LinearSaliencyTest, WithoutAClassItIsTheOneThatIsDecidedFor) {
    std::vector<double> scores{0.3, -0.2, 0.1};
    for (std::size_t i = 0; i < kPixels; ++i) {
        for (std::int64_t one = 0; one < kClasses; ++one)
            scores[static_cast<std::size_t>(one)] += weight(i, one) * m_sample[i];
    }
    const auto best = std::ranges::max_element(scores) - scores.begin();
    const auto result = m_bench.look("saliency", method("gradient"));
    ASSERT_TRUE(result);
    EXPECT_EQ(figureNamed(*result, "class"), static_cast<double>(best));
    EXPECT_NEAR(figureNamed(*result, "score"), scores[static_cast<std::size_t>(best)], 1e-4);
    expectNear(result->pictures[1].values.values, forEach([&](std::size_t i) { return weight(i, best); }));
}

TEST_F(LinearSaliencyTest, ASureAnswerHasAGradientToo) {
    std::vector<float> large = m_weights;
    for (float& weight : large)
        weight *= 100;
    m_bench.setVariable("dense/kernel", large);
    const auto outputs = m_bench.network().outputs(HostArray(Shape{1, 4, 5, 1}, m_sample));
    ASSERT_GT(std::ranges::max(outputs->values), 0.9999f);
    expectNear(map(method("gradient", m_ofClass)),
               forEach([&](std::size_t i) { return 100 * weight(i, m_class); }), 1e-2);
}

TEST_F(LinearSaliencyTest, WhatCannotBeIsSaid) {
    const auto noClass = m_bench.look("saliency", method("gradient", {{"class", kClasses}}));
    ASSERT_FALSE(noClass);
    EXPECT_THAT(noClass.error().text(), HasSubstr("no class 3"));
    const auto noMaps = m_bench.look("saliency", method("grad_cam"));
    ASSERT_FALSE(noMaps);
    EXPECT_THAT(noMaps.error().text(), HasSubstr("Grad-CAM"));
    m_bench.context().sample = HostArray();
    EXPECT_THAT(m_bench.look("saliency").error().text(), HasSubstr("no sample"));
    LensBench words(chain({6}, {{"embedding", {}}, {"flatten", {}}, {"dense", {}}}));
    words.setSample(std::vector<float>(6, 1));
    EXPECT_THAT(words.look("saliency").error().text(), HasSubstr("symbols"));
}

TEST(SaliencyTest, IntegratedGradientsAddUpToTheDifferenceOfTheScores) {
    for (const char* activation : {"relu", "tanh", "gelu"}) {
        LensBench bench(
            chain({8, 8, 1},
                  {{"convolution", {{"filters", std::int64_t{4}}, {"activation", std::string(activation)}}},
                   {"max_pool", {}},
                   {"flatten", {}},
                   {"dense", {{"units", std::int64_t{12}}, {"activation", std::string(activation)}}},
                   {"dense", {{"units", std::int64_t{5}}, {"activation", std::string("softmax")}}}}));
        bench.setVariable("dense/bias", someNumbers(12, 9));
        bench.setSample(someNumbers(64, 10));
        const auto result = bench.look("saliency", method("integrated_gradients"));
        ASSERT_TRUE(result) << result.error().text();
        HostArray both(Shape{2, 8, 8, 1});
        std::ranges::copy(bench.context().sample.values, both.values.begin());
        const auto logits = bench.network().ask({.logits = true}, {{kSamples, both}});
        const auto which = static_cast<std::size_t>(figureNamed(*result, "class"));
        const double difference = logits->at(kLogits).values[which] - logits->at(kLogits).values[5 + which];
        const std::vector<float>& shares = result->pictures[1].values.values;
        EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), difference,
                    0.01 * std::abs(difference))
            << activation;
        EXPECT_LT(figureNamed(*result, "completeness"), 0.01);
    }
}

TEST(SaliencyTest, GradCamIsWhatTheFormulaSays) {
    constexpr std::size_t kMaps = 3;
    LensBench bench(chain({4, 4, 1}, {{"convolution", {{"filters", std::int64_t{kMaps}}}},
                                      {"global_average_pool", {}},
                                      {"dense", {{"units", std::int64_t{2}}}}}));
    const std::vector<float> kernel = someNumbers(9 * kMaps, 5);
    const std::vector<float> weights = someNumbers(kMaps * 2, 6);
    const std::vector<float> sample = someNumbers(16, 7);
    bench.setVariable("convolution/kernel", kernel);
    bench.setVariable("dense/kernel", weights);
    bench.setSample(sample);
    // The score is a sum of the maps' means, each with its weight: so is their gradient, the same everywhere.
    std::vector<double> wanted(16, 0);
    for (std::size_t map = 0; map < kMaps; ++map) {
        for (int y = 0; y < 4; ++y) {
            for (int x = 0; x < 4; ++x) {
                double seen = 0;
                for (int v = 0; v < 3; ++v) {
                    for (int u = 0; u < 3; ++u) {
                        const int row = y + v - 1;
                        const int column = x + u - 1;
                        if (row >= 0 && row < 4 && column >= 0 && column < 4)
                            seen += static_cast<double>(sample[static_cast<std::size_t>(4 * row + column)]) *
                                    kernel[static_cast<std::size_t>(3 * v + u) * kMaps + map];
                    }
                }
                wanted[static_cast<std::size_t>(4 * y + x)] += weights[map * 2 + 1] / 16.0 * seen;
            }
        }
    }
    for (double& value : wanted)
        value = std::max(value, 0.0);
    const auto result = bench.look("saliency", method("grad_cam", {{"class", std::int64_t{1}}}));
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_GT(std::ranges::max(wanted), 0.01);
    expectNear(result->pictures[1].values.values, wanted, 1e-5);
    EXPECT_EQ(result->pictures[1].colours, PictureColours::Sequential);
}

TEST(SaliencyTest, GradCamLooksAtTheChosenLayer) {
    LensBench bench(chain({8, 8, 1}, {{"convolution", {{"filters", std::int64_t{2}}}},
                                      {"max_pool", {}},
                                      {"convolution", {{"filters", std::int64_t{2}}}},
                                      {"flatten", {}},
                                      {"dense", {}}}));
    bench.setSample(someNumbers(64, 8));
    const auto sentences = [&](const char* layer) {
        bench.context().layer = layer;
        const auto result = bench.look("saliency", method("grad_cam"));
        EXPECT_EQ(result->pictures[1].values.shape, Shape({8, 8}));
        return result->sentences[1];
    };
    EXPECT_THAT(sentences("convolution"), HasSubstr("maps of convolution "));
    EXPECT_THAT(sentences("max_pool"), HasSubstr("maps of max_pool "));
    EXPECT_THAT(sentences(""), HasSubstr("maps of convolution 2 "));
    EXPECT_THAT(sentences("dense"), HasSubstr("maps of convolution 2 "));
}

TEST(SaliencyTest, ASingleOutputSpeaksAgainstTheFirstOfTwoClasses) {
    LensBench bench(
        chain({2}, {{"dense", {{"units", std::int64_t{1}}, {"activation", std::string("sigmoid")}}}}));
    bench.setVariable("dense/kernel", {2.0f, -3.0f});
    DataDescription points = describedClasses({2}, 2);
    points.featureNames = {"x", "y"};
    bench.setData(
        std::make_shared<GivenSet>(points, std::vector<std::vector<float>>{{1, 1}}, std::vector<float>{0}));
    bench.setSample({1, 1});
    const auto bars = [&](std::int64_t which) {
        const auto result = bench.look("saliency", method("gradient", {{"class", which}}));
        EXPECT_EQ(result->charts.at(0).labels, (std::vector<std::string>{"x", "y"}));
        return result->charts.at(0).curves.at(0).y;
    };
    EXPECT_EQ(bars(1), (std::vector<double>{2, -3}));
    EXPECT_EQ(bars(0), (std::vector<double>{-2, 3}));
    EXPECT_EQ(figureNamed(*bench.look("saliency"), "class"), 0); // 2 - 3 is below zero
}

} // namespace
} // namespace protomind
