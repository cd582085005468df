// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/device_bench.h"
#include "desktop/app/devices/devices_dialog.h"
#include "desktop/app/devices/speed_bar.h"
#include "desktop/app/devices/tune_dialog.h"

#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>

namespace protomind {
namespace {

const char* const kTuneWords = "--tune opencl:0 --seconds 180";
const QString kProgress = QStringLiteral(R"(echo '{"event":"progress","share":0.5,"tried":120,"speed":1.8}'
)");

class TuneDialogTest : public DeviceBench {
protected:
    void open() {
        m_catalogue.test(QStringLiteral("opencl:0"));
        ASSERT_TRUE(untilTested());
        m_dialog = new TuneDialog(m_catalogue, QStringLiteral("opencl:0"));
        m_dialog->show();
        ASSERT_TRUE(untilSettled(*m_dialog));
    }
    void TearDown() override { delete m_dialog; }
    void press(const char* name) {
        QTest::mouseClick(m_dialog->findChild<QPushButton*>(QLatin1String(name)), Qt::LeftButton);
    }
    [[nodiscard]] QString state() const {
        return m_dialog->findChild<QLabel*>(QStringLiteral("tuneState"))->text();
    }
    [[nodiscard]] QProgressBar* progress() const {
        return m_dialog->findChild<QProgressBar*>(QStringLiteral("tuneProgress"));
    }
    [[nodiscard]] SpeedBar* bar(const char* name) const {
        return m_dialog->findChild<SpeedBar*>(QLatin1String(name));
    }

    QPointer<TuneDialog> m_dialog;
};

TEST_F(TuneDialogTest, BeginsWhenAskedAndShowsBothSpeeds) {
    open();
    EXPECT_EQ(m_fake.timesAsked(kTuneWords), 0) << "a person begins it";
    EXPECT_FALSE(progress()->isVisible());
    m_fake.answer(kTuneWords, kProgress + QStringLiteral(R"(echo '{"event":"tuned","device":"opencl:0"}')"));
    m_fake.answer("--device opencl:0",
                  FakeProgram::verdict("opencl:0", true, 2468.8) + QLatin1String(FakeProgram::kResult));
    press("tuneBegin");
    EXPECT_TRUE(progress()->isVisible());
    ASSERT_TRUE(until([this] { return bar("tuneAfter")->isVisible(); }));
    EXPECT_FALSE(progress()->isVisible());
    EXPECT_NEAR(bar("tuneBefore")->share(), 0.5, 1e-9);
    EXPECT_DOUBLE_EQ(bar("tuneAfter")->share(), 1);
    EXPECT_TRUE(state().contains(QStringLiteral("2.0 times as fast")));
    EXPECT_DOUBLE_EQ(m_catalogue.find(QStringLiteral("opencl:0"))->stepsPerSecond, 2468.8);
}

TEST_F(TuneDialogTest, AllItsWordsHaveRoom) {
    open();
    const auto expectRoom = [this](const char* when) {
        ASSERT_TRUE(untilSettled(*m_dialog));
        for (const QLabel* label : m_dialog->findChildren<QLabel*>()) {
            if (!label->isVisible() || !label->wordWrap())
                continue;
            EXPECT_GE(label->height(), label->heightForWidth(label->width()))
                << when << ": " << label->text().toStdString();
        }
    };
    expectRoom("at first");
    m_fake.answer(kTuneWords, kProgress + QLatin1String(FakeProgram::kHang));
    press("tuneBegin");
    ASSERT_TRUE(until([this] { return state().contains(QStringLiteral("120")); }));
    expectRoom("while it searches");
    press("tuneBegin");
    expectRoom("when it was stopped");
    m_fake.answer(kTuneWords, QStringLiteral(R"(echo '{"event":"tuned","device":"opencl:0"}')"));
    press("tuneBegin");
    ASSERT_TRUE(until([this] { return bar("tuneAfter")->isVisible(); }));
    expectRoom("at the end");
}

TEST_F(TuneDialogTest, WhereNothingIsGainedItSaysSo) {
    open();
    m_fake.answer(kTuneWords, QStringLiteral(R"(echo '{"event":"tuned","device":"opencl:0"}')"));
    press("tuneBegin");
    ASSERT_TRUE(until([this] { return bar("tuneAfter")->isVisible(); }));
    EXPECT_TRUE(state().contains(QStringLiteral("already")));
}

TEST_F(TuneDialogTest, TellsHowFarItIsAndStops) {
    open();
    m_fake.answer(kTuneWords, kProgress + QLatin1String(FakeProgram::kHang));
    press("tuneBegin");
    ASSERT_TRUE(until([this] { return state().contains(QStringLiteral("120")); }));
    EXPECT_TRUE(state().contains(QStringLiteral("1.8 times")));
    EXPECT_GT(progress()->value(), 0);
    EXPECT_LT(progress()->value(), progress()->maximum());
    QTest::keyClick(m_dialog->findChild<QPushButton*>(QStringLiteral("tuneBegin")), Qt::Key_Space);
    EXPECT_TRUE(state().contains(QStringLiteral("stopped")));
    EXPECT_FALSE(progress()->isVisible());
    EXPECT_EQ(m_fake.timesAsked("--device opencl:0"), 1) << "nothing is measured anew";
    press("tuneBegin");
    ASSERT_TRUE(until([this] { return m_fake.timesAsked(kTuneWords) == 2; })) << "and can be begun again";
}

TEST_F(TuneDialogTest, ASearchThatFailsLeavesAllAsItWas) {
    open();
    for (const auto& [script, said] :
         {std::pair{QString::fromLatin1(FakeProgram::kCrash), QStringLiteral("crashed")},
          {QString::fromLatin1(FakeProgram::kRubbish), QStringLiteral("not be understood")},
          {QStringLiteral("echo 'protomind: It multiplies wrongly.' >&2; exit 4"),
           QStringLiteral("It multiplies wrongly.")}}) {
        m_fake.answer(kTuneWords, script);
        press("tuneBegin");
        ASSERT_TRUE(until([this] { return !progress()->isVisible(); }));
        EXPECT_TRUE(state().contains(said)) << state().toStdString();
        EXPECT_FALSE(bar("tuneAfter")->isVisible());
    }
    EXPECT_EQ(m_fake.timesAsked("--device opencl:0"), 1);
}

TEST_F(TuneDialogTest, ASearchThatHangsIsEnded) {
    DeviceCatalogue hasty(m_fake.path(), nullptr, {.listing = 20'000, .testing = 20'000, .tuning = 300});
    m_fake.answer(kTuneWords, QLatin1String(FakeProgram::kHang));
    m_dialog = new TuneDialog(hasty, QStringLiteral("opencl:0"));
    m_dialog->show();
    ASSERT_TRUE(untilSettled(*m_dialog));
    press("tuneBegin");
    ASSERT_TRUE(until([this] { return state().contains(QStringLiteral("too long")); }));
    delete m_dialog;
}

TEST_F(TuneDialogTest, ClosingItStopsTheSearch) {
    open();
    m_fake.answer(kTuneWords, kProgress + QLatin1String(FakeProgram::kHang));
    press("tuneBegin");
    ASSERT_TRUE(until([this] { return state().contains(QStringLiteral("120")); }));
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    ASSERT_TRUE(until([this] { return m_dialog.isNull(); }));
    EXPECT_EQ(m_fake.timesAsked("--device opencl:0"), 1);
}

TEST_F(TuneDialogTest, ComesFromTheDevicesRow) {
    DevicesDialog devices(m_document, m_run, m_catalogue);
    devices.setAttribute(Qt::WA_DeleteOnClose, false);
    devices.show();
    ASSERT_TRUE(untilSettled(devices));
    ASSERT_TRUE(untilTested());
    auto* row = devices.findChild<QWidget*>(QStringLiteral("device-opencl:0"));
    QTest::mouseClick(row->findChild<QPushButton*>(QStringLiteral("deviceTune")), Qt::LeftButton);
    auto* tuning = devices.findChild<TuneDialog*>();
    ASSERT_NE(tuning, nullptr);
    EXPECT_TRUE(tuning->isVisible());
    EXPECT_TRUE(tuning->windowTitle().contains(QStringLiteral("Fancy Card")));
    tuning->reject();
}

} // namespace
} // namespace protomind
