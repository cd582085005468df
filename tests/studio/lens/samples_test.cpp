// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_bench.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

/// A network that decides for the largest of three numbers.
class SamplesLensTest : public testing::Test {
protected:
    SamplesLensTest() {
        m_bench.setVariable("dense/kernel", {1, 0, 0, 0, 1, 0, 0, 0, 1});
        m_bench.context().split = Split::Test;
        // a: right and sure, right and unsure. c: taken for a, for a and sure, for b.
        m_bench.setData(std::make_shared<GivenSet>(
            describedClasses({3}, 3),
            std::vector<std::vector<float>>{{5, 0, 0}, {1, 0, 0}, {2, 0, 0}, {9, 0, 0}, {0, 3, 0}},
            std::vector<float>{0, 0, 2, 2, 2}));
    }
    std::vector<std::string> rows(const Settings& settings) {
        const auto result = m_bench.look("samples", settings);
        EXPECT_TRUE(result) << result.error().text();
        return !result || result->tables.empty() ? std::vector<std::string>() : result->tables[0].rows;
    }

    LensBench m_bench{
        chain({3}, {{"dense", {{"units", std::int64_t{3}}, {"activation", std::string("softmax")}}}})};
};

TEST_F(SamplesLensTest, TheMistakesThatItWasMostSureAboutComeFirst) {
    EXPECT_EQ(rows({}), (std::vector<std::string>{"3", "4", "2"}));
}

TEST_F(SamplesLensTest, OfTheRightOnesTheLeastSureComeFirst) {
    EXPECT_EQ(rows({{"show", std::string("right")}}), (std::vector<std::string>{"1", "0"}));
    EXPECT_EQ(rows({{"show", std::string("all")}}), (std::vector<std::string>{"3", "4", "2", "1", "0"}));
}

TEST_F(SamplesLensTest, ShowsThoseOfOneCellOfTheConfusion) {
    EXPECT_EQ(rows({{"truth", std::int64_t{2}}, {"taken", std::int64_t{0}}}),
              (std::vector<std::string>{"3", "2"}));
    EXPECT_EQ(rows({{"truth", std::int64_t{0}}, {"taken", std::int64_t{0}}}),
              (std::vector<std::string>{"1", "0"}));
    EXPECT_TRUE(rows({{"truth", std::int64_t{1}}, {"taken", std::int64_t{0}}}).empty());
}

TEST_F(SamplesLensTest, TellsHowManyThereAreOfWhichAFewAreShown) {
    const auto result = m_bench.look("samples", {{"count", std::int64_t{2}}});
    ASSERT_TRUE(result);
    EXPECT_EQ(figureNamed(*result, "found"), 3);
    EXPECT_EQ(result->tables[0].rows.size(), 2U);
    EXPECT_THAT(result->sentences[0].text(), testing::HasSubstr("3 of 5 samples"));
}

} // namespace
} // namespace protomind
