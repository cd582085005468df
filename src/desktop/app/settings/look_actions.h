// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace protomind {

class Preferences;
class Theme;
enum class ThemeKind;

/// The window's actions for themes, projector, size of type and motion; what they set is kept in the
/// preferences.
class LookActions : public QObject {
    Q_OBJECT
public:
    LookActions(QMainWindow& window, Theme& theme, Preferences& preferences);

    /// Adds them to the View menu, in front of an action; themes and sizes in menus of their own.
    void fill(QMenu& view, QAction* before);

    /// Sets the theme as the preferences have it.
    static void applyPreferences(Theme& theme, const Preferences& preferences);

private:
    QAction* add(const char* name, const QString& text, const QString& help,
                 const QList<QKeySequence>& keys = {});
    void addTheme(const char* name, const QString& text, const QString& help, ThemeKind kind);
    void scaleType(double scale);
    void showFullScreen(bool on);
    void refresh();

    QMainWindow& m_window;
    Theme& m_theme;
    Preferences& m_preferences;
    QActionGroup* m_themes;
    QAction* m_projector;
    QAction* m_larger;
    QAction* m_smaller;
    QAction* m_usual;
    QAction* m_lessMotion;
    QAction* m_fullScreen;
};

} // namespace protomind
