// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/live/weight_lines.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace protomind {

namespace {

constexpr double kThinnest = 0.7;
constexpr double kThickest = 8;
constexpr double kWidthOfOne = 1.9; ///< what a weight of 1 adds

/// A line leaves and arrives level: y over t is smooth, x over t nearly straight.
QPointF pointAt(const QPointF& a, const QPointF& b, double t) {
    const double x = 1.5 * t * (1 - t) + t * t * t;
    const double y = t * t * (3 - 2 * t);
    return {a.x() + (b.x() - a.x()) * x, a.y() + (b.y() - a.y()) * y};
}

double distanceTo(const QPointF& a, const QPointF& b, const QPointF& point) {
    constexpr int kPieces = 24;
    double least = std::numeric_limits<double>::max();
    QPointF before = a;
    for (int i = 1; i <= kPieces; ++i) {
        const QPointF next = pointAt(a, b, double(i) / kPieces);
        const QPointF way = next - before;
        const double length = QPointF::dotProduct(way, way);
        const double along =
            length > 0 ? std::clamp(QPointF::dotProduct(point - before, way) / length, 0.0, 1.0) : 0;
        const QPointF off = point - before - along * way;
        least = std::min(least, QPointF::dotProduct(off, off));
        before = next;
    }
    return std::sqrt(least);
}

} // namespace

double WeightLines::width(double weight) {
    return std::isfinite(weight) ? std::min(kThinnest + kWidthOfOne * std::abs(weight), kThickest)
                                 : kThinnest;
}

void WeightLines::setEnds(std::vector<QPointF> from, std::vector<QPointF> to) {
    m_from = std::move(from);
    m_to = std::move(to);
    std::erase_if(m_lines, [this](const Line& line) {
        return line.place.from >= int(m_from.size()) || line.place.to >= int(m_to.size());
    });
}

void WeightLines::setWeights(const LayerWeights& weights) {
    m_lines.clear();
    const Shape& shape = weights.values.shape;
    if (shape.rank() != 2 || shape[0] != std::ssize(m_from) || shape[1] != std::ssize(m_to))
        return;
    const int outputs = int(shape[1]);
    for (std::size_t i = 0; i < weights.values.values.size(); ++i)
        m_lines.push_back({{int(i) / outputs, int(i) % outputs}, weights.values.values[i]});
    const auto weaker = [](const Line& a, const Line& b) { return std::abs(a.weight) < std::abs(b.weight); };
    if (m_lines.size() > kMostWeightLines) {
        const auto first = m_lines.end() - kMostWeightLines;
        std::nth_element(m_lines.begin(), first, m_lines.end(), weaker);
        m_lines.erase(m_lines.begin(), first);
    }
    std::sort(m_lines.begin(), m_lines.end(), weaker);
}

QRectF WeightLines::bounds() const {
    if (m_from.empty() || m_to.empty())
        return {};
    QRectF rect(m_from.front(), QSizeF(0, 0));
    for (const auto* ends : {&m_from, &m_to}) {
        for (const QPointF& end : *ends) {
            rect.setLeft(std::min(rect.left(), end.x()));
            rect.setRight(std::max(rect.right(), end.x()));
            rect.setTop(std::min(rect.top(), end.y()));
            rect.setBottom(std::max(rect.bottom(), end.y()));
        }
    }
    return rect.adjusted(-kThickest, -kThickest, kThickest, kThickest);
}

double WeightLines::distance(const WeightPlace& place, const QPointF& point) const {
    return distanceTo(m_from[std::size_t(place.from)], m_to[std::size_t(place.to)], point);
}

std::optional<WeightPlace> WeightLines::at(const QPointF& point, double reach) const {
    std::optional<WeightPlace> nearest;
    if (!bounds().adjusted(-reach, -reach, reach, reach).contains(point))
        return nearest;
    double least = reach;
    for (const Line& line : m_lines) {
        // The whole width of a thick line counts.
        const double here = distance(line.place, point) - width(line.weight) / 2;
        if (here <= least) {
            least = here;
            nearest = line.place;
        }
    }
    return nearest;
}

QPointF WeightLines::middle(const WeightPlace& place) const {
    return pointAt(m_from[std::size_t(place.from)], m_to[std::size_t(place.to)], 0.5);
}

void WeightLines::paintLine(QPainter& painter, const Line& line, const QColor& colour, double width) const {
    const QPointF& a = m_from[std::size_t(line.place.from)];
    const QPointF& b = m_to[std::size_t(line.place.to)];
    const double reach = (b.x() - a.x()) / 2;
    QPainterPath path(a);
    path.cubicTo(a + QPointF(reach, 0), b - QPointF(reach, 0), b);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawPath(path);
}

void WeightLines::paint(QPainter& painter, const ValueColours& colours,
                        std::optional<WeightPlace> hovered) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const Line& line : m_lines)
        paintLine(painter, line, colours.line(line.weight), width(line.weight));
    if (!hovered)
        return;
    for (const Line& line : m_lines) {
        if (line.place != *hovered)
            continue;
        QColor halo = colours.text();
        halo.setAlpha(90);
        paintLine(painter, line, halo, width(line.weight) + 5);
        paintLine(painter, line, colours.line(line.weight < 0 ? -1 : 1), width(line.weight) + 1);
    }
}

} // namespace protomind
