// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a crash leaves behind, and what the next start makes of it.
#include "desktop/app/dialogs/recovery_dialog.h"
#include "desktop/app/laboratory.h"
#include "desktop/document/commands/experiment_commands.h"
#include "studio/network/template.h"
#include "studio/project/project_file.h"

#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <fstream>
#include <set>

namespace protomind {
namespace {

class RecoveryTest : public testing::Test {
protected:
    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    [[nodiscard]] std::filesystem::path state() const { return file("state").toStdString(); }

    /// What a program leaves that ends in the middle of its work; epochs tells one from the other.
    void leaveBehind(std::int64_t epochs) const {
        WorkingCopy copy = WorkingCopy::create(state()).value();
        const Experiment experiment = experimentOf(epochs);
        ASSERT_TRUE(copy.store(experiment));
        // Later ones are newer, however coarse the clock of the disk is.
        const auto now = std::filesystem::file_time_type::clock::now();
        for (const auto& entry : std::filesystem::recursive_directory_iterator(state()))
            if (entry.is_regular_file() && !m_touched.contains(entry.path()))
                std::filesystem::last_write_time(entry.path(), now + std::chrono::hours(epochs));
        for (const auto& entry : std::filesystem::recursive_directory_iterator(state()))
            m_touched.insert(entry.path());
    }
    static Experiment experimentOf(std::int64_t epochs) {
        const NetworkTemplate* source = findTemplate("playground");
        Experiment experiment;
        experiment.network = source->make();
        experiment.data = source->data;
        experiment.training = source->training;
        experiment.training.epochs = epochs;
        return experiment;
    }
    void saveProject(const char* name, const std::string& device = "cpu") const {
        ProjectContent content;
        content.experiment = experimentOf(33);
        content.experiment.device = device;
        ASSERT_TRUE(writeProject(file(name).toStdString(), content));
    }
    /// A start that ends in a crash.
    void crash() const {
        Laboratory lab(m_folder.path());
        lab.window.start();
    }

    QTemporaryDir m_folder;
    mutable std::set<std::filesystem::path> m_touched;
};

TEST_F(RecoveryTest, AllThatCrashesLeftIsOfferedAndTheRestWaits) {
    for (const std::int64_t epochs : {1, 2, 3})
        leaveBehind(epochs);
    {
        Laboratory lab(m_folder.path());
        lab.dialogs.nextRecovery = {.recover = 1, .discard = {2}};
        lab.window.start();
        ASSERT_EQ(lab.dialogs.offered.size(), 3u);
        ASSERT_TRUE(lab.until([&] { return lab.document.experiment().training.epochs == 2; }));
        EXPECT_TRUE(lab.document.isModified()) << "It is in no file yet.";
        // The newest was not asked for, and is there for later.
        lab.dialogs.nextRecovery = {};
        lab.action("actionUnsavedWork")->trigger();
        EXPECT_EQ(lab.dialogs.offered.size(), 1u);
        lab.dialogs.nextAnswer = SaveAnswer::Discard;
        lab.window.close();
    }
    Laboratory again(m_folder.path());
    again.dialogs.nextRecovery.recover = 0;
    again.window.start();
    ASSERT_EQ(again.dialogs.offered.size(), 1u);
    ASSERT_TRUE(again.until([&] { return again.document.experiment().training.epochs == 3; }));
}

TEST_F(RecoveryTest, NotNowKeepsEverythingAndGoesOnAsUsual) {
    leaveBehind(1);
    leaveBehind(2);
    {
        Laboratory lab(m_folder.path());
        lab.window.start();
        EXPECT_EQ(lab.dialogs.offered.size(), 2u);
        EXPECT_FALSE(lab.document.network().layers().empty()) << "the first template";
        lab.window.close();
    }
    EXPECT_EQ(leftovers(state()).size(), 2u);
}

TEST_F(RecoveryTest, WhatCanNotBeReadIsSaidAndTheWindowWorks) {
    leaveBehind(1);
    const Leftover left = leftovers(state()).at(0);
    std::ofstream(left.directory / "project.protomind") << std::string(8192, 'x');
    Laboratory lab(m_folder.path());
    lab.dialogs.nextRecovery.recover = 0; // The dialog itself would not let it happen.
    lab.window.start();
    ASSERT_EQ(lab.dialogs.offered.size(), 1u);
    EXPECT_FALSE(lab.dialogs.offered[0].readable);
    EXPECT_TRUE(lab.dialogs.offered[0].note.contains(QString::fromStdString(left.directory.string())));
    ASSERT_TRUE(lab.until([&] { return !lab.window.messages().text().isEmpty(); }));
    EXPECT_FALSE(lab.document.network().layers().empty());
    EXPECT_TRUE(std::filesystem::exists(left.directory)) << "It may be of use to somebody.";
}

TEST_F(RecoveryTest, TwoCrashesInARowStartInSafeMode) {
    saveProject("mine.protomind", "opencl:0");
    crash();
    {
        Laboratory second(m_folder.path());
        second.window.start(file("mine.protomind"));
        ASSERT_TRUE(second.until([&] { return second.window.files().path() == file("mine.protomind"); }))
            << "One crash is no reason to hold back.";
    } // and this is the second
    Laboratory third(m_folder.path());
    third.window.start(file("mine.protomind"));
    EXPECT_TRUE(third.document.network().layers().empty());
    EXPECT_TRUE(third.window.files().path().isEmpty());
    EXPECT_TRUE(third.window.messages().text().contains(QLatin1String("in a row")))
        << third.window.messages().text().toStdString();
    // A person may open it; it is computed on the processor.
    QTest::mouseClick(third.find<QPushButton>("messageButton"), Qt::LeftButton);
    ASSERT_TRUE(third.until([&] { return third.window.files().path() == file("mine.protomind"); }));
    EXPECT_EQ(third.document.experiment().device, "cpu");
    EXPECT_FALSE(third.document.isModified());
    third.window.close();

    Laboratory fourth(m_folder.path());
    fourth.window.start();
    EXPECT_FALSE(fourth.document.network().layers().empty()) << "A good end ends the row.";
}

TEST_F(RecoveryTest, SafeModeStillOffersUnsavedWork) {
    crash();
    crash();
    leaveBehind(5);
    Laboratory lab(m_folder.path());
    lab.dialogs.nextRecovery.recover = 0;
    lab.window.start();
    ASSERT_TRUE(lab.until([&] { return lab.document.experiment().training.epochs == 5; }));
}

std::vector<OfferedWork> threePieces() {
    return {
        {QStringLiteral("a.protomind"), QStringLiteral("/home/x"), QStringLiteral("today"), {}, true},
        {QStringLiteral("b.protomind"), {}, QStringLiteral("yesterday"), {}, true},
        {QStringLiteral("c.protomind"), {}, QStringLiteral("long ago"), QStringLiteral("Damaged."), false}};
}

TEST(RecoveryDialogTest, RecoversWhatIsChosenAndThrowsAwayWhatWasMarked) {
    RecoveryDialog dialog(threePieces());
    dialog.show();
    auto* list = dialog.findChild<QListWidget*>(QStringLiteral("recoveryList"));
    auto* discard = dialog.findChild<QPushButton*>(QStringLiteral("discardButton"));
    auto* recover = dialog.findChild<QPushButton*>(QStringLiteral("recoverButton"));
    EXPECT_EQ(list->currentRow(), 0);
    QTest::mouseClick(discard, Qt::LeftButton);
    EXPECT_FALSE(recover->isEnabled());
    EXPECT_FALSE(recover->toolTip().isEmpty());
    QTest::mouseClick(discard, Qt::LeftButton); // Keep, after all.
    EXPECT_TRUE(recover->isEnabled());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    EXPECT_FALSE(recover->isEnabled()) << "it is damaged";
    QTest::mouseClick(discard, Qt::LeftButton);
    QTest::keyClick(list, Qt::Key_Up);
    QTest::mouseClick(recover, Qt::LeftButton);
    EXPECT_FALSE(dialog.isVisible());
    EXPECT_EQ(dialog.answer().recover, std::optional<std::size_t>(1));
    EXPECT_EQ(dialog.answer().discard, std::vector<std::size_t>{2});
}

TEST(RecoveryDialogTest, EscapeRecoversNothing) {
    RecoveryDialog dialog(threePieces());
    dialog.show();
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("discardButton")), Qt::LeftButton);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    EXPECT_FALSE(dialog.isVisible());
    EXPECT_FALSE(dialog.answer().recover);
    EXPECT_EQ(dialog.answer().discard, std::vector<std::size_t>{0});
}

} // namespace
} // namespace protomind
