// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/device_bench.h"
#include "desktop/app/devices/device_row.h"
#include "desktop/app/devices/devices_dialog.h"
#include "desktop/app/devices/speed_bar.h"

#include <QLabel>
#include <QPushButton>

namespace protomind {
namespace {

class DevicesDialogTest : public DeviceBench {
protected:
    void open() {
        m_dialog = new DevicesDialog(m_document, m_run, m_catalogue);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->show();
        ASSERT_TRUE(untilSettled(*m_dialog));
    }
    void TearDown() override { delete m_dialog; }
    [[nodiscard]] DeviceRow* row(const char* device) const {
        return m_dialog->findChild<DeviceRow*>(QStringLiteral("device-") + QLatin1String(device));
    }
    template<class Widget>
    [[nodiscard]] Widget* in(const char* device, const char* name) const {
        return row(device)->findChild<Widget*>(QLatin1String(name));
    }
    [[nodiscard]] QString text(const char* device, const char* name) const {
        return in<QLabel>(device, name)->text();
    }

    DevicesDialog* m_dialog = nullptr;
};

TEST_F(DevicesDialogTest, ShowsEachWithItsSpeedBesideTheFastest) {
    open();
    ASSERT_TRUE(untilTested());
    EXPECT_EQ(text("cpu", "deviceTitle"), QStringLiteral("Processor"));
    EXPECT_EQ(text("opencl:0", "deviceTitle"), QStringLiteral("Fancy Card"));
    EXPECT_TRUE(text("opencl:0", "deviceFacts").contains(QStringLiteral("Graphics card")));
    EXPECT_TRUE(text("opencl:0", "deviceFacts").contains(QStringLiteral("8.0 GB")));
    EXPECT_EQ(text("opencl:0", "deviceDriver"), QStringLiteral("Maker, driver 1.2"));
    EXPECT_TRUE(text("opencl:0", "deviceSpeed").startsWith(QStringLiteral("1234 training steps")));
    EXPECT_DOUBLE_EQ(in<SpeedBar>("opencl:0", "deviceBar")->share(), 1);
    EXPECT_NEAR(in<SpeedBar>("cpu", "deviceBar")->share(), 120 / 1234.4, 1e-9);
    EXPECT_FALSE(in<QPushButton>("cpu", "deviceTune")->isVisible()) << "only what can be tuned";
    EXPECT_TRUE(in<QPushButton>("opencl:0", "deviceTune")->isEnabled());
}

TEST_F(DevicesDialogTest, UsesADeviceAsAStepThatCanBeUndone) {
    open();
    ASSERT_TRUE(untilTested());
    auto* use = in<QPushButton>("opencl:0", "deviceUse");
    EXPECT_FALSE(in<QPushButton>("cpu", "deviceUse")->isEnabled());
    EXPECT_FALSE(in<QPushButton>("cpu", "deviceUse")->toolTip().isEmpty());
    use->setFocus();
    QTest::keyClick(use, Qt::Key_Space);
    EXPECT_EQ(chosen(), "opencl:0");
    EXPECT_FALSE(use->isEnabled());
    EXPECT_TRUE(in<QPushButton>("cpu", "deviceUse")->isEnabled());
    m_document.undoStack().undo();
    EXPECT_EQ(chosen(), "cpu");
    EXPECT_TRUE(use->isEnabled());
    m_document.undoStack().redo();
    EXPECT_EQ(chosen(), "opencl:0");
}

TEST_F(DevicesDialogTest, ADeviceThatCrashesCanNotBeUsedAndSaysWhy) {
    m_fake.answer("--device opencl:0", QLatin1String(FakeProgram::kCrash));
    open();
    ASSERT_TRUE(untilTested());
    EXPECT_TRUE(text("opencl:0", "deviceVerdict").contains(QStringLiteral("crashed")));
    const auto* use = in<QPushButton>("opencl:0", "deviceUse");
    EXPECT_FALSE(use->isEnabled());
    EXPECT_EQ(use->toolTip(), m_catalogue.find(QStringLiteral("opencl:0"))->trouble);
    EXPECT_FALSE(in<QPushButton>("opencl:0", "deviceTune")->isEnabled());
    EXPECT_FALSE(in<SpeedBar>("opencl:0", "deviceBar")->isVisible());
    EXPECT_TRUE(text("cpu", "deviceVerdict").contains(QStringLiteral("as it should")));

    // Another driver was installed in between.
    m_fake.answer("--device opencl:0",
                  FakeProgram::verdict("opencl:0", true, 60) + QLatin1String(FakeProgram::kResult));
    QTest::mouseClick(m_dialog->findChild<QPushButton*>(QStringLiteral("devicesAgain")), Qt::LeftButton);
    EXPECT_FALSE(m_dialog->findChild<QPushButton*>(QStringLiteral("devicesAgain"))->isEnabled());
    ASSERT_TRUE(untilTested());
    EXPECT_TRUE(use->isEnabled());
    EXPECT_NEAR(in<SpeedBar>("opencl:0", "deviceBar")->share(), 0.5, 1e-9);
}

TEST_F(DevicesDialogTest, IsThereWhileADriverHangs) {
    m_fake.answer("--device opencl:0", QLatin1String(FakeProgram::kHang));
    open();
    ASSERT_TRUE(until([this] {
        const KnownDevice* card = m_catalogue.find(QStringLiteral("opencl:0"));
        return card != nullptr && card->state == KnownDevice::State::Testing;
    }));
    EXPECT_TRUE(text("opencl:0", "deviceVerdict").contains(QStringLiteral("Is being tested")));
    QTest::keyClick(in<QPushButton>("opencl:0", "deviceUse"), Qt::Key_Space);
    EXPECT_EQ(chosen(), "opencl:0") << "the window goes on all the same";
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    EXPECT_FALSE(m_dialog->isVisible());
}

TEST_F(DevicesDialogTest, SaysWhyThereIsNoListOfGraphicsCards) {
    m_fake.answer("--list", QLatin1String(FakeProgram::kRubbish));
    open();
    ASSERT_TRUE(untilTested());
    const auto* trouble = m_dialog->findChild<QLabel*>(QStringLiteral("devicesTrouble"));
    EXPECT_TRUE(trouble->isVisible());
    EXPECT_EQ(trouble->text(), m_catalogue.trouble());
    EXPECT_NE(row("cpu"), nullptr);
}

TEST_F(DevicesDialogTest, MeasuresNothingWhileTrainingGoesOn) {
    m_run.setSpeed(1);
    m_run.train();
    ASSERT_TRUE(until([this] { return m_run.state() == RunState::Training; }));
    open();
    ASSERT_TRUE(untilTested());
    const auto* again = m_dialog->findChild<QPushButton*>(QStringLiteral("devicesAgain"));
    EXPECT_FALSE(again->isEnabled());
    EXPECT_TRUE(again->toolTip().contains(QStringLiteral("Pause the training")));
    EXPECT_EQ(m_fake.asked(), QStringList{QStringLiteral("--list")});
    m_run.pause();
    ASSERT_TRUE(until([this] { return m_run.state() == RunState::Paused; }));
    EXPECT_TRUE(again->isEnabled());
}

} // namespace
} // namespace protomind
