// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/theme/system_appearance.h"
#include "desktop/waiting.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <fstream>

#include "needed_tool.h"
#include "patience.h"

namespace protomind {
namespace {

const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kSpace = QStringLiteral("org.freedesktop.appearance");

/// A desktop's settings portal.
class Portal : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    static constexpr int kKeys = 5; ///< that are asked for

    QMap<QString, QVariant> values; ///< by key
    QMap<QString, QString> spaces;  ///< of keys that are not in kSpace
    int asked = 0;

public slots:
    QDBusVariant Read(const QString& space, const QString& key) {
        ++asked;
        if (!values.contains(key) || space != spaces.value(key, kSpace)) {
            sendErrorReply(QStringLiteral("org.freedesktop.portal.Error.NotFound"), key);
            return {};
        }
        return QDBusVariant(QVariant::fromValue(QDBusVariant(values.value(key))));
    }
};

/// A bus of its own, so that the machine's is left alone.
class SystemAppearanceTest : public testing::Test {
protected:
    void SetUp() override {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty())
            PROTOMIND_TOOL_IS_MISSING("There is no dbus-daemon to make a bus with.");
        m_daemon.start(program, {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                 QStringLiteral("--nopidfile"), QStringLiteral("--print-address")});
        ASSERT_TRUE(m_daemon.waitForStarted(kPatienceMilliseconds));
        ASSERT_TRUE(m_daemon.waitForReadyRead(kPatienceMilliseconds));
        const QString address = QString::fromLocal8Bit(m_daemon.readLine()).trimmed();
        m_server = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(address, QStringLiteral("portal")));
        m_client = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(address, QStringLiteral("window")));
        ASSERT_TRUE(m_server->isConnected() && m_client->isConnected());
        ASSERT_TRUE(m_server->registerObject(kPath, &m_portal, QDBusConnection::ExportAllSlots));
        ASSERT_TRUE(m_server->registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    }
    void TearDown() override {
        m_server.reset();
        m_client.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
        QDBusConnection::disconnectFromBus(QStringLiteral("window"));
        m_daemon.kill();
        m_daemon.waitForFinished(kPatienceMilliseconds);
    }
    void tell(const QString& key, uint value) { tellOf(kSpace, key, value); }
    void tellOf(const QString& space, const QString& key, const QVariant& value) {
        QDBusMessage signal = QDBusMessage::createSignal(kPath, kInterface, QStringLiteral("SettingChanged"));
        signal << space << key << QVariant::fromValue(QDBusVariant(value));
        ASSERT_TRUE(m_server->send(signal));
    }

    QProcess m_daemon;
    Portal m_portal;
    std::unique_ptr<QDBusConnection> m_server;
    std::unique_ptr<QDBusConnection> m_client;
};

TEST_F(SystemAppearanceTest, AsksAtFirstAndFollowsThen) {
    m_portal.values[QStringLiteral("color-scheme")] = 1U;
    SystemAppearance system(false);
    system.follow(*m_client);
    EXPECT_FALSE(system.isDark()); // Nobody waited.
    ASSERT_TRUE(until([&] { return system.isDark(); }));
    ASSERT_TRUE(until([&] { return m_portal.asked == Portal::kKeys; }));
    EXPECT_FALSE(system.wantsContrast());
    tell(QStringLiteral("color-scheme"), 2);
    EXPECT_TRUE(until([&] { return !system.isDark(); }));
    tell(QStringLiteral("contrast"), 1);
    EXPECT_TRUE(until([&] { return system.wantsContrast(); }));
    QSignalSpy changed(&system, &SystemAppearance::changed);
    tell(QStringLiteral("accent-color"), 5);
    tell(QStringLiteral("contrast"), 0);
    EXPECT_TRUE(until([&] { return changed.count() == 1; }));
}

TEST_F(SystemAppearanceTest, NoPreferenceLeavesWhatWasThere) {
    SystemAppearance system(true);
    QSignalSpy changed(&system, &SystemAppearance::changed);
    system.follow(*m_client);
    ASSERT_TRUE(until([&] { return m_portal.asked == Portal::kKeys; }));
    tell(QStringLiteral("color-scheme"), 2);
    ASSERT_TRUE(until([&] { return changed.count() == 1; }));
    EXPECT_FALSE(system.isDark());
    tell(QStringLiteral("color-scheme"), 0);
    EXPECT_TRUE(until([&] { return system.isDark(); }));
}

TEST_F(SystemAppearanceTest, ADesktopThatAsksForStillnessIsHeardWhicheverWayItSaysSo) {
    const QString gnome = QStringLiteral("enable-animations");
    const QString gnomeSpace = QStringLiteral("org.gnome.desktop.interface");
    const QString plasma = QStringLiteral("AnimationDurationFactor");
    const QString plasmaSpace = QStringLiteral("org.kde.kdeglobals.KDE");
    m_portal.values[gnome] = false;
    m_portal.spaces[gnome] = gnomeSpace;
    SystemAppearance system(false);
    system.follow(*m_client);
    ASSERT_TRUE(until([&] { return system.wantsStillness(); }));
    ASSERT_TRUE(until([&] { return m_portal.asked == Portal::kKeys; }));
    tellOf(gnomeSpace, gnome, true);
    EXPECT_TRUE(until([&] { return !system.wantsStillness(); }));
    tell(QStringLiteral("reduced-motion"), 1);
    EXPECT_TRUE(until([&] { return system.wantsStillness(); }));
    tell(QStringLiteral("reduced-motion"), 0);
    EXPECT_TRUE(until([&] { return !system.wantsStillness(); }));
    tellOf(plasmaSpace, plasma, QStringLiteral("0"));
    EXPECT_TRUE(until([&] { return system.wantsStillness(); }));
    tellOf(plasmaSpace, plasma, 0.5);
    EXPECT_TRUE(until([&] { return !system.wantsStillness(); }));
    QSignalSpy changed(&system, &SystemAppearance::changed);
    tellOf(gnomeSpace, gnome, QStringLiteral("nonsense"));
    tellOf(gnomeSpace, plasma, 0.0); // another's key
    tell(QStringLiteral("contrast"), 1);
    EXPECT_TRUE(until([&] { return changed.count() == 1; }));
    EXPECT_FALSE(system.wantsStillness());
}

TEST_F(SystemAppearanceTest, WhatTheDesktopSaysNowCountsMoreThanItsFiles) {
    QTemporaryDir folder;
    QDir(folder.path()).mkdir(QStringLiteral("gtk-3.0"));
    std::ofstream(folder.filePath(QStringLiteral("gtk-3.0/settings.ini")).toStdString())
        << "[Settings]\ngtk-enable-animations=0\n";
    SystemAppearance system(false);
    system.readFiles(folder.path(), QStringLiteral("GNOME"));
    EXPECT_TRUE(system.wantsStillness());
    m_portal.values[QStringLiteral("enable-animations")] = true;
    m_portal.spaces[QStringLiteral("enable-animations")] = QStringLiteral("org.gnome.desktop.interface");
    system.follow(*m_client);
    EXPECT_TRUE(until([&] { return !system.wantsStillness(); }));
}

} // namespace
} // namespace protomind

#include "system_appearance_test.moc"
