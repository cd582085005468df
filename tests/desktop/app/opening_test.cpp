// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/document/commands/experiment_commands.h"
#include "studio/project/project_file.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// Says what becomes of it while it is asked.
class BusyDialogs final : public ScriptedDialogs {
public:
    std::function<void()> meanwhile = [] {};

    bool confirm(QWidget* parent, const QString& question, const QString& details, const QString& yes,
                 const QString& no) override {
        meanwhile();
        return ScriptedDialogs::confirm(parent, question, details, yes, no);
    }
};

/// Two projects, the first of which is open: they differ in their epochs.
class OpeningTest : public testing::Test {
protected:
    static constexpr std::int64_t kFirst = 11;
    static constexpr std::int64_t kSecond = 22;
    static constexpr std::int64_t kEdited = 33;
    static constexpr std::int64_t kOthers = 44;

    void SetUp() override {
        m_lab = std::make_unique<Laboratory>(m_folder.path(), &m_dialogs);
        ASSERT_TRUE(m_lab->startWith("playground"));
        for (const auto& [path, epochs] : {std::pair(second(), kSecond), std::pair(first(), kFirst)}) {
            setEpochs(epochs);
            m_dialogs.nextFile = path;
            QSignalSpy saved(&files(), &ProjectFiles::saved);
            files().saveAs();
            ASSERT_TRUE(m_lab->until([&] { return saved.count() == 1; }));
        }
        m_dialogs.asked.clear();
    }
    [[nodiscard]] QString first() const { return m_folder.filePath(QStringLiteral("first.protomind")); }
    [[nodiscard]] QString second() const { return m_folder.filePath(QStringLiteral("second.protomind")); }
    [[nodiscard]] ProjectFiles& files() { return m_lab->window.files(); }
    [[nodiscard]] std::int64_t epochs() const { return m_lab->document.experiment().training.epochs; }
    void setEpochs(std::int64_t epochs) {
        TrainingSettings settings = m_lab->document.experiment().training;
        settings.epochs = epochs;
        m_lab->document.undoStack().push(new SetTraining(m_lab->document, "epochs", settings));
    }
    static std::int64_t epochsIn(const QString& path) {
        return readProject(path.toStdString()).value().experiment.training.epochs;
    }
    /// As another program writes it.
    static void overwrite(const QString& path) {
        ProjectContent content = readProject(path.toStdString()).value();
        content.experiment.training.epochs = kOthers;
        ASSERT_TRUE(writeProject(path.toStdString(), content));
    }
    /// The second file is read, and the window has not heard of it yet.
    void openSecond() {
        files().openPath(second());
        m_lab->store.flush();
    }
    [[nodiscard]] bool untilOpen(const QString& path) {
        return m_lab->until([&] { return files().path() == path; });
    }
    /// All that was asked for has been done, and answered.
    void settle() {
        m_lab->store.flush();
        QApplication::processEvents();
        m_lab->store.flush();
        QApplication::processEvents();
    }

    QTemporaryDir m_folder;
    BusyDialogs m_dialogs;
    std::unique_ptr<Laboratory> m_lab;
};

TEST_F(OpeningTest, AnotherFileTakesThePlaceWithoutAQuestionWhereNothingWasDone) {
    openSecond();
    ASSERT_TRUE(untilOpen(second()));
    EXPECT_EQ(epochs(), kSecond);
    EXPECT_TRUE(m_dialogs.asked.isEmpty());
    EXPECT_FALSE(m_lab->document.isModified());
}

TEST_F(OpeningTest, WhatWasDoneWhileItLoadsIsSavedInItsOwnFileFirst) {
    m_dialogs.nextAnswer = SaveAnswer::Save;
    openSecond();
    setEpochs(kEdited);
    ASSERT_TRUE(untilOpen(second()));
    EXPECT_EQ(m_dialogs.asked.size(), 1);
    EXPECT_EQ(epochs(), kSecond);
    EXPECT_FALSE(m_lab->document.isModified());
    EXPECT_EQ(epochsIn(first()), kEdited);
    EXPECT_EQ(epochsIn(second()), kSecond);
}

TEST_F(OpeningTest, WhatWasDoneWhileItLoadsStaysWhereThePersonCancels) {
    m_dialogs.nextAnswer = SaveAnswer::Cancel;
    openSecond();
    setEpochs(kEdited);
    ASSERT_TRUE(m_lab->until([&] { return m_dialogs.asked.size() == 1; }));
    settle();
    EXPECT_EQ(m_dialogs.asked.size(), 1);
    EXPECT_EQ(files().path(), first());
    EXPECT_EQ(epochs(), kEdited);
    EXPECT_TRUE(m_lab->document.isModified());
    QSignalSpy saved(&files(), &ProjectFiles::saved);
    files().save();
    ASSERT_TRUE(m_lab->until([&] { return saved.count() == 1; }));
    EXPECT_EQ(epochsIn(first()), kEdited);
    EXPECT_EQ(epochsIn(second()), kSecond);
}

TEST_F(OpeningTest, ItStaysWhereTheSaveBeforeFails) {
    m_dialogs.nextAnswer = SaveAnswer::Save;
    overwrite(first());
    openSecond();
    setEpochs(kEdited);
    ASSERT_TRUE(m_lab->until([&] { return m_dialogs.asked.size() == 2; })); // and what is to become of theirs
    settle();
    EXPECT_EQ(files().path(), first());
    EXPECT_EQ(epochs(), kEdited);
    EXPECT_EQ(epochsIn(first()), kOthers);
}

TEST_F(OpeningTest, AfterACrashWhatWasDoneWhileItLoadsIsOfferedAsItsOwnProjects) {
    openSecond();
    setEpochs(kEdited);
    files().keepNow([](bool) {});
    m_lab->store.flush();
    m_lab.reset(); // The window goes without being closed, as in a crash.
    Laboratory again(m_folder.path());
    again.dialogs.nextRecovery.recover = 0;
    again.window.start();
    ASSERT_TRUE(again.until([&] { return again.document.experiment().training.epochs == kEdited; }));
    ASSERT_EQ(again.dialogs.offered.size(), 1u);
    EXPECT_EQ(again.window.files().path(), first());
}

TEST_F(OpeningTest, ASaveWhileItLoadsStillSeesThatSomebodyElseHasWrittenTheFile) {
    overwrite(first());
    openSecond();
    files().save();
    files().saveWithoutWaiting();
    settle();
    ASSERT_TRUE(untilOpen(second()));
    settle();
    EXPECT_EQ(epochsIn(first()), kOthers);
    EXPECT_EQ(epochsIn(second()), kSecond);
    QSignalSpy saved(&files(), &ProjectFiles::saved);
    setEpochs(kEdited);
    files().save();
    ASSERT_TRUE(m_lab->until([&] { return saved.count() == 1; }));
    EXPECT_EQ(epochsIn(second()), kEdited);
}

TEST_F(OpeningTest, ReplacingWhatSomebodyElseHasSavedWritesTheProjectThatWasAskedAbout) {
    overwrite(first());
    m_dialogs.nextConfirmation = true;
    m_dialogs.meanwhile = [this] { settle(); };
    files().save();
    openSecond();
    ASSERT_TRUE(untilOpen(second()));
    settle();
    EXPECT_EQ(m_dialogs.asked.size(), 1);
    EXPECT_EQ(epochsIn(first()), kFirst);
    EXPECT_EQ(epochs(), kSecond);
}

TEST_F(OpeningTest, WhatIsBegunWhileItLoadsIsWhatStays) {
    openSecond();
    files().newEmpty();
    settle();
    EXPECT_TRUE(files().path().isEmpty());
    EXPECT_TRUE(m_lab->document.network().layers().empty());
    files().openPath(first());
    openSecond();
    ASSERT_TRUE(untilOpen(second()));
    settle();
    EXPECT_EQ(files().path(), second());
    EXPECT_EQ(epochs(), kSecond);
}

} // namespace
} // namespace protomind
