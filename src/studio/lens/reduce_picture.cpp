// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/reduce_picture.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace protomind {

namespace {

/// The least and the largest of the finite values; 0 and 0 where there are none.
std::pair<float, float> finiteRange(std::span<const float> values) {
    float low = std::numeric_limits<float>::infinity();
    float high = -low;
    for (const float value : values) {
        // Comparisons with NaN are false; infinities are left out.
        low = value < low && value >= std::numeric_limits<float>::lowest() ? value : low;
        high = value > high && value <= std::numeric_limits<float>::max() ? value : high;
    }
    return low <= high ? std::pair(low, high) : std::pair(0.0f, 0.0f);
}

HostArray histogram(std::span<const float> values, float low, float high) {
    HostArray counts(Shape{kHistogramBins});
    const float scale = high > low ? static_cast<float>(kHistogramBins) / (high - low) : 0.0f;
    for (const float value : values) {
        if (!std::isfinite(value))
            continue;
        const auto bin = static_cast<std::int64_t>((value - low) * scale);
        ++counts.values[static_cast<std::size_t>(std::clamp<std::int64_t>(bin, 0, kHistogramBins - 1))];
    }
    return counts;
}

/// [maps, h, w] with sides of at most kLargestMapSide: each number the mean of a square of the original.
HostArray smaller(const HostArray& maps) {
    const std::int64_t height = maps.shape[1];
    const std::int64_t width = maps.shape[2];
    const std::int64_t factor = (std::max(height, width) + kLargestMapSide - 1) / kLargestMapSide;
    if (factor <= 1)
        return maps;
    const std::int64_t rows = (height + factor - 1) / factor;
    const std::int64_t columns = (width + factor - 1) / factor;
    HostArray result(Shape{maps.shape[0], rows, columns});
    std::vector<float> counts(static_cast<std::size_t>(rows * columns), 0.0f);
    for (std::int64_t y = 0; y < height; ++y) {
        for (std::int64_t x = 0; x < width; ++x)
            ++counts[static_cast<std::size_t>(y / factor * columns + x / factor)];
    }
    auto from = maps.values.begin();
    for (std::int64_t map = 0; map < maps.shape[0]; ++map) {
        float* const to = result.values.data() + map * rows * columns;
        for (std::int64_t y = 0; y < height; ++y) {
            for (std::int64_t x = 0; x < width; ++x)
                to[y / factor * columns + x / factor] += *from++;
        }
        for (std::size_t cell = 0; cell < counts.size(); ++cell)
            to[cell] /= counts[cell];
    }
    return result;
}

} // namespace

LayerPicture reducePicture(const WatchPlan::Item& item, const std::string& layer, HostArray output) {
    LayerPicture picture;
    picture.layer = layer;
    picture.kind = item.kind;
    picture.channels = item.channels;
    const std::int64_t shown = item.view.channels;
    switch (item.kind) {
    case PictureKind::Plane:
    case PictureKind::Curve:
        output.shape = item.map.prepended(shown);
        picture.values = std::move(output);
        break;
    case PictureKind::Maps:
        output.shape = item.map.prepended(shown);
        picture.values = smaller(output);
        break;
    case PictureKind::Image:
        output.shape = item.map;
        picture.values = std::move(output);
        break;
    case PictureKind::Bars:
        output.shape = Shape{item.channels};
        picture.values = std::move(output);
        break;
    case PictureKind::Histogram: {
        std::tie(picture.low, picture.high) = finiteRange(output.values);
        if (picture.low == picture.high) { // a single value still needs a bin with a width
            picture.low -= 0.5f;
            picture.high += 0.5f;
        }
        picture.values = histogram(output.values, picture.low, picture.high);
        return picture;
    }
    }
    std::tie(picture.low, picture.high) = finiteRange(picture.values.values);
    if (item.probabilities) {
        picture.low = 0;
        picture.high = 1;
        picture.neutral = item.kind == PictureKind::Bars ? 0.0f : 0.5f;
    }
    return picture;
}

} // namespace protomind
