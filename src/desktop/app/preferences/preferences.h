// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/theme/theme.h"

#include <QByteArray>
#include <QKeySequence>
#include <QSettings>
#include <QStringList>

#include <optional>

namespace protomind {

/// What the program remembers about a person between sessions, in one file of its own.
class Preferences {
public:
    explicit Preferences(const QString& path);
    /// Where they lie for the person who runs the program.
    [[nodiscard]] static QString usualPath();

    /// Writes what is not yet in the file.
    void flush() { m_settings.sync(); }

    [[nodiscard]] ThemeKind theme() const;
    void setTheme(ThemeKind theme);
    [[nodiscard]] bool projector() const;
    void setProjector(bool on);
    /// 1 where nothing else that makes sense is written there.
    [[nodiscard]] double typeScale() const;
    void setTypeScale(double scale);

    /// Nothing is to move by itself.
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool on);

    /// "de"; empty for the system's.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& code);

    /// Whose way through the lessons is kept; empty before one was chosen.
    [[nodiscard]] QString learner() const;
    void setLearner(const QString& name);

    /// Newest first; files that are gone are left out.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void clearRecentFiles();

    [[nodiscard]] bool welcomeClosed() const;
    void setWelcomeClosed(bool closed);

    /// The overview in the corner of the canvas, where there is something to overlook.
    [[nodiscard]] bool overviewWanted() const;
    void setOverviewWanted(bool wanted);
    /// The network as a table instead of the canvas.
    [[nodiscard]] bool tableShown() const;
    void setTableShown(bool shown);
    /// Steps a second, 0 for as fast as it goes; nothing where the person never chose, or nothing that makes
    /// sense is written there.
    [[nodiscard]] std::optional<double> speed() const;
    void setSpeed(double stepsPerSecond);

    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    [[nodiscard]] QByteArray splitter(const QString& name) const;
    void setSplitter(const QString& name, const QByteArray& state);

    /// Object names of the actions that show them.
    [[nodiscard]] QStringList hiddenPanels() const;
    void setHiddenPanels(const QStringList& names);
    /// The tab in front.
    [[nodiscard]] int tab(const QString& name) const;
    void setTab(const QString& name, int index);

    /// The keys that a person chose for an action, none of them too; nothing where the usual ones are kept.
    [[nodiscard]] std::optional<QList<QKeySequence>> shortcuts(const QString& action) const;
    void setShortcuts(const QString& action, const QList<QKeySequence>& keys);
    void forgetShortcuts(const QString& action);

    /// Names of actions that were chosen in the command palette, newest first.
    [[nodiscard]] QStringList recentCommands() const;
    void addRecentCommand(const QString& action);

private:
    QSettings m_settings;
};

} // namespace protomind
