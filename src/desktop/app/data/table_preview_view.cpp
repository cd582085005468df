// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/table_preview_view.h"

#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kFoundRows = 3; ///< what it is for, what was found, what is missing
constexpr int kWidestColumn = 220;

QTableWidgetItem* itemOf(const QString& text) {
    auto* item = new QTableWidgetItem(text);
    item->setToolTip(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

} // namespace

TablePreviewView::TablePreviewView(QWidget* parent)
    : QTableWidget(parent) {
    setAccessibleName(tr("First rows of the table, and what was found in its columns"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void TablePreviewView::changeEvent(QEvent* event) {
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fill();
}

void TablePreviewView::show(const TablePreviewPtr& preview) {
    m_preview = preview;
    fill();
}

void TablePreviewView::fill() {
    clear();
    if (!m_preview) {
        setRowCount(0);
        setColumnCount(0);
        return;
    }
    const int columns = static_cast<int>(std::min(m_preview->format.names.size(), kPreviewColumns));
    const int rows = static_cast<int>(m_preview->rows.size());
    const int found = m_preview->columns.empty() ? 0 : kFoundRows;
    setColumnCount(columns);
    setRowCount(found + rows);
    QStringList names;
    for (int column = 0; column < columns; ++column)
        names << QString::fromStdString(m_preview->format.names[static_cast<std::size_t>(column)]);
    setHorizontalHeaderLabels(names);
    for (int column = 0; column < columns; ++column)
        horizontalHeaderItem(column)->setToolTip(names[column]);
    QStringList labels;
    if (found > 0)
        labels << tr("used as") << tr("found") << tr("missing");
    for (const std::int64_t number : m_preview->rowNumbers)
        labels << shownCount(number);
    setVerticalHeaderLabels(labels);
    for (int column = 0; column < columns; ++column)
        fillColumn(column);
    horizontalHeader()->setMaximumSectionSize(kWidestColumn);
    resizeColumnsToContents();
    resizeRowsToContents();
}

void TablePreviewView::fillColumn(int column) {
    const auto index = static_cast<std::size_t>(column);
    int row = 0;
    PlannedColumn::Role role = PlannedColumn::Role::Feature;
    if (!m_preview->columns.empty()) {
        const PreviewColumn& about = m_preview->columns[index];
        role = about.role;
        setItem(row++, column, itemOf(worded(about.purpose)));
        setItem(row++, column, itemOf(worded(about.found)));
        setItem(row++, column, itemOf(about.missing == 0 ? QStringLiteral("–") : shownCount(about.missing)));
    }
    const int foundRows = row;
    for (const auto& fields : m_preview->rows)
        setItem(row++, column, itemOf(QString::fromStdString(fields[index])));
    for (int each = 0; each < row; ++each) {
        QTableWidgetItem* one = item(each, column);
        if (each < foundRows)
            one->setBackground(palette().alternateBase());
        if (role == PlannedColumn::Role::LeftOut && each != 0)
            one->setForeground(palette().placeholderText());
        if (role == PlannedColumn::Role::Target) {
            QFont bold = font();
            bold.setBold(true);
            one->setFont(bold);
        }
    }
}

} // namespace protomind
