// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/picture/lens_colours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {

namespace {

using Colour = std::array<float, 3>;

constexpr Colour colour(std::uint32_t rgb) {
    return {static_cast<float>(rgb >> 16 & 255) / 255, static_cast<float>(rgb >> 8 & 255) / 255,
            static_cast<float>(rgb & 255) / 255};
}
constexpr Colour kBelow = colour(0x2166ac);
constexpr Colour kAbove = colour(0xe08214);
constexpr Colour kMissing = colour(0x999999);
/// Viridis (van der Walt and Smith, 2015) at equal distances.
constexpr std::array kViridis{colour(0x440154), colour(0x482878), colour(0x3e4989), colour(0x31688e),
                              colour(0x26828e), colour(0x1f9e89), colour(0x35b779), colour(0x6ece58),
                              colour(0xb5de2b), colour(0xfde725)};

Colour blend(const Colour& a, const Colour& b, float share) {
    return {a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share};
}

Colour colourOf(const LensPicture& picture, float value) {
    if (std::isnan(value))
        return kMissing;
    if (picture.colours == PictureColours::Diverging) {
        const float reach = std::max(picture.high - picture.neutral, picture.neutral - picture.low);
        const float place = std::clamp((value - picture.neutral) / reach, -1.0f, 1.0f);
        return blend({1, 1, 1}, place < 0 ? kBelow : kAbove, std::abs(place));
    }
    const float share = std::clamp((value - picture.low) / (picture.high - picture.low), 0.0f, 1.0f);
    if (picture.colours == PictureColours::AsItIs)
        return {share, share, share};
    const float place = share * static_cast<float>(kViridis.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), kViridis.size() - 2);
    return blend(kViridis[below], kViridis[below + 1], place - static_cast<float>(below));
}

} // namespace

Picture coloured(const LensPicture& picture) {
    const HostArray& values = picture.values;
    Picture result{.width = values.shape[1], .height = values.shape[0], .channels = 3};
    const bool hasColours = values.shape.rank() == 3;
    const auto pixels = static_cast<std::size_t>(result.width * result.height);
    result.pixels.reserve(3 * pixels);
    for (std::size_t i = 0; i < pixels; ++i) {
        Colour found;
        if (hasColours) {
            for (std::size_t channel = 0; channel < 3; ++channel)
                found[channel] = colourOf(picture, values.values[3 * i + channel])[0];
        } else {
            found = colourOf(picture, values.values[i]);
        }
        result.pixels.insert(result.pixels.end(), found.begin(), found.end());
    }
    return result;
}

} // namespace protomind
