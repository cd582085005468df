// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/theme/system_appearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <tuple>

namespace protomind {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kSpace = QStringLiteral("org.freedesktop.appearance");
const QString kScheme = QStringLiteral("color-scheme");
const QString kContrast = QStringLiteral("contrast");
const QString kReducedMotion = QStringLiteral("reduced-motion");
const QString kGnomeSpace = QStringLiteral("org.gnome.desktop.interface");
const QString kGnomeAnimations = QStringLiteral("enable-animations");
const QString kPlasmaSpace = QStringLiteral("org.kde.kdeglobals.KDE");
const QString kPlasmaAnimations = QStringLiteral("AnimationDurationFactor");
const QString kFiles = QStringLiteral("files");
constexpr uint kPrefersDark = 1;
constexpr uint kPrefersLight = 2;
constexpr uint kPrefersContrast = 1;
constexpr uint kPrefersStillness = 1;

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
    readFiles(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation),
              qEnvironmentVariable("XDG_CURRENT_DESKTOP"));
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
    ask(bus, kSpace, kScheme);
    ask(bus, kSpace, kContrast);
    ask(bus, kSpace, kReducedMotion);
    ask(bus, kGnomeSpace, kGnomeAnimations);
    ask(bus, kPlasmaSpace, kPlasmaAnimations);
}

void SystemAppearance::readFiles(const QString& configFolder, const QString& desktops) {
    const auto value = [&configFolder](const char* file, const char* key) {
        const QString path = configFolder + QLatin1String(file);
        return QFileInfo(path).isFile() ? QSettings(path, QSettings::IniFormat).value(QLatin1String(key))
                                        : QVariant();
    };
    const bool before = wantsStillness();
    if (desktops.contains(QLatin1String("KDE"))) {
        bool isNumber = false;
        const double factor = value("/kdeglobals", "KDE/AnimationDurationFactor").toDouble(&isNumber);
        m_still[kFiles] = isNumber && factor == 0;
    } else {
        m_still[kFiles] = false;
        for (const char* file : {"/gtk-3.0/settings.ini", "/gtk-4.0/settings.ini"})
            if (const QVariant animations = value(file, "Settings/gtk-enable-animations");
                animations.isValid())
                m_still[kFiles] = !animations.toBool();
    }
    if (wantsStillness() != before)
        emit changed();
}

void SystemAppearance::ask(const QDBusConnection& bus, const QString& space, const QString& key) {
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call << space << key;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, space, key](QDBusPendingCallWatcher* done) {
                const QDBusPendingReply<QDBusVariant> reply = *done;
                if (reply.isValid())
                    receive(space, key, reply.value());
                done->deleteLater();
            });
}

void SystemAppearance::receive(const QString& space, const QString& key, const QDBusVariant& value) {
    QVariant content = value.variant();
    // Read wraps what it reads once more.
    while (content.canConvert<QDBusVariant>())
        content = content.value<QDBusVariant>().variant();
    const uint number = content.toUInt();
    const auto now = [this] { return std::tuple(m_dark, m_contrast, wantsStillness()); };
    const auto before = now();
    if (space == kSpace && key == kScheme)
        m_dark = number == kPrefersDark || (number != kPrefersLight && m_darkAtFirst);
    else if (space == kSpace && key == kContrast)
        m_contrast = number == kPrefersContrast;
    else if ((space == kSpace && key == kReducedMotion) ||
             (space == kGnomeSpace && key == kGnomeAnimations) ||
             (space == kPlasmaSpace && key == kPlasmaAnimations))
        receiveMotion(key, content);
    if (before != now())
        emit changed();
}

void SystemAppearance::receiveMotion(const QString& key, const QVariant& content) {
    bool known = content.typeId() == QMetaType::Bool;
    bool still = !content.toBool();
    if (key == kReducedMotion) {
        known = content.typeId() == QMetaType::UInt;
        still = content.toUInt() == kPrefersStillness;
    } else if (key == kPlasmaAnimations) {
        still = content.toDouble(&known) == 0;
    }
    if (!known)
        return;
    m_still[key] = still;
    if (key != kReducedMotion)
        m_still.remove(kFiles); // Only written when the desktop changes them, if at all.
}

} // namespace protomind
