// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_bench.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {
namespace {

/// More samples than are computed at once.
constexpr std::size_t kSamples = 300;

class TopSamplesLensTest : public testing::Test {
protected:
    TopSamplesLensTest() {
        for (std::size_t i = 0; i < kSamples; ++i) {
            std::vector<float> sample(16);
            for (std::size_t j = 0; j < sample.size(); ++j)
                sample[j] = std::sin(static_cast<float>(31 * i + 7 * j * j));
            m_samples.push_back(std::move(sample));
        }
        std::vector<float> targets(kSamples);
        for (std::size_t i = 0; i < kSamples; ++i)
            targets[i] = static_cast<float>(i % 2);
        m_bench.context().split = Split::Test;
        m_bench.setData(std::make_shared<GivenSet>(describedClasses({4, 4, 1}, 2), m_samples, targets));
        m_bench.context().layer = "convolution";
    }
    /// What each channel of the convolution answers at most, sample by sample, from the device's own outputs.
    [[nodiscard]] std::vector<float> strongest(std::int64_t channel) {
        std::vector<float> all;
        for (const auto& sample : m_samples) {
            m_bench.setSample(sample);
            const auto result = m_bench.look("layer");
            const HostArray& output = result->layers.at(0).output.numbers;
            float most = -1e30f;
            for (std::size_t i = static_cast<std::size_t>(channel); i < output.values.size(); i += 3)
                most = std::max(most, output.values[i]);
            all.push_back(most);
        }
        return all;
    }

    LensBench m_bench{chain({4, 4, 1}, {{"convolution", {{"filters", std::int64_t{3}}}},
                                        {"flatten", {}},
                                        {"dense", {{"units", std::int64_t{2}}}}})};
    std::vector<std::vector<float>> m_samples;
};

TEST_F(TopSamplesLensTest, FindsThoseThatEachMapAnswersToMost) {
    const auto result = m_bench.look("top-samples", {{"count", std::int64_t{9}}});
    ASSERT_TRUE(result) << result.error().text();
    ASSERT_EQ(result->tables.size(), 1u);
    const LensTable& table = result->tables[0];
    ASSERT_EQ(table.cells.size(), 3u);
    for (std::int64_t channel = 0; channel < 3; ++channel) {
        const std::vector<float> values = strongest(channel);
        std::vector<std::int64_t> order(kSamples);
        std::iota(order.begin(), order.end(), 0);
        std::ranges::stable_sort(order, std::ranges::greater(),
                                 [&](std::int64_t i) { return values[static_cast<std::size_t>(i)]; });
        const std::vector<LensCell>& row = table.cells[static_cast<std::size_t>(channel)];
        ASSERT_EQ(row.size(), 9u);
        for (std::size_t rank = 0; rank < 9; ++rank) {
            EXPECT_NEAR(*row[rank].value, static_cast<double>(values[static_cast<std::size_t>(order[rank])]),
                        1e-5);
            EXPECT_EQ(row[rank].samples.at(0).index, order[rank]);
        }
    }
    EXPECT_EQ(result->pictures.size(), 27u);
}

TEST_F(TopSamplesLensTest, OfOneChannelAlone) {
    const auto all = m_bench.look("top-samples");
    const auto one = m_bench.look("top-samples", {{"channel", std::int64_t{2}}});
    ASSERT_TRUE(all && one);
    ASSERT_EQ(one->tables.at(0).rows, std::vector<std::string>{"2"});
    EXPECT_EQ(one->tables[0].cells[0], all->tables.at(0).cells[2]);
    EXPECT_THAT(m_bench.look("top-samples", {{"channel", std::int64_t{3}}}).error().text(),
                testing::HasSubstr("has 3 channels"));
}

TEST_F(TopSamplesLensTest, WhatIsNotFiniteIsNoAnswer) {
    m_bench.setVariable("convolution/bias", {std::nanf(""), 0, 0});
    const auto result = m_bench.look("top-samples", {{"count", std::int64_t{2}}});
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_EQ(result->tables.at(0).cells[0][0].text, kNoValue);
    EXPECT_TRUE(result->tables[0].cells[1][0].value.has_value());
}

TEST_F(TopSamplesLensTest, FewerSamplesThanAskedForAreAllThereAre) {
    m_bench.setData(
        std::make_shared<GivenSet>(describedClasses({4, 4, 1}, 2),
                                   std::vector<std::vector<float>>(m_samples.begin(), m_samples.begin() + 4),
                                   std::vector<float>{0, 1, 0, 1}));
    const auto result = m_bench.look("top-samples");
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_EQ(result->tables.at(0).columns.size(), 4u);
}

} // namespace
} // namespace protomind
