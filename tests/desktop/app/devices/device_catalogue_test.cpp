// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/device_catalogue.h"
#include "desktop/app/devices/fake_program.h"
#include "desktop/waiting.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

using State = KnownDevice::State;
constexpr DeviceLimits kPatient{.listing = 600'000, .testing = 600'000, .tuning = 600'000};
/// For programs that hang; others are done long before.
constexpr DeviceLimits kHasty{.listing = 20'000, .testing = 400, .tuning = 400};

class DeviceCatalogueTest : public testing::Test {
protected:
    void make(DeviceLimits limits = kPatient) {
        m_catalogue = std::make_unique<DeviceCatalogue>(m_fake.path(), nullptr, limits);
    }
    [[nodiscard]] bool untilDone() {
        return until([this] { return !m_catalogue->isBusy(); });
    }
    [[nodiscard]] State state(const char* device) const {
        const KnownDevice* known = m_catalogue->find(QLatin1String(device));
        return known == nullptr ? State::Untested : known->state;
    }
    [[nodiscard]] QString trouble(const char* device) const {
        const KnownDevice* known = m_catalogue->find(QLatin1String(device));
        return known == nullptr ? QString() : known->trouble;
    }

    FakeProgram m_fake;
    std::unique_ptr<DeviceCatalogue> m_catalogue;
};

TEST_F(DeviceCatalogueTest, ListsOnceAndTestsNothingByThat) {
    make();
    EXPECT_EQ(m_catalogue->listing(), DeviceCatalogue::Listing::NotAsked);
    m_catalogue->list();
    m_catalogue->list();
    ASSERT_TRUE(untilDone());
    EXPECT_EQ(m_catalogue->listing(), DeviceCatalogue::Listing::Known);
    ASSERT_EQ(m_catalogue->devices().size(), 2u);
    const KnownDevice& card = m_catalogue->devices()[1];
    EXPECT_EQ(card.name, QStringLiteral("Fancy Card"));
    EXPECT_EQ(card.memory, 8'000'000'000);
    EXPECT_TRUE(card.graphics && card.tunable);
    EXPECT_EQ(card.state, State::Untested);
    EXPECT_EQ(m_catalogue->find(QStringLiteral("opencl")), &card) << "the first of its kind";
    EXPECT_EQ(m_fake.asked(), QStringList{QStringLiteral("--list")});
}

TEST_F(DeviceCatalogueTest, TestsEachInARunOfItsOwnAndKeepsWhatIsFound) {
    make();
    m_catalogue->test(QStringLiteral("opencl"));
    ASSERT_TRUE(untilDone());
    EXPECT_EQ(state("opencl:0"), State::Passed);
    EXPECT_EQ(state("cpu"), State::Untested);
    m_catalogue->test(QStringLiteral("auto"));
    m_catalogue->test(QStringLiteral("opencl:0"));
    ASSERT_TRUE(untilDone());
    EXPECT_EQ(state("cpu"), State::Passed);
    EXPECT_DOUBLE_EQ(m_catalogue->find(QStringLiteral("cpu"))->stepsPerSecond, 120);
    EXPECT_DOUBLE_EQ(m_catalogue->find(QStringLiteral("opencl:0"))->stepsPerSecond, 1234.4);
    EXPECT_EQ(m_fake.timesAsked("--device opencl:0"), 1);

    m_fake.answer("--device opencl:0",
                  FakeProgram::verdict("opencl:0", false, 0) + QLatin1String(FakeProgram::kResult));
    m_catalogue->testAllAgain();
    ASSERT_TRUE(untilDone());
    EXPECT_EQ(m_fake.timesAsked("--list"), 2);
    EXPECT_EQ(state("cpu"), State::Passed);
    EXPECT_EQ(state("opencl:0"), State::Failed);
    EXPECT_EQ(trouble("opencl:0"), QStringLiteral("Its numbers are wrong."));
    EXPECT_TRUE(m_catalogue->find(QStringLiteral("opencl:0"))->isOff());
}

TEST_F(DeviceCatalogueTest, ATestThatHangsCrashesOrSaysNonsenseFailsAndTheOthersGoOn) {
    const QString lie = QStringLiteral(R"(echo '{"event":"device","id":"opencl:0","passed":true,)"
                                       R"("steps_per_second":-3}'; )") +
                        QLatin1String(FakeProgram::kResult);
    // A verdict counts once the process has come to its end in order.
    const QString early = FakeProgram::verdict("opencl:0", true, 9);
    for (const QString& script :
         {QString::fromLatin1(FakeProgram::kHang), QString::fromLatin1(FakeProgram::kCrash),
          QString::fromLatin1(FakeProgram::kRubbish), QString::fromLatin1(FakeProgram::kResult), lie,
          early + QLatin1String(FakeProgram::kCrash)}) {
        SCOPED_TRACE(script.toStdString());
        m_fake.answer("--device opencl:0", script);
        make(script == QLatin1String(FakeProgram::kHang) ? kHasty : kPatient);
        // The card first, so that something comes after it.
        m_catalogue->list();
        ASSERT_TRUE(untilDone());
        m_catalogue->test(QStringLiteral("opencl:0"));
        if (script != QLatin1String(FakeProgram::kHang))
            m_catalogue->test(QStringLiteral("cpu"));
        ASSERT_TRUE(untilDone());
        EXPECT_EQ(state("opencl:0"), State::Failed);
        EXPECT_EQ(m_catalogue->find(QStringLiteral("opencl:0"))->stepsPerSecond, 0);
        EXPECT_TRUE(trouble("opencl:0").endsWith(QLatin1Char('.'))) << "a sentence";
        EXPECT_EQ(state("cpu"),
                  script == QLatin1String(FakeProgram::kHang) ? State::Untested : State::Passed);
    }
}

TEST_F(DeviceCatalogueTest, AListThatFailsLeavesTheProcessorAndSaysWhy) {
    const QString half = QStringLiteral(R"(echo '{"event":"found","id":"cpu","name":"P","threads":4}'; )");
    for (const QString& script :
         {QString::fromLatin1(FakeProgram::kCrash), half + QLatin1String(FakeProgram::kCrash),
          QString::fromLatin1(FakeProgram::kRubbish), QString::fromLatin1(FakeProgram::kResult)}) {
        SCOPED_TRACE(script.toStdString());
        m_fake.answer("--list", script);
        make();
        m_catalogue->test(QStringLiteral("auto"));
        ASSERT_TRUE(untilDone());
        EXPECT_EQ(m_catalogue->listing(), DeviceCatalogue::Listing::Failed);
        EXPECT_FALSE(m_catalogue->trouble().isEmpty());
        ASSERT_EQ(m_catalogue->devices().size(), 1u);
        EXPECT_EQ(state("cpu"), State::Passed) << "that one is tested all the same";
    }
    m_fake.answer("--list", half + QLatin1String(FakeProgram::kHang));
    make({.listing = 400, .testing = 600'000, .tuning = 600'000});
    m_catalogue->list();
    ASSERT_TRUE(untilDone());
    EXPECT_EQ(m_catalogue->listing(), DeviceCatalogue::Listing::Failed);
    EXPECT_NE(m_catalogue->find(QStringLiteral("cpu")), nullptr);
}

TEST_F(DeviceCatalogueTest, WithoutAProgramTheProcessorIsLeftAndNotSwitchedOff) {
    m_catalogue = std::make_unique<DeviceCatalogue>(QString());
    m_catalogue->test(QStringLiteral("auto"));
    ASSERT_TRUE(untilDone());
    EXPECT_EQ(m_catalogue->listing(), DeviceCatalogue::Listing::Failed);
    ASSERT_EQ(m_catalogue->devices().size(), 1u);
    EXPECT_FALSE(m_catalogue->devices()[0].isOff());
}

TEST_F(DeviceCatalogueTest, ADeviceThatIsGoneAtTheNextListIsForgotten) {
    make();
    m_catalogue->list();
    ASSERT_TRUE(untilDone());
    m_fake.answer("--list", QStringLiteral(R"(echo '{"event":"found","id":"cpu","name":"P"}'; )") +
                                QLatin1String(FakeProgram::kResult));
    m_catalogue->testAllAgain();
    ASSERT_TRUE(untilDone());
    EXPECT_EQ(m_catalogue->devices().size(), 1u);
    EXPECT_EQ(m_fake.timesAsked("--device opencl:0"), 0);
}

TEST_F(DeviceCatalogueTest, TakesNoNonsenseOfADevice) {
    m_fake.answer("--list", QStringLiteral(
                                R"(echo '{"event":"found","id":"cpu","name":7,"threads":-2,"memory":-1e300}'
echo '{"event":"found"}'
echo '{"event":"found","id":"auto","name":"x"}'
echo '{"event":"found","id":"opencl:0","name":"%1"}'
)")
                                    .arg(QString(500, QLatin1Char('n'))) +
                                QLatin1String(FakeProgram::kResult));
    make();
    m_catalogue->list();
    ASSERT_TRUE(untilDone());
    ASSERT_EQ(m_catalogue->devices().size(), 2u);
    const KnownDevice& processor = m_catalogue->devices()[0];
    EXPECT_EQ(processor.name, QStringLiteral("cpu"));
    EXPECT_EQ(processor.threads, 1);
    EXPECT_EQ(processor.memory, 0);
    EXPECT_LT(m_catalogue->devices()[1].name.size(), 200);
}

} // namespace
} // namespace protomind
