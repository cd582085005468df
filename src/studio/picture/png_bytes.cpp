// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/picture/png_bytes.h"

#include "engine/base/problem.h"

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <new>
#include <png.h>

namespace protomind {

namespace {

/// libpng's writer. It leaves a function that failed by longjmp(), so the one call that may fail keeps no
/// object with a destructor.
class PngWriter {
public:
    explicit PngWriter(std::string& into) {
        m_png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, stop, ignore);
        m_info = m_png ? png_create_info_struct(m_png) : nullptr;
        if (!m_info)
            throw std::bad_alloc();
        png_set_write_fn(m_png, &into, append, flush);
    }
    ~PngWriter() { png_destroy_write_struct(&m_png, &m_info); }
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;

    [[nodiscard]] bool write(png_uint_32 width, png_uint_32 height, int colourType, png_bytepp rows) {
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_set_IHDR(m_png, m_info, width, height, 8, colourType, PNG_INTERLACE_NONE,
                     PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_write_info(m_png, m_info);
        png_write_image(m_png, rows);
        png_write_end(m_png, nullptr);
        return true;
    }

private:
    [[noreturn]] static void stop(png_structp png, png_const_charp) { png_longjmp(png, 1); }
    static void ignore(png_structp, png_const_charp) {}
    static void flush(png_structp) {}
    static void append(png_structp png, png_bytep bytes, png_size_t count) {
        static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), count);
    }

    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
};

} // namespace

std::string pngBytes(const Picture& picture) {
    require(picture.width > 0 && picture.height > 0 && (picture.channels == 1 || picture.channels == 3) &&
                std::ssize(picture.pixels) == picture.width * picture.height * picture.channels,
            "a picture has as many pixels as it says");
    std::vector<png_byte> bytes(picture.pixels.size());
    std::ranges::transform(picture.pixels, bytes.begin(), [](float value) {
        return static_cast<png_byte>(std::lround(255 * std::clamp(value, 0.0f, 1.0f)));
    });
    std::vector<png_bytep> rows;
    for (std::int64_t y = 0; y < picture.height; ++y)
        rows.push_back(bytes.data() + y * picture.width * picture.channels);
    std::string file;
    const bool written = PngWriter(file).write(
        static_cast<png_uint_32>(picture.width), static_cast<png_uint_32>(picture.height),
        picture.channels == 3 ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY, rows.data());
    require(written, "libpng takes a picture of a sensible size");
    return file;
}

} // namespace protomind
