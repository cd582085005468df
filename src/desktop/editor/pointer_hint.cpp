// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/pointer_hint.h"

#include "desktop/style/paint_guard.h"

#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QPainter>

namespace protomind {

namespace {

constexpr QPointF kBesidePointer(16, 18);
constexpr double kWidest = 280;

} // namespace

PointerHint::PointerHint() {
    setZValue(20);
    setFlag(ItemIgnoresTransformations);
    setVisible(false);
}

void PointerHint::setLook(const QFont& font, const CardColours& colours) {
    m_font = font;
    m_colours = colours;
}

void PointerHint::say(const QPointF& scenePoint, const QString& sentence, Tone tone) {
    prepareGeometryChange();
    m_sentence = sentence;
    m_tone = tone;
    setPos(scenePoint);
    keepInSight(scenePoint);
    setVisible(!sentence.isEmpty());
}

QRectF PointerHint::boundingRect() const {
    return textRect().adjusted(-14, -8, 11, 8);
}

void PointerHint::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    paintGuarded([&] {
        painter->setRenderHint(QPainter::Antialiasing);
        const QColor tone = m_tone == Tone::Good      ? m_colours.good
                            : m_tone == Tone::Warning ? m_colours.warning
                            : m_tone == Tone::Bad     ? m_colours.error
                                                      : m_colours.accent;
        const QRectF box = textRect().adjusted(-12, -6, 10, 6);
        painter->setBrush(mixed(m_colours.card, tone, 0.1));
        painter->setPen(QPen(tone, 1.2));
        painter->drawRoundedRect(box, 6, 6);
        painter->setFont(m_font);
        painter->setPen(m_colours.text);
        painter->drawText(textRect(), Qt::AlignLeft | Qt::TextWordWrap, m_sentence);
    });
}

QRectF PointerHint::textRect() const {
    const QRectF room(0, 0, kWidest, 1000);
    const QRectF text = QFontMetricsF(m_font).boundingRect(room, Qt::TextWordWrap, m_sentence);
    return {m_offset + QPointF(12, 6), text.size() + QSizeF(2, 1)};
}

void PointerHint::keepInSight(const QPointF& scenePoint) {
    m_offset = kBesidePointer;
    if (scene() == nullptr || scene()->views().isEmpty())
        return;
    const QGraphicsView& view = *scene()->views().constFirst();
    const QPoint point = view.mapFromScene(scenePoint);
    const QRectF box = textRect().adjusted(0, 0, 12, 8);
    if (point.x() + box.right() > view.viewport()->width())
        m_offset.setX(-box.right() + kBesidePointer.x() - 12);
    if (point.y() + box.bottom() > view.viewport()->height())
        m_offset.setY(-box.height() - kBesidePointer.y());
}

} // namespace protomind
