// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>

class QWidget;

namespace protomind {

class EndWaitDialog;
class RunController;

/// Closing that has to wait for what can't be interrupted. After a moment it says what that is, and offers
/// not to wait for it. The window answers all the while.
class EndWait : public QObject {
    Q_OBJECT
public:
    /// What is waited for, in words.
    struct Awaited {
        QString sentence;    ///< empty once it is over
        QString explanation; ///< what follows then, and what Close anyway does instead
    };
    using Look = std::function<Awaited()>;
    enum class Cancel { Offered, TooLate };
    /// How long nothing is said.
    static constexpr std::chrono::milliseconds kPatience{500};

    /// parent: the window that waits; none where it has closed already.
    EndWait(Look awaited, Cancel cancel, QWidget* parent = nullptr);
    ~EndWait() override;

    void setPatience(std::chrono::milliseconds patience) { m_patience.setInterval(patience); }
    void begin();
    void end();
    [[nodiscard]] bool isWaiting() const { return m_look.isActive(); }

    /// What a run is at that does not stop at once.
    [[nodiscard]] static QString stepInWords(const RunController& run);

signals:
    /// Nothing is waited for any more.
    void over();
    void closeAnyway();
    /// The person would rather go on working.
    void cancelled();

private:
    void look();
    void tell();
    void press();

    Look m_awaited;
    EndWaitDialog* m_dialog;
    QTimer m_patience;
    QTimer m_look; ///< whether it is over
};

} // namespace protomind
