// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/opened/tile_grid.h"

#include "desktop/words/shown_number.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kGap = 4;
constexpr double kFrame = 2;        ///< room for the frame of the outermost tiles
constexpr double kLargestCell = 34; ///< of lists: a cell is a number
/// Lists up to so many stand under each other, with their numbers.
constexpr int kMostReadable = 16;
constexpr QSizeF kReadableCell(72, 30);
constexpr double kLeastReadable = 18;
constexpr double kLargestTile = 240;
constexpr double kSmallestTile = 6;

} // namespace

TileGrid::TileGrid(QWidget* parent)
    : QWidget(parent)
    , m_colours(palette()) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void TileGrid::setArray(HostArray array, bool asPicture) {
    const int channels = m_tiles.channels();
    const QSize cells(m_tiles.columns(), m_tiles.rows());
    m_tiles = ArrayTiles(std::move(array));
    m_extent = m_tiles.extent();
    m_asPicture = asPicture;
    if (m_followed >= m_tiles.channels())
        m_followed = -1;
    if (m_single >= m_tiles.channels())
        m_single = -1;
    forget();
    if (channels != m_tiles.channels() || cells != QSize(m_tiles.columns(), m_tiles.rows())) {
        m_pointed.reset();
        arrange();
        updateGeometry();
    }
}

void TileGrid::setScale(ColourScale scale) {
    if (std::exchange(m_scale, scale) != scale)
        forget();
}

void TileGrid::setRange(const ValueRange& range) {
    m_range = range;
    if (m_scale == ColourScale::Given)
        forget();
}

void TileGrid::setBoosted(bool on) {
    if (std::exchange(m_boosted, on) != on)
        forget();
}

ValueRange TileGrid::rangeOf(int channel) const {
    if (m_scale == ColourScale::Given)
        return m_range;
    const ArrayTiles::Extent extent = m_scale == ColourScale::Tile ? m_tiles.extent(channel) : m_extent;
    return ValueRange::around(0, extent.low, extent.high);
}

void TileGrid::setFollowed(int channel) {
    const int followed = channel < m_tiles.channels() ? channel : -1;
    if (std::exchange(m_followed, followed) != followed)
        update();
}

void TileGrid::setSingle(int channel) {
    const int single = channel < m_tiles.channels() ? channel : -1;
    if (std::exchange(m_single, single) == single)
        return;
    arrange();
    update();
}

void TileGrid::setMark(const std::optional<QRect>& cells, bool inEveryTile) {
    m_mark = cells;
    m_markEverywhere = inEveryTile;
    update();
}

void TileGrid::forget() {
    m_images.assign(static_cast<std::size_t>(m_tiles.channels()), QImage());
    update();
}

bool TileGrid::isReadable() const {
    return m_tiles.rows() * m_tiles.columns() == 1 && m_tiles.channels() <= kMostReadable;
}

/// As many in a row as make the tiles largest.
void TileGrid::arrange() {
    if (m_tiles.isEmpty())
        return;
    m_gap = kGap;
    if (isReadable()) {
        // One below the other, and where that is too low in several columns.
        const double room = height() - 2 * kFrame + kGap;
        const double high =
            std::clamp(room / m_tiles.channels() - kGap, kLeastReadable, kReadableCell.height());
        const int down = std::max(1, static_cast<int>(room / (high + kGap)));
        m_across = (m_tiles.channels() + down - 1) / down;
        const double wide = (width() - 2 * kFrame + kGap) / m_across - kGap;
        m_tile = QSizeF(std::clamp(wide, kSmallestTile, kReadableCell.width()), high);
        return;
    }
    const double aspect = double(m_tiles.columns()) / m_tiles.rows();
    const bool cells = m_tiles.rows() * m_tiles.columns() == 1;
    const int count = m_single < 0 ? m_tiles.channels() : 1;
    double best = 0;
    // Very many move together, so that all are seen.
    for (const double gap : {kGap, 1.0, 0.0}) {
        best = 0;
        m_gap = gap;
        for (int across = 1; across <= count; ++across) {
            const int down = (count + across - 1) / across;
            const double width = (this->width() - 2 * kFrame - gap * (across - 1)) / across;
            const double height = (this->height() - 2 * kFrame - gap * (down - 1)) / down;
            const double fits = std::min(width / aspect, height);
            if (fits > best) {
                best = fits;
                m_across = across;
            }
        }
        if (best >= kSmallestTile)
            break;
    }
    const double most = cells ? kLargestCell : std::min(kLargestTile, kLargestTile / aspect);
    const double high = std::clamp(best, 1.0, most);
    m_tile = QSizeF(high * aspect, high);
}

QRectF TileGrid::tileRect(int channel) const {
    return {QPointF(kFrame + (placeOf(channel) % m_across) * (m_tile.width() + m_gap),
                    kFrame + (placeOf(channel) / m_across) * (m_tile.height() + m_gap)),
            m_tile};
}

QRectF TileGrid::cellRect(const ArrayTiles::Cell& cell) const {
    const QRectF tile = tileRect(cell.channel);
    const double width = tile.width() / m_tiles.columns();
    const double height = tile.height() / m_tiles.rows();
    return {tile.left() + cell.column * width, tile.top() + cell.row * height, width, height};
}

std::optional<ArrayTiles::Cell> TileGrid::cellAt(const QPointF& point) const {
    if (m_tiles.isEmpty() || point.x() < kFrame || point.y() < kFrame)
        return std::nullopt;
    const int column = static_cast<int>((point.x() - kFrame) / (m_tile.width() + m_gap));
    const int row = static_cast<int>((point.y() - kFrame) / (m_tile.height() + m_gap));
    const int channel = row * m_across + column + std::max(0, m_single);
    if (column >= m_across || channel >= m_tiles.channels() || !isShown(channel) ||
        !tileRect(channel).contains(point))
        return std::nullopt;
    const QPointF inside = point - tileRect(channel).topLeft();
    return ArrayTiles::Cell{
        channel,
        std::min(static_cast<int>(inside.y() / m_tile.height() * m_tiles.rows()), m_tiles.rows() - 1),
        std::min(static_cast<int>(inside.x() / m_tile.width() * m_tiles.columns()), m_tiles.columns() - 1)};
}

QSize TileGrid::sizeHint() const {
    return {240, 240};
}

QSize TileGrid::minimumSizeHint() const {
    return {40, 40};
}

void TileGrid::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_colours = ValueColours(palette());
        forget();
    }
}

void TileGrid::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void TileGrid::point(const ArrayTiles::Cell& cell) {
    if (m_pointed == cell)
        return;
    m_pointed = cell;
    update();
    emit pointed(cell.channel, cell.row, cell.column);
}

void TileGrid::mouseMoveEvent(QMouseEvent* event) {
    const auto cell = cellAt(event->position());
    if (!cell) {
        leaveEvent(event);
        return;
    }
    point(*cell);
    const float value = m_tiles.value(cell->channel, cell->row, cell->column);
    QString place;
    for (const std::int64_t at : m_tiles.coordinates(cell->channel, cell->row, cell->column))
        place += (place.isEmpty() ? QString() : QStringLiteral(", ")) + QString::number(at);
    QToolTip::showText(event->globalPosition().toPoint(),
                       QStringLiteral("[%1]  %2").arg(place, shortValue(value)), this);
}

void TileGrid::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    if (!m_pointed)
        return;
    m_pointed.reset();
    update();
    emit pointed(-1, 0, 0);
}

void TileGrid::mousePressEvent(QMouseEvent* event) {
    const auto cell = cellAt(event->position());
    if (event->button() == Qt::LeftButton && cell)
        emit chosen(cell->channel, cell->row, cell->column);
}

/// Arrows go from cell to cell, with Ctrl from tile to tile.
void TileGrid::keyPressEvent(QKeyEvent* event) {
    if (m_tiles.isEmpty())
        return;
    ArrayTiles::Cell cell = m_pointed.value_or(ArrayTiles::Cell{std::max(0, m_followed), 0, 0});
    const bool byTile = m_tiles.rows() * m_tiles.columns() == 1 || event->modifiers() == Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        byTile ? --cell.channel : --cell.column;
        break;
    case Qt::Key_Right:
        byTile ? ++cell.channel : ++cell.column;
        break;
    case Qt::Key_Up:
        byTile ? cell.channel -= m_across : --cell.row;
        break;
    case Qt::Key_Down:
        byTile ? cell.channel += m_across : ++cell.row;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit chosen(cell.channel, cell.row, cell.column);
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (cell.channel < 0 || cell.channel >= m_tiles.channels() || !isShown(cell.channel))
        return;
    cell.row = std::clamp(cell.row, 0, m_tiles.rows() - 1);
    cell.column = std::clamp(cell.column, 0, m_tiles.columns() - 1);
    point(cell);
}

const QImage& TileGrid::imageOf(int channel) {
    QImage& image = m_images[static_cast<std::size_t>(channel)];
    if (!image.isNull())
        return image;
    const std::span<const float> values = m_tiles.tile(channel);
    if (m_asPicture) {
        image = pictureOfSample(values, m_tiles.columns(), m_tiles.rows(), 1);
        return image;
    }
    const ValueRange range = rangeOf(channel);
    if (!m_boosted) {
        image = m_colours.map(values, m_tiles.columns(), m_tiles.rows(), range);
        return image;
    }
    // The root of how far a number is from zero: a hundredth is shown as a tenth.
    std::vector<float> raised(values.begin(), values.end());
    for (float& value : raised) {
        const float position = range.position(value);
        value = std::copysign(std::sqrt(std::abs(position)), position);
    }
    image = m_colours.map(raised, m_tiles.columns(), m_tiles.rows(), {0, 1});
    return image;
}

void TileGrid::paintNumber(QPainter& painter, const QRectF& tile, int channel) {
    if (tile.height() < fontMetrics().height())
        return;
    const QColor ground = imageOf(channel).pixelColor(0, 0);
    painter.setPen(ground.lightness() > 120 ? Qt::black : Qt::white);
    painter.drawText(tile, Qt::AlignCenter, shortValue(m_tiles.value(channel, 0, 0)));
}

void TileGrid::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (int channel = 0; channel < m_tiles.channels(); ++channel) {
        if (!isShown(channel))
            continue;
        const QRectF tile = tileRect(channel);
        painter.drawImage(tile, imageOf(channel));
        painter.setPen(QPen(m_colours.muted(), 0.5));
        painter.setBrush(Qt::NoBrush);
        if (channel == m_followed)
            painter.setPen(QPen(palette().color(QPalette::Highlight), 3));
        if (m_gap > 1 || channel == m_followed)
            painter.drawRect(tile);
        if (isReadable())
            paintNumber(painter, tile, channel);
        if (m_mark && (m_markEverywhere || channel == m_followed)) {
            const QRectF first = cellRect({channel, m_mark->top(), m_mark->left()});
            const QRectF last = cellRect({channel, m_mark->bottom(), m_mark->right()});
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.drawRect(first.united(last).intersected(tile.adjusted(-1, -1, 1, 1)));
        }
    }
    if (m_pointed && m_tiles.rows() * m_tiles.columns() > 1) {
        painter.setPen(QPen(m_colours.text(), 1.5));
        painter.drawRect(cellRect(*m_pointed));
    }
}

} // namespace protomind
