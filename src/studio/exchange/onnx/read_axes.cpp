// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_axes.h"

#include <algorithm>
#include <numeric>

namespace protomind::onnxread {

Axes Axes::of(const Shape& shape, std::span<const int> order) {
    Axes result;
    std::vector<int> piece(static_cast<std::size_t>(shape.rank()), kBatch);
    for (int axis = 0; axis < shape.rank(); ++axis) {
        if (shape[axis] == 1)
            continue;
        piece[static_cast<std::size_t>(axis)] = static_cast<int>(result.pieces.size());
        result.pieces.push_back(shape[axis]);
    }
    result.axes.push_back({kBatch});
    const int given = order.empty() ? shape.rank() : static_cast<int>(order.size());
    for (int i = 0; i < given; ++i) {
        const int axis = order.empty() ? i : order[static_cast<std::size_t>(i)];
        const int which = piece[static_cast<std::size_t>(axis)];
        result.axes.push_back(which == kBatch ? std::vector<int>{} : std::vector<int>{which});
    }
    return result;
}

std::int64_t Axes::size(int axis, std::int64_t batch) const {
    std::int64_t size = 1;
    for (const int piece : (*this)[axis])
        size *= piece == kBatch ? batch : pieces[static_cast<std::size_t>(piece)];
    return size;
}

std::vector<std::int64_t> Axes::sizes(std::int64_t batch) const {
    std::vector<std::int64_t> all;
    for (int axis = 0; axis < rank(); ++axis)
        all.push_back(size(axis, batch));
    return all;
}

bool Axes::holdsBatch(int axis) const {
    return std::ranges::find((*this)[axis], kBatch) != (*this)[axis].end();
}

std::int64_t Axes::count() const {
    return std::accumulate(pieces.begin(), pieces.end(), std::int64_t{1}, std::multiplies<>());
}

std::vector<int> Axes::row(std::span<const int> which) const {
    std::vector<int> all;
    for (const int axis : which)
        all.insert(all.end(), (*this)[axis].begin(), (*this)[axis].end());
    return all;
}

bool Axes::inOrder(std::span<const int> which) const {
    std::vector<int> natural(pieces.size());
    std::iota(natural.begin(), natural.end(), 0);
    return row(which) == natural;
}

void Axes::transpose(std::span<const int> order) {
    std::vector<std::vector<int>> moved;
    for (const int axis : order)
        moved.push_back((*this)[axis]);
    axes = std::move(moved);
    join();
}

void Axes::split(int piece, std::int64_t outer) {
    for (std::vector<int>& axis : axes) {
        std::vector<int> renamed;
        for (const int other : axis) {
            renamed.push_back(other > piece ? other + 1 : other);
            if (other == piece)
                renamed.push_back(piece + 1);
        }
        axis = std::move(renamed);
    }
    const auto place = pieces.begin() + piece;
    const std::int64_t inner = *place / outer;
    *place = outer;
    pieces.insert(place + 1, inner);
}

bool Axes::reshape(std::span<const std::int64_t> sizes, std::int64_t batch) {
    // All in one axis, and from there piece by piece.
    Axes result{.pieces = pieces, .axes = {{}}};
    for (const std::vector<int>& axis : axes)
        result.axes[0].insert(result.axes[0].end(), axis.begin(), axis.end());
    result.join();
    std::size_t next = 0;
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const std::int64_t wanted = sizes[i];
        // A batch of one goes to the first axis that is of size 1, if there is any.
        const bool unitFollows = std::ranges::find(sizes.subspan(i + 1), 1) != sizes.end();
        std::int64_t size = 1;
        while (next < result.axes[0].size()) {
            const int piece = result.axes[0][next];
            const bool isBatchPiece = piece == kBatch;
            const std::int64_t own = isBatchPiece ? batch : result.pieces[static_cast<std::size_t>(piece)];
            if (size == wanted && !(isBatchPiece && batch == 1 && (wanted == 1 || !unitFollows)))
                break;
            if (wanted % (size * own) != 0) {
                const std::int64_t part = wanted / size;
                if (isBatchPiece || part <= 1 || wanted % size != 0 || own % part != 0)
                    return false;
                result.split(piece, part);
                ++next;
                size = wanted;
                break;
            }
            size *= own;
            ++next;
        }
        if (size != wanted)
            return false;
        ends.push_back(next);
    }
    if (next != result.axes[0].size())
        return false;
    const std::vector<int> all = std::move(result.axes[0]);
    result.axes.clear();
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        result.axes.emplace_back(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                 all.begin() + static_cast<std::ptrdiff_t>(end));
        begin = end;
    }
    *this = std::move(result);
    join();
    return true;
}

void Axes::insertUnit(int axis) {
    axes.insert(axes.begin() + axis, std::vector<int>{});
}

bool Axes::removeUnit(int axis, std::int64_t batch) {
    if (size(axis, batch) != 1 || holdsBatch(axis))
        return false;
    axes.erase(axes.begin() + axis);
    return true;
}

void Axes::replace(int axis, std::int64_t size) {
    std::vector<int>& changed = axes[static_cast<std::size_t>(axis)];
    pieces.resize(pieces.size() - changed.size());
    changed.clear();
    if (size == 1)
        return;
    changed.push_back(static_cast<int>(pieces.size()));
    pieces.push_back(size);
}

void Axes::join() {
    for (int piece = static_cast<int>(pieces.size()) - 2; piece >= 0; --piece) {
        const auto followed = [&](const std::vector<int>& axis) {
            const auto found = std::ranges::find(axis, piece);
            return found != axis.end() && found + 1 != axis.end() && *(found + 1) == piece + 1;
        };
        if (std::ranges::none_of(axes, followed))
            continue;
        const auto first = static_cast<std::size_t>(piece);
        pieces[first] *= pieces[first + 1];
        pieces.erase(pieces.begin() + piece + 1);
        for (std::vector<int>& axis : axes) {
            std::erase(axis, piece + 1);
            for (int& other : axis)
                other = other > piece + 1 ? other - 1 : other;
        }
    }
}

std::vector<std::int64_t> orderInFile(const Axes& axes, std::span<const int> pieces) {
    std::vector<int> natural(pieces.begin(), pieces.end());
    std::ranges::sort(natural);
    // How far apart neighbours along each piece lie in the file's order.
    std::vector<std::int64_t> steps(natural.size());
    std::int64_t step = 1;
    for (std::size_t i = pieces.size(); i-- > 0;) {
        steps[static_cast<std::size_t>(std::ranges::find(natural, pieces[i]) - natural.begin())] = step;
        step *= axes.pieces[static_cast<std::size_t>(pieces[i])];
    }
    std::vector<std::int64_t> order(static_cast<std::size_t>(step));
    std::vector<std::int64_t> index(natural.size(), 0);
    std::int64_t place = 0;
    for (std::int64_t& number : order) {
        number = place;
        for (std::size_t i = natural.size(); i-- > 0;) {
            place += steps[i];
            if (++index[i] < axes.pieces[static_cast<std::size_t>(natural[i])])
                break;
            place -= steps[i] * index[i];
            index[i] = 0;
        }
    }
    return order;
}

bool isIdentity(std::span<const std::int64_t> order) {
    for (std::size_t i = 0; i < order.size(); ++i)
        if (order[i] != static_cast<std::int64_t>(i))
            return false;
    return true;
}

} // namespace protomind::onnxread
