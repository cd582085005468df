// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/device_program.h"

#include <QJsonDocument>
#include <QPointer>
#include <QProcess>

#include <algorithm>
#include <csignal>
#include <sys/prctl.h>

namespace protomind {

namespace {

constexpr qsizetype kMostBytes = 4 << 20;      ///< of all that it says
constexpr qsizetype kMostErrorBytes = 1 << 14; ///< that are kept
/// For a process that has said all: drivers take their time to clear up, and some never end.
constexpr int kLeaveMilliseconds = 3000;
/// A process that was killed is gone by then, unless a driver holds it in the system's kernel.
constexpr int kGoneMilliseconds = 200;

} // namespace

DeviceProgram::DeviceProgram(QObject* parent)
    : QObject(parent) {
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { end(m_answered ? End::Done : End::Late); });
}

DeviceProgram::~DeviceProgram() {
    if (m_process == nullptr)
        return;
    m_process->disconnect(this);
    if (m_process->state() == QProcess::NotRunning) {
        delete m_process;
        return;
    }
    // QProcess waits half a minute for what can't be killed. Such a process is left alone with its object.
    m_process->kill();
    if (m_process->waitForFinished(kGoneMilliseconds))
        delete m_process;
    else
        connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
}

void DeviceProgram::start(const QString& program, const QStringList& arguments, int milliseconds) {
    m_process = new QProcess;
    m_process->setStandardInputFile(QProcess::nullDevice());
    // It ends with the window, whichever way that ends.
    m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    connect(m_process, &QProcess::readyReadStandardOutput, this, &DeviceProgram::read);
    connect(m_process, &QProcess::readyReadStandardError, this,
            [this] { m_errors = (m_errors + m_process->readAllStandardError()).right(kMostErrorBytes); });
    connect(m_process, &QProcess::finished, this, [this] {
        const QPointer<DeviceProgram> alive(this);
        read();
        if (!alive || m_ended)
            return;
        end(m_answered ? End::Done : m_nonsense ? End::Nonsense : End::Died);
    });
    // Where it did not start, nothing else comes of it.
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(End::Missing);
    });
    m_limit.start(milliseconds);
    if (program.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { end(End::Missing); }, Qt::QueuedConnection);
        return;
    }
    m_process->start(program, QStringList{QStringLiteral("devices"), QStringLiteral("--json")} + arguments);
}

QString DeviceProgram::problem() const {
    constexpr QByteArrayView kBegin("protomind: ");
    const QList<QByteArray> lines = m_errors.split('\n');
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        if (lines[i].startsWith(kBegin))
            return QString::fromUtf8(lines[i].sliced(kBegin.size())).trimmed();
    }
    return {};
}

void DeviceProgram::read() {
    const QByteArray more = m_process->readAllStandardOutput();
    m_read += more.size();
    m_text += more;
    if (m_read > kMostBytes) {
        end(End::Nonsense);
        return;
    }
    const QPointer<DeviceProgram> alive(this);
    for (qsizetype at = m_text.indexOf('\n'); at >= 0; at = m_text.indexOf('\n')) {
        const QByteArray line = m_text.first(at).trimmed();
        m_text.remove(0, at + 1);
        if (!line.isEmpty())
            readLine(line);
        // Whoever was told may have given it up.
        if (!alive || m_ended)
            return;
    }
}

/// Drivers print into what the program says: such a line alone is passed over.
void DeviceProgram::readLine(const QByteArray& line) {
    const QJsonObject event = QJsonDocument::fromJson(line).object();
    const QString name = event.value(QLatin1String("event")).toString();
    if (name.isEmpty()) {
        m_nonsense = true;
        return;
    }
    if (!m_answered && (name == QLatin1String("result") || name == QLatin1String("tuned"))) {
        m_answered = true;
        m_limit.start(std::min(m_limit.remainingTime(), kLeaveMilliseconds));
    }
    emit told(event);
}

void DeviceProgram::end(End end) {
    if (m_ended)
        return;
    m_ended = true;
    m_limit.stop();
    m_process->disconnect(this);
    if (m_process->state() != QProcess::NotRunning)
        m_process->kill();
    emit ended(end);
}

} // namespace protomind
