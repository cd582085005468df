// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <map>

namespace protomind {

/// Answers in the place of `protomind devices --json ...`: a shell script, which may hang, crash and say
/// rubbish as drivers do. Each question that it was asked is noted.
class FakeProgram {
public:
    static constexpr const char* kHang = "exec sleep 600";
    static constexpr const char* kCrash = "kill -SEGV $$";
    static constexpr const char* kRubbish = "echo 'pure virtual method called'";
    static constexpr const char* kResult = R"(echo '{"event":"result","devices":2}')";

    /// A processor and a graphics card, both in order.
    FakeProgram() {
        m_answers[QStringLiteral("--list")] = found() + QLatin1String(kResult);
        m_answers[QStringLiteral("--device cpu")] = verdict("cpu", true, 120) + QLatin1String(kResult);
        m_answers[QStringLiteral("--device opencl:0")] =
            verdict("opencl:0", true, 1234.4) + QLatin1String(kResult);
        write();
    }

    /// What it does when it is asked with these words after `devices --json`.
    void answer(const char* words, const QString& script) {
        m_answers[QLatin1String(words)] = script;
        write();
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("program")); }
    [[nodiscard]] QStringList asked() const {
        QFile file(m_folder.filePath(QStringLiteral("asked")));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    [[nodiscard]] qsizetype timesAsked(const char* words) const {
        return asked().count(QLatin1String(words));
    }

    static QString found(const char* card = "Fancy Card", qint64 memory = 8'000'000'000) {
        return QStringLiteral(
                   R"(echo '{"event":"found","id":"cpu","name":"Good Processor","detail":"AVX2","threads":4,)"
                   R"("memory":16000000000,"graphics":false,"tunable":false}'
echo '{"event":"found","id":"opencl:0","name":"%1","detail":"Maker, driver 1.2","threads":28,)"
                   R"("memory":%2,"graphics":true,"tunable":true}'
)")
            .arg(QLatin1String(card))
            .arg(memory);
    }
    static QString verdict(const char* id, bool passed, double steps) {
        return QStringLiteral(R"(echo '{"event":"device","id":"%1","name":"x","passed":%2,"tuned":false,)"
                              R"("steps_per_second":%3,"sentence":"Its numbers are wrong."}'
)")
            .arg(QLatin1String(id), passed ? QStringLiteral("true") : QStringLiteral("false"))
            .arg(steps);
    }

private:
    void write() const {
        QString script = QStringLiteral("#!/bin/sh\nshift 2\necho \"$*\" >> '%1'\ncase \"$*\" in\n")
                             .arg(m_folder.filePath(QStringLiteral("asked")));
        for (const auto& [words, does] : m_answers)
            script += QStringLiteral("'%1') %2 ;;\n").arg(words, does);
        script += QStringLiteral("esac\n");
        QFile file(path());
        if (file.open(QIODevice::WriteOnly))
            file.write(script.toUtf8());
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QTemporaryDir m_folder;
    std::map<QString, QString> m_answers;
};

} // namespace protomind
