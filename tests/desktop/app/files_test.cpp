// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/document/commands/experiment_commands.h"
#include "studio/project/database.h"

#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTimer>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class FilesTest : public testing::Test {
protected:
    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    static void setEpochs(Laboratory& lab, std::int64_t epochs) {
        TrainingSettings settings = lab.document.experiment().training;
        settings.epochs = epochs;
        lab.document.undoStack().push(new SetTraining(lab.document, "epochs", settings));
    }
    static void save(Laboratory& lab, const QString& path) {
        QSignalSpy saved(&lab.window.files(), &ProjectFiles::saved);
        lab.dialogs.nextFile = path;
        lab.action("actionSave")->trigger();
        ASSERT_TRUE(lab.until([&] { return saved.count() == 1; }))
            << lab.window.messages().text().toStdString();
    }
    static bool open(Laboratory& lab, const QString& path) {
        QSignalSpy opened(&lab.window.files(), &ProjectFiles::opened);
        lab.window.files().openPath(path);
        return lab.until([&] { return opened.count() == 1; });
    }
    static Evaluated evaluate(Laboratory& lab) {
        QSignalSpy answers(&lab.run, &RunController::evaluated);
        lab.action("actionEvaluate")->trigger();
        EXPECT_TRUE(lab.until([&] { return answers.count() > 0; }));
        return lab.window.predictions().evaluation().value_or(Evaluated());
    }

    QTemporaryDir m_folder;
};

TEST_F(FilesTest, ATrainedNetworkComesBackWithTheSameResult) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setEpochs(lab, 3);
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilState(RunState::Finished));
    const Evaluated before = evaluate(lab);
    ASSERT_GT(before.samples, 0);
    const auto history = lab.run.history();
    save(lab, file("playground.protomind"));
    EXPECT_FALSE(lab.document.isModified());

    lab.action("actionNewEmpty")->trigger();
    EXPECT_TRUE(lab.document.network().layers().empty());
    EXPECT_FALSE(lab.run.isTrained());
    ASSERT_TRUE(open(lab, file("playground.protomind")));
    EXPECT_TRUE(lab.run.isTrained());
    EXPECT_EQ(lab.run.history(), history);
    const Evaluated after = evaluate(lab);
    EXPECT_EQ(after.accuracy, before.accuracy);
    EXPECT_EQ(after.loss, before.loss);
    EXPECT_FALSE(lab.document.isModified());
}

TEST_F(FilesTest, WhatIsSavedIsTheVeryCheckpointThatTheRunGave) {
    // The working copy writes only what is not the very one that it has: a copy made anywhere on the way
    // from the run through the document would be written a second time.
    const auto timesWritten = [&] {
        Database saved =
            Database::open(file("shared.protomind").toStdString(), Database::Mode::ReadUnchanging).value();
        return saved.integer("SELECT max(id) FROM checkpoint").value();
    };
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setEpochs(lab, 2);
    QSignalSpy stored(&lab.run, &RunController::checkpointStored);
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilState(RunState::Finished));
    ASSERT_TRUE(lab.until([&] { return stored.count() > 0; })) << "It is kept by itself after the end.";
    const CheckpointPtr kept = lab.document.checkpoint();
    ASSERT_TRUE(kept);
    save(lab, file("shared.protomind"));
    EXPECT_EQ(lab.document.checkpoint().get(), kept.get());
    EXPECT_EQ(timesWritten(), 1);
    save(lab, file("shared.protomind"));
    EXPECT_EQ(timesWritten(), 1);

    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.until([&] { return stored.count() > 0 && lab.document.checkpoint() != kept; }));
    ASSERT_TRUE(lab.untilState(RunState::Finished));
    save(lab, file("shared.protomind"));
    EXPECT_GT(timesWritten(), 1) << "New weights are written.";
}

TEST_F(FilesTest, ClosingWhileTrainingAsksAndSavesWhatWasLearned) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setEpochs(lab, 100000);
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilEpochs(3));

    lab.dialogs.nextAnswer = SaveAnswer::Cancel;
    lab.window.close();
    EXPECT_EQ(lab.dialogs.asked.size(), 1);
    EXPECT_TRUE(lab.window.isVisible());
    EXPECT_EQ(lab.run.state(), RunState::Training);

    lab.dialogs.nextAnswer = SaveAnswer::Save;
    lab.dialogs.nextFile = file("closing.protomind");
    lab.window.close();
    ASSERT_TRUE(lab.until([&] { return !lab.window.isVisible(); }))
        << lab.window.messages().text().toStdString();
    const std::size_t epochs = lab.run.history().size();
    ASSERT_GE(epochs, 3u);

    QTemporaryDir other;
    Laboratory again(other.path());
    again.window.start(file("closing.protomind"));
    ASSERT_TRUE(again.until([&] { return again.run.isTrained(); }));
    // What the file has is what had been learned when it stopped, the last epoch included.
    EXPECT_EQ(again.run.history().size(), epochs);
    EXPECT_TRUE(again.dialogs.asked.isEmpty());
}

TEST_F(FilesTest, DiscardingClosesWithoutAFile) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setEpochs(lab, 5);
    lab.dialogs.nextAnswer = SaveAnswer::Discard;
    lab.window.close();
    EXPECT_FALSE(lab.window.isVisible());
    EXPECT_EQ(lab.dialogs.asked.size(), 1);
}

TEST_F(FilesTest, AnUntouchedProjectClosesWithoutAQuestion) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    lab.window.close();
    EXPECT_FALSE(lab.window.isVisible());
    EXPECT_TRUE(lab.dialogs.asked.isEmpty());
}

TEST_F(FilesTest, TheTitleHasTheNameAndAMark) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    EXPECT_FALSE(lab.window.isWindowModified());
    setEpochs(lab, 4);
    EXPECT_TRUE(lab.window.isWindowModified());
    save(lab, file("named.protomind"));
    EXPECT_FALSE(lab.window.isWindowModified());
    EXPECT_TRUE(lab.window.windowTitle().contains(QLatin1String("named.protomind")));
    EXPECT_EQ(lab.preferences.recentFiles(), QStringList{file("named.protomind")});
    lab.document.undoStack().undo();
    EXPECT_TRUE(lab.window.isWindowModified());
}

TEST_F(FilesTest, AFileThatCanNotBeReadIsSaidInWords) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    QFile broken(file("broken.protomind"));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("This is not a project.");
    broken.close();
    const auto layers = lab.document.network().layers();
    lab.window.files().openPath(file("broken.protomind"));
    ASSERT_TRUE(lab.until([&] { return !lab.window.messages().text().isEmpty(); }));
    EXPECT_EQ(lab.document.network().layers(), layers) << "What was open stays open.";
}

TEST_F(FilesTest, APlaceThatCanNotBeWrittenIsSaidInWordsAndNothingIsLost) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setEpochs(lab, 4);
    lab.dialogs.nextFile = file("no/such/folder/x.protomind");
    lab.action("actionSave")->trigger();
    ASSERT_TRUE(lab.until([&] { return !lab.window.messages().text().isEmpty(); }));
    EXPECT_TRUE(lab.document.isModified());
    EXPECT_TRUE(lab.window.files().path().isEmpty());
}

TEST_F(FilesTest, AProjectIsSavedUnderAnyNameThatAPersonMayType) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    for (const QString& name : {QStringLiteral("two words"), QStringLiteral("Größe Übung ß"),
                                QStringLiteral("50% #1?"), QString(200, QLatin1Char('x'))}) {
        lab.dialogs.nextFile = m_folder.filePath(name);
        for (int time = 1; time <= 2; ++time) {
            QSignalSpy saved(&lab.window.files(), &ProjectFiles::saved);
            lab.action(time == 1 ? "actionSaveAs" : "actionSave")->trigger();
            ASSERT_TRUE(lab.until([&] { return saved.count() == 1; })) << name.toStdString();
        }
        EXPECT_EQ(lab.window.files().path(), m_folder.filePath(name + QStringLiteral(".protomind")));
        ASSERT_TRUE(open(lab, lab.window.files().path())) << name.toStdString();
    }
}

TEST_F(FilesTest, AProtectedFileStaysAndIsNamedInTheMessage) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    save(lab, file("protected.protomind"));
    QFile kept(file("protected.protomind"));
    ASSERT_TRUE(kept.setPermissions(QFileDevice::ReadOwner));
    ASSERT_TRUE(kept.open(QIODevice::ReadOnly));
    const QByteArray before = kept.readAll();
    setEpochs(lab, 4);
    lab.action("actionSave")->trigger();
    ASSERT_TRUE(lab.until([&] { return !lab.window.messages().text().isEmpty(); }));
    EXPECT_TRUE(lab.window.messages().text().contains(file("protected.protomind") +
                                                      QStringLiteral(": This file is write-protected.")))
        << lab.window.messages().text().toStdString();
    EXPECT_TRUE(lab.document.isModified());
    kept.seek(0);
    EXPECT_EQ(kept.readAll(), before);
}

TEST_F(FilesTest, AnUntouchedTemplateIsNotOfferedAgain) {
    {
        Laboratory lab(m_folder.path());
        ASSERT_TRUE(lab.startWith("playground"));
        ASSERT_TRUE(lab.until([&] { return lab.window.predictions().hasAnswer(); }));
    } // The window goes without being closed, as in a crash.
    Laboratory again(m_folder.path());
    again.window.start();
    EXPECT_TRUE(again.dialogs.asked.isEmpty());
    EXPECT_FALSE(again.document.network().layers().empty());
}

TEST_F(FilesTest, WhatIsOnlyWorkedOutAnewWhileItSavesIsNoChange) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setEpochs(lab, 4);
    bool writing = false;
    QObject::connect(&lab.run, &RunController::checkpointStored, &lab.window, [&] {
        writing = lab.window.files().isSaving();
        lab.document.setDataShapes(std::nullopt); // As when data comes just now.
    });
    save(lab, file("saved.protomind"));
    EXPECT_TRUE(writing);
    EXPECT_FALSE(lab.document.isModified());
}

TEST_F(FilesTest, EditsAreKeptWhileOthersFollow) {
    const std::int64_t first = 1000;
    {
        Laboratory lab(m_folder.path());
        ASSERT_TRUE(lab.startWith("playground"));
        auto* timer = lab.window.files().findChild<QTimer*>(QStringLiteral("keepTimer"));
        ASSERT_NE(timer, nullptr);
        const QSignalSpy kept(timer, &QTimer::timeout);
        std::int64_t epochs = first;
        ASSERT_TRUE(lab.until([&] {
            setEpochs(lab, epochs++);
            return kept.count() > 0;
        })) << "Nobody who goes on editing ever has anything on disk.";
    } // The window goes without being closed, as in a crash.
    Laboratory again(m_folder.path());
    again.dialogs.nextRecovery.recover = 0;
    again.window.start();
    ASSERT_TRUE(again.until([&] { return again.document.experiment().training.epochs >= first; }));
}

TEST_F(FilesTest, EditsThatWereNeverSavedAreOfferedAgain) {
    {
        Laboratory lab(m_folder.path());
        ASSERT_TRUE(lab.startWith("spiral-mlp"));
        setEpochs(lab, 77);
        lab.action("actionTrain")->trigger();
        ASSERT_TRUE(lab.untilEpochs(1));
        lab.run.pause();
        QSignalSpy stored(&lab.run, &RunController::checkpointStored);
        ASSERT_TRUE(lab.until([&] { return stored.count() > 0; }));
    } // The window goes without being closed, as in a crash.
    Laboratory again(m_folder.path());
    again.dialogs.nextRecovery.recover = 0;
    again.window.start();
    EXPECT_EQ(again.dialogs.asked.size(), 1);
    ASSERT_TRUE(again.until([&] { return again.run.isTrained(); }))
        << again.window.messages().text().toStdString();
    EXPECT_EQ(again.document.experiment().training.epochs, 77);
    EXPECT_TRUE(again.document.isModified());
}

} // namespace
} // namespace protomind
