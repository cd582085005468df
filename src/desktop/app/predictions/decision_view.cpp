// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/decision_view.h"

#include "desktop/style/class_mark.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kMapSide = 40;
/// So near to a point is on it.
constexpr double kReach = 7;

} // namespace

HostArray DecisionView::question() const {
    return decisionGrid(range(), kMapSide);
}

PlaneRange DecisionView::range() const {
    return planeRange(data()->training.samples);
}

QRectF DecisionView::square() const {
    const double legend = fontMetrics().height() + 4;
    const double side = std::min(width() - 2 * kMargin, height() - 2 * kMargin - legend);
    return {(width() - side) / 2, kMargin, side, side};
}

std::int64_t DecisionView::sampleAt(const QPointF& point) const {
    const PlaneRange shown = range();
    std::int64_t nearest = -1;
    double least = kReach;
    for (std::int64_t index = 0; index < triedCount(); ++index) {
        const auto sample = data()->tried.sample(index);
        const double distance = QLineF(point, shown.map(sample[0], sample[1], square())).length();
        if (distance < least) {
            least = distance;
            nearest = index;
        }
    }
    return nearest;
}

HostArray DecisionView::valuesAt(const QPointF& point) const {
    if (!square().contains(point))
        return {};
    const QPointF at = range().unmap(point, square());
    return HostArray(data()->description.sampleShape,
                     {static_cast<float>(at.x()), static_cast<float>(at.y())});
}

QString DecisionView::describe() const {
    return tr("The plane of the two features, coloured by the class that the network decides for, with %1")
        .arg(forPart(tr("the training points"), tr("the points kept aside, the training points paler"),
                     tr("the test points")));
}

void DecisionView::refresh() {
    m_map = data() ? decisionMap(answer(), reading(), kMapSide, static_cast<int>(data()->outputs()),
                                 palette().color(QPalette::Base))
                   : QImage();
    m_centres = m_map.isNull()
                    ? std::vector<std::optional<QPointF>>()
                    : regionCentres(answer(), reading(), kMapSide, static_cast<int>(data()->outputs()));
}

void DecisionView::changeEvent(QEvent* event) {
    PredictionView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void DecisionView::paintEvent(QPaintEvent*) {
    if (!data())
        return;
    QPainter painter(this);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    const double legend = painter.fontMetrics().height() + 4;
    const QRectF square = this->square();
    if (square.width() < 20)
        return;
    if (m_map.isNull())
        painter.fillRect(square, palette().base());
    else
        painter.drawImage(square, m_map);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(square);
    const PlaneRange range = this->range();
    if (data()->part == SamplePart::KeptAside) {
        painter.setOpacity(kPale);
        paintPlanePoints(painter, square, range, data()->training, palette());
        painter.setOpacity(1);
    }
    paintPlanePoints(painter, square, range, data()->tried, palette());
    paintNames(painter, square);
    if (chosenValues().values.size() == 2) {
        painter.setPen(QPen(palette().color(QPalette::Text), 2));
        painter.setBrush(Qt::NoBrush);
        const auto& at = chosenValues().values;
        painter.drawEllipse(range.map(static_cast<double>(at[0]), static_cast<double>(at[1]), square), kReach,
                            kReach);
    }
    paintLegend(painter, QRectF(kMargin, square.bottom() + 4, width() - 2 * kMargin, legend - 4));
}

/// What is decided where, for eyes that can't tell the grounds apart.
void DecisionView::paintNames(QPainter& painter, const QRectF& square) const {
    QColor ground = palette().color(QPalette::Base);
    ground.setAlpha(200);
    for (std::size_t index = 0; index < m_centres.size(); ++index) {
        if (!m_centres[index])
            continue;
        const QPointF centre = square.topLeft() + *m_centres[index] * (square.width() / kMapSide);
        const QString name = painter.fontMetrics().elidedText(
            data()->className(static_cast<int>(index)), Qt::ElideRight, static_cast<int>(square.width() / 4));
        QRectF box(QPointF(), QSizeF(painter.fontMetrics().horizontalAdvance(name) + 8.0,
                                     painter.fontMetrics().height()));
        box.moveCenter(centre);
        box.moveLeft(std::clamp(box.left(), square.left(), square.right() - box.width()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(box, 4, 4);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(box, Qt::AlignCenter, name);
    }
}

void DecisionView::paintLegend(QPainter& painter, const QRectF& area) const {
    QString text = forPart(tr("training points and the network's decision:"),
                           tr("points kept aside (training points paler) and the network's decision:"),
                           tr("test points and the network's decision:"));
    const double swatch = area.height() * 0.6;
    double width = 0;
    for (const std::string& name : data()->description.classNames)
        width += swatch + 8 + painter.fontMetrics().horizontalAdvance(QString::fromStdString(name)) + 8;
    const auto fits = [&] {
        return painter.fontMetrics().horizontalAdvance(text) + 10 + width <= area.width();
    };
    if (!fits())
        text = forPart(tr("training points:"), tr("kept aside:"), tr("test points:"));
    if (!fits())
        text.clear();
    const double textWidth = text.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(text) + 10;
    double x = std::max(area.left(), area.center().x() - (width + textWidth) / 2);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QPointF(x, area.top() + painter.fontMetrics().ascent()), text);
    x += textWidth;
    for (std::size_t index = 0; index < data()->description.classNames.size(); ++index) {
        const QString name = QString::fromStdString(data()->description.classNames[index]);
        paintClassMark(painter, QPointF(x + swatch / 2, area.center().y()), swatch / 2.4,
                       static_cast<int>(index), palette());
        painter.setPen(palette().color(QPalette::WindowText));
        x += swatch + 4;
        painter.drawText(QPointF(x, area.top() + painter.fontMetrics().ascent()), name);
        x += painter.fontMetrics().horizontalAdvance(name) + 12;
    }
}

} // namespace protomind
