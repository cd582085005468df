// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/function_view.h"

#include "desktop/app/data/data_picture.h"
#include "desktop/style/quantity_colours.h"

#include <QPainter>
#include <QPainterPath>

namespace protomind {

namespace {

constexpr int kCurvePoints = 121;

const SampleBatch& shownPoints(const LoadedData& data) {
    return data.part == SamplePart::KeptAside ? data.training : data.tried;
}

} // namespace

HostArray FunctionView::question() const {
    const PlaneRange range = lineRange(shownPoints(*data()));
    HostArray xs(Shape{kCurvePoints, 1});
    for (int index = 0; index < kCurvePoints; ++index)
        xs.values[static_cast<std::size_t>(index)] =
            static_cast<float>(range.reach * (2.0 * index / (kCurvePoints - 1) - 1));
    return xs;
}

QRectF FunctionView::plot() const {
    return QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin - fontMetrics().height() - 2);
}

HostArray FunctionView::valuesAt(const QPointF& point) const {
    if (!plot().contains(point))
        return {};
    const QPointF at = lineRange(shownPoints(*data())).unmap(point, plot());
    return HostArray(data()->description.sampleShape, {static_cast<float>(at.x())});
}

QString FunctionView::describe() const {
    return forPart(
        tr("The training points and the curve that the network draws through them"),
        tr("The points kept aside, the training points paler, and the curve that the network draws"),
        tr("The test points and the curve that the network draws through them"));
}

void FunctionView::paintEvent(QPaintEvent*) {
    if (!data())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double legend = painter.fontMetrics().height() + 2;
    const QRectF area = plot();
    painter.fillRect(area, palette().base());
    const PlaneRange range = lineRange(shownPoints(*data()));
    painter.setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DotLine));
    painter.drawLine(range.map(0, range.low, area), range.map(0, range.high, area));
    if (range.low < 0 && range.high > 0)
        painter.drawLine(range.map(-range.reach, 0, area), range.map(range.reach, 0, area));
    if (data()->part == SamplePart::KeptAside) {
        painter.setOpacity(kPale);
        paintLinePoints(painter, area, range, data()->training, trainingColour());
        painter.setOpacity(1);
    }
    paintLinePoints(painter, area, range, data()->tried, trainingColour());
    if (answer().values.size() == kCurvePoints) {
        QPainterPath curve;
        const HostArray xs = question();
        for (std::size_t index = 0; index < xs.values.size(); ++index) {
            const QPointF point = range.map(xs.values[index], answer().values[index], area);
            if (index == 0)
                curve.moveTo(point);
            else
                curve.lineTo(point);
        }
        painter.setClipRect(area);
        painter.setPen(QPen(validationColour(), 2.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(curve);
        painter.setClipping(false);
    }
    if (chosenValues().values.size() == 1) {
        const auto x = static_cast<double>(chosenValues().values[0]);
        painter.setPen(QPen(palette().color(QPalette::Text), 1.5, Qt::DashLine));
        painter.drawLine(range.map(x, range.low, area), range.map(x, range.high, area));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF room(kMargin, height() - kMargin - legend, width() - 2 * kMargin, legend);
    QString text = forPart(tr("blue: training points · orange: the network"),
                           tr("blue: kept aside, paler: training · orange: the network"),
                           tr("blue: test points · orange: the network"));
    if (painter.fontMetrics().horizontalAdvance(text) > room.width())
        text = forPart(tr("blue: training points"), tr("blue: kept aside"), tr("blue: test points"));
    painter.drawText(room, Qt::AlignCenter, text);
}

} // namespace protomind
