// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/filter/number_grid.h"

#include "desktop/lessons/filter/pixel_view.h"
#include "desktop/live/value_colours.h"
#include "desktop/words/shown_number.h"

#include <QPainter>

#include <cmath>

namespace protomind {

QString filterNumber(double number) {
    // Three figures after the point for small numbers, one for large ones.
    const double unit = std::abs(number) < 10 ? 1e3 : 10;
    // Adding 0 takes the sign of a zero away.
    QString text = shownNumber(std::round(number * unit) / unit + 0.0);
    return text.replace(QLatin1Char('-'), QStringLiteral("−"));
}

NumberGrid::NumberGrid(Ground ground, QWidget* parent)
    : QWidget(parent)
    , m_ground(ground) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void NumberGrid::setNumbers(std::vector<double> numbers, int columns, std::vector<bool> outside) {
    m_numbers = std::move(numbers);
    m_outside = std::move(outside);
    m_columns = std::max(1, columns);
    QStringList spoken;
    for (const double number : m_numbers)
        spoken << filterNumber(number);
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

void NumberGrid::setCellSize(QSize size) {
    m_cellSize = size;
    updateGeometry();
    update();
}

QSize NumberGrid::sizeHint() const {
    const int rows = static_cast<int>(m_numbers.size()) / m_columns;
    return {m_columns * m_cellSize.width() + 1, rows * m_cellSize.height() + 1};
}

void NumberGrid::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ValueColours colours(palette());
    double reach = 1;
    for (const double number : m_numbers)
        reach = std::isnan(number) ? reach : std::max(reach, std::abs(number));
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        const int row = static_cast<int>(i) / m_columns;
        const int column = static_cast<int>(i) % m_columns;
        const QRect cell(QPoint(column * m_cellSize.width(), row * m_cellSize.height()), m_cellSize);
        const double number = m_numbers[i];
        const bool known = !std::isnan(number);
        const int grey = known ? greyOf(number, GreyScale::Clipped) : 0;
        const QColor ground =
            m_ground == Ground::Grey
                ? QColor(grey, grey, grey)
                : QColor::fromRgb(colours.at(known ? static_cast<float>(number / reach * 0.8) : 0.0F));
        painter.fillRect(cell, ground);
        if (i < m_outside.size() && m_outside[i])
            painter.fillRect(cell, QBrush(QColor(120, 120, 120), Qt::BDiagPattern));
        painter.setPen(ground.lightnessF() > 0.5F ? Qt::black : Qt::white);
        painter.drawText(cell, Qt::AlignCenter, known ? filterNumber(number) : QStringLiteral("?"));
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawRect(cell);
    }
}

} // namespace protomind
