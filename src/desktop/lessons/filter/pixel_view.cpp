// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/filter/pixel_view.h"

#include "desktop/lessons/line_fit/scene_colours.h"
#include "desktop/words/shown_number.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kMostGrey = 255;
constexpr double kFrameWidth = 2;
/// So that a frame at the rim is seen whole.
constexpr double kMargin = 3;
/// Smaller squares have no room for a number.
constexpr double kNumberSide = 22;

QString wholeText(double number) {
    QString text = shownNumber(std::round(number) + 0.0);
    return text.replace(QLatin1Char('-'), QStringLiteral("−"));
}

/// What is hidden: neither black nor white, and nobody takes it for a number.
void paintUnknown(QPainter& painter, const QRectF& area, const QPalette& palette) {
    painter.fillRect(area, palette.color(QPalette::Window));
    painter.fillRect(area, QBrush(palette.color(QPalette::Mid), Qt::Dense6Pattern));
}

} // namespace

int greyOf(double number, GreyScale scale) {
    const double grey = scale == GreyScale::Clipped ? number : (number + kMostGrey) / 2;
    return static_cast<int>(std::lround(std::clamp(grey, 0.0, kMostGrey)));
}

PixelView::PixelView(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PixelView::setNumbers(std::vector<double> numbers, int height, int width) {
    m_numbers = std::move(numbers);
    m_height = height;
    m_width = width;
    setScale(m_scale);
}

void PixelView::setScale(GreyScale scale) {
    m_scale = scale;
    m_image = QImage(std::max(1, m_width), std::max(1, m_height), QImage::Format_ARGB32);
    m_image.fill(Qt::transparent);
    for (int row = 0; row < m_height; ++row)
        for (int column = 0; column < m_width; ++column) {
            const double number = m_numbers[static_cast<std::size_t>(row * m_width + column)];
            if (std::isnan(number))
                continue;
            const int grey = greyOf(number, scale);
            m_image.setPixel(column, row, qRgb(grey, grey, grey));
        }
    update();
}

void PixelView::setBorder(int before, int after) {
    m_before = before;
    m_after = after;
    update();
}

void PixelView::setFramed(std::vector<QPoint> squares) {
    m_framed = std::move(squares);
    update();
}

void PixelView::setDrawing(bool on) {
    m_draws = on;
    setCursor(on ? Qt::PointingHandCursor : Qt::CrossCursor);
}

QSize PixelView::sizeHint() const {
    return {360, 360};
}

QSize PixelView::minimumSizeHint() const {
    return {140, 140};
}

double PixelView::side() const {
    const int across = std::max(1, m_width + m_before + m_after);
    const int down = std::max(1, m_height + m_before + m_after);
    const double side = std::min((width() - 2 * kMargin) / across, (height() - 2 * kMargin) / down);
    // Whole pixels of the screen where there is room: squares are all of the same size then.
    return side >= 2 ? std::floor(side) : std::max(side, 0.1);
}

QPointF PixelView::origin() const {
    const double one = side();
    return {std::floor((width() - one * (m_width + m_before + m_after)) / 2) + one * m_before,
            kMargin + one * m_before};
}

QRectF PixelView::squareAt(int row, int column) const {
    const double one = side();
    return {origin() + QPointF(column * one, row * one), QSizeF(one, one)};
}

QPointF PixelView::middleOf(int row, int column) const {
    return squareAt(row, column).center();
}

void PixelView::paintBorder(QPainter& painter) const {
    if (m_before == 0 && m_after == 0)
        return;
    const QRectF whole(squareAt(-m_before, -m_before).topLeft(),
                       squareAt(m_height + m_after - 1, m_width + m_after - 1).bottomRight());
    painter.fillRect(whole, Qt::black);
    painter.fillRect(whole, QBrush(QColor(120, 120, 120), Qt::BDiagPattern));
}

void PixelView::paintNumbers(QPainter& painter) const {
    const double one = side();
    if (one < kNumberSide)
        return;
    QFont small = font();
    small.setPixelSize(std::clamp(static_cast<int>(one * 0.36), 8, font().pixelSize() > 0 ? 40 : 16));
    painter.setFont(small);
    for (int row = 0; row < m_height; ++row)
        for (int column = 0; column < m_width; ++column) {
            const double number = m_numbers[static_cast<std::size_t>(row * m_width + column)];
            if (std::isnan(number))
                continue;
            painter.setPen(greyOf(number, m_scale) < 128 ? Qt::white : Qt::black);
            painter.drawText(squareAt(row, column), Qt::AlignCenter, wholeText(number));
        }
}

void PixelView::paintFrames(QPainter& painter) const {
    if (m_framed.empty())
        return;
    QPainterPath all;
    QRectF bounds;
    for (const QPoint& square : m_framed) {
        bounds |= squareAt(square.y(), square.x());
        all.addRect(squareAt(square.y(), square.x()));
    }
    // Squares that touch are one frame; apart, each has its own.
    const double one = side();
    const bool apart =
        bounds.width() * bounds.height() > 1.5 * one * one * static_cast<double>(m_framed.size());
    if (apart)
        strokeOnAnyGround(painter, all, kFrameWidth * 0.75);
    QPainterPath around;
    around.addRect(bounds);
    strokeOnAnyGround(painter, around, hasFocus() ? kFrameWidth * 1.5 : kFrameWidth);
}

void PixelView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (m_height == 0 || m_width == 0)
        return;
    paintBorder(painter);
    const QRectF area(squareAt(0, 0).topLeft(), squareAt(m_height - 1, m_width - 1).bottomRight());
    paintUnknown(painter, area, palette());
    painter.drawImage(area, m_image);
    paintNumbers(painter);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrames(painter);
}

void PixelView::pointAt(QMouseEvent* event) {
    if (m_height == 0 || m_width == 0)
        return;
    const QPointF at = (event->position() - origin()) / side();
    const int row = std::clamp(static_cast<int>(std::floor(at.y())), -m_before, m_height + m_after - 1);
    const int column = std::clamp(static_cast<int>(std::floor(at.x())), -m_before, m_width + m_after - 1);
    if (!m_draws)
        emit pointed(row, column);
    else if (row >= 0 && row < m_height && column >= 0 && column < m_width)
        emit drawn(row, column, event->buttons().testFlag(Qt::LeftButton));
}

void PixelView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton || (m_draws && event->button() == Qt::RightButton))
        pointAt(event);
}

void PixelView::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton) || (m_draws && event->buttons().testFlag(Qt::RightButton)))
        pointAt(event);
}

void PixelView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return emit stepped(0, -1);
    case Qt::Key_Right:
        return emit stepped(0, 1);
    case Qt::Key_Up:
        return emit stepped(-1, 0);
    case Qt::Key_Down:
        return emit stepped(1, 0);
    default:
        QWidget::keyPressEvent(event);
    }
}

void PixelView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void PixelView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void PixelView::dragEnterEvent(QDragEnterEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void PixelView::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    emit dropped(event->mimeData()->urls().front().toLocalFile());
}

} // namespace protomind
