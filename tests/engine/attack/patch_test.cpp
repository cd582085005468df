// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/patch.h"

#include <gmock/gmock.h>

#include <array>
#include <numeric>
#include <set>

namespace protomind {
namespace {

HostArray drawnNumbers(const Shape& shape, std::uint64_t seed) {
    HostArray numbers(shape);
    RandomStream random(seed);
    for (float& value : numbers.values)
        value = random.normal();
    return numbers;
}

double product(std::span<const float> a, std::span<const float> b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

class PatchTest : public testing::TestWithParam<Shape> {};

INSTANTIATE_TEST_SUITE_P(OnPictures, PatchTest,
                         testing::Values(Shape{9, 9, 1}, Shape{7, 12, 3}, Shape{10, 5, 2}));

/// <lay(p), g> = <p, gather(g)>, for every p and g.
TEST_P(PatchTest, GatheringIsTheTransposeOfLaying) {
    const Shape& picture = GetParam();
    RandomStream random(4);
    for (std::int64_t side = 1; side <= 5; ++side) {
        for (std::uint64_t i = 0; i < 20; ++i) {
            const PatchPlace place = drawnPlace(picture, side, true, random);
            const HostArray patch = drawnNumbers({side, side, picture[2]}, 2 * i);
            const HostArray gradient = drawnNumbers(picture, 2 * i + 1);
            HostArray laid(picture);
            layPatch(patch, place, picture, laid.values);
            HostArray gathered(patch.shape);
            gatherPatch(gradient.values, place, picture, 1, gathered);
            const double expected = product(laid.values, gradient.values);
            EXPECT_NEAR(product(patch.values, gathered.values), expected, 1e-4);
            gatherPatch(gradient.values, place, picture, -0.5f, gathered);
            EXPECT_NEAR(product(patch.values, gathered.values), expected / 2, 1e-4) << "adds, weighed";
        }
    }
}

TEST_P(PatchTest, CoversItsSquareAndNothingElse) {
    const Shape& picture = GetParam();
    const HostArray patch(Shape{3, 3, picture[2]}, 2.0f);
    const PatchPlace place{.top = 1, .left = 2, .turns = 3};
    HostArray laid(picture);
    layPatch(patch, place, picture, laid.values);
    for (std::int64_t row = 0; row < picture[0]; ++row) {
        for (std::int64_t column = 0; column < picture[1]; ++column) {
            const bool under = row >= 1 && row < 4 && column >= 2 && column < 5;
            for (std::int64_t channel = 0; channel < picture[2]; ++channel)
                EXPECT_EQ(
                    laid.values[static_cast<std::size_t>((row * picture[1] + column) * picture[2] + channel)],
                    under ? 2.0f : 0.0f);
        }
    }
}

TEST_P(PatchTest, IsDrawnAnywhereOnThePicture) {
    const Shape& picture = GetParam();
    RandomStream random(1);
    std::set<std::array<std::int64_t, 3>> places;
    for (int i = 0; i < 5000; ++i) {
        const PatchPlace place = drawnPlace(picture, 4, true, random);
        EXPECT_EQ(drawnPlace(picture, 4, false, random).turns, 0);
        EXPECT_TRUE(place.top >= 0 && place.left >= 0 && place.top + 4 <= picture[0] &&
                    place.left + 4 <= picture[1]);
        places.insert({place.top, place.left, place.turns});
    }
    EXPECT_EQ(std::ssize(places), (picture[0] - 3) * (picture[1] - 3) * 4);
}

TEST(PatchPlaceTest, AQuarterTurnGoesAgainstTheClock) {
    const Shape picture{2, 2, 1};
    const HostArray patch(picture, {1, 2, 3, 4});
    HostArray laid(picture);
    layPatch(patch, {.turns = 1}, picture, laid.values);
    EXPECT_THAT(laid.values, testing::ElementsAre(2, 4, 1, 3));
}

TEST(PatchPlaceTest, FourQuarterTurnsAreNone) {
    const Shape picture{5, 5, 3};
    const HostArray patch = drawnNumbers(picture, 3);
    HostArray turned = patch;
    for (int turn = 1; turn <= 4; ++turn) {
        HostArray next(picture);
        layPatch(turned, {.turns = 1}, picture, next.values);
        turned = next;
        HostArray atOnce(picture);
        layPatch(patch, {.turns = turn % 4}, picture, atOnce.values);
        EXPECT_EQ(turned, atOnce) << turn;
    }
    EXPECT_EQ(turned, patch);
}

TEST(PatchPlaceTest, KeepsToThePictureWhereverItsCentreIsToBe) {
    const Shape picture{20, 10, 1};
    EXPECT_EQ(patchPlace(picture, 4, 0.5, 0.5, 2), (PatchPlace{.top = 8, .left = 3, .turns = 2}));
    EXPECT_EQ(patchPlace(picture, 4, 0, 0, 0), (PatchPlace{}));
    EXPECT_EQ(patchPlace(picture, 4, 1, 1, 0), (PatchPlace{.top = 16, .left = 6}));
    EXPECT_EQ(patchPlace(picture, 10, 1, 0, 0), (PatchPlace{}));
}

TEST(PatchPlaceTest, HasAtLeastAPixelAndAtMostAllOfThem) {
    EXPECT_EQ(patchSide({28, 40, 1}, 0.5), 14);
    EXPECT_EQ(patchSide({28, 28, 1}, 0.001), 1);
    EXPECT_EQ(patchSide({28, 20, 1}, 1), 20);
}

} // namespace
} // namespace protomind
