// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/lens_pictures_view.h"

#include "desktop/lenses/lens_image.h"
#include "desktop/words/worded.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr int kGap = 8;
constexpr int kTileSide = 68;
constexpr int kLargestSide = 300;
constexpr int kLegendHeight = 8;
constexpr int kSmallestPicturesWidth = 160;
constexpr int kComparedSide = 84; ///< of pictures side by side, at least
constexpr int kTitleLines = 3;    ///< below each of those
constexpr double kPathMark = 4;   ///< the radius of what marks an end of a path

} // namespace

LensPicturesView::LensPicturesView(QWidget* parent)
    : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Pictures"));
}

void LensPicturesView::setPictures(std::vector<LensPicture> pictures, bool sideBySide) {
    m_sideBySide = sideBySide && pictures.size() > 1;
    if (pictures.size() != m_pictures.size()) {
        // What was found is more worth seeing than the sample that it was found in.
        const auto found = std::ranges::find_if(
            pictures, [](const LensPicture& picture) { return picture.colours != PictureColours::AsItIs; });
        m_chosen = pictures.empty()          ? -1
                   : found == pictures.end() ? 0
                                             : static_cast<int>(found - pictures.begin());
    }
    if (m_dragged >= static_cast<int>(pictures.size()))
        m_dragged = -1;
    m_pictures = std::move(pictures);
    renew();
}

void LensPicturesView::choose(int picture) {
    m_chosen = std::clamp(picture, 0, static_cast<int>(m_pictures.size()) - 1);
    setAccessibleDescription(worded(m_pictures[static_cast<std::size_t>(m_chosen)].title));
    renew();
}

void LensPicturesView::renew() {
    m_images.clear();
    for (const LensPicture& picture : m_pictures)
        m_images.push_back(imageOf(picture, palette()));
    m_layout = layoutAt(width());
    setVisible(!m_pictures.empty());
    updateGeometry();
    update();
}

QFont LensPicturesView::smallFont() const {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    return small;
}

LensPicturesView::Layout LensPicturesView::layoutAt(int width) const {
    Layout layout;
    if (m_pictures.empty())
        return layout;
    const double line = std::ceil(QFontMetricsF(font()).height());
    const double small = std::ceil(QFontMetricsF(smallFont()).height());
    if (m_sideBySide)
        return sideBySideAt(width);
    double y = 0;
    // The large one with its title and legend.
    const double side = std::min(kLargestSide, width);
    layout.large = QRectF(0, line + 2, side, side);
    const QRectF fits = fitted(m_chosen, layout.large);
    layout.large.setHeight(fits.height());
    y = layout.large.bottom() + kGap + kLegendHeight + 2 + small + kGap;
    if (m_pictures.size() > 1) {
        layout.columns = std::max(1, (width + kGap) / (kTileSide + kGap));
        int column = 0;
        QString group;
        for (std::size_t i = 0; i < m_pictures.size(); ++i) {
            const QString here = worded(m_pictures[i].group);
            if (i == 0 || here != group) {
                if (column > 0)
                    y += kTileSide + small + kGap;
                column = 0;
                group = here;
                if (!group.isEmpty()) {
                    layout.headings.emplace_back(QRectF(0, y, width, line), group);
                    y += line + 2;
                }
            }
            if (column == layout.columns) {
                y += kTileSide + small + kGap;
                column = 0;
            }
            layout.tiles.emplace_back(column * (kTileSide + kGap), y, kTileSide, kTileSide);
            ++column;
        }
        y += kTileSide + small;
    }
    layout.height = static_cast<int>(std::ceil(y));
    return layout;
}

LensPicturesView::Layout LensPicturesView::sideBySideAt(int width) const {
    Layout layout;
    const auto count = static_cast<int>(m_pictures.size());
    layout.columns = std::clamp((width + kGap) / (kComparedSide + kGap), 1, count);
    const int side = std::min(kLargestSide, (width - (layout.columns - 1) * kGap) / layout.columns);
    const double titles = kTitleLines * std::ceil(QFontMetricsF(smallFont()).lineSpacing());
    for (int i = 0; i < count; ++i)
        layout.tiles.emplace_back(i % layout.columns * (side + kGap),
                                  i / layout.columns * (side + titles + kGap), side, side);
    layout.height = static_cast<int>(std::ceil(layout.tiles.back().bottom() + titles)) + 1;
    return layout;
}

QRectF LensPicturesView::fitted(int picture, const QRectF& box) const {
    const Shape& shape = m_pictures[static_cast<std::size_t>(picture)].values.shape;
    if (shape.rank() < 2 || shape[0] == 0 || shape[1] == 0)
        return box;
    const double scale =
        std::min(box.width() / static_cast<double>(shape[1]), box.height() / static_cast<double>(shape[0]));
    // Pixels of one size, where there is room for more than one of the screen's.
    const double even = scale > 1 ? std::floor(scale) : scale;
    return {box.left(), box.top(), even * static_cast<double>(shape[1]),
            even * static_cast<double>(shape[0])};
}

QRectF LensPicturesView::place(int picture) const {
    if (m_layout.tiles.empty())
        return fitted(picture, m_layout.large);
    return fitted(picture, m_layout.tiles[static_cast<std::size_t>(picture)]);
}

int LensPicturesView::heightForWidth(int width) const {
    return layoutAt(width).height;
}

QSize LensPicturesView::sizeHint() const {
    return {kLargestSide, heightForWidth(std::max(width(), kSmallestPicturesWidth))};
}

QSize LensPicturesView::minimumSizeHint() const {
    return {kSmallestPicturesWidth, heightForWidth(std::max(width(), kSmallestPicturesWidth))};
}

void LensPicturesView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_layout = layoutAt(width());
    updateGeometry();
}

void LensPicturesView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        renew();
}

void LensPicturesView::paintEvent(QPaintEvent*) {
    if (m_pictures.empty())
        return;
    QPainter painter(this);
    if (m_sideBySide) {
        paintSideBySide(painter);
        return;
    }
    const auto chosen = static_cast<std::size_t>(m_chosen);
    const QFontMetricsF metrics(font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(0, 0, width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(worded(m_pictures[chosen].title), Qt::ElideRight, width()));
    const QRectF large = fitted(m_chosen, m_layout.large);
    painter.drawImage(large, m_images[chosen]);
    paintPath(painter, large, m_pictures[chosen]);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(large);
    painter.setFont(smallFont());
    const QFontMetricsF small(painter.font());
    paintLegend(painter,
                QRectF(0, m_layout.large.bottom() + kGap, std::max(large.width(), 120.0),
                       kLegendHeight + 2 + small.height()),
                m_pictures[chosen], palette());
    for (std::size_t i = 0; i < m_layout.tiles.size(); ++i) {
        const QRectF tile = fitted(static_cast<int>(i), m_layout.tiles[i]);
        painter.drawImage(tile, m_images[i]);
        const bool isChosen = i == chosen;
        painter.setPen(
            QPen(palette().color(isChosen ? QPalette::Highlight : QPalette::Mid), isChosen ? 2 : 1));
        painter.drawRect(tile);
        painter.setPen(palette().color(QPalette::Text));
        const QRectF box = m_layout.tiles[i];
        painter.drawText(QRectF(box.left(), tile.bottom() + 1, box.width(), small.height()),
                         Qt::AlignLeft | Qt::AlignTop,
                         small.elidedText(worded(m_pictures[i].title), Qt::ElideRight, box.width()));
    }
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::Text));
    for (const auto& [rect, text] : m_layout.headings)
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, rect.width()));
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void LensPicturesView::paintSideBySide(QPainter& painter) const {
    painter.setFont(smallFont());
    const double titles = kTitleLines * std::ceil(QFontMetricsF(painter.font()).lineSpacing());
    for (std::size_t i = 0; i < m_layout.tiles.size(); ++i) {
        const QRectF tile = fitted(static_cast<int>(i), m_layout.tiles[i]);
        painter.drawImage(tile, m_images[i]);
        const bool isChosen = static_cast<int>(i) == m_chosen && hasFocus();
        painter.setPen(
            QPen(palette().color(isChosen ? QPalette::Highlight : QPalette::Mid), isChosen ? 2 : 1));
        painter.drawRect(tile);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(
            QRectF(m_layout.tiles[i].left(), tile.bottom() + 2, m_layout.tiles[i].width(), titles),
            Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, worded(m_pictures[i].title));
    }
}

void LensPicturesView::paintPath(QPainter& painter, const QRectF& area, const LensPicture& picture) const {
    if (picture.path.empty())
        return;
    const double scaleX = area.width() / static_cast<double>(picture.values.shape[1]);
    const double scaleY = area.height() / static_cast<double>(picture.values.shape[0]);
    QPolygonF line;
    for (const LensPoint& point : picture.path)
        line << QPointF(area.left() + scaleX * static_cast<double>(point.x),
                        area.top() + scaleY * static_cast<double>(point.y));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Base), 4));
    painter.drawPolyline(line);
    painter.setPen(QPen(palette().color(QPalette::Text), 2));
    painter.drawPolyline(line);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawEllipse(line.front(), kPathMark, kPathMark);
    painter.setBrush(palette().color(QPalette::Text));
    painter.drawEllipse(line.back(), kPathMark, kPathMark);
    painter.restore();
}

int LensPicturesView::tileAt(QPointF position) const {
    const auto found = std::ranges::find_if(
        m_layout.tiles, [position](const QRectF& tile) { return tile.contains(position); });
    return found == m_layout.tiles.end() ? -1 : static_cast<int>(found - m_layout.tiles.begin());
}

int LensPicturesView::pickableAt(QPointF position) const {
    const int tile = tileAt(position);
    const int picture = tile >= 0 || m_sideBySide ? tile : m_chosen;
    if (picture < 0 || m_pictures[static_cast<std::size_t>(picture)].xSetting.empty())
        return -1;
    // Of many pictures only the large one is pressed at a place; its small one is chosen by that.
    const QRectF area = m_sideBySide || m_layout.tiles.empty() ? place(picture)
                        : tile >= 0                            ? QRectF()
                                                               : fitted(picture, m_layout.large);
    return area.contains(position) ? picture : -1;
}

void LensPicturesView::pick(QPointF position) {
    const QRectF area =
        m_sideBySide || m_layout.tiles.empty() ? place(m_dragged) : fitted(m_dragged, m_layout.large);
    emit placePicked(m_dragged, QPointF(std::clamp((position.x() - area.left()) / area.width(), 0.0, 1.0),
                                        std::clamp((position.y() - area.top()) / area.height(), 0.0, 1.0)));
}

void LensPicturesView::mousePressEvent(QMouseEvent* event) {
    if (const int tile = tileAt(event->position()); tile >= 0)
        choose(tile);
    m_dragged = event->button() == Qt::LeftButton ? pickableAt(event->position()) : -1;
    if (m_dragged >= 0)
        pick(event->position());
}

void LensPicturesView::mouseMoveEvent(QMouseEvent* event) {
    if (!event->buttons().testFlag(Qt::LeftButton))
        m_dragged = -1; // it was let go where this widget did not hear of it
    if (m_dragged >= 0)
        pick(event->position());
    else if (pickableAt(event->position()) >= 0)
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
}

void LensPicturesView::mouseReleaseEvent(QMouseEvent*) {
    m_dragged = -1;
}

void LensPicturesView::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Left    ? -1
                     : event->key() == Qt::Key_Right ? 1
                     : event->key() == Qt::Key_Up    ? -m_layout.columns
                     : event->key() == Qt::Key_Down  ? m_layout.columns
                                                     : 0;
    const int to = m_chosen + step;
    if (step != 0 && to >= 0 && to < static_cast<int>(m_pictures.size()))
        choose(to);
    else
        QWidget::keyPressEvent(event);
}

QString LensPicturesView::textAt(QPointF position) const {
    if (m_pictures.empty())
        return {};
    const int tile = tileAt(position);
    const int picture = tile >= 0 ? tile : m_chosen;
    if (m_sideBySide && tile < 0)
        return {};
    const QRectF rect = tile >= 0 ? place(tile) : fitted(m_chosen, m_layout.large);
    if (!rect.contains(position))
        return {};
    const LensPicture& shown = m_pictures[static_cast<std::size_t>(picture)];
    const int height = static_cast<int>(shown.values.shape[0]);
    const int width = static_cast<int>(shown.values.shape[1]);
    const int x =
        std::clamp(static_cast<int>((position.x() - rect.left()) / rect.width() * width), 0, width - 1);
    const int y =
        std::clamp(static_cast<int>((position.y() - rect.top()) / rect.height() * height), 0, height - 1);
    return tr("%1, row %2, column %3: %4")
        .arg(worded(shown.title))
        .arg(y + 1)
        .arg(x + 1)
        .arg(valueAt(shown, x, y));
}

bool LensPicturesView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), textAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace protomind
