// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QSize>

#include <vector>

class QAction;
class QMainWindow;
class QMenu;
class QSplitter;
class QTabWidget;
class QWidget;

namespace protomind {

class Preferences;

/// How the window is parted: which panels are shown, how large each is, which tab is in front. Kept in the
/// preferences from one start to the next; reset() brings back how it came.
class WindowLayout : public QObject {
    Q_OBJECT
public:
    WindowLayout(QMainWindow& window, Preferences& preferences);

    /// The splitter's object name is what its sizes are kept under.
    void addSplitter(QSplitter& splitter, const QList<int>& usualSizes);
    void addTabs(QTabWidget& tabs);
    /// A part of the window that a person may hide, with an action of this object name that does it.
    void addPanel(QWidget& panel, const QString& name, const QString& text, const QString& help,
                  const QKeySequence& keys);

    /// Adds a menu with the panels, and how to bring everything back.
    void fill(QMenu& view, QAction* before);

    void restore();
    void save();
    void reset();

private:
    struct Split {
        QSplitter* splitter = nullptr;
        QList<int> usual;
    };
    struct Panel {
        QWidget* widget = nullptr;
        QAction* action = nullptr;
    };
    void useUsualSizes();

    QMainWindow& m_window;
    Preferences& m_preferences;
    std::vector<Split> m_splits;
    std::vector<QTabWidget*> m_tabs;
    std::vector<Panel> m_panels;
    QAction* m_reset;
};

} // namespace protomind
