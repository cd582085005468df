// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/landscape_view.h"

#include "desktop/charts/scale_ticks.h"
#include "desktop/lessons/line_fit/landscape_walk.h"
#include "desktop/lessons/line_fit/points_layout.h"
#include "desktop/lessons/line_fit/scene_colours.h"
#include "desktop/live/value_colours.h"
#include "desktop/style/laboratory_style.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace protomind {

namespace {

constexpr double kTrailReach = 16;
constexpr double kValleyType = 0.9;
constexpr double kLandscapeZoomStep = 1.5;
constexpr int kStepsAcross = 80;

} // namespace

LandscapeView::LandscapeView(const LineFit& fit, QWidget* parent)
    : QWidget(parent)
    , m_fit(fit) {
    setObjectName(QStringLiteral("landscapeView"));
    setAccessibleName(tr("Landscape of the loss"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    refresh();
}

QSize LandscapeView::sizeHint() const {
    return {fontMetrics().height() * 20, fontMetrics().height() * 18};
}

QSize LandscapeView::minimumSizeHint() const {
    return {fontMetrics().height() * 10, fontMetrics().height() * 8};
}

LandscapeGround::Look LandscapeView::look() const {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * kValleyType);
    return {size(), devicePixelRatioF(), small, palette(), tr("loss")};
}

PlotAxes LandscapeView::axes() const {
    return LandscapeGround::axesFor(m_window, look());
}

bool LandscapeView::placeIsSeen() const {
    const LineWeights weights = m_fit.weights();
    return weights.isFinite() && axes().range().contains({weights.m, weights.b});
}

LineWeights LandscapeView::step() const {
    return {niceStep(2 * m_window.halfM, kStepsAcross), niceStep(2 * m_window.halfB, kStepsAcross)};
}

void LandscapeView::refresh(bool steady) {
    if (m_fit.pointsVersion() != m_pointsVersion && !steady) {
        m_pointsVersion = m_fit.pointsVersion();
        const LineWeights best = m_fit.lossOf().optimum(m_window.centre);
        const double usual = usualWindow(m_fit.lossOf()).halfM;
        const bool apt = m_window.halfM < 8 * usual && m_window.halfM > usual / 8;
        if (m_wasEmpty || !m_window.scaled(0.95).contains(best) || !apt)
            fitWindow();
        m_wasEmpty = m_fit.points().empty();
    }
    describe();
    update();
}

void LandscapeView::setPathShown(bool shown) {
    m_path = shown;
    update();
}

void LandscapeView::setArrowShown(bool shown) {
    m_arrow = shown;
    update();
}

void LandscapeView::setLock(const QString& lock) {
    m_lock = lock;
    describe();
}

void LandscapeView::setWindow(const LandscapeWindow& window) {
    m_window = window;
    update();
}

void LandscapeView::zoom(double factor) {
    zoomAbout(factor, placeIsSeen() ? m_fit.weights() : m_window.centre);
}

void LandscapeView::zoomAbout(double factor, LineWeights fixed) {
    const LandscapeWindow zoomed = m_window.scaled(factor);
    const double share = zoomed.halfM / m_window.halfM;
    setWindow(zoomed.movedTo(
        {fixed.m + (m_window.centre.m - fixed.m) * share, fixed.b + (m_window.centre.b - fixed.b) * share}));
}

void LandscapeView::fitWindow() {
    std::vector<LineWeights> places(m_fit.path().begin(), m_fit.path().end());
    if (m_fit.weights().isFinite())
        places.push_back(m_fit.weights());
    setWindow(windowWith(m_fit.lossOf(), places));
}

QString LandscapeView::reading() const {
    LineWeights at = m_fit.weights();
    if (m_pointer && !m_dragging) {
        const QPointF value = axes().value(*m_pointer);
        at = {value.x(), value.y()};
    } else if (!hasFocus() && !m_dragging) {
        return {};
    }
    return tr("m %1, b %2: loss %3")
        .arg(shortValue(at.m), shortValue(at.b), shortValue(m_fit.lossOf().at(at)));
}

void LandscapeView::describe() {
    const LineWeights weights = m_fit.weights();
    QStringList parts{tr("m %1, b %2: loss %3")
                          .arg(shortValue(weights.m), shortValue(weights.b), shortValue(m_fit.loss()))};
    if (!placeIsSeen())
        parts << tr("outside of the picture");
    const LineWeights gradient = m_fit.gradient();
    parts << tr("slope along m %1, along b %2").arg(shortValue(gradient.m), shortValue(gradient.b));
    if (!m_lock.isEmpty())
        parts << m_lock;
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

bool LandscapeView::allow(QPoint where) {
    if (m_lock.isEmpty())
        return true;
    QToolTip::showText(mapToGlobal(where), m_lock, this);
    emit refused(m_lock);
    return false;
}

// Mouse and keys -----------------------------------------------------------------------------------------

void LandscapeView::moveTo(QPointF place, SceneGesture gesture) {
    const PlotAxes now = axes();
    const QPointF value = now.value(place);
    // Cut after rounding: what is at the edge must not be rounded out of sight.
    const QPointF cut =
        now.range().cut({roundedToSight(value.x(), now.xUnit()), roundedToSight(value.y(), now.yUnit())});
    const LineWeights weights{cut.x(), cut.y()};
    if (weights != m_fit.weights())
        emit weightsEdited(weights.m, weights.b, gesture);
}

void LandscapeView::mousePressEvent(QMouseEvent* event) {
    m_keyGesture.reset();
    if (event->button() != Qt::LeftButton || !placeIsSeen())
        return;
    const QPointF place = axes().place({m_fit.weights().m, m_fit.weights().b});
    if (QLineF(place, event->position()).length() > kTrailReach || !allow(event->pos()))
        return;
    m_dragging = true;
    m_grab = place - event->position();
    m_gesture = newSceneGesture();
    setCursor(Qt::ClosedHandCursor);
    update();
}

void LandscapeView::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragging) {
        moveTo(event->position() + m_grab, m_gesture);
        return;
    }
    const PlotAxes now = axes();
    m_pointer.reset();
    if (now.area().contains(event->position()))
        m_pointer = event->position();
    const QPointF place = now.place({m_fit.weights().m, m_fit.weights().b});
    if (placeIsSeen() && QLineF(place, event->position()).length() <= kTrailReach)
        setCursor(m_lock.isEmpty() ? Qt::OpenHandCursor : Qt::ForbiddenCursor);
    else if (m_pointer)
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
    update();
}

void LandscapeView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    setCursor(Qt::OpenHandCursor);
    refresh();
    emit gestureEnded(m_gesture);
}

void LandscapeView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !axes().area().contains(event->position()) ||
        !allow(event->pos()))
        return;
    // The second press of it may go on as a drag.
    m_dragging = true;
    m_grab = {};
    m_gesture = newSceneGesture();
    moveTo(event->position(), m_gesture);
}

void LandscapeView::wheelEvent(QWheelEvent* event) {
    // Without Control the wheel scrolls whatever the picture lies in.
    if (!(event->modifiers() & Qt::ControlModifier) || !axes().area().contains(event->position())) {
        event->ignore();
        return;
    }
    const QPointF value = axes().value(event->position());
    zoomAbout(std::pow(kLandscapeZoomStep, -event->angleDelta().y() / 120.0), {value.x(), value.y()});
}

void LandscapeView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    m_pointer.reset();
    update();
}

bool LandscapeView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Plus || key == Qt::Key_Minus || key == Qt::Key_0)
            event->accept();
    }
    return QWidget::event(event);
}

void LandscapeView::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Plus || key == Qt::Key_Minus)
        return zoom(key == Qt::Key_Plus ? 1 / kLandscapeZoomStep : kLandscapeZoomStep);
    if (key == Qt::Key_0)
        return fitWindow();
    const double across = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    const double up = key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0;
    if (across == 0 && up == 0)
        return QWidget::keyPressEvent(event);
    if (!allow(rect().center()) || !m_fit.weights().isFinite())
        return;
    const double factor = event->modifiers() & Qt::ShiftModifier     ? 0.2
                          : event->modifiers() & Qt::ControlModifier ? 5
                                                                     : 1;
    if (!m_keyGesture)
        m_keyGesture = newSceneGesture();
    const auto tidy = [](double value, double unit) { return std::round(value / unit * 1e3) * unit / 1e3; };
    const LineWeights unit = step();
    emit weightsEdited(tidy(m_fit.weights().m + across * factor * unit.m, unit.m),
                       tidy(m_fit.weights().b + up * factor * unit.b, unit.b), *m_keyGesture);
}

void LandscapeView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void LandscapeView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_keyGesture.reset();
    update();
}

void LandscapeView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_pointer.reset();
}

void LandscapeView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

// Painting -----------------------------------------------------------------------------------------------

void LandscapeView::paintEvent(QPaintEvent*) {
    m_ground.update(m_fit, m_window, look());
    const PlotAxes& now = m_ground.axes();
    const QRectF& area = now.area();
    QPainter painter(this);
    painter.setFont(look().font);
    painter.drawPixmap(0, 0, m_ground.pixmap());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_fit.points().empty()) {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(area.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Without points there is no loss."));
        return;
    }
    painter.save();
    painter.setClipRect(area);
    const QPolygonF walk = walkPlaces(m_fit.path(), now);
    if (m_path)
        paintWalk(painter, walk);
    const bool seen = placeIsSeen();
    const QPointF place = now.place({m_fit.weights().m, m_fit.weights().b});
    if (m_pointer && !m_dragging)
        paintHover(painter);
    if (seen) {
        if (m_arrow)
            if (const auto to = downhillEnd(m_fit, now, painter.fontMetrics().height()))
                paintArrow(painter, place, *to);
        paintPlace(painter, palette(), place, m_dragging || hasFocus());
    }
    painter.restore();
    paintLegendMark(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2 * lineScale()));
        painter.drawRect(area);
    }
    if (!m_fit.weights().isFinite()) {
        paintReading(painter, palette(), tr("m and b are no numbers any more: they have no place here."),
                     area.topLeft(), area);
    } else if (!seen) {
        const QPointF towards = walkPlaces(std::vector{m_fit.weights()}, now).value(0, area.center());
        paintEdgeArrow(painter, palette(), area, towards);
        paintReading(painter, palette(),
                     tr("The line is outside, at m %1, b %2: zoom out to see it.")
                         .arg(shortValue(m_fit.weights().m), shortValue(m_fit.weights().b)),
                     edgeTowards(area, towards, 12), area);
    } else if (m_path && std::ranges::any_of(walk, [&](const QPointF& at) { return !area.contains(at); }) &&
               !m_pointer) {
        const auto outside =
            std::ranges::find_if(walk, [&](const QPointF& at) { return !area.contains(at); });
        paintEdgeArrow(painter, palette(), area, *outside);
    }
    if (const QString text = reading(); !text.isEmpty() && (seen || m_pointer))
        paintReading(painter, palette(), text, m_pointer && !m_dragging ? *m_pointer : place, area);
}

void LandscapeView::paintHover(QPainter& painter) const {
    const PlotAxes& now = m_ground.axes();
    const QRectF& area = now.area();
    const QPointF value = now.value(*m_pointer);
    QPainterPath level;
    for (const QPolygonF& part :
         contour(m_fit.lossOf(), m_fit.lossOf().at({value.x(), value.y()}), now.range()))
        level.addPolygon(placed(part, now));
    strokeOnAnyGround(painter, level, 2.2 * lineScale());
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QPoint at = m_pointer->toPoint();
    for (const auto& [colour, style] :
         {std::pair(Qt::black, Qt::SolidLine), std::pair(Qt::white, Qt::DashLine)}) {
        painter.setPen(QPen(colour, 1, style));
        painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
        painter.drawLine(QPointF(area.left(), at.y()), QPointF(area.right(), at.y()));
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void LandscapeView::paintLegendMark(QPainter& painter) const {
    const double loss = m_fit.loss();
    if (!std::isfinite(loss))
        return;
    const QRectF& bar = m_ground.legend();
    const double x = bar.left() + std::clamp(m_ground.scale().share(loss), 0.0, 1.0) * bar.width();
    const double size = 0.5 * bar.height() + 1;
    const QPolygonF mark{QPointF(x, bar.top() + size), QPointF(x - size, bar.top() - 2),
                         QPointF(x + size, bar.top() - 2)};
    painter.setPen(QPen(palette().color(QPalette::Window), 1.5));
    painter.setBrush(fittedLineColour(palette()));
    painter.drawPolygon(mark);
}

} // namespace protomind
