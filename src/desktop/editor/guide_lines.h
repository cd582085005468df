// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/card_colours.h"

#include <QGraphicsItem>

#include <vector>

namespace protomind {

/// The lines that show with what a moved card is level.
class GuideLines final : public QGraphicsItem {
public:
    GuideLines();

    void setColours(const CardColours& colours) { m_colours = colours; }
    /// None hides them.
    void setLines(std::vector<QLineF> lines);
    [[nodiscard]] const std::vector<QLineF>& lines() const { return m_lines; }

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    std::vector<QLineF> m_lines;
    CardColours m_colours;
};

} // namespace protomind
