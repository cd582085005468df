// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/data/data_set.h"

#include <array>

namespace protomind {

enum class HairStyle : std::uint8_t { Bald, Short, Spiky, Curly, Bob, Long, Bun, Pigtails };
/// The classes of the set "faces", in the order of its labels.
inline constexpr std::array kHairStyles{"bald", "short", "spiky", "curly", "bob", "long", "bun", "pigtails"};
inline constexpr std::size_t kHairStyleCount = kHairStyles.size();

/// What one face is drawn with. Colours are places on a way through some that people know by name.
struct FaceFactors {
    HairStyle hair = HairStyle::Short;
    float right = 0;          ///< where it looks, in degrees to the right of the picture
    float up = 0;             ///< in degrees
    float tilt = 0;           ///< degrees, clockwise
    float smile = 0.5f;       ///< -1: sad
    float mouthOpen = 0;      ///< 1: as far as it can
    float eyesOpen = 0.85f;   ///< 0: nearly asleep
    float eyeSize = 1;        ///< times the usual size
    float eyeDistance = 7.8f; ///< pixels between the middles of the eyes, seen from in front
    float eyeColour = 0.1f;   ///< 0 brown, by green, to 1 grey
    float hairColour = 0.2f;  ///< 0 black, by blond and silver, to 1 blue
    float skin = 0.3f;        ///< 0 light to 1 dark
    float glasses = 0;        ///< 1: worn; between them, as if fading
    float background = 0.7f;  ///< 0 rose, by yellow and green, to 1 lilac
    float gradient = 0.3f;    ///< how much lighter the background is above than below; below 0 darker
    float shirt = 0;          ///< 0 red, by green, to 1 purple
};

/// A factor as a table has it.
struct FaceFactor {
    DataFactor data;
    float FaceFactors::*value;
    float lowest = 0;
    float highest = 1;
};
/// All but the hair style, in the order in which the set tells them.
[[nodiscard]] std::span<const FaceFactor> faceFactors();
/// A factor's numbers as DataSet::readFactors gives them, and back; values are as many as faceFactors().
void writeFaceFactors(const FaceFactors& face, std::span<float> values);
[[nodiscard]] FaceFactors readFaceFactors(HairStyle hair, std::span<const float> values);

/// How much faces differ from each other beside their hair style.
struct FaceVariety {
    float turn = 0;    ///< degrees, at most, to the right or left
    float nod = 0;     ///< degrees, at most, up or down
    float tilt = 0;    ///< degrees, at most, either way
    float mood = 0;    ///< 1: from sad to a smile, mouths from closed to wide open
    float eyes = 0;    ///< 1: eyes of any size, distance and openness
    float colours = 0; ///< 1: any hair, skin, eyes, shirt and background
    float glasses = 0; ///< the share of faces who wear them
};
/// The largest turns: farther, a face of this kind shows too little of itself.
inline constexpr float kMostFaceTurn = 40;
inline constexpr float kMostFaceNod = 25;
inline constexpr float kMostFaceTilt = 20;

/// The same random numbers for any variety: more of one factor leaves the others as they were.
[[nodiscard]] FaceFactors drawFaceFactors(HairStyle hair, const FaceVariety& variety, RandomStream& random);

} // namespace protomind
