// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/card_painter.h"

#include "desktop/editor/layer_icon.h"
#include "desktop/style/laboratory_style.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace protomind {

namespace {

constexpr double kCorner = 8;
constexpr double kStripe = 4;

QPainterPath bodyPath(const QRectF& body) {
    QPainterPath path;
    path.addRoundedRect(body, kCorner, kCorner);
    return path;
}

void paintShadow(QPainter& painter, const QRectF& body, const CardColours& colours) {
    painter.setPen(Qt::NoPen);
    for (int layer = 1; layer <= 3; ++layer) {
        QColor shade = colours.shadow;
        shade.setAlpha(shade.alpha() / layer);
        painter.setBrush(shade);
        painter.drawRoundedRect(body.adjusted(-layer + 0.5, 1.0, layer - 0.5, layer + 1.5), kCorner + layer,
                                kCorner + layer);
    }
}

/// Forward is as what lies above zero, backward as what lies below.
QColor activeColour(const CardColours& colours, const CardState& state) {
    return QColor::fromRgb(colours.values.at(state.active == CardState::Active::Forward ? 1.0f : -1.0f));
}

QColor outline(const CardColours& colours, const CardState& state) {
    switch (state.target) {
    case CardState::Target::Accepting:
        return colours.good;
    case CardState::Target::Refusing:
        return colours.error;
    case CardState::Target::None:
        break;
    }
    if (state.active != CardState::Active::None)
        return activeColour(colours, state);
    if (state.selected)
        return colours.accent;
    return state.hovered ? mixed(colours.border, colours.text, 0.35) : colours.border;
}

void paintBody(QPainter& painter, const CardContent& content, const CardGeometry& geometry,
               const CardColours& colours, const CardState& state) {
    const QPainterPath path = bodyPath(geometry.body);
    const bool active = state.active != CardState::Active::None;
    if (state.selected || active) {
        QColor halo = active ? activeColour(colours, state) : colours.accent;
        halo.setAlpha(active ? 130 : 60);
        painter.setPen(QPen(halo, active ? 12 : 7));
        painter.drawPath(path);
    } else {
        paintShadow(painter, geometry.body, colours);
    }
    painter.fillPath(path, colours.card);
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    painter.fillRect(QRectF(0, 0, kStripe, geometry.body.height()), colours.category(content.category));
    if (!geometry.problem.isEmpty()) {
        const QColor tone = content.severity == Severity::Error ? colours.error : colours.warning;
        painter.fillRect(geometry.problem.adjusted(kStripe, 0, 0, 0), mixed(colours.card, tone, 0.13));
    }
    painter.restore();
    const bool strong = active || state.selected || state.target != CardState::Target::None;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(outline(colours, state), (strong ? 2 : 1) * lineScale()));
    painter.drawPath(path);
}

void paintText(QPainter& painter, const QRectF& rect, const QFont& font, const QColor& colour, int flags,
               const QString& text) {
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(rect, flags, text);
}

QString elided(const QString& text, const QFont& font, double width) {
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

void paintRows(QPainter& painter, const CardContent& content, const CardGeometry& geometry,
               const CardFonts& fonts, const CardColours& colours) {
    for (std::size_t i = 0; i < content.rows.size(); ++i) {
        const CardGeometry::Row& place = geometry.rows[i];
        const CardContent::Row& row = content.rows[i];
        paintText(painter, place.label, fonts.body, colours.muted, Qt::AlignLeft | Qt::AlignVCenter,
                  elided(row.label, fonts.body, place.label.width()));
        paintText(painter, place.value, fonts.body, colours.text, Qt::AlignRight | Qt::AlignVCenter,
                  elided(row.value, fonts.body, place.value.width()));
    }
}

void paintFigures(QPainter& painter, const CardContent& content, const CardGeometry& geometry,
                  const CardFonts& fonts, const CardColours& colours) {
    if (geometry.line > 0) {
        painter.setPen(QPen(mixed(colours.card, colours.border, 0.7), 1));
        painter.drawLine(QPointF(12, geometry.line + 0.5),
                         QPointF(geometry.body.right() - 12, geometry.line + 0.5));
    }
    if (!content.output.isEmpty()) {
        QFont strong = fonts.body;
        strong.setWeight(QFont::DemiBold);
        paintText(painter, geometry.output, strong, colours.category(content.category),
                  Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("→ ") + content.output);
    }
    if (!content.arithmetic.isEmpty())
        paintText(painter, geometry.arithmetic, fonts.small, colours.muted,
                  Qt::AlignRight | Qt::AlignTop | Qt::TextWordWrap, content.arithmetic);
}

void paintProblem(QPainter& painter, const CardContent& content, const CardGeometry& geometry,
                  const CardFonts& fonts, const CardColours& colours, bool fixHovered) {
    if (content.problem.isEmpty())
        return;
    paintProblemMark(painter, geometry.problemMark, content.severity, colours);
    paintText(painter, geometry.problemText, fonts.small, colours.text,
              Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, content.problem);
    if (geometry.fix.isEmpty())
        return;
    painter.setPen(QPen(colours.accent, 1));
    painter.setBrush(mixed(colours.card, colours.accent, fixHovered ? 0.25 : 0.06));
    painter.drawRoundedRect(geometry.fix.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    paintText(painter, geometry.fix.adjusted(6, 0, -6, 0), fonts.small, colours.text,
              Qt::AlignCenter | Qt::TextWordWrap, content.fix);
}

void paintPort(QPainter& painter, const QPointF& centre, bool hovered, const CardColours& colours) {
    const double radius = hovered ? kPortRadius + 2.5 : kPortRadius;
    painter.setPen(QPen(hovered ? colours.accent : colours.wire, 1.6));
    painter.setBrush(hovered ? mixed(colours.card, colours.accent, 0.45) : colours.card);
    painter.drawEllipse(centre, radius, radius);
}

void paintPorts(QPainter& painter, const CardGeometry& geometry, const CardColours& colours,
                const CardState& state) {
    for (std::size_t port = 0; port < geometry.inputs.size(); ++port)
        paintPort(painter, geometry.inputs[port], state.inputHovered == int(port), colours);
    paintPort(painter, geometry.outputPort, state.outputHovered, colours);
}

/// Below half size nothing but the picture and a large name can be read.
void paintFar(QPainter& painter, const CardContent& content, const CardGeometry& geometry,
              const CardFonts& fonts, const CardColours& colours) {
    constexpr double kLarge = 1.9;
    constexpr double kLeastLarge = 1.1;
    QFont large = fonts.title;
    large.setPointSizeF(large.pointSizeF() * kLarge);
    QRectF room = geometry.body.adjusted(14, 8, -8, -8);
    if (!geometry.picture.isEmpty()) { // which stays: only a name fits beside it
        room.setBottom(geometry.picture.top() - 4);
        // A whole name that is smaller says more than a large beginning of it.
        const double share = room.width() / QFontMetricsF(large).horizontalAdvance(content.title);
        if (share < 1)
            large.setPointSizeF(fonts.title.pointSizeF() * std::max(kLeastLarge, 0.97 * share * kLarge));
        painter.setFont(large);
        painter.setPen(colours.text);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, elided(content.title, large, room.width()));
        if (!content.problem.isEmpty())
            paintProblemMark(painter, {room.right() - 30, room.top(), 30, 30}, content.severity, colours);
        return;
    }
    const double side = std::min(48.0, room.height() * 0.45);
    paintLayerIcon(painter, {room.left(), room.top(), side, side}, content.typeName, content.category,
                   content.drawnFunction, colours);
    painter.setFont(large);
    painter.setPen(colours.text);
    painter.drawText(room.adjusted(0, side, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                     content.title);
    if (!content.problem.isEmpty())
        paintProblemMark(painter, {room.right() - 36, room.top(), 34, 34}, content.severity, colours);
}

} // namespace

void paintProblemMark(QPainter& painter, const QRectF& rect, Severity severity, const CardColours& colours) {
    const QColor tone = severity == Severity::Error ? colours.error : colours.warning;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone);
    const double side = rect.width();
    if (severity == Severity::Error) {
        painter.drawEllipse(rect.adjusted(side * 0.04, side * 0.04, -side * 0.04, -side * 0.04));
    } else {
        QPainterPath triangle(QPointF(rect.center().x(), rect.top()));
        triangle.lineTo(rect.bottomRight() - QPointF(0, side * 0.08));
        triangle.lineTo(rect.bottomLeft() - QPointF(0, side * 0.08));
        triangle.closeSubpath();
        painter.drawPath(triangle);
    }
    painter.setPen(QPen(colours.card, side * 0.125, Qt::SolidLine, Qt::RoundCap));
    const double x = rect.center().x();
    const double down = severity == Severity::Error ? 0 : side * 0.08;
    painter.drawLine(QPointF(x, rect.top() + side * 0.26 + down),
                     QPointF(x, rect.top() + side * 0.54 + down));
    painter.drawPoint(QPointF(x, rect.top() + side * 0.72 + down));
}

void paintCard(QPainter& painter, const CardContent& content, const CardGeometry& geometry,
               const CardFonts& fonts, const CardColours& colours, const CardState& state) {
    painter.setRenderHint(QPainter::Antialiasing);
    paintBody(painter, content, geometry, colours, state);
    if (state.far) {
        paintFar(painter, content, geometry, fonts, colours);
    } else {
        paintLayerIcon(painter, geometry.icon, content.typeName, content.category, content.drawnFunction,
                       colours);
        QString title = content.title;
        const double lines = geometry.title.height() / QFontMetricsF(fonts.title).lineSpacing();
        if (lines < 1.5)
            title = elided(title, fonts.title, geometry.title.width());
        paintText(painter, geometry.title, fonts.title, colours.text,
                  Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, title);
        paintText(painter, geometry.subtitle, fonts.small, colours.muted,
                  Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, content.subtitle);
        paintRows(painter, content, geometry, fonts, colours);
        paintFigures(painter, content, geometry, fonts, colours);
        paintProblem(painter, content, geometry, fonts, colours, state.fixHovered);
    }
    paintPorts(painter, geometry, colours, state);
}

} // namespace protomind
