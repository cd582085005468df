// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>

#include <vector>

class QAction;
class QMainWindow;

namespace protomind {

class Preferences;

/// Every action of the window, for the command palette and the shortcuts editor. An action belongs here by
/// having an object name ("edit.duplicate"), a text, and a place: the menu bar, or a widget of the window
/// that it was added to. What is only in a context menu stays there. Keys that a person chose are kept in the
/// preferences under the object name.
class ActionRegistry : public QObject {
    Q_OBJECT
public:
    ActionRegistry(QMainWindow& window, Preferences& preferences);

    /// Takes in actions that were made since the last time, and gives them the person's keys.
    void collect();
    /// In the order of the menus, then those that are in none.
    [[nodiscard]] std::vector<QAction*> actions() const;
    /// Null where none has the name.
    [[nodiscard]] QAction* find(const QString& name) const;
    /// The menus it is in: "View › Theme". Empty where it is in none.
    [[nodiscard]] QString group(const QAction& action) const;

    /// Those that it came with.
    [[nodiscard]] QList<QKeySequence> usualKeys(const QAction& action) const;
    void setKeys(QAction& action, const QList<QKeySequence>& keys);
    void restoreUsualKeys(QAction& action);
    /// Actions, this one left out, that keys would also reach, or that hide behind them.
    [[nodiscard]] std::vector<QAction*> conflicts(const QAction& action, const QKeySequence& keys) const;
    /// Whether one is the other, or its beginning.
    [[nodiscard]] static bool collide(const QKeySequence& a, const QKeySequence& b);
    /// Why nobody can have these keys, in a sentence; empty where one can.
    [[nodiscard]] static QString refusal(const QKeySequence& keys);

signals:
    void keysChanged(QAction* action);

private:
    struct Entry {
        QPointer<QAction> action;
        QString name;
        QList<QKeySequence> usual;
    };
    [[nodiscard]] const Entry* entryOf(const QAction& action) const;

    QMainWindow& m_window;
    Preferences& m_preferences;
    std::vector<Entry> m_entries;
};

} // namespace protomind
