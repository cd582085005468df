// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/runs/run_chart.h"

#include "desktop/app/runs/run_words.h"
#include "desktop/charts/scale_ticks.h"
#include "desktop/style/paint_guard.h"
#include "desktop/style/quantity_colours.h"
#include "desktop/words/shown_number.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kPointRadius = 4.5;
constexpr double kNear = 10; ///< pixels from a point that still mean it
constexpr double kMargin = 0.08;
constexpr int kMostXTicks = 5;

double logOf(std::int64_t parameters) {
    return std::log10(static_cast<double>(std::max<std::int64_t>(parameters, 1)));
}

/// "500", "20k", "1.5M": short enough for an axis.
QString sizeText(double parameters) {
    if (parameters >= 1e6)
        return shownNumber(parameters / 1e6) + QLatin1Char('M');
    if (parameters >= 1e4)
        return shownNumber(parameters / 1e3) + QLatin1Char('k');
    return shownNumber(parameters);
}

QColor faded(QColor colour, float alpha) {
    colour.setAlphaF(alpha);
    return colour;
}

} // namespace

RunChart::RunChart(QWidget* parent)
    : QWidget(parent) {
    setMouseTracking(true);
    setAccessibleName(tr("How good, over how large"));
    setAccessibleDescription(
        tr("A point for each run: to the right more parameters, above more right answers"));
    setToolTip(accessibleDescription());
}

void RunChart::setRuns(std::vector<RunRecordPtr> runs, std::optional<std::int64_t> mostParameters) {
    m_runs = std::move(runs);
    m_mostParameters = mostParameters;
    fitRange();
    update();
}

void RunChart::setPresent(RunRecordPtr run) {
    m_present = std::move(run);
    update();
}

void RunChart::setChosen(RunRecordPtr run) {
    m_chosen = std::move(run);
    update();
}

double RunChart::resultOf(const RunRecord& run) const {
    return isOfValues() ? run.loss : 100 * run.accuracy;
}

QPointF RunChart::valueOf(const RunRecord& run) const {
    return {logOf(run.parameters), resultOf(run)};
}

bool RunChart::counts(const RunRecord& run) const {
    return run.isFair() && (!m_mostParameters || run.parameters <= *m_mostParameters);
}

/// Round each point there is some room: a single one lies in the middle.
void RunChart::fitRange() {
    if (m_runs.empty())
        return;
    const QPointF first = valueOf(*m_runs.front());
    m_range = {first.x(), first.x(), first.y(), first.y()};
    for (const RunRecordPtr& run : m_runs) {
        const QPointF value = valueOf(*run);
        m_range.left = std::min(m_range.left, value.x());
        m_range.right = std::max(m_range.right, value.x());
        m_range.low = std::min(m_range.low, value.y());
        m_range.high = std::max(m_range.high, value.y());
    }
    const double aside = std::max(kMargin * m_range.width(), 0.15);
    m_range.left -= aside;
    m_range.right += aside;
    const double least = isOfValues() ? 0.1 * std::max(std::abs(first.y()), 1e-6) : 1.0;
    const double above = std::max(kMargin * m_range.height(), least);
    m_range.low = std::max(0.0, m_range.low - above);
    m_range.high += above;
    if (!isOfValues())
        m_range.high = std::min(m_range.high, 100.5);
}

PlotAxes RunChart::axes() const {
    return {m_range, QRectF(rect()).marginsRemoved(PlotAxes::room(QFontMetricsF(font(), this)))};
}

std::optional<QPointF> RunChart::placeOf(const RunRecordPtr& run) const {
    if (std::ranges::find(m_runs, run) == m_runs.end())
        return std::nullopt;
    return axes().place(valueOf(*run));
}

RunRecordPtr RunChart::runAt(QPointF place) const {
    const PlotAxes plane = axes();
    RunRecordPtr nearest;
    double least = kNear;
    for (const RunRecordPtr& run : m_runs) {
        const QPointF apart = plane.place(valueOf(*run)) - place;
        if (const double distance = std::hypot(apart.x(), apart.y()); distance < least) {
            least = distance;
            nearest = run;
        }
    }
    return nearest;
}

bool RunChart::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const RunRecordPtr run = runAt(help->pos())) {
            QToolTip::showText(help->globalPos(), runDetails(*run), this);
            return true;
        }
    }
    return QWidget::event(event);
}

void RunChart::mousePressEvent(QMouseEvent* event) {
    if (const RunRecordPtr run = runAt(event->position()); run && event->button() == Qt::LeftButton)
        emit runChosen(run);
}

void RunChart::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const RunRecordPtr run = runAt(event->position()); run && event->button() == Qt::LeftButton)
        emit runActivated(run);
}

void RunChart::mouseMoveEvent(QMouseEvent* event) {
    setCursor(runAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void RunChart::paintEvent(QPaintEvent*) {
    paintGuarded([this] {
        if (m_runs.empty())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const PlotAxes plane = axes();
        if (plane.area().width() < 10 || plane.area().height() < 10)
            return;
        paintAxes(painter, plane);
        painter.setClipRect(plane.area());
        paintBestOfEachSize(painter, plane);
        painter.setClipping(false);
        paintPoints(painter, plane);
    });
}

void RunChart::paintAxes(QPainter& painter, const PlotAxes& plane) const {
    const QFontMetricsF metrics(font(), this);
    const QColor text = palette().color(QPalette::WindowText);
    const QRectF area = plane.area();
    const QString xTitle = tr("parameters");
    const QString yTitle = isOfValues() ? tr("loss") : tr("right, %");
    const double belowTop = area.bottom() + 4;
    const double titleLeft = area.right() - metrics.horizontalAdvance(xTitle);

    const auto low = std::pow(10, m_range.left);
    const auto high = std::pow(10, m_range.right);
    double taken = -1e9;
    for (const double size : logarithmicTicks(low, high, kMostXTicks)) {
        const double x = plane.place({std::log10(size), m_range.low}).x();
        painter.setPen(faded(text, 0.12f));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const QString label = sizeText(size);
        const double width = metrics.horizontalAdvance(label);
        if (x - width / 2 < taken || x + width / 2 > titleLeft - 8)
            continue;
        taken = x + width / 2 + 8;
        painter.setPen(text);
        painter.drawText(QPointF(x - width / 2, belowTop + metrics.ascent()), label);
    }
    const int mostYTicks = std::clamp(static_cast<int>(area.height() / (2 * metrics.height())), 1, 6);
    const double step = niceStep(m_range.height(), mostYTicks);
    for (double value = std::ceil(m_range.low / step) * step; value <= m_range.high + step * 1e-6;
         value += step) {
        const double y = plane.place({m_range.left, value}).y();
        painter.setPen(faded(text, 0.12f));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        const QString label = tickText(value, step);
        painter.setPen(text);
        painter.drawText(QPointF(area.left() - 6 - metrics.horizontalAdvance(label),
                                 y - metrics.height() / 2 + metrics.ascent()),
                         label);
    }
    painter.setPen(faded(text, 0.5f));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area);
    painter.setPen(text);
    painter.drawText(QPointF(titleLeft, belowTop + metrics.ascent()), xTitle);
    painter.drawText(QPointF(area.left(), area.top() - 4 - metrics.descent()), yTitle);
}

/// For each size the best result of a network that is not larger, and the limit that a person has set.
void RunChart::paintBestOfEachSize(QPainter& painter, const PlotAxes& plane) const {
    const QRectF area = plane.area();
    if (m_mostParameters) {
        const double x = plane.place({logOf(*m_mostParameters), 0}).x();
        QColor beyond = palette().color(QPalette::WindowText);
        painter.fillRect(QRectF(QPointF(std::max(x, area.left()), area.top()), area.bottomRight()),
                         faded(beyond, 0.08f));
        painter.setPen(QPen(faded(beyond, 0.7f), 1, Qt::DashLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    std::vector<RunRecordPtr> bySize;
    std::ranges::copy_if(m_runs, std::back_inserter(bySize),
                         [this](const RunRecordPtr& run) { return counts(*run); });
    std::ranges::stable_sort(bySize, {}, [](const RunRecordPtr& run) { return run->parameters; });
    QPainterPath path;
    RunRecordPtr best;
    for (const RunRecordPtr& run : bySize) {
        if (best && !isBetter(*run, *best))
            continue;
        const QPointF at = plane.place(valueOf(*run));
        if (!best) {
            path.moveTo(at);
        } else {
            path.lineTo(at.x(), path.currentPosition().y());
            path.lineTo(at);
        }
        best = run;
    }
    if (!best)
        return;
    const double right = m_mostParameters
                             ? std::min(plane.place({logOf(*m_mostParameters), 0}).x(), area.right())
                             : area.right();
    path.lineTo(std::max(right, path.currentPosition().x()), path.currentPosition().y());
    painter.setPen(QPen(faded(trainingColour(), 0.8f), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void RunChart::paintPoints(QPainter& painter, const PlotAxes& plane) const {
    const QColor text = palette().color(QPalette::WindowText);
    const auto paint = [&](const RunRecordPtr& run) {
        const QPointF at = plane.place(valueOf(*run));
        const QColor colour = counts(*run) ? trainingColour() : faded(text, 0.35f);
        painter.setPen(QPen(palette().color(QPalette::Window), 1));
        painter.setBrush(run->isFair() ? QBrush(colour) : QBrush(Qt::NoBrush));
        if (!run->isFair())
            painter.setPen(QPen(colour, 1.5));
        painter.drawEllipse(at, kPointRadius, kPointRadius);
        painter.setBrush(Qt::NoBrush);
        if (run == m_present) {
            painter.setPen(QPen(validationColour(), 2));
            painter.drawEllipse(at, kPointRadius + 2.5, kPointRadius + 2.5);
        }
        if (run == m_chosen) {
            painter.setPen(QPen(text, 1.5));
            painter.drawEllipse(at, kPointRadius + 5, kPointRadius + 5);
        }
    };
    for (const RunRecordPtr& run : m_runs)
        if (run != m_chosen)
            paint(run);
    if (m_chosen && std::ranges::find(m_runs, m_chosen) != m_runs.end())
        paint(m_chosen);
}

} // namespace protomind
