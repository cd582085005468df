// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/shape.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace protomind {

/// Input and Variable.
struct LeafAttributes {
    std::string name;
    Shape shape;
    bool operator==(const LeafAttributes&) const = default;
};

/// Constant: row-major values, shared because constants are copied from graph to graph.
struct ConstantAttributes {
    Shape shape;
    std::shared_ptr<const std::vector<float>> values;
    bool operator==(const ConstantAttributes& other) const {
        return shape == other.shape && (values == other.values || *values == *other.values);
    }
};

struct RandomAttributes {
    Shape shape;
    std::uint64_t seed = 0;
    std::uint64_t stream = 0;
    bool operator==(const RandomAttributes&) const = default;
};

/// Reductions; Concat (one axis).
struct AxesAttributes {
    std::vector<int> axes;
    bool operator==(const AxesAttributes&) const = default;
};

/// Transpose: output axis i is input axis order[i].
struct PermutationAttributes {
    std::vector<int> order;
    bool operator==(const PermutationAttributes&) const = default;
};

/// Reshape and BroadcastTo.
struct ShapeAttributes {
    Shape shape;
    bool operator==(const ShapeAttributes&) const = default;
};

/// Slice: elements begin, begin + step, ... (size of them) along each axis.
struct SliceAttributes {
    std::vector<std::int64_t> begin;
    std::vector<std::int64_t> size;
    std::vector<std::int64_t> step;
    bool operator==(const SliceAttributes&) const = default;
};

/// Pad: value before, after and (interior many) between the elements along each axis.
struct PadAttributes {
    std::vector<std::int64_t> before;
    std::vector<std::int64_t> after;
    std::vector<std::int64_t> interior;
    float value = 0.0f;
    bool operator==(const PadAttributes&) const = default;
};

/// ScatterAdd: rows of the result.
struct ScatterAttributes {
    std::int64_t rows = 0;
    bool operator==(const ScatterAttributes&) const = default;
};

struct MatMulAttributes {
    bool transposeLeft = false;
    bool transposeRight = false;
    bool operator==(const MatMulAttributes&) const = default;
};

/// Convolution and its gradients; pairs are height, width. Image [N, H, W, C], kernel [KH, KW, C / groups,
/// O].
struct ConvolutionAttributes {
    std::array<std::int64_t, 2> stride{1, 1};
    std::array<std::int64_t, 2> paddingBefore{0, 0};
    std::array<std::int64_t, 2> paddingAfter{0, 0};
    std::array<std::int64_t, 2> dilation{1, 1};
    std::int64_t groups = 1;
    /// What a gradient can't know from its inputs: the image's shape (input gradient) or the kernel's.
    Shape resultShape;
    bool operator==(const ConvolutionAttributes&) const = default;
};

/// Pooling; pairs are height, width. Padding never wins a maximum and is not counted in an average.
struct PoolAttributes {
    std::array<std::int64_t, 2> window{2, 2};
    std::array<std::int64_t, 2> stride{2, 2};
    std::array<std::int64_t, 2> paddingBefore{0, 0};
    std::array<std::int64_t, 2> paddingAfter{0, 0};
    /// The image's shape, for AveragePoolGradient alone.
    Shape resultShape;
    bool operator==(const PoolAttributes&) const = default;
};

using Attributes =
    std::variant<std::monostate, LeafAttributes, ConstantAttributes, RandomAttributes, AxesAttributes,
                 PermutationAttributes, ShapeAttributes, SliceAttributes, PadAttributes, ScatterAttributes,
                 MatMulAttributes, ConvolutionAttributes, PoolAttributes>;

/// The number of positions of a window along an axis; at most 0 where the window does not fit.
[[nodiscard]] std::int64_t windowPositions(std::int64_t size, std::int64_t window, std::int64_t stride,
                                           std::int64_t paddingBefore, std::int64_t paddingAfter,
                                           std::int64_t dilation = 1);

} // namespace protomind
