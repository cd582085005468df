// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// A grey picture that filters of lessons are slid over: a number a pixel, from 0 (black) to 255 (white).
struct GreyPicture {
    std::int64_t height = 0;
    std::int64_t width = 0;
    std::vector<float> pixels; ///< height * width, row by row

    [[nodiscard]] float at(std::int64_t row, std::int64_t column) const {
        return pixels[static_cast<std::size_t>(row * width + column)];
    }
};
using GreyPicturePtr = std::shared_ptr<const GreyPicture>;

inline constexpr float kWhite = 255;
/// Of a learner's own picture, and of the largest that comes with the program.
inline constexpr std::int64_t kMaxFilterPictureSide = 256;
/// Of the paper that a learner draws on.
inline constexpr std::int64_t kDrawnSide = 20;

/// What a learner drew or opened; no lesson can begin with these.
inline constexpr std::string_view kDrawnPicture = "drawing";
inline constexpr std::string_view kOwnPicture = "own";

/// A picture that comes with the program: small ones made for looking at numbers, and photographs.
struct FilterPicture {
    std::string name;                ///< in lesson.json: "edge"
    std::string title;               ///< for a person: "A vertical edge"
    GreyPicture (*make)() = nullptr; ///< of those that are drawn here; null: of a photograph
};
/// The small ones first.
[[nodiscard]] std::span<const FilterPicture> filterPictures();
/// Null where there is none of that name.
[[nodiscard]] GreyPicturePtr filterPicture(std::string_view name);

} // namespace protomind
