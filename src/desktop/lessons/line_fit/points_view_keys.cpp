// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/scale_ticks.h"
#include "desktop/lessons/line_fit/points_view.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

// What the keys do in a PointsView: walk through handles and points, and move, put and take away.

namespace protomind {

int PointsView::stops() const {
    return static_cast<int>(m_fit.points().size()) + (m_handles ? 2 : 0);
}

int PointsView::stopOf(const PointsTarget& target) const {
    switch (target.part) {
    case PointsPart::Middle:
    case PointsPart::Line:
        return 0;
    case PointsPart::End:
        return 1;
    case PointsPart::Point:
        return static_cast<int>(target.point) + (m_handles ? 2 : 0);
    case PointsPart::Nothing:
        break;
    }
    return -1;
}

PointsTarget PointsView::targetAt(int stop) const {
    if (m_handles && stop < 2)
        return {stop == 0 ? PointsPart::Middle : PointsPart::End};
    return {PointsPart::Point, static_cast<std::size_t>(stop - (m_handles ? 2 : 0))};
}

bool PointsView::focusNextPrevChild(bool next) {
    const int now = stopOf(m_chosen);
    const int wanted = now + (next ? 1 : -1);
    if (now < 0 || wanted < 0 || wanted >= stops())
        return QWidget::focusNextPrevChild(next);
    choose(targetAt(wanted));
    return true;
}

void PointsView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (stops() > 0 && event->reason() == Qt::TabFocusReason)
        choose(targetAt(0));
    else if (stops() > 0 && event->reason() == Qt::BacktabFocusReason)
        choose(targetAt(stops() - 1));
    update();
}

void PointsView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        choose({});
    update();
}

bool PointsView::event(QEvent* event) {
    // While something is chosen, these keys are the picture's and not the window's.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace || key == Qt::Key_Insert ||
            key == Qt::Key_Return || (key == Qt::Key_Escape && m_chosen.part != PointsPart::Nothing))
            event->accept();
    }
    return QWidget::event(event);
}

bool PointsView::moveByKey(QKeyEvent* event) {
    const int key = event->key();
    const double across = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    const double up = key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0;
    if (across == 0 && up == 0)
        return false;
    if (m_chosen.part == PointsPart::Nothing || !allow(m_chosen.part, rect().center()))
        return true;
    constexpr int kStepsAcross = 60;
    const double factor = event->modifiers() & Qt::ShiftModifier     ? 0.2
                          : event->modifiers() & Qt::ControlModifier ? 5
                                                                     : 1;
    const double yStep = factor * niceStep(m_range.height(), kStepsAcross);
    if (!m_keyGesture)
        m_keyGesture = newSceneGesture();
    const auto tidy = [](double value, double step) { return std::round(value / step * 1e3) * step / 1e3; };
    if (m_chosen.part == PointsPart::Point) {
        const double xStep = factor * niceStep(m_range.width(), kStepsAcross);
        std::vector<FitPoint> points = m_fit.points();
        FitPoint& point = points[m_chosen.point];
        const QPointF moved = places().axes().range().cut(
            {tidy(point.x + across * xStep, xStep), tidy(point.y + up * yStep, yStep)});
        point = {moved.x(), moved.y()};
        emit pointsEdited(points, *m_keyGesture);
    } else if (up != 0) {
        LineWeights weights = m_fit.weights();
        const double mStep = factor * niceStep(2.6 * m_range.height() / m_range.width(), kStepsAcross);
        if (m_chosen.part == PointsPart::End)
            weights.m = tidy(weights.m + up * mStep, mStep);
        else
            weights.b = tidy(weights.b + up * yStep, yStep);
        if (weights.isFinite())
            emit weightsEdited(weights.m, weights.b, *m_keyGesture);
    }
    return true;
}

void PointsView::keyPressEvent(QKeyEvent* event) {
    if (moveByKey(event))
        return;
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_chosen.part == PointsPart::Point && allow(PointsPart::Point, rect().center()))
            removePoint(m_chosen.point, newSceneGesture());
        break;
    case Qt::Key_Insert:
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        // Beside the chosen one, so that both are seen.
        QPointF place = m_range.centre();
        if (m_chosen.part == PointsPart::Point) {
            const FitPoint& beside = m_fit.points()[m_chosen.point];
            place = {beside.x + 0.05 * m_range.width(), beside.y + 0.05 * m_range.height()};
        }
        addPoint(place, newSceneGesture(), rect().center());
        break;
    }
    case Qt::Key_Home:
    case Qt::Key_End:
        if (stops() > 0)
            choose(targetAt(event->key() == Qt::Key_Home ? 0 : stops() - 1));
        break;
    case Qt::Key_Escape:
        if (m_chosen.part == PointsPart::Nothing)
            QWidget::keyPressEvent(event);
        choose({});
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace protomind
