// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/image_file.h"

#include <span>

namespace protomind {

/// How a file's pixels lie to how the picture stands: EXIF's Orientation (JEITA CP-3451, 4.6.4 A), 1 to 8.
inline constexpr int kUpright = 1;

/// What a decoder gives: the pixels as they lie in the file, and how to turn them.
struct DecodedImage {
    Image image;
    int orientation = kUpright;
};

/// The turn of whoever unpacks a large picture; kept for as long as it lives.
class LargeTurn {
public:
    explicit LargeTurn(std::mutex* mutex)
        : m_mutex(mutex) {}
    /// Waits where so many bytes are much and it is not this one's turn yet.
    void take(std::int64_t bytes);

private:
    std::mutex* m_mutex;
    std::unique_lock<std::mutex> m_lock;
};

/// What of a picture is needed, and the turn to take before memory is.
struct Decoding {
    std::span<const std::uint8_t> bytes;
    const ImageWishes& wishes;
    LargeTurn& turn;
};

/// Whether so much memory may be taken for a picture, whose turn it then is.
[[nodiscard]] Result<void> reserveImageBytes(const Decoding& decoding, std::int64_t bytes);
/// "The PNG picture is damaged: ...".
[[nodiscard]] std::unexpected<Problem> damagedImage(std::string_view kind, std::string_view message);

[[nodiscard]] bool isPng(std::span<const std::uint8_t> bytes);
[[nodiscard]] bool isJpeg(std::span<const std::uint8_t> bytes);
[[nodiscard]] bool isBmp(std::span<const std::uint8_t> bytes);
[[nodiscard]] bool isWebp(std::span<const std::uint8_t> bytes);

[[nodiscard]] Result<DecodedImage> decodePng(const Decoding& decoding);
[[nodiscard]] Result<DecodedImage> decodeJpeg(const Decoding& decoding);
[[nodiscard]] Result<DecodedImage> decodeBmp(const Decoding& decoding);
[[nodiscard]] Result<DecodedImage> decodeWebp(const Decoding& decoding);

} // namespace protomind
