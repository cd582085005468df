// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace protomind {

class ActionRegistry;

/// Every command with its keys, and other keys for it. Says whose keys are taken before it takes them.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    ShortcutsDialog(ActionRegistry& registry, QWidget* parent = nullptr);

private:
    void fill();
    void filter(const QString& text);
    [[nodiscard]] QAction* chosen() const;
    void showChosen();
    void judge();
    /// Takes them from those who have them.
    void give(const QList<QKeySequence>& keys);
    void showKeys(QTreeWidgetItem& item);
    void showAllKeys();

    ActionRegistry& m_registry;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
    QLabel* m_name;
    QKeySequenceEdit* m_keys;
    QPushButton* m_give;
    QPushButton* m_none;
    QPushButton* m_usual;
    QLabel* m_verdict;
};

} // namespace protomind
