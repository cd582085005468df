// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/player_frames.h"

#include "desktop/style/paint_guard.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace protomind {

namespace {

constexpr double kAroundCards = 22;
constexpr double kTitleHeight = 30;
constexpr double kFrameCorner = 14;
constexpr double kTitleIndent = 12;
/// Seen from afar a title grows with the distance, but not more than so many times.
constexpr double kMostGrowth = 2.4;
constexpr double kFrameTint = 0.07;

QColor colourOf(Player player, const CardColours& colours) {
    return colours.category(player == Player::Generator ? LayerCategory::Activation : LayerCategory::Learned);
}

} // namespace

PlayerFrames::PlayerFrames() {
    setZValue(-10);
    setVisible(false);
    setAcceptedMouseButtons(Qt::NoButton);
}

void PlayerFrames::setLook(const QFont& font, const CardColours& colours) {
    m_font = font;
    m_colours = colours;
    update();
}

PlayerFrames::Frame PlayerFrames::around(Player player, const std::vector<QRectF>& cards) {
    QRectF rect;
    for (const QRectF& card : cards)
        rect |= card;
    return {player, rect.adjusted(-kAroundCards, -kAroundCards - kTitleHeight, kAroundCards, kAroundCards)};
}

void PlayerFrames::setFrames(std::vector<Frame> frames) {
    if (frames == m_frames)
        return;
    prepareGeometryChange();
    m_frames = std::move(frames);
    setVisible(!m_frames.empty());
    update();
}

QRectF PlayerFrames::covered() const {
    QRectF all;
    for (const Frame& frame : m_frames)
        all |= frame.rect;
    return all;
}

QString PlayerFrames::titleOf(Player player) {
    return player == Player::Generator
               ? QCoreApplication::translate("protomind::PlayerFrames", "Generator")
               : QCoreApplication::translate("protomind::PlayerFrames", "Discriminator");
}

QRectF PlayerFrames::boundingRect() const {
    // A title that has grown reaches above its frame.
    return covered().adjusted(-2, -kMostGrowth * kTitleHeight, 2, 2);
}

void PlayerFrames::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    paintGuarded([&] {
        painter->setRenderHint(QPainter::Antialiasing);
        for (const Frame& frame : m_frames)
            paintFrame(*painter, frame);
    });
}

void PlayerFrames::paintFrame(QPainter& painter, const Frame& frame) const {
    const QColor colour = colourOf(frame.player, m_colours);
    painter.setBrush(mixed(m_colours.canvas, colour, kFrameTint));
    QPen pen(mixed(m_colours.canvas, colour, 0.7), 1.5);
    pen.setCosmetic(true);
    painter.setPen(pen);
    const QRectF box = frame.rect.adjusted(0, kTitleHeight, 0, 0);
    painter.drawRoundedRect(box, kFrameCorner, kFrameCorner);

    const double zoom = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
    const double growth = std::clamp(1 / std::max(zoom, 0.01), 1.0, kMostGrowth);
    QFont font = m_font;
    font.setBold(true);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * growth);
    else
        font.setPixelSize(static_cast<int>(font.pixelSize() * growth));
    painter.setFont(font);
    painter.setPen(colour);
    // Upwards from the box, so that it never lies on it.
    const double height = kTitleHeight * growth;
    const QRectF place(box.left() + kTitleIndent, box.top() - height, box.width() - 2 * kTitleIndent, height);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, titleOf(frame.player));
}

} // namespace protomind
