// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/card_colours.h"

#include <QFont>
#include <QGraphicsItem>

namespace protomind {

/// A sentence next to the pointer while something is being dragged: what letting go would do, or why it would
/// not.
class PointerHint final : public QGraphicsItem {
public:
    enum class Tone { Plain, Good, Warning, Bad };

    PointerHint();

    void setLook(const QFont& font, const CardColours& colours);
    void say(const QPointF& scenePoint, const QString& sentence, Tone tone);
    void silence() { setVisible(false); }
    [[nodiscard]] const QString& sentence() const { return m_sentence; }

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    [[nodiscard]] QRectF textRect() const;

    /// Beside the pointer, on the side where there is room.
    void keepInSight(const QPointF& scenePoint);

    QString m_sentence;
    QPointF m_offset;
    Tone m_tone = Tone::Plain;
    QFont m_font;
    CardColours m_colours;
};

} // namespace protomind
