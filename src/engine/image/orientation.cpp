// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/orientation.h"

#include <algorithm>
#include <array>

namespace protomind {
namespace {

constexpr std::array<std::uint8_t, 6> kExifMark = {'E', 'x', 'i', 'f', 0, 0};
constexpr std::uint32_t kOrientationTag = 0x0112;
constexpr std::size_t kTiffEntryBytes = 12;

/// Whole numbers of a TIFF structure, in its order of bytes; 0 beyond its end.
class TiffNumbers {
public:
    explicit TiffNumbers(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
        , m_little(bytes.size() > 1 && bytes[0] == 'I' && bytes[1] == 'I') {}

    [[nodiscard]] std::uint32_t at(std::size_t place, std::size_t count) const {
        if (place > m_bytes.size() || count > m_bytes.size() - place)
            return 0;
        std::uint32_t number = 0;
        for (std::size_t i = 0; i < count; ++i)
            number = number << 8 | m_bytes[m_little ? place + count - 1 - i : place + i];
        return number;
    }

private:
    std::span<const std::uint8_t> m_bytes;
    bool m_little;
};

/// Where the pixel lies in the file that stands at (x, y) of the upright picture of so many columns and rows.
struct FileLayout {
    int orientation;
    std::int64_t width; ///< upright
    std::int64_t height;

    [[nodiscard]] std::int64_t indexOf(std::int64_t x, std::int64_t y) const {
        const std::int64_t right = width - 1 - x;
        const std::int64_t below = height - 1 - y;
        switch (orientation) {
        case 2: // mirrored
            return y * width + right;
        case 3: // upside down
            return below * width + right;
        case 4: // mirrored upside down
            return below * width + x;
        case 5: // mirrored, and on its side
            return x * height + y;
        case 6: // to be turned clockwise
            return right * height + y;
        case 7:
            return right * height + below;
        case 8: // to be turned anticlockwise
            return x * height + below;
        default:
            return y * width + x;
        }
    }
};

template<class Number>
void reorder(std::vector<Number>& numbers, int channels, const FileLayout& layout) {
    if (numbers.empty())
        return;
    std::vector<Number> upright(numbers.size());
    auto* to = upright.data();
    for (std::int64_t y = 0; y < layout.height; ++y)
        for (std::int64_t x = 0; x < layout.width; ++x, to += channels)
            std::copy_n(numbers.data() + layout.indexOf(x, y) * channels, channels, to);
    numbers = std::move(upright);
}

} // namespace

int exifOrientation(std::span<const std::uint8_t> bytes) {
    if (bytes.size() > kExifMark.size() && std::ranges::equal(bytes.first(kExifMark.size()), kExifMark))
        bytes = bytes.subspan(kExifMark.size());
    const TiffNumbers numbers(bytes);
    if (numbers.at(2, 2) != 42) // TIFF 6.0, section 2
        return 1;
    const std::size_t directory = numbers.at(4, 4);
    const std::size_t entries = numbers.at(directory, 2);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + i * kTiffEntryBytes;
        if (entry >= bytes.size())
            break;
        if (numbers.at(entry, 2) != kOrientationTag)
            continue;
        const auto value = static_cast<int>(numbers.at(entry + 8, 2));
        return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

void makeUpright(Image& image, int orientation) {
    if (orientation < 2 || orientation > 8)
        return;
    if (orientation > 4) {
        std::swap(image.width, image.height);
        std::swap(image.fileWidth, image.fileHeight);
    }
    const FileLayout layout{orientation, image.width, image.height};
    reorder(image.pixels, image.channels, layout);
    reorder(image.deep, image.channels, layout);
}

} // namespace protomind
