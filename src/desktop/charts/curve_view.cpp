// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/curve_view.h"

#include "desktop/charts/scale_ticks.h"
#include "desktop/style/laboratory_style.h"
#include "desktop/style/paint_guard.h"
#include "desktop/words/shown_number.h"

#include <QCategoryAxis>
#include <QElapsedTimer>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLegend>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>

namespace protomind {

namespace {

/// A loss of exactly nothing has no logarithm; it is drawn at this height.
constexpr double kLowestLogarithm = 1e-8;
constexpr int kTicks = 6;
/// A line of kCurveWidth that goes up and down in every column fills it: narrower ones cost much and show
/// nothing more.
constexpr double kColumnWidth = 3;
/// A chart that has not so many lines of text in height goes without these, so that the numbers on its axes
/// have room.
constexpr double kLinesForAxisTitle = 11;
constexpr double kLinesForLegend = 9;
/// Numbers on the upright axis are that far apart, or Qt Charts makes dots of them.
constexpr double kLinesOfTick = 2;
constexpr double kLinesAbovePlot = 2;
constexpr double kCurveWidth = 2;
/// Where no number is known yet.
constexpr double kEmptyRight = 1;

QString shortNumber(double value) {
    return shownNumber(value, 'g', 3);
}

} // namespace

CurveView::CurveView(const QString& title, const QString& xTitle, const QString& empty,
                     const std::vector<CurveHistory>& histories, QWidget* parent)
    : QChartView(parent)
    , m_xTitle(xTitle)
    , m_empty(empty)
    , m_yAxis(new QCategoryAxis(this))
    , m_xAxis(new QValueAxis(this))
    , m_histories(histories) {
    chart()->setTitle(title);
    chart()->setLocalizeNumbers(true);
    chart()->setLocale(QLocale::c()); // as shownNumber() has it
    chart()->setMargins(QMargins(2, 0, 4, 0));
    chart()->setContentsMargins(0, 0, 0, 0);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->addAxis(m_xAxis, Qt::AlignBottom);
    chart()->addAxis(m_yAxis, Qt::AlignLeft);
    chart()->legend()->setAlignment(Qt::AlignTop);
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    m_yAxis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_xAxis->setLabelFormat(QStringLiteral("%.6g"));
    m_xAxis->setTickType(QValueAxis::TicksDynamic);
    setRenderHint(QPainter::Antialiasing);
    // What drawForeground() adds lies where the axes leave room, so a part alone can not be drawn anew.
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    restyle();
    fitAxes(kEmptyRight, 0.1, 1);
}

void CurveView::addCurve(const QString& name, const QColor& colour, bool withPoints) {
    auto* series = new QLineSeries;
    series->setName(name);
    series->setPen(QPen(colour, kCurveWidth * lineScale()));
    series->setPointsVisible(withPoints);
    chart()->addSeries(series);
    series->attachAxis(m_xAxis);
    series->attachAxis(m_yAxis);
    m_curves.push_back({series, name, colour, withPoints});
}

void CurveView::keepCurves(std::size_t count) {
    while (m_curves.size() > count) {
        chart()->removeSeries(m_curves.back().series);
        delete m_curves.back().series;
        m_curves.pop_back();
    }
}

void CurveView::showCurve(std::size_t curve, bool shown) {
    m_curves.at(curve).series->setVisible(shown);
}

void CurveView::setEmptyText(const QString& text) {
    m_empty = text;
    viewport()->update();
}

void CurveView::addMark(double x, const QString& label) {
    m_marks.push_back({x, label});
}

void CurveView::setScale(bool logarithmic, bool percent) {
    m_logarithmic = logarithmic;
    m_percent = percent;
}

double CurveView::toAxis(double y) const {
    return m_logarithmic ? std::log10(std::max(y, kLowestLogarithm)) : y;
}

void CurveView::refresh() {
    double right = 0;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const CurveHistory& history : m_histories)
        if (!history.empty())
            right = std::max(right, history.points().back().x);
    if (right <= 0)
        right = kEmptyRight;

    const int columns = std::max(16, static_cast<int>(chart()->plotArea().width() / kColumnWidth));
    for (std::size_t index = 0; index < m_curves.size(); ++index) {
        QList<QPointF> points;
        for (const CurvePoint& point : decimate(m_histories[index].points(), 0, right, columns)) {
            const double y = m_logarithmic ? std::max(point.y, kLowestLogarithm) : point.y;
            low = std::min(low, y);
            high = std::max(high, y);
            points.append(QPointF(point.x, toAxis(point.y)));
        }
        m_curves[index].series->replace(points);
        // A dot a point helps where there are few of them (one an epoch) and hides the line where there are
        // many.
        m_curves[index].series->setPointsVisible(points.size() == 1 ||
                                                 (m_curves[index].withPoints && points.size() <= 60));
    }
    if (low > high) {
        low = m_logarithmic ? 0.1 : 0;
        high = 1;
    }
    fitAxes(right, low, high);
    viewport()->update();
}

void CurveView::fitAxes(double right, double low, double high) {
    if (m_percent) {
        low = std::min(0.0, low);
        high = 1;
    } else if (m_logarithmic) {
        low /= 1.15;
        high *= 1.15;
    } else {
        const double room = high > low ? 0.05 * (high - low) : 0.5;
        low = low >= 0 ? std::max(0.0, low - room) : low - room;
        high += room;
    }
    m_right = right;
    // The wider of two tick intervals in between: a long run opened at once, or a short one after it, would
    // otherwise have thousands of ticks for a moment, and each is an item.
    const double interval = niceStep(right, kTicks);
    m_xAxis->setTickInterval(std::max(m_xAxis->tickInterval(), interval));
    m_xAxis->setRange(0, right);
    m_xAxis->setTickInterval(interval);

    m_ticksWanted = yTicks();
    std::vector<double> ticks;
    if (m_logarithmic) {
        ticks = logarithmicTicks(low, high, m_ticksWanted + 1);
    } else {
        const double step = niceStep(high - low, m_ticksWanted - 1);
        for (double tick = std::ceil(low / step) * step; tick <= high + step * 1e-6; tick += step)
            ticks.push_back(std::abs(tick) < step * 1e-6 ? 0 : tick);
    }
    m_yAxis->setRange(toAxis(low), toAxis(high));
    if (ticks == m_ticks && m_ticksPercent == m_percent)
        return;
    for (const QString& label : m_yAxis->categoriesLabels())
        m_yAxis->remove(label);
    for (const double tick : ticks)
        m_yAxis->append(m_percent ? shortNumber(100 * tick) + QStringLiteral(" %") : shortNumber(tick),
                        toAxis(tick));
    m_ticks = std::move(ticks);
    m_ticksPercent = m_percent;
    chart()->layout()->activate(); // Now: a frame in between would have no labels.
}

void CurveView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

void CurveView::restyle() {
    const QPalette& colours = palette();
    const QColor text = colours.color(QPalette::WindowText);
    QColor grid = text;
    grid.setAlphaF(0.15f);
    QColor faint = text;
    faint.setAlphaF(0.7f);
    for (const Curve& curve : m_curves)
        curve.series->setPen(QPen(curve.colour, kCurveWidth * lineScale()));
    setBackgroundBrush(colours.base());
    chart()->setBackgroundBrush(colours.base());
    chart()->setTitleBrush(text);
    chart()->legend()->setLabelColor(text);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    QFont bold = font();
    bold.setBold(true);
    chart()->setTitleFont(bold);
    chart()->legend()->setFont(small);
    for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(m_xAxis), static_cast<QAbstractAxis*>(m_yAxis)}) {
        axis->setLabelsColor(faint);
        axis->setLabelsFont(small);
        axis->setTitleFont(small);
        axis->setTitleBrush(faint);
        axis->setGridLineColor(grid);
        axis->setLinePenColor(grid);
    }
    m_xAxis->setTitleText(m_xTitle);
    fitParts();
}

void CurveView::fitParts() {
    const double lines = height() / QFontMetricsF(font()).lineSpacing();
    m_xAxis->setTitleVisible(lines >= kLinesForAxisTitle);
    chart()->legend()->setVisible(lines >= kLinesForLegend);
}

void CurveView::resizeEvent(QResizeEvent* event) {
    fitParts();
    QChartView::resizeEvent(event);
    if (yTicks() != m_ticksWanted)
        refresh();
}

int CurveView::yTicks() const {
    const double lines = height() / QFontMetricsF(font()).lineSpacing();
    return std::clamp(static_cast<int>((lines - kLinesAbovePlot) / kLinesOfTick), 2, kTicks);
}

void CurveView::paintEvent(QPaintEvent* event) {
    QElapsedTimer timer;
    timer.start();
    QChartView::paintEvent(event);
    m_paintMilliseconds = double(timer.nsecsElapsed()) * 1e-6;
}

void CurveView::drawForeground(QPainter* painter, const QRectF& rect) {
    QChartView::drawForeground(painter, rect);
    paintGuarded(*painter, [&] {
        const QRectF plot = chart()->plotArea();
        const bool empty = std::ranges::all_of(m_histories, &CurveHistory::empty);
        painter->setFont(font());
        if (empty) {
            QColor faint = palette().color(QPalette::WindowText);
            faint.setAlphaF(0.75f);
            painter->setPen(faint);
            painter->drawText(plot.adjusted(8, 0, -8, 0), Qt::AlignCenter | Qt::TextWordWrap, m_empty);
        } else {
            drawMarks(*painter, plot);
            drawBest(*painter, plot);
            if (m_readX)
                drawReadout(*painter, plot);
        }
    });
}

void CurveView::drawMarks(QPainter& painter, const QRectF& plot) const {
    // A label goes into the first row that is free at its place; where all are taken the line alone is drawn,
    // and reading there says the rest.
    const QFontMetricsF metrics(painter.fontMetrics());
    const auto rows = static_cast<std::size_t>(std::max(1.0, plot.height() / 3 / metrics.height()));
    std::vector<double> taken;
    const QColor text = palette().color(QPalette::WindowText);
    QColor ground = palette().color(QPalette::Base);
    ground.setAlphaF(0.8f);
    for (const Mark& mark : m_marks) {
        const double x = place({mark.x, m_yAxis->min()}).x();
        if (x < plot.left() || x > plot.right())
            continue;
        painter.setPen(QPen(text, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const double width = metrics.horizontalAdvance(mark.label);
        const double left = std::max(plot.left(), x + 4 + width > plot.right() ? x - 4 - width : x + 4);
        std::size_t row = 0;
        while (row < taken.size() && taken[row] > left - 6)
            ++row;
        if (row >= rows)
            continue;
        taken.resize(std::max(taken.size(), row + 1));
        taken[row] = left + width;
        const QRectF box(left, plot.top() + static_cast<double>(row) * metrics.height(), width,
                         metrics.height());
        painter.fillRect(box, ground);
        painter.drawText(QPointF(box.left(), box.top() + metrics.ascent()), mark.label);
    }
}

const CurvePoint* CurveView::bestOf(std::size_t curve) const {
    const CurveHistory& history = m_histories[curve];
    // The first point is the best of one: that says nothing yet.
    if (m_curves[curve].best == BestIs::Unmarked || history.points().size() < 2)
        return nullptr;
    return m_curves[curve].best == BestIs::Lowest ? history.lowest() : history.highest();
}

void CurveView::drawBest(QPainter& painter, const QRectF& plot) const {
    const QFontMetricsF metrics(painter.fontMetrics());
    QColor ground = palette().color(QPalette::Base);
    ground.setAlphaF(0.8f);
    for (std::size_t curve = 0; curve < m_curves.size(); ++curve) {
        const CurvePoint* best = bestOf(curve);
        if (!best)
            continue;
        const QPointF at = place({best->x, toAxis(best->y)});
        painter.setBrush(palette().color(QPalette::Base));
        painter.setPen(QPen(m_curves[curve].colour, 2.5));
        painter.drawEllipse(at, 5, 5);
        const QString label = tr("best %1").arg(valueText(best->y));
        const double width = metrics.horizontalAdvance(label);
        const bool below = m_curves[curve].best == BestIs::Highest;
        const double left =
            std::clamp(at.x() - width / 2, plot.left(), std::max(plot.left(), plot.right() - width));
        const double wanted = below ? at.y() + 8 : at.y() - 8 - metrics.height();
        const QRectF box(
            left, std::clamp(wanted, plot.top(), std::max(plot.top(), plot.bottom() - metrics.height())),
            width, metrics.height());
        painter.fillRect(box, ground);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QPointF(box.left(), box.top() + metrics.ascent()), label);
    }
}

// Reading values ----------------------------------------------------------------------------------------

QString CurveView::valueText(double value) const {
    return m_percent ? shownNumber(100 * value, 'f', 1) + QStringLiteral(" %") : shownNumber(value, 'g', 4);
}

QPointF CurveView::place(const CurvePoint& point) const {
    // mapToPosition() is about the axes' own values: logarithms where the axis is one of logarithms.
    return chart()->mapToPosition(QPointF(point.x, point.y));
}

bool CurveView::isMarkAt(const Mark& mark, double x) const {
    constexpr double kReach = 5;
    return std::abs(place({mark.x, m_yAxis->min()}).x() - place({x, m_yAxis->min()}).x()) <= kReach;
}

QStringList CurveView::readout() const {
    if (!m_readX)
        return {};
    QStringList lines{m_xTitle + QLatin1Char(' ') + shownNumber(*m_readX, 'f', 2)};
    for (std::size_t index = 0; index < m_curves.size(); ++index)
        if (const CurvePoint* point = m_histories[index].nearest(*m_readX))
            lines << m_curves[index].name + QLatin1Char(' ') + valueText(point->y);
    for (std::size_t index = 0; index < m_curves.size(); ++index)
        if (const CurvePoint* best = bestOf(index))
            lines << tr("best %1 at %2").arg(valueText(best->y), shownNumber(best->x, 'g', 4));
    for (const Mark& mark : m_marks)
        if (isMarkAt(mark, *m_readX))
            lines << mark.label;
    return lines;
}

void CurveView::drawReadout(QPainter& painter, const QRectF& plot) const {
    const QStringList lines = readout();
    std::vector<QColor> dots{QColor()};
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1, Qt::DotLine));
    const double x = place({*m_readX, m_yAxis->min()}).x();
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    for (std::size_t index = 0; index < m_curves.size(); ++index) {
        const CurvePoint* point = m_histories[index].nearest(*m_readX);
        if (!point)
            continue;
        dots.push_back(m_curves[index].colour);
        painter.setBrush(m_curves[index].colour);
        painter.drawEllipse(place({point->x, toAxis(point->y)}), 4, 4);
    }
    dots.resize(static_cast<std::size_t>(lines.size()));
    const QFontMetricsF metrics(painter.fontMetrics());
    double width = 0;
    for (const QString& line : lines)
        width = std::max(width, metrics.horizontalAdvance(line) + 14);
    QRectF box(x + 10, plot.top() + 6, width + 12, metrics.height() * static_cast<double>(lines.size()) + 8);
    if (box.right() > plot.right())
        box.moveRight(x - 10);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRoundedRect(box, 4, 4);
    for (qsizetype line = 0; line < lines.size(); ++line) {
        const double top = box.top() + 4 + metrics.height() * static_cast<double>(line);
        const QColor& dot = dots[static_cast<std::size_t>(line)];
        if (dot.isValid()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(dot);
            painter.drawEllipse(QPointF(box.left() + 10, top + metrics.height() / 2), 4, 4);
        }
        painter.setPen(palette().color(QPalette::ToolTipText));
        painter.drawText(QPointF(box.left() + (line > 0 ? 18 : 6), top + metrics.ascent()), lines[line]);
    }
}

void CurveView::readAt(double x) {
    m_readX = std::clamp(x, 0.0, m_right);
    setAccessibleDescription(readout().join(QStringLiteral(", ")));
    viewport()->update();
}

void CurveView::readNothing() {
    m_readX.reset();
    viewport()->update();
}

void CurveView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF position = mapToScene(event->pos());
    if (chart()->plotArea().contains(position))
        readAt(chart()->mapToValue(position).x());
    else
        readNothing();
    QChartView::mouseMoveEvent(event);
}

void CurveView::leaveEvent(QEvent* event) {
    readNothing();
    QChartView::leaveEvent(event);
}

void CurveView::focusOutEvent(QFocusEvent* event) {
    readNothing();
    QChartView::focusOutEvent(event);
}

bool CurveView::event(QEvent* event) {
    // Copying is the chart's while it has the focus, and not the window's.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy))
        event->accept();
    return QChartView::event(event);
}

void CurveView::keyPressEvent(QKeyEvent* event) {
    constexpr double kSteps = 100; // from one end to the other
    const double step = m_right / kSteps;
    switch (event->key()) {
    case Qt::Key_Left:
        readAt(m_readX.value_or(m_right) - step);
        break;
    case Qt::Key_Right:
        readAt(m_readX.value_or(-step) + step);
        break;
    case Qt::Key_Home:
        readAt(0);
        break;
    case Qt::Key_End:
        readAt(m_right);
        break;
    case Qt::Key_Escape:
        readNothing();
        event->ignore();
        break;
    default:
        event->ignore(); // For the chart, and the window.
    }
}

} // namespace protomind
