// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/exchange/export_dialog.h"
#include "desktop/app/exchange/obstacle_list.h"
#include "desktop/app/laboratory.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/structure_commands.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace protomind {
namespace {

/// Takes the place of the desktop's own viewer of folders.
class FolderViewer : public QObject {
    Q_OBJECT
public:
    FolderViewer() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "show"); }
    ~FolderViewer() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QString shown;
public slots:
    void show(const QUrl& url) { shown = url.toLocalFile(); }
};

/// The first format that is written and read back, as one file or as a folder.
const Format* comparedFormat(bool folder) {
    for (const Format& format : formats())
        if (format.write != nullptr && (format.read != nullptr || format.readWeights != nullptr) &&
            format.extension.empty() == folder)
            return &format;
    return nullptr;
}

class ExportDialogTest : public testing::Test {
protected:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    static ExportDialog* open(Laboratory& lab) {
        QTest::keyClick(&lab.window, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = lab.find<ExportDialog>("exportDialog");
        EXPECT_NE(dialog, nullptr);
        return dialog;
    }
    template<class Widget>
    static Widget* in(QWidget* dialog, const char* name) {
        return dialog->findChild<Widget*>(QLatin1String(name));
    }
    static bool isReady(QWidget* dialog) {
        return until([&] { return in<QPushButton>(dialog, "exportButton")->isEnabled(); });
    }
    static void choose(QWidget* dialog, const Format& format) {
        auto* list = in<QListWidget>(dialog, "exportFormats");
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->data(Qt::UserRole).toString().toStdString() != format.name)
                continue;
            list->scrollToItem(list->item(row));
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                              list->visualItemRect(list->item(row)).center());
        }
    }
    static void press(QWidget* dialog, const char* button) {
        QTest::mouseClick(in<QPushButton>(dialog, button), Qt::LeftButton);
    }
    static bool untilWritten(QWidget* dialog) {
        return until([&] { return in<QWidget>(dialog, "exportResult")->isVisible(); });
    }
    static bool trainABit(Laboratory& lab) {
        lab.action("actionTrain")->trigger();
        if (!lab.untilEpochs(2))
            return false;
        lab.run.pause();
        // So few steps may be over before the pause comes.
        return Laboratory::until(
            [&] { return lab.run.state() == RunState::Paused || lab.run.state() == RunState::Finished; });
    }

    QTemporaryDir m_folder;
};

TEST_F(ExportDialogTest, ShowsWhatEveryFormatWritesBeforeItDoes) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    ExportDialog* dialog = open(lab);
    auto* list = in<QListWidget>(dialog, "exportFormats");
    int shown = 0;
    for (const Format& format : formats()) {
        if (format.write == nullptr)
            continue;
        SCOPED_TRACE(format.name);
        EXPECT_TRUE(list->item(shown++)->text().startsWith(QString::fromStdString(format.title)));
        choose(dialog, format);
        ASSERT_TRUE(isReady(dialog));
        ASSERT_TRUE(in<QWidget>(dialog, "exportPreview")->isVisible());
        EXPECT_GT(in<QListWidget>(dialog, "exportFiles")->count(), 0);
        auto* start = in<QPlainTextEdit>(dialog, "exportStart");
        EXPECT_TRUE(!start->isVisible() || start->toPlainText().contains(QLatin1Char('\n')));
        EXPECT_TRUE(
            in<QTextBrowser>(dialog, "exportFates")->toPlainText().contains(QStringLiteral("✓ Kept")));
    }
    EXPECT_EQ(list->count(), shown);
    EXPECT_TRUE(in<QLabel>(dialog, "exportNote")->text().contains(QStringLiteral("has not been trained")));
}

TEST_F(ExportDialogTest, WritesReadsBackAndSaysWhere) {
    const Format* format = comparedFormat(false);
    ASSERT_NE(format, nullptr);
    Laboratory lab(m_folder.path());
    FolderViewer viewer;
    ASSERT_TRUE(lab.startWith("playground"));
    ASSERT_TRUE(trainABit(lab));
    ExportDialog* dialog = open(lab);
    choose(dialog, *format);
    ASSERT_TRUE(isReady(dialog));
    EXPECT_TRUE(in<QLabel>(dialog, "exportNote")->text().contains(QStringLiteral("steps of training")));
    const QString path = file(QStringLiteral("mine") + QString::fromStdString(format->extension));
    lab.dialogs.nextFile = file(QStringLiteral("mine")); // The ending comes by itself.
    press(dialog, "exportButton");
    ASSERT_TRUE(untilWritten(dialog)) << in<QLabel>(dialog, "exportWords")->text().toStdString();
    EXPECT_TRUE(QFile::exists(path));
    const QString words = in<QLabel>(dialog, "exportResultWords")->text();
    EXPECT_TRUE(words.contains(QStringLiteral("compared on 100 samples"))) << words.toStdString();
    press(dialog, "exportCopyPath");
    EXPECT_EQ(QGuiApplication::clipboard()->text(), path);
    press(dialog, "exportShowFolder");
    EXPECT_EQ(QDir(viewer.shown), QDir(m_folder.path()));
    const QPointer<ExportDialog> left(dialog);
    press(dialog, "exportClose");
    EXPECT_TRUE(until([&] { return left.isNull(); }));
}

TEST_F(ExportDialogTest, AFolderIsMadeAndOnlyReplacedWhenThePersonSaysSo) {
    const Format* format = comparedFormat(true);
    ASSERT_NE(format, nullptr);
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    ExportDialog* dialog = open(lab);
    choose(dialog, *format);
    ASSERT_TRUE(isReady(dialog));
    lab.dialogs.nextFolder = m_folder.path();
    press(dialog, "exportButton");
    ASSERT_TRUE(untilWritten(dialog)) << in<QLabel>(dialog, "exportWords")->text().toStdString();
    const QString made = file(QStringLiteral("network-") + QString::fromStdString(format->name));
    EXPECT_EQ(in<QLabel>(dialog, "exportPlace")->text(), made);
    EXPECT_FALSE(QDir(made).isEmpty());

    choose(dialog, *format);
    const auto asked = lab.dialogs.asked.size();
    in<QListWidget>(dialog, "exportFormats")->setCurrentRow(0);
    choose(dialog, *format);
    ASSERT_TRUE(isReady(dialog));
    lab.dialogs.nextConfirmation = false;
    press(dialog, "exportButton");
    EXPECT_EQ(lab.dialogs.asked.size(), asked + 2) << "For the folder, and whether it is to be replaced.";
    EXPECT_FALSE(in<QWidget>(dialog, "exportResult")->isVisible());
    lab.dialogs.nextConfirmation = true;
    press(dialog, "exportButton");
    EXPECT_TRUE(untilWritten(dialog));
}

TEST_F(ExportDialogTest, TrainingGoesOnMeanwhile) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    TrainingSettings settings = lab.document.experiment().training;
    settings.epochs = 1'000'000;
    lab.document.undoStack().push(new SetTraining(lab.document, "epochs", settings));
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilEpochs(2));
    ExportDialog* dialog = open(lab);
    ASSERT_TRUE(isReady(dialog));
    EXPECT_EQ(lab.run.state(), RunState::Training);
    EXPECT_TRUE(in<QLabel>(dialog, "exportNote")->text().contains(QStringLiteral("steps of training")));
    const auto epochs = lab.run.history().size();
    EXPECT_TRUE(lab.untilEpochs(epochs + 2));
    lab.run.pause();
    ASSERT_TRUE(lab.untilState(RunState::Paused));
}

TEST_F(ExportDialogTest, WritingCanBeStopped) {
    const Format* format = comparedFormat(false);
    ASSERT_NE(format, nullptr);
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    // Writes one byte after the other until somebody wants no more.
    const auto write = [](const Format&, const TrainedNetwork&, const std::filesystem::path&,
                          const WriteWatch& watch) -> Result<ExportResult> {
        for (std::int64_t bytes = 0; watch(bytes); ++bytes)
            std::this_thread::yield();
        return std::unexpected(exportStopped());
    };
    auto* dialog =
        new ExportDialog(lab.document, lab.run, lab.dialogs, QStringLiteral("mine"), &lab.window, write);
    dialog->open();
    choose(dialog, *format);
    ASSERT_TRUE(isReady(dialog));
    lab.dialogs.nextFile = file(QStringLiteral("mine"));
    press(dialog, "exportButton");
    EXPECT_TRUE(in<QWidget>(dialog, "exportProgress")->isVisible());
    EXPECT_FALSE(in<QListWidget>(dialog, "exportFormats")->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    ASSERT_TRUE(until([&] { return !in<QWidget>(dialog, "exportProgress")->isVisible(); }));
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_TRUE(in<QLabel>(dialog, "exportWords")->text().contains(QStringLiteral("was stopped")));
    EXPECT_TRUE(in<QListWidget>(dialog, "exportFormats")->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(ExportDialogTest, WorkThatCantBeStoppedOutlivesTheDialog) {
    const Format* format = comparedFormat(false);
    ASSERT_NE(format, nullptr);
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    std::atomic<bool> mayEnd = false;
    std::atomic<bool> begun = false;
    std::atomic<bool> ended = false;
    const auto write = [&](const Format&, const TrainedNetwork&, const std::filesystem::path&,
                           const WriteWatch& watch) -> Result<ExportResult> {
        begun = true;
        while (!mayEnd)
            std::this_thread::yield();
        watch(1);
        ended = true;
        return std::unexpected(exportStopped());
    };
    QPointer<ExportDialog> dialog =
        new ExportDialog(lab.document, lab.run, lab.dialogs, QStringLiteral("mine"), &lab.window, write);
    dialog->open();
    choose(dialog, *format);
    ASSERT_TRUE(isReady(dialog));
    const auto threads = lab.window.findChildren<WorkThread*>().size();
    lab.dialogs.nextFile = file(QStringLiteral("mine"));
    press(dialog, "exportButton");
    ASSERT_TRUE(until([&] { return begun.load(); })) << "What has not begun is not done at all.";
    delete dialog;
    EXPECT_FALSE(ended) << "The window does not wait.";
    mayEnd = true;
    // Others may have been at work beside it when they were counted.
    EXPECT_TRUE(until([&] { return ended && lab.window.findChildren<WorkThread*>().size() <= threads - 2; }));
}

TEST_F(ExportDialogTest, WhatCantBeWrittenSaysWhy) {
    const Format* format = comparedFormat(false);
    ASSERT_NE(format, nullptr);
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    ExportDialog* dialog = open(lab);
    choose(dialog, *format);
    ASSERT_TRUE(isReady(dialog));
    lab.dialogs.nextFile = file(QStringLiteral("no/such/folder/mine"));
    press(dialog, "exportButton");
    auto* words = in<QLabel>(dialog, "exportWords");
    ASSERT_TRUE(until([&] { return words->text().contains(QStringLiteral("no/such/folder")); }))
        << words->text().toStdString();
    EXPECT_TRUE(in<QPushButton>(dialog, "exportButton")->isEnabled()) << "Another place may do.";
}

TEST_F(ExportDialogTest, ANetworkWithAProblemSaysIt) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    const Network& network = lab.document.network();
    lab.document.undoStack().push(new RemoveParts(lab.document, {}, {network.wires().begin()->id}));
    ExportDialog* dialog = open(lab);
    auto* words = in<QLabel>(dialog, "exportWords");
    ASSERT_TRUE(until([&] { return words->isVisible() && !words->text().endsWith(QStringLiteral("…")); }));
    EXPECT_FALSE(words->text().isEmpty());
    EXPECT_FALSE(in<QPushButton>(dialog, "exportButton")->isEnabled());
}

TEST_F(ExportDialogTest, WithoutANetworkThereIsNothingToExport) {
    Laboratory lab(m_folder.path());
    lab.window.start();
    lab.window.files().startWith(nullptr);
    EXPECT_FALSE(lab.action("actionExport")->isEnabled());
    EXPECT_TRUE(lab.action("actionExport")->toolTip().contains(QStringLiteral("no network yet")));
    EXPECT_TRUE(lab.action("actionImport")->isEnabled());
}

TEST(ObstacleListTest, NamesEveryLayerAndTheWayToIt) {
    ObstacleList list;
    const Problem problem{ProblemKind::Unsupported, "It knows no time.", {}, "Take another layer."};
    list.show({{"", problem}, {"First", problem}, {"Second", problem}});
    list.show({{"First", problem}, {"Second & last", problem}});
    list.resize(400, 300);
    list.QWidget::show();
    const auto buttons = list.widget()->findChildren<QPushButton*>();
    ASSERT_EQ(buttons.size(), 2);
    const auto reasons = list.widget()->findChildren<QLabel*>();
    ASSERT_EQ(reasons.size(), 2);
    EXPECT_TRUE(reasons[1]->text().contains(QStringLiteral("Second & last: It knows no time. Take another")));
    QSignalSpy wanted(&list, &ObstacleList::layerWanted);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted[0][0].toString(), QStringLiteral("Second & last"));
}

} // namespace
} // namespace protomind

#include "export_dialog_test.moc"
