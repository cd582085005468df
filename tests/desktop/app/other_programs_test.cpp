// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that somebody else has open, writes, removes, or drops on the window.
#include "desktop/app/laboratory.h"
#include "desktop/document/commands/experiment_commands.h"
#include "studio/network/template.h"
#include "studio/project/project_file.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class OtherProgramsTest : public testing::Test {
protected:
    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    void writeElsewhere(const QString& path, std::int64_t epochs) const {
        const NetworkTemplate* source = findTemplate("playground");
        ProjectContent content;
        content.experiment.network = source->make();
        content.experiment.data = source->data;
        content.experiment.training = source->training;
        content.experiment.training.epochs = epochs;
        ASSERT_TRUE(writeProject(path.toStdString(), content));
    }
    static std::int64_t epochs(const Laboratory& lab) { return lab.document.experiment().training.epochs; }
    static std::int64_t epochsIn(const QString& path) {
        const Result<ProjectContent> read = readProject(path.toStdString());
        return read ? read->experiment.training.epochs : -1;
    }
    static void setEpochs(Laboratory& lab, std::int64_t epochs) {
        TrainingSettings settings = lab.document.experiment().training;
        settings.epochs = epochs;
        lab.document.undoStack().push(new SetTraining(lab.document, "epochs", settings));
    }
    static void comeBack(Laboratory& lab) {
        QEvent activation(QEvent::WindowActivate);
        QApplication::sendEvent(&lab.window, &activation);
    }
    static bool says(Laboratory& lab, const char* words) {
        return lab.until([&] { return lab.window.messages().text().contains(QLatin1String(words)); });
    }
    static void press(Laboratory& lab) {
        QTest::mouseClick(lab.find<QPushButton>("messageButton"), Qt::LeftButton);
    }
    [[nodiscard]] bool start(Laboratory& lab, const QString& path) const {
        lab.window.start(path);
        return lab.until([&] { return lab.window.files().path() == path; });
    }
    static void drop(Laboratory& lab, const QStringList& paths) {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& path : paths)
            urls << QUrl::fromLocalFile(path);
        data.setUrls(urls);
        QWidget* canvas = lab.window.canvas().viewport();
        const QPoint at = canvas->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas, &enter);
        EXPECT_TRUE(enter.isAccepted());
        EXPECT_EQ(enter.dropAction(), Qt::CopyAction);
        QDropEvent event(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas, &event);
        EXPECT_TRUE(event.isAccepted());
    }

    QTemporaryDir m_folder;
};

TEST_F(OtherProgramsTest, AChangeIsNoticedWhenThePersonComesBack) {
    const QString path = file("mine.protomind");
    writeElsewhere(path, 10);
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(start(lab, path));
    writeElsewhere(path, 20);
    comeBack(lab);
    ASSERT_TRUE(says(lab, "Another program has changed mine.protomind"));
    EXPECT_EQ(epochs(lab), 10) << "Nothing changes by itself.";
    press(lab);
    ASSERT_TRUE(lab.until([&] { return epochs(lab) == 20; }));
    EXPECT_FALSE(lab.document.isModified());
}

TEST_F(OtherProgramsTest, OwnChangesAreNotGivenUpWithoutAsking) {
    const QString path = file("mine.protomind");
    writeElsewhere(path, 10);
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(start(lab, path));
    setEpochs(lab, 15);
    writeElsewhere(path, 20);
    comeBack(lab);
    ASSERT_TRUE(says(lab, "Another program has changed"));
    press(lab); // The answer is no.
    EXPECT_EQ(lab.dialogs.asked.size(), 1);
    EXPECT_EQ(epochs(lab), 15);

    // Saving asks before it replaces what the other wrote.
    QSignalSpy saved(&lab.window.files(), &ProjectFiles::saved);
    lab.action("actionSave")->trigger();
    ASSERT_TRUE(lab.until([&] { return lab.dialogs.asked.size() == 2 && !lab.window.files().isSaving(); }));
    EXPECT_EQ(epochsIn(path), 20);
    EXPECT_TRUE(lab.document.isModified());
    lab.dialogs.nextConfirmation = true;
    lab.action("actionSave")->trigger();
    ASSERT_TRUE(lab.until([&] { return saved.count() == 1; }));
    EXPECT_EQ(epochsIn(path), 15);
    EXPECT_EQ(epochsIn(path + QLatin1Char('~')), 20) << "What the other wrote is the backup.";
}

TEST_F(OtherProgramsTest, AFileThatWasRemovedIsWrittenAgain) {
    const QString path = file("mine.protomind");
    writeElsewhere(path, 10);
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(start(lab, path));
    ASSERT_TRUE(QFile::remove(path));
    comeBack(lab);
    ASSERT_TRUE(says(lab, "removed or renamed"));
    QSignalSpy saved(&lab.window.files(), &ProjectFiles::saved);
    lab.action("actionSave")->trigger();
    ASSERT_TRUE(lab.until([&] { return saved.count() == 1; }));
    EXPECT_EQ(epochsIn(path), 10);
    EXPECT_TRUE(lab.dialogs.asked.isEmpty());
}

TEST_F(OtherProgramsTest, SavingKeepsTheOldFileBesideTheNewOne) {
    const QString path = file("mine.protomind");
    writeElsewhere(path, 10);
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(start(lab, path));
    setEpochs(lab, 11);
    QSignalSpy saved(&lab.window.files(), &ProjectFiles::saved);
    lab.action("actionSave")->trigger();
    ASSERT_TRUE(lab.until([&] { return saved.count() == 1; }));
    EXPECT_EQ(epochsIn(path), 11);
    EXPECT_EQ(epochsIn(path + QLatin1Char('~')), 10);
    EXPECT_TRUE(lab.dialogs.asked.isEmpty());
}

TEST_F(OtherProgramsTest, AFileThatIsOpenInAnotherWindowIsSaidToBe) {
    const QString path = file("mine.protomind");
    writeElsewhere(path, 10);
    Laboratory one(m_folder.path());
    ASSERT_TRUE(start(one, path));
    EXPECT_TRUE(one.window.messages().text().isEmpty());
    Laboratory other(m_folder.path());
    ASSERT_TRUE(start(other, path));
    EXPECT_TRUE(says(other, "open in another window"));
}

TEST_F(OtherProgramsTest, ADamagedFilesBackupIsOneClickAway) {
    const QString path = file("mine.protomind");
    writeElsewhere(path, 17);
    writeElsewhere(path, 20);
    QFile damaged(path);
    ASSERT_TRUE(damaged.resize(damaged.size() / 2));
    Laboratory lab(m_folder.path());
    lab.window.start(path);
    ASSERT_TRUE(says(lab, "damaged"));
    press(lab);
    ASSERT_TRUE(lab.until([&] { return epochs(lab) == 17; })) << lab.window.messages().text().toStdString();
    // It is not to be saved over the backup.
    EXPECT_TRUE(lab.window.files().path().isEmpty());
    EXPECT_TRUE(lab.document.isModified());
}

TEST_F(OtherProgramsTest, AProjectDroppedOnTheWindowIsOpened) {
    const QString path = file("mine.protomind");
    writeElsewhere(path, 10);
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    drop(lab, {path});
    ASSERT_TRUE(lab.until([&] { return lab.window.files().path() == path; }));
    EXPECT_EQ(epochs(lab), 10);
    EXPECT_TRUE(QFile::exists(path));
    // What is open and not saved is asked about first.
    setEpochs(lab, 12);
    writeElsewhere(file("other.protomind"), 30);
    drop(lab, {file("other.protomind")});
    ASSERT_TRUE(lab.until([&] { return lab.dialogs.asked.size() == 1; }));
    EXPECT_EQ(epochs(lab), 12);
}

TEST_F(OtherProgramsTest, AFolderDroppedOnTheWindowIsDataAndTwoFilesAreTooMany) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    drop(lab, {file("one.protomind"), file("two.protomind")});
    EXPECT_TRUE(says(lab, "one file at a time"));
    const QString folder = file("letters");
    ASSERT_TRUE(QDir().mkpath(folder));
    const std::string before = lab.document.experiment().data;
    drop(lab, {folder});
    ASSERT_TRUE(
        lab.until([&] { return lab.document.experiment().data == "images:" + folder.toStdString(); }));
    EXPECT_TRUE(says(lab, "no folder with pictures")) << "There are none in it, which is said.";
    lab.document.undoStack().undo();
    EXPECT_EQ(lab.document.experiment().data, before);
    QFile images(folder + QStringLiteral("/train-images-idx3-ubyte"));
    ASSERT_TRUE(images.open(QIODevice::WriteOnly));
    drop(lab, {folder});
    ASSERT_TRUE(lab.until([&] { return lab.document.experiment().data == "idx:" + folder.toStdString(); }));
}

} // namespace
} // namespace protomind
