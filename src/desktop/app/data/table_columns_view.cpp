// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/table_columns_view.h"

#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>

namespace protomind {

namespace {
constexpr int kWidestCell = 150;
constexpr int kWidestName = 110;
} // namespace

TableColumnsView::TableColumnsView(QWidget* parent)
    : QTableWidget(parent) {
    setObjectName(QStringLiteral("tableColumns"));
    setAccessibleName(tr("Columns of the table: what they are for, and what was found in them"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->setMaximumWidth(kWidestName);
    verticalHeader()->setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setMaximumSectionSize(kWidestCell);
}

void TableColumnsView::changeEvent(QEvent* event) {
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fill();
}

void TableColumnsView::show(const TablePreviewPtr& preview) {
    m_preview = preview;
    fill();
}

void TableColumnsView::fill() {
    clear();
    setColumnCount(m_preview ? 4 : 0);
    setRowCount(m_preview ? static_cast<int>(std::min(m_preview->format.names.size(), kPreviewColumns)) : 0);
    if (!m_preview)
        return;
    setHorizontalHeaderLabels({tr("used as"), tr("found"), tr("missing"), tr("first")});
    for (int row = 0; row < rowCount(); ++row)
        fillRow(row);
    resizeColumnsToContents();
    resizeRowsToContents();
}

void TableColumnsView::fillRow(int row) {
    const auto index = static_cast<std::size_t>(row);
    const QString name = QString::fromStdString(m_preview->format.names[index]);
    auto* header = new QTableWidgetItem(name);
    header->setToolTip(name);
    setVerticalHeaderItem(row, header);
    QStringList texts{{}, {}, {}, {}};
    PlannedColumn::Role role = PlannedColumn::Role::Feature;
    if (!m_preview->columns.empty()) {
        const PreviewColumn& about = m_preview->columns[index];
        role = about.role;
        texts[UsedAs] = worded(about.purpose);
        texts[Found] = worded(about.found);
        texts[Missing] = about.missing == 0 ? QStringLiteral("–") : shownCount(about.missing);
    }
    if (!m_preview->rows.empty())
        texts[First] = QString::fromStdString(m_preview->rows.front()[index]);
    QFont emphasis = font();
    emphasis.setBold(role == PlannedColumn::Role::Target);
    for (int column = 0; column < columnCount(); ++column) {
        auto* cell = new QTableWidgetItem(texts[column]);
        cell->setToolTip(texts[column]);
        cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        cell->setFont(emphasis);
        if (role == PlannedColumn::Role::LeftOut)
            cell->setForeground(palette().placeholderText());
        setItem(row, column, cell);
    }
}

} // namespace protomind
