// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/shape.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

Shape::Shape(std::span<const std::int64_t> sizes) {
    require(sizes.size() <= kMaxRank, "Shape: rank above kMaxRank");
    m_rank = static_cast<int>(sizes.size());
    std::copy(sizes.begin(), sizes.end(), m_sizes.begin());
}

Result<Shape> Shape::checked(std::span<const std::int64_t> sizes) {
    if (sizes.size() > kMaxRank)
        return fail(ProblemKind::Memory,
                    sentence("A tensor has {} axes; at most {} are possible.", sizes.size(), kMaxRank));
    std::int64_t count = 1;
    for (const std::int64_t size : sizes) {
        if (size < 0)
            return fail(ProblemKind::Request,
                        sentence("A tensor's size is {}; sizes can't be negative.", size));
        if (size > 0 && count > kMaxElements / size)
            return fail(ProblemKind::Memory,
                        "A tensor would have more than 2 147 483 648 numbers, which is too large.");
        count *= size;
    }
    return Shape(sizes);
}

std::int64_t Shape::elementCount() const {
    std::int64_t count = 1;
    for (int axis = 0; axis < m_rank; ++axis)
        count *= (*this)[axis];
    return count;
}

Shape Shape::with(int axis, std::int64_t size) const {
    Shape result = *this;
    result.m_sizes[static_cast<std::size_t>(axis)] = size;
    return result;
}

Shape Shape::without(int axis) const {
    std::vector<std::int64_t> kept(sizes().begin(), sizes().end());
    kept.erase(kept.begin() + axis);
    return Shape(kept);
}

Shape Shape::prepended(std::int64_t size) const {
    std::vector<std::int64_t> all(sizes().begin(), sizes().end());
    all.insert(all.begin(), size);
    return Shape(all);
}

std::vector<std::int64_t> Shape::strides() const {
    std::vector<std::int64_t> result(static_cast<std::size_t>(m_rank));
    std::int64_t stride = 1;
    for (int axis = m_rank - 1; axis >= 0; --axis) {
        result[static_cast<std::size_t>(axis)] = stride;
        stride *= (*this)[axis];
    }
    return result;
}

std::string Shape::text() const {
    return m_rank == 0 ? "scalar" : fmt::format("{}", fmt::join(sizes(), " × "));
}

Result<Shape> broadcast(const Shape& a, const Shape& b) {
    std::vector<std::int64_t> sizes(static_cast<std::size_t>(std::max(a.rank(), b.rank())));
    for (int fromEnd = 0; fromEnd < static_cast<int>(sizes.size()); ++fromEnd) {
        const std::int64_t left = fromEnd < a.rank() ? a.back(fromEnd) : 1;
        const std::int64_t right = fromEnd < b.rank() ? b.back(fromEnd) : 1;
        if (left != right && left != 1 && right != 1)
            return fail(ProblemKind::Request, sentence("{} and {} don't fit together: {} against {}.",
                                                       a.text(), b.text(), left, right));
        sizes[sizes.size() - 1 - static_cast<std::size_t>(fromEnd)] = left == 1 ? right : left;
    }
    return Shape(sizes);
}

} // namespace protomind
