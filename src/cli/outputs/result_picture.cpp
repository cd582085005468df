// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outputs/result_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {

namespace {

using Colour = std::array<float, 3>;

constexpr std::int64_t kGap = 6;
/// Of the longer side of a picture, in pixels of the file, and of a row of pictures.
constexpr std::int64_t kWantedSide = 140;
constexpr std::int64_t kWidestRow = 1400;
/// Of all of it, in numbers.
constexpr std::int64_t kMostPixels = std::int64_t{1} << 26;

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

std::int64_t factorOf(const LensPicture& picture) {
    const std::int64_t side = std::max(picture.values.shape[0], picture.values.shape[1]);
    return std::clamp<std::int64_t>(kWantedSide / std::max<std::int64_t>(side, 1), 1, 24);
}

struct Placed {
    const LensPicture* picture = nullptr;
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::int64_t factor = 1;
    [[nodiscard]] std::int64_t right() const { return x + factor * picture->values.shape[1]; }
    [[nodiscard]] std::int64_t bottom() const { return y + factor * picture->values.shape[0]; }
};

/// Side by side; a new row where the group changes and where a row is full.
std::vector<Placed> placed(const std::vector<LensPicture>& pictures) {
    std::vector<Placed> all;
    std::int64_t x = kGap;
    std::int64_t y = kGap;
    std::int64_t bottom = kGap;
    for (const LensPicture& picture : pictures) {
        Placed one{.picture = &picture, .x = x, .y = y, .factor = factorOf(picture)};
        const bool otherGroup = !all.empty() && all.back().picture->group != picture.group;
        if (x > kGap && (otherGroup || one.right() > kWidestRow)) {
            one.x = kGap;
            one.y = y = bottom + kGap;
        }
        x = one.right() + kGap;
        bottom = std::max(bottom, one.bottom());
        all.push_back(one);
    }
    return all;
}

void paint(const Placed& one, Picture& into) {
    const HostArray& values = one.picture->values;
    const bool coloured = values.shape.rank() == 3;
    for (std::int64_t y = one.y; y < one.bottom(); ++y) {
        for (std::int64_t x = one.x; x < one.right(); ++x) {
            const auto from = static_cast<std::size_t>((y - one.y) / one.factor * values.shape[1] +
                                                       (x - one.x) / one.factor);
            Colour found;
            if (coloured) {
                for (std::size_t i = 0; i < 3; ++i)
                    found[i] = colourOf(*one.picture, values.values[3 * from + i])[0];
            } else {
                found = colourOf(*one.picture, values.values[from]);
            }
            std::ranges::copy(found, into.pixels.begin() + 3 * (y * into.width + x));
        }
    }
}

/// Each cell by its share of its row.
LensPicture pictureOfMatrix(const LensTable& table) {
    LensPicture picture{.title = table.title, .colours = PictureColours::Sequential};
    picture.values = HostArray(Shape{std::ssize(table.rows), std::ssize(table.columns)});
    auto next = picture.values.values.begin();
    for (const std::vector<LensCell>& row : table.cells) {
        double sum = 0;
        for (const LensCell& cell : row)
            sum += cell.value.value_or(0);
        for (const LensCell& cell : row)
            *next++ = sum > 0 ? static_cast<float>(cell.value.value_or(0) / sum) : 0.0f;
    }
    return picture;
}

} // namespace

Result<Picture> pictureOf(const LensResult& result) {
    std::vector<LensPicture> pictures = result.pictures;
    if (pictures.empty()) {
        for (const LensTable& table : result.tables) {
            if (table.matrix && !table.rows.empty())
                pictures.push_back(pictureOfMatrix(table));
        }
    }
    if (pictures.empty())
        return fail(ProblemKind::Request, "There are no pictures in what this lens found.", {},
                    "Choose a file that ends in .csv or .json.");
    const std::vector<Placed> all = placed(pictures);
    Picture picture{.channels = 3};
    for (const Placed& one : all) {
        picture.width = std::max(picture.width, one.right() + kGap);
        picture.height = std::max(picture.height, one.bottom() + kGap);
    }
    if (picture.width > kMostPixels / picture.height)
        return fail(ProblemKind::Memory, "The pictures together are too large for one file.", {},
                    "Choose a file that ends in .csv or .json.");
    picture.pixels.assign(static_cast<std::size_t>(picture.width * picture.height * 3), 1.0f);
    for (const Placed& one : all)
        paint(one, picture);
    return picture;
}

} // namespace protomind
