// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/live/value_colours.h"
#include "desktop/opened/array_tiles.h"

#include <QImage>
#include <QWidget>

#include <optional>

namespace protomind {

/// Over which numbers the colours of a tile reach.
enum class ColourScale {
    Tile,  ///< its own
    Array, ///< those of all tiles beside it
    Given, ///< those that setRange() says, such as of everything on the page
};

/// The tiles of an array, as large as fit. One channel is followed, and one cell of it may be; both move with
/// the pointer or the arrow keys, and a click or Enter chooses the cell.
class TileGrid final : public QWidget {
    Q_OBJECT
public:
    explicit TileGrid(QWidget* parent = nullptr);

    /// asPicture: a grey or coloured picture, not numbers around zero.
    void setArray(HostArray array, bool asPicture = false);
    [[nodiscard]] const ArrayTiles& tiles() const { return m_tiles; }
    void setScale(ColourScale scale);
    void setRange(const ValueRange& range);
    /// Small numbers are shown as if they were larger.
    void setBoosted(bool on);
    [[nodiscard]] ValueRange rangeOf(int channel) const;

    /// -1: none.
    void setFollowed(int channel);
    [[nodiscard]] int followed() const { return m_followed; }
    /// Shows one tile alone, as large as fits; -1: all of them.
    void setSingle(int channel);
    /// Cells with a frame, in columns and rows: in the followed tile, or in every one.
    void setMark(const std::optional<QRect>& cells, bool inEveryTile = false);
    [[nodiscard]] std::optional<QRect> mark() const { return m_mark; }

    /// Where a tile is painted, and a cell of it.
    [[nodiscard]] QRectF tileRect(int channel) const;
    [[nodiscard]] QRectF cellRect(const ArrayTiles::Cell& cell) const;
    [[nodiscard]] std::optional<ArrayTiles::Cell> cellAt(const QPointF& point) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// By pointer or key; channel -1: the pointer has left.
    void pointed(int channel, int row, int column);
    void chosen(int channel, int row, int column);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    /// A list that is short enough to be read number by number.
    [[nodiscard]] bool isReadable() const;
    /// Where a tile stands among those that are shown.
    [[nodiscard]] int placeOf(int channel) const { return m_single < 0 ? channel : 0; }
    [[nodiscard]] bool isShown(int channel) const { return m_single < 0 || channel == m_single; }
    void forget();
    void point(const ArrayTiles::Cell& cell);
    [[nodiscard]] const QImage& imageOf(int channel);
    void paintNumber(QPainter& painter, const QRectF& tile, int channel);

    ArrayTiles m_tiles;
    bool m_asPicture = false;
    ColourScale m_scale = ColourScale::Array;
    ValueRange m_range;
    ArrayTiles::Extent m_extent;
    bool m_boosted = false;
    int m_followed = -1;
    std::optional<ArrayTiles::Cell> m_pointed;
    std::optional<QRect> m_mark;
    bool m_markEverywhere = false;
    int m_single = -1;
    int m_across = 1;    ///< tiles in a row
    double m_gap = 0;    ///< between two
    QSizeF m_tile{1, 1}; ///< without the gap
    ValueColours m_colours;
    std::vector<QImage> m_images; ///< one a channel; null: not made yet
};

} // namespace protomind
