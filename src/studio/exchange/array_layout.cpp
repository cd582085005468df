// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/array_layout.h"

#include <algorithm>
#include <array>

namespace protomind {

namespace {

/// An array seen as [outer, axis, inner], the numbers of one axis in the middle.
struct AxisView {
    std::int64_t outer = 1;
    std::int64_t size = 1;
    std::int64_t inner = 1;
};

AxisView axisView(const Shape& shape, int axis) {
    AxisView view{.size = shape[axis]};
    for (int i = 0; i < axis; ++i)
        view.outer *= shape[i];
    for (int i = axis + 1; i < shape.rank(); ++i)
        view.inner *= shape[i];
    return view;
}

} // namespace

HostArray permuted(const HostArray& array, std::span<const int> order) {
    const int rank = array.shape.rank();
    require(static_cast<int>(order.size()) == rank, "permuted: an order for another rank");
    std::vector<std::int64_t> strides(static_cast<std::size_t>(rank), 1);
    for (int i = rank - 2; i >= 0; --i)
        strides[static_cast<std::size_t>(i)] = strides[static_cast<std::size_t>(i) + 1] * array.shape[i + 1];
    std::vector<std::int64_t> sizes;
    std::vector<std::int64_t> steps;
    for (const int axis : order) {
        sizes.push_back(array.shape[axis]);
        steps.push_back(strides[static_cast<std::size_t>(axis)]);
    }
    HostArray result{Shape(sizes)};
    std::vector<std::int64_t> index(sizes.size(), 0);
    std::int64_t from = 0;
    for (float& value : result.values) {
        value = array.values[static_cast<std::size_t>(from)];
        for (std::size_t axis = sizes.size(); axis-- > 0;) {
            from += steps[axis];
            if (++index[axis] < sizes[axis])
                break;
            from -= steps[axis] * sizes[axis];
            index[axis] = 0;
        }
    }
    return result;
}

HostArray partOf(const HostArray& array, int axis, std::int64_t part, std::int64_t parts) {
    const AxisView view = axisView(array.shape, axis);
    require(view.size % parts == 0 && part < parts, "partOf: an axis of other parts");
    const std::int64_t size = view.size / parts;
    HostArray result(array.shape.with(axis, size));
    const std::int64_t length = size * view.inner;
    for (std::int64_t outer = 0; outer < view.outer; ++outer)
        std::copy_n(array.values.begin() + (outer * view.size + part * size) * view.inner, length,
                    result.values.begin() + outer * length);
    return result;
}

HostArray joined(std::span<const HostArray> arrays, int axis) {
    require(!arrays.empty(), "joined: nothing to join");
    std::int64_t size = 0;
    for (const HostArray& array : arrays)
        size += array.shape[axis];
    HostArray result(arrays[0].shape.with(axis, size));
    const AxisView whole = axisView(result.shape, axis);
    std::int64_t offset = 0;
    for (const HostArray& array : arrays) {
        const std::int64_t length = array.shape[axis] * whole.inner;
        require(array.shape.with(axis, size) == result.shape, "joined: arrays of other shapes");
        for (std::int64_t outer = 0; outer < whole.outer; ++outer)
            std::copy_n(array.values.begin() + outer * length, length,
                        result.values.begin() + outer * whole.size * whole.inner + offset);
        offset += length;
    }
    return result;
}

HostArray partsReordered(const HostArray& array, int axis, std::span<const AxisPart> from,
                         std::span<const AxisPart> to) {
    require(from.size() == to.size(), "partsReordered: other parts");
    std::vector<HostArray> parts;
    for (const AxisPart part : to) {
        const auto found = std::ranges::find(from, part);
        require(found != from.end(), "partsReordered: other parts");
        parts.push_back(partOf(array, axis, found - from.begin(), static_cast<std::int64_t>(from.size())));
    }
    return joined(parts, axis);
}

std::vector<std::int64_t> channelsFirstOrder(const Shape& image) {
    require(image.rank() == 3, "channelsFirstOrder: not an image");
    std::vector<std::int64_t> order;
    order.reserve(static_cast<std::size_t>(image.elementCount()));
    for (std::int64_t channel = 0; channel < image[2]; ++channel) {
        for (std::int64_t pixel = 0; pixel < image[0] * image[1]; ++pixel)
            order.push_back(pixel * image[2] + channel);
    }
    return order;
}

HostArray rowsReordered(const HostArray& array, std::span<const std::int64_t> order) {
    const AxisView view = axisView(array.shape, 0);
    require(view.size == static_cast<std::int64_t>(order.size()), "rowsReordered: another number of rows");
    HostArray result(array.shape);
    for (std::size_t row = 0; row < order.size(); ++row)
        std::copy_n(array.values.begin() + order[row] * view.inner, view.inner,
                    result.values.begin() + static_cast<std::int64_t>(row) * view.inner);
    return result;
}

} // namespace protomind
