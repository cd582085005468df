// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/card_content.h"
#include "desktop/live/picture_layout.h"

#include <QFont>
#include <QPointF>
#include <QRectF>

#include <vector>

namespace protomind {

inline constexpr double kGrid = 8; ///< cards lie on it, and everything on a card is measured in it
inline constexpr double kPortRadius = 5;
inline constexpr double kPortReach = 14; ///< how near a pointer must come to a port

/// Cards have one size in the drawing, whatever the size of the window's type: they were put beside each
/// other. Larger type is a larger picture of them all.
inline constexpr double kBodyWidth = 184;
inline constexpr double kCardPoints = 9; ///< of their type

/// The fonts of a card, of the application's family.
struct CardFonts {
    QFont title;
    QFont body;
    QFont small;

    [[nodiscard]] static CardFonts of(const QFont& base);
};

/// Where everything on a card is, in its own coordinates: the body's top left corner is (0, 0).
struct CardGeometry {
    QRectF body;
    QRectF icon;
    QRectF title;
    QRectF subtitle;     ///< empty where there is none
    QRectF picture;      ///< what the layer gives; empty where that is not known
    PictureLayout tiles; ///< in the picture
    struct Row {
        QRectF label;
        QRectF value;
    };
    std::vector<Row> rows;
    double line = 0; ///< y of the rule above the figures; 0 where there are none
    QRectF output;
    QRectF arithmetic;
    QRectF problem; ///< the whole footer
    QRectF problemMark;
    QRectF problemText;
    QRectF fix; ///< the button; empty where there is none
    std::vector<QPointF> inputs;
    QPointF outputPort;

    [[nodiscard]] static CardGeometry of(const CardContent& content, const CardFonts& fonts);
    /// What the card covers with its ports and shadow.
    [[nodiscard]] QRectF bounds() const { return body.adjusted(-12, -12, 12, 16); }
};

} // namespace protomind
