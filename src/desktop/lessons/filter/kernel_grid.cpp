// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/filter/kernel_grid.h"

#include "desktop/live/value_colours.h"

#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QMouseEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kLargest = 999;
constexpr int kKernelDecimals = 3;
/// Of the mouse, for one step of the number.
constexpr int kPixelsAStep = 12;
constexpr double kFineStep = 0.1;

} // namespace

KernelCell::KernelCell(QWidget* parent)
    : RealSpinBox(parent) {
    setDecimals(kKernelDecimals);
    setRange(-kLargest, kLargest);
    setSingleStep(1);
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    setAlignment(Qt::AlignCenter);
    // A number that is still being typed is no wish yet.
    setKeyboardTracking(false);
    lineEdit()->installEventFilter(this);
}

QString KernelCell::textFromValue(double value) const {
    QString text = RealSpinBox::textFromValue(value);
    while (text.contains(QLatin1Char('.')) && text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

bool KernelCell::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressedAt = static_cast<QMouseEvent*>(event)->globalPosition().toPoint().y();
        m_before = value();
        m_drags = false;
    } else if (event->type() == QEvent::MouseMove) {
        const auto* move = static_cast<QMouseEvent*>(event);
        const int up = m_pressedAt - move->globalPosition().toPoint().y();
        if (move->buttons().testFlag(Qt::LeftButton) && isEnabled() && std::abs(up) >= kPixelsAStep)
            m_drags = true;
        if (m_drags) {
            const double step = move->modifiers().testFlag(Qt::ShiftModifier) ? kFineStep : 1;
            setValue(m_before + step * (up / kPixelsAStep));
            return true;
        }
    } else if (event->type() == QEvent::MouseButtonRelease && m_drags) {
        m_drags = false;
        emit gestureEnded();
        return true;
    }
    return RealSpinBox::eventFilter(watched, event);
}

KernelGrid::KernelGrid(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this)) {
    setObjectName(QStringLiteral("kernelGrid"));
    setAccessibleName(tr("The numbers of the kernel"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void KernelGrid::build(int rows, int columns) {
    for (KernelCell* cell : m_cells)
        cell->deleteLater();
    m_cells.clear();
    m_columns = columns;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            auto* cell = new KernelCell(this);
            const auto index = m_cells.size();
            cell->setObjectName(QStringLiteral("kernel-%1").arg(index));
            cell->setAccessibleName(tr("Kernel, row %1, column %2").arg(row + 1).arg(column + 1));
            cell->setFixedSize(m_cellSize);
            m_layout->addWidget(cell, row, column);
            connect(cell, &KernelCell::valueChanged, this,
                    [this, index](double value) { edit(index, value); });
            const auto newStep = [this] { m_gesture = newSceneGesture(); };
            connect(cell, &KernelCell::gestureEnded, this, newStep);
            connect(cell, &KernelCell::editingFinished, this, newStep);
            m_cells.push_back(cell);
        }
    setLock(m_lock);
}

void KernelGrid::setNumbers(const std::vector<double>& numbers, int rows, int columns) {
    if (m_columns != columns || static_cast<int>(m_cells.size()) != rows * columns)
        build(rows, columns);
    m_numbers = numbers;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const QSignalBlocker quiet(m_cells[i]);
        if (m_cells[i]->value() != std::round(numbers[i] * 1e3) / 1e3)
            m_cells[i]->setValue(numbers[i]);
    }
    paintCells();
}

void KernelGrid::edit(std::size_t index, double number) {
    m_numbers[index] = number;
    paintCells();
    emit edited(m_numbers, m_gesture);
}

void KernelGrid::setLock(const QString& reason) {
    m_lock = reason;
    const QString help =
        tr("Type a number, or drag it up and down with the mouse (Shift: finely). The wheel and the arrow "
           "keys change it as well.");
    for (KernelCell* cell : m_cells) {
        cell->setReadOnly(!reason.isEmpty());
        cell->setEnabled(reason.isEmpty());
        cell->setToolTip(reason.isEmpty() ? help : reason);
    }
}

void KernelGrid::setCellSize(QSize size) {
    m_cellSize = size;
    for (KernelCell* cell : m_cells)
        cell->setFixedSize(size);
}

/// The ground of the theme at 0, orange above and blue below, as weights are everywhere.
void KernelGrid::paintCells() {
    const ValueColours colours(palette());
    double reach = 1;
    for (const double number : m_numbers)
        reach = std::max(reach, std::abs(number));
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const QColor ground = QColor::fromRgb(colours.at(static_cast<float>(m_numbers[i] / reach * 0.8)));
        QPalette cell = palette();
        const QColor text = ground.lightnessF() > 0.5F ? Qt::black : Qt::white;
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
            cell.setColor(group, QPalette::Base, ground);
            cell.setColor(group, QPalette::Text, text);
        }
        m_cells[i]->setPalette(cell);
    }
}

void KernelGrid::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_numbers.empty())
        paintCells();
}

} // namespace protomind
