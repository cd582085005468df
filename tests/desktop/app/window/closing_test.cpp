// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Closing while something works that can't be interrupted: it is said, and nobody has to wait for it.
#include "desktop/app/laboratory.h"
#include "desktop/app/lessons/lesson_guide.h"
#include "desktop/app/window/end_wait.h"
#include "desktop/app/window/ending.h"
#include "desktop/app/window/held_up.h"
#include "desktop/document/commands/experiment_commands.h"
#include "studio/network/template.h"
#include "studio/project/project_file.h"

#include <QDialog>
#include <QDir>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace protomind {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

class ClosingTest : public testing::Test {
protected:
    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    static void setEpochs(Laboratory& lab, std::int64_t epochs) {
        TrainingSettings settings = lab.document.experiment().training;
        settings.epochs = epochs;
        lab.document.undoStack().push(new SetTraining(lab.document, "epochs", settings));
    }
    /// A run with weights that are kept, in the middle of a step that does not end.
    void stickInAStep(Laboratory& lab) {
        ASSERT_TRUE(lab.startWith("playground"));
        setEpochs(lab, 100'000);
        lab.run.train();
        ASSERT_TRUE(lab.untilEpochs(2));
        lab.run.pause();
        ASSERT_TRUE(lab.until([&] { return lab.document.checkpoint() != nullptr; }));
        lab.run.train();
        ASSERT_TRUE(lab.untilState(RunState::Training));
        m_gate.shut();
        ASSERT_TRUE(lab.until([&] { return m_gate.isWaitedAt(); }));
    }
    /// The same, closed and saved as the file, and then worked on all the same: the save waits for the step.
    void keepWorkingInAStep(Laboratory& lab, const QString& path) {
        ASSERT_NO_FATAL_FAILURE(stickInAStep(lab));
        lab.dialogs.nextAnswer = SaveAnswer::Save;
        lab.dialogs.nextFile = path;
        lab.window.closing().setPatience(milliseconds(0));
        const Presser presser("keepWorkingButton");
        lab.window.close();
        ASSERT_TRUE(lab.until([&] { return presser.shown() == 1 && !lab.window.closing().isWaiting(); }));
        ASSERT_TRUE(lab.window.files().isSaving() && !lab.window.files().isWriting());
    }
    QTemporaryDir m_folder;
    Gate m_gate;
};

TEST_F(ClosingTest, SavingThatWaitsForAStepSaysSoAndCloseAnywaySavesWhatThereIs) {
    Laboratory lab(m_folder.path(), nullptr, loadData, m_gate.clock());
    const GateKeeper keeper(m_gate);
    ASSERT_NO_FATAL_FAILURE(stickInAStep(lab));
    lab.dialogs.nextAnswer = SaveAnswer::Save;
    lab.dialogs.nextFile = file("stuck.protomind");
    lab.window.closing().setPatience(milliseconds(0));
    const Presser presser("closeAnywayButton");
    lab.window.close();
    EXPECT_TRUE(lab.window.isVisible());
    ASSERT_TRUE(lab.until([&] { return !lab.window.isVisible(); }))
        << lab.window.messages().text().toStdString();
    EXPECT_EQ(presser.shown(), 1);
    EXPECT_TRUE(presser.said().contains(QLatin1String("current step"))) << presser.said().toStdString();
    EXPECT_TRUE(lab.window.wasClosedAnyway());
    EXPECT_TRUE(m_gate.isWaitedAt()) << "nobody has waited for the step";

    const auto content = readProject(file("stuck.protomind").toStdString());
    ASSERT_TRUE(content) << content.error().text();
    EXPECT_EQ(content->experiment.training.epochs, 100'000);
    ASSERT_TRUE(content->checkpoint);
    EXPECT_EQ(content->checkpoint->history, lab.document.checkpoint()->history);
}

TEST_F(ClosingTest, AProjectThatCanNotBeSavedStaysOpenAndIsKept) {
    {
        Laboratory lab(m_folder.path(), nullptr, loadData, m_gate.clock());
        const GateKeeper keeper(m_gate);
        ASSERT_NO_FATAL_FAILURE(stickInAStep(lab));
        lab.dialogs.nextAnswer = SaveAnswer::Save;
        lab.dialogs.nextFile = file("no/such/folder.protomind");
        lab.window.closing().setPatience(milliseconds(0));
        const Presser presser("closeAnywayButton");
        lab.window.close();
        ASSERT_TRUE(lab.until([&] { return presser.shown() == 1 && !lab.window.files().isSaving(); }));
        EXPECT_TRUE(lab.window.isVisible());
        EXPECT_TRUE(lab.window.messages().text().contains(QLatin1String("Not saved")));
        EXPECT_TRUE(lab.until([&] { return !lab.find<QDialog>("endWait")->isVisible(); }));
        m_gate.open();
    } // and then it ends in a crash
    Laboratory again(m_folder.path());
    again.dialogs.nextRecovery.recover = 0;
    again.window.start();
    ASSERT_EQ(again.dialogs.offered.size(), 1u);
    ASSERT_TRUE(again.until([&] { return again.document.experiment().training.epochs == 100'000; }));
    EXPECT_TRUE(again.document.checkpoint());
}

TEST_F(ClosingTest, KeepWorkingLeavesTheWindowOpenWhenTheStepHasEnded) {
    Laboratory lab(m_folder.path(), nullptr, loadData, m_gate.clock());
    const GateKeeper keeper(m_gate);
    ASSERT_NO_FATAL_FAILURE(stickInAStep(lab));
    lab.dialogs.nextAnswer = SaveAnswer::Save;
    lab.dialogs.nextFile = file("kept.protomind");
    lab.window.closing().setPatience(milliseconds(0));
    {
        const Presser presser("keepWorkingButton");
        lab.window.close();
        ASSERT_TRUE(lab.until([&] { return presser.shown() == 1 && !lab.window.closing().isWaiting(); }));
    }
    m_gate.open();
    ASSERT_TRUE(lab.until([&] { return !lab.window.files().isSaving(); }));
    EXPECT_TRUE(lab.window.isVisible());
    EXPECT_TRUE(QFile::exists(file("kept.protomind"))) << "it is saved all the same";
    lab.window.close();
    EXPECT_TRUE(lab.until([&] { return !lab.window.isVisible(); }));
}

TEST_F(ClosingTest, ASaveThatIsDiscardedPutsNoOtherProjectInTheFile) {
    Laboratory lab(m_folder.path(), nullptr, loadData, m_gate.clock());
    const GateKeeper keeper(m_gate);
    ASSERT_NO_FATAL_FAILURE(keepWorkingInAStep(lab, file("discarded.protomind")));
    lab.dialogs.nextAnswer = SaveAnswer::Discard;
    lab.window.files().newFromTemplate(*findTemplate("spiral-mlp"));
    lab.store.flush();
    EXPECT_FALSE(lab.window.files().isSaving());
    EXPECT_FALSE(QFile::exists(file("discarded.protomind")));
    EXPECT_TRUE(lab.window.files().path().isEmpty());
}

TEST_F(ClosingTest, ASaveIsOfTheProjectThatItWasAskedFor) {
    Laboratory lab(m_folder.path(), nullptr, loadData, m_gate.clock());
    const GateKeeper keeper(m_gate);
    ASSERT_NO_FATAL_FAILURE(keepWorkingInAStep(lab, file("asked.protomind")));
    const QSignalSpy saved(&lab.window.files(), &ProjectFiles::saved);
    lab.window.files().beginWith(ProjectContent{}, true); // As where a lesson ends that nobody has touched.
    ASSERT_TRUE(lab.until([&] { return !lab.window.files().isSaving(); }));
    const auto content = readProject(file("asked.protomind").toStdString());
    ASSERT_TRUE(content) << content.error().text();
    EXPECT_EQ(content->experiment.training.epochs, 100'000);
    EXPECT_TRUE(content->checkpoint);
    EXPECT_TRUE(lab.window.files().path().isEmpty());
    EXPECT_TRUE(lab.document.isModified()) << "what is open now is in no file";
    EXPECT_EQ(saved.count(), 0);
}

TEST_F(ClosingTest, ALessonThatIsLeftInAStepIsWhatIsSaved) {
    Laboratory lab(m_folder.path(), nullptr, loadData, m_gate.clock());
    const GateKeeper keeper(m_gate);
    ASSERT_TRUE(lab.startWith("spiral-mlp"));
    lab.window.lessons().begin(QStringLiteral("rolling-downhill"));
    ASSERT_TRUE(lab.until([&] { return lab.window.lessons().isSettled(); }));
    const Network lesson = lab.document.network();
    setEpochs(lab, 100'000);
    lab.run.train();
    ASSERT_TRUE(lab.untilState(RunState::Training));
    m_gate.shut();
    ASSERT_TRUE(lab.until([&] { return m_gate.isWaitedAt(); }));
    lab.dialogs.nextFile = file("lesson.protomind");
    lab.window.files().save();
    ASSERT_TRUE(lab.window.files().isSaving() && !lab.window.files().isWriting());
    lab.window.lessons().leave();
    ASSERT_NE(lab.document.network(), lesson);
    ASSERT_TRUE(lab.until([&] { return !lab.window.files().isSaving(); }));
    const auto content = readProject(file("lesson.protomind").toStdString());
    ASSERT_TRUE(content) << content.error().text();
    EXPECT_EQ(content->experiment.network, lesson);
    EXPECT_TRUE(lab.window.files().path().isEmpty());
}

TEST_F(ClosingTest, AStepThatEndsSoonIsNotWorthAWord) {
    Laboratory lab(m_folder.path(), nullptr, loadData, m_gate.clock());
    const GateKeeper keeper(m_gate);
    ASSERT_NO_FATAL_FAILURE(stickInAStep(lab));
    lab.dialogs.nextAnswer = SaveAnswer::Save;
    lab.dialogs.nextFile = file("quick.protomind");
    lab.window.closing().setPatience(hours(1));
    const Presser presser("closeAnywayButton");
    lab.window.close();
    m_gate.open();
    ASSERT_TRUE(lab.until([&] { return !lab.window.isVisible(); }));
    EXPECT_TRUE(waitForEnd(lab.run, lab.window, hours(1)));
    EXPECT_EQ(presser.shown(), 0);
    EXPECT_FALSE(lab.window.wasClosedAnyway());
}

TEST_F(ClosingTest, TheEndWaitsForAStepAndSaysSo) {
    Laboratory lab(m_folder.path(), nullptr, loadData, m_gate.clock());
    const GateKeeper keeper(m_gate);
    ASSERT_NO_FATAL_FAILURE(stickInAStep(lab));
    lab.dialogs.nextAnswer = SaveAnswer::Discard;
    lab.window.close();
    EXPECT_FALSE(lab.window.isVisible());
    // Its box goes by itself when the step ends.
    const Presser presser("noSuchButton", [this] { m_gate.open(); });
    EXPECT_TRUE(waitForEnd(lab.run, lab.window, milliseconds(0)));
    EXPECT_EQ(presser.shown(), 1);
    EXPECT_TRUE(presser.said().contains(QLatin1String("current step"))) << presser.said().toStdString();
}

TEST_F(ClosingTest, TheEndNeedNotWaitForAStep) {
    Laboratory lab(m_folder.path(), nullptr, loadData, m_gate.clock());
    const GateKeeper keeper(m_gate);
    ASSERT_NO_FATAL_FAILURE(stickInAStep(lab));
    lab.dialogs.nextAnswer = SaveAnswer::Discard;
    lab.window.close();
    const Presser presser("closeAnywayButton");
    EXPECT_FALSE(waitForEnd(lab.run, lab.window, milliseconds(0)));
    EXPECT_TRUE(m_gate.isWaitedAt());
    EXPECT_FALSE(lab.run.hasStopped());
}

TEST_F(ClosingTest, TheEndWaitsForDataThatIsRead) {
    const auto slowly = [this](const std::string& text, std::uint64_t seed) {
        m_gate.pass();
        return loadData(text, seed);
    };
    Laboratory lab(m_folder.path(), nullptr, slowly);
    const GateKeeper keeper(m_gate);
    m_gate.shut();
    lab.window.start();
    ASSERT_TRUE(lab.until([&] { return m_gate.isWaitedAt(); }));
    lab.window.close();
    EXPECT_FALSE(lab.window.isVisible());
    const Presser presser("closeAnywayButton");
    EXPECT_FALSE(waitForEnd(lab.run, lab.window, milliseconds(0)));
    EXPECT_GT(presser.shown(), 0);
    m_gate.open();
    EXPECT_TRUE(waitForEnd(lab.run, lab.window, hours(1)));
}

TEST_F(ClosingTest, WhatIsPreparedIsCalledSo) {
    Laboratory lab(m_folder.path(), nullptr, loadData, m_gate.clock());
    const GateKeeper keeper(m_gate);
    ASSERT_TRUE(lab.startWith("playground"));
    ASSERT_TRUE(lab.until([&] { return !lab.run.isPreparing(); }));
    m_gate.shut();
    setEpochs(lab, 5);
    lab.run.train();
    ASSERT_TRUE(lab.until([&] { return m_gate.isWaitedAt(); }));
    ASSERT_TRUE(lab.run.isPreparing());
    lab.dialogs.nextAnswer = SaveAnswer::Discard;
    lab.window.close();
    const Presser presser("closeAnywayButton");
    EXPECT_FALSE(waitForEnd(lab.run, lab.window, milliseconds(0)));
    EXPECT_TRUE(presser.said().contains(QLatin1String("prepared"))) << presser.said().toStdString();
}

/// Of a program that ends while a step is under way; run anew by itself, so that it is one with no other
/// threads of ours.
TEST_F(ClosingTest, TheProgramEndsInTheMiddleOfAStepWithEverythingOnTheDisk) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    constexpr const char* kFolder = "PROTOMIND_CLOSING_TEST_FOLDER";
    if (!qEnvironmentVariableIsSet(kFolder))
        qputenv(kFolder, m_folder.path().toUtf8());
    const QString folder = qEnvironmentVariable(kFolder);
    const QString path = QDir(folder).filePath(QStringLiteral("left.protomind"));
    EXPECT_EXIT(
        {
            Laboratory lab(folder, nullptr, loadData, m_gate.clock());
            const GateKeeper keeper(m_gate);
            ASSERT_NO_FATAL_FAILURE(stickInAStep(lab));
            lab.dialogs.nextAnswer = SaveAnswer::Save;
            lab.dialogs.nextFile = path;
            lab.window.closing().setPatience(milliseconds(0));
            const Presser presser("closeAnywayButton");
            lab.window.close();
            m_folder.remove();
            if (lab.until([&] { return !lab.window.isVisible(); }))
                leaveAtOnce(lab.store, lab.preferences, 7);
        },
        testing::ExitedWithCode(7), "");
    qunsetenv(kFolder);
    const auto content = readProject(path.toStdString());
    ASSERT_TRUE(content) << content.error().text();
    EXPECT_TRUE(content->checkpoint);
    EXPECT_TRUE(leftovers(QDir(folder).filePath(QStringLiteral("state")).toStdString()).empty());
    // A good end: no row of crashes begins with it.
    StartRecord next(QDir(folder).filePath(QStringLiteral("state")).toStdString());
    EXPECT_EQ(next.crashesInARow(), 0);
}

/// For people to look at; see screenshots_test.cpp.
TEST_F(ClosingTest, Picture) {
    const QString pictures = qEnvironmentVariable("PROTOMIND_SCREENSHOT_DIR");
    if (pictures.isEmpty())
        GTEST_SKIP() << "PROTOMIND_SCREENSHOT_DIR names no folder for pictures.";
    ASSERT_TRUE(QDir().mkpath(pictures));
    Laboratory lab(m_folder.path(), nullptr, loadData, m_gate.clock());
    const GateKeeper keeper(m_gate);
    ASSERT_NO_FATAL_FAILURE(stickInAStep(lab));
    lab.dialogs.nextAnswer = SaveAnswer::Save;
    lab.dialogs.nextFile = file("pictured.protomind");
    lab.window.closing().setPatience(milliseconds(0));
    lab.window.close();
    auto* box = lab.find<QDialog>("endWait");
    ASSERT_TRUE(lab.until([&] { return box->isVisible(); }));
    for (const bool dark : {false, true}) {
        lab.theme.apply(dark ? ThemeKind::Dark : ThemeKind::Light);
        QApplication::processEvents();
        const QString name = dark ? QStringLiteral("closing-dark.png") : QStringLiteral("closing.png");
        EXPECT_TRUE(box->grab().save(QDir(pictures).filePath(name)));
    }
    lab.theme.apply(ThemeKind::Light);
    m_gate.open();
    EXPECT_TRUE(lab.until([&] { return !lab.window.isVisible(); }));
}

} // namespace
} // namespace protomind
