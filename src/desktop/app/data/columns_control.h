// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace protomind {

/// Several of a table's columns: their names in a line, parted by semicolons, and a menu with a tick for
/// each. edited() comes with every change by the person, never by setText() or setColumns().
class ColumnsControl : public QWidget {
    Q_OBJECT
public:
    explicit ColumnsControl(QWidget* parent = nullptr);
    void setColumns(const QStringList& names);
    void setText(const QString& text);
    [[nodiscard]] QLineEdit& line() { return *m_line; }

signals:
    void edited(const QString& text);

private:
    void fillMenu();
    void toggle(const QString& name, bool chosen);

    QStringList m_columns;
    QString m_text;
    QLineEdit* m_line = nullptr;
    QToolButton* m_menu = nullptr;
};

} // namespace protomind
