// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QStringList>
#include <QTimer>

class QProcess;

namespace protomind {

/// One run of the program's own command `devices --json`, in a process of its own: a driver that hangs or
/// crashes takes nothing else along. Never waits for it; a run that takes too long is ended.
class DeviceProgram : public QObject {
    Q_OBJECT
public:
    enum class End {
        Done,     ///< said all that it has to say
        Late,     ///< was not done in time
        Died,     ///< crashed, or left without an answer
        Nonsense, ///< said something else than it should
        Missing,  ///< could not be started
    };
    Q_ENUM(End)

    explicit DeviceProgram(QObject* parent = nullptr);
    /// Ends the process; nothing is told of it.
    ~DeviceProgram() override;

    /// arguments: those after `devices --json`. At most once.
    void start(const QString& program, const QStringList& arguments, int milliseconds);
    /// What it said last of a problem, in English; empty where it said nothing.
    [[nodiscard]] QString problem() const;

signals:
    /// A line of its, as it comes: an object with the member "event".
    void told(const QJsonObject& event);
    /// Last of all.
    void ended(protomind::DeviceProgram::End end);

private:
    void read();
    void readLine(const QByteArray& line);
    void end(End end);

    QProcess* m_process = nullptr;
    QTimer m_limit;
    QByteArray m_text; ///< of the line that is not complete yet
    qsizetype m_read = 0;
    QByteArray m_errors;
    bool m_answered = false;
    bool m_nonsense = false;
    bool m_ended = false;
};

} // namespace protomind
