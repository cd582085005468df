// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/live/value_colours.h"
#include "engine/nn/layer_type.h"

#include <QColor>
#include <QPalette>

namespace protomind {

/// The editor's colours, all made from a palette so that light, dark and projector themes come by themselves.
struct CardColours {
    QColor canvas;
    QColor grid;
    QColor card;
    QColor border;
    QColor shadow;
    QColor text;
    QColor muted;
    QColor wire;
    QColor accent;
    QColor good;
    QColor warning;
    QColor error;
    ValueColours values;
    bool dark = false;

    [[nodiscard]] static CardColours of(const QPalette& palette);
    /// One family a category, told apart by people who see colours differently as well; readable on a card.
    [[nodiscard]] QColor category(LayerCategory category) const;
};

/// A blend: 0 gives a, 1 gives b.
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, double share);

/// The palette's heading of a category.
[[nodiscard]] QString categoryTitle(LayerCategory category);

} // namespace protomind
