// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/face_colours.h"

namespace protomind {
namespace {

constexpr FaceColour hex(unsigned rgb) {
    return {static_cast<float>(rgb >> 16) / 255, static_cast<float>((rgb >> 8) & 255) / 255,
            static_cast<float>(rgb & 255) / 255};
}

/// On the way through colours at equal distances, from the first at 0 to the last at 1.
template<std::size_t count>
FaceColour along(const std::array<FaceColour, count>& colours, float place) {
    const float at = std::clamp(place, 0.0f, 1.0f) * (count - 1);
    const std::size_t first = std::min(static_cast<std::size_t>(at), count - 2);
    return mixed(colours[first], colours[first + 1], at - static_cast<float>(first));
}

} // namespace

FaceColour hairColourOf(float place) {
    constexpr std::array kColours{hex(0x1f1a1c), hex(0x4a2c1a), hex(0x8a4b22), hex(0xd2691e), hex(0xf0c75a),
                                  hex(0xd9d9de), hex(0xf28cb4), hex(0x8e5bd0), hex(0x3a6fd8)};
    return along(kColours, place);
}

FaceColour skinColourOf(float place) {
    constexpr std::array kColours{hex(0xffe3cf), hex(0xf7cda6), hex(0xe3ab7b),
                                  hex(0xc4855a), hex(0x99613d), hex(0x6b4229)};
    return along(kColours, place);
}

FaceColour eyeColourOf(float place) {
    constexpr std::array kColours{hex(0x5a2e12), hex(0xa0681e), hex(0x2f9e44), hex(0x1f7fe0), hex(0x8a97a8)};
    return along(kColours, place);
}

FaceColour backgroundColourOf(float place) {
    constexpr std::array kColours{hex(0xf9b4b4), hex(0xfbd59a), hex(0xf4ee9c),
                                  hex(0xaee6b0), hex(0x9fd8f5), hex(0xcdb8f2)};
    return along(kColours, place);
}

FaceColour shirtColourOf(float place) {
    constexpr std::array kColours{hex(0xd93a3a), hex(0xf08a24), hex(0x3aa655),
                                  hex(0x17a2a8), hex(0x2f5fc4), hex(0x7e3fb0)};
    return along(kColours, place);
}

} // namespace protomind
