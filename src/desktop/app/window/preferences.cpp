// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/preferences.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace protomind {

namespace {

constexpr int kRecentFiles = 8;
const QString kTheme = QStringLiteral("theme");
const QString kRecent = QStringLiteral("recentFiles");
const QString kWelcome = QStringLiteral("welcomeClosed");
const QString kGeometry = QStringLiteral("geometry");

QString splitterKey(const QString& name) {
    return QStringLiteral("splitters/") + name;
}

} // namespace

Preferences::Preferences(const QString& path)
    : m_settings(path, QSettings::IniFormat) {}

QString Preferences::usualPath() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/protomind/protomind.ini");
}

ThemeKind Preferences::theme() const {
    const QString name = m_settings.value(kTheme).toString();
    if (name == QLatin1String("light"))
        return ThemeKind::Light;
    return name == QLatin1String("dark") ? ThemeKind::Dark : ThemeKind::System;
}

void Preferences::setTheme(ThemeKind theme) {
    m_settings.setValue(kTheme, theme == ThemeKind::Light  ? QStringLiteral("light")
                                : theme == ThemeKind::Dark ? QStringLiteral("dark")
                                                           : QStringLiteral("system"));
}

QStringList Preferences::recentFiles() const {
    QStringList files = m_settings.value(kRecent).toStringList();
    files.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return files;
}

void Preferences::addRecentFile(const QString& path) {
    QStringList files = m_settings.value(kRecent).toStringList();
    files.removeAll(path);
    files.prepend(path);
    while (files.size() > kRecentFiles)
        files.removeLast();
    m_settings.setValue(kRecent, files);
}

void Preferences::clearRecentFiles() {
    m_settings.remove(kRecent);
}

bool Preferences::welcomeClosed() const {
    return m_settings.value(kWelcome, false).toBool();
}

void Preferences::setWelcomeClosed(bool closed) {
    m_settings.setValue(kWelcome, closed);
}

QByteArray Preferences::geometry() const {
    return m_settings.value(kGeometry).toByteArray();
}

void Preferences::setGeometry(const QByteArray& geometry) {
    m_settings.setValue(kGeometry, geometry);
}

QByteArray Preferences::splitter(const QString& name) const {
    return m_settings.value(splitterKey(name)).toByteArray();
}

void Preferences::setSplitter(const QString& name, const QByteArray& state) {
    m_settings.setValue(splitterKey(name), state);
}

} // namespace protomind
