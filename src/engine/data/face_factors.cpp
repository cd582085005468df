// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/face_factors.h"

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

constexpr float kSmallestEye = 0.75f;
constexpr float kLargestEye = 1.3f;
constexpr float kNearestEyes = 6.6f;
constexpr float kFarthestEyes = 9.2f;

/// The nearest of colours at equal distances from 0 to 1, as face_colours.cpp has them.
template<std::size_t count>
Sentence nearest(const std::array<const char*, count>& names, float place) {
    const float at = std::round(std::clamp(place, 0.0f, 1.0f) * (count - 1));
    return names[static_cast<std::size_t>(at)];
}

Sentence hairWords(float place) {
    static constexpr std::array kNames{"black hair",  "dark brown hair", "brown hair",
                                       "ginger hair", "blond hair",      "silver hair",
                                       "pink hair",   "violet hair",     "blue hair"};
    return nearest(kNames, place);
}

Sentence eyeWords(float place) {
    static constexpr std::array kNames{"brown eyes", "amber eyes", "green eyes", "blue eyes", "grey eyes"};
    return nearest(kNames, place);
}

Sentence backgroundWords(float place) {
    static constexpr std::array kNames{"a rose background",  "a peach background",      "a yellow background",
                                       "a green background", "a light blue background", "a lilac background"};
    return nearest(kNames, place);
}

Sentence shirtWords(float place) {
    static constexpr std::array kNames{"a red shirt",  "an orange shirt", "a green shirt",
                                       "a teal shirt", "a blue shirt",    "a purple shirt"};
    return nearest(kNames, place);
}

} // namespace

std::span<const FaceFactor> faceFactors() {
    static const std::vector<FaceFactor> all = {
        {{"right", "Looks right (°)",
          [](float value) {
              return value < 0 ? sentence("looks {:.0f}° to the left", std::abs(value))
                               : sentence("looks {:.0f}° to the right", std::abs(value));
          }},
         &FaceFactors::right,
         -kMostFaceTurn,
         kMostFaceTurn},
        {{"up", "Looks up (°)",
          [](float value) {
              return value < 0 ? sentence("{:.0f}° down", std::abs(value))
                               : sentence("{:.0f}° up", std::abs(value));
          }},
         &FaceFactors::up,
         -kMostFaceNod,
         kMostFaceNod},
        {{"tilt", "Tilted clockwise (°)",
          [](float value) {
              return value < 0 ? sentence("tilted by {:.0f}° to the left", std::abs(value))
                               : sentence("tilted by {:.0f}° to the right", std::abs(value));
          }},
         &FaceFactors::tilt,
         -kMostFaceTilt,
         kMostFaceTilt},
        {{"smile", "Smile (-1 sad, 1 happy)",
          [](float value) {
              return value < 0 ? sentence("{:.0f} % sad", -100 * value)
                               : sentence("smiles {:.0f} %", 100 * value);
          }},
         &FaceFactors::smile,
         -1,
         1},
        {{"mouth_open", "Mouth open (0 to 1)",
          [](float value) { return sentence("mouth {:.0f} % open", 100 * value); }},
         &FaceFactors::mouthOpen},
        {{"eyes_open", "Eyes open (0 to 1)",
          [](float value) { return sentence("eyes {:.0f} % open", 100 * value); }},
         &FaceFactors::eyesOpen},
        {{"eye_size", "Size of the eyes (1 is usual)",
          [](float value) { return sentence("eyes of {:.0f} % of the usual size", 100 * value); }},
         &FaceFactors::eyeSize,
         kSmallestEye,
         kLargestEye},
        {{"eye_distance", "Distance of the eyes (px)",
          [](float value) { return sentence("eyes {:.1f} px apart", value); }},
         &FaceFactors::eyeDistance,
         kNearestEyes,
         kFarthestEyes},
        {{"eye_colour", "Eyes (0 brown to 1 grey)", eyeWords}, &FaceFactors::eyeColour},
        {{"hair_colour", "Hair (0 black to 1 blue)", hairWords}, &FaceFactors::hairColour},
        {{"skin", "Skin (0 light to 1 dark)",
          [](float value) { return sentence("skin {:.0f} % of the way from light to dark", 100 * value); }},
         &FaceFactors::skin},
        {{"glasses", "Glasses (0 or 1)",
          [](float value) { return value < 0.5f ? Sentence("no glasses") : Sentence("with glasses"); }},
         &FaceFactors::glasses},
        {{"background", "Background (0 rose to 1 lilac)", backgroundWords}, &FaceFactors::background},
        {{"gradient", "Background lighter above (-1 to 1)",
          [](float value) {
              return value < 0 ? sentence("{:.0f} % lighter below", -100 * value)
                               : sentence("{:.0f} % lighter above", 100 * value);
          }},
         &FaceFactors::gradient,
         -1,
         1},
        {{"shirt", "Shirt (0 red to 1 purple)", shirtWords}, &FaceFactors::shirt}};
    return all;
}

void writeFaceFactors(const FaceFactors& face, std::span<float> values) {
    const auto all = faceFactors();
    require(values.size() == all.size(), "writeFaceFactors: not as many values as factors");
    for (std::size_t i = 0; i < all.size(); ++i)
        values[i] = face.*all[i].value;
}

FaceFactors readFaceFactors(HairStyle hair, std::span<const float> values) {
    const auto all = faceFactors();
    require(values.size() == all.size(), "readFaceFactors: not as many values as factors");
    FaceFactors face{.hair = hair};
    for (std::size_t i = 0; i < all.size(); ++i)
        face.*all[i].value = values[i];
    return face;
}

FaceFactors drawFaceFactors(HairStyle hair, const FaceVariety& variety, RandomStream& random) {
    const FaceFactors usual;
    FaceFactors face{.hair = hair};
    const auto either = [&](float limit) { return limit * random.uniform(-1, 1); };
    // Some of the way from the usual to anywhere in the range.
    const auto anywhere = [&](float middle, float lowest, float highest, float share) {
        return middle + share * (random.uniform(lowest, highest) - middle);
    };
    face.right = either(variety.turn);
    face.up = either(variety.nod);
    face.tilt = either(variety.tilt);
    // Most people smile, with their mouths closed.
    const auto squared = [&] {
        const float number = random.uniform();
        return number * number;
    };
    face.smile = usual.smile + variety.mood * (1 - 2 * squared() - usual.smile);
    face.mouthOpen = variety.mood * squared();
    face.eyesOpen = anywhere(usual.eyesOpen, 0, 1, variety.eyes);
    face.eyeSize = anywhere(usual.eyeSize, kSmallestEye, kLargestEye, variety.eyes);
    face.eyeDistance = anywhere(usual.eyeDistance, kNearestEyes, kFarthestEyes, variety.eyes);
    face.eyeColour = anywhere(usual.eyeColour, 0, 1, variety.colours);
    face.hairColour = anywhere(usual.hairColour, 0, 1, variety.colours);
    face.skin = anywhere(usual.skin, 0, 1, variety.colours);
    face.background = anywhere(usual.background, 0, 1, variety.colours);
    face.gradient = anywhere(usual.gradient, -1, 1, variety.colours);
    face.shirt = anywhere(usual.shirt, 0, 1, variety.colours);
    face.glasses = random.uniform() < variety.glasses ? 1.0f : 0.0f;
    return face;
}

} // namespace protomind
