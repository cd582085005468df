// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/data_preview.h"

#include "desktop/app/data/data_picture.h"
#include "desktop/style/quantity_colours.h"
#include "desktop/words/shown_number.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace protomind {

namespace {
constexpr double kPreviewMargin = 6;
constexpr int kMostImages = 60;
constexpr double kSmallestImage = 22;
} // namespace

DataPreview::DataPreview(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Samples of the data"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void DataPreview::setData(LoadedDataPtr loaded) {
    m_data = std::move(loaded);
    m_message.clear();
    if (m_data)
        setAccessibleDescription(tr("The first %1 samples of %2")
                                     .arg(m_data->training.count())
                                     .arg(QString::fromStdString(m_data->description.name)));
    update();
}

void DataPreview::setMessage(const QString& message) {
    m_data.reset();
    m_message = message;
    setAccessibleDescription(message);
    update();
}

QRectF DataPreview::area() const {
    return QRectF(rect()).adjusted(kPreviewMargin, kPreviewMargin, -kPreviewMargin, -kPreviewMargin);
}

QString DataPreview::textAt(QPointF position) const {
    if (!m_data || m_data->kind != DataPictureKind::Images)
        return {};
    const std::vector<QRectF> places =
        imagePlaces(area(), m_data->training, m_data->description.sampleShape, kMostImages, kSmallestImage);
    const auto found =
        std::ranges::find_if(places, [&](const QRectF& place) { return place.contains(position); });
    if (found == places.end())
        return {};
    const std::int64_t index = found - places.begin();
    QStringList lines;
    if (m_data->description.targetKind == TargetKind::Class)
        lines << m_data->className(static_cast<int>(m_data->training.target(index)[0]));
    lines << m_data->madeWith(m_data->training, index);
    return lines.join(QLatin1Char('\n'));
}

bool DataPreview::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<const QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), textAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

QRectF DataPreview::square() const {
    const double side = std::min(width(), height()) - 2 * kPreviewMargin;
    return {(width() - side) / 2, (height() - side) / 2, side, side};
}

void DataPreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const QRectF area = this->area();
    if (!m_data) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    switch (m_data->kind) {
    case DataPictureKind::Plane: {
        const QRectF plane = square();
        const PlaneRange range = planeRange(m_data->training.samples);
        painter.setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DotLine));
        painter.drawLine(range.map(-range.reach, 0, plane), range.map(range.reach, 0, plane));
        painter.drawLine(range.map(0, range.low, plane), range.map(0, range.high, plane));
        paintPlanePoints(painter, plane, range, m_data->training, palette());
        break;
    }
    case DataPictureKind::Line:
        paintLinePoints(painter, area, lineRange(m_data->training), m_data->training, trainingColour());
        break;
    case DataPictureKind::Images:
        paintImages(painter, area, m_data->training, m_data->description.sampleShape, kMostImages,
                    kSmallestImage);
        break;
    case DataPictureKind::Table:
        paintTable(painter, area);
        break;
    }
}

void DataPreview::paintTable(QPainter& painter, const QRectF& area) const {
    constexpr std::size_t kNumbersShown = 6;
    painter.setPen(palette().color(QPalette::Text));
    const double lineHeight = painter.fontMetrics().height();
    for (std::int64_t row = 0;
         row < m_data->training.count() && lineHeight * static_cast<double>(row + 1) < area.height(); ++row) {
        QStringList numbers;
        const auto sample = m_data->training.sample(row);
        for (std::size_t column = 0; column < std::min(sample.size(), kNumbersShown); ++column)
            numbers << shownNumber(sample[column], 'g', 3);
        if (sample.size() > kNumbersShown)
            numbers << QStringLiteral("…");
        painter.drawText(QPointF(area.left(), area.top() + lineHeight * static_cast<double>(row) +
                                                  painter.fontMetrics().ascent()),
                         numbers.join(QStringLiteral("  ")) + QStringLiteral(" → ") +
                             shownNumber(m_data->training.target(row)[0], 'g', 3));
    }
}

} // namespace protomind
