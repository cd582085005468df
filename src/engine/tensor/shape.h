// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

namespace protomind {

/// The largest number of axes a tensor may have.
inline constexpr int kMaxRank = 8;
/// The largest number of elements a single tensor may have (8 GiB of floats).
inline constexpr std::int64_t kMaxElements = std::int64_t{1} << 31;

/// The sizes of a tensor's axes, outermost first; rank 0 is a scalar. Images are stored as height, width,
/// channels, with the batch in front: [N, H, W, C].
class Shape {
public:
    Shape() = default;
    Shape(std::initializer_list<std::int64_t> sizes)
        : Shape(std::span(sizes.begin(), sizes.size())) {}
    explicit Shape(std::span<const std::int64_t> sizes);

    /// Checks rank, signs and the number of elements, for sizes that come from a file or a person.
    [[nodiscard]] static Result<Shape> checked(std::span<const std::int64_t> sizes);

    [[nodiscard]] int rank() const { return m_rank; }
    [[nodiscard]] std::int64_t operator[](int axis) const { return m_sizes[static_cast<std::size_t>(axis)]; }
    /// The size of an axis counted from the end: back(0) is the innermost.
    [[nodiscard]] std::int64_t back(int fromEnd) const { return (*this)[m_rank - 1 - fromEnd]; }
    [[nodiscard]] std::int64_t elementCount() const;
    [[nodiscard]] std::span<const std::int64_t> sizes() const {
        return {m_sizes.data(), static_cast<std::size_t>(m_rank)};
    }

    [[nodiscard]] Shape with(int axis, std::int64_t size) const;
    [[nodiscard]] Shape without(int axis) const;
    [[nodiscard]] Shape prepended(std::int64_t size) const;
    /// Elements between neighbours along each axis, row-major.
    [[nodiscard]] std::vector<std::int64_t> strides() const;

    /// "28 × 28 × 1"; "scalar" for rank 0.
    [[nodiscard]] std::string text() const;

    bool operator==(const Shape&) const = default;

private:
    std::array<std::int64_t, kMaxRank> m_sizes{};
    int m_rank = 0;
};

/// The shape of an elementwise operation on a and b: axes are matched from the innermost, and a size of 1
/// stretches. Fails where two sizes differ and neither is 1.
[[nodiscard]] Result<Shape> broadcast(const Shape& a, const Shape& b);

} // namespace protomind
