// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/theme/system_appearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>

#include <utility>

namespace protomind {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kSpace = QStringLiteral("org.freedesktop.appearance");
const QString kScheme = QStringLiteral("color-scheme");
const QString kContrast = QStringLiteral("contrast");
constexpr uint kPrefersDark = 1;
constexpr uint kPrefersLight = 2;
constexpr uint kPrefersContrast = 1;

/// Looking for a bus where there is none may start one.
bool busIsThere() {
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

SystemAppearance::SystemAppearance(bool darkAtFirst, QObject* parent)
    : QObject(parent)
    , m_darkAtFirst(darkAtFirst)
    , m_dark(darkAtFirst) {}

void SystemAppearance::follow() {
    if (busIsThere())
        follow(QDBusConnection::sessionBus());
}

void SystemAppearance::follow(const QDBusConnection& bus) {
    if (!bus.isConnected())
        return;
    // Connecting compares the names of types, and this one may not be known yet.
    qRegisterMetaType<QDBusVariant>("QDBusVariant");
    QDBusConnection(bus).connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                                 SLOT(receive(QString, QString, QDBusVariant)));
    ask(bus, kScheme);
    ask(bus, kContrast);
}

void SystemAppearance::ask(const QDBusConnection& bus, const QString& key) {
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call << kSpace << key;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (reply.isValid())
            receive(kSpace, key, reply.value());
        done->deleteLater();
    });
}

void SystemAppearance::receive(const QString& space, const QString& key, const QDBusVariant& value) {
    if (space != kSpace)
        return;
    QVariant content = value.variant();
    // Read wraps what it reads once more.
    while (content.canConvert<QDBusVariant>())
        content = content.value<QDBusVariant>().variant();
    const uint number = content.toUInt();
    const auto before = std::pair(m_dark, m_contrast);
    if (key == kScheme)
        m_dark = number == kPrefersDark || (number != kPrefersLight && m_darkAtFirst);
    else if (key == kContrast)
        m_contrast = number == kPrefersContrast;
    if (before != std::pair(m_dark, m_contrast))
        emit changed();
}

} // namespace protomind
