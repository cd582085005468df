// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/live/picture_layout.h"
#include "desktop/live/value_colours.h"

#include <QCoreApplication>
#include <QFont>

class QPainter;

namespace protomind {

/// What a layer gave, ready to be painted: numbers turned into images once for as often as they are shown.
class CardPicture {
    Q_DECLARE_TR_FUNCTIONS(protomind::CardPicture)

public:
    CardPicture() = default;
    /// At most so many tiles are made.
    CardPicture(const LayerPicture& picture, const ValueColours& colours, int tiles = kTilesOnCard);

    [[nodiscard]] bool isEmpty() const { return m_picture.values.values.empty(); }
    [[nodiscard]] const LayerPicture& picture() const { return m_picture; }
    [[nodiscard]] int tiles() const;
    [[nodiscard]] ValueRange range() const;

    /// One neuron or map (or the bars, or the histogram) in a rectangle.
    void paintTile(QPainter& painter, int tile, const QRectF& rect, const ValueColours& colours) const;
    /// All of them, with the line below. Where there is nothing yet, empty frames.
    static void paint(QPainter& painter, const CardPicture& picture, const PictureForm& form,
                      const PictureLayout& layout, const QFont& font, const ValueColours& colours);

private:
    void paintCurve(QPainter& painter, int tile, const QRectF& rect, const ValueColours& colours) const;
    void paintBars(QPainter& painter, const QRectF& rect, const ValueColours& colours) const;
    void paintHistogram(QPainter& painter, const QRectF& rect, const ValueColours& colours) const;
    [[nodiscard]] QString caption(const PictureForm& form) const;

    LayerPicture m_picture;
    std::vector<QImage> m_images;
};

} // namespace protomind
