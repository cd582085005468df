// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/picture_form.h"

#include <QRectF>

#include <vector>

namespace protomind {

/// How many neurons or maps of a layer a card shows.
inline constexpr int kTilesOnCard = 12;

/// Where the small pictures of a layer lie in the picture of its card: neurons one below the other while they
/// are few, so that wires can lead to each of them; else side by side.
struct PictureLayout {
    std::vector<QRectF> tiles; ///< a single one for bars and histograms
    QRectF caption;            ///< a line below: what is shown, or how many more there are; may be empty
    double height = 0;
    bool column = false; ///< one tile a row

    /// At most kTilesOnCard; line is the height of a line of text.
    [[nodiscard]] static PictureLayout of(const PictureForm& form, double width, double scale, double line);
    /// -1 where there is none.
    [[nodiscard]] int tileAt(const QPointF& point) const;
    /// Where a wire to or from a neuron ends, at the left or right of the picture: at its tile while each has
    /// a row of its own, else spread over the height.
    [[nodiscard]] QPointF anchor(int neuron, int neurons, bool right, double width) const;
};

} // namespace protomind
