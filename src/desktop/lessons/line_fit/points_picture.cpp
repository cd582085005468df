// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/points_picture.h"

#include "desktop/lessons/line_fit/scene_colours.h"
#include "desktop/live/value_colours.h"
#include "desktop/style/laboratory_style.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kHandleRadius = 7;
/// Of more squares than these, edges would be all that is seen.
constexpr std::size_t kMostEdged = 400;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PointsPicture)
};

QColor withAlpha(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

/// Four bars: many times faster than a pen.
void paintEdges(QPainter& painter, const QRect& rect, const QColor& colour, int width) {
    const int across = std::min(width, rect.width());
    const int down = std::min(width, rect.height());
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), down), colour);
    painter.fillRect(QRect(rect.left(), rect.bottom() + 1 - down, rect.width(), down), colour);
    const int height = std::max(0, rect.height() - 2 * down);
    painter.fillRect(QRect(rect.left(), rect.top() + down, across, height), colour);
    painter.fillRect(QRect(rect.right() + 1 - across, rect.top() + down, across, height), colour);
}

void paintSquares(QPainter& painter, const ValueColours& colours, const LineFit& fit,
                  const PointsLayout& layout, const PointsPictureState& state) {
    const bool any = state.strong.part == PointsPart::Point;
    // Many of them over each other must not become one dark patch.
    const double fill = std::clamp(4.0 / static_cast<double>(fit.points().size()), 0.07, 0.22);
    const QRectF seen = layout.axes().area().adjusted(-2, -2, 2, 2);
    for (const bool strongOnes : {false, true})
        for (std::size_t index = 0; index < fit.points().size(); ++index) {
            const bool strong = any && state.strong.point == index;
            const double error = fit.error(index);
            if (strong != strongOnes || !std::isfinite(error))
                continue;
            const QColor colour = error > 0 ? colours.above() : colours.below();
            const QRect square = (layout.square(index) & seen).toRect();
            if (square.isEmpty())
                continue;
            painter.fillRect(square, withAlpha(colour, strong ? 0.45 : any ? fill * 0.6 : fill));
            if (strong || fit.points().size() <= kMostEdged)
                paintEdges(painter, square,
                           withAlpha(colour, strong ? 1
                                             : any  ? 0.4
                                                    : 0.7),
                           static_cast<int>(std::lround((strong ? 2 : 1) * lineScale())));
        }
}

void paintDot(QPainter& painter, const QPalette& palette, QPointF at, double radius) {
    painter.setPen(QPen(palette.color(QPalette::Base), 1.2));
    painter.setBrush(palette.color(QPalette::Text));
    painter.drawEllipse(at, radius, radius);
}

/// One dot is painted, and stamped wherever there is a point.
void paintDots(QPainter& painter, const QPalette& palette, const LineFit& fit, const PointsLayout& layout,
               double radius) {
    const double ratio = painter.device()->devicePixelRatioF();
    const int side = static_cast<int>(std::ceil(2 * radius + 4));
    QPixmap stamp(QSize(side, side) * ratio);
    stamp.setDevicePixelRatio(ratio);
    stamp.fill(Qt::transparent);
    {
        QPainter inside(&stamp);
        inside.setRenderHint(QPainter::Antialiasing);
        paintDot(inside, palette, QPointF(side, side) / 2, radius);
    }
    for (std::size_t index = 0; index < fit.points().size(); ++index)
        painter.drawPixmap(layout.point(index) - QPointF(side, side) / 2, stamp);
}

void paintHandle(QPainter& painter, const QPalette& palette, QPointF at, bool turns, bool strong,
                 bool byKeys) {
    const double scale = std::sqrt(lineScale());
    const double radius = (kHandleRadius + (strong ? 1.5 : 0)) * scale;
    if (strong && byKeys) {
        painter.setPen(QPen(palette.color(QPalette::Highlight), 2.5 * lineScale()));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, radius + 4, radius + 4);
    }
    painter.setPen(QPen(fittedLineColour(palette), 2 * lineScale()));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawEllipse(at, radius, radius);
    // Up and down for the one that moves; an arc with an end for the one that turns.
    painter.setPen(QPen(palette.color(QPalette::Text), 1.4 * scale, Qt::SolidLine, Qt::RoundCap));
    const double arm = radius * 0.5;
    const double wing = radius * 0.28;
    if (turns) {
        painter.drawArc(QRectF(at.x() - arm, at.y() - arm, 2 * arm, 2 * arm), -120 * 16, 240 * 16);
        const QPointF tip = at + QPointF(-arm * 0.5, -arm * 0.87);
        painter.drawLine(tip, tip + QPointF(wing * 1.2, -wing * 0.5));
        painter.drawLine(tip, tip + QPointF(wing * 0.8, wing * 1.1));
    } else {
        painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm));
        for (const double side : {-1.0, 1.0})
            for (const double wingSide : {-1.0, 1.0})
                painter.drawLine(at + QPointF(0, side * arm),
                                 at + QPointF(wingSide * wing, side * (arm - wing)));
    }
}

} // namespace

void paintPoints(QPainter& painter, const QPalette& palette, const LineFit& fit, const PointsLayout& layout,
                 const PointsPictureState& state) {
    const ValueColours colours(palette);
    const QRectF& area = layout.axes().area();
    painter.save();
    painter.fillRect(area, palette.color(QPalette::Base));
    painter.setClipRect(area);
    layout.axes().paintGrid(painter, palette);
    if (state.squares)
        paintSquares(painter, colours, fit, layout, state);
    painter.setRenderHint(QPainter::Antialiasing);

    const double line = lineScale();
    // From each point to the line: what is squared.
    if (state.strong.part == PointsPart::Point && state.strong.point < fit.points().size()) {
        const QPointF at = layout.point(state.strong.point);
        const double error = fit.error(state.strong.point) * layout.axes().yUnit();
        painter.setPen(QPen(palette.color(QPalette::Text), 2 * line));
        if (std::isfinite(error))
            painter.drawLine(at, at - QPointF(0, std::clamp(error, -1e5, 1e5)));
    }
    if (const auto seen = layout.line()) {
        painter.setPen(QPen(fittedLineColour(palette), 3 * line));
        painter.drawLine(*seen);
    }
    const double usual = (fit.points().size() > 300  ? 2.5
                          : fit.points().size() > 80 ? 3.5
                                                     : 4.5) *
                         std::sqrt(line);
    paintDots(painter, palette, fit, layout, usual);
    if (state.strong.part == PointsPart::Point && state.strong.point < fit.points().size()) {
        const QPointF at = layout.point(state.strong.point);
        if (state.chosenByKeys) {
            painter.setPen(QPen(palette.color(QPalette::Highlight), 2.5 * line));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(at, usual + 6, usual + 6);
        }
        paintDot(painter, palette, at, usual + 1.5);
    }
    if (state.handles) {
        for (const PointsPart part : {PointsPart::Middle, PointsPart::End}) {
            const bool strong = state.strong.part == part ||
                                (part == PointsPart::Middle && state.strong.part == PointsPart::Line);
            paintHandle(painter, palette, part == PointsPart::End ? layout.end() : layout.middle(),
                        part == PointsPart::End, strong, state.chosenByKeys);
        }
    }
    painter.restore();
}

QString readingOf(const LineFit& fit, const PointsTarget& target) {
    switch (target.part) {
    case PointsPart::Point: {
        if (target.point >= fit.points().size())
            return {};
        const FitPoint& point = fit.points()[target.point];
        const double error = fit.error(target.point);
        return Words::tr("x %1, y %2\nerror %3, squared %4")
            .arg(shortValue(point.x), shortValue(point.y), shortValue(error), shortValue(error * error));
    }
    case PointsPart::Middle:
    case PointsPart::Line:
        return Words::tr("b %1: moves the line up and down").arg(shortValue(fit.weights().b));
    case PointsPart::End:
        return Words::tr("m %1: turns the line").arg(shortValue(fit.weights().m));
    case PointsPart::Nothing:
        break;
    }
    return {};
}

} // namespace protomind
