// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/live/card_picture.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

QColor faint(const ValueColours& colours, double share) {
    QColor colour = colours.text();
    colour.setAlphaF(float(share));
    return colour;
}

} // namespace

CardPicture::CardPicture(const LayerPicture& picture, const ValueColours& colours, int tiles)
    : m_picture(picture) {
    const Shape& shape = m_picture.values.shape;
    const std::span<const float> values = m_picture.values.values;
    if (m_picture.kind == PictureKind::Image && shape.rank() == 3) {
        m_images.push_back(pictureOfSample(values, int(shape[1]), int(shape[0]), int(shape[2])));
        return;
    }
    if (shape.rank() != 3)
        return;
    const std::size_t size = std::size_t(shape[1] * shape[2]);
    const std::size_t count = std::min(std::size_t(shape[0]), std::size_t(std::max(tiles, 0)));
    for (std::size_t tile = 0; tile < count; ++tile)
        m_images.push_back(
            colours.map(values.subspan(tile * size, size), int(shape[2]), int(shape[1]), range()));
}

int CardPicture::tiles() const {
    if (m_picture.kind == PictureKind::Plane || m_picture.kind == PictureKind::Maps)
        return int(m_images.size());
    if (m_picture.kind == PictureKind::Curve)
        return int(m_picture.values.shape[0]);
    return isEmpty() ? 0 : 1;
}

ValueRange CardPicture::range() const {
    return ValueRange::around(m_picture.neutral, m_picture.low, m_picture.high);
}

void CardPicture::paintTile(QPainter& painter, int tile, const QRectF& rect,
                            const ValueColours& colours) const {
    switch (m_picture.kind) {
    case PictureKind::Plane:
    case PictureKind::Maps:
    case PictureKind::Image:
        if (tile < int(m_images.size()))
            painter.drawImage(rect, m_images[std::size_t(tile)]);
        break;
    case PictureKind::Curve:
        paintCurve(painter, tile, rect, colours);
        break;
    case PictureKind::Bars:
        paintBars(painter, rect, colours);
        break;
    case PictureKind::Histogram:
        paintHistogram(painter, rect, colours);
        break;
    }
}

void CardPicture::paintCurve(QPainter& painter, int tile, const QRectF& rect,
                             const ValueColours& colours) const {
    painter.fillRect(rect, colours.ground());
    const std::int64_t points = m_picture.values.shape[1];
    if (tile >= m_picture.values.shape[0] || points < 2)
        return;
    const ValueRange range = this->range();
    const auto place = [&](std::int64_t i) {
        const float value = m_picture.values.values[std::size_t(tile * points + i)];
        const double y = std::isnan(value) ? 0 : std::clamp(double(range.position(value)), -1.0, 1.0);
        return QPointF(rect.left() + rect.width() * double(i) / double(points - 1),
                       rect.center().y() - y * rect.height() * 0.46);
    };
    painter.setPen(QPen(faint(colours, 0.25), 1));
    painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
    QPolygonF line;
    for (std::int64_t i = 0; i < points; ++i)
        line << place(i);
    painter.setPen(QPen(colours.above(), rect.height() > 100 ? 2.4 : 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
}

void CardPicture::paintBars(QPainter& painter, const QRectF& rect, const ValueColours& colours) const {
    painter.fillRect(rect, colours.ground());
    const std::vector<float>& values = m_picture.values.values;
    const double low = std::min(0.0, double(m_picture.low));
    const double high = std::max({0.0, double(m_picture.high), low + 1e-9});
    const auto height = [&](double value) {
        return rect.bottom() - (value - low) / (high - low) * rect.height();
    };
    const double pitch = rect.width() / double(values.size());
    const double gap = pitch > 4 ? std::min(3.0, pitch * 0.2) : 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double value = std::isfinite(values[i]) ? double(values[i]) : 0;
        painter.fillRect(QRectF(QPointF(rect.left() + double(i) * pitch + gap / 2, height(value)),
                                QPointF(rect.left() + double(i + 1) * pitch - gap / 2, height(0)))
                             .normalized(),
                         value < 0 ? colours.below() : colours.above());
    }
    painter.fillRect(QRectF(rect.left(), height(0) - 0.5, rect.width(), 1), faint(colours, 0.4));
}

void CardPicture::paintHistogram(QPainter& painter, const QRectF& rect, const ValueColours& colours) const {
    painter.fillRect(rect, colours.ground());
    const std::vector<float>& counts = m_picture.values.values;
    const float most = *std::ranges::max_element(counts);
    if (most <= 0)
        return;
    const double pitch = rect.width() / double(counts.size());
    const double span = double(m_picture.high) - double(m_picture.low);
    const auto x = [&](double value) { return rect.left() + (value - m_picture.low) / span * rect.width(); };
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] <= 0)
            continue;
        // By the root, so that a single tall bar (many zeros) does not make all others vanish.
        const double tall = std::max(1.0, std::sqrt(double(counts[i] / most)) * rect.height());
        const double middle = m_picture.low + span * (double(i) + 0.5) / double(counts.size());
        painter.fillRect(QRectF(rect.left() + double(i) * pitch, rect.bottom() - tall, pitch + 0.3, tall),
                         middle < m_picture.neutral ? colours.below() : colours.above());
    }
    if (m_picture.low < 0 && m_picture.high > 0)
        painter.fillRect(QRectF(x(0) - 0.5, rect.top(), 1, rect.height()), faint(colours, 0.45));
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), faint(colours, 0.3));
}

QString CardPicture::caption(const PictureForm& form) const {
    switch (form.kind) {
    case PictureKind::Histogram:
        return isEmpty()
                   ? QString()
                   : tr("values from %1 to %2").arg(shortValue(m_picture.low), shortValue(m_picture.high));
    case PictureKind::Bars:
        if (isEmpty())
            return {};
        return tr("one bar a neuron, up to %1").arg(shortValue(m_picture.high));
    default:
        return tr("%1 of %2").arg(kTilesOnCard).arg(form.channels);
    }
}

void CardPicture::paint(QPainter& painter, const CardPicture& picture, const PictureForm& form,
                        const PictureLayout& layout, const QFont& font, const ValueColours& colours) {
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const bool fits = picture.m_picture.kind == form.kind && !picture.isEmpty();
    const int tiles = fits ? picture.tiles() : 0;
    for (int tile = 0; tile < int(layout.tiles.size()); ++tile) {
        const QRectF& rect = layout.tiles[std::size_t(tile)];
        if (fits && (tile < tiles || form.kind == PictureKind::Bars || form.kind == PictureKind::Histogram ||
                     form.kind == PictureKind::Image))
            picture.paintTile(painter, tile, rect, colours);
        else
            painter.fillRect(rect, faint(colours, 0.05));
        painter.setPen(QPen(faint(colours, 0.22), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect);
    }
    if (!layout.caption.isEmpty()) {
        painter.setFont(font);
        painter.setPen(colours.muted());
        painter.drawText(layout.caption, Qt::AlignCenter, picture.caption(form));
    }
}

} // namespace protomind
