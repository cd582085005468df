// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/prediction_view.h"

#include "desktop/app/data/data_picture.h"
#include "desktop/style/class_mark.h"
#include "desktop/style/quantity_colours.h"
#include "desktop/words/shown_number.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kMapSide = 40;
constexpr int kCurvePoints = 121;
constexpr double kMargin = 6;
/// Opacity of points that are learned from, beside those kept aside.
constexpr double kPale = 0.35;

QString shortNumber(float value) {
    return shownNumber(static_cast<double>(value), 'g', 3);
}

const SampleBatch& shownPoints(const LoadedData& data) {
    return data.part == SamplePart::KeptAside ? data.training : data.tried;
}

} // namespace

QString PredictionView::forPart(const QString& training, const QString& keptAside,
                                const QString& test) const {
    switch (m_data ? m_data->part : SamplePart::Test) {
    case SamplePart::Training:
        return training;
    case SamplePart::KeptAside:
        return keptAside;
    case SamplePart::Test:
        break;
    }
    return test;
}

void PredictionView::setData(LoadedDataPtr loaded) {
    m_data = std::move(loaded);
    m_answer = {};
    refresh();
    update();
}

void PredictionView::setAnswer(HostArray answer, const OutputReading& reading) {
    m_answer = std::move(answer);
    m_reading = reading;
    refresh();
    setAccessibleDescription(describe());
    update();
}

std::span<const float> PredictionView::answerFor(std::int64_t index) const {
    if (m_answer.shape.rank() == 0 || index >= m_answer.shape[0])
        return {};
    const std::size_t width = m_answer.values.size() / static_cast<std::size_t>(m_answer.shape[0]);
    return std::span(m_answer.values).subspan(static_cast<std::size_t>(index) * width, width);
}

/// What an output is, and of which class: a single one speaks for the second of two.
QString PredictionView::outputHead(std::size_t output, std::size_t outputs) const {
    if (m_reading.meaning == OutputMeaning::Values)
        return QStringLiteral("output %1").arg(output + 1);
    const QString name = m_data->className(static_cast<int>(outputs == 1 ? 1 : output));
    QString head = (m_reading.meaning == OutputMeaning::Probabilities ? QStringLiteral("probability ")
                                                                      : QStringLiteral("score ")) +
                   name;
    if (head.contains(QLatin1Char(',')) || head.contains(QLatin1Char('"')))
        head = QLatin1Char('"') + head.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return head;
}

QString PredictionView::csv() const {
    if (!m_data || m_answer.shape.rank() == 0)
        return {};
    constexpr std::int64_t kFewNumbers = 8;
    const HostArray asked = question();
    const std::int64_t inputs = m_data->description.sampleShape.elementCount();
    const bool known = asksAboutTried();
    QStringList head;
    if (inputs <= kFewNumbers)
        for (std::int64_t input = 0; input < inputs; ++input)
            head << QStringLiteral("input %1").arg(input + 1);
    else
        head << QStringLiteral("sample");
    if (known)
        head << QStringLiteral("target");
    const std::size_t outputs = answerFor(0).size();
    for (std::size_t output = 0; output < outputs; ++output)
        head << outputHead(output, outputs);
    QString text = head.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (std::int64_t row = 0; row < std::min(asked.shape[0], m_answer.shape[0]); ++row) {
        QStringList line;
        if (inputs <= kFewNumbers)
            for (std::int64_t input = 0; input < inputs; ++input)
                line << QString::number(asked.values[static_cast<std::size_t>(row * inputs + input)], 'g', 9);
        else
            line << QString::number(row + 1);
        if (known)
            line << QString::number(m_data->tried.target(row)[0], 'g', 9);
        for (const float output : answerFor(row))
            line << QString::number(output, 'g', 9);
        text += line.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return text;
}

// Two features ------------------------------------------------------------------------------------------

HostArray DecisionView::question() const {
    return decisionGrid(planeRange(data()->training.samples), kMapSide);
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
    const double side = std::min(width() - 2 * kMargin, height() - 2 * kMargin - legend);
    if (side < 20)
        return;
    const QRectF square((width() - side) / 2, kMargin, side, side);
    if (m_map.isNull())
        painter.fillRect(square, palette().base());
    else
        painter.drawImage(square, m_map);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(square);
    const PlaneRange range = planeRange(data()->training.samples);
    if (data()->part == SamplePart::KeptAside) {
        painter.setOpacity(kPale);
        paintPlanePoints(painter, square, range, data()->training, palette());
        painter.setOpacity(1);
    }
    paintPlanePoints(painter, square, range, data()->tried, palette());
    paintNames(painter, square);
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

// One number in, one out --------------------------------------------------------------------------------

HostArray FunctionView::question() const {
    const PlaneRange range = lineRange(shownPoints(*data()));
    HostArray xs(Shape{kCurvePoints, 1});
    for (int index = 0; index < kCurvePoints; ++index)
        xs.values[static_cast<std::size_t>(index)] =
            static_cast<float>(range.reach * (2.0 * index / (kCurvePoints - 1) - 1));
    return xs;
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
    const QRectF area = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin - legend);
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
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF room(kMargin, height() - kMargin - legend, width() - 2 * kMargin, legend);
    QString text = forPart(tr("blue: training points · orange: the network"),
                           tr("blue: kept aside, paler: training · orange: the network"),
                           tr("blue: test points · orange: the network"));
    if (painter.fontMetrics().horizontalAdvance(text) > room.width())
        text = forPart(tr("blue: training points"), tr("blue: kept aside"), tr("blue: test points"));
    painter.drawText(room, Qt::AlignCenter, text);
}

// Anything else -----------------------------------------------------------------------------------------

HostArray TableView::question() const {
    return data()->tried.samples;
}

QString TableView::describe() const {
    return forPart(tr("Training samples with what should come out and what does"),
                   tr("Samples kept aside with what should come out and what does"),
                   tr("Test samples with what should come out and what does"));
}

void TableView::paintEvent(QPaintEvent*) {
    if (!data())
        return;
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const double lineHeight = painter.fontMetrics().height() + 2;
    const double third = (width() - 2 * kMargin) / 3;
    const auto row = [&](int line, const QStringList& cells) {
        for (int column = 0; column < 3; ++column)
            painter.drawText(
                QRectF(kMargin + column * third, kMargin + line * lineHeight, third - 4, lineHeight),
                Qt::AlignLeft | Qt::AlignVCenter,
                painter.fontMetrics().elidedText(cells[column], Qt::ElideRight, static_cast<int>(third - 4)));
    };
    const bool classes = data()->description.targetKind == TargetKind::Class;
    row(0, {forPart(tr("training sample"), tr("kept aside"), tr("test sample")), tr("should be"),
            tr("network says")});
    for (std::int64_t index = 0;
         index < data()->tried.count() && (static_cast<double>(index) + 2) * lineHeight < height(); ++index) {
        QStringList numbers;
        for (const float value :
             data()->tried.sample(index).first(std::min<std::size_t>(6, data()->tried.sample(index).size())))
            numbers << shortNumber(value);
        const auto answers = answerFor(index);
        const QString said = answers.empty() ? QStringLiteral("–")
                             : classes       ? QString::number(reading().decidedClass(answers))
                                             : shortNumber(answers[0]);
        row(static_cast<int>(index) + 1,
            {numbers.join(QStringLiteral("  ")), shortNumber(data()->tried.target(index)[0]), said});
    }
}

} // namespace protomind
