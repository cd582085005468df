// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/device_program.h"
#include "desktop/app/devices/fake_program.h"
#include "desktop/waiting.h"

#include <gtest/gtest.h>

#include <csignal>
#include <optional>

namespace protomind {
namespace {

using End = DeviceProgram::End;
constexpr int kLong = 600'000;
constexpr int kShort = 300;

class DeviceProgramTest : public testing::Test {
protected:
    /// How it ends when the program does this.
    std::optional<End> run(const QString& script, int milliseconds = kLong) {
        m_fake.answer("--list", script);
        return start(m_fake.path(), milliseconds);
    }
    std::optional<End> start(const QString& program, int milliseconds = kLong) {
        m_told.clear();
        DeviceProgram asked;
        std::optional<End> end;
        QObject::connect(&asked, &DeviceProgram::told, &asked,
                         [this](const QJsonObject& event) { m_told.push_back(event); });
        QObject::connect(&asked, &DeviceProgram::ended, &asked, [&](End how) { end = how; });
        asked.start(program, {QStringLiteral("--list")}, milliseconds);
        static_cast<void>(until([&] { return end.has_value(); }));
        m_problem = asked.problem();
        return end;
    }

    FakeProgram m_fake;
    std::vector<QJsonObject> m_told;
    QString m_problem;
};

TEST_F(DeviceProgramTest, TellsEveryLineAndThatAllWasSaid) {
    EXPECT_EQ(run(FakeProgram::found() + QLatin1String(FakeProgram::kResult)), End::Done);
    ASSERT_EQ(m_told.size(), 3u);
    EXPECT_EQ(m_told[1].value(QLatin1String("id")).toString(), QStringLiteral("opencl:0"));
    EXPECT_EQ(m_fake.asked(), QStringList{QStringLiteral("--list")});
}

TEST_F(DeviceProgramTest, SaysHowElseItEnded) {
    EXPECT_EQ(run(QLatin1String(FakeProgram::kHang), kShort), End::Late);
    EXPECT_EQ(run(QLatin1String(FakeProgram::kCrash)), End::Died);
    EXPECT_EQ(run(QStringLiteral("exit 0")), End::Died) << "said nothing";
    EXPECT_EQ(run(QLatin1String(FakeProgram::kRubbish)), End::Nonsense);
    EXPECT_EQ(run(QStringLiteral(R"(echo '["event"]')")), End::Nonsense);
    EXPECT_EQ(run(QStringLiteral("exec tr '\\0' a </dev/zero")), End::Nonsense) << "without an end";
    EXPECT_EQ(start(QStringLiteral("/nowhere/at/all")), End::Missing);
    EXPECT_EQ(start(QString()), End::Missing);
}

TEST_F(DeviceProgramTest, WhatDriversPrintBetweenTheLinesIsPassedOver) {
    EXPECT_EQ(run(QLatin1String(FakeProgram::kRubbish) + QLatin1Char('\n') + FakeProgram::found() +
                  QLatin1String(FakeProgram::kResult)),
              End::Done);
    EXPECT_EQ(m_told.size(), 3u);
}

TEST_F(DeviceProgramTest, WhatComesAfterTheAnswerDoesNoHarm) {
    for (const char* after : {FakeProgram::kCrash, FakeProgram::kHang, FakeProgram::kRubbish})
        EXPECT_EQ(run(QLatin1String(FakeProgram::kResult) + QLatin1Char('\n') + QLatin1String(after)),
                  End::Done)
            << after;
}

TEST_F(DeviceProgramTest, KeepsWhatWasSaidOfAProblem) {
    EXPECT_EQ(
        run(QStringLiteral("echo 'a driver says this' >&2; echo 'protomind: It is broken.' >&2; exit 4")),
        End::Died);
    EXPECT_EQ(m_problem, QStringLiteral("It is broken."));
}

TEST_F(DeviceProgramTest, TakesTheProcessAlongWhenItGoes) {
    m_fake.answer("--list", QStringLiteral(R"(echo "{\"event\":\"found\",\"pid\":$$}"; exec sleep 600)"));
    pid_t process = 0;
    {
        DeviceProgram asked;
        QObject::connect(&asked, &DeviceProgram::told, &asked, [&](const QJsonObject& event) {
            process = event.value(QLatin1String("pid")).toInt();
        });
        asked.start(m_fake.path(), {QStringLiteral("--list")}, kLong);
        ASSERT_TRUE(until([&] { return process > 0; }));
        EXPECT_EQ(::kill(process, 0), 0);
    }
    EXPECT_TRUE(until([&] { return ::kill(process, 0) != 0; }));
}

} // namespace
} // namespace protomind
