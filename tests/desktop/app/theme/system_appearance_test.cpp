// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/theme/system_appearance.h"
#include "desktop/waiting.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

#include <gtest/gtest.h>

#include "needed_tool.h"
#include "patience.h"

namespace protomind {
namespace {

const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kSpace = QStringLiteral("org.freedesktop.appearance");

/// A desktop's settings portal.
class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    QMap<QString, uint> values;
    int asked = 0;

public slots:
    QDBusVariant Read(const QString& space, const QString& key) {
        ++asked;
        EXPECT_EQ(space, kSpace);
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
    void tell(const QString& key, uint value) {
        QDBusMessage signal = QDBusMessage::createSignal(kPath, kInterface, QStringLiteral("SettingChanged"));
        signal << kSpace << key << QVariant::fromValue(QDBusVariant(value));
        ASSERT_TRUE(m_server->send(signal));
    }

    QProcess m_daemon;
    Portal m_portal;
    std::unique_ptr<QDBusConnection> m_server;
    std::unique_ptr<QDBusConnection> m_client;
};

TEST_F(SystemAppearanceTest, AsksAtFirstAndFollowsThen) {
    m_portal.values[QStringLiteral("color-scheme")] = 1;
    SystemAppearance system(false);
    system.follow(*m_client);
    EXPECT_FALSE(system.isDark()); // Nobody waited.
    ASSERT_TRUE(until([&] { return system.isDark(); }));
    ASSERT_TRUE(until([&] { return m_portal.asked == 2; }));
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
    ASSERT_TRUE(until([&] { return m_portal.asked == 2; }));
    tell(QStringLiteral("color-scheme"), 2);
    ASSERT_TRUE(until([&] { return changed.count() == 1; }));
    EXPECT_FALSE(system.isDark());
    tell(QStringLiteral("color-scheme"), 0);
    EXPECT_TRUE(until([&] { return system.isDark(); }));
}

} // namespace
} // namespace protomind

#include "system_appearance_test.moc"
