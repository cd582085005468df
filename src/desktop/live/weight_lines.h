// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/live/value_colours.h"
#include "studio/lens/pictures.h"

#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace protomind {

/// Of so many weights between two layers lines are drawn: the strongest ones.
inline constexpr int kMostWeightLines = 160;
/// How near to a line a pointer must come.
inline constexpr double kWeightReach = 7;

/// One weight between two layers: of which input, for which output.
struct WeightPlace {
    int from = 0;
    int to = 0;
    bool operator==(const WeightPlace&) const = default;
};

/// The weights between two layers as lines: width for size, colour for sign.
class WeightLines {
public:
    /// Where the neurons of both layers are, in order.
    void setEnds(std::vector<QPointF> from, std::vector<QPointF> to);
    /// Takes those with as many inputs and outputs as there are ends; others make no lines.
    void setWeights(const LayerWeights& weights);

    [[nodiscard]] bool isEmpty() const { return m_lines.empty(); }
    [[nodiscard]] QRectF bounds() const;
    /// The line within reach of a point, the nearest first.
    [[nodiscard]] std::optional<WeightPlace> at(const QPointF& point, double reach = kWeightReach) const;
    /// How far a point is from a weight's line.
    [[nodiscard]] double distance(const WeightPlace& place, const QPointF& point) const;
    /// The middle of a weight's line.
    [[nodiscard]] QPointF middle(const WeightPlace& place) const;
    void paint(QPainter& painter, const ValueColours& colours, std::optional<WeightPlace> hovered) const;

    [[nodiscard]] static double width(double weight);

private:
    struct Line {
        WeightPlace place;
        float weight = 0;
    };
    void paintLine(QPainter& painter, const Line& line, const QColor& colour, double width) const;

    std::vector<QPointF> m_from;
    std::vector<QPointF> m_to;
    std::vector<Line> m_lines; ///< the weakest first, so that the strong ones lie on top
};

} // namespace protomind
