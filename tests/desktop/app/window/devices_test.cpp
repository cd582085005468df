// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/device_catalogue.h"
#include "desktop/app/devices/fake_program.h"
#include "desktop/app/laboratory.h"
#include "desktop/app/messages/message_strip.h"
#include "desktop/document/commands/experiment_commands.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class WindowDevicesTest : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(m_lab.startWith("playground")); }
    void choose(const std::string& device) {
        m_lab.document.undoStack().push(new SetDevice(m_lab.document, device, newGesture()));
    }
    [[nodiscard]] bool untilTested() {
        return Laboratory::until([this] { return !m_lab.window.devices().isBusy(); });
    }
    void showTraining() { m_lab.find<QTabWidget>("sideTabs")->setCurrentIndex(2); }
    [[nodiscard]] bool threadsAreShown() { return m_lab.find<QWidget>("training-threads")->isVisible(); }
    [[nodiscard]] bool isSaid(const QString& words) {
        const auto labels = m_lab.window.messages().findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    }
    [[nodiscard]] QPushButton* messageButton(const QString& text) {
        for (auto* button : m_lab.window.messages().findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == text)
                return button;
        return nullptr;
    }

    QTemporaryDir m_folder;
    FakeProgram m_fake;
    Laboratory m_lab{m_folder.path(), nullptr, loadData, steadyClock(), sourceFolder() / "lessons",
                     m_fake.path()};
};

TEST_F(WindowDevicesTest, NobodyIsAskedBeforeTheSettingsAreSeen) {
    EXPECT_TRUE(m_fake.asked().isEmpty());
    showTraining();
    ASSERT_TRUE(Laboratory::until([this] { return m_lab.find<QComboBox>("deviceList")->count() == 3; }));
    EXPECT_EQ(m_fake.asked(), QStringList{QStringLiteral("--list")});
}

TEST_F(WindowDevicesTest, ThreadsAreForTheProcessorAlone) {
    showTraining();
    EXPECT_TRUE(threadsAreShown());
    choose("opencl:0");
    EXPECT_FALSE(threadsAreShown());
    m_lab.document.undoStack().undo();
    EXPECT_TRUE(threadsAreShown());
    choose("auto");
    EXPECT_TRUE(threadsAreShown()) << "it may be the processor";
}

TEST_F(WindowDevicesTest, TrainSaysWhatToDoWhereTheDeviceIsMissingAndLeadsThere) {
    choose("opencl:5");
    ASSERT_TRUE(untilTested());
    m_lab.action("actionTrain")->trigger();
    EXPECT_TRUE(isSaid(QStringLiteral("a device that this machine does not have")));
    EXPECT_EQ(m_lab.run.state(), RunState::Idle);
    EXPECT_EQ(m_lab.document.experiment().device, "opencl:5");
    QPushButton* button = messageButton(QStringLiteral("Choose a device"));
    ASSERT_NE(button, nullptr);
    QTest::mouseClick(button, Qt::LeftButton);
    auto* list = m_lab.find<QComboBox>("deviceList");
    EXPECT_TRUE(list->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), list);
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Down);
    EXPECT_EQ(m_lab.document.experiment().device, "cpu");
    EXPECT_FALSE(isSaid(QStringLiteral("a device that this machine does not have")));
    m_lab.action("actionTrain")->trigger();
    EXPECT_TRUE(m_lab.untilEpochs(1));
}

TEST_F(WindowDevicesTest, TheComparisonOpensFromTheMenuAndFromTheSettings) {
    m_lab.action("actionDevices")->trigger();
    auto* dialog = m_lab.find<QDialog>("devicesDialog");
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->isVisible());
    ASSERT_TRUE(untilTested());
    dialog->reject();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_EQ(m_fake.timesAsked("--device cpu"), 1);
    showTraining();
    QTest::mouseClick(m_lab.find<QPushButton>("deviceCompare"), Qt::LeftButton);
    dialog = m_lab.find<QDialog>("devicesDialog");
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->isVisible());
    ASSERT_TRUE(untilTested());
    EXPECT_EQ(m_fake.timesAsked("--device cpu"), 1) << "what was found is kept";
    dialog->reject();
}

} // namespace
} // namespace protomind
