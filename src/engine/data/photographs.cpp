// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/photographs.h"

#include "engine/data/photograph_bytes.h"

#include <cstdlib>
#include <png.h>

namespace protomind {
namespace {

Photograph unpacked(std::string name, std::string title, std::string origin,
                    std::span<const std::uint8_t> file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, file.data(), file.size()) == 0)
        std::abort(); // It is a part of the program.
    require(image.width == kPhotographSide && image.height == kPhotographSide,
            "photographs: they are all of one size");
    image.format = PNG_FORMAT_RGB;
    Photograph photograph{.name = std::move(name),
                          .title = std::move(title),
                          .origin = std::move(origin),
                          .pixels = std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    if (png_image_finish_read(&image, nullptr, photograph.pixels.data(), 0, nullptr) == 0)
        std::abort();
    return photograph;
}

} // namespace

std::span<const Photograph> photographs() {
    static const std::vector<Photograph> all = [] {
        const PhotographBytes files = photographBytes();
        return std::vector<Photograph>{
            unpacked("cat", "Cat", "Stéfan van der Walt, public domain (CC0)", files.cat),
            unpacked("cup", "Cup", "Rachel Michetti, public domain (CC0)", files.cup),
            unpacked("camera", "Man with a camera", "Lav Varshney, public domain (CC0)", files.camera),
            unpacked("bricks", "Bricks", "CC0Textures, public domain (CC0)", files.bricks)};
    }();
    return all;
}

std::vector<float> brightnessOf(const Photograph& photograph) {
    std::vector<float> brightness(photograph.pixels.size() / 3);
    for (std::size_t i = 0; i < brightness.size(); ++i) {
        const std::uint8_t* pixel = &photograph.pixels[3 * i];
        brightness[i] = (0.299f * static_cast<float>(pixel[0]) + 0.587f * static_cast<float>(pixel[1]) +
                         0.114f * static_cast<float>(pixel[2])) /
                        255.0f;
    }
    return brightness;
}

} // namespace protomind
