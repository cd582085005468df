// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/table_look.h"

#include <QTableWidget>

namespace protomind {

/// The first rows of a table, and above them what was found in each column and what it is for. Columns that
/// are left out are pale.
class TablePreviewView : public QTableWidget {
    Q_OBJECT
public:
    explicit TablePreviewView(QWidget* parent = nullptr);
    /// Null: nothing.
    void show(const TablePreviewPtr& preview);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void fillColumn(int column);

    TablePreviewPtr m_preview;
};

} // namespace protomind
