// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QObject>
#include <QString>

class QDBusConnection;
class QDBusVariant;

namespace protomind {

/// What the desktop wants windows to look like: read from the XDG settings portal where there is one
/// (org.freedesktop.appearance: color-scheme, contrast, reduced-motion; what GNOME and KDE Plasma call the
/// last), and followed when a person changes it. Asks without waiting.
class SystemAppearance : public QObject {
    Q_OBJECT
public:
    /// darkAtFirst: until the desktop has said otherwise.
    explicit SystemAppearance(bool darkAtFirst, QObject* parent = nullptr);

    /// On the session's bus; does nothing where there is none.
    void follow();
    void follow(const QDBusConnection& bus);
    /// Whether motion is wanted, from the files in which desktops keep that, for those whose portal doesn't
    /// say. desktops: as in XDG_CURRENT_DESKTOP.
    void readFiles(const QString& configFolder, const QString& desktops);

    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] bool wantsContrast() const { return m_contrast; }
    /// Nothing should move by itself.
    [[nodiscard]] bool wantsStillness() const { return m_still.values().contains(true); }

signals:
    void changed();

private slots:
    // Named in a connection to the bus, which knows no other way.
    void receive(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void ask(const QDBusConnection& bus, const QString& space, const QString& key);
    void receiveMotion(const QString& key, const QVariant& content);

    bool m_darkAtFirst;
    bool m_dark;
    bool m_contrast = false;
    QMap<QString, bool> m_still; ///< by who says it
};

} // namespace protomind
