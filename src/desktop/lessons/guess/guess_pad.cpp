// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/guess/guess_pad.h"

#include "desktop/charts/scale_ticks.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace protomind {

namespace {

constexpr double kSmallType = 0.9;
constexpr int kStepsAcross = 40;

} // namespace

GuessPad::GuessPad(QWidget* parent)
    : QWidget(parent)
    , m_heights(kColumns) {
    setObjectName(QStringLiteral("guessPad"));
    setAccessibleName(tr("Your guess"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

QFont GuessPad::smallFont() const {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * kSmallType);
    return small;
}

QSize GuessPad::sizeHint() const {
    return {fontMetrics().height() * 18, fontMetrics().height() * 13};
}

QSize GuessPad::minimumSizeHint() const {
    return {fontMetrics().height() * 10, fontMetrics().height() * 8};
}

PlotAxes GuessPad::axes() const {
    return {m_range, QRectF(rect()).marginsRemoved(PlotAxes::room(QFontMetricsF(smallFont())))};
}

void GuessPad::ask(Kind kind, const PlotRange& range, const QString& xTitle, const QString& yTitle) {
    m_kind = kind;
    m_range = range;
    m_xTitle = xTitle;
    m_yTitle = yTitle;
    m_lock.clear();
    m_known.clear();
    m_cross = kind == Kind::Curve ? QPointF(range.left, range.centre().y()) : range.centre();
    hideTruth();
    clearGuess();
}

void GuessPad::setKnown(std::vector<QPointF> points) {
    m_known = std::move(points);
    update();
}

void GuessPad::setPoint(QPointF guess) {
    m_point = guess;
    describe();
    update();
}

void GuessPad::setCurve(const QPolygonF& guess) {
    clearGuess();
    for (const QPointF& value : guess)
        drawTo(value);
    m_last.reset();
    describe();
}

QPolygonF GuessPad::curve() const {
    QPolygonF curve;
    for (int column = 0; column < kColumns; ++column)
        if (const auto& height = m_heights[static_cast<std::size_t>(column)])
            curve.append(QPointF(xOf(column), *height));
    return curve;
}

bool GuessPad::hasGuess() const {
    return m_kind == Kind::Point ? m_point.has_value() : !curve().isEmpty();
}

void GuessPad::clearGuess() {
    m_point.reset();
    std::ranges::fill(m_heights, std::nullopt);
    m_last.reset();
    m_drawing = false;
    describe();
    update();
}

void GuessPad::showTruth(QPointF truth, double tolerance) {
    m_truePoint = truth;
    m_tolerance = tolerance;
    describe();
    update();
}

void GuessPad::showTruth(const QPolygonF& truth) {
    m_trueCurve = truth;
    describe();
    update();
}

void GuessPad::hideTruth() {
    m_truePoint.reset();
    m_trueCurve.clear();
    describe();
    update();
}

void GuessPad::setReadOnly(const QString& reason) {
    m_lock = reason;
    setCursor(reason.isEmpty() ? Qt::CrossCursor : Qt::ArrowCursor);
    describe();
    update();
}

void GuessPad::describe() {
    const auto text = [](QPointF value) {
        return tr("%1 and %2").arg(tickText(value.x(), 0.01), tickText(value.y(), 0.01));
    };
    QStringList parts;
    if (m_kind == Kind::Point)
        parts << (m_point ? tr("Your guess: %1").arg(text(*m_point)) : tr("No guess yet"));
    else if (const QPolygonF drawn = curve(); !drawn.isEmpty())
        parts << tr("Your curve goes from %1 to %2").arg(text(drawn.front()), text(drawn.back()));
    else
        parts << tr("No guess yet");
    if (m_truePoint)
        parts << tr("The answer: %1").arg(text(*m_truePoint));
    if (!m_trueCurve.isEmpty())
        parts << tr("The real curve goes from %1 to %2")
                     .arg(text(m_trueCurve.front()), text(m_trueCurve.back()));
    if (hasFocus() && m_lock.isEmpty())
        parts << tr("The cross is at %1").arg(text(m_cross));
    if (!m_lock.isEmpty())
        parts << m_lock;
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

bool GuessPad::allow(QPoint where) {
    if (!m_lock.isEmpty())
        QToolTip::showText(mapToGlobal(where), m_lock, this);
    return m_lock.isEmpty();
}

int GuessPad::columnAt(double x) const {
    return std::clamp(static_cast<int>(std::lround((x - m_range.left) / m_range.width() * (kColumns - 1))), 0,
                      kColumns - 1);
}

double GuessPad::xOf(int column) const {
    return m_range.left + m_range.width() * column / (kColumns - 1);
}

void GuessPad::drawTo(QPointF value) {
    const QPointF to = m_range.cut(value);
    const int end = columnAt(to.x());
    const int begin = m_last ? columnAt(m_last->x()) : end;
    const double from = m_last ? m_last->y() : to.y();
    const int direction = end >= begin ? 1 : -1;
    for (int column = begin;; column += direction) {
        const double share = end == begin ? 1 : double(column - begin) / (end - begin);
        m_heights[static_cast<std::size_t>(column)] = from + (to.y() - from) * share;
        if (column == end)
            break;
    }
    m_last = to;
    update();
}

void GuessPad::put(QPointF value) {
    if (m_kind == Kind::Point) {
        m_point = m_range.cut(value);
        describe();
        update();
        emit pointGuessed(*m_point);
        return;
    }
    drawTo(value);
    describe();
    emit curveGuessed(curve());
}

// Mouse and keys -----------------------------------------------------------------------------------------

void GuessPad::mousePressEvent(QMouseEvent* event) {
    const PlotAxes now = axes();
    if (event->button() != Qt::LeftButton || !now.area().contains(event->position()) || !allow(event->pos()))
        return;
    m_drawing = true;
    const QPointF value = now.value(event->position());
    m_cross = m_range.cut(value);
    if (m_kind == Kind::Point) {
        m_point = m_cross;
        update();
        return;
    }
    m_last.reset();
    drawTo(value);
}

void GuessPad::mouseMoveEvent(QMouseEvent* event) {
    const PlotAxes now = axes();
    const QPointF value = now.value(event->position());
    m_pointer.reset();
    if (now.area().contains(event->position()))
        m_pointer = value;
    if (m_drawing) {
        m_cross = m_range.cut(value);
        if (m_kind == Kind::Curve)
            drawTo(value);
        else
            m_point = m_cross;
    }
    update();
}

void GuessPad::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_drawing)
        return;
    m_drawing = false;
    put(m_cross);
}

void GuessPad::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    m_pointer.reset();
    update();
}

bool GuessPad::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space || key == Qt::Key_Delete)
            event->accept();
    }
    return QWidget::event(event);
}

void GuessPad::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const double across = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    const double up = key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0;
    if (across != 0 || up != 0) {
        const double factor = event->modifiers() & Qt::ShiftModifier ? 0.2 : 1;
        m_cross = m_range.cut(m_cross + QPointF(across * factor * niceStep(m_range.width(), kStepsAcross),
                                                up * factor * niceStep(m_range.height(), kStepsAcross)));
        describe();
        update();
        return;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
        if (allow(rect().center()))
            put(m_cross);
        return;
    }
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        if (allow(rect().center()))
            clearGuess();
        return;
    }
    QWidget::keyPressEvent(event);
}

void GuessPad::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    describe();
    update();
}

void GuessPad::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void GuessPad::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace protomind
