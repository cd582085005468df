// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/lens_plane_canvas.h"

#include "desktop/lenses/plane_marks.h"
#include "desktop/live/value_colours.h"
#include "desktop/style/painter_state.h"
#include "desktop/words/worded.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kLargestPlane = 440;
constexpr double kSmallestPlane = 60;
constexpr int kSmallestPlaneWidth = 180;
/// Where the height decides.
constexpr int kSmallestFitted = 90;
constexpr int kPlaneHintWidth = 340;
/// Of width and height in units, beyond which units are of two lengths; and the share of height then.
constexpr double kLongestSquare = 2.5;
constexpr double kFreeShare = 0.75;
constexpr double kBarHeight = 8;
constexpr double kPlaneGap = 6;
constexpr int kBarColours = 256;
/// How much of its colour a map keeps under marks, which must stand out of it.
constexpr double kUnderMarks = 0.6;

double heightOf(const QString& text, const QFont& font, double width) {
    return text.isEmpty() ? 0
                          : std::ceil(QFontMetricsF(font)
                                          .boundingRect(QRectF(0, 0, width, 1e4), Qt::TextWordWrap, text)
                                          .height());
}

/// "0: made"
QString endOfBar(float number, const Sentence& title) {
    const QString value = shortValue(static_cast<double>(number));
    return title.empty() ? value : QStringLiteral("%1: %2").arg(value, worded(title));
}

ValueRange rangeOfMap(const LensPlane& plane) {
    return {(plane.mapLow + plane.mapHigh) / 2, std::max((plane.mapHigh - plane.mapLow) / 2, 1e-30f)};
}

} // namespace

LensPlaneCanvas::LensPlaneCanvas(QWidget* parent)
    : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMouseTracking(true);
}

void LensPlaneCanvas::setPlane(LensPlane plane, std::set<std::string> hidden) {
    const Layout before = layoutNow();
    m_plane = std::move(plane);
    m_hidden = std::move(hidden);
    setAccessibleName(worded(m_plane.title));
    setAccessibleDescription(hasMap() ? tr("%1, in colours from %2 to %3")
                                            .arg(worded(m_plane.mapTitle),
                                                 endOfBar(m_plane.mapLow, m_plane.lowTitle),
                                                 endOfBar(m_plane.mapHigh, m_plane.highTitle))
                                      : QString());
    renewMap();
    if (layoutNow().height != before.height)
        updateGeometry();
    update();
}

void LensPlaneCanvas::setHidden(std::set<std::string> hidden) {
    m_hidden = std::move(hidden);
    update();
}

bool LensPlaneCanvas::hasMap() const {
    const Shape& shape = m_plane.map.shape;
    return shape.rank() == 2 && shape[0] > 0 && shape[1] > 0;
}

void LensPlaneCanvas::renewMap() {
    m_map = m_ramp = QImage();
    if (!hasMap())
        return;
    const ValueColours colours(palette());
    m_map = colours.map(m_plane.map.values, static_cast<int>(m_plane.map.shape[1]),
                        static_cast<int>(m_plane.map.shape[0]), rangeOfMap(m_plane));
    std::vector<float> ramp(kBarColours);
    for (std::size_t i = 0; i < ramp.size(); ++i)
        ramp[i] = static_cast<float>(i) / (kBarColours - 1) * 2 - 1;
    m_ramp = colours.map(ramp, kBarColours, 1, {});
}

QFont LensPlaneCanvas::smallFont() const {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    return small;
}

PlotRange LensPlaneCanvas::range() const {
    PlotRange range{.left = static_cast<double>(m_plane.left),
                    .right = static_cast<double>(m_plane.right),
                    .low = static_cast<double>(m_plane.bottom),
                    .high = static_cast<double>(m_plane.top)};
    if (!(range.width() > 0))
        range.right = range.left + 1;
    if (!(range.height() > 0))
        range.high = range.low + 1;
    return range;
}

LensPlaneCanvas::Layout LensPlaneCanvas::layoutAt(int width) const {
    Layout layout;
    const QFontMetricsF metrics(font());
    const QMarginsF room = PlotAxes::room(metrics);
    layout.title = QRectF(0, 0, width, heightOf(worded(m_plane.title), font(), width));
    const double ratio = range().width() / range().height();
    const bool isSquare = ratio <= kLongestSquare && ratio >= 1 / kLongestSquare;
    const double share = isSquare ? 1 / ratio : kFreeShare;
    const double wide = std::clamp(width - room.left() - room.right(), kSmallestPlane,
                                   std::min(kLargestPlane, kLargestPlane / share));
    layout.area = QRectF(room.left(), layout.title.bottom() + room.top() + 2, std::floor(wide),
                         std::floor(wide * share));
    double y = layout.area.bottom() + room.bottom();
    if (hasMap()) {
        const QFontMetricsF small(smallFont());
        const double beside = std::max(kSmallestPlane, width - room.left());
        layout.mapTitle = QRectF(room.left(), y + kPlaneGap, beside,
                                 heightOf(worded(m_plane.mapTitle), smallFont(), beside));
        layout.bar = QRectF(room.left(), layout.mapTitle.bottom() + 2, layout.area.width(), kBarHeight);
        y = layout.bar.bottom() + 2 + small.height();
    }
    layout.height = static_cast<int>(std::ceil(y)) + 1;
    return layout;
}

LensPlaneCanvas::Layout LensPlaneCanvas::layoutNow() const {
    int fits = width();
    if (m_fitting && layoutAt(fits).height > height()) {
        int least = kSmallestFitted;
        while (fits - least > 1) {
            const int middle = (least + fits) / 2;
            (layoutAt(middle).height > height() ? fits : least) = middle;
        }
        fits = least;
    }
    return layoutAt(fits);
}

void LensPlaneCanvas::setFitting(bool fitting) {
    m_fitting = fitting;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    updateGeometry();
}

PlotAxes LensPlaneCanvas::axes() const {
    return PlotAxes(range(), layoutNow().area);
}

QRectF LensPlaneCanvas::bar() const {
    return layoutNow().bar;
}

int LensPlaneCanvas::heightForWidth(int width) const {
    return layoutAt(width).height;
}

QSize LensPlaneCanvas::sizeHint() const {
    return {kPlaneHintWidth, heightForWidth(std::max(width(), kSmallestPlaneWidth))};
}

QSize LensPlaneCanvas::minimumSizeHint() const {
    if (m_fitting)
        return {kSmallestFitted, kSmallestFitted};
    return {kSmallestPlaneWidth, heightForWidth(std::max(width(), kSmallestPlaneWidth))};
}

int LensPlaneCanvas::widestUseful() const {
    const QMarginsF room = PlotAxes::room(QFontMetricsF(font()));
    return static_cast<int>(std::ceil(kLargestPlane + room.left() + room.right()));
}

void LensPlaneCanvas::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    updateGeometry();
}

void LensPlaneCanvas::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        renewMap();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    update();
}

void LensPlaneCanvas::paintMap(QPainter& painter, const QRectF& area, const QImage& image) const {
    const PainterState state(painter);
    painter.fillRect(area, ValueColours(palette()).ground());
    if (image.isNull())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setOpacity(m_plane.layers.empty() ? 1 : kUnderMarks);
    painter.drawImage(area, image);
}

void LensPlaneCanvas::paintBar(QPainter& painter, const Layout& layout) const {
    painter.setFont(smallFont());
    const QFontMetricsF metrics(painter.font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(layout.mapTitle, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     worded(m_plane.mapTitle));
    paintMap(painter, layout.bar, m_ramp);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(layout.bar);
    const QString low = endOfBar(m_plane.mapLow, m_plane.lowTitle);
    const QString high = endOfBar(m_plane.mapHigh, m_plane.highTitle);
    const QString middle = shortValue(static_cast<double>(rangeOfMap(m_plane).neutral));
    const QRectF text(layout.bar.left(), layout.bar.bottom() + 2, layout.bar.width(), metrics.height());
    const double half = (text.width() - metrics.horizontalAdvance(middle)) / 2 - kPlaneGap;
    const double lowWidth = metrics.horizontalAdvance(low);
    const double highWidth = metrics.horizontalAdvance(high);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop,
                     metrics.elidedText(low, Qt::ElideRight, text.width() / 2));
    painter.drawText(text, Qt::AlignRight | Qt::AlignTop,
                     metrics.elidedText(high, Qt::ElideRight, text.width() / 2 - kPlaneGap));
    if (std::max(lowWidth, highWidth) < half)
        painter.drawText(text, Qt::AlignHCenter | Qt::AlignTop, middle);
}

void LensPlaneCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Layout layout = layoutNow();
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(layout.title, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, worded(m_plane.title));
    const PlotAxes axes(range(), layout.area);
    paintMap(painter, layout.area, m_map);
    axes.paintGrid(painter, palette());
    for (const PlaneLayer& layer : m_plane.layers) {
        if (!m_hidden.contains(layer.name))
            paintPlaneLayer(painter, axes, layer, palette());
    }
    painter.setRenderHint(QPainter::Antialiasing);
    axes.paintFrame(painter, palette(), worded(m_plane.xLabel), worded(m_plane.yLabel));
    if (hasMap())
        paintBar(painter, layout);
}

QString LensPlaneCanvas::textAt(QPointF position) const {
    const PlotAxes axes = this->axes();
    if (!axes.area().contains(position))
        return {};
    const QPointF value = axes.value(position);
    const auto named = [](const Sentence& label, const QString& otherwise, double number) {
        return QStringLiteral("%1: %2").arg(label.empty() ? otherwise : worded(label), shortValue(number));
    };
    QString text = named(m_plane.xLabel, QStringLiteral("x"), value.x()) + QStringLiteral(", ") +
                   named(m_plane.yLabel, QStringLiteral("y"), value.y());
    if (!hasMap())
        return text;
    const auto cell = [](double share, std::int64_t count) {
        return std::clamp(static_cast<std::int64_t>(share * static_cast<double>(count)), std::int64_t{0},
                          count - 1);
    };
    const std::int64_t columns = m_plane.map.shape[1];
    const std::int64_t column = cell((position.x() - axes.area().left()) / axes.area().width(), columns);
    const std::int64_t row =
        cell((position.y() - axes.area().top()) / axes.area().height(), m_plane.map.shape[0]);
    const float number = m_plane.map.values[static_cast<std::size_t>(row * columns + column)];
    return text +
           QStringLiteral("\n%1: %2").arg(worded(m_plane.mapTitle), shortValue(static_cast<double>(number)));
}

bool LensPlaneCanvas::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), textAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace protomind
