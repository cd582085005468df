// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QTableView;

namespace protomind {

class Document;
class NetworkTableModel;
class Selection;

/// The network as an editable table: for those who hear the window, and for those who type faster than they
/// draw. Shares its selection with the canvas.
class NetworkTable : public QWidget {
    Q_OBJECT
public:
    NetworkTable(Document& document, Selection& selection, QWidget* parent = nullptr);

    /// Actions that work on the selection here as well: cut, copy, remove, ...
    void setActions(const std::vector<QAction*>& actions);
    [[nodiscard]] QTableView& view() { return *m_view; }
    /// Puts the cursor where a layer's name is typed.
    void startAdding();

signals:
    /// A LayerType's name was typed: add one behind what is selected.
    void layerChosen(const QString& type);
    /// Why something was not done.
    void said(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void addTyped();
    void fitColumns();
    void takeSelection();
    void giveSelection();
    void explain(const QString& sentence);

    Document& m_document;
    Selection& m_selection;
    NetworkTableModel* m_model = nullptr;
    QTableView* m_view = nullptr;
    QLineEdit* m_add = nullptr;
    QLabel* m_reason = nullptr;
    bool m_following = false; ///< one selection is being made after the other
};

} // namespace protomind
