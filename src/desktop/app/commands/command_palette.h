// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;
class QMainWindow;

namespace protomind {

class ActionRegistry;
class CommandList;
class Preferences;

/// Everything that the window can do, found by typing some letters of its name. Lies over the window until a
/// command is chosen, Esc is pressed, or the keyboard goes elsewhere.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(QMainWindow& window, ActionRegistry& registry, Preferences& preferences);

    void open();
    void dismiss();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void search(const QString& pattern);
    void describe();
    void choose(const QModelIndex& index);
    bool takeKey(int key);
    void moveBy(int rows);

    QMainWindow& m_window;
    Preferences& m_preferences;
    CommandList* m_list;
    QLineEdit* m_edit;
    QListView* m_view;
    QLabel* m_help;
    QPointer<QWidget> m_before; ///< had the keyboard when the palette came
};

} // namespace protomind
