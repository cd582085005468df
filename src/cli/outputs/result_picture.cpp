// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outputs/result_picture.h"

#include "studio/picture/lens_colours.h"
#include "studio/picture/plane_picture.h"

#include <algorithm>

namespace protomind {

namespace {

constexpr std::int64_t kGap = 6;
/// Of the longer side of a picture, in pixels of the file, and of a row of pictures.
constexpr std::int64_t kWantedSide = 140;
constexpr std::int64_t kWidestRow = 1400;
/// Of all of it, in numbers.
constexpr std::int64_t kMostPixels = std::int64_t{1} << 26;

std::int64_t factorOf(const LensPicture& picture) {
    const std::int64_t side = std::max(picture.values.shape[0], picture.values.shape[1]);
    return std::clamp<std::int64_t>(kWantedSide / std::max<std::int64_t>(side, 1), 1, 24);
}

/// A picture or a plane, and where it goes.
struct Placed {
    const LensPicture* picture = nullptr;
    const LensPlane* plane = nullptr; ///< where it is no picture
    std::int64_t width = 0;           ///< before it is made larger
    std::int64_t height = 0;
    std::int64_t factor = 1;
    std::int64_t x = 0;
    std::int64_t y = 0;
    [[nodiscard]] std::int64_t right() const { return x + factor * width; }
    [[nodiscard]] std::int64_t bottom() const { return y + factor * height; }
    /// Planes are a row of their own.
    [[nodiscard]] bool isRowOf(const Placed& other) const {
        return picture != nullptr && other.picture != nullptr ? picture->group == other.picture->group
                                                              : picture == other.picture;
    }
};

/// Side by side; a new row where the group changes and where a row is full.
void place(std::vector<Placed>& all) {
    std::int64_t x = kGap;
    std::int64_t y = kGap;
    std::int64_t bottom = kGap;
    const Placed* before = nullptr;
    for (Placed& one : all) {
        one.x = x;
        one.y = y;
        if (x > kGap && (!one.isRowOf(*before) || one.right() > kWidestRow)) {
            one.x = kGap;
            one.y = y = bottom + kGap;
        }
        x = one.right() + kGap;
        bottom = std::max(bottom, one.bottom());
        before = &one;
    }
}

std::vector<Placed> placed(const std::vector<LensPicture>& pictures, const std::vector<LensPlane>& planes) {
    std::vector<Placed> all;
    for (const LensPicture& picture : pictures)
        all.push_back({.picture = &picture,
                       .width = picture.values.shape[1],
                       .height = picture.values.shape[0],
                       .factor = factorOf(picture)});
    for (const LensPlane& plane : planes) {
        const PlanePictureSize size = planePictureSize(plane);
        all.push_back({.plane = &plane, .width = size.width, .height = size.height});
    }
    place(all);
    return all;
}

void paint(const Placed& one, Picture& into) {
    const Picture picture = one.picture != nullptr ? coloured(*one.picture) : planePicture(*one.plane);
    for (std::int64_t y = one.y; y < one.bottom(); ++y) {
        for (std::int64_t x = one.x; x < one.right(); ++x) {
            const std::int64_t from = (y - one.y) / one.factor * picture.width + (x - one.x) / one.factor;
            std::copy_n(picture.pixels.begin() + 3 * from, 3, into.pixels.begin() + 3 * (y * into.width + x));
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
    if (pictures.empty() && result.planes.empty()) {
        for (const LensTable& table : result.tables) {
            if (table.matrix && !table.rows.empty())
                pictures.push_back(pictureOfMatrix(table));
        }
    }
    const std::vector<Placed> all = placed(pictures, result.planes);
    if (all.empty())
        return fail(ProblemKind::Request, "There are no pictures in what this lens found.", {},
                    "Choose a file that ends in .csv or .json.");
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
