// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/whole_set.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numbers>

namespace protomind {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;

/// Calls check(x, y, classB) for every sample of both splits.
void forEachPoint(const std::string& text, const std::function<void(float, float, bool)>& check) {
    const DataSource source = opened(text);
    for (const DataSetPtr& set : {source.training, source.test}) {
        const WholeSet all(*set);
        for (std::size_t i = 0; i < all.size(); ++i)
            check(all.samples[2 * i], all.samples[2 * i + 1], all.targets[i] == 1.0f);
    }
}

TEST(PlanarData, CircleIsADiscInARing) {
    float innermost = 1, outermost = 0;
    forEachPoint("circle?noise=0", [&](float x, float y, bool classB) {
        const float radius = std::hypot(x, y);
        EXPECT_GE(radius, classB ? 0.7f - 1e-5f : 0.0f);
        EXPECT_LE(radius, classB ? 1.0f + 1e-5f : 0.5f + 1e-5f);
        innermost = std::min(innermost, radius);
        outermost = std::max(outermost, radius);
    });
    EXPECT_LT(innermost, 0.05f);
    EXPECT_GT(outermost, 0.95f);
}

TEST(PlanarData, XorFillsFourQuarters) {
    int quarters[4] = {};
    forEachPoint("xor?noise=0", [&](float x, float y, bool classB) {
        EXPECT_EQ(x * y < 0, classB);
        EXPECT_LE(std::max(std::abs(x), std::abs(y)), 1.0f);
        ++quarters[(x > 0 ? 1 : 0) + (y > 0 ? 2 : 0)];
    });
    for (const int count : quarters)
        EXPECT_NEAR(count, 200, 60);
}

TEST(PlanarData, GaussiansHaveTheirCentresAndSpread) {
    double sums[2] = {};
    double squares = 0;
    int count = 0;
    forEachPoint("gaussians?noise=0.2&samples=4000", [&](float x, float y, bool classB) {
        const float centre = classB ? -0.4f : 0.4f;
        sums[classB] += x + y;
        squares += (x - centre) * (x - centre) + (y - centre) * (y - centre);
        ++count;
    });
    EXPECT_NEAR(sums[0] / count, 0.4, 0.02);
    EXPECT_NEAR(sums[1] / count, -0.4, 0.02);
    EXPECT_NEAR(std::sqrt(squares / (2 * count)), 0.2, 0.01);
}

TEST(PlanarData, SpiralHasTwoArmsHalfATurnApart) {
    forEachPoint("spiral?noise=0", [](float x, float y, bool classB) {
        const float radius = std::hypot(x, y);
        ASSERT_LE(radius, 1.0f + 1e-5f);
        const float angle = radius * 1.75f * 2 * kPi + (classB ? kPi : 0.0f);
        EXPECT_NEAR(x, radius * std::sin(angle), 1e-4f);
        EXPECT_NEAR(y, radius * std::cos(angle), 1e-4f);
    });
}

TEST(PlanarData, SpiralTurnsAsOftenAsAskedFor) {
    forEachPoint("spiral?noise=0&turns=0.5", [](float x, float y, bool classB) {
        const float angle = std::hypot(x, y) * kPi + (classB ? kPi : 0.0f);
        EXPECT_NEAR(x, std::hypot(x, y) * std::sin(angle), 1e-4f);
    });
}

TEST(PlanarData, MoonsAreHalfCirclesThatReachIntoEachOther) {
    forEachPoint("moons?noise=0", [](float x, float y, bool classB) {
        const float centreX = classB ? 0.5f / 1.5f : -0.5f / 1.5f;
        const float centreY = classB ? 0.25f / 1.5f : -0.25f / 1.5f;
        EXPECT_NEAR(std::hypot(x - centreX, y - centreY), 1.0f / 1.5f, 1e-5f);
        EXPECT_TRUE(classB ? y <= centreY + 1e-5f : y >= centreY - 1e-5f);
        EXPECT_LE(std::abs(x), 1.0f + 1e-5f);
        EXPECT_LE(std::abs(y), 0.5f + 1e-5f);
    });
}

TEST(PlanarData, NoiseMovesPoints) {
    for (const std::string name : {"circle", "xor", "gaussians", "spiral", "moons"}) {
        const WholeSet clean(*opened(name + "?noise=0&samples=5000").training);
        const WholeSet noisy(*opened(name + "?noise=0.3&samples=5000").training);
        double squares = 0;
        for (std::size_t i = 0; i < clean.samples.size(); ++i)
            squares += std::pow(noisy.samples[i] - clean.samples[i], 2);
        EXPECT_NEAR(std::sqrt(squares / static_cast<double>(clean.samples.size())), 0.3, 0.015) << name;
        EXPECT_EQ(clean.targets, noisy.targets);
    }
}

} // namespace
} // namespace protomind
