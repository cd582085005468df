// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

class QAction;

namespace protomind {

class Document;
class NetworkTable;
class NetworkView;
class Selection;

/// The network in one of two shapes: drawn on the canvas, or as a table. Both share selection and actions.
class NetworkEditor : public QStackedWidget {
    Q_OBJECT
public:
    NetworkEditor(Document& document, Selection& selection, NetworkView& canvas, QWidget* parent = nullptr);

    /// Checked while the table is shown.
    [[nodiscard]] QAction* tableAction() const { return m_tableAction; }
    [[nodiscard]] NetworkTable& table() { return *m_table; }
    /// Whichever is shown takes the keys.
    void focusShown();

private:
    void showTable(bool shown);

    NetworkView& m_canvas;
    NetworkTable* m_table = nullptr;
    QAction* m_tableAction = nullptr;
};

} // namespace protomind
