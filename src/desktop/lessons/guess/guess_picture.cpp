// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/guess/guess_pad.h"
#include "desktop/style/laboratory_style.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

// What a GuessPad looks like.

namespace protomind {

namespace {

QColor guessColour(const QPalette& palette) {
    return QColor::fromRgb(palette.color(QPalette::Window).lightness() < 128 ? 0xff7ab8 : 0xb0286f);
}

QColor truthColour(const QPalette& palette) {
    return QColor::fromRgb(palette.color(QPalette::Window).lightness() < 128 ? 0x5fc9a5 : 0x00694d);
}

} // namespace

QString GuessPad::reading() const {
    if (!m_lock.isEmpty() || (!m_pointer && !hasFocus()))
        return {};
    const QPointF at = m_pointer.value_or(m_cross);
    return QStringLiteral("%1 %2, %3 %4")
        .arg(m_xTitle, tickText(at.x(), m_range.width() / 100), m_yTitle,
             tickText(at.y(), m_range.height() / 100));
}

void GuessPad::paintEvent(QPaintEvent*) {
    const PlotAxes now = axes();
    QPainter painter(this);
    painter.setFont(smallFont());
    painter.fillRect(now.area(), palette().color(QPalette::Base));
    now.paintGrid(painter, palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(now.area());
    QColor faint = palette().color(QPalette::Text);
    faint.setAlphaF(0.5f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint);
    for (const QPointF& known : m_known)
        painter.drawEllipse(now.place(known), 3.5, 3.5);
    paintGuess(painter, now);
    paintTruth(painter, now);
    if (hasFocus() && m_lock.isEmpty()) {
        const QPointF at = now.place(m_cross);
        const double arm = 9 * std::sqrt(lineScale());
        painter.setPen(QPen(palette().color(QPalette::Text), 1.5 * lineScale()));
        painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0));
        painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm));
    }
    painter.setPen(palette().color(QPalette::Text));
    if (!hasGuess() && m_lock.isEmpty())
        painter.drawText(
            now.area().adjusted(10, 6, -10, -6), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
            m_kind == Kind::Point ? tr("Click where you think it is.")
                                  : tr("Draw the curve that you expect, from the left to the right."));
    painter.restore();
    painter.setRenderHint(QPainter::Antialiasing, false);
    now.paintFrame(painter, palette(), m_xTitle, m_yTitle);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2 * lineScale()));
        painter.drawRect(now.area());
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(now.area().left(), 0, now.area().width(), now.area().top() - 2),
                     Qt::AlignRight | Qt::AlignBottom, reading());
}

void GuessPad::paintGuess(QPainter& painter, const PlotAxes& axes) const {
    const QColor colour = guessColour(palette());
    const double line = lineScale();
    if (m_kind == Kind::Point && m_point) {
        painter.setPen(QPen(palette().color(QPalette::Base), 2));
        painter.setBrush(colour);
        painter.drawEllipse(axes.place(*m_point), 7 * std::sqrt(line), 7 * std::sqrt(line));
    }
    if (m_kind != Kind::Curve)
        return;
    QPainterPath path;
    bool down = false;
    for (int column = 0; column < kColumns; ++column) {
        const auto& height = m_heights[static_cast<std::size_t>(column)];
        if (height) {
            const QPointF at = axes.place({xOf(column), *height});
            down ? path.lineTo(at) : path.moveTo(at);
            if (!down)
                path.lineTo(at + QPointF(0.1, 0)); // One column alone is a dot.
        }
        down = height.has_value();
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 3 * line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void GuessPad::paintTruth(QPainter& painter, const PlotAxes& axes) const {
    const QColor colour = truthColour(palette());
    const double line = lineScale();
    painter.setBrush(Qt::NoBrush);
    if (m_truePoint) {
        const QPointF at = axes.place(*m_truePoint);
        if (m_point) {
            painter.setPen(QPen(palette().color(QPalette::Text), 1.2 * line, Qt::DashLine));
            painter.drawLine(axes.place(*m_point), at);
        }
        painter.setPen(QPen(colour, 1.5 * line, Qt::DashLine));
        if (m_tolerance > 0)
            painter.drawEllipse(at, m_tolerance * axes.xUnit(), m_tolerance * axes.yUnit());
        const double arm = 7 * std::sqrt(line);
        painter.setPen(QPen(colour, 3 * line, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at - QPointF(arm, arm), at + QPointF(arm, arm));
        painter.drawLine(at - QPointF(arm, -arm), at + QPointF(arm, -arm));
    }
    if (m_trueCurve.isEmpty())
        return;
    QPolygonF places;
    for (const QPointF& value : m_trueCurve)
        if (std::isfinite(value.x()) && std::isfinite(value.y()))
            places.append(axes.place({value.x(), std::clamp(value.y(), m_range.low - 10 * m_range.height(),
                                                            m_range.high + 10 * m_range.height())}));
    painter.setPen(QPen(colour, 2.5 * line, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPolyline(places);
}

} // namespace protomind
