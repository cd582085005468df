// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs/picture.h"

#include "cli/inputs/limits.h"
#include "cli/inputs/png_file.h"
#include "cli/inputs/pnm_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

namespace protomind {

namespace {

/// Which source pixels, with which weights, make one pixel of a resized row or column.
struct Blend {
    std::int64_t first = 0;
    std::vector<float> weights;
};

std::vector<Blend> blends(std::int64_t from, std::int64_t to) {
    std::vector<Blend> result(static_cast<std::size_t>(to));
    const double scale = static_cast<double>(from) / static_cast<double>(to);
    // Averages the area under a pixel that covers several; between neighbours it interpolates.
    const double reach = std::max(scale, 1.0);
    for (std::int64_t i = 0; i < to; ++i) {
        const double centre = (static_cast<double>(i) + 0.5) * scale;
        const auto first = static_cast<std::int64_t>(std::floor(centre - reach / 2 - 0.5));
        const auto last = static_cast<std::int64_t>(std::ceil(centre + reach / 2 + 0.5));
        Blend& blend = result[static_cast<std::size_t>(i)];
        blend.first = std::clamp<std::int64_t>(first, 0, from - 1);
        blend.weights.assign(static_cast<std::size_t>(std::min(last, from - 1) - blend.first + 1), 0.0f);
        double sum = 0;
        for (std::int64_t pixel = first; pixel <= last; ++pixel) {
            const double left = std::max(static_cast<double>(pixel), centre - reach / 2);
            const double right = std::min(static_cast<double>(pixel) + 1, centre + reach / 2);
            if (right <= left)
                continue;
            const std::int64_t inside = std::clamp<std::int64_t>(pixel, blend.first, from - 1);
            blend.weights[static_cast<std::size_t>(inside - blend.first)] += static_cast<float>(right - left);
            sum += right - left;
        }
        for (float& weight : blend.weights)
            weight /= static_cast<float>(sum);
    }
    return result;
}

Picture resized(const Picture& picture, std::int64_t width, std::int64_t height) {
    const std::vector<Blend> across = blends(picture.width, width);
    const std::vector<Blend> down = blends(picture.height, height);
    const std::int64_t channels = picture.channels;
    Picture narrow{.width = width, .height = picture.height, .channels = channels, .pixels = {}};
    narrow.pixels.resize(static_cast<std::size_t>(width * picture.height * channels));
    for (std::int64_t y = 0; y < picture.height; ++y)
        for (std::int64_t x = 0; x < width; ++x)
            for (std::int64_t c = 0; c < channels; ++c) {
                const Blend& blend = across[static_cast<std::size_t>(x)];
                float sum = 0;
                for (std::size_t i = 0; i < blend.weights.size(); ++i) {
                    const std::int64_t from = blend.first + static_cast<std::int64_t>(i);
                    sum +=
                        blend.weights[i] *
                        picture.pixels[static_cast<std::size_t>((y * picture.width + from) * channels + c)];
                }
                narrow.pixels[static_cast<std::size_t>((y * width + x) * channels + c)] = sum;
            }
    Picture result{.width = width, .height = height, .channels = channels, .pixels = {}};
    result.pixels.resize(static_cast<std::size_t>(width * height * channels));
    const std::int64_t row = width * channels;
    for (std::int64_t y = 0; y < height; ++y)
        for (std::int64_t x = 0; x < row; ++x) {
            const Blend& blend = down[static_cast<std::size_t>(y)];
            float sum = 0;
            for (std::size_t i = 0; i < blend.weights.size(); ++i)
                sum += blend.weights[i] * narrow.pixels[static_cast<std::size_t>(
                                              (blend.first + static_cast<std::int64_t>(i)) * row + x)];
            result.pixels[static_cast<std::size_t>(y * row + x)] = sum;
        }
    return result;
}

} // namespace

Result<void> checkPictureSize(std::int64_t width, std::int64_t height, const std::string& path) {
    if (width < 1 || height < 1)
        return fail(ProblemKind::Input, "The picture has no pixels.", path);
    if (width > kMaxImageSide || height > kMaxImageSide || width * height > kMaxImagePixels) {
        return fail(
            ProblemKind::Input,
            fmt::format("The picture is {} × {} pixels; at most {} a side and {} million in all are read.",
                        width, height, kMaxImageSide, kMaxImagePixels >> 20),
            path, "Make it smaller first.");
    }
    return {};
}

Result<Picture> readPicture(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ProblemKind::Input, "There is no file of this name that can be read.", path);
    std::array<char, 8> begin{};
    file.read(begin.data(), begin.size());
    const std::string_view magic(begin.data(), static_cast<std::size_t>(file.gcount()));
    if (magic == "\x89PNG\r\n\x1a\n")
        return readPng(path);
    if (magic.size() > 2 && magic[0] == 'P' &&
        (magic[1] == '2' || magic[1] == '3' || magic[1] == '5' || magic[1] == '6')) {
        file.clear();
        file.seekg(0);
        return readPnm(file, path);
    }
    return fail(ProblemKind::Input, "This is not a picture that can be read here.", path,
                "PNG, PGM and PPM can.");
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
