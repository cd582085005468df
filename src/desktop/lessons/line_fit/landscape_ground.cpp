// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/landscape_ground.h"

#include "desktop/charts/viridis.h"
#include "desktop/live/value_colours.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

/// Cells a side. The picture is smooth, so that more would not be seen.
constexpr int kCells = 112;
constexpr double kGap = 5;
constexpr double kBarShare = 0.65; ///< of a line of text

double legendHeight(const QFontMetricsF& metrics) {
    return kGap + kBarShare * metrics.height() + metrics.height();
}

/// Black or white, whichever is seen better on a loss's colour.
QColor inkOn(double share, double alpha) {
    const QColor ground = QColor::fromRgb(viridis(share));
    QColor ink = ground.lightnessF() > 0.42f && ground.greenF() > 0.6f ? Qt::black : Qt::white;
    ink.setAlphaF(static_cast<float>(alpha));
    return ink;
}

} // namespace

QImage heatMap(const LineLoss& loss, const PlotRange& range, const LossScale& scale, int columns, int rows) {
    const std::vector<float> values = landscapeValues(loss, range, columns, rows);
    QImage image(columns, rows, QImage::Format_RGB32);
    auto value = values.begin();
    for (int row = 0; row < rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (int column = 0; column < columns; ++column, ++value)
            line[column] = viridis(scale.share(static_cast<double>(*value)));
    }
    return image;
}

QPolygonF placed(const QPolygonF& values, const PlotAxes& axes) {
    QPolygonF places;
    places.reserve(values.size());
    for (const QPointF& value : values)
        places.append(axes.place(value));
    return places;
}

PlotAxes LandscapeGround::axesFor(const LandscapeWindow& window, const Look& look) {
    const QFontMetricsF metrics(look.font);
    QMarginsF room = PlotAxes::room(metrics);
    room.setBottom(room.bottom() + legendHeight(metrics));
    const QRectF area = QRectF(QPointF(), QSizeF(look.size)).marginsRemoved(room);
    return PlotAxes::fitted(window.range(), area, window.halfM / window.halfB);
}

void LandscapeGround::update(const LineFit& fit, const LandscapeWindow& window, const Look& look) {
    if (fit.pointsVersion() == m_pointsVersion && window == m_window && look == m_look)
        return;
    m_pointsVersion = fit.pointsVersion();
    m_window = window;
    m_look = look;
    m_axes = axesFor(window, look);
    m_scale = LossScale(fit.lossOf(), m_axes.range());
    const QFontMetricsF metrics(look.font);
    const double title = metrics.horizontalAdvance(look.lossTitle) + 2 * kGap;
    m_legend = QRectF(m_axes.area().left() + title,
                      look.size.height() - kBarShare * metrics.height() - metrics.height(),
                      std::max(10.0, m_axes.area().width() - title), kBarShare * metrics.height());
    m_pixmap = QPixmap(look.size * look.pixelRatio);
    m_pixmap.setDevicePixelRatio(look.pixelRatio);
    m_pixmap.fill(Qt::transparent);
    paint(fit.lossOf(), look);
    ++m_paintings;
}

void LandscapeGround::paint(const LineLoss& loss, const Look& look) {
    QPainter painter(&m_pixmap);
    painter.setFont(look.font);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (loss.empty())
        painter.fillRect(m_axes.area(), look.palette.color(QPalette::Base));
    else
        painter.drawImage(m_axes.area(), heatMap(loss, m_axes.range(), m_scale, kCells, kCells));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(m_axes.area());
    paintContours(painter, loss);
    painter.restore();
    painter.setRenderHint(QPainter::Antialiasing, false);
    m_axes.paintFrame(painter, look.palette, QStringLiteral("m"), QStringLiteral("b"));
    if (!loss.empty())
        paintLegend(painter, look);
}

void LandscapeGround::paintContours(QPainter& painter, const LineLoss& loss) const {
    const QFontMetricsF metrics(painter.font(), painter.device());
    const LineWeights best = loss.optimum();
    std::vector<QRectF> taken;
    for (const double level : m_scale.levels()) {
        const double share = m_scale.share(level);
        painter.setPen(QPen(inkOn(share, 0.45), 1));
        painter.setBrush(Qt::NoBrush);
        for (const QPolygonF& part : contour(loss, level, m_axes.range()))
            painter.drawPolyline(placed(part, m_axes));
        if (level <= loss.lowest())
            continue;
        // Its number straight above the best line, where there is room for it.
        const double above = std::sqrt(level - loss.lowest());
        if (above * m_axes.yUnit() < 1.5 * metrics.height())
            continue;
        const QString label = shortValue(level);
        const QPointF at = m_axes.place({best.m, best.b + above});
        const QSizeF size(metrics.horizontalAdvance(label) + 4, metrics.height());
        const QRectF box(at - QPointF(size.width() / 2, size.height() / 2), size);
        if (!m_axes.area().contains(box) ||
            std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(box); }))
            continue;
        taken.push_back(box.adjusted(0, -4, 0, 4));
        QColor ground = QColor::fromRgb(viridis(share));
        ground.setAlphaF(0.8f);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(box.adjusted(0, 2, 0, -2), 3, 3);
        painter.setPen(inkOn(share, 1));
        painter.drawText(box, Qt::AlignCenter, label);
    }
}

void LandscapeGround::paintLegend(QPainter& painter, const Look& look) const {
    const QFontMetricsF metrics(painter.font(), painter.device());
    const int columns = std::max(2, static_cast<int>(m_legend.width()));
    QImage bar(columns, 1, QImage::Format_RGB32);
    for (int column = 0; column < columns; ++column)
        bar.setPixel(column, 0, viridis(column / (columns - 1.0)));
    painter.drawImage(m_legend, bar);
    const QColor text = look.palette.color(QPalette::WindowText);
    painter.setPen(text);
    painter.setBrush(Qt::NoBrush);
    painter.drawText(
        QPointF(m_axes.area().left(), m_legend.center().y() - metrics.height() / 2 + metrics.ascent()),
        look.lossTitle);
    double taken = -1e9;
    for (const double level : m_scale.levels()) {
        const double x = m_legend.left() + m_scale.share(level) * m_legend.width();
        painter.drawLine(QPointF(x, m_legend.bottom() - 3), QPointF(x, m_legend.bottom() + 2));
        const QString label = shortValue(level);
        const double width = metrics.horizontalAdvance(label);
        const double left = x - width / 2;
        if (left < taken || left + width > look.size.width())
            continue;
        taken = left + width + 2 * kGap;
        painter.drawText(QPointF(left, m_legend.bottom() + 1 + metrics.ascent()), label);
    }
}

} // namespace protomind
