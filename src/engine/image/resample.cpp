// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/resample.h"

#include <algorithm>
#include <cmath>

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

} // namespace

template<class Number>
std::vector<float> resampled(std::span<const Number> pixels, std::int64_t rowWidth, int channels,
                             const ImageRegion& region, std::int64_t width, std::int64_t height) {
    const std::vector<Blend> across = blends(region.width, width);
    const std::vector<Blend> down = blends(region.height, height);
    const std::int64_t row = width * channels;
    std::vector<float> narrow(static_cast<std::size_t>(row * region.height));
    float* to = narrow.data();
    for (std::int64_t y = 0; y < region.height; ++y) {
        const Number* from = pixels.data() + ((region.top + y) * rowWidth + region.left) * channels;
        for (const Blend& blend : across)
            for (int c = 0; c < channels; ++c) {
                const Number* pixel = from + blend.first * channels + c;
                float sum = 0;
                for (const float weight : blend.weights) {
                    sum += weight * static_cast<float>(*pixel);
                    pixel += channels;
                }
                *to++ = sum;
            }
    }
    std::vector<float> result(static_cast<std::size_t>(row * height));
    for (std::int64_t y = 0; y < height; ++y) {
        const Blend& blend = down[static_cast<std::size_t>(y)];
        float* const into = result.data() + y * row;
        for (std::size_t i = 0; i < blend.weights.size(); ++i) {
            const float* from = narrow.data() + (blend.first + static_cast<std::int64_t>(i)) * row;
            for (std::int64_t x = 0; x < row; ++x)
                into[x] += blend.weights[i] * from[x];
        }
    }
    return result;
}

template std::vector<float> resampled(std::span<const std::uint8_t>, std::int64_t, int, const ImageRegion&,
                                      std::int64_t, std::int64_t);
template std::vector<float> resampled(std::span<const float>, std::int64_t, int, const ImageRegion&,
                                      std::int64_t, std::int64_t);

} // namespace protomind
