// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/live/weight_lines.h"

#include <QGraphicsItem>

namespace protomind {

/// The weights along a wire between two small layers, drawn over the cards' edges.
class WeightsItem final : public QGraphicsItem {
public:
    enum { Type = UserType + 5 };

    WeightsItem();

    void setEnds(std::vector<QPointF> from, std::vector<QPointF> to);
    void setWeights(const LayerWeights& weights);
    void setColours(const ValueColours& colours);
    void setHovered(std::optional<WeightPlace> place);

    [[nodiscard]] const WeightLines& lines() const { return m_lines; }
    [[nodiscard]] const LayerWeights& weights() const { return m_weights; }

    int type() const override { return Type; }
    QRectF boundingRect() const override { return m_lines.bounds(); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    WeightLines m_lines;
    LayerWeights m_weights;
    ValueColours m_colours;
    std::optional<WeightPlace> m_hovered;
};

} // namespace protomind
