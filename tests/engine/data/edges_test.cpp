// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/edges.h"
#include "engine/data/whole_set.h"

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

constexpr std::size_t kPieceWidth = 16;
constexpr std::size_t kEdgesWidth = 14;

TEST(Edges, AreWhatTheKernelGivesAtEveryPlace) {
    const DataSource source = opened("edges?direction=30&samples=20&test=10");
    const std::array<float, 9> kernel = edgeKernel(30);
    for (const DataSetPtr& split : {source.training, source.test}) {
        const WholeSet set(*split);
        for (std::size_t i = 0; i < set.size(); ++i)
            for (std::size_t row = 0; row < kEdgesWidth; ++row)
                for (std::size_t column = 0; column < kEdgesWidth; ++column) {
                    double sum = 0;
                    for (std::size_t y = 0; y < 3; ++y)
                        for (std::size_t x = 0; x < 3; ++x)
                            sum += double{kernel[3 * y + x]} *
                                   double{set.sample(i)[(row + y) * kPieceWidth + column + x]};
                    ASSERT_NEAR(set.targets[(i * kEdgesWidth + row) * kEdgesWidth + column], sum, 1e-6);
                }
    }
}

TEST(Edges, OfADirectionAreThoseOfNoOther) {
    const auto right = edgeKernel(0);
    EXPECT_EQ(right, (std::array<float, 9>{-0.25f, 0, 0.25f, -0.5f, 0, 0.5f, -0.25f, 0, 0.25f}));
    const auto down = edgeKernel(90);
    const auto left = edgeKernel(180);
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column) {
            EXPECT_NEAR(down[3 * row + column], right[3 * column + row], 1e-6);
            EXPECT_NEAR(left[3 * row + column], -right[3 * row + column], 1e-6);
        }
    // Whatever the direction, an even ground has no edges.
    for (float degrees = 0; degrees <= 360; degrees += 15) {
        float sum = 0;
        for (const float weight : edgeKernel(degrees))
            sum += weight;
        EXPECT_NEAR(sum, 0, 1e-6) << degrees;
    }
}

TEST(Edges, ComeWithNoiseWhereItIsAskedFor) {
    const WholeSet clean(*opened("edges?samples=50").training);
    const WholeSet noisy(*opened("edges?samples=50&noise=0.5").training);
    double squares = 0;
    for (std::size_t i = 0; i < clean.targets.size(); ++i)
        squares += std::pow(noisy.targets[i] - clean.targets[i], 2);
    // Each sample has a stream of its own, so the pieces are the same.
    EXPECT_NEAR(std::sqrt(squares / static_cast<double>(clean.targets.size())), 0.5, 0.02);
}

} // namespace
} // namespace protomind
