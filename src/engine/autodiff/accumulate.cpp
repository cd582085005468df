// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/accumulate.h"

#include "engine/graph/build.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace protomind {

namespace {

/// The sum of a gradient over the axes along which its target was stretched, in the target's shape.
Node unbroadcast(Node gradient, const Shape& target) {
    const int extra = gradient.shape().rank() - target.rank();
    std::vector<int> axes;
    for (int axis = 0; axis < gradient.shape().rank(); ++axis) {
        if (axis < extra || (target[axis - extra] == 1 && gradient.shape()[axis] != 1))
            axes.push_back(axis);
    }
    return reshape(axes.empty() ? gradient : reduceSum(gradient, axes), target);
}

/// The one axis along which a node is padded with zeros at its ends, which is what a slice's gradient is.
std::optional<int> slicedAxis(Node node) {
    if (node.op() != Op::Pad)
        return {};
    const auto& pad = node.as<PadAttributes>();
    std::optional<int> found;
    for (std::size_t axis = 0; axis < pad.before.size(); ++axis) {
        if (pad.interior[axis] != 0 || pad.value != 0.0f)
            return {};
        if (pad.before[axis] == 0 && pad.after[axis] == 0)
            continue;
        if (found)
            return {};
        found = static_cast<int>(axis);
    }
    return found;
}

std::int64_t beginOf(Node padded, int axis) {
    return padded.as<PadAttributes>().before[static_cast<std::size_t>(axis)];
}

/// Slices that lie side by side and make up the whole along an axis, joined; the others stay.
void joinSlices(std::vector<Node>& parts) {
    std::map<int, std::vector<Node>> byAxis;
    for (const Node part : parts)
        if (const std::optional<int> axis = slicedAxis(part))
            byAxis[*axis].push_back(part);
    for (auto& [along, slices] : byAxis) {
        const int axis = along;
        std::ranges::stable_sort(slices, {}, [axis](Node slice) { return beginOf(slice, axis); });
        std::vector<Node> pieces;
        std::int64_t end = 0;
        for (const Node slice : slices) {
            if (beginOf(slice, axis) != end)
                break;
            pieces.push_back(slice.input(0));
            end += pieces.back().shape()[axis];
        }
        if (pieces.size() != slices.size() || end != slices.front().shape()[axis])
            continue;
        std::erase_if(parts, [&](Node part) { return std::ranges::find(slices, part) != slices.end(); });
        parts.push_back(concat(pieces, axis));
    }
}

/// A^T B of matrices, as the gradient of a weight that many products share.
bool isProductOfColumns(Node node) {
    return node.op() == Op::MatMul && node.shape().rank() == 2 && node.as<MatMulAttributes>().transposeLeft &&
           !node.as<MatMulAttributes>().transposeRight;
}

/// A1^T B1 + A2^T B2 + ... = [A1; A2; ...]^T [B1; B2; ...].
void joinProducts(std::vector<Node>& parts) {
    const auto others = std::ranges::stable_partition(parts, isProductOfColumns);
    const std::vector<Node> products(parts.begin(), others.begin());
    if (products.size() < 2)
        return;
    std::vector<Node> left;
    std::vector<Node> right;
    for (const Node product : products) {
        left.push_back(product.input(0));
        right.push_back(product.input(1));
    }
    parts.erase(parts.begin(), others.begin());
    parts.push_back(matmul(concat(left, 0), concat(right, 0), true, false));
}

/// Fewer parts are summed up in one pass as they are.
constexpr std::size_t kManyParts = 4;

/// Rows that are summed up anyway are summed up together, where many parts have some.
void joinRows(std::vector<Node>& parts, const Shape& target) {
    const auto others = std::ranges::stable_partition(parts, [&](Node part) {
        return part.shape().rank() == 2 && target.rank() == 1 && part.shape()[1] == target[0];
    });
    const std::vector<Node> rows(parts.begin(), others.begin());
    if (rows.size() < kManyParts)
        return;
    parts.erase(parts.begin(), others.begin());
    parts.push_back(concat(rows, 0));
}

} // namespace

Node accumulate(std::vector<Node> parts, const Shape& shape) {
    joinSlices(parts);
    joinProducts(parts);
    joinRows(parts, shape);
    Node sum;
    for (const Node part : parts) {
        const Node fitted = unbroadcast(part, shape);
        sum = sum ? sum + fitted : fitted;
    }
    return sum;
}

} // namespace protomind
