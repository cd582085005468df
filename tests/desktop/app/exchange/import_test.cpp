// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/exchange/network_import.h"
#include "desktop/app/laboratory.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/document/commands/experiment_commands.h"
#include "studio/network/template.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTextBrowser>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class ImportTest : public testing::Test {
protected:
    void SetUp() override {
        for (const Format& format : formats())
            if (format.write != nullptr && format.read != nullptr && m_format == nullptr)
                m_format = &format;
        ASSERT_NE(m_format, nullptr);
    }
    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    /// A template's network as another program writes it.
    [[nodiscard]] QString foreign(const char* name) const {
        const NetworkTemplate* source = findTemplate(name);
        ProjectContent content;
        content.experiment.network = source->make();
        const TrainedNetwork network = trainedNetwork(content, name, "Another program").value();
        const bool folder = m_format->extension.empty();
        const QString path = file(name) + QString::fromStdString(m_format->extension);
        const auto written = exportNetwork(*m_format, network, path.toStdString());
        EXPECT_TRUE(written) << written.error().text();
        return folder ? path + QStringLiteral("/model.json") : path;
    }
    static bool says(Laboratory& lab, const char* words) {
        return lab.until([&] { return lab.window.messages().text().contains(QLatin1String(words)); });
    }
    static void change(Laboratory& lab) {
        TrainingSettings settings = lab.document.experiment().training;
        settings.epochs = 77;
        lab.document.undoStack().push(new SetTraining(lab.document, "epochs", settings));
    }
    static void drop(Laboratory& lab, const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QWidget* canvas = lab.window.canvas().viewport();
        const QPoint at = canvas->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas, &enter);
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas, &event);
    }

    QTemporaryDir m_folder;
    const Format* m_format = nullptr;
};

TEST_F(ImportTest, OpensAnothersNetworkAsANewProjectAndSaysWhatIsNext) {
    const QString path = foreign("digits-mlp");
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    QSignalSpy opened(&lab.window.files(), &ProjectFiles::opened);
    lab.dialogs.nextFile = path;
    QTest::keyClick(&lab.window, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(says(lab, "is open as a new project")) << lab.window.messages().text().toStdString();
    EXPECT_EQ(opened.count(), 1);
    EXPECT_TRUE(
        lab.window.messages().text().contains(QStringLiteral("Choose data of 28 × 28 × 1 to try it.")))
        << lab.window.messages().text().toStdString();
    EXPECT_TRUE(lab.window.files().path().isEmpty());
    EXPECT_TRUE(lab.document.isModified()) << "It is in no file.";
    EXPECT_EQ(lab.document.network().layers().size(), findTemplate("digits-mlp")->make().layers().size());
    EXPECT_TRUE(lab.document.experiment().data.empty());
    ASSERT_NE(lab.document.checkpoint(), nullptr);
    auto* side = lab.find<QTabWidget>("sideTabs");
    side->setCurrentIndex(0);
    QTest::mouseClick(lab.find<QPushButton>("messageButton"), Qt::LeftButton);
    EXPECT_EQ(side->currentWidget()->objectName(), QStringLiteral("dataPanel"));
}

TEST_F(ImportTest, AsksBeforeItReplacesWhatIsNotSaved) {
    const QString path = foreign("digits-mlp");
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    change(lab);
    lab.dialogs.nextAnswer = SaveAnswer::Cancel;
    lab.window.files().openPath(path);
    ASSERT_TRUE(lab.until([&] { return lab.dialogs.asked.size() == 1; }));
    EXPECT_EQ(lab.document.experiment().training.epochs, 77);
    EXPECT_FALSE(lab.document.experiment().data.empty()) << "It is the old one.";
    lab.dialogs.nextAnswer = SaveAnswer::Discard;
    lab.window.files().openPath(path);
    ASSERT_TRUE(says(lab, "is open as a new project"));
    EXPECT_TRUE(lab.document.experiment().data.empty());
}

TEST_F(ImportTest, AFileThatIsDroppedOrNamedAtTheStartIsReadToo) {
    const QString path = foreign("digits-mlp");
    {
        Laboratory lab(m_folder.path());
        ASSERT_TRUE(lab.startWith("playground"));
        drop(lab, path);
        EXPECT_TRUE(says(lab, "is open as a new project"));
        lab.dialogs.nextAnswer = SaveAnswer::Discard;
        lab.window.close();
    }
    Laboratory lab(file("other"));
    lab.window.start(path);
    EXPECT_TRUE(says(lab, "is open as a new project"));
    EXPECT_EQ(lab.document.network().layers().size(), findTemplate("digits-mlp")->make().layers().size());
}

TEST_F(ImportTest, WhatIsNoNetworkIsRefusedAndAllStaysAsItIs) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    change(lab);
    QFile pickle(file("weights.pt"));
    ASSERT_TRUE(pickle.open(QIODevice::WriteOnly));
    pickle.write("\x80\x02}q.");
    pickle.close();
    lab.window.files().openPath(pickle.fileName());
    ASSERT_TRUE(says(lab, "weights.pt")) << lab.window.messages().text().toStdString();
    EXPECT_TRUE(says(lab, "pickle"));
    EXPECT_TRUE(lab.dialogs.asked.isEmpty()) << "Nothing is lost, so nothing is asked.";
    EXPECT_EQ(lab.document.experiment().training.epochs, 77);
}

TEST_F(ImportTest, TheNewestOfSeveralIsOpenedAndNoneThatWasGivenUp) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    NetworkImport import(lab.window.files(), lab.dialogs, &lab.window,
                         [](const std::filesystem::path& path) -> Result<ImportResult> {
                             ImportResult result;
                             result.project.experiment.data = path.string();
                             return result;
                         });
    QSignalSpy imported(&import, &NetworkImport::imported);
    import.read(QStringLiteral("/one.onnx"));
    import.read(QStringLiteral("/two.onnx"));
    ASSERT_TRUE(lab.until([&] { return imported.count() == 1; }));
    EXPECT_EQ(imported[0][1].toString(), QStringLiteral("two.onnx"));
    lab.document.markSaved();
    import.read(QStringLiteral("/three.onnx"));
    import.giveUp();
    import.read(QStringLiteral("/four.onnx"));
    lab.dialogs.nextAnswer = SaveAnswer::Discard;
    ASSERT_TRUE(lab.until([&] { return imported.count() == 2; }));
    EXPECT_EQ(imported[1][1].toString(), QStringLiteral("four.onnx"));
}

TEST_F(ImportTest, SaysWhatBecameOfIt) {
    const std::vector<FormatNote> notes{{Fate::Kept, "Weights", {}},
                                        {Fate::Lost, "Optimiser state", "It is about <training>."}};
    QDialog* dialog = makeImportNotes(notes, nullptr);
    dialog->show();
    const QString text = dialog->findChild<QTextBrowser*>()->toPlainText();
    EXPECT_TRUE(text.contains(QStringLiteral("✓ Kept")));
    EXPECT_TRUE(text.contains(QStringLiteral("✗ Lost")));
    EXPECT_TRUE(text.contains(QStringLiteral("It is about <training>.")));
    QTest::keyClick(dialog, Qt::Key_Escape);
}

} // namespace
} // namespace protomind
