// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/points_view.h"

#include "desktop/lessons/line_fit/points_picture.h"
#include "desktop/lessons/line_fit/scene_colours.h"
#include "desktop/live/value_colours.h"
#include "desktop/style/laboratory_style.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace protomind {

namespace {

constexpr double kReach = 11;
constexpr double kSmallType = 0.9;

} // namespace

PointsView::PointsView(const LineFit& fit, QWidget* parent)
    : QWidget(parent)
    , m_fit(fit)
    , m_range(rangeOf(fit.points())) {
    setObjectName(QStringLiteral("pointsView"));
    setAccessibleName(tr("Points and line"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

QFont PointsView::smallFont() const {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * kSmallType);
    return small;
}

QSize PointsView::sizeHint() const {
    return {fontMetrics().height() * 20, fontMetrics().height() * 18};
}

QSize PointsView::minimumSizeHint() const {
    return {fontMetrics().height() * 10, fontMetrics().height() * 8};
}

PointsLayout PointsView::places() const {
    const QRectF area = QRectF(rect()).marginsRemoved(PlotAxes::room(QFontMetricsF(smallFont())));
    // Points of like scales are shown with equal ones; years against prices fill the picture instead.
    const double ratio = m_range.height() / m_range.width();
    const PlotAxes axes =
        ratio > 0.25 && ratio < 4 ? PlotAxes::fitted(m_range, area) : PlotAxes(m_range, area);
    return {m_fit, axes};
}

void PointsView::refresh() {
    if (!isDragging())
        m_range = steadyRange(m_range, m_fit.points());
    const auto gone = [this](const PointsTarget& target) {
        return target.part == PointsPart::Point && target.point >= m_fit.points().size();
    };
    for (PointsTarget* target : {&m_hovered, &m_chosen, &m_dragged})
        if (gone(*target))
            *target = {};
    describe();
    update();
}

void PointsView::fitRange() {
    m_range = rangeOf(m_fit.points());
    update();
}

void PointsView::setSquares(bool shown) {
    m_squares = shown;
    update();
}

void PointsView::setHandles(bool shown) {
    m_handles = shown;
    if (!shown && m_chosen.part != PointsPart::Point)
        choose({});
    update();
}

void PointsView::setAdding(bool adding) {
    m_adding = adding;
    showCursor();
}

void PointsView::setLocks(const QString& points, const QString& line) {
    m_pointsLock = points;
    m_lineLock = line;
    showCursor();
    describe();
}

QString PointsView::lockOf(PointsPart part) const {
    return part == PointsPart::Point || part == PointsPart::Nothing ? m_pointsLock : m_lineLock;
}

bool PointsView::allow(PointsPart part, QPoint where) {
    const QString lock = lockOf(part);
    if (lock.isEmpty())
        return true;
    QToolTip::showText(mapToGlobal(where), lock, this);
    emit refused(lock);
    return false;
}

QString PointsView::reading() const {
    return readingOf(m_fit, m_hovered.part != PointsPart::Nothing ? m_hovered : m_chosen);
}

void PointsView::describe() {
    const LineWeights weights = m_fit.weights();
    QStringList parts{tr("y = m x + b with m %1 and b %2").arg(shortValue(weights.m), shortValue(weights.b)),
                      tr("loss %1").arg(shortValue(m_fit.loss())),
                      m_fit.points().size() == 1 ? tr("1 point")
                                                 : tr("%1 points").arg(m_fit.points().size())};
    if (const QString chosen = readingOf(m_fit, m_chosen); !chosen.isEmpty())
        parts << QString(chosen).replace(QLatin1Char('\n'), QStringLiteral(", "));
    for (const QString& lock : {m_pointsLock, m_lineLock})
        if (!lock.isEmpty() && !parts.contains(lock))
            parts << lock;
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

void PointsView::choose(PointsTarget target) {
    if (target != m_chosen)
        m_keyGesture.reset();
    m_chosen = target;
    describe();
    update();
}

void PointsView::showCursor() {
    const PointsPart part = isDragging() ? m_dragged.part : m_hovered.part;
    if (!isDragging() && m_adding && (part == PointsPart::Nothing || part == PointsPart::Line))
        setCursor(lockOf(PointsPart::Point).isEmpty() ? Qt::CrossCursor : Qt::ForbiddenCursor);
    else if (part == PointsPart::Nothing)
        unsetCursor();
    else if (!lockOf(part).isEmpty())
        setCursor(Qt::ForbiddenCursor);
    else if (part == PointsPart::Middle || part == PointsPart::Line)
        setCursor(Qt::SizeVerCursor);
    else
        setCursor(isDragging() ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
}

// The mouse ----------------------------------------------------------------------------------------------

void PointsView::mousePressEvent(QMouseEvent* event) {
    const PointsLayout now = places();
    PointsTarget target = now.hit(event->position(), kReach, m_handles);
    const bool empty = target.part == PointsPart::Nothing || target.part == PointsPart::Line;
    m_keyGesture.reset();
    if (event->button() == Qt::RightButton && target.part == PointsPart::Point) {
        if (allow(PointsPart::Point, event->pos()))
            removePoint(target.point, newSceneGesture());
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    if (empty && m_adding && now.axes().area().contains(event->position())) {
        m_gesture = newSceneGesture();
        if (!addPoint(now.axes().value(event->position()), m_gesture, event->pos()))
            return;
        target = m_chosen;
    } else {
        choose(target);
        if (target.part == PointsPart::Nothing || !allow(target.part, event->pos()))
            return;
        m_gesture = newSceneGesture();
    }
    m_dragged = target;
    const QPointF middle = target.part == PointsPart::Point ? places().point(target.point)
                           : target.part == PointsPart::End ? places().end()
                                                            : places().middle();
    m_grab = middle - event->position();
    showCursor();
}

void PointsView::mouseMoveEvent(QMouseEvent* event) {
    if (isDragging()) {
        moveTo(event->position() + m_grab);
        return;
    }
    const PointsTarget under = places().hit(event->position(), kReach, m_handles);
    if (under == m_hovered)
        return;
    m_hovered = under;
    showCursor();
    update();
}

void PointsView::moveTo(QPointF place) {
    const PointsLayout now = places();
    if (m_dragged.part == PointsPart::Point) {
        const QPointF value = seen(now.axes().value(place));
        std::vector<FitPoint> points = m_fit.points();
        points[m_dragged.point] = {value.x(), value.y()};
        if (points != m_fit.points())
            emit pointsEdited(points, m_gesture);
        return;
    }
    const LineWeights weights = m_dragged.part == PointsPart::End ? now.turnedTo(place) : now.movedTo(place);
    if (weights != m_fit.weights())
        emit weightsEdited(weights.m, weights.b, m_gesture);
}

void PointsView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !isDragging())
        return;
    m_dragged = {};
    m_hovered = places().hit(event->position(), kReach, m_handles);
    refresh();
    showCursor();
    emit gestureEnded(m_gesture);
}

void PointsView::mouseDoubleClickEvent(QMouseEvent* event) {
    const PointsLayout now = places();
    const PointsTarget target = now.hit(event->position(), kReach, m_handles);
    const bool empty = target.part == PointsPart::Nothing || target.part == PointsPart::Line;
    if (event->button() != Qt::LeftButton || m_adding || !empty ||
        !now.axes().area().contains(event->position())) {
        mousePressEvent(event);
        return;
    }
    m_gesture = newSceneGesture();
    if (!addPoint(now.axes().value(event->position()), m_gesture, event->pos()))
        return;
    m_dragged = m_chosen;
    m_grab = {};
}

void PointsView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    m_hovered = {};
    update();
}

QPointF PointsView::seen(QPointF value) const {
    const PlotAxes axes = places().axes();
    // Cut after rounding: what is at the edge must not be rounded out of sight.
    return axes.range().cut(
        {roundedToSight(value.x(), axes.xUnit()), roundedToSight(value.y(), axes.yUnit())});
}

bool PointsView::addPoint(QPointF value, SceneGesture gesture, QPoint where) {
    if (!allow(PointsPart::Point, where))
        return false;
    if (m_fit.points().size() >= LineFit::kMostPoints) {
        emit refused(tr("There is room for %1 points, and no more.").arg(LineFit::kMostPoints));
        return false;
    }
    const QPointF place = seen(value);
    std::vector<FitPoint> points = m_fit.points();
    points.push_back({place.x(), place.y()});
    emit pointsEdited(points, gesture);
    choose(m_fit.points().empty() ? PointsTarget{}
                                  : PointsTarget{PointsPart::Point, m_fit.points().size() - 1});
    return m_fit.points().size() == points.size();
}

void PointsView::removePoint(std::size_t index, SceneGesture gesture) {
    std::vector<FitPoint> points = m_fit.points();
    points.erase(points.begin() + static_cast<std::ptrdiff_t>(index));
    m_hovered = {};
    const bool wasChosen = m_chosen.part == PointsPart::Point;
    emit pointsEdited(points, gesture);
    if (m_fit.points().empty())
        choose({});
    else if (wasChosen)
        choose({PointsPart::Point, std::min(index, m_fit.points().size() - 1)});
}

void PointsView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void PointsView::paintEvent(QPaintEvent*) {
    const PointsLayout now = places();
    const PlotAxes& axes = now.axes();
    QPainter painter(this);
    painter.setFont(smallFont());
    const bool hovering = m_hovered.part != PointsPart::Nothing;
    const PointsTarget strong = isDragging() ? m_dragged : hovering ? m_hovered : m_chosen;
    paintPoints(painter, palette(), m_fit, now,
                {m_squares, m_handles, strong, hasFocus() && strong == m_chosen && !isDragging()});
    axes.paintFrame(painter, palette(), QStringLiteral("x"), QStringLiteral("y"));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Text));
    const QRectF inside = axes.area().adjusted(10, 10, -10, -10);
    if (m_fit.points().empty())
        painter.drawText(inside, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                         tr("No points yet: double-click to put some, or press Insert."));
    else if (!m_fit.weights().isFinite())
        painter.drawText(inside, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                         tr("There is no line: m and b are no numbers any more."));
    else if (!now.lineIsSeen())
        painter.drawText(inside, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                         tr("The line runs outside of this picture."));
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2 * lineScale()));
        painter.drawRect(axes.area());
    }
    if (strong.part != PointsPart::Nothing) {
        const QPointF beside = strong.part == PointsPart::Point ? now.point(strong.point)
                               : strong.part == PointsPart::End ? now.end()
                                                                : now.middle();
        paintReading(painter, palette(), readingOf(m_fit, strong), beside, axes.area());
    }
}

} // namespace protomind
