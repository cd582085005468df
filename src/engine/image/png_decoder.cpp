// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/decoders.h"
#include "engine/image/limits.h"
#include "engine/image/orientation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <csetjmp>
#include <cstring>
#include <png.h>

namespace protomind {
namespace {

/// Names of chunks that libpng would keep, each with a zero behind it.
constexpr std::size_t kChunkNameBytes = 5;
constexpr std::array<png_byte, 7 * kChunkNameBytes> kPassedOver{
    't', 'E', 'X', 't', 0,   'z', 'T', 'X', 't', 0,   'i', 'T', 'X', 't', 0,   's', 'P', 'L',
    'T', 0,   'i', 'C', 'C', 'P', 0,   'h', 'I', 'S', 'T', 0,   'p', 'C', 'A', 'L', 0};
constexpr png_uint_32 kMostChunks = 16;
/// An eXIf chunk with a small picture in it fits.
constexpr png_alloc_size_t kMostChunkBytes = std::size_t{1} << 20;

/// libpng's reader, and what it said last. libpng leaves a function that failed by longjmp(), so each call of
/// it stands in a function of this class that keeps no object with a destructor.
class PngReader {
public:
    explicit PngReader(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes) {
        m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, keepMessage, ignoreWarning);
        m_info = m_png ? png_create_info_struct(m_png) : nullptr;
        if (!m_info)
            throw std::bad_alloc();
        png_set_read_fn(m_png, this, giveBytes);
        // The sides are checked by ourselves, with a sentence.
        png_set_user_limits(m_png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
        // What is not needed to see the picture is passed over: a small file may hold gigabytes of text.
        png_set_keep_unknown_chunks(m_png, PNG_HANDLE_CHUNK_NEVER, kPassedOver.data(),
                                    static_cast<int>(kPassedOver.size() / kChunkNameBytes));
        png_set_chunk_cache_max(m_png, kMostChunks);
        png_set_chunk_malloc_max(m_png, kMostChunkBytes);
    }
    ~PngReader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    /// All up to the pixels.
    [[nodiscard]] bool readHeader() {
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_read_info(m_png, m_info);
        return true;
    }

    /// From here on every pixel is 1 (grey) or 3 numbers, and one more where hasAlpha(), of 8 bits, or 16
    /// where the file has them and they are not too many.
    [[nodiscard]] bool prepare(bool eightBits) {
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_set_expand(m_png);
        if (eightBits)
            png_set_scale_16(m_png);
        m_passes = png_set_interlace_handling(m_png);
        png_read_update_info(m_png, m_info);
        return true;
    }

    /// The next row of a pass, most significant byte first.
    [[nodiscard]] bool readRow(png_byte* row) {
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_read_row(m_png, row, nullptr);
        return true;
    }

    /// As far as it stands in front of the pixels.
    [[nodiscard]] int orientation() {
        png_uint_32 size = 0;
        png_bytep exif = nullptr;
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return kUpright;
        if (png_get_eXIf_1(m_png, m_info, &size, &exif) == 0)
            return kUpright;
        return exifOrientation({exif, size});
    }

    [[nodiscard]] std::int64_t width() const { return png_get_image_width(m_png, m_info); }
    [[nodiscard]] std::int64_t height() const { return png_get_image_height(m_png, m_info); }
    [[nodiscard]] std::int64_t rowBytes() const {
        return static_cast<std::int64_t>(png_get_rowbytes(m_png, m_info));
    }
    [[nodiscard]] int bits() const { return png_get_bit_depth(m_png, m_info); }
    [[nodiscard]] int channels() const { return png_get_channels(m_png, m_info); }
    [[nodiscard]] bool hasAlpha() const { return channels() % 2 == 0; }
    [[nodiscard]] int passes() const { return m_passes; }
    [[nodiscard]] const char* message() const { return m_message; }

    /// Whether the numbers grow with the light itself, not with how bright it looks.
    [[nodiscard]] bool isLinear() const {
        constexpr double kBetween = 0.75; // of sRGB's 0.45 and 1
        double gamma = 0;
        return png_get_gAMA(m_png, m_info, &gamma) != 0 && gamma > kBetween &&
               png_get_valid(m_png, m_info, PNG_INFO_sRGB) == 0;
    }

private:
    [[noreturn]] static void keepMessage(png_structp png, png_const_charp message) {
        auto* reader = static_cast<PngReader*>(png_get_error_ptr(png));
        std::strncpy(reader->m_message, message, sizeof reader->m_message - 1);
        png_longjmp(png, 1);
    }
    static void ignoreWarning(png_structp, png_const_charp) {}
    static void giveBytes(png_structp png, png_bytep to, std::size_t count) {
        auto* reader = static_cast<PngReader*>(png_get_io_ptr(png));
        if (count > reader->m_bytes.size())
            png_error(png, "it is cut off");
        std::copy_n(reader->m_bytes.begin(), count, to);
        reader->m_bytes = reader->m_bytes.subspan(count);
    }

    std::span<const std::uint8_t> m_bytes;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    int m_passes = 1;
    char m_message[128] = {};
};

/// IEC 61966-2-1.
float srgbOfLinear(float light) {
    return light <= 0.0031308f ? 12.92f * light : 1.055f * std::pow(light, 1 / 2.4f) - 0.055f;
}

/// Takes the numbers of a row apart.
class RowReader {
public:
    RowReader(const PngReader& png, Image& image, bool deep)
        : m_image(image)
        , m_wide(png.bits() == 16)
        , m_alpha(png.hasAlpha())
        , m_linear(png.isLinear())
        , m_deep(deep) {}

    void take(const png_byte* bytes) {
        const std::int64_t numbers = m_image.width * m_image.channels;
        if (!m_wide && !m_alpha && !m_linear)
            m_image.pixels.insert(m_image.pixels.end(), bytes, bytes + numbers);
        else
            for (std::int64_t x = 0; x < m_image.width; ++x)
                takePixel(bytes);
    }

private:
    void takePixel(const png_byte*& bytes) {
        float numbers[4];
        const int count = m_image.channels + (m_alpha ? 1 : 0);
        for (int i = 0; i < count; ++i)
            numbers[i] = next(bytes);
        const float opacity = m_alpha ? numbers[m_image.channels] : 1;
        if (opacity < 1)
            m_image.laidOnWhite = true;
        for (int i = 0; i < m_image.channels; ++i) {
            const float mixed = opacity * numbers[i] + (1 - opacity);
            const float value = m_linear ? srgbOfLinear(mixed) : mixed;
            if (m_deep)
                m_image.deep.push_back(static_cast<std::uint16_t>(std::lround(65535 * value)));
            else
                m_image.pixels.push_back(static_cast<std::uint8_t>(std::lround(255 * value)));
        }
    }

    float next(const png_byte*& bytes) const {
        const int high = *bytes++;
        return m_wide ? static_cast<float>(256 * high + *bytes++) / 65535 : static_cast<float>(high) / 255;
    }

    Image& m_image;
    bool m_wide;
    bool m_alpha;
    bool m_linear;
    bool m_deep;
};

/// Each pass of an interlaced file fills in more of every row.
bool readRows(PngReader& png, Image& image, bool deep) {
    RowReader reader(png, image, deep);
    const bool interlaced = png.passes() > 1;
    std::vector<png_byte> bytes(
        static_cast<std::size_t>(png.rowBytes() * (interlaced ? image.height : std::int64_t{1})));
    for (int pass = 0; pass < png.passes(); ++pass)
        for (std::int64_t y = 0; y < image.height; ++y) {
            png_byte* row = bytes.data() + (interlaced ? y * png.rowBytes() : 0);
            if (!png.readRow(row))
                return false;
            if (pass == png.passes() - 1)
                reader.take(row);
        }
    return true;
}

} // namespace

bool isPng(std::span<const std::uint8_t> bytes) {
    return bytes.size() >= 8 && png_sig_cmp(bytes.data(), 0, 8) == 0;
}

Result<DecodedImage> decodePng(const Decoding& decoding) {
    PngReader png(decoding.bytes);
    if (!png.readHeader())
        return damagedImage("PNG", png.message());
    if (auto fits = checkImageSize(png.width(), png.height()); !fits)
        return std::unexpected(fits.error());
    // A header alone must not take memory: so many pixels don't come out of a file of this size.
    if (png.rowBytes() * png.height() / kMaxPngRatio > std::ssize(decoding.bytes))
        return damagedImage("PNG", "it promises more pixels than it can hold");
    DecodedImage decoded;
    Image& image = decoded.image;
    image.width = image.fileWidth = png.width();
    image.height = image.fileHeight = png.height();
    const std::int64_t pixels = image.width * image.height;
    // The most that it may have: red, green, blue and opacity.
    const bool deep = decoding.wishes.deep && pixels * 4 * 2 <= kMaxImageBytes;
    decoded.orientation = png.orientation();
    if (!png.prepare(!deep))
        return damagedImage("PNG", png.message());
    image.channels = png.channels() > 2 ? 3 : 1;
    const bool deepened = deep && (png.bits() == 16 || png.hasAlpha() || png.isLinear());
    const std::int64_t numbers = pixels * image.channels;
    const std::int64_t whole = png.passes() > 1 ? png.rowBytes() * png.height() : png.rowBytes();
    if (auto fits = reserveImageBytes(decoding, std::max(numbers * (deepened ? 2 : 1), whole)); !fits)
        return std::unexpected(fits.error());
    if (deepened)
        image.deep.reserve(static_cast<std::size_t>(numbers));
    else
        image.pixels.reserve(static_cast<std::size_t>(numbers));
    if (!readRows(png, image, deepened))
        return damagedImage("PNG", png.message());
    return decoded;
}

} // namespace protomind
