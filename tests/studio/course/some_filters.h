// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/picture_filter.h"

namespace protomind {

/// Of three by three numbers, moved on by one pixel at a time, without a border.
inline PictureFilter filterWith(std::vector<double> kernel) {
    return {.window = {.noun = "kernel", .size = {3, 3}}, .kernel = std::move(kernel)};
}
inline const PictureFilter kSame = filterWith({0, 0, 0, 0, 1, 0, 0, 0, 0});
inline const PictureFilter kBlur = filterWith(std::vector<double>(9, 1.0 / 9));
inline const PictureFilter kSharpen = filterWith({0, -1, 0, -1, 5, -1, 0, -1, 0});
inline const PictureFilter kUpright = filterWith({-1, 0, 1, -1, 0, 1, -1, 0, 1});
inline const PictureFilter kAround = filterWith({-1, -1, -1, -1, 8, -1, -1, -1, -1});
inline const PictureFilter kEmboss = filterWith({-2, -1, 0, -1, 1, 1, 0, 1, 2});

} // namespace protomind
