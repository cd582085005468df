// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/picture_change.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace protomind {
namespace {

using Picture = std::vector<float>;

Picture somePicture(const Shape& shape) {
    RandomStream random(11);
    Picture picture(static_cast<std::size_t>(shape.elementCount()));
    std::ranges::generate(picture, [&] { return random.uniform(); });
    return picture;
}

Picture changed(const PictureChange& change, const Shape& shape, Picture picture) {
    RandomStream random(5);
    changePicture(change, shape, picture, random);
    return picture;
}

const std::vector<Shape> kShapes = {{7, 7, 1}, {6, 9, 3}, {1, 5, 2}, {8, 1, 1}};

TEST(PictureChange, NothingIsNothing) {
    for (const Shape& shape : kShapes)
        EXPECT_EQ(changed({}, shape, somePicture(shape)), somePicture(shape));
    RandomStream random(3);
    EXPECT_EQ(drawChange({}, {7, 7, 1}, random), PictureChange());
}

TEST(PictureChange, AShiftByWholePixelsMovesEveryPixelAndRepeatsTheEdge) {
    for (const Shape& shape : kShapes)
        for (const auto& [right, down] : {std::pair{2, 0}, {0, -1}, {-3, 2}, {20, -20}}) {
            const Picture before = somePicture(shape);
            const Picture after = changed(
                {.right = static_cast<float>(right), .down = static_cast<float>(down)}, shape, before);
            for (std::int64_t row = 0; row < shape[0]; ++row)
                for (std::int64_t column = 0; column < shape[1]; ++column)
                    for (std::int64_t channel = 0; channel < shape[2]; ++channel) {
                        const auto at = [&](std::int64_t y, std::int64_t x) {
                            y = std::clamp<std::int64_t>(y, 0, shape[0] - 1);
                            x = std::clamp<std::int64_t>(x, 0, shape[1] - 1);
                            return static_cast<std::size_t>((y * shape[1] + x) * shape[2] + channel);
                        };
                        ASSERT_EQ(after[at(row, column)], before[at(row - down, column - right)])
                            << shape.text() << " by " << right << ", " << down;
                    }
        }
}

TEST(PictureChange, HalfAPixelIsTheMeanOfTwo) {
    EXPECT_EQ(changed({.right = 0.5f}, {1, 4, 1}, {0.0f, 1.0f, 0.5f, 0.5f}),
              (Picture{0.0f, 0.5f, 0.75f, 0.5f}));
}

TEST(PictureChange, TwoFlipsAreNoneAndOneMirrorsTheRows) {
    for (const Shape& shape : kShapes) {
        const Picture once = changed({.flip = true}, shape, somePicture(shape));
        EXPECT_EQ(changed({.flip = true}, shape, once), somePicture(shape));
    }
    EXPECT_EQ(changed({.flip = true}, {1, 3, 1}, {1.0f, 2.0f, 3.0f}), (Picture{3.0f, 2.0f, 1.0f}));
}

TEST(PictureChange, AQuarterTurnIsClockwiseAndCanBeTakenBack) {
    using testing::FloatNear;
    using testing::Pointwise;
    const Picture turned = changed({.turn = 90}, {2, 2, 1}, {1.0f, 2.0f, 3.0f, 4.0f});
    EXPECT_THAT(turned, Pointwise(FloatNear(1e-5f), Picture{3.0f, 1.0f, 4.0f, 2.0f}));
    const Shape square{9, 9, 2};
    const Picture before = somePicture(square);
    const Picture there = changed({.turn = 90}, square, before);
    EXPECT_NE(there, before);
    EXPECT_THAT(changed({.turn = -90}, square, there), Pointwise(FloatNear(1e-4f), before));
}

TEST(PictureChange, ScalingIsAboutTheCentre) {
    // A square of 3 in the middle of 9 becomes one of 6, within half a pixel.
    const Shape shape{9, 9, 1};
    Picture picture(81, 0.0f);
    for (std::size_t row = 3; row < 6; ++row)
        std::fill_n(picture.begin() + static_cast<std::ptrdiff_t>(row * 9 + 3), 3, 1.0f);
    const auto ink = [](const Picture& of) {
        double sum = 0;
        for (const float value : of)
            sum += static_cast<double>(value);
        return sum;
    };
    const Picture larger = changed({.scale = 2}, shape, picture);
    EXPECT_NEAR(ink(larger), 4 * ink(picture), 1e-3);
    EXPECT_EQ(larger[40], 1.0f);
    EXPECT_EQ(larger[0], 0.0f);
    Picture reversed = larger;
    std::ranges::reverse(reversed);
    EXPECT_EQ(larger, reversed) << "nothing is moved to a side";
}

TEST(PictureChange, NoiseHasItsDeviationAndStaysInRange) {
    const Shape shape{100, 100, 1};
    const Picture grey = changed({.noise = 0.1f}, shape, Picture(10000, 0.5f));
    double sum = 0;
    double squares = 0;
    for (const float value : grey) {
        sum += static_cast<double>(value) - 0.5;
        squares += (static_cast<double>(value) - 0.5) * (static_cast<double>(value) - 0.5);
    }
    EXPECT_NEAR(sum / 10000, 0, 0.004);
    EXPECT_NEAR(std::sqrt(squares / 10000), 0.1, 0.003);
    const auto [least, most] = std::ranges::minmax(changed({.noise = 0.5f}, shape, somePicture(shape)));
    EXPECT_EQ(least, 0.0f);
    EXPECT_EQ(most, 1.0f);
}

TEST(PictureChange, DrawsWithinItsLimitsAndEachKindByItself) {
    const Shape shape{20, 40, 1};
    const Augmentation all{.shift = 0.1, .turn = 15, .scale = 0.2, .flip = true, .noise = 0.05};
    int flips = 0;
    float right = 0;
    float down = 0;
    float turn = 0;
    float scale = 0;
    constexpr std::uint64_t kDrawn = 2000;
    for (std::uint64_t sample = 0; sample < kDrawn; ++sample) {
        RandomStream random(7, sample);
        const PictureChange change = drawChange(all, shape, random);
        flips += change.flip;
        right = std::max(right, std::abs(change.right));
        down = std::max(down, std::abs(change.down));
        turn = std::max(turn, std::abs(change.turn));
        scale = std::max(scale, std::abs(change.scale - 1));
        EXPECT_EQ(change.noise, 0.05f);
        RandomStream again(7, sample);
        EXPECT_EQ(drawChange({.turn = 15}, shape, again), PictureChange{.turn = change.turn});
    }
    EXPECT_NEAR(flips, 1000, 100);
    EXPECT_LE(right, 4);
    EXPECT_GT(right, 3.9f);
    EXPECT_LE(down, 2);
    EXPECT_GT(down, 1.9f);
    EXPECT_LE(turn, 15);
    EXPECT_GT(turn, 14.5f);
    EXPECT_LE(scale, 0.2001f);
    EXPECT_GT(scale, 0.19f);
}

TEST(PictureChange, RefusesWhatIsNoPicture) {
    Picture numbers(4);
    RandomStream random(1);
    EXPECT_THROW(changePicture({}, {4}, numbers, random), std::logic_error);
    EXPECT_THROW(changePicture({}, {3, 3, 1}, numbers, random), std::logic_error);
}

} // namespace
} // namespace protomind
