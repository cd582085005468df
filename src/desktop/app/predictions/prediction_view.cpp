// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/prediction_view.h"

#include "desktop/app/data/data_picture.h"
#include "desktop/app/theme/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kMapSide = 40;
constexpr int kCurvePoints = 121;
constexpr double kMargin = 6;

QString shortNumber(float value) {
    return QString::number(static_cast<double>(value), 'g', 3);
}

} // namespace

void PredictionView::setData(LoadedDataPtr loaded) {
    m_data = std::move(loaded);
    m_answer = {};
    refresh();
    update();
}

void PredictionView::setAnswer(HostArray answer) {
    m_answer = std::move(answer);
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

// Two features ------------------------------------------------------------------------------------------

HostArray DecisionView::question() const {
    return decisionGrid(planeRange(data()->training.samples), kMapSide);
}

QString DecisionView::describe() const {
    return tr("The plane of the two features, coloured by the class that the network decides for, with the "
              "test points");
}

void DecisionView::refresh() {
    m_map = data() ? decisionMap(answer(), kMapSide, static_cast<int>(data()->outputs()),
                                 palette().color(QPalette::Base))
                   : QImage();
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
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
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
    paintPlanePoints(painter, square, planeRange(data()->training.samples), data()->test);
    paintLegend(painter, QRectF(kMargin, square.bottom() + 4, width() - 2 * kMargin, legend - 4));
}

void DecisionView::paintLegend(QPainter& painter, const QRectF& area) const {
    QString text = tr("test points and the network's decision:");
    const double swatch = area.height() * 0.6;
    double width = 0;
    for (const std::string& name : data()->description.classNames)
        width += swatch + 8 + painter.fontMetrics().horizontalAdvance(QString::fromStdString(name)) + 8;
    if (painter.fontMetrics().horizontalAdvance(text) + 10 + width > area.width())
        text.clear();
    const double textWidth = text.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(text) + 10;
    double x = std::max(area.left(), area.center().x() - (width + textWidth) / 2);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QPointF(x, area.top() + painter.fontMetrics().ascent()), text);
    x += textWidth;
    for (std::size_t index = 0; index < data()->description.classNames.size(); ++index) {
        const QString name = QString::fromStdString(data()->description.classNames[index]);
        painter.fillRect(QRectF(x, area.center().y() - swatch / 2, swatch, swatch),
                         classColour(static_cast<int>(index)));
        x += swatch + 4;
        painter.drawText(QPointF(x, area.top() + painter.fontMetrics().ascent()), name);
        x += painter.fontMetrics().horizontalAdvance(name) + 12;
    }
}

// One number in, one out --------------------------------------------------------------------------------

HostArray FunctionView::question() const {
    const PlaneRange range = lineRange(data()->test);
    HostArray xs(Shape{kCurvePoints, 1});
    for (int index = 0; index < kCurvePoints; ++index)
        xs.values[static_cast<std::size_t>(index)] =
            static_cast<float>(range.reach * (2.0 * index / (kCurvePoints - 1) - 1));
    return xs;
}

QString FunctionView::describe() const {
    return tr("The test points and the curve that the network draws through them");
}

void FunctionView::paintEvent(QPaintEvent*) {
    if (!data())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double legend = painter.fontMetrics().height() + 2;
    const QRectF area = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin - legend);
    painter.fillRect(area, palette().base());
    const PlaneRange range = lineRange(data()->test);
    painter.setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DotLine));
    painter.drawLine(range.map(0, range.low, area), range.map(0, range.high, area));
    if (range.low < 0 && range.high > 0)
        painter.drawLine(range.map(-range.reach, 0, area), range.map(range.reach, 0, area));
    paintLinePoints(painter, area, range, data()->test, trainingColour());
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
    painter.drawText(QRectF(kMargin, height() - kMargin - legend, width() - 2 * kMargin, legend),
                     Qt::AlignCenter, tr("blue: test points · orange: the network"));
}

// Images ------------------------------------------------------------------------------------------------

ImageGridView::ImageGridView(QWidget* parent)
    : PredictionView(parent) {
    setMouseTracking(true);
}

HostArray ImageGridView::question() const {
    return data()->test.samples;
}

QString ImageGridView::describe() const {
    const auto shown = data() ? data()->test.count() : 0;
    return tr("%1 test samples, %2 of them taken for something else").arg(shown).arg(wrongAnswers());
}

int ImageGridView::wrongAnswers() const {
    int wrong = 0;
    for (std::int64_t index = 0; data() && index < data()->test.count(); ++index)
        if (const auto answers = answerFor(index); !answers.empty())
            wrong += decidedClass(answers) != static_cast<int>(data()->test.target(index)[0]);
    return wrong;
}

ImageGridView::Places ImageGridView::places() const {
    const double label = fontMetrics().height();
    const double labelWidth = fontMetrics().horizontalAdvance(QStringLiteral("✗ 8 (8)"));
    Places places;
    for (places.side = 56; places.side > 18; places.side -= 1) {
        places.cellWidth = std::max(places.side, labelWidth) + 6;
        places.cellHeight = places.side + label + 5;
        places.columns = std::max(1, static_cast<int>((width() - 2 * kMargin) / places.cellWidth));
        places.rows = std::max(1, static_cast<int>((height() - 2 * kMargin) / places.cellHeight));
        if (places.columns * places.rows >= std::min<std::int64_t>(24, data()->test.count()))
            break;
    }
    return places;
}

QRectF ImageGridView::cell(const Places& places, std::int64_t index) const {
    const double left = std::max(kMargin, (width() - places.columns * places.cellWidth) / 2);
    return {left + static_cast<double>(index % places.columns) * places.cellWidth,
            kMargin + static_cast<double>(index / places.columns) * places.cellHeight, places.cellWidth,
            places.cellHeight};
}

QString ImageGridView::className(int index) const {
    const auto& names = data()->description.classNames;
    return index >= 0 && index < static_cast<int>(names.size())
               ? QString::fromStdString(names[static_cast<std::size_t>(index)])
               : QString::number(index);
}

void ImageGridView::paintEvent(QPaintEvent*) {
    if (!data() || data()->test.count() == 0)
        return;
    QPainter painter(this);
    const Places at = places();
    const Shape& shape = data()->description.sampleShape;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, at.side < static_cast<double>(shape[0]));
    const std::int64_t shown = std::min<std::int64_t>(data()->test.count(), at.columns * at.rows);
    for (std::int64_t index = 0; index < shown; ++index) {
        const QRectF place = cell(at, index);
        const QRectF picture(place.center().x() - at.side / 2, place.top(), at.side, at.side);
        painter.drawImage(picture, sampleImage(data()->test.sample(index), shape));
        const bool classes = data()->description.targetKind == TargetKind::Class;
        const int truth = static_cast<int>(data()->test.target(index)[0]);
        QString label = classes ? className(truth) : shortNumber(data()->test.target(index)[0]);
        QColor colour = palette().color(QPalette::WindowText);
        if (const auto answers = answerFor(index); !answers.empty()) {
            const int decided = decidedClass(answers);
            const bool right = classes && decided == truth;
            if (classes) {
                label = right ? QStringLiteral("✓ ") + className(decided)
                              : QStringLiteral("✗ %1 (%2)").arg(className(decided), className(truth));
                colour = right ? rightColour(palette()) : wrongColour(palette());
            } else {
                label = shortNumber(answers[0]) + QStringLiteral(" (") + label + QLatin1Char(')');
            }
            if (classes && !right) {
                painter.setPen(QPen(colour, 2.5));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(picture);
            }
        }
        painter.setPen(colour);
        painter.drawText(QRectF(place.left(), picture.bottom() + 1, place.width(), place.height() - at.side),
                         Qt::AlignHCenter | Qt::AlignTop, label);
    }
}

QString ImageGridView::explain(std::int64_t index) const {
    QStringList lines{tr("Test sample %1: is %2")
                          .arg(index + 1)
                          .arg(className(static_cast<int>(data()->test.target(index)[0])))};
    const auto answers = answerFor(index);
    std::vector<int> order(answers.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        order[place] = static_cast<int>(place);
    std::ranges::sort(order, [&](int a, int b) {
        return answers[static_cast<std::size_t>(a)] > answers[static_cast<std::size_t>(b)];
    });
    for (std::size_t place = 0; place < std::min<std::size_t>(3, order.size()); ++place)
        lines << tr("%1: %2 %")
                     .arg(className(order[place]))
                     .arg(100.0 * static_cast<double>(answers[static_cast<std::size_t>(order[place])]), 0,
                          'f', 1);
    return lines.join(QLatin1Char('\n'));
}

bool ImageGridView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && data() && data()->description.targetKind == TargetKind::Class) {
        const auto* help = static_cast<const QHelpEvent*>(event);
        const Places at = places();
        QString text;
        for (std::int64_t index = 0;
             index < std::min<std::int64_t>(data()->test.count(), at.columns * at.rows); ++index)
            if (cell(at, index).contains(help->pos()))
                text = explain(index);
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return PredictionView::event(event);
}

// Anything else -----------------------------------------------------------------------------------------

HostArray TableView::question() const {
    return data()->test.samples;
}

QString TableView::describe() const {
    return tr("Test samples with what should come out and what does");
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
    row(0, {tr("test sample"), tr("should be"), tr("network says")});
    for (std::int64_t index = 0;
         index < data()->test.count() && (static_cast<double>(index) + 2) * lineHeight < height(); ++index) {
        QStringList numbers;
        for (const float value :
             data()->test.sample(index).first(std::min<std::size_t>(6, data()->test.sample(index).size())))
            numbers << shortNumber(value);
        const auto answers = answerFor(index);
        const QString said = answers.empty() ? QStringLiteral("–")
                             : classes       ? QString::number(decidedClass(answers))
                                             : shortNumber(answers[0]);
        row(static_cast<int>(index) + 1,
            {numbers.join(QStringLiteral("  ")), shortNumber(data()->test.target(index)[0]), said});
    }
}

} // namespace protomind
