// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/plot_axes.h"

#include "desktop/charts/scale_ticks.h"
#include "desktop/style/laboratory_style.h"
#include "desktop/words/shown_number.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <cmath>
#include <vector>

namespace protomind {

namespace {

constexpr double kTickLength = 4;
constexpr double kGap = 3;

std::vector<double> ticksBetween(double low, double high, double step) {
    std::vector<double> ticks;
    for (double index = std::ceil(low / step - 1e-9); index * step <= high + step * 1e-9; ++index)
        ticks.push_back(index == 0 ? 0 : index * step);
    return ticks;
}

} // namespace

bool PlotRange::contains(QPointF value) const {
    return value.x() >= left && value.x() <= right && value.y() >= low && value.y() <= high;
}

QPointF PlotRange::cut(QPointF value) const {
    return {std::clamp(value.x(), left, right), std::clamp(value.y(), low, high)};
}

PlotAxes::PlotAxes(const PlotRange& range, const QRectF& area)
    : m_range(range)
    , m_area(area.x(), area.y(), std::max(1.0, area.width()), std::max(1.0, area.height())) {}

PlotAxes PlotAxes::fitted(const PlotRange& range, const QRectF& area, double aspect) {
    PlotAxes axes(range, area);
    const QPointF centre = range.centre();
    const double xUnit = std::min(axes.xUnit(), axes.yUnit() / aspect);
    const double halfWidth = axes.m_area.width() / xUnit / 2;
    const double halfHeight = axes.m_area.height() / (xUnit * aspect) / 2;
    axes.m_range = {centre.x() - halfWidth, centre.x() + halfWidth, centre.y() - halfHeight,
                    centre.y() + halfHeight};
    return axes;
}

QMarginsF PlotAxes::room(const QFontMetricsF& metrics) {
    return {metrics.horizontalAdvance(QStringLiteral("−0.00")) + kTickLength + 2 * kGap,
            metrics.height() + kGap, metrics.horizontalAdvance(QStringLiteral("00")),
            metrics.height() + kTickLength + kGap};
}

QPointF PlotAxes::place(QPointF value) const {
    return {m_area.left() + (value.x() - m_range.left) * xUnit(),
            m_area.bottom() - (value.y() - m_range.low) * yUnit()};
}

QPointF PlotAxes::value(QPointF place) const {
    return {m_range.left + (place.x() - m_area.left()) / xUnit(),
            m_range.low + (m_area.bottom() - place.y()) / yUnit()};
}

int PlotAxes::mostXTicks(const QFontMetricsF& metrics) const {
    return std::clamp(
        static_cast<int>(m_area.width() / (1.4 * metrics.horizontalAdvance(QStringLiteral("−0.00")))), 1, 8);
}

int PlotAxes::mostYTicks(const QFontMetricsF& metrics) const {
    return std::clamp(static_cast<int>(m_area.height() / (2 * metrics.height())), 1, 8);
}

void PlotAxes::paintGrid(QPainter& painter, const QPalette& palette) const {
    const QFontMetricsF metrics(painter.font(), painter.device());
    QColor faint = palette.color(QPalette::Text);
    faint.setAlphaF(isStrong(palette) ? 0.3f : 0.12f);
    QColor zero = palette.color(QPalette::Text);
    zero.setAlphaF(isStrong(palette) ? 0.7f : 0.35f);
    for (const double x :
         ticksBetween(m_range.left, m_range.right, niceStep(m_range.width(), mostXTicks(metrics)))) {
        painter.setPen(QPen(x == 0 ? zero : faint, 1));
        painter.drawLine(place({x, m_range.low}), place({x, m_range.high}));
    }
    for (const double y :
         ticksBetween(m_range.low, m_range.high, niceStep(m_range.height(), mostYTicks(metrics)))) {
        painter.setPen(QPen(y == 0 ? zero : faint, 1));
        painter.drawLine(place({m_range.left, y}), place({m_range.right, y}));
    }
}

void PlotAxes::paintFrame(QPainter& painter, const QPalette& palette, const QString& xTitle,
                          const QString& yTitle) const {
    const QFontMetricsF metrics(painter.font(), painter.device());
    const QColor text = palette.color(QPalette::WindowText);
    QColor frame = text;
    frame.setAlphaF(isStrong(palette) ? 1.0f : 0.5f);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(frame, 1));
    painter.drawRect(m_area);

    const double line = metrics.height();
    const double xStep = niceStep(m_range.width(), mostXTicks(metrics));
    const double xTop = m_area.bottom() + kTickLength;
    const double titleWidth = metrics.horizontalAdvance(xTitle);
    const double titleLeft = m_area.right() - titleWidth;
    double taken = -1e9;
    for (const double x : ticksBetween(m_range.left, m_range.right, xStep)) {
        const QPointF at = place({x, m_range.low});
        painter.setPen(QPen(frame, 1));
        painter.drawLine(at, at + QPointF(0, kTickLength));
        const QString label = tickText(x, xStep);
        const double width = metrics.horizontalAdvance(label);
        const double left = at.x() - width / 2;
        if (left < taken || (titleWidth > 0 && left + width > titleLeft - 2 * kGap))
            continue;
        taken = left + width + 2 * kGap;
        painter.setPen(text);
        painter.drawText(QPointF(left, xTop + metrics.ascent()), label);
    }
    const double yStep = niceStep(m_range.height(), mostYTicks(metrics));
    for (const double y : ticksBetween(m_range.low, m_range.high, yStep)) {
        const QPointF at = place({m_range.left, y});
        painter.setPen(QPen(frame, 1));
        painter.drawLine(at, at - QPointF(kTickLength, 0));
        const QString label = tickText(y, yStep);
        painter.setPen(text);
        painter.drawText(QPointF(at.x() - kTickLength - kGap - metrics.horizontalAdvance(label),
                                 at.y() - line / 2 + metrics.ascent()),
                         label);
    }
    QFont bold = painter.font();
    bold.setBold(true);
    painter.save();
    painter.setFont(bold);
    painter.drawText(QRectF(m_area.right() - 2 * titleWidth - 10, xTop, 2 * titleWidth + 10, line),
                     Qt::AlignRight | Qt::AlignTop | Qt::TextSingleLine, xTitle);
    painter.drawText(QRectF(m_area.left() - kGap, m_area.top() - line - kGap, m_area.width() + kGap, line),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, yTitle);
    painter.restore();
}

QString tickText(double value, double step) {
    QString text;
    if (std::abs(value) >= 1e5 || step < 1e-4)
        text = shownNumber(value, 'g', 3);
    else
        text = shownNumber(value, 'f', std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9))));
    return text.replace(QLatin1Char('-'), QStringLiteral("−"));
}

} // namespace protomind
