// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/theme/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace protomind {

/// What the program remembers about a person between sessions, in one file of its own.
class Preferences {
public:
    explicit Preferences(const QString& path);
    /// Where they lie for the person who runs the program.
    [[nodiscard]] static QString usualPath();

    [[nodiscard]] ThemeKind theme() const;
    void setTheme(ThemeKind theme);

    /// Newest first; files that are gone are left out.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void clearRecentFiles();

    [[nodiscard]] bool welcomeClosed() const;
    void setWelcomeClosed(bool closed);

    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    [[nodiscard]] QByteArray splitter(const QString& name) const;
    void setSplitter(const QString& name, const QByteArray& state);

private:
    QSettings m_settings;
};

} // namespace protomind
