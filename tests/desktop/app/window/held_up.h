// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/clock.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

#include <condition_variable>
#include <functional>
#include <mutex>

namespace protomind {

/// What whoever comes to it waits at while it is shut: a step that does not end.
class Gate {
public:
    void shut() { set(true); }
    void open() { set(false); }
    [[nodiscard]] bool isWaitedAt() {
        const std::scoped_lock lock(m_mutex);
        return m_waiting > 0;
    }
    void pass() {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_changed.wait(lock, [this] { return !m_shut; });
        --m_waiting;
    }
    [[nodiscard]] Clock clock() {
        return [this] {
            pass();
            return steadyClock()();
        };
    }

private:
    void set(bool shut) {
        const std::scoped_lock lock(m_mutex);
        m_shut = shut;
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_shut = false;
    int m_waiting = 0;
};

/// Opens it in time for what waits at it to be taken apart.
class GateKeeper {
public:
    explicit GateKeeper(Gate& gate)
        : m_gate(gate) {}
    GateKeeper(const GateKeeper&) = delete;
    GateKeeper& operator=(const GateKeeper&) = delete;
    ~GateKeeper() { m_gate.open(); }

private:
    Gate& m_gate;
};

/// Presses a button of the box that says what the end waits for, as soon as it is there.
class Presser final : public QObject {
public:
    explicit Presser(const char* button, std::function<void()> before = {})
        : m_button(QLatin1String(button))
        , m_before(std::move(before)) {
        qApp->installEventFilter(this);
    }
    [[nodiscard]] const QString& said() const { return m_said; }
    /// What is to follow, and what the button does instead.
    [[nodiscard]] const QString& explained() const { return m_explained; }
    /// How often the box has come.
    [[nodiscard]] int shown() const { return m_shown; }

protected:
    bool eventFilter(QObject* object, QEvent* event) override {
        auto* box = qobject_cast<QDialog*>(object);
        if (event->type() != QEvent::Show || !box || box->objectName() != QLatin1String("endWait"))
            return false;
        ++m_shown;
        m_said = box->findChild<QLabel*>(QStringLiteral("endWaitAwaited"))->text();
        m_explained = box->findChild<QLabel*>(QStringLiteral("endWaitWords"))->text();
        if (m_before)
            m_before();
        if (auto* button = box->findChild<QPushButton*>(m_button))
            QMetaObject::invokeMethod(button, &QPushButton::click, Qt::QueuedConnection);
        return false;
    }

private:
    QString m_button;
    std::function<void()> m_before;
    QString m_said;
    QString m_explained;
    int m_shown = 0;
};

} // namespace protomind
