// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/image_bytes.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>
#include <png.h>
#include <stdexcept>
#include <webp/encode.h>

namespace protomind {
namespace {

void append(ImageBytes& bytes, std::uint64_t number, int count) {
    for (int i = 0; i < count; ++i, number >>= 8)
        bytes.push_back(static_cast<std::uint8_t>(number));
}

/// BITMAPFILEHEADER and BITMAPINFOHEADER.
ImageBytes bmpHeader(const Image& image, int bits, std::size_t colours) {
    ImageBytes bytes = {'B', 'M'};
    append(bytes, 0, 8);
    append(bytes, 54 + 4 * colours, 4);
    append(bytes, 40, 4);
    append(bytes, static_cast<std::uint64_t>(image.width), 4);
    append(bytes, static_cast<std::uint64_t>(image.height), 4);
    append(bytes, 1, 2);
    append(bytes, static_cast<std::uint64_t>(bits), 2);
    append(bytes, 0, 16);
    append(bytes, colours, 4);
    append(bytes, 0, 4);
    return bytes;
}

} // namespace

ImageBytes bytesOf(std::string_view text) {
    return {text.begin(), text.end()};
}

Image paintedImage(std::int64_t width, std::int64_t height, int channels, const ColourAt& colour) {
    Image image{.width = width, .height = height, .channels = channels, .pixels = {}, .deep = {}};
    for (std::int64_t y = 0; y < height; ++y)
        for (std::int64_t x = 0; x < width; ++x) {
            const std::vector<std::uint8_t> numbers = colour(x, y);
            image.pixels.insert(image.pixels.end(), numbers.begin(), numbers.end());
        }
    return image;
}

Image plainImage(std::int64_t width, std::int64_t height, std::vector<std::uint8_t> colour) {
    return paintedImage(width, height, static_cast<int>(colour.size()),
                        [&](std::int64_t, std::int64_t) { return colour; });
}

ImageBytes pngFile(const Image& image) {
    constexpr png_uint_32 kFormats[] = {PNG_FORMAT_GRAY, PNG_FORMAT_GA, PNG_FORMAT_RGB, PNG_FORMAT_RGBA};
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(image.width);
    png.height = static_cast<png_uint_32>(image.height);
    png.format = kFormats[image.channels - 1];
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&png, nullptr, &size, 0, image.pixels.data(), 0, nullptr);
    ImageBytes bytes(size);
    if (!png_image_write_to_memory(&png, bytes.data(), &size, 0, image.pixels.data(), 0, nullptr))
        throw std::runtime_error("png_image_write_to_memory");
    bytes.resize(size);
    return bytes;
}

ImageBytes jpegFile(const Image& image, int orientation, bool progressive) {
    jpeg_compress_struct jpeg;
    jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* memory = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &memory, &size);
    jpeg.image_width = static_cast<JDIMENSION>(image.width);
    jpeg.image_height = static_cast<JDIMENSION>(image.height);
    jpeg.input_components = image.channels;
    jpeg.in_color_space = image.channels == 1 ? JCS_GRAYSCALE : image.channels == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 100, TRUE);
    for (int i = 0; i < jpeg.num_components; ++i) // Every pixel has its own colour.
        jpeg.comp_info[i].h_samp_factor = jpeg.comp_info[i].v_samp_factor = 1;
    if (progressive)
        jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    if (orientation != 0) {
        const ImageBytes exif = exifBytes(orientation);
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, exif.data(), static_cast<unsigned>(exif.size()));
    }
    ImageBytes row(static_cast<std::size_t>(image.width * image.channels));
    for (std::int64_t y = 0; y < image.height; ++y) {
        std::copy_n(image.pixels.begin() + y * std::ssize(row), row.size(), row.begin());
        JSAMPROW rows[] = {row.data()};
        jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    ImageBytes bytes(memory, memory + size);
    jpeg_destroy_compress(&jpeg);
    std::free(memory);
    return bytes;
}

ImageBytes webpFile(const Image& image) {
    const auto width = static_cast<int>(image.width);
    const auto height = static_cast<int>(image.height);
    std::uint8_t* memory = nullptr;
    const std::size_t size =
        image.channels == 4 ? WebPEncodeLosslessRGBA(image.pixels.data(), width, height, 4 * width, &memory)
                            : WebPEncodeLosslessRGB(image.pixels.data(), width, height, 3 * width, &memory);
    ImageBytes bytes(memory, memory + size);
    WebPFree(memory);
    return bytes;
}

ImageBytes bmpFile(const Image& image, int bits) {
    ImageBytes bytes = bmpHeader(image, bits, 0);
    for (std::int64_t y = image.height - 1; y >= 0; --y) {
        for (std::int64_t x = 0; x < image.width; ++x) {
            const auto at = static_cast<std::size_t>((y * image.width + x) * 3);
            bytes.insert(bytes.end(), {image.pixels[at + 2], image.pixels[at + 1], image.pixels[at]});
            append(bytes, 0, bits / 8 - 3);
        }
        while (bytes.size() % 4 != 54 % 4)
            bytes.push_back(0);
    }
    return bytes;
}

ImageBytes paletteBmpFile(const Image& places, int bits, const std::vector<std::uint8_t>& palette) {
    ImageBytes bytes = bmpHeader(places, bits, palette.size() / 3);
    for (std::size_t i = 0; i < palette.size(); i += 3)
        bytes.insert(bytes.end(), {palette[i + 2], palette[i + 1], palette[i], 0});
    for (std::int64_t y = places.height - 1; y >= 0; --y) {
        const std::int64_t rowBytes = (places.width * bits + 31) / 32 * 4;
        const std::size_t begin = bytes.size();
        bytes.resize(begin + static_cast<std::size_t>(rowBytes));
        for (std::int64_t x = 0; x < places.width; ++x) {
            const int shift = 8 - bits - static_cast<int>(x * bits % 8);
            bytes[begin + static_cast<std::size_t>(x * bits / 8)] |= static_cast<std::uint8_t>(
                places.pixels[static_cast<std::size_t>(y * places.width + x)] << shift);
        }
    }
    return bytes;
}

ImageBytes exifBytes(int orientation, bool littleEndian) {
    ImageBytes bytes = bytesOf(std::string_view("Exif\0\0", 6));
    const auto number = [&](std::uint32_t value, int count) {
        for (int i = 0; i < count; ++i)
            bytes.push_back(static_cast<std::uint8_t>(value >> (8 * (littleEndian ? i : count - 1 - i))));
    };
    bytes.insert(bytes.end(), 2, littleEndian ? 'I' : 'M');
    number(42, 2);
    number(8, 4);
    number(2, 2);
    number(0x0100, 2); // the width, which another directory has first
    number(4, 2);
    number(1, 4);
    number(7, 4);
    number(0x0112, 2);
    number(3, 2);
    number(1, 4);
    number(static_cast<std::uint32_t>(orientation), 2);
    number(0, 2);
    number(0, 4);
    return bytes;
}

} // namespace protomind
