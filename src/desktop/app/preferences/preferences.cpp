// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/preferences/preferences.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>
#include <utility>

namespace protomind {

namespace {

constexpr int kRecentFiles = 8;
constexpr int kRecentCommands = 6;
const QString kTheme = QStringLiteral("theme");
const QString kProjector = QStringLiteral("projector");
const QString kTypeScale = QStringLiteral("typeScale");
const QString kReducedMotion = QStringLiteral("reducedMotion");
const QString kLanguage = QStringLiteral("language");
const QString kLearner = QStringLiteral("learner");
const QString kRecent = QStringLiteral("recentFiles");
const QString kWelcome = QStringLiteral("welcomeClosed");
const QString kOverview = QStringLiteral("overview");
const QString kTable = QStringLiteral("table");
const QString kSpeed = QStringLiteral("speed");
const QString kGeometry = QStringLiteral("geometry");

const QString kHiddenPanels = QStringLiteral("hiddenPanels");
const QString kRecentCommand = QStringLiteral("recentCommands");

constexpr std::pair<ThemeKind, const char*> kThemes[] = {{ThemeKind::System, "system"},
                                                         {ThemeKind::Light, "light"},
                                                         {ThemeKind::Dark, "dark"},
                                                         {ThemeKind::HighContrast, "high-contrast"}};

QString shortcutKey(const QString& action) {
    return QStringLiteral("shortcuts/") + action;
}

QString tabKey(const QString& name) {
    return QStringLiteral("tabs/") + name;
}

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
    for (const auto& [kind, known] : kThemes)
        if (name == QLatin1String(known))
            return kind;
    return ThemeKind::System;
}

void Preferences::setTheme(ThemeKind theme) {
    for (const auto& [kind, name] : kThemes)
        if (kind == theme)
            m_settings.setValue(kTheme, QLatin1String(name));
}

bool Preferences::projector() const {
    return m_settings.value(kProjector, false).toBool();
}

void Preferences::setProjector(bool on) {
    m_settings.setValue(kProjector, on);
}

double Preferences::typeScale() const {
    bool isNumber = false;
    const double scale = m_settings.value(kTypeScale, 1.0).toDouble(&isNumber);
    return isNumber && scale >= Theme::kSmallestType && scale <= Theme::kLargestType ? scale : 1;
}

void Preferences::setTypeScale(double scale) {
    m_settings.setValue(kTypeScale, scale);
}

bool Preferences::reducedMotion() const {
    return m_settings.value(kReducedMotion, false).toBool();
}

void Preferences::setReducedMotion(bool on) {
    m_settings.setValue(kReducedMotion, on);
}

QString Preferences::language() const {
    return m_settings.value(kLanguage).toString();
}

void Preferences::setLanguage(const QString& code) {
    m_settings.setValue(kLanguage, code);
}

QString Preferences::learner() const {
    return m_settings.value(kLearner).toString();
}

void Preferences::setLearner(const QString& name) {
    m_settings.setValue(kLearner, name);
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

bool Preferences::overviewWanted() const {
    return m_settings.value(kOverview, true).toBool();
}

void Preferences::setOverviewWanted(bool wanted) {
    m_settings.setValue(kOverview, wanted);
}

bool Preferences::tableShown() const {
    return m_settings.value(kTable, false).toBool();
}

void Preferences::setTableShown(bool shown) {
    m_settings.setValue(kTable, shown);
}

std::optional<double> Preferences::speed() const {
    bool isNumber = false;
    const double speed = m_settings.value(kSpeed).toDouble(&isNumber);
    return isNumber && std::isfinite(speed) && speed >= 0 ? std::optional(speed) : std::nullopt;
}

void Preferences::setSpeed(double stepsPerSecond) {
    m_settings.setValue(kSpeed, stepsPerSecond);
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

QStringList Preferences::hiddenPanels() const {
    return m_settings.value(kHiddenPanels).toStringList();
}

void Preferences::setHiddenPanels(const QStringList& names) {
    m_settings.setValue(kHiddenPanels, names);
}

int Preferences::tab(const QString& name) const {
    return std::max(0, m_settings.value(tabKey(name), 0).toInt());
}

void Preferences::setTab(const QString& name, int index) {
    m_settings.setValue(tabKey(name), index);
}

std::optional<QList<QKeySequence>> Preferences::shortcuts(const QString& action) const {
    if (!m_settings.contains(shortcutKey(action)))
        return std::nullopt;
    QList<QKeySequence> keys;
    for (const QString& text : m_settings.value(shortcutKey(action)).toStringList())
        if (const auto sequence = QKeySequence::fromString(text, QKeySequence::PortableText);
            !sequence.isEmpty() && sequence[0].key() != Qt::Key_unknown)
            keys.append(sequence);
    return keys;
}

void Preferences::setShortcuts(const QString& action, const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& sequence : keys)
        texts << sequence.toString(QKeySequence::PortableText);
    m_settings.setValue(shortcutKey(action), texts);
}

void Preferences::forgetShortcuts(const QString& action) {
    m_settings.remove(shortcutKey(action));
}

QStringList Preferences::recentCommands() const {
    return m_settings.value(kRecentCommand).toStringList();
}

void Preferences::addRecentCommand(const QString& action) {
    QStringList names = recentCommands();
    names.removeAll(action);
    names.prepend(action);
    while (names.size() > kRecentCommands)
        names.removeLast();
    m_settings.setValue(kRecentCommand, names);
}

} // namespace protomind
