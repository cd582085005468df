// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/card_colours.h"

#include <QGraphicsItem>
#include <QPainterPath>

namespace protomind {

/// The wire that is being drawn, until it is let go.
class WirePreview final : public QGraphicsItem {
public:
    enum class Verdict { Open, Accepted, Refused };

    WirePreview();

    void setColours(const CardColours& colours) { m_colours = colours; }
    /// From an output to an input, whichever of them hangs on the pointer.
    void setEnds(const QPointF& output, const QPointF& input, Verdict verdict);
    [[nodiscard]] Verdict verdict() const { return m_verdict; }

    QRectF boundingRect() const override { return m_path.boundingRect().adjusted(-8, -8, 8, 8); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QPainterPath m_path;
    CardColours m_colours;
    Verdict m_verdict = Verdict::Open;
};

} // namespace protomind
