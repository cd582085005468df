// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/layer_strip.h"

#include <QPainter>

#include <cmath>

namespace protomind {

namespace {

constexpr int kStripWidth = 5; ///< as on the editor's cards

void paintStrip(QPainter& painter, const QRectF& room, std::span<const QColor> colours) {
    const double part = room.height() / static_cast<double>(colours.size());
    for (std::size_t i = 0; i < colours.size(); ++i)
        painter.fillRect(QRectF(room.left(), room.top() + static_cast<double>(i) * part, room.width(), part),
                         colours[i]);
}

} // namespace

LayerStrip::LayerStrip(QWidget* parent)
    : QWidget(parent) {
    setFixedWidth(kStripWidth);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored);
}

void LayerStrip::setColours(std::vector<QColor> colours) {
    m_colours = std::move(colours);
    update();
}

void LayerStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintStrip(painter, rect(), m_colours);
}

QIcon stripIcon(std::span<const QColor> colours, int height, double pixelRatio) {
    QPixmap pixmap(static_cast<int>(std::ceil(kStripWidth * pixelRatio)),
                   static_cast<int>(std::ceil(height * pixelRatio)));
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintStrip(painter, QRectF(0, 0, kStripWidth, height), colours);
    painter.end();
    // The same where it is chosen: its colour is what it says.
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected);
    return icon;
}

} // namespace protomind
