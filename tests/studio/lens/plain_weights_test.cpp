// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/model_chain.h"
#include "studio/lens/plain_weights.h"

#include <gtest/gtest.h>

#include <bit>
#include <string>
#include <vector>

namespace protomind {
namespace {

const std::string kSmallHeader = "protomind_weights_1\ndense/kernel 2 3\ndense/bias 3\ndense 2/kernel 3 1\n"
                                 "dense 2/bias 1\n\n";

std::vector<std::uint8_t> smallFile(std::size_t numbers = 13) {
    std::vector<std::uint8_t> bytes(kSmallHeader.begin(), kSmallHeader.end());
    for (std::size_t i = 0; i < numbers; ++i) {
        const auto bits = std::bit_cast<std::uint32_t>(static_cast<float>(i) - 0.5f);
        for (int shift = 0; shift < 32; shift += 8)
            bytes.push_back(static_cast<std::uint8_t>(bits >> shift));
    }
    return bytes;
}

TEST(PlainWeightsTest, HoldTheNumbersInOrder) {
    const Model model = smallMlp(2, 3, 1);
    EXPECT_EQ(plainWeightsHeader(model), kSmallHeader);
    const VariableValues values = readPlainWeights(model, smallFile()).value();
    EXPECT_EQ(values.size(), 4u);
    EXPECT_EQ(values.at("dense/kernel"), HostArray({2, 3}, {-0.5f, 0.5f, 1.5f, 2.5f, 3.5f, 4.5f}));
    EXPECT_EQ(values.at("dense/bias"), HostArray({3}, {5.5f, 6.5f, 7.5f}));
    EXPECT_EQ(values.at("dense 2/kernel"), HostArray({3, 1}, {8.5f, 9.5f, 10.5f}));
    EXPECT_EQ(values.at("dense 2/bias"), HostArray({1}, {11.5f}));
}

TEST(PlainWeightsTest, RefusesEveryOtherLength) {
    const Model model = smallMlp(2, 3, 1);
    const std::vector<std::uint8_t> whole = smallFile(14);
    const std::size_t right = whole.size() - 4;
    for (std::size_t size = 0; size <= whole.size(); ++size)
        EXPECT_EQ(readPlainWeights(model, std::span(whole).first(size)).has_value(), size == right) << size;
    EXPECT_EQ(readPlainWeights(model, whole).error().sentence, "The weights take 52 bytes, but here are 56.");
}

TEST(PlainWeightsTest, RefusesOtherNetworks) {
    const Model model = smallMlp(2, 3, 1);
    for (std::size_t at = 0; at < kSmallHeader.size(); ++at) {
        std::vector<std::uint8_t> file = smallFile();
        ++file[at];
        EXPECT_FALSE(readPlainWeights(model, file)) << at;
    }
    const auto other = readPlainWeights(smallMlp(3, 2, 1), smallFile());
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().kind, ProblemKind::Input);
    EXPECT_EQ(other.error().sentence, "These weights are not made for this network.");
}

} // namespace
} // namespace protomind
