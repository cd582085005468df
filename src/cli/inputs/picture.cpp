// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs/picture.h"

#include "cli/inputs/pnm_file.h"
#include "engine/image/image_file.h"
#include "engine/image/resample.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

namespace protomind {

namespace {

Picture resized(const Picture& picture, std::int64_t width, std::int64_t height) {
    return {.width = width,
            .height = height,
            .channels = picture.channels,
            .pixels = resampled(std::span<const float>(picture.pixels), picture.width,
                                static_cast<int>(picture.channels), {0, 0, picture.width, picture.height},
                                width, height)};
}

Picture pictureOf(const Image& image) {
    Picture picture{.width = image.width,
                    .height = image.height,
                    .channels = image.channels,
                    .pixels = {},
                    .laidOnWhite = image.laidOnWhite};
    picture.pixels.reserve(std::max(image.pixels.size(), image.deep.size()));
    for (const std::uint8_t number : image.pixels)
        picture.pixels.push_back(static_cast<float>(number) / 255);
    for (const std::uint16_t number : image.deep)
        picture.pixels.push_back(static_cast<float>(number) / 65535);
    return picture;
}

} // namespace

Result<Picture> readPicture(const std::string& path, std::int64_t enough) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ProblemKind::Input, "There is no file of this name that can be read.", path);
    std::array<char, 2> begin{};
    file.read(begin.data(), begin.size());
    if (begin[0] == 'P' && std::string_view("2356").contains(begin[1])) {
        file.clear();
        file.seekg(0);
        return readPnm(file, path);
    }
    const auto image = readImageFile(path, {.enough = enough, .deep = true});
    if (!image)
        return std::unexpected(image.error());
    return pictureOf(*image);
}

Picture withChannels(const Picture& picture, std::int64_t channels) {
    if (picture.channels == channels)
        return picture;
    Picture result{.width = picture.width, .height = picture.height, .channels = channels, .pixels = {}};
    const auto count = static_cast<std::size_t>(picture.width * picture.height);
    result.pixels.reserve(count * static_cast<std::size_t>(channels));
    for (std::size_t i = 0; i < count; ++i) {
        if (channels == 1) {
            const float* pixel = &picture.pixels[3 * i];
            result.pixels.push_back(0.299f * pixel[0] + 0.587f * pixel[1] + 0.114f * pixel[2]);
        } else {
            result.pixels.insert(result.pixels.end(), static_cast<std::size_t>(channels), picture.pixels[i]);
        }
    }
    return result;
}

float borderBrightness(const Picture& picture) {
    double sum = 0;
    std::int64_t count = 0;
    for (std::int64_t y = 0; y < picture.height; ++y) {
        const bool wholeRow = y == 0 || y == picture.height - 1;
        const std::int64_t stride = wholeRow ? 1 : std::max<std::int64_t>(picture.width - 1, 1);
        for (std::int64_t x = 0; x < picture.width; x += stride)
            for (std::int64_t c = 0; c < picture.channels; ++c, ++count)
                sum +=
                    picture.pixels[static_cast<std::size_t>((y * picture.width + x) * picture.channels + c)];
    }
    return count > 0 ? static_cast<float>(sum / static_cast<double>(count)) : 0.0f;
}

HostArray fitPicture(const Picture& picture, const Shape& sample) {
    require(sample.rank() == 3, "fitPicture: the sample is not an image");
    const std::int64_t height = sample[0];
    const std::int64_t width = sample[1];
    const std::int64_t channels = sample[2];
    const Picture coloured = withChannels(picture, channels);
    const double scale = std::min(static_cast<double>(width) / static_cast<double>(picture.width),
                                  static_cast<double>(height) / static_cast<double>(picture.height));
    const auto side = [scale](std::int64_t size, std::int64_t limit) {
        return std::clamp<std::int64_t>(std::llround(static_cast<double>(size) * scale), 1, limit);
    };
    const Picture small = resized(coloured, side(picture.width, width), side(picture.height, height));
    HostArray result(sample, borderBrightness(coloured));
    const std::int64_t top = (height - small.height) / 2;
    const std::int64_t left = (width - small.width) / 2;
    for (std::int64_t y = 0; y < small.height; ++y) {
        const auto* from = &small.pixels[static_cast<std::size_t>(y * small.width * channels)];
        std::copy_n(from, small.width * channels,
                    &result.values[static_cast<std::size_t>(((y + top) * width + left) * channels)]);
    }
    return result;
}

} // namespace protomind
