// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/resize.h"

#include "engine/graph/build.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {

namespace {

/// The image as [outer, size, inner] around one of its axes, so that both directions are one thing.
struct AroundAxis {
    std::int64_t outer = 1;
    std::int64_t size = 1;
    std::int64_t inner = 1;
};

AroundAxis aroundAxis(const Shape& image, int axis) {
    AroundAxis around{.outer = 1, .size = image[axis], .inner = 1};
    for (int before = 0; before < axis; ++before)
        around.outer *= image[before];
    for (int after = axis + 1; after < image.rank(); ++after)
        around.inner *= image[after];
    return around;
}

/// Rows are numbered in floats, which know every whole number up to here.
constexpr std::int64_t kMaxRows = std::int64_t{1} << 24;

/// [outer, size, inner] to [outer * places, inner]: for each new place along the axis the old one that it
/// takes.
Node takeRows(Node x, const std::vector<std::int64_t>& places) {
    const std::int64_t outer = x.shape()[0];
    const std::int64_t size = x.shape()[1];
    const std::int64_t inner = x.shape()[2];
    if (outer > 1 && outer * size > kMaxRows) {
        const std::int64_t half = outer / 2;
        const std::array parts{takeRows(slice(x, {0, 0, 0}, {half, size, inner}), places),
                               takeRows(slice(x, {half, 0, 0}, {outer - half, size, inner}), places)};
        return concat(parts, 0);
    }
    std::vector<float> rows;
    rows.reserve(static_cast<std::size_t>(outer) * places.size());
    for (std::int64_t row = 0; row < outer; ++row)
        for (const std::int64_t place : places)
            rows.push_back(static_cast<float>(row * size + place));
    const auto count = static_cast<std::int64_t>(rows.size());
    return gather(reshape(x, Shape{outer * size, inner}), constant(x.graph(), Shape{count}, std::move(rows)));
}

Node takeAlong(Node image, int axis, const std::vector<std::int64_t>& places) {
    const AroundAxis around = aroundAxis(image.shape(), axis);
    const Node apart = reshape(image, Shape{around.outer, around.size, around.inner});
    return reshape(takeRows(apart, places),
                   image.shape().with(axis, static_cast<std::int64_t>(places.size())));
}

/// Every place several times over.
Node repeatAlong(Node image, int axis, std::int64_t times) {
    const AroundAxis around = aroundAxis(image.shape(), axis);
    const Node apart = reshape(image, Shape{around.outer * around.size, 1, around.inner});
    return reshape(broadcastTo(apart, Shape{around.outer * around.size, times, around.inner}),
                   image.shape().with(axis, around.size * times));
}

Node nearestAlong(Node image, int axis, std::int64_t size) {
    const std::int64_t old = image.shape()[axis];
    if (size == old)
        return image;
    if (size % old == 0)
        return repeatAlong(image, axis, size / old);
    std::vector<std::int64_t> places;
    for (std::int64_t i = 0; i < size; ++i)
        places.push_back(nearestPlace(i, old, size));
    return takeAlong(image, axis, places);
}

Node bilinearAlong(Node image, int axis, std::int64_t size) {
    const std::int64_t old = image.shape()[axis];
    if (size == old)
        return image;
    std::vector<std::int64_t> lower;
    std::vector<std::int64_t> upper;
    std::vector<float> nearness;
    for (std::int64_t i = 0; i < size; ++i) {
        const BlendedPlace place = blendedPlace(i, old, size);
        lower.push_back(place.lower);
        upper.push_back(place.upper);
        nearness.push_back(place.nearness);
    }
    std::vector<std::int64_t> alongAxis(static_cast<std::size_t>(image.shape().rank()), 1);
    alongAxis[static_cast<std::size_t>(axis)] = size;
    const Node weight = constant(image.graph(), Shape(alongAxis), std::move(nearness));
    const Node low = takeAlong(image, axis, lower);
    return low + weight * (takeAlong(image, axis, upper) - low);
}

} // namespace

Node resizeNearest(Node image, std::int64_t height, std::int64_t width) {
    return nearestAlong(nearestAlong(image, 1, height), 2, width);
}

Node resizeBilinear(Node image, std::int64_t height, std::int64_t width) {
    return bilinearAlong(bilinearAlong(image, 1, height), 2, width);
}

std::int64_t nearestPlace(std::int64_t place, std::int64_t oldSize, std::int64_t newSize) {
    return place * oldSize / newSize;
}

BlendedPlace blendedPlace(std::int64_t place, std::int64_t oldSize, std::int64_t newSize) {
    const double centre =
        (static_cast<double>(place) + 0.5) * static_cast<double>(oldSize) / static_cast<double>(newSize) -
        0.5;
    const double inside = std::clamp(centre, 0.0, static_cast<double>(oldSize - 1));
    const auto lower = static_cast<std::int64_t>(inside);
    return {lower, std::min(lower + 1, oldSize - 1), static_cast<float>(inside - std::floor(inside))};
}

} // namespace protomind
