// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/lens_chart_view.h"

#include "desktop/live/value_colours.h"
#include "desktop/style/class_mark.h"
#include "desktop/style/quantity_colours.h"
#include "desktop/words/worded.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace protomind {

namespace {

constexpr int kHeight = 190;
constexpr int kSmallestChartWidth = 180;
constexpr qsizetype kMostMarks = 24; ///< on a curve
constexpr double kMarkRadius = 4;
constexpr double kSignWidth = 14; ///< of what stands before a name in the legend
constexpr double kNameGap = 12;
constexpr double kRoomAbove = 1.06;
constexpr double kBarShare = 0.4; ///< of the distance of two bars, to either side

} // namespace

LensChartView::LensChartView(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void LensChartView::setChart(LensChart chart) {
    m_chart = std::move(chart);
    setAccessibleName(worded(m_chart.title));
    setCursor(canBePicked() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_rowsAsked = legendRows();
    updateGeometry();
    update();
}

QSize LensChartView::sizeHint() const {
    return {320, kHeight + legendRows() * fontMetrics().height()};
}

QSize LensChartView::minimumSizeHint() const {
    return {kSmallestChartWidth, sizeHint().height()};
}

double LensChartView::halfBar() const {
    const auto& x = m_chart.curves.front().x;
    const double distance = x.size() > 1 ? std::abs(x[1] - x[0]) : 1;
    return distance * (m_chart.kind == ChartKind::Histogram ? 0.5 : kBarShare);
}

PlotRange LensChartView::range() const {
    double left = std::numeric_limits<double>::infinity();
    double right = -left;
    double low = left;
    double high = -left;
    for (const LensCurve& curve : m_chart.curves) {
        for (std::size_t i = 0; i < curve.x.size(); ++i) {
            if (!std::isfinite(curve.x[i]) || !std::isfinite(curve.y[i]))
                continue;
            left = std::min(left, curve.x[i]);
            right = std::max(right, curve.x[i]);
            low = std::min(low, curve.y[i]);
            high = std::max(high, curve.y[i]);
        }
    }
    if (left > right)
        return {0, 1, 0, 1};
    if (m_chart.kind != ChartKind::Lines) {
        left -= halfBar();
        right += halfBar();
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
    }
    if (right <= left)
        right = left + 1;
    if (high <= low)
        high = low + 1;
    const double room = (high - low) * (kRoomAbove - 1);
    return {left, right, low < 0 || m_chart.kind == ChartKind::Lines ? low - room : low, high + room};
}

QRectF LensChartView::plotArea() const {
    const QFontMetricsF metrics(font());
    const double above = metrics.height() * (1 + legendRows()) + 4;
    return QRectF(rect()).marginsRemoved(PlotAxes::room(metrics)).adjusted(0, above, 0, 0);
}

void LensChartView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(0, 0, width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(worded(m_chart.title), Qt::ElideRight, width()));
    if (m_chart.curves.empty() || m_chart.curves.front().x.empty())
        return;
    const PlotAxes axes(range(), plotArea());
    axes.paintGrid(painter, palette());
    painter.save();
    painter.setClipRect(axes.area());
    for (std::size_t curve = 0; curve < m_chart.curves.size(); ++curve)
        paintCurve(painter, axes, curve);
    painter.restore();
    if (m_chart.labels.empty())
        axes.paintFrame(painter, palette(), worded(m_chart.xLabel), worded(m_chart.yLabel));
    else
        paintLabels(painter, axes);
    if (hasLegend())
        paintLegend(painter);
}

void LensChartView::paintCurve(QPainter& painter, const PlotAxes& axes, std::size_t curve) const {
    const LensCurve& points = m_chart.curves[curve];
    const QColor colour = classColour(static_cast<int>(curve));
    if (m_chart.kind == ChartKind::Lines) {
        QPolygonF line;
        for (std::size_t i = 0; i < points.x.size(); ++i) {
            if (std::isfinite(points.y[i]))
                line << axes.place({points.x[i], points.y[i]});
        }
        if (hasMarks()) {
            painter.setPen(QPen(palette().color(QPalette::Text), 3));
            painter.drawPolyline(line);
        }
        painter.setPen(QPen(colour, 2));
        painter.drawPolyline(line);
        if (hasMarks())
            for (qsizetype i = 0; i < line.size(); i += 1 + line.size() / kMostMarks)
                paintClassMark(painter, line[i], kMarkRadius, static_cast<int>(curve), palette());
        return;
    }
    const auto curves = static_cast<double>(m_chart.curves.size());
    QColor fill = colour;
    const bool overlaid = m_chart.kind == ChartKind::Histogram && curves > 1;
    if (overlaid)
        fill.setAlphaF(0.5f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    const double half = halfBar();
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        if (!std::isfinite(points.y[i]))
            continue;
        double left = points.x[i] - half;
        double right = points.x[i] + half;
        if (m_chart.kind == ChartKind::Bars) {
            const double width = 2 * half / curves;
            left += width * static_cast<double>(curve);
            right = left + width;
        }
        painter.drawRect(QRectF(axes.place({left, std::max(points.y[i], 0.0)}),
                                axes.place({right, std::min(points.y[i], 0.0)})));
    }
}

void LensChartView::paintLabels(QPainter& painter, const PlotAxes& axes) const {
    axes.paintFrame(painter, palette(), {}, worded(m_chart.yLabel));
    const QFontMetricsF metrics(font());
    const double width = axes.xUnit() * 2 * halfBar() / (2 * kBarShare);
    const QRectF strip(axes.area().left(), axes.area().bottom() + 1, axes.area().width(), rect().bottom());
    painter.fillRect(strip, palette().window());
    painter.setPen(palette().color(QPalette::Text));
    const auto& x = m_chart.curves.front().x;
    for (std::size_t i = 0; i < std::min(x.size(), m_chart.labels.size()); ++i) {
        const QRectF box(axes.place({x[i], 0}).x() - width / 2, strip.top() + 3, width, metrics.height());
        painter.drawText(
            box, Qt::AlignHCenter | Qt::AlignTop,
            metrics.elidedText(QString::fromStdString(m_chart.labels[i]), Qt::ElideRight, width));
    }
}

std::vector<QRectF> LensChartView::legendPlaces() const {
    std::vector<QRectF> places;
    if (!hasLegend())
        return places;
    const QFontMetricsF metrics(font());
    double x = 0;
    double row = 1;
    for (const LensCurve& curve : m_chart.curves) {
        const double wide = std::min(kSignWidth + metrics.horizontalAdvance(worded(curve.name)) + 2,
                                     std::max(1.0, static_cast<double>(width())));
        if (x > 0 && x + wide > width()) {
            x = 0;
            ++row;
        }
        places.emplace_back(x, row * metrics.height(), wide, metrics.height());
        x += wide + kNameGap;
    }
    return places;
}

int LensChartView::legendRows() const {
    const std::vector<QRectF> places = legendPlaces();
    return places.empty() ? 0 : static_cast<int>(std::lround(places.back().top() / places.back().height()));
}

int LensChartView::barAt(QPointF position) const {
    if (m_chart.kind != ChartKind::Bars || m_chart.curves.empty() || m_chart.curves.front().x.empty())
        return -1;
    const PlotAxes axes(range(), plotArea());
    if (position.y() < axes.area().top())
        return -1;
    const auto& x = m_chart.curves.front().x;
    const double half = axes.xUnit() * halfBar();
    for (std::size_t bar = 0; bar < x.size(); ++bar) {
        if (std::abs(axes.place({x[bar], 0}).x() - position.x()) <= half)
            return static_cast<int>(bar);
    }
    return -1;
}

void LensChartView::mousePressEvent(QMouseEvent* event) {
    const int bar = barAt(event->position());
    if (canBePicked() && bar >= 0 && event->button() == Qt::LeftButton)
        emit barPicked(bar);
    else
        QWidget::mousePressEvent(event);
}

void LensChartView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int rows = legendRows();
    if (rows != std::exchange(m_rowsAsked, rows))
        updateGeometry();
}

void LensChartView::paintLegend(QPainter& painter) const {
    const QFontMetricsF metrics(font());
    const std::vector<QRectF> places = legendPlaces();
    for (std::size_t curve = 0; curve < places.size(); ++curve) {
        const QRectF& place = places[curve];
        if (hasMarks())
            paintClassMark(painter, QPointF(place.left() + 5, place.center().y()), kMarkRadius,
                           static_cast<int>(curve), palette());
        else
            painter.fillRect(QRectF(place.left(), place.center().y() - 4, 10, 8),
                             classColour(static_cast<int>(curve)));
        painter.setPen(palette().color(QPalette::Text));
        const QRectF box = place.adjusted(kSignWidth, 0, 0, 0);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(worded(m_chart.curves[curve].name), Qt::ElideRight, box.width()));
    }
}

QString LensChartView::textAt(QPointF position) const {
    if (m_chart.curves.empty() || m_chart.curves.front().x.empty() || !plotArea().contains(position))
        return {};
    const PlotAxes axes(range(), plotArea());
    const double wanted = axes.value(position).x();
    QStringList lines;
    for (std::size_t c = 0; c < m_chart.curves.size(); ++c) {
        const LensCurve& curve = m_chart.curves[c];
        const auto nearest =
            std::ranges::min_element(curve.x, {}, [wanted](double x) { return std::abs(x - wanted); });
        if (nearest == curve.x.end())
            continue;
        const auto i = static_cast<std::size_t>(nearest - curve.x.begin());
        const QString where =
            i < m_chart.labels.size() ? QString::fromStdString(m_chart.labels[i]) : shortValue(curve.x[i]);
        const QString value = shortValue(curve.y[i]);
        lines << (hasLegend() ? QStringLiteral("%1 (%2): %3").arg(worded(curve.name), where, value)
                              : QStringLiteral("%1: %2").arg(where, value));
    }
    return lines.join(u'\n');
}

bool LensChartView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), textAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace protomind
