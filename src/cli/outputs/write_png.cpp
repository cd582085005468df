// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outputs/write_png.h"

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <memory>
#include <png.h>

namespace protomind {

namespace {

/// libpng's writer. It leaves a function that failed by longjmp(), so the one call that may fail keeps no
/// object with a destructor.
class PngWriter {
public:
    explicit PngWriter(std::FILE* file) {
        m_png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, ignore);
        m_info = m_png ? png_create_info_struct(m_png) : nullptr;
        if (!m_info)
            throw std::bad_alloc();
        png_init_io(m_png, file);
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
    [[noreturn]] static void fail(png_structp png, png_const_charp) { png_longjmp(png, 1); }
    static void ignore(png_structp, png_const_charp) {}

    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
};

struct CloseWritten {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

} // namespace

Result<void> writePng(const std::string& path, const Picture& picture) {
    std::vector<png_byte> bytes(picture.pixels.size());
    std::ranges::transform(picture.pixels, bytes.begin(), [](float value) {
        return static_cast<png_byte>(std::lround(255 * std::clamp(value, 0.0f, 1.0f)));
    });
    std::vector<png_bytep> rows;
    for (std::int64_t y = 0; y < picture.height; ++y)
        rows.push_back(bytes.data() + y * picture.width * picture.channels);
    std::unique_ptr<std::FILE, CloseWritten> file(std::fopen(path.c_str(), "wb"));
    if (!file)
        return fail(ProblemKind::Input, "The file can't be written.", path,
                    "Look whether the folder is there and may be written to.");
    const bool written =
        PngWriter(file.get())
            .write(static_cast<png_uint_32>(picture.width), static_cast<png_uint_32>(picture.height),
                   picture.channels == 3 ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY, rows.data());
    if (!written || std::fclose(file.release()) != 0)
        return fail(ProblemKind::Input, "The file could not be written to its end.", path,
                    "Look whether there is room left.");
    return {};
}

} // namespace protomind
