// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/face_drawer.h"
#include "engine/data/face_head.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace protomind {
namespace {

using FacePicture = std::array<std::uint8_t, kFacePixels>;

FacePicture drawn(const FaceFactors& face) {
    FacePicture picture;
    drawFace(face, picture);
    return picture;
}

const FaceFactor& factorNamed(std::string_view name) {
    const auto all = faceFactors();
    const auto found =
        std::ranges::find_if(all, [&](const FaceFactor& one) { return one.data.name == name; });
    if (found == all.end())
        throw std::runtime_error(std::string(name));
    return *found;
}

/// Any face, of the i-th style.
FaceFactors anyFace(std::size_t i) {
    constexpr FaceVariety kAny{.turn = kMostFaceTurn,
                               .nod = kMostFaceNod,
                               .tilt = kMostFaceTilt,
                               .mood = 1,
                               .eyes = 1,
                               .colours = 1,
                               .glasses = 0.5f};
    RandomStream random(5, i);
    return drawFaceFactors(static_cast<HairStyle>(i % kHairStyleCount), kAny, random);
}

/// One that looks straight at us.
FaceFactors straight(HairStyle hair) {
    return {.hair = hair, .right = 0, .up = 0, .tilt = 0};
}

FaceFactors with(FaceFactors face, const FaceFactor& factor, float value) {
    face.*factor.value = value;
    return face;
}

std::vector<HairStyle> allStyles() {
    std::vector<HairStyle> styles;
    for (std::size_t style = 0; style < kHairStyleCount; ++style)
        styles.push_back(static_cast<HairStyle>(style));
    return styles;
}

/// The pixels in which two pictures differ, as places of their middles from the middle of the head.
std::vector<FacePlace> changed(const FacePicture& one, const FacePicture& other) {
    std::vector<FacePlace> places;
    for (int pixel = 0; pixel < kFaceSide * kFaceSide; ++pixel) {
        const auto at = static_cast<std::size_t>(pixel) * 3;
        if (!std::equal(one.begin() + static_cast<std::ptrdiff_t>(at),
                        one.begin() + static_cast<std::ptrdiff_t>(at + 3),
                        other.begin() + static_cast<std::ptrdiff_t>(at)))
            places.push_back({static_cast<float>(pixel % kFaceSide) + 0.5f - kHeadX,
                              static_cast<float>(pixel / kFaceSide) + 0.5f -
                                  kHeadY}); // NOLINT(bugprone-integer-division): the row
    }
    return places;
}

double distanceBetween(const FacePicture& one, const FacePicture& other) {
    double sum = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        sum += (one[i] - other[i]) * (one[i] - other[i]);
    return sum;
}

TEST(FaceDrawer, DrawsEqualFactorsAlike) {
    for (std::size_t i = 0; i < 16; ++i)
        EXPECT_EQ(drawn(anyFace(i)), drawn(anyFace(i))) << i;
}

struct Belonging {
    const char* factor;
    std::function<bool(const FacePlace&)> here;
};

/// Boxes in pixels from the middle of a head that looks straight at us; a pixel's width of smooth edge is
/// counted in.
TEST(FaceDrawer, ChangesWhatAFactorIsAbout) {
    const auto mouth = [](const FacePlace& at) { return std::abs(at.x) < 5 && at.y > 2.5f && at.y < 9.5f; };
    const auto eyes = [](const FacePlace& at) {
        return std::abs(at.x) > 0.3f && std::abs(at.x) < 8.5f && std::abs(at.y) < 6;
    };
    const auto iris = [](const FacePlace& at) {
        return std::abs(at.x) > 1.5f && std::abs(at.x) < 6.5f && std::abs(at.y) < 3;
    };
    const auto glasses = [](const FacePlace& at) { return std::abs(at.x) < 10 && std::abs(at.y) < 5; };
    const auto outside = [](const FacePlace& at) { return distanceToHead(at.x, at.y) > -1; };
    const auto below = [](const FacePlace& at) { return at.y > 8.5f; };
    const std::vector<Belonging> belongings = {
        {"smile", mouth},     {"mouth_open", mouth},   {"eyes_open", eyes},
        {"eye_size", eyes},   {"eye_distance", eyes},  {"eye_colour", iris},
        {"glasses", glasses}, {"background", outside}, {"gradient", outside}};
    for (const HairStyle hair : allStyles()) {
        for (const auto& [name, here] : belongings) {
            const FaceFactor& factor = factorNamed(name);
            const auto places = changed(drawn(with(straight(hair), factor, factor.lowest)),
                                        drawn(with(straight(hair), factor, factor.highest)));
            EXPECT_GE(places.size(), 6u) << name << ", " << static_cast<int>(hair);
            for (const FacePlace& at : places)
                EXPECT_TRUE(here(at))
                    << name << ", " << static_cast<int>(hair) << " at " << at.x << ", " << at.y;
        }
        // Pigtails are tied in the shirt's colour.
        const FaceFactor& shirt = factorNamed("shirt");
        const auto places =
            changed(drawn(with(straight(hair), shirt, 0)), drawn(with(straight(hair), shirt, 1)));
        EXPECT_GE(places.size(), 20u);
        EXPECT_TRUE(hair == HairStyle::Pigtails || std::ranges::all_of(places, below))
            << static_cast<int>(hair);
    }
}

TEST(FaceDrawer, ColoursOfHairAndSkinLeaveTheBackgroundAlone) {
    for (const HairStyle hair : allStyles())
        for (const char* name : {"hair_colour", "skin"}) {
            const FaceFactor& factor = factorNamed(name);
            const auto places =
                changed(drawn(with(straight(hair), factor, 0.1f)), drawn(with(straight(hair), factor, 0.9f)));
            EXPECT_GE(places.size(), 10u) << name << ", " << static_cast<int>(hair);
            // Nor does anybody's head reach the sides at the top.
            for (const FacePlace& at : places)
                EXPECT_FALSE(at.y < -8 && std::abs(at.x) > 13) << name << ", " << static_cast<int>(hair);
        }
}

/// The middle of what a smile changes: of the mouth.
FacePlace mouthOf(const FaceFactors& face) {
    const FaceFactor& smile = factorNamed("smile");
    FacePlace sum;
    const auto places = changed(drawn(with(face, smile, -1)), drawn(with(face, smile, 1)));
    for (const FacePlace& at : places) {
        sum.x += at.x / static_cast<float>(places.size());
        sum.y += at.y / static_cast<float>(places.size());
    }
    return sum;
}

/// A mouth is on a ball: it goes with the sine of the angle.
TEST(FaceDrawer, LooksWhereItsFactorsSay) {
    const FaceFactors face{.hair = HairStyle::Bald};
    const FacePlace ahead = mouthOf(face);
    EXPECT_NEAR(ahead.x, 0, 0.2f);
    for (const float degrees : {-25.0f, -12.0f, 12.0f, 25.0f}) {
        const float sine = std::sin(degrees * 3.14159265f / 180);
        constexpr float kMouthForward = 0.83f; // of the ball's radius, as it is below its middle
        EXPECT_NEAR(mouthOf(with(face, factorNamed("right"), degrees)).x, kHeadWidth * kMouthForward * sine,
                    0.6f);
        EXPECT_NEAR(mouthOf(with(face, factorNamed("up"), degrees)).y - ahead.y,
                    -kHeadHeight * kMouthForward * sine, 1);
    }
}

TEST(FaceDrawer, TiltsEyesAgainstEachOther) {
    // Clockwise: the eye on the right of the picture goes down. Eyes are where their colour shows.
    const FaceFactor& colour = factorNamed("eye_colour");
    for (const float tilt : {-15.0f, 15.0f}) {
        const FaceFactors face{.hair = HairStyle::Bald, .tilt = tilt};
        float left = 0;
        float right = 0;
        int leftCount = 0;
        int rightCount = 0;
        for (const FacePlace& at : changed(drawn(with(face, colour, 0)), drawn(with(face, colour, 0.7f)))) {
            (at.x < 0 ? left : right) += at.y;
            ++(at.x < 0 ? leftCount : rightCount);
        }
        ASSERT_GT(leftCount, 0);
        ASSERT_GT(rightCount, 0);
        const float drop = right / static_cast<float>(rightCount) - left / static_cast<float>(leftCount);
        EXPECT_NEAR(drop, 7.8f * std::sin(tilt * 3.14159265f / 180), 0.7f);
    }
}

/// A face is told from all that has another value of one factor, whatever the others are: the picture holds
/// each of them.
TEST(FaceDrawer, ShowsEveryFactorOfEveryFace) {
    constexpr int kValues = 9;
    for (std::size_t i = 0; i < 10 * kHairStyleCount; ++i)
        for (const FaceFactor& factor : faceFactors()) {
            std::set<FacePicture> pictures;
            for (int step = 0; step < kValues; ++step) {
                const float share = static_cast<float>(step) / (kValues - 1);
                pictures.insert(drawn(
                    with(anyFace(i), factor, factor.lowest + share * (factor.highest - factor.lowest))));
            }
            EXPECT_EQ(pictures.size(), std::size_t{kValues}) << factor.data.name << " of face " << i;
        }
}

/// As an ideal network would see it: the nearer a factor's value, the nearer the picture.
TEST(FaceDrawer, ChangesLittleWhereAFactorDoes) {
    for (const HairStyle hair : allStyles())
        for (const FaceFactor& factor : faceFactors()) {
            const float range = factor.highest - factor.lowest;
            const float middle = factor.lowest + 0.45f * range;
            const FacePicture from = drawn(with(straight(hair), factor, middle));
            const double little =
                distanceBetween(from, drawn(with(straight(hair), factor, middle + 0.02f * range)));
            const double much =
                distanceBetween(from, drawn(with(straight(hair), factor, middle + 0.3f * range)));
            EXPECT_LT(4 * little, much) << factor.data.name << ", " << static_cast<int>(hair);
        }
}

TEST(FaceDrawer, TellsHairStylesApart) {
    for (std::size_t i = 0; i < 20; ++i)
        for (const HairStyle one : allStyles())
            for (const HairStyle other : allStyles()) {
                if (one == other)
                    continue;
                FaceFactors face = anyFace(i);
                face.hair = one;
                const FacePicture first = drawn(face);
                face.hair = other;
                EXPECT_GE(changed(first, drawn(face)).size(), 40u)
                    << static_cast<int>(one) << ", " << static_cast<int>(other) << ", face " << i;
            }
}

TEST(FaceDrawer, DrawsWhatIsALittleOutOfRange) {
    for (const FaceFactor& factor : faceFactors())
        for (const float beyond : {-0.25f, 1.25f}) {
            const float range = factor.highest - factor.lowest;
            const FacePicture picture =
                drawn(with(straight(HairStyle::Long), factor, factor.lowest + beyond * range));
            EXPECT_GT(std::ranges::max(picture) - std::ranges::min(picture), 100) << factor.data.name;
        }
}

} // namespace
} // namespace protomind
