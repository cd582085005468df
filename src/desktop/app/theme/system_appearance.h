// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QDBusConnection;
class QDBusVariant;

namespace protomind {

/// What the desktop wants windows to look like: read from the XDG settings portal where there is one
/// (org.freedesktop.appearance: color-scheme, contrast), and followed when a person changes it. Asks without
/// waiting.
class SystemAppearance : public QObject {
    Q_OBJECT
public:
    /// darkAtFirst: until the desktop has said otherwise.
    explicit SystemAppearance(bool darkAtFirst, QObject* parent = nullptr);

    /// On the session's bus; does nothing where there is none.
    void follow();
    void follow(const QDBusConnection& bus);

    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] bool wantsContrast() const { return m_contrast; }

signals:
    void changed();

private slots:
    // Named in a connection to the bus, which knows no other way.
    void receive(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void ask(const QDBusConnection& bus, const QString& key);

    bool m_darkAtFirst;
    bool m_dark;
    bool m_contrast = false;
};

} // namespace protomind
