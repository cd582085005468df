// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/whole_set.h"

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

TEST(LineData, LiesOnTheLineWithoutNoise) {
    const DataSource source = opened("line?m=-1.5&b=0.25&noise=0&samples=50");
    EXPECT_EQ(source.training->description().targetKind, TargetKind::Values);
    EXPECT_EQ(source.training->description().targetShape, Shape{1});
    const WholeSet all(*source.training);
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_GE(all.samples[i], -1.0f);
        EXPECT_LT(all.samples[i], 1.0f);
        EXPECT_FLOAT_EQ(all.targets[i], -1.5f * all.samples[i] + 0.25f);
    }
}

TEST(LineData, HasSlopeInterceptAndNoiseThatWereAskedFor) {
    // Least squares over many samples; bounds are five standard errors.
    constexpr double kNoise = 0.2;
    const WholeSet all(*opened("line?m=2&b=-1&noise=0.2&samples=20000").training);
    const auto n = static_cast<double>(all.size());
    double x = 0, y = 0, xx = 0, xy = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double sample = all.samples[i];
        const double target = all.targets[i];
        x += sample;
        y += target;
        xx += sample * sample;
        xy += sample * target;
    }
    const double m = (n * xy - x * y) / (n * xx - x * x);
    const double b = (y - m * x) / n;
    EXPECT_NEAR(m, 2, 5 * kNoise / std::sqrt(n / 3));
    EXPECT_NEAR(b, -1, 5 * kNoise / std::sqrt(n));
    double squares = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
        squares += std::pow(all.targets[i] - m * all.samples[i] - b, 2);
    EXPECT_NEAR(std::sqrt(squares / n), kNoise, 5 * kNoise / std::sqrt(2 * n));
}

} // namespace
} // namespace protomind
