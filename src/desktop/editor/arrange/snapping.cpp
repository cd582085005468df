// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/arrange/snapping.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace protomind {

namespace {

/// An edge, a middle, or the other edge: their distances from the first.
struct Match {
    double shift = 0; ///< of the card
    double at = 0;    ///< the line
    QRectF other;
};

struct Range {
    double begin;
    double end;
    [[nodiscard]] std::array<double, 3> marks() const { return {begin, (begin + end) / 2, end}; }
};

Range across(const QRectF& rect) {
    return {rect.left(), rect.right()};
}

Range down(const QRectF& rect) {
    return {rect.top(), rect.bottom()};
}

/// Begin goes with begin, middle with middle, end with end; among those as near, the nearest card.
std::optional<Match> nearestMatch(const QRectF& card, std::span<const QRectF> others,
                                  Range (*along)(const QRectF&), double reach) {
    std::optional<Match> best;
    double least = 0;
    const auto mine = along(card).marks();
    for (const QRectF& other : others) {
        const auto theirs = along(other).marks();
        for (std::size_t mark = 0; mark < mine.size(); ++mark) {
            const double shift = theirs[mark] - mine[mark];
            if (std::abs(shift) > reach)
                continue;
            const double cost =
                std::abs(shift) * 1e4 + QLineF(card.center(), other.center()).length() + double(mark);
            if (best && cost >= least)
                continue;
            best = Match{shift, theirs[mark], other};
            least = cost;
        }
    }
    return best;
}

double toNearest(double value, double grid) {
    return std::round(value / grid) * grid;
}

} // namespace

Snap snapped(const QRectF& card, std::span<const QRectF> others, double grid, double reach) {
    const std::optional<Match> column = nearestMatch(card, others, across, reach);
    const std::optional<Match> row = nearestMatch(card, others, down, reach);
    QRectF placed = card;
    placed.moveLeft(column ? card.left() + column->shift : toNearest(card.left(), grid));
    placed.moveTop(row ? card.top() + row->shift : toNearest(card.top(), grid));
    Snap snap{placed.topLeft(), {}};
    if (column) {
        const QRectF both = placed.united(column->other);
        snap.guides.emplace_back(column->at, both.top(), column->at, both.bottom());
    }
    if (row) {
        const QRectF both = placed.united(row->other);
        snap.guides.emplace_back(both.left(), row->at, both.right(), row->at);
    }
    return snap;
}

} // namespace protomind
