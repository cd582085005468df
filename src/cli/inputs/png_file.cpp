// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs/png_file.h"

#include "cli/inputs/limits.h"

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <png.h>

namespace protomind {

namespace {

/// libpng's reader, and what it said last. libpng leaves a function that failed by longjmp(), so each call of
/// it stands in a function of this class that keeps no object with a destructor.
class PngReader {
public:
    explicit PngReader(std::FILE* file) {
        m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, keepMessage, ignoreWarning);
        m_info = m_png ? png_create_info_struct(m_png) : nullptr;
        if (!m_info)
            throw std::bad_alloc();
        png_init_io(m_png, file);
        // The sides are checked by ourselves, with a sentence.
        png_set_user_limits(m_png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
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

    /// From here on every pixel is 1 (grey) or 3 numbers, and one more where hasAlpha(), of 8 or 16 bits.
    [[nodiscard]] bool prepare() {
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_set_expand(m_png);
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

    [[nodiscard]] std::int64_t width() const { return png_get_image_width(m_png, m_info); }
    [[nodiscard]] std::int64_t height() const { return png_get_image_height(m_png, m_info); }
    [[nodiscard]] std::size_t rowBytes() const { return png_get_rowbytes(m_png, m_info); }
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

    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    int m_passes = 1;
    char m_message[128] = {};
};

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// IEC 61966-2-1.
float srgbOfLinear(float light) {
    return light <= 0.0031308f ? 12.92f * light : 1.055f * std::pow(light, 1 / 2.4f) - 0.055f;
}

/// Takes the numbers of a row apart.
class RowReader {
public:
    RowReader(const PngReader& png, Picture& picture)
        : m_picture(picture)
        , m_wide(png.bits() == 16)
        , m_alpha(png.hasAlpha())
        , m_linear(png.isLinear()) {}

    void take(const png_byte* bytes) {
        for (std::int64_t x = 0; x < m_picture.width; ++x) {
            float numbers[4];
            const std::int64_t count = m_picture.channels + (m_alpha ? 1 : 0);
            for (std::int64_t i = 0; i < count; ++i)
                numbers[i] = next(bytes);
            const float opacity = m_alpha ? numbers[m_picture.channels] : 1;
            if (opacity < 1)
                m_picture.laidOnWhite = true;
            for (std::int64_t i = 0; i < m_picture.channels; ++i) {
                const float value = opacity * numbers[i] + (1 - opacity);
                m_picture.pixels.push_back(m_linear ? srgbOfLinear(value) : value);
            }
        }
    }

private:
    float next(const png_byte*& bytes) const {
        const int high = *bytes++;
        return m_wide ? static_cast<float>(256 * high + *bytes++) / 65535 : static_cast<float>(high) / 255;
    }

    Picture& m_picture;
    bool m_wide;
    bool m_alpha;
    bool m_linear;
};

} // namespace

Result<Picture> readPng(const std::string& path) {
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
    if (!file)
        return fail(ProblemKind::Input, "There is no file of this name that can be read.", path);
    PngReader png(file.get());
    const auto damaged = [&] {
        return fail(ProblemKind::Input, std::string("The PNG file is damaged: ") + png.message() + ".", path);
    };
    if (!png.readHeader())
        return damaged();
    if (auto fits = checkPictureSize(png.width(), png.height(), path); !fits)
        return std::unexpected(fits.error());
    // A header alone must not take memory: so many pixels don't come out of a file of this size.
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    const auto height = static_cast<std::size_t>(png.height());
    if (error || png.rowBytes() * height / kMaxPngRatio > size)
        return fail(ProblemKind::Input, "The PNG file is damaged: it promises more pixels than it can hold.",
                    path);
    if (!png.prepare())
        return damaged();

    Picture picture{
        .width = png.width(), .height = png.height(), .channels = png.channels() > 2 ? 3 : 1, .pixels = {}};
    picture.pixels.reserve(static_cast<std::size_t>(picture.width * picture.height * picture.channels));
    RowReader reader(png, picture);
    // Each pass of an interlaced file fills in more of every row.
    const bool interlaced = png.passes() > 1;
    std::vector<png_byte> bytes(png.rowBytes() * (interlaced ? height : 1));
    for (int pass = 0; pass < png.passes(); ++pass) {
        for (std::size_t y = 0; y < height; ++y) {
            png_byte* row = bytes.data() + (interlaced ? y * png.rowBytes() : 0);
            if (!png.readRow(row))
                return damaged();
            if (pass == png.passes() - 1)
                reader.take(row);
        }
    }
    return picture;
}

} // namespace protomind
