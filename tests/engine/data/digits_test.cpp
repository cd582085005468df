// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/digit_templates.h"
#include "engine/data/whole_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {
namespace {

constexpr int kSide = 28;
constexpr std::size_t kPixels = kSide * kSide;

using Pixels = std::array<double, kPixels>;

std::array<Pixels, kDigitCount> classMeans(const WholeSet& set) {
    std::array<Pixels, kDigitCount> means{};
    for (std::size_t i = 0; i < set.size(); ++i)
        for (std::size_t pixel = 0; pixel < kPixels; ++pixel)
            means[static_cast<std::size_t>(set.targets[i])][pixel] +=
                set.sample(i)[pixel] * kDigitCount / static_cast<double>(set.size());
    return means;
}

double distance(std::span<const float> a, const auto& b) {
    double sum = 0;
    for (std::size_t pixel = 0; pixel < kPixels; ++pixel)
        sum += (a[pixel] - b[pixel]) * (a[pixel] - b[pixel]);
    return std::sqrt(sum);
}

double nearestMeanAccuracy(const std::string& text) {
    const DataSource source = opened(text);
    const auto means = classMeans(WholeSet(*source.training));
    const WholeSet test(*source.test);
    int right = 0;
    for (std::size_t i = 0; i < test.size(); ++i) {
        const auto nearest = std::ranges::min_element(
            means, {}, [&](const Pixels& mean) { return distance(test.sample(i), mean); });
        right += nearest - means.begin() == static_cast<std::ptrdiff_t>(test.targets[i]);
    }
    return right / static_cast<double>(test.size());
}

TEST(DigitTemplates, GiveEveryDigitSeveralForms) {
    for (int digit = 0; digit < kDigitCount; ++digit) {
        const auto templates = templatesOf(digit);
        EXPECT_GE(templates.size(), 4u);
        for (const DigitTemplate& pattern : templates) {
            EXPECT_EQ(pattern.digit, digit);
            EXPECT_GT(pattern.share, 0);
            ASSERT_FALSE(pattern.strokes.empty());
            float top = 1, bottom = 0;
            for (const PenStroke& stroke : pattern.strokes) {
                ASSERT_GE(stroke.size(), 3u);
                EXPECT_FALSE(stroke.front().corner || stroke.back().corner);
                for (const PenPoint& point : stroke) {
                    EXPECT_GE(point.x, 0);
                    EXPECT_LE(point.x, 0.95f);
                    top = std::min(top, point.y);
                    bottom = std::max(bottom, point.y);
                }
            }
            EXPECT_LE(top, 0.1f);
            EXPECT_GE(bottom, 0.97f);
        }
    }
    EXPECT_THROW((void)templatesOf(10), std::logic_error);
    EXPECT_THROW((void)templatesOf(-1), std::logic_error);
}

TEST(Digits, AreFramedLikeMnist) {
    const WholeSet all(*opened("digits?samples=3000&test=10").training);
    double total = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto image = all.sample(i);
        double mass = 0, x = 0, y = 0;
        int left = kSide, right = 0, top = kSide, bottom = 0;
        for (int row = 0; row < kSide; ++row)
            for (int column = 0; column < kSide; ++column) {
                const float ink = image[static_cast<std::size_t>(row * kSide + column)];
                ASSERT_GE(ink, 0.0f);
                ASSERT_LE(ink, 1.0f);
                mass += ink;
                x += ink * (column + 0.5);
                y += ink * (row + 0.5);
                if (ink > 0.5f) {
                    left = std::min(left, column);
                    right = std::max(right, column);
                    top = std::min(top, row);
                    bottom = std::max(bottom, row);
                }
                if (row == 0 || column == 0 || row == kSide - 1 || column == kSide - 1) {
                    ASSERT_EQ(ink, 0.0f) << "digit " << i << " touches the border";
                }
            }
        const int longer = std::max(right - left, bottom - top) + 1;
        ASSERT_GE(longer, 16) << "digit " << i;
        ASSERT_LE(longer, 21) << "digit " << i;
        ASSERT_NEAR(x / mass, kSide / 2.0, 2.5) << "digit " << i;
        ASSERT_NEAR(y / mass, kSide / 2.0, 2.5) << "digit " << i;
        total += mass;
    }
    // MNIST's mean is 0.1307.
    EXPECT_NEAR(total / static_cast<double>(all.samples.size()), 0.13, 0.02);
}

TEST(Digits, VaryWithinEveryClass) {
    const WholeSet all(*opened("digits?samples=400&test=10").training);
    for (std::size_t digit = 0; digit < kDigitCount; ++digit) {
        double sum = 0;
        int pairs = 0;
        for (std::size_t i = digit; i < all.size(); i += kDigitCount)
            for (std::size_t j = i + kDigitCount; j < all.size(); j += kDigitCount) {
                const double apart = distance(all.sample(i), all.sample(j));
                EXPECT_GT(apart, 1.0) << "samples " << i << " and " << j;
                sum += apart;
                ++pairs;
            }
        EXPECT_GT(sum / pairs, 5.0) << "digit " << digit;
    }
}

TEST(Digits, AreNeitherTrivialNorHopelessForClassMeans) {
    const double accuracy = nearestMeanAccuracy("digits?samples=4000&test=1000");
    EXPECT_GT(accuracy, 0.65);
    EXPECT_LT(accuracy, 0.92);
}

TEST(Digits, GetHarderWithAnUnsteadyHand) {
    const double steady = nearestMeanAccuracy("digits?noise=0&samples=2000&test=1000");
    const double normal = nearestMeanAccuracy("digits?samples=2000&test=1000");
    const double unsteady = nearestMeanAccuracy("digits?noise=1&samples=2000&test=1000");
    EXPECT_GT(steady, normal + 0.05);
    EXPECT_GT(normal, unsteady + 0.05);
    EXPECT_GT(unsteady, 0.3);
}

TEST(Digits, ReadAsLabelsInTurn) {
    const DataSource source = opened("digits?samples=25&test=12");
    EXPECT_EQ(source.training->size(), 25);
    EXPECT_EQ(source.test->size(), 12);
    EXPECT_EQ(source.training->description().sampleShape, (Shape{28, 28, 1}));
    const WholeSet all(*source.training);
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(all.targets[i], static_cast<float>(i % 10));
}

/// Where the ink of an image has its centre of mass, from the middle.
std::array<double, 2> centreOf(std::span<const float> image) {
    double mass = 0;
    double x = 0;
    double y = 0;
    for (std::size_t pixel = 0; pixel < kPixels; ++pixel) {
        const auto ink = static_cast<double>(image[pixel]);
        mass += ink;
        x += ink * (static_cast<double>(pixel % kSide) - (kSide - 1) / 2.0);
        y += ink * (static_cast<double>(pixel / kSide) - (kSide - 1) / 2.0);
    }
    return {x / mass, y / mass};
}

double farthestCentre(const WholeSet& set) {
    double farthest = 0;
    for (std::size_t i = 0; i < set.size(); ++i) {
        const auto [x, y] = centreOf(set.sample(i));
        farthest = std::max({farthest, std::abs(x), std::abs(y)});
    }
    return farthest;
}

TEST(Digits, AreMovedWithinTheShiftByTheSameHand) {
    const DataSource middle = opened("digits?samples=400&test=400");
    const DataSource moved = opened("digits?samples=400&test=400&shift=3");
    for (const auto& [before, after] :
         {std::pair{middle.training, moved.training}, {middle.test, moved.test}}) {
        const WholeSet still(*before);
        const WholeSet shifted(*after);
        EXPECT_EQ(still.targets, shifted.targets);
        EXPECT_GT(farthestCentre(shifted), farthestCentre(still) + 1);
        // A digit of 20 pixels stays in the frame: all of it moves.
        for (std::size_t i = 0; i < still.size(); ++i)
            for (std::size_t axis = 0; axis < 2; ++axis)
                EXPECT_LT(std::abs(centreOf(shifted.sample(i))[axis] - centreOf(still.sample(i))[axis]), 3.2);
    }
}

TEST(Digits, AShiftOfTheTestAloneLeavesTheTrainingDigits) {
    const DataSource middle = opened("digits?samples=200&test=200");
    const DataSource moved = opened("digits?samples=200&test=200&test_shift=4");
    EXPECT_EQ(WholeSet(*moved.training).samples, WholeSet(*middle.training).samples);
    EXPECT_GT(farthestCentre(WholeSet(*moved.test)), farthestCentre(WholeSet(*middle.test)) + 2);
    const DataSource both = opened("digits?samples=200&test=200&shift=1&test_shift=3");
    EXPECT_EQ(WholeSet(*both.test).samples, WholeSet(*moved.test).samples) << "1 and 3 more are 4";
}

TEST(Digits, TurnAndChangeTheirSize) {
    const WholeSet still(*opened("digits?samples=200&test=10").training);
    for (const char* const option : {"turn=45", "scale=0.5"}) {
        const WholeSet changed(*opened(std::string("digits?samples=200&test=10&") + option).training);
        EXPECT_EQ(changed.targets, still.targets);
        EXPECT_NE(changed.samples, still.samples) << option;
        EXPECT_LT(farthestCentre(changed), 4) << option << " is about the centre";
    }
}

} // namespace
} // namespace protomind
