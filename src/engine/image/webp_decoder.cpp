// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/decoders.h"
#include "engine/image/orientation.h"

#include <algorithm>
#include <string_view>
#include <webp/decode.h>

namespace protomind {
namespace {

constexpr std::size_t kRiffHeaderBytes = 12;
constexpr std::size_t kChunkHeaderBytes = 8;

std::string_view textOf(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::size_t lengthAt(std::span<const std::uint8_t> bytes) {
    return bytes[0] | std::size_t{bytes[1]} << 8 | std::size_t{bytes[2]} << 16 | std::size_t{bytes[3]} << 24;
}

/// What the file's chunk "EXIF" says (RFC 9649, section 2).
int webpOrientation(std::span<const std::uint8_t> bytes) {
    bytes = bytes.subspan(kRiffHeaderBytes);
    while (bytes.size() >= kChunkHeaderBytes) {
        const std::size_t length = std::min(lengthAt(bytes.subspan(4)), bytes.size() - kChunkHeaderBytes);
        if (textOf(bytes).starts_with("EXIF"))
            return exifOrientation(bytes.subspan(kChunkHeaderBytes, length));
        bytes = bytes.subspan(std::min(kChunkHeaderBytes + length + length % 2, bytes.size()));
    }
    return kUpright;
}

/// Four bytes a pixel become three, within the same memory.
void layOnWhite(Image& image) {
    std::vector<std::uint8_t>& bytes = image.pixels;
    std::size_t to = 0;
    for (std::size_t at = 0; at < bytes.size(); at += 4) {
        const int opacity = bytes[at + 3];
        image.laidOnWhite |= opacity < 255;
        for (std::size_t i = 0; i < 3; ++i)
            bytes[to++] =
                static_cast<std::uint8_t>((bytes[at + i] * opacity + 255 * (255 - opacity) + 127) / 255);
    }
    bytes.resize(to);
}

} // namespace

bool isWebp(std::span<const std::uint8_t> bytes) {
    return bytes.size() >= kRiffHeaderBytes && textOf(bytes).starts_with("RIFF") &&
           textOf(bytes).substr(8).starts_with("WEBP");
}

Result<DecodedImage> decodeWebp(const Decoding& decoding) {
    const auto& bytes = decoding.bytes;
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(bytes.data(), bytes.size(), &features) != VP8_STATUS_OK)
        return damagedImage("WebP", "it has no header");
    if (features.has_animation)
        return fail(ProblemKind::Unsupported, "It is a WebP animation.", {}, "Still pictures can be read.");
    if (auto fits = checkImageSize(features.width, features.height); !fits)
        return std::unexpected(fits.error());
    const int perPixel = features.has_alpha ? 4 : 3;
    const std::int64_t numbers = std::int64_t{features.width} * features.height * perPixel;
    if (auto fits = reserveImageBytes(decoding, numbers); !fits)
        return std::unexpected(fits.error());
    DecodedImage decoded{.image = {}, .orientation = webpOrientation(bytes)};
    Image& image = decoded.image;
    image.width = image.fileWidth = features.width;
    image.height = image.fileHeight = features.height;
    image.channels = 3;
    image.pixels.resize(static_cast<std::size_t>(numbers));
    const int row = features.width * perPixel;
    const auto decode = features.has_alpha ? WebPDecodeRGBAInto : WebPDecodeRGBInto;
    if (!decode(bytes.data(), bytes.size(), image.pixels.data(), image.pixels.size(), row))
        return damagedImage("WebP", "its pixels can't be unpacked, or it is cut off");
    if (features.has_alpha)
        layOnWhite(image);
    return decoded;
}

} // namespace protomind
