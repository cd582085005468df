// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/image_sample.h"

#include "engine/image/resample.h"

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

struct Placing {
    ImageRegion from;
    ImageRegion to; ///< within the sample
};

Placing placingOf(const Image& image, ImageFit fit, std::int64_t size) {
    const ImageRegion whole{0, 0, image.width, image.height};
    const ImageRegion all{0, 0, size, size};
    const std::int64_t shorter = std::min(image.width, image.height);
    switch (fit) {
    case ImageFit::Crop:
        return {{(image.width - shorter) / 2, (image.height - shorter) / 2, shorter, shorter}, all};
    case ImageFit::Stretch:
        return {whole, all};
    case ImageFit::Pad:
        break;
    }
    const double scale = static_cast<double>(size) / static_cast<double>(std::max(image.width, image.height));
    const auto side = [&](std::int64_t length) {
        return std::clamp<std::int64_t>(std::llround(static_cast<double>(length) * scale), 1, size);
    };
    const std::int64_t width = side(image.width);
    const std::int64_t height = side(image.height);
    return {whole, {(size - width) / 2, (size - height) / 2, width, height}};
}

std::uint8_t byteOf(float value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0f, 255.0f)));
}

} // namespace

void writeImageSample(const Image& image, ImageFit fit, std::int64_t size, int channels,
                      std::span<std::uint8_t> sample) {
    const auto [from, to] = placingOf(image, fit, size);
    const std::vector<float> scaled = resampled(std::span<const std::uint8_t>(image.pixels), image.width,
                                                image.channels, from, to.width, to.height);
    std::ranges::fill(sample, std::uint8_t{0});
    const float* pixel = scaled.data();
    for (std::int64_t y = 0; y < to.height; ++y)
        for (std::int64_t x = 0; x < to.width; ++x, pixel += image.channels) {
            std::uint8_t* into = sample.data() + ((to.top + y) * size + to.left + x) * channels;
            if (channels < image.channels)
                *into = byteOf(0.299f * pixel[0] + 0.587f * pixel[1] + 0.114f * pixel[2]);
            else
                for (int c = 0; c < channels; ++c)
                    into[c] = byteOf(pixel[image.channels == 1 ? 0 : c]);
        }
}

bool isGrey(std::span<const std::uint8_t> rgb) {
    for (std::size_t at = 0; at + 2 < rgb.size(); at += 3)
        if (rgb[at] != rgb[at + 1] || rgb[at] != rgb[at + 2])
            return false;
    return true;
}

} // namespace protomind
