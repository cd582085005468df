// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/table_look.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace protomind {

class TableColumnsView;
class TablePreviewView;

/// A person's table in the data panel: what was found in its columns and what they are for, and its first
/// rows in a window of their own. Tells the names of the columns.
class TableSection : public QWidget {
    Q_OBJECT
public:
    explicit TableSection(QWidget* parent = nullptr);
    /// A data text of the kind "csv:"; an empty one: none.
    void look(const std::string& text);

signals:
    void columnsKnown(const QStringList& names);

private:
    void show(const TablePreviewPtr& preview);
    void openLarge();

    TableLook m_look;
    std::string m_text;
    TablePreviewPtr m_preview;
    TableColumnsView* m_columns = nullptr;
    QPushButton* m_large = nullptr;
    TablePreviewView* m_largeView = nullptr; ///< while its window is open
    QLabel* m_largeSummary = nullptr;
};

} // namespace protomind
