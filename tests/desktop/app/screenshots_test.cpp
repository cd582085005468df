// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window for people to look at: only where PROTOMIND_SCREENSHOT_DIR names a folder. In
// another language where PROTOMIND_SCREENSHOT_LANGUAGE names it: "de".
#include "desktop/app/commands/action_registry.h"
#include "desktop/app/laboratory.h"
#include "desktop/app/predictions/pen_view.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/app/translation/translation.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/structure_commands.h"

#include <QAbstractButton>
#include <QDir>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTimer>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class ScreenshotsTest : public testing::Test {
protected:
    void SetUp() override {
        m_directory = qEnvironmentVariable("PROTOMIND_SCREENSHOT_DIR");
        if (m_directory.isEmpty())
            GTEST_SKIP() << "PROTOMIND_SCREENSHOT_DIR names no folder for pictures.";
        ASSERT_TRUE(QDir().mkpath(m_directory));
    }
    void take(Laboratory& lab, const QString& name) {
        QApplication::processEvents();
        ASSERT_TRUE(lab.window.grab().save(QDir(m_directory).filePath(name + QStringLiteral(".png"))));
    }
    static void train(Laboratory& lab, std::int64_t epochs) {
        TrainingSettings settings = lab.document.experiment().training;
        settings.epochs = epochs;
        lab.document.undoStack().push(new SetTraining(lab.document, "epochs", settings));
        lab.action("actionTrain")->trigger();
        ASSERT_TRUE(lab.untilState(RunState::Finished)) << lab.window.messages().text().toStdString();
        ASSERT_TRUE(lab.until([&] { return lab.window.predictions().evaluation().has_value(); }));
        ASSERT_TRUE(lab.until([&] { return lab.window.predictions().hasAnswer(); }));
        // The curves follow at screen rate: one more turn of their timer.
        bool turned = false;
        QTimer::singleShot(400, &lab.window, [&turned] { turned = true; });
        ASSERT_TRUE(lab.until([&] { return turned; }));
    }

    Translation m_translation{qEnvironmentVariable("PROTOMIND_SCREENSHOT_LANGUAGE", QStringLiteral("en"))};
    QTemporaryDir m_folder;
    QString m_directory;
};

TEST_F(ScreenshotsTest, FirstStart) {
    Laboratory lab(m_folder.path());
    for (const QSize size : {QSize(1024, 768), QSize(1600, 1000)}) {
        lab.window.resize(size);
        lab.window.start();
        ASSERT_TRUE(lab.until([&] { return lab.window.predictions().hasAnswer(); }));
        take(lab, QStringLiteral("first-%1").arg(size.width()));
        lab.action("actionThemeDark")->trigger();
        take(lab, QStringLiteral("first-%1-dark").arg(size.width()));
        lab.action("actionThemeLight")->trigger();
    }
}

TEST_F(ScreenshotsTest, Trained) {
    Laboratory lab(m_folder.path());
    lab.preferences.setWelcomeClosed(true);
    ASSERT_TRUE(lab.startWith("spiral-mlp"));
    train(lab, 40);
    for (const QSize size : {QSize(1024, 768), QSize(1600, 1000)}) {
        lab.window.resize(size);
        for (int tab = 0; tab < 3; ++tab) {
            lab.find<QTabWidget>("sideTabs")->setCurrentIndex(tab);
            lab.window.canvas().fit();
            take(lab, QStringLiteral("trained-%1-tab%2").arg(size.width()).arg(tab));
        }
        lab.action("actionThemeDark")->trigger();
        take(lab, QStringLiteral("trained-%1-dark").arg(size.width()));
        lab.action("actionThemeLight")->trigger();
    }
}

TEST_F(ScreenshotsTest, Digits) {
    Laboratory lab(m_folder.path());
    lab.action("actionWelcome")->trigger();
    lab.window.resize(1600, 1000);
    ASSERT_TRUE(lab.startWith("digits-convnet"));
    train(lab, 6);
    lab.window.canvas().arrange();
    lab.document.undoStack().clear();
    lab.window.canvas().reveal(lab.document.network().layers()[1].id);
    take(lab, QStringLiteral("main-window"));
    lab.action("actionThemeDark")->trigger();
    take(lab, QStringLiteral("main-window-dark"));
    lab.action("actionThemeLight")->trigger();
    lab.window.resize(1024, 768);
    lab.window.canvas().fit();
    take(lab, QStringLiteral("digits-1024"));
}

TEST_F(ScreenshotsTest, DataAndRun) {
    Laboratory lab(m_folder.path());
    lab.preferences.setWelcomeClosed(true);
    ASSERT_TRUE(lab.startWith("playground"));
    train(lab, 20);
    TrainingSettings settings = lab.document.experiment().training;
    settings.learningRate = 0.3;
    settings.batchSize = 32;
    lab.document.undoStack().push(new SetTraining(lab.document, "learning_rate", settings));
    train(lab, 40);
    for (const QSize size : {QSize(1024, 768), QSize(1600, 1000)}) {
        lab.window.resize(size);
        lab.find<QTabWidget>("sideTabs")->setCurrentIndex(1);
        for (const char* data :
             {"circle", "points?data=-0.5,0.5,0;-0.3,0.2,0;0.4,-0.3,1;0.6,0.6,2", "digits"}) {
            lab.document.undoStack().push(new SetDataText(lab.document, data));
            ASSERT_TRUE(lab.until([&] { return lab.window.data() && lab.window.data()->text == data; }));
            take(lab, QStringLiteral("data-%1-%2").arg(size.width()).arg(QString::fromLatin1(data).left(6)));
        }
        lab.document.undoStack().push(new SetDataText(lab.document, "circle"));
    }
}

TEST_F(ScreenshotsTest, Problems) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("digits-branched"));
    lab.document.undoStack().push(new RemoveParts(lab.document, {}, {lab.document.network().wires()[2].id}));
    lab.document.undoStack().push(
        new AddLayer(lab.document, "dense", lab.document.network().layers().front().position));
    lab.window.canvas().arrangeAll();
    for (const QSize size : {QSize(1024, 768), QSize(1600, 1000)}) {
        lab.window.resize(size);
        lab.window.canvas().fit();
        lab.find<QTabWidget>("sideTabs")->setCurrentIndex(0);
        lab.action("actionTrain")->trigger();
        take(lab, QStringLiteral("problems-%1").arg(size.width()));
        lab.window.registry().find(QStringLiteral("view.table"))->trigger();
        take(lab, QStringLiteral("table-%1").arg(size.width()));
        lab.window.registry().find(QStringLiteral("view.table"))->trigger();
        lab.window.canvas().findLayer(QStringLiteral("p"));
        take(lab, QStringLiteral("finder-%1").arg(size.width()));
    }
}

TEST_F(ScreenshotsTest, Pen) {
    Laboratory lab(m_folder.path());
    lab.preferences.setWelcomeClosed(true);
    ASSERT_TRUE(lab.startWith("digits-mlp"));
    train(lab, 1);
    lab.window.resize(1280, 860);
    take(lab, QStringLiteral("grid-1280"));
    lab.find<QAbstractButton>("penButton")->click();
    auto* pen = lab.find<PenView>("penView");
    const QRectF paper = pen->paper();
    const auto at = [&](double x, double y) {
        return QPointF(paper.left() + x * paper.width(), paper.top() + y * paper.height());
    };
    const auto send = [&](QEvent::Type type, QPointF place) {
        QMouseEvent event(type, place, pen->mapToGlobal(place), Qt::LeftButton, Qt::LeftButton,
                          Qt::NoModifier);
        QApplication::sendEvent(pen, &event);
    };
    send(QEvent::MouseButtonPress, at(0.3, 0.3));
    for (const auto& [x, y] : {std::pair(0.7, 0.3), {0.6, 0.5}, {0.5, 0.8}})
        send(QEvent::MouseMove, at(x, y));
    QSignalSpy answers(&lab.run, &RunController::predicted);
    ASSERT_TRUE(lab.until([&] { return answers.count() > 0; }));
    take(lab, QStringLiteral("pen-1280"));
    lab.window.resize(1024, 768);
    take(lab, QStringLiteral("pen-1024"));
    lab.action("actionThemeDark")->trigger();
    take(lab, QStringLiteral("pen-1024-dark"));
    lab.action("actionThemeLight")->trigger();
}

} // namespace
} // namespace protomind
