// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Closing while the project is written, by a disk that takes its time.
#include "desktop/app/laboratory.h"
#include "desktop/app/window/end_wait.h"
#include "desktop/app/window/ending.h"
#include "desktop/app/window/held_up.h"
#include "desktop/app/work/work_thread.h"
#include "desktop/document/commands/experiment_commands.h"
#include "studio/project/project_file.h"

#include <QDir>

#include <gtest/gtest.h>

namespace protomind {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

/// Keeps a window from hearing that it is to close.
class Swallower final : public QObject {
public:
    explicit Swallower(QObject& window) { window.installEventFilter(this); }
    [[nodiscard]] int swallowed() const { return m_swallowed; }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::Close)
            return false;
        ++m_swallowed;
        event->ignore();
        return true;
    }

private:
    int m_swallowed = 0;
};

/// Thinks about what it is asked for as long as something has not happened.
class SlowDialogs final : public ScriptedDialogs {
public:
    std::function<void()> think;
    bool confirm(QWidget*, const QString&, const QString&, const QString&, const QString&) override {
        think();
        return true;
    }
};

class ClosingWritesTest : public testing::Test {
protected:
    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    static void setEpochs(Laboratory& lab, std::int64_t epochs) {
        TrainingSettings settings = lab.document.experiment().training;
        settings.epochs = epochs;
        lab.document.undoStack().push(new SetTraining(lab.document, "epochs", settings));
    }
    static std::int64_t epochsIn(const QString& path) {
        const Result<ProjectContent> read = readProject(path.toStdString());
        return read ? read->experiment.training.epochs : -1;
    }
    /// Nothing that is asked of the disk from now on is done while the gate is shut.
    void stickInTheDisk(Laboratory& lab) {
        m_gate.shut();
        lab.store.findChild<WorkThread*>()->run([this] { m_gate.pass(); }, [](const Problem&) {});
        ASSERT_TRUE(lab.until([&] { return m_gate.isWaitedAt(); }));
    }
    /// An edit that is being saved, and the window that is to close then.
    void closeInAWrite(Laboratory& lab, const QString& path) {
        ASSERT_TRUE(lab.startWith("playground"));
        setEpochs(lab, 10);
        lab.window.files().keepNow([](const auto&...) {});
        lab.store.flush();
        ASSERT_NO_FATAL_FAILURE(stickInTheDisk(lab));
        lab.dialogs.nextAnswer = SaveAnswer::Save;
        lab.dialogs.nextFile = path;
        lab.window.closing().setPatience(hours(1));
        lab.window.close();
        ASSERT_TRUE(lab.until([&] { return lab.window.files().isWriting(); }));
    }

    QTemporaryDir m_folder;
    Gate m_gate;
};

TEST_F(ClosingWritesTest, WhatIsDoneAfterKeepWorkingIsAskedForAnew) {
    Laboratory lab(m_folder.path());
    const GateKeeper keeper(m_gate);
    ASSERT_NO_FATAL_FAILURE(closeInAWrite(lab, file("edited.protomind")));
    {
        const Presser presser("keepWorkingButton");
        lab.window.closing().setPatience(milliseconds(0));
        ASSERT_TRUE(lab.until([&] { return presser.shown() == 1 && !lab.window.closing().isWaiting(); }));
    }
    setEpochs(lab, 20);
    lab.window.close();
    lab.dialogs.nextAnswer = SaveAnswer::Cancel;
    lab.dialogs.asked.clear();
    m_gate.open();
    ASSERT_TRUE(lab.until([&] { return !lab.window.files().isSaving(); }));
    EXPECT_EQ(lab.dialogs.asked.size(), 1);
    EXPECT_TRUE(lab.window.isVisible());
    EXPECT_FALSE(lab.window.closing().isWaiting());
    lab.dialogs.nextAnswer = SaveAnswer::Save;
    lab.window.close();
    ASSERT_TRUE(lab.until([&] { return !lab.window.isVisible(); }));
    EXPECT_EQ(epochsIn(file("edited.protomind")), 20);
}

TEST_F(ClosingWritesTest, BeginningAnotherAsksAnewWhereWorkWentOn) {
    Laboratory lab(m_folder.path());
    const GateKeeper keeper(m_gate);
    ASSERT_TRUE(lab.startWith("playground"));
    setEpochs(lab, 10);
    ASSERT_NO_FATAL_FAILURE(stickInTheDisk(lab));
    lab.dialogs.nextAnswer = SaveAnswer::Save;
    lab.dialogs.nextFile = file("before.protomind");
    lab.window.files().newEmpty();
    ASSERT_TRUE(lab.until([&] { return lab.window.files().isWriting(); }));
    setEpochs(lab, 20);
    lab.dialogs.nextAnswer = SaveAnswer::Cancel;
    lab.dialogs.asked.clear();
    m_gate.open();
    ASSERT_TRUE(lab.until([&] { return !lab.window.files().isSaving(); }));
    EXPECT_EQ(lab.dialogs.asked.size(), 1);
    EXPECT_EQ(lab.document.experiment().training.epochs, 20) << "nothing has taken its place";
    EXPECT_EQ(epochsIn(file("before.protomind")), 10);
}

TEST_F(ClosingWritesTest, ALeaveToCloseIsForOnce) {
    Laboratory lab(m_folder.path());
    const GateKeeper keeper(m_gate);
    ASSERT_NO_FATAL_FAILURE(closeInAWrite(lab, file("once.protomind")));
    {
        const Swallower swallower(lab.window);
        m_gate.open();
        ASSERT_TRUE(lab.until([&] { return swallower.swallowed() == 1; }));
    }
    EXPECT_TRUE(lab.window.isVisible());
    setEpochs(lab, 20);
    lab.dialogs.nextAnswer = SaveAnswer::Cancel;
    lab.dialogs.asked.clear();
    lab.window.close();
    EXPECT_EQ(lab.dialogs.asked.size(), 1);
    EXPECT_TRUE(lab.window.isVisible());
}

TEST_F(ClosingWritesTest, CloseAnywayWaitsForNoFile) {
    Laboratory lab(m_folder.path());
    const GateKeeper keeper(m_gate);
    ASSERT_NO_FATAL_FAILURE(closeInAWrite(lab, file("slow.protomind")));
    const Presser presser("closeAnywayButton");
    lab.window.closing().setPatience(milliseconds(0));
    ASSERT_TRUE(lab.until([&] { return !lab.window.isVisible(); }));
    EXPECT_TRUE(lab.window.wasClosedAnyway());
    EXPECT_TRUE(m_gate.isWaitedAt()) << "nobody has waited for the file";
    EXPECT_TRUE(presser.said().contains(QLatin1String("written"))) << presser.said().toStdString();
    EXPECT_TRUE(presser.explained().contains(QLatin1String("next start")))
        << presser.explained().toStdString();
    EXPECT_FALSE(presser.explained().contains(QLatin1String("saves it at once")));
}

TEST_F(ClosingWritesTest, WhatReplacesTheFileOfSomebodyElseIsWaitedForToo) {
    SlowDialogs dialogs;
    Laboratory lab(m_folder.path(), &dialogs);
    const GateKeeper keeper(m_gate);
    ASSERT_TRUE(lab.startWith("playground"));
    dialogs.nextFile = file("shared.protomind");
    lab.window.files().save();
    ASSERT_TRUE(lab.until([&] { return !lab.window.files().isSaving(); }));
    ASSERT_TRUE(QFile::remove(file("shared.protomind")));
    ASSERT_TRUE(writeProject(file("shared.protomind").toStdString(), ProjectContent{}));
    setEpochs(lab, 15);
    dialogs.nextAnswer = SaveAnswer::Save;
    lab.window.closing().setPatience(hours(1));
    dialogs.think = [&] {
        EXPECT_TRUE(lab.until([&] { return !lab.window.closing().isWaiting(); }));
        stickInTheDisk(lab);
        lab.window.closing().setPatience(milliseconds(0));
    };
    const Presser presser("noSuchButton");
    lab.window.close();
    ASSERT_TRUE(lab.until([&] { return presser.shown() > 0; }));
    m_gate.open();
    ASSERT_TRUE(lab.until([&] { return !lab.window.isVisible(); }));
    EXPECT_EQ(epochsIn(file("shared.protomind")), 15);
}

/// Of a program that ends while its file is written; run anew by itself, as the one in the middle of a step.
TEST_F(ClosingWritesTest, WhatTheFileDidNotGetIsOfferedAtTheNextStart) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    constexpr const char* kFolder = "PROTOMIND_CLOSING_TEST_FOLDER";
    if (!qEnvironmentVariableIsSet(kFolder))
        qputenv(kFolder, m_folder.path().toUtf8());
    const QString folder = qEnvironmentVariable(kFolder);
    const QString path = QDir(folder).filePath(QStringLiteral("left.protomind"));
    EXPECT_EXIT(
        {
            Laboratory lab(folder);
            const GateKeeper keeper(m_gate);
            ASSERT_NO_FATAL_FAILURE(closeInAWrite(lab, path));
            const Presser presser("closeAnywayButton");
            lab.window.closing().setPatience(milliseconds(0));
            m_folder.remove();
            if (lab.until([&] { return !lab.window.isVisible(); }))
                leaveAtOnce(lab.store, lab.preferences, 7);
        },
        testing::ExitedWithCode(7), "");
    qunsetenv(kFolder);
    EXPECT_FALSE(QFile::exists(path));
    const std::filesystem::path state = QDir(folder).filePath(QStringLiteral("state")).toStdString();
    EXPECT_EQ(StartRecord(state).crashesInARow(), 0) << "it is no crash";
    Laboratory again(folder);
    again.dialogs.nextRecovery.recover = 0;
    again.window.start();
    ASSERT_EQ(again.dialogs.offered.size(), 1u);
    EXPECT_TRUE(again.until([&] { return again.document.experiment().training.epochs == 10; }));
}

} // namespace
} // namespace protomind
