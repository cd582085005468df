// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/photographs.h"

#include "engine/data/photograph_bytes.h"
#include "engine/image/image_file.h"

namespace protomind {
namespace {

Photograph unpacked(std::string name, std::string title, std::string origin,
                    std::span<const std::uint8_t> file) {
    Result<Image> image = decodeImage(file);
    require(image && image->width == kPhotographSide && image->height == kPhotographSide,
            "photographs: a part of the program is damaged");
    Photograph photograph{.name = std::move(name), .title = std::move(title), .origin = std::move(origin)};
    // A grey pixel is red, green and blue alike.
    const std::size_t copies = image->channels == 1 ? 3 : 1;
    for (const std::uint8_t value : image->pixels)
        photograph.pixels.insert(photograph.pixels.end(), copies, value);
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
