// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_bench.h"

#include <gmock/gmock.h>

#include <cmath>

namespace protomind {
namespace {

using testing::HasSubstr;

/// A network that decides for the largest of three numbers.
class ConfusionTest : public testing::Test {
protected:
    ConfusionTest() {
        m_bench.setVariable("dense/kernel", {1, 0, 0, 0, 1, 0, 0, 0, 1});
        m_bench.context().split = Split::Test;
    }
    void setSamples(std::vector<std::vector<float>> samples, std::vector<float> labels) {
        m_bench.setData(
            std::make_shared<GivenSet>(describedClasses({3}, 3), std::move(samples), std::move(labels)));
    }
    static const LensTable& table(const LensResult& result, const std::string& name) {
        return *std::ranges::find(result.tables, name, &LensTable::name);
    }

    LensBench m_bench{
        chain({3}, {{"dense", {{"units", std::int64_t{3}}, {"activation", std::string("softmax")}}}})};
};

TEST_F(ConfusionTest, CountsWhatIsTakenForWhat) {
    // Class a: two right, one taken for b. b: one right. c: both taken for a; nothing is taken for c.
    setSamples({{5, 0, 0}, {4, 0, 0}, {0, 3, 0}, {0, 2, 0}, {9, 0, 0}, {1, 0, 0}}, {0, 0, 0, 1, 2, 2});
    const auto result = m_bench.look("confusion");
    ASSERT_TRUE(result) << result.error().text();
    const LensTable& matrix = table(*result, "matrix");
    EXPECT_TRUE(matrix.matrix);
    EXPECT_EQ(matrix.columns, (std::vector{Sentence::name("a"), Sentence::name("b"), Sentence::name("c")}));
    const std::vector<std::vector<double>> counts{{2, 1, 0}, {0, 1, 0}, {2, 0, 0}};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            EXPECT_EQ(matrix.cells[row][column].value, counts[row][column]);
            EXPECT_EQ(static_cast<double>(matrix.cells[row][column].samples.size()), counts[row][column]);
        }
    }
    // In closed form: precision is right / taken for it, recall right / there, F1 2 right / (taken + there).
    const LensTable& classes = table(*result, "classes");
    const auto value = [&](std::size_t row, std::size_t column) { return classes.cells[row][column].value; };
    EXPECT_EQ(value(0, 1), 2.0 / 4);
    EXPECT_EQ(value(0, 2), 2.0 / 3);
    EXPECT_EQ(value(0, 3), 4.0 / 7);
    EXPECT_EQ(value(1, 1), 1.0 / 2);
    EXPECT_EQ(value(1, 2), 1.0);
    EXPECT_EQ(value(1, 3), 2.0 / 3);
    EXPECT_FALSE(value(2, 1).has_value()); // nothing was taken for it
    EXPECT_EQ(value(2, 2), 0.0);
    EXPECT_EQ(value(2, 3), 0.0);
    EXPECT_EQ(figureNamed(*result, "samples"), 6);
    EXPECT_EQ(figureNamed(*result, "accuracy"), 0.5);
    EXPECT_THAT(result->sentences[0], HasSubstr("3 of 6 test samples"));
    EXPECT_THAT(result->sentences[1], HasSubstr("c is taken for a, 2 of 2 times"));
}

TEST_F(ConfusionTest, TheMostConfidentMistakesComeFirst) {
    setSamples({{1, 0, 0}, {9, 0, 0}, {3, 0, 0}, {0, 0, 1}, {0, 0, 7}}, {2, 2, 2, 2, 2});
    const auto result = m_bench.look("confusion");
    ASSERT_TRUE(result);
    const LensTable& matrix = table(*result, "matrix");
    const auto indices = [&](std::size_t column) {
        std::vector<std::int64_t> all;
        for (const LensSample& sample : matrix.cells[2][column].samples)
            all.push_back(sample.index);
        return all;
    };
    EXPECT_EQ(indices(0), (std::vector<std::int64_t>{1, 2, 0}));
    EXPECT_EQ(indices(2), (std::vector<std::int64_t>{3, 4})); // of right ones those that it was least sure of
    // e^3 / (e^3 + 2) and 1 / (e^3 + 2)
    EXPECT_EQ(matrix.cells[2][0].samples[1].sentence, "c taken for a (90.9 %; c has 4.5 %)");
}

TEST_F(ConfusionTest, OfManySamplesThoseMostWorthSeeingStay) {
    std::vector<std::vector<float>> samples;
    for (int i = 0; i < 1000; ++i)
        samples.push_back({0.001f * static_cast<float>((i * 7) % 1000), 0, 0});
    setSamples(samples, std::vector<float>(1000, 1));
    const auto result = m_bench.look("confusion");
    ASSERT_TRUE(result);
    const LensCell& cell = table(*result, "matrix").cells[1][0];
    EXPECT_EQ(cell.value, 1000);
    ASSERT_EQ(cell.samples.size(), 100u);
    for (std::size_t i = 0; i < cell.samples.size(); ++i)
        EXPECT_EQ(cell.samples[i].index * 7 % 1000, 999 - static_cast<std::int64_t>(i));
}

TEST_F(ConfusionTest, TwoClassesMayHaveASingleOutput) {
    LensBench bench(
        chain({1}, {{"dense", {{"units", std::int64_t{1}}, {"activation", std::string("sigmoid")}}}}));
    bench.setVariable("dense/kernel", {1});
    bench.setData(std::make_shared<GivenSet>(describedClasses({1}, 2),
                                             std::vector<std::vector<float>>{{-1}, {1}, {2}},
                                             std::vector<float>{0, 0, 1}));
    const auto result = bench.look("confusion");
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_EQ(table(*result, "matrix").cells[0][0].value, 1);
    EXPECT_EQ(table(*result, "matrix").cells[0][1].value, 1);
    EXPECT_EQ(table(*result, "matrix").cells[1][1].value, 1);
}

TEST_F(ConfusionTest, SaysWhyItCannot) {
    EXPECT_THAT(m_bench.look("confusion").error().text(), HasSubstr("no samples"));
    setSamples({{1, 0, 0}}, {0});
    m_bench.context().split = Split::Validation;
    EXPECT_THAT(m_bench.look("confusion").error().text(), HasSubstr("kept aside"));
    DataDescription values{.sampleShape = {3}, .targetKind = TargetKind::Values, .targetShape = {3}};
    const LensTarget target{.model = m_bench.network().model(), .data = &values};
    EXPECT_THAT(findLensType("confusion")->suits(target).error().text(), HasSubstr("values"));
}

} // namespace
} // namespace protomind
