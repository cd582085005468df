// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/arrange/alignment.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace protomind {

namespace {

using Cards = std::map<LayerId, QRectF>;
using Positions = std::map<LayerId, Position>;

bool spreads(Alignment alignment) {
    return alignment == Alignment::SpreadAcross || alignment == Alignment::SpreadDown;
}

/// Of the whole range, such that the largest card lies on whole pixels: lining up again moves nothing.
double middle(double begin, double range, double largest) {
    return std::round(begin + (range - largest) / 2) + largest / 2;
}

QPointF linedUp(const QRectF& card, const QRectF& all, const QSizeF& largest, Alignment alignment) {
    QPointF place = card.topLeft();
    switch (alignment) {
    case Alignment::Left:
        place.setX(all.left());
        break;
    case Alignment::Centre:
        place.setX(std::round(middle(all.left(), all.width(), largest.width()) - card.width() / 2));
        break;
    case Alignment::Right:
        place.setX(all.right() - card.width());
        break;
    case Alignment::Top:
        place.setY(all.top());
        break;
    case Alignment::Middle:
        place.setY(std::round(middle(all.top(), all.height(), largest.height()) - card.height() / 2));
        break;
    case Alignment::Bottom:
        place.setY(all.bottom() - card.height());
        break;
    case Alignment::SpreadAcross:
    case Alignment::SpreadDown:
        break;
    }
    return place;
}

Positions spread(const Cards& cards, bool across) {
    const auto begin = [across](const QRectF& card) { return across ? card.left() : card.top(); };
    const auto end = [across](const QRectF& card) { return across ? card.right() : card.bottom(); };
    std::vector<std::pair<LayerId, QRectF>> order(cards.begin(), cards.end());
    std::ranges::stable_sort(order, {}, [&](const auto& entry) { return begin(entry.second); });
    double taken = 0;
    double last = end(order.front().second);
    for (const auto& [layer, card] : order) {
        taken += end(card) - begin(card);
        last = std::max(last, end(card));
    }
    const double first = begin(order.front().second);
    const double gap = (last - first - taken) / double(order.size() - 1);
    Positions positions;
    double at = first;
    for (const auto& [layer, card] : order) {
        const double rounded = std::round(at);
        positions[layer] =
            across ? Position{rounded, card.top(), true} : Position{card.left(), rounded, true};
        at += end(card) - begin(card) + gap;
    }
    return positions;
}

} // namespace

std::size_t cardsNeeded(Alignment alignment) {
    return spreads(alignment) ? 3 : 2;
}

std::map<LayerId, Position> aligned(const std::map<LayerId, QRectF>& cards, Alignment alignment) {
    if (cards.size() < cardsNeeded(alignment))
        return {};
    if (spreads(alignment))
        return spread(cards, alignment == Alignment::SpreadAcross);
    QRectF all;
    QSizeF largest;
    for (const auto& [layer, card] : cards) {
        all |= card;
        largest = largest.expandedTo(card.size());
    }
    Positions positions;
    for (const auto& [layer, card] : cards) {
        const QPointF place = linedUp(card, all, largest, alignment);
        positions[layer] = {place.x(), place.y(), true};
    }
    return positions;
}

} // namespace protomind
