// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "studio/lens/lens_bench.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace protomind {
namespace {

using testing::HasSubstr;

constexpr std::size_t kTransferPixels = 16;

Model twoSums() {
    return chain(
        {4, 4, 1},
        {{"flatten", {}}, {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}}}});
}

/// A network of sums over pictures [4, 4, 1], pictures with the class that it gives them itself, and another
/// network to try attacks on.
class TransferTest : public testing::Test {
protected:
    TransferTest() {
        RandomStream random(6);
        m_weights.resize(kTransferPixels * 2);
        for (float& weight : m_weights)
            weight = random.normal();
        m_bench.setVariable("dense/kernel", m_weights);
        std::vector<std::vector<float>> samples;
        std::vector<float> classes;
        for (int i = 0; i < 60; ++i) {
            std::vector<float>& sample = samples.emplace_back(kTransferPixels);
            std::array<float, 2> scores{};
            for (std::size_t pixel = 0; pixel < kTransferPixels; ++pixel) {
                sample[pixel] = random.uniform();
                scores[0] += sample[pixel] * m_weights[2 * pixel];
                scores[1] += sample[pixel] * m_weights[2 * pixel + 1];
            }
            classes.push_back(scores[1] > scores[0] ? 1.0f : 0.0f);
        }
        m_data = std::make_shared<GivenSet>(describedClasses({4, 4, 1}, 2), samples, classes);
        m_bench.setData(m_data);
    }
    void setOther(LensBench& other) {
        other.setData(m_data);
        m_bench.context().other = {
            .network = &other.network(), .objective = other.context().objective, .name = "twin"};
    }
    LensResult look(Settings settings = {}) {
        settings.try_emplace("epsilon", 0.2);
        auto result = m_bench.look("transfer", settings);
        if (!result)
            throw std::runtime_error(result.error().text());
        return std::move(*result);
    }

    std::vector<float> m_weights;
    DataSetPtr m_data;
    LensBench m_bench{twoSums()};
};

TEST_F(TransferTest, FoolsATwinAsOftenAsADirectAttack) {
    LensBench twin(twoSums());
    twin.setVariable("dense/kernel", m_weights);
    setOther(twin);
    const LensResult result = look();
    EXPECT_EQ(figureNamed(result, "clean"), 1);
    EXPECT_EQ(figureNamed(result, "other_clean"), 1);
    EXPECT_EQ(figureNamed(result, "both_right"), 60);
    EXPECT_GT(figureNamed(result, "transferred"), 0.5);
    EXPECT_EQ(figureNamed(result, "transferred"), figureNamed(result, "fooled"));
    EXPECT_EQ(figureNamed(result, "transferred"), figureNamed(result, "direct"));
    EXPECT_LT(figureNamed(result, "noise"), figureNamed(result, "direct"));
    EXPECT_EQ(figureNamed(result, "gradient_masking"), 0);
    EXPECT_THAT(result.sentences[2].text(), HasSubstr("twin errs more often than with plain noise"));
    EXPECT_THAT(result.sentences[3].text(), HasSubstr("(PGD)"));
    ASSERT_EQ(result.tables.size(), 1u);
    EXPECT_EQ(result.tables[0].cells[0][1].value, figureNamed(result, "transferred"));
}

TEST_F(TransferTest, HardlyFoolsWhatLooksAtOtherPixels) {
    LensBench stranger(twoSums());
    std::vector<float> weights = m_weights;
    RandomStream random(8);
    for (float& weight : weights)
        weight = random.normal();
    stranger.setVariable("dense/kernel", weights);
    setOther(stranger);
    const LensResult result = look();
    EXPECT_LT(figureNamed(result, "both_right"), 60);
    EXPECT_LT(figureNamed(result, "transferred"), figureNamed(result, "direct"));
}

/// The same decisions, from sums that are rounded on their way: sigmoids so steep that a float's gradient of
/// them is zero. Its own attack has nothing to go by.
TEST_F(TransferTest, SaysWhereTheOtherGradientsLeadAstray) {
    LensBench masked(
        chain({4, 4, 1}, {{"flatten", {}},
                          {"dense", {{"units", std::int64_t{1}}, {"activation", std::string("sigmoid")}}},
                          {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}}}}));
    std::vector<float> steep(kTransferPixels);
    for (std::size_t pixel = 0; pixel < kTransferPixels; ++pixel)
        steep[pixel] = 1e4f * (m_weights[2 * pixel + 1] - m_weights[2 * pixel]);
    masked.setVariable("dense/kernel", steep);
    masked.setVariable("dense 2/kernel", {-1, 1});
    masked.setVariable("dense 2/bias", {0.5f, -0.5f});
    setOther(masked);
    const LensResult result = look();
    EXPECT_EQ(figureNamed(result, "both_right"), 60);
    EXPECT_EQ(figureNamed(result, "transferred"), figureNamed(result, "fooled"));
    EXPECT_LT(figureNamed(result, "direct"), figureNamed(result, "transferred"));
    EXPECT_EQ(figureNamed(result, "gradient_masking"), 1);
    EXPECT_THAT(result.sentences[2].text(),
                HasSubstr("the gradients of twin lead astray (gradient masking)"));
}

TEST_F(TransferTest, WithoutRoomNothingIsFooled) {
    LensBench twin(twoSums());
    twin.setVariable("dense/kernel", m_weights);
    setOther(twin);
    const LensResult result = look({{"epsilon", 0.0}, {"samples", std::int64_t{20}}});
    EXPECT_EQ(figureNamed(result, "samples"), 20);
    for (const char* figure : {"fooled", "transferred", "direct", "noise"})
        EXPECT_EQ(figureNamed(result, figure), 0) << figure;
    EXPECT_THAT(result.sentences[2].text(), HasSubstr("does not carry over"));
}

TEST_F(TransferTest, SaysWhatKeepsNetworksFromBeingCompared) {
    const auto alone = m_bench.look("transfer");
    ASSERT_FALSE(alone);
    EXPECT_THAT(alone.error().text(), HasSubstr("no other network"));

    LensBench larger(
        chain({5, 4, 1}, {{"flatten", {}},
                          {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}}}}));
    m_bench.context().other = {.network = &larger.network(), .objective = nullptr, .name = "larger"};
    const auto shapes = m_bench.look("transfer");
    ASSERT_FALSE(shapes);
    EXPECT_THAT(shapes.error().text(),
                testing::AllOf(HasSubstr("4 × 4"), HasSubstr("larger"), HasSubstr("5 × 4")));

    LensBench three(
        chain({4, 4, 1}, {{"flatten", {}},
                          {"dense", {{"units", std::int64_t{3}}, {"activation", std::string("softmax")}}}}));
    m_bench.context().other = {.network = &three.network(), .objective = nullptr, .name = "three"};
    const auto classes = m_bench.look("transfer");
    ASSERT_FALSE(classes);
    EXPECT_THAT(classes.error().text(), HasSubstr("tells 2 classes apart, and three 3"));
}

} // namespace
} // namespace protomind
