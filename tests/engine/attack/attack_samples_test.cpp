// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/attack_samples.h"
#include "engine/instance/model_chain.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// Pictures of that side, through so many layers that keep their size.
Model convolutions(std::int64_t side, int layers) {
    std::vector<std::pair<std::string, Settings>> all(
        static_cast<std::size_t>(layers),
        {"convolution", {{"filters", std::int64_t{8}}, {"padding", std::string("same")}}});
    all.push_back({"flatten", {}});
    all.push_back({"dense", {{"units", std::int64_t{2}}}});
    return chain({side, side, 8}, all);
}

TEST(AttackSamplesTest, SmallNetworksAreAttackedWithManySamples) {
    EXPECT_EQ(fittingAttackBatch(convolutions(28, 2)), kLargestAttackBatch);
}

/// No layer is larger than another; all of them together are what is computed.
TEST(AttackSamplesTest, AllLayersCountNotJustTheLargest) {
    const std::int64_t few = fittingAttackBatch(convolutions(256, 2));
    const std::int64_t many = fittingAttackBatch(convolutions(256, 16));
    EXPECT_GT(few, many);
    EXPECT_GE(many, 1);
    constexpr std::int64_t kLayer = std::int64_t{256} * 256 * 8;
    EXPECT_LE(many * 16 * kLayer * 2, kMostAttackNumbers) << "with their gradients";
}

} // namespace
} // namespace protomind
