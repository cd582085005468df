// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/shape_drawer.h"
#include "engine/data/split.h"
#include "engine/data/whole_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace protomind {
namespace {

enum Factor : std::size_t { Right, Down, Turn, Size, Brightness, Clutter, Noise, kFactors };

/// Nothing but shapes: in the middle, upright, all of one size.
constexpr const char* kPlain = "shapes?shift=0&turn=0&scale=0&brightness=0&clutter=0&noise=0&test=10";

std::array<float, kFactors> factorsOf(const DataSet& set, std::int64_t index) {
    std::array<float, kFactors> factors{};
    set.readFactors(index, factors);
    return factors;
}

/// The plain ones with another value of an option: "turn=60".
std::string with(const std::string& option) {
    std::string text = kPlain;
    const std::size_t at = text.find(option.substr(0, option.find('=') + 1));
    text.replace(at, text.find('&', at) - at, option);
    return text + "&samples=120";
}

/// How light each pixel is over the ground: its corner, where there is nothing else.
struct Light {
    double mass = 0;
    double x = 0; ///< of the centre of mass
    double y = 0;

    explicit Light(std::span<const float> picture) {
        const auto at = [&](int pixel) {
            const auto first = static_cast<std::size_t>(pixel) * 3;
            return static_cast<double>(picture[first] + picture[first + 1] + picture[first + 2]);
        };
        const double ground = at(0);
        for (int pixel = 0; pixel < kShapeSide * kShapeSide; ++pixel) {
            const double light = at(pixel) - ground;
            mass += light;
            x += light * (pixel % kShapeSide + 0.5);
            y += light * (pixel / kShapeSide + 0.5); // NOLINT(bugprone-integer-division): the row
        }
        x /= mass;
        y /= mass;
    }
};

TEST(ShapeOutlines, HaveTheSameAreaAndKeepWithinTheirReach) {
    constexpr int kSteps = 400;
    constexpr float kReach = 2;
    for (int shape = 0; shape < kShapeCount; ++shape) {
        int inside = 0;
        for (int row = 0; row < kSteps; ++row)
            for (int column = 0; column < kSteps; ++column) {
                const float x = kReach * (2 * (static_cast<float>(column) + 0.5f) / kSteps - 1);
                const float y = kReach * (2 * (static_cast<float>(row) + 0.5f) / kSteps - 1);
                const bool in = distanceToShape(shape, x, y) < 0;
                inside += in;
                EXPECT_FALSE(in && std::hypot(x, y) > kShapeReach) << shape;
            }
        EXPECT_NEAR(inside * 4 * kReach * kReach / (kSteps * kSteps), 3.1416, 0.03) << shape;
    }
    EXPECT_THROW((void)distanceToShape(kShapeCount, 0, 0), std::logic_error);
}

TEST(Shapes, AreAsTheirFactorsSay) {
    const DataSource source = opened(with("shift=0.15"));
    const WholeSet plain(*opened(with("shift=0")).training);
    const WholeSet shifted(*source.training);
    double most = 0;
    for (std::size_t i = 0; i < shifted.size(); ++i) {
        const auto factors = factorsOf(*source.training, static_cast<std::int64_t>(i));
        const Light before(plain.sample(i));
        const Light after(shifted.sample(i));
        EXPECT_NEAR(after.x - before.x, static_cast<double>(factors[Right]), 0.1) << i;
        EXPECT_NEAR(after.y - before.y, static_cast<double>(factors[Down]), 0.1) << i;
        EXPECT_LE(std::abs(factors[Right]), 0.15f * kShapeSide);
        EXPECT_EQ(factors[Turn], 0.0f);
        most = std::max(most, static_cast<double>(factors[Right]));
    }
    EXPECT_GT(most, 0.13 * kShapeSide);
}

TEST(Shapes, CoverAsMuchAsTheirSizeSays) {
    const DataSource source = opened(with("scale=0.3"));
    const WholeSet plain(*opened(with("shift=0")).training);
    const WholeSet scaled(*source.training);
    for (std::size_t i = 0; i < scaled.size(); ++i) {
        const double size =
            static_cast<double>(factorsOf(*source.training, static_cast<std::int64_t>(i))[Size]) / 100;
        EXPECT_NEAR(Light(scaled.sample(i)).mass / Light(plain.sample(i)).mass, size * size, 0.05) << i;
    }
}

TEST(Shapes, TurnClockwise) {
    const DataSource source = opened(with("turn=60"));
    const WholeSet turned(*source.training);
    for (std::size_t i = 2; i < turned.size(); i += kShapeCount) { // triangles
        const auto degrees =
            static_cast<double>(factorsOf(*source.training, static_cast<std::int64_t>(i))[Turn]);
        // The third moment of a triangle points to its corners, and comes round after 120 degrees.
        double real = 0;
        double imaginary = 0;
        const auto picture = turned.sample(i);
        for (int pixel = 0; pixel < kShapeSide * kShapeSide; ++pixel) {
            const double x = pixel % kShapeSide + 0.5 - kShapeSide / 2.0;
            const double y = pixel / kShapeSide + 0.5 - kShapeSide / 2.0; // NOLINT(bugprone-integer-division)
            const auto light = static_cast<double>(picture[static_cast<std::size_t>(pixel) * 3 + 1]);
            real += light * (x * x * x - 3 * x * y * y);
            imaginary += light * (3 * x * x * y - y * y * y);
        }
        // Upright, a corner is at the top: at -90 degrees, as y goes down.
        const double found = (std::atan2(imaginary, real) * 180 / 3.14159265 + 270) / 3;
        EXPECT_NEAR(std::remainder(found - degrees, 120), 0, 3) << i;
    }
}

TEST(Shapes, KeepWhatElseTheyAreWhenOneFactorIsChanged) {
    const DataSource few = opened(with("turn=10"));
    const DataSource many = opened(with("turn=90"));
    for (std::int64_t i = 0; i < 20; ++i)
        EXPECT_NEAR(factorsOf(*many.training, i)[Turn], 9 * factorsOf(*few.training, i)[Turn], 1e-3f);
}

TEST(Shapes, TellTheirFactorsThroughASplit) {
    const DataSource source = opened("shapes?samples=60&test=10");
    EXPECT_EQ(source.training->description().factors.size(), kFactors);
    const ValidationSplit split = splitForValidation(source.training, 0.25, 3);
    for (std::int64_t i = 0; i < split.validation->size(); ++i)
        EXPECT_EQ(factorsOf(*split.validation, i),
                  factorsOf(*source.training, split.validation->indices()[static_cast<std::size_t>(i)]));
    for (const DataFactor& factor : source.training->description().factors) {
        EXPECT_FALSE(factor.title.empty());
        EXPECT_NE(factor.words(-1), factor.words(1)) << factor.name;
    }
    EXPECT_EQ(source.training->description().factors[Turn].words(-34), "turned by 34° to the left");
    EXPECT_TRUE(opened("digits?samples=10&test=10").training->description().factors.empty());
}

TEST(Shapes, BetrayTheirClassByNoColour) {
    const WholeSet all(*opened("shapes?samples=6000&test=10").training);
    std::array<std::array<double, 3>, kShapeCount> means{};
    std::array<std::array<double, 3>, kShapeCount> squares{};
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t channel = 0; channel < 3; ++channel) {
            double mean = 0;
            for (std::size_t pixel = channel; pixel < kShapePixels; pixel += 3)
                mean += static_cast<double>(all.sample(i)[pixel]) / (kShapePixels / 3.0);
            means[i % kShapeCount][channel] += mean / 1000;
            squares[i % kShapeCount][channel] += mean * mean / 1000;
        }
    for (std::size_t shape = 0; shape < kShapeCount; ++shape)
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const double mean = means[shape][channel];
            const double error = std::sqrt((squares[shape][channel] - mean * mean) / 1000);
            EXPECT_NEAR(mean, means[0][channel], 5 * error) << kShapeNames[shape] << ", channel " << channel;
        }
}

/// Projects and lessons name this set: its samples are the same in every version and on every machine, but
/// for the last bit of a colour.
TEST(Shapes, StayAsTheyWere) {
    const DataSource source = opened("shapes?samples=12&test=10", 1);
    const WholeSet all(*source.training);
    std::vector<double> sums;
    for (std::size_t i = 0; i < all.size(); ++i) {
        double sum = 0;
        for (std::size_t number = 0; number < kShapePixels; ++number)
            sum += static_cast<double>(all.sample(i)[number]) * static_cast<double>(1 + number % 7);
        sums.push_back(sum);
    }
    EXPECT_THAT(
        sums, testing::Pointwise(testing::DoubleNear(0.5),
                                 std::vector<double>{3552.72, 2448.8, 3380.25, 3557.7, 3514.72, 3836.98,
                                                     2538.86, 3526.27, 2700.25, 3782.27, 2365.95, 3239.45}));
    EXPECT_THAT(
        factorsOf(*source.training, 3),
        testing::Pointwise(testing::FloatNear(1e-3f), std::vector<float>{-1.62728f, -4.24471f, 16.2755f,
                                                                         118.841f, 88.1328f, 8, 0.0780198f}));
}

} // namespace
} // namespace protomind
