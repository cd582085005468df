// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/decoders.h"

#include <algorithm>
#include <array>

namespace protomind {
namespace {

// Of BITMAPFILEHEADER and BITMAPINFOHEADER (Microsoft, Bitmap Storage).
constexpr std::size_t kFileHeaderBytes = 14;
constexpr std::uint32_t kInfoHeaderBytes = 40;
constexpr std::uint32_t kMostHeaderBytes = 124;
constexpr std::uint32_t kNotPacked = 0;
constexpr std::uint32_t kBitFields = 3;

using Colour = std::array<std::uint8_t, 3>;

/// The header's numbers, least significant byte first; the header is known to be there.
std::uint32_t numberAt(std::span<const std::uint8_t> bytes, std::size_t place, std::size_t count) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < count; ++i)
        number |= std::uint32_t{bytes[place + i]} << (8 * i);
    return number;
}

struct BmpHeader {
    std::uint32_t pixels = 0; ///< where they begin
    std::uint32_t headerBytes = 0;
    std::int64_t width = 0;
    std::int64_t height = 0;
    bool topDown = false;
    std::uint32_t bits = 0;
    std::uint32_t packing = 0;
    std::uint32_t colours = 0;

    [[nodiscard]] std::int64_t rowBytes() const { return (width * bits + 31) / 32 * 4; }
};

std::unexpected<Problem> notRead(std::string_view what) {
    return fail(ProblemKind::Unsupported, sentence("It is a BMP picture {}.", what), {},
                "Those of 1, 4, 8, 24 and 32 bits that are not packed can be read.");
}

Result<BmpHeader> readHeader(std::span<const std::uint8_t> bytes) {
    if (bytes.size() < kFileHeaderBytes + kInfoHeaderBytes)
        return damagedImage("BMP", "it is cut off");
    BmpHeader header{.pixels = numberAt(bytes, 10, 4), .headerBytes = numberAt(bytes, 14, 4)};
    if (header.headerBytes < kInfoHeaderBytes || header.headerBytes > kMostHeaderBytes)
        return notRead("of an old kind");
    header.width = static_cast<std::int32_t>(numberAt(bytes, 18, 4));
    const std::int64_t rows = static_cast<std::int32_t>(numberAt(bytes, 22, 4));
    header.topDown = rows < 0;
    header.height = header.topDown ? -rows : rows;
    header.bits = numberAt(bytes, 28, 2);
    header.packing = numberAt(bytes, 30, 4);
    header.colours = numberAt(bytes, 46, 4);
    return header;
}

/// Colours stand as blue, green, red and a byte that means nothing.
Result<std::vector<Colour>> readPalette(std::span<const std::uint8_t> bytes, const BmpHeader& header) {
    const std::uint32_t most = std::uint32_t{1} << header.bits;
    const std::uint32_t count = header.colours == 0 ? most : std::min(header.colours, most);
    const std::size_t begin = kFileHeaderBytes + header.headerBytes;
    if (begin + count * std::size_t{4} > bytes.size())
        return damagedImage("BMP", "it is cut off");
    std::vector<Colour> palette(most);
    for (std::size_t i = 0; i < count; ++i)
        palette[i] = {bytes[begin + 4 * i + 2], bytes[begin + 4 * i + 1], bytes[begin + 4 * i]};
    return palette;
}

/// The place in the palette of the pixel at x; the first of a byte is in its highest bits.
std::size_t paletteIndex(const std::uint8_t* row, std::int64_t x, std::uint32_t bits) {
    const std::int64_t perByte = 8 / bits;
    const auto shift = static_cast<unsigned>((perByte - 1 - x % perByte) * bits);
    return row[x / perByte] >> shift & ((1u << bits) - 1);
}

/// Red, green and blue where the usual place of each is; no other places are read.
bool hasUsualFields(std::span<const std::uint8_t> bytes) {
    constexpr std::size_t kMasks = kFileHeaderBytes + kInfoHeaderBytes;
    return bytes.size() >= kMasks + 12 && numberAt(bytes, kMasks, 4) == 0xff0000 &&
           numberAt(bytes, kMasks + 4, 4) == 0xff00 && numberAt(bytes, kMasks + 8, 4) == 0xff;
}

Result<void> checkKind(std::span<const std::uint8_t> bytes, const BmpHeader& header) {
    constexpr std::array<std::uint32_t, 5> kBits = {1, 4, 8, 24, 32};
    if (std::ranges::find(kBits, header.bits) == kBits.end())
        return notRead("of another depth");
    if (header.packing != kNotPacked &&
        !(header.packing == kBitFields && header.bits == 32 && hasUsualFields(bytes)))
        return notRead("that is packed");
    return {};
}

} // namespace

bool isBmp(std::span<const std::uint8_t> bytes) {
    // Two letters alone would take many a text for one: of the header's length three bytes are 0.
    return bytes.size() >= 18 && bytes[0] == 'B' && bytes[1] == 'M' && bytes[15] == 0 && bytes[16] == 0 &&
           bytes[17] == 0;
}

Result<DecodedImage> decodeBmp(const Decoding& decoding) {
    const auto& bytes = decoding.bytes;
    const Result<BmpHeader> header = readHeader(bytes);
    if (!header)
        return std::unexpected(header.error());
    if (auto known = checkKind(bytes, *header); !known)
        return std::unexpected(known.error());
    if (auto fits = checkImageSize(header->width, header->height); !fits)
        return std::unexpected(fits.error());
    if (header->pixels + header->rowBytes() * header->height > std::ssize(bytes))
        return damagedImage("BMP", "it is cut off");
    std::vector<Colour> palette;
    if (header->bits <= 8) {
        auto read = readPalette(bytes, *header);
        if (!read)
            return std::unexpected(read.error());
        palette = std::move(*read);
    }
    const std::int64_t numbers = header->width * header->height * 3;
    if (auto fits = reserveImageBytes(decoding, numbers); !fits)
        return std::unexpected(fits.error());
    DecodedImage decoded;
    Image& image = decoded.image;
    image.width = image.fileWidth = header->width;
    image.height = image.fileHeight = header->height;
    image.channels = 3;
    image.pixels.reserve(static_cast<std::size_t>(numbers));
    for (std::int64_t y = 0; y < image.height; ++y) {
        const std::int64_t below = header->topDown ? y : image.height - 1 - y;
        const std::uint8_t* row = bytes.data() + header->pixels + below * header->rowBytes();
        for (std::int64_t x = 0; x < image.width; ++x) {
            const std::uint8_t* at = row + x * (header->bits / 8);
            const Colour colour =
                header->bits <= 8 ? palette[paletteIndex(row, x, header->bits)] : Colour{at[2], at[1], at[0]};
            image.pixels.insert(image.pixels.end(), colour.begin(), colour.end());
        }
    }
    return decoded;
}

} // namespace protomind
