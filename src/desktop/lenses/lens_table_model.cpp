// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/lens_table_model.h"

#include "desktop/live/value_colours.h"
#include "desktop/words/worded.h"

#include <algorithm>

namespace protomind {

namespace {

/// The strongest colour of a cell, of what ValueColours has: its text stays readable on it.
constexpr double kStrongestShare = 0.7;

} // namespace

LensTableModel::LensTableModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void LensTableModel::setTable(LensTable table, const QPalette& palette) {
    const bool sameSize =
        table.rows.size() == m_table.rows.size() && table.columns.size() == m_table.columns.size();
    if (!sameSize)
        beginResetModel();
    m_table = std::move(table);
    m_palette = palette;
    findLargest();
    if (!sameSize) {
        endResetModel();
        return;
    }
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit headerDataChanged(Qt::Horizontal, 0, std::max(0, columnCount() - 1));
    emit headerDataChanged(Qt::Vertical, 0, std::max(0, rowCount() - 1));
}

int LensTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.cells.size());
}

int LensTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

const LensCell* LensTableModel::cell(int row, int column) const {
    if (row < 0 || row >= rowCount() || column < 0)
        return nullptr;
    const auto& cells = m_table.cells[static_cast<std::size_t>(row)];
    return static_cast<std::size_t>(column) < cells.size() ? &cells[static_cast<std::size_t>(column)]
                                                           : nullptr;
}

double LensTableModel::share(int row, int column) const {
    const double value = cell(row, column)->value.value_or(0);
    const double largest =
        row == column ? std::max(value, m_largestOfRow[static_cast<std::size_t>(row)]) : m_largestElsewhere;
    return largest > 0 ? value / largest : 0;
}

void LensTableModel::findLargest() {
    m_largestOfRow.assign(m_table.cells.size(), 0);
    m_largestElsewhere = 0;
    for (std::size_t row = 0; row < m_table.cells.size(); ++row) {
        for (std::size_t column = 0; column < m_table.cells[row].size(); ++column) {
            const double value = m_table.cells[row][column].value.value_or(0);
            m_largestOfRow[row] = std::max(m_largestOfRow[row], value);
            if (row != column)
                m_largestElsewhere = std::max(m_largestElsewhere, value);
        }
    }
}

QVariant LensTableModel::data(const QModelIndex& index, int role) const {
    const LensCell* const at = cell(index.row(), index.column());
    if (at == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(at->text);
    case Qt::TextAlignmentRole:
        return at->value ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::BackgroundRole: {
        const double part = m_table.matrix ? share(index.row(), index.column()) * kStrongestShare : 0;
        if (part <= 0)
            return {};
        return QColor::fromRgb(
            ValueColours(m_palette).at(static_cast<float>(index.row() == index.column() ? -part : part)));
    }
    case Qt::ForegroundRole: {
        const QVariant ground = data(index, Qt::BackgroundRole);
        if (!ground.isValid())
            return {};
        return ground.value<QColor>().lightnessF() > 0.5f ? QColor(Qt::black) : QColor(Qt::white);
    }
    case Qt::ToolTipRole:
        if (!m_table.cellLens.empty() && at->value.value_or(0) > 0)
            return tr("Select to see these samples");
        return {};
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3")
            .arg(headerData(index.row(), Qt::Vertical, Qt::DisplayRole).toString(),
                 headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 QString::fromStdString(at->text));
    default:
        return {};
    }
}

QVariant LensTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const bool across = orientation == Qt::Horizontal;
    const auto count = static_cast<int>(across ? m_table.columns.size() : m_table.rows.size());
    if (role != Qt::DisplayRole || section < 0 || section >= count)
        return {};
    const auto place = static_cast<std::size_t>(section);
    return across ? worded(m_table.columns[place]) : QString::fromStdString(m_table.rows[place]);
}

} // namespace protomind
