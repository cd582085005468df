// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace protomind {

// What is taken of a picture's file; checked from its header, before memory is asked for. Each limit has a
// test.
inline constexpr std::int64_t kMaxImageSide = 16384;
inline constexpr std::int64_t kMaxImagePixels = std::int64_t{64} << 20;
/// The most bytes a picture may take at once while it is unpacked, and its file.
inline constexpr std::int64_t kMaxImageBytes = std::int64_t{256} << 20;
/// Pictures that take more than this are unpacked one at a time, however many threads there are.
inline constexpr std::int64_t kLargeImageBytes = std::int64_t{16} << 20;
/// Deflate unpacks to at most some 1032 times its size.
inline constexpr std::int64_t kMaxPngRatio = 1032;
/// A progressive JPEG goes over all of its pixels in each scan; ten or so are usual.
inline constexpr int kMaxJpegScans = 100;

} // namespace protomind
