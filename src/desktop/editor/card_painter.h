// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/card_colours.h"
#include "desktop/editor/card_geometry.h"

class QPainter;

namespace protomind {

/// How a card stands out at the moment.
struct CardState {
    enum class Target { None, Accepting, Refusing };
    enum class Active { None, Forward, Backward }; ///< at work in a step that is watched

    bool selected = false;
    bool hovered = false;
    bool outputHovered = false;
    int inputHovered = -1; ///< which port
    bool fixHovered = false;
    Target target = Target::None; ///< a wire hangs over it
    Active active = Active::None;
    bool far = false; ///< seen from afar: only what can be read then
    bool operator==(const CardState&) const = default;
};

void paintCard(QPainter& painter, const CardContent& content, const CardGeometry& geometry,
               const CardFonts& fonts, const CardColours& colours, const CardState& state);

/// A round mark with a stroke in it, as on a card with a problem.
void paintProblemMark(QPainter& painter, const QRectF& rect, Severity severity, const CardColours& colours);

} // namespace protomind
