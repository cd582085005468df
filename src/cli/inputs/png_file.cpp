// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs/png_file.h"

#include "cli/inputs/limits.h"

#include <filesystem>
#include <png.h>

namespace protomind {

namespace {

/// libpng's simplified reader, given back whatever happens.
struct PngReader {
    png_image image{};
    PngReader() { image.version = PNG_IMAGE_VERSION; }
    ~PngReader() { png_image_free(&image); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;
};

} // namespace

Result<Picture> readPng(const std::string& path) {
    PngReader reader;
    png_image& image = reader.image;
    if (!png_image_begin_read_from_file(&image, path.c_str()))
        return fail(ProblemKind::Input, std::string("The PNG file is damaged: ") + image.message + ".", path);
    if (auto fits = checkPictureSize(image.width, image.height, path); !fits)
        return std::unexpected(fits.error());
    const bool colour = (image.format & PNG_FORMAT_FLAG_COLOR) != 0;
    image.format = colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    // A header alone must not take memory: so many pixels don't come out of a file of this size.
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error || PNG_IMAGE_SIZE(image) / (8 * kMaxPngRatio) > size)
        return fail(ProblemKind::Input, "The PNG file is damaged: it promises more pixels than it can hold.",
                    path);
    std::vector<png_byte> bytes(PNG_IMAGE_SIZE(image));
    const png_color white{255, 255, 255};
    if (!png_image_finish_read(&image, &white, bytes.data(), 0, nullptr))
        return fail(ProblemKind::Input, std::string("The PNG file is damaged: ") + image.message + ".", path);
    Picture picture{.width = image.width, .height = image.height, .channels = colour ? 3 : 1, .pixels = {}};
    picture.pixels.reserve(bytes.size());
    for (const png_byte byte : bytes)
        picture.pixels.push_back(static_cast<float>(byte) / 255);
    return picture;
}

} // namespace protomind
