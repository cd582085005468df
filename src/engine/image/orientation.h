// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/image.h"

#include <span>

namespace protomind {

/// EXIF's Orientation (JEITA CP-3451, 4.6.4 A) in the TIFF structure that a file keeps it in, behind
/// "Exif\0\0" or not; 1 where there is none, or it is not 1 to 8.
[[nodiscard]] int exifOrientation(std::span<const std::uint8_t> bytes);

/// Turns and mirrors the pixels of a file until the picture stands upright.
void makeUpright(Image& image, int orientation);

} // namespace protomind
