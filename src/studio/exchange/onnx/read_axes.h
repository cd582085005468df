// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/shape.h"

#include <optional>
#include <span>
#include <vector>

namespace protomind::onnxread {

/// The axes of a value in the file, told by the numbers of the layer that gives it. The layer's numbers (of
/// one sample, in its own order) are cut into pieces that no operator so far has mixed; each axis of the file
/// is a row of such pieces, the outermost first, and the batch is one more. So transposing, reshaping and
/// squeezing move no numbers: they only tell the axes anew. Axes of size 1 have no pieces.
struct Axes {
    static constexpr int kBatch = -1;

    std::vector<std::int64_t> pieces;   ///< their sizes, in the layer's order
    std::vector<std::vector<int>> axes; ///< of the file, by indices of pieces

    /// The file's axes are the batch, then the layer's in the given order: axis i of the file, behind the
    /// batch, is axis order[i] of the shape; those left out are of size 1. Empty: in their own order.
    [[nodiscard]] static Axes of(const Shape& shape, std::span<const int> order = {});

    [[nodiscard]] int rank() const { return static_cast<int>(axes.size()); }
    [[nodiscard]] const std::vector<int>& operator[](int axis) const {
        return axes[static_cast<std::size_t>(axis)];
    }
    [[nodiscard]] std::int64_t size(int axis, std::int64_t batch) const;
    [[nodiscard]] std::vector<std::int64_t> sizes(std::int64_t batch) const;
    [[nodiscard]] bool isBatch(int axis) const { return (*this)[axis] == std::vector<int>{kBatch}; }
    [[nodiscard]] bool holdsBatch(int axis) const;
    /// How many numbers a sample has.
    [[nodiscard]] std::int64_t count() const;
    /// The pieces of several axes, one behind the other.
    [[nodiscard]] std::vector<int> row(std::span<const int> which) const;
    /// Whether these axes are all there is, in the layer's order.
    [[nodiscard]] bool inOrder(std::span<const int> which) const;

    void transpose(std::span<const int> order);
    /// False where the sizes would mix the batch with something else, or can't be made of the pieces.
    [[nodiscard]] bool reshape(std::span<const std::int64_t> sizes, std::int64_t batch);
    void insertUnit(int axis);
    /// False where the axis is not of size 1.
    [[nodiscard]] bool removeUnit(int axis, std::int64_t batch);
    /// The axis, whose pieces are the last ones, gets another size: a layer has made new numbers along it.
    void replace(int axis, std::int64_t size);
    /// Pieces that always follow each other become one.
    void join();

    bool operator==(const Axes&) const = default;

private:
    void split(int piece, std::int64_t outer);
};

/// For pieces in the order of the file: number i of the layer's order is number result[i] of the file's.
[[nodiscard]] std::vector<std::int64_t> orderInFile(const Axes& axes, std::span<const int> pieces);
[[nodiscard]] bool isIdentity(std::span<const std::int64_t> order);

} // namespace protomind::onnxread
