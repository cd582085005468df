// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/card_geometry.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

// For type of the usual size.
constexpr double kPadding = 12;
constexpr double kIcon = 32;
constexpr double kHeader = 48;
constexpr double kPortDistance = 20;
constexpr double kMarkSize = 16;

double heightOf(const QString& text, const QFont& font, double width) {
    const QRectF room(0, 0, width, 10'000);
    return std::ceil(QFontMetricsF(font).boundingRect(room, Qt::TextWordWrap, text).height());
}

double toGrid(double length) {
    return std::ceil(length / kGrid) * kGrid;
}

void placeHeader(CardGeometry& geometry, const CardContent& content, const CardFonts& fonts, double& y) {
    const double icon = kIcon;
    const double left = kPadding + icon + 8;
    const double width = kBodyWidth - left - 8;
    const double titleHeight = std::min(heightOf(content.title, fonts.title, width),
                                        2 * QFontMetricsF(fonts.title).lineSpacing() + 1);
    const double subtitleHeight =
        content.subtitle.isEmpty() ? 0 : heightOf(content.subtitle, fonts.small, width);
    const double height = std::max(kHeader, toGrid(titleHeight + subtitleHeight + 12));
    const double top = (height - titleHeight - subtitleHeight) / 2;
    geometry.icon = {kPadding, (kHeader - icon) / 2, icon, icon};
    geometry.title = {left, top, width, titleHeight};
    if (subtitleHeight > 0)
        geometry.subtitle = {left, top + titleHeight, width, subtitleHeight};
    y = height;
}

void placePicture(CardGeometry& geometry, const CardContent& content, const CardFonts& fonts, double& y) {
    if (!content.picture)
        return;
    const double width = kBodyWidth - 2 * kPadding;
    geometry.tiles =
        PictureLayout::of(*content.picture, width, 1, std::ceil(QFontMetricsF(fonts.small).lineSpacing()));
    geometry.picture = {kPadding, y, width, geometry.tiles.height};
    y += geometry.tiles.height + 8;
}

void placeRows(CardGeometry& geometry, const CardContent& content, const CardFonts& fonts, double& y) {
    const double height = std::ceil(QFontMetricsF(fonts.body).lineSpacing()) + 3;
    const double width = kBodyWidth - 2 * kPadding;
    for (const CardContent::Row& row : content.rows) {
        const double value =
            std::min(std::ceil(QFontMetricsF(fonts.body).horizontalAdvance(row.value)) + 2, width * 0.62);
        geometry.rows.push_back(
            {{kPadding, y, width - value - 6, height}, {kPadding + width - value, y, value, height}});
        y += height;
    }
    if (!content.rows.empty())
        y += 6;
}

void placeFigures(CardGeometry& geometry, const CardContent& content, const CardFonts& fonts, double& y) {
    if (content.output.isEmpty() && content.arithmetic.isEmpty())
        return;
    const double width = kBodyWidth - 2 * kPadding;
    geometry.line = y;
    y += 6;
    if (!content.output.isEmpty()) {
        const double height = std::ceil(QFontMetricsF(fonts.body).lineSpacing()) + 2;
        geometry.output = {kPadding, y, width, height};
        y += height;
    }
    if (!content.arithmetic.isEmpty()) {
        const double height = heightOf(content.arithmetic, fonts.small, width) + 1;
        geometry.arithmetic = {kPadding, y, width, height};
        y += height;
    }
    y += 6;
}

void placeProblem(CardGeometry& geometry, const CardContent& content, const CardFonts& fonts, double& y) {
    if (content.problem.isEmpty())
        return;
    const double left = kPadding + kMarkSize + 6;
    const double width = kBodyWidth - left - 8;
    const double height = heightOf(content.problem, fonts.small, width);
    geometry.problem = {0, y, kBodyWidth, height + 14};
    geometry.problemMark = {kPadding - 2, y + 6, kMarkSize, kMarkSize};
    geometry.problemText = {left, y + 7, width, height};
    y += height + 14;
    if (content.fix.isEmpty())
        return;
    const double room = kBodyWidth - 2 * kPadding;
    const double button = heightOf(content.fix, fonts.small, room - 12) + 8;
    geometry.fix = {kPadding, y - 4, room, button};
    y += button + 6;
    geometry.problem.setBottom(y);
}

} // namespace

CardFonts CardFonts::of(const QFont& base) {
    CardFonts fonts{base, base, base};
    fonts.title.setPointSizeF(kCardPoints + 0.5);
    fonts.title.setWeight(QFont::DemiBold);
    fonts.body.setPointSizeF(kCardPoints - 0.5);
    fonts.small.setPointSizeF(kCardPoints - 1);
    return fonts;
}

CardGeometry CardGeometry::of(const CardContent& content, const CardFonts& fonts) {
    CardGeometry geometry;
    double y = 0;
    placeHeader(geometry, content, fonts, y);
    placePicture(geometry, content, fonts, y);
    placeRows(geometry, content, fonts, y);
    placeFigures(geometry, content, fonts, y);
    placeProblem(geometry, content, fonts, y);
    geometry.body = {0, 0, kBodyWidth, content.problem.isEmpty() ? toGrid(y) : y};
    if (!geometry.problem.isEmpty())
        geometry.problem.setBottom(geometry.body.bottom());
    for (int port = 0; port < content.inputs; ++port)
        geometry.inputs.push_back({0, kHeader / 2 + port * kPortDistance});
    geometry.outputPort = {kBodyWidth, kHeader / 2};
    return geometry;
}

} // namespace protomind
