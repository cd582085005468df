// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/image/image.h"

#include <mutex>
#include <span>
#include <string>

namespace protomind {

/// What of a picture is needed.
struct ImageWishes {
    /// So many pixels of its shorter side are enough; 0: all that there are.
    std::int64_t enough = 0;
    /// More than 8 bits a channel, where the file has them or what is transparent makes them.
    bool deep = false;
    /// Held while a picture that takes much memory is unpacked; null: nobody else unpacks any.
    std::mutex* oneAtATime = nullptr;
};

/// A PNG, JPEG, BMP or WebP file; what it is is seen from its content, not from its name. Upright, as its
/// EXIF orientation says. What is transparent is laid on white. Black is 0 and the largest number of the
/// file's depth is white, with those in between as they stand in the file; but a PNG file whose gAMA chunk
/// says linear light is brought to sRGB. Colour profiles are not looked at. The problem names the path.
[[nodiscard]] Result<Image> readImageFile(const std::string& path, const ImageWishes& wishes = {});

/// The same of a file's bytes; the problem names no place.
[[nodiscard]] Result<Image> decodeImage(std::span<const std::uint8_t> bytes, const ImageWishes& wishes = {});

/// Whether sides and area are within the limits.
[[nodiscard]] Result<void> checkImageSize(std::int64_t width, std::int64_t height);

} // namespace protomind
