// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/live/large_picture.h"

#include "desktop/style/class_mark.h"

#include <QPainter>

#include <algorithm>

namespace protomind {

namespace {

constexpr double kSide = 224;
constexpr double kLargeDiagramHeight = 130;
constexpr double kMargin = 10;
constexpr double kLegendHeight = 8;
constexpr int kBeside = 14;

bool isDiagram(PictureKind kind) {
    return kind == PictureKind::Bars || kind == PictureKind::Histogram;
}

/// The tile alone, so that no image is made of what is not shown.
LayerPicture onlyTile(const LayerPicture& picture, int tile) {
    const Shape& shape = picture.values.shape;
    const bool tiled = picture.kind == PictureKind::Plane || picture.kind == PictureKind::Maps ||
                       picture.kind == PictureKind::Curve;
    if (!tiled || tile >= shape[0])
        return picture;
    LayerPicture one = picture;
    const auto size = std::ptrdiff_t(shape.elementCount() / shape[0]);
    const auto first = picture.values.values.begin() + tile * size;
    one.values = HostArray(shape.with(0, 1), std::vector<float>(first, first + size));
    return one;
}

} // namespace

LargePicture::LargePicture(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("largePicture"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Large picture"));
    hide();
}

void LargePicture::show(const LayerPicture& picture, int tile, const QString& title, double reach) {
    const bool sized = isVisible() && picture.kind == m_picture.picture().kind;
    m_picture = CardPicture(onlyTile(picture, tile), ValueColours(palette()), 1);
    m_tile = tile;
    m_title = title;
    m_reach = reach;
    setAccessibleDescription(title);
    if (!sized)
        resize(sizeHint());
    if (!isVisible()) {
        QWidget::show();
        raise();
    }
    update();
}

void LargePicture::place(const QRect& beside) {
    const QRect room = parentWidget()->rect();
    int x = beside.right() + kBeside;
    if (x + width() > room.right())
        x = beside.left() - kBeside - width();
    if (x < 0)
        x = qMax(0, room.right() - width());
    const int y = qBound(0, beside.center().y() - height() / 2, qMax(0, room.bottom() - height()));
    move(x, y);
}

void LargePicture::setPoints(std::vector<PlanePoint> points) {
    m_points = std::move(points);
    update();
}

QSize LargePicture::sizeHint() const {
    const double line = fontMetrics().height();
    const double below = axisHeight() + (isDiagram(m_picture.picture().kind) ? 0 : kLegendHeight + line + 6);
    return QSizeF(kSide + 2 * kMargin, pictureRect().bottom() + 4 + below + kMargin).toSize();
}

/// In large type the words go on in a second line.
double LargePicture::axisHeight() const {
    const bool wraps = !isDiagram(m_picture.picture().kind);
    const double line = fontMetrics().height();
    return wraps ? std::max(line, QFontMetricsF(font())
                                      .boundingRect(QRectF(0, 0, kSide, 1000), Qt::TextWordWrap, axisText())
                                      .height())
                 : line;
}

QRectF LargePicture::pictureRect() const {
    const double top = kMargin + fontMetrics().height() + 4;
    double width = kSide;
    double height = kSide;
    const Shape& shape = m_picture.picture().values.shape;
    if (isDiagram(m_picture.picture().kind)) {
        height = kLargeDiagramHeight;
    } else if (shape.rank() == 3 && m_picture.picture().kind != PictureKind::Plane) {
        const bool sample = m_picture.picture().kind == PictureKind::Image;
        const double tall = double(shape[sample ? 0 : 1]);
        const double wide = double(shape[sample ? 1 : 2]);
        (tall > wide ? width : height) *= std::min(tall, wide) / std::max(tall, wide);
    }
    return {kMargin + (kSide - width) / 2, top, width, height};
}

void LargePicture::paintEvent(QPaintEvent*) {
    const ValueColours colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(palette().color(QPalette::Window));
    QColor border = colours.text();
    border.setAlpha(110);
    painter.setPen(QPen(border, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const QRectF picture = pictureRect();
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(kMargin, kMargin - 2, kSide, fontMetrics().height() + 2), Qt::AlignCenter,
                     QFontMetricsF(bold).elidedText(m_title, Qt::ElideMiddle, kSide));
    painter.setFont(font());

    const PictureKind kind = m_picture.picture().kind;
    // A plane is smooth in truth; the numbers of a map are what they are.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, kind == PictureKind::Plane);
    m_picture.paintTile(painter, 0, picture, colours);
    if (kind == PictureKind::Plane)
        paintPoints(painter, picture);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(border, 1));
    painter.drawRect(picture);

    const double line = fontMetrics().height();
    const QRectF below(kMargin, picture.bottom() + 4, kSide, axisHeight());
    if (isDiagram(kind)) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(below, Qt::AlignLeft, shortValue(m_picture.picture().low));
        painter.drawText(below, Qt::AlignRight, shortValue(m_picture.picture().high));
        painter.drawText(below, Qt::AlignHCenter, axisText());
        return;
    }
    painter.setPen(colours.muted());
    painter.drawText(below, Qt::AlignHCenter | Qt::TextWordWrap, axisText());
    if (kind != PictureKind::Image)
        paintLegend(painter, QRectF(kMargin, below.bottom() + 2, kSide, kLegendHeight + line + 2), colours);
}

void LargePicture::paintPoints(QPainter& painter, const QRectF& rect) const {
    painter.setClipRect(rect);
    for (const PlanePoint& point : m_points) {
        const QPointF at(rect.center().x() + double(point.x) / m_reach * rect.width() / 2,
                         rect.center().y() - double(point.y) / m_reach * rect.height() / 2);
        paintClassMark(painter, at, 2.6, point.classIndex, palette());
    }
    painter.setClipping(false);
}

void LargePicture::paintLegend(QPainter& painter, const QRectF& rect, const ValueColours& colours) const {
    const ValueRange range = m_picture.range();
    const int width = int(rect.width());
    for (int x = 0; x < width; ++x)
        painter.fillRect(QRectF(rect.left() + x, rect.top(), 1.2, kLegendHeight),
                         QColor::fromRgb(colours.at(2.0f * float(x) / float(width - 1) - 1)));
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF text = rect.adjusted(0, kLegendHeight, 0, 2);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom, shortValue(double(range.neutral - range.reach)));
    painter.drawText(text, Qt::AlignHCenter | Qt::AlignBottom, shortValue(double(range.neutral)));
    painter.drawText(text, Qt::AlignRight | Qt::AlignBottom, shortValue(double(range.neutral + range.reach)));
}

QString LargePicture::axisText() const {
    switch (m_picture.picture().kind) {
    case PictureKind::Plane:
        return m_points.empty() ? tr("what it gives at every place of the plane")
                                : tr("what it gives at every place, with the data");
    case PictureKind::Curve:
        return tr("what it gives, from left to right");
    case PictureKind::Maps:
        return tr("what it makes of the sample");
    case PictureKind::Image:
        return tr("the sample that is looked at");
    case PictureKind::Bars:
        return tr("one bar a neuron");
    case PictureKind::Histogram:
        return tr("how often which values");
    }
    return {};
}

} // namespace protomind
