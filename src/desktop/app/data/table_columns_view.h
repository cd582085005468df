// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/table_look.h"

#include <QTableWidget>

namespace protomind {

/// The columns of a table one below the other, as there is room for in a panel: what each is for, what was
/// found in it, how much is missing, and its first value. Those that are left out are pale.
class TableColumnsView : public QTableWidget {
    Q_OBJECT
public:
    enum Column { UsedAs, Found, Missing, First };

    explicit TableColumnsView(QWidget* parent = nullptr);
    /// Null: nothing.
    void show(const TablePreviewPtr& preview);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void fillRow(int row);

    TablePreviewPtr m_preview;
};

} // namespace protomind
