// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/point_pad.h"

#include "desktop/style/class_mark.h"
#include "engine/data/limits.h"

#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kPadMargin = 4;
/// Half the side of the plane that is shown.
constexpr double kReach = 1.12;
/// While dragging, the next point comes after so many pixels.
constexpr double kPadSpacing = 9;
/// What the right button takes away: points within so many pixels.
constexpr double kEraser = 10;
constexpr double kCrossStep = 0.05;

float rounded(double value) {
    return static_cast<float>(std::round(std::clamp(value, -kReach, kReach) * 1000) / 1000);
}

} // namespace

PointPad::PointPad(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("pointPad"));
    setAccessibleName(tr("Points of your own"));
    setToolTip(
        tr("Click or drag to put points of the chosen class; hold Shift for the next class. The right button "
           "takes points away. Keys: arrows, Enter, Delete, and 1 to 4 for the class."));
    setCursor(Qt::CrossCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setPoints({});
}

void PointPad::setPoints(std::vector<ClickedPoint> points) {
    m_points = std::move(points);
    setAccessibleDescription(tr("Points: %1").arg(m_points.size()));
    update();
}

void PointPad::setPointClass(int index) {
    m_class = std::clamp(index, 0, kClasses - 1);
    update();
}

QRectF PointPad::square() const {
    const double side = std::max(10.0, std::min(width(), height()) - 2 * kPadMargin);
    return {(width() - side) / 2, (height() - side) / 2, side, side};
}

QPointF PointPad::positionOf(double x, double y) const {
    const QRectF area = square();
    return {area.left() + (x + kReach) / (2 * kReach) * area.width(),
            area.bottom() - (y + kReach) / (2 * kReach) * area.height()};
}

QPointF PointPad::planeAt(QPointF position) const {
    const QRectF area = square();
    return {(position.x() - area.left()) / area.width() * 2 * kReach - kReach,
            (area.bottom() - position.y()) / area.height() * 2 * kReach - kReach};
}

void PointPad::add(QPointF place, int classIndex) {
    if (m_points.size() >= kMaxClickedPoints)
        return;
    m_points.push_back({rounded(place.x()), rounded(place.y()), classIndex});
    tell();
}

void PointPad::erase(QPointF position, double reach) {
    const auto removed = std::erase_if(m_points, [&](const ClickedPoint& point) {
        return QLineF(positionOf(static_cast<double>(point.x), static_cast<double>(point.y)), position)
                   .length() <= reach;
    });
    if (removed > 0)
        tell();
}

void PointPad::tell() {
    setPoints(m_points);
    emit edited(m_points, m_gesture);
}

void PointPad::mousePressEvent(QMouseEvent* event) {
    if (!square().contains(event->position()))
        return;
    m_gesture = newGesture();
    m_last = event->position();
    if (event->button() == Qt::LeftButton)
        add(planeAt(event->position()),
            event->modifiers() & Qt::ShiftModifier ? (m_class + 1) % kClasses : m_class);
    else if (event->button() == Qt::RightButton)
        erase(event->position(), kEraser);
}

void PointPad::mouseMoveEvent(QMouseEvent* event) {
    if (!m_last || !square().contains(event->position()))
        return;
    if (event->buttons() & Qt::RightButton) {
        erase(event->position(), kEraser);
    } else if (event->buttons() & Qt::LeftButton &&
               QLineF(*m_last, event->position()).length() >= kPadSpacing) {
        m_last = event->position();
        add(planeAt(event->position()),
            event->modifiers() & Qt::ShiftModifier ? (m_class + 1) % kClasses : m_class);
    }
}

void PointPad::mouseReleaseEvent(QMouseEvent*) {
    m_last.reset();
}

void PointPad::keyPressEvent(QKeyEvent* event) {
    const auto move = [this](double dx, double dy) {
        m_cross = {std::clamp(m_cross.x() + dx, -1.0, 1.0), std::clamp(m_cross.y() + dy, -1.0, 1.0)};
        update();
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return move(-kCrossStep, 0);
    case Qt::Key_Right:
        return move(kCrossStep, 0);
    case Qt::Key_Up:
        return move(0, kCrossStep);
    case Qt::Key_Down:
        return move(0, -kCrossStep);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        m_gesture = newGesture();
        return add(m_cross, m_class);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        m_gesture = newGesture();
        return erase(positionOf(m_cross.x(), m_cross.y()), kEraser);
    default:
        break;
    }
    if (event->key() >= Qt::Key_1 && event->key() < Qt::Key_1 + kClasses)
        emit classChosen(event->key() - Qt::Key_1);
    else
        QWidget::keyPressEvent(event);
}

void PointPad::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void PointPad::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void PointPad::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = square();
    painter.fillRect(area, palette().base());
    painter.setPen(
        QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid), hasFocus() ? 2 : 1));
    painter.drawRect(area);
    painter.setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DotLine));
    painter.drawLine(positionOf(-kReach, 0), positionOf(kReach, 0));
    painter.drawLine(positionOf(0, -kReach), positionOf(0, kReach));
    if (m_points.empty()) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(area.adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Click or drag here to put points, of two or more classes."));
    }
    const double radius = std::clamp(area.width() / 70, 2.5, 5.0);
    for (const ClickedPoint& point : m_points)
        paintClassMark(painter, positionOf(static_cast<double>(point.x), static_cast<double>(point.y)),
                       radius, point.classIndex, palette());
    if (hasFocus()) {
        const QPointF at = positionOf(m_cross.x(), m_cross.y());
        painter.setPen(QPen(palette().color(QPalette::Text), 2));
        painter.drawLine(at - QPointF(9, 0), at + QPointF(9, 0));
        painter.drawLine(at - QPointF(0, 9), at + QPointF(0, 9));
        paintClassMark(painter, at, radius, m_class, palette());
    }
}

} // namespace protomind
