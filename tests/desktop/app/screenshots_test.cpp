// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window for people to look at: only where PROTOMIND_SCREENSHOT_DIR names a folder. In
// another language where PROTOMIND_SCREENSHOT_LANGUAGE names it: "de".
// scripts/screenshots takes them all, in every look, size and scale.
#include "desktop/app/commands/action_registry.h"
#include "desktop/app/dialogs/recovery_dialog.h"
#include "desktop/app/laboratory.h"
#include "desktop/app/predictions/pen_view.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/app/translation/translation.h"
#include "desktop/app/welcome/start_card.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/structure_commands.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/network_editor.h"

#include <QAbstractButton>
#include <QDialog>
#include <QDir>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTimer>

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>

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

struct PictureLook {
    const char* name;
    ThemeKind kind;
    bool projector;
};

constexpr PictureLook kLooks[] = {{"light", ThemeKind::Light, false},
                                  {"dark", ThemeKind::Dark, false},
                                  {"contrast", ThemeKind::HighContrast, false},
                                  {"projector", ThemeKind::Light, true}};

/// A window of these many dots of the screen, in every look, with what is in it. QT_SCALE_FACTOR, which a
/// process has only one of, makes everything larger.
class LooksTest : public ScreenshotsTest, public testing::WithParamInterface<QSize> {
protected:
    LooksTest()
        : m_translation(qEnvironmentVariable("PROTOMIND_SCREENSHOT_LANGUAGE", QStringLiteral("en"))) {}
    void SetUp() override {
        ScreenshotsTest::SetUp();
        if (IsSkipped())
            return;
        m_lab = std::make_unique<Laboratory>(m_folder.path());
        const double scale = m_lab->window.devicePixelRatioF();
        m_size = (QSizeF(GetParam()) / scale).toSize();
        if (m_size.width() < kLeastScreen.width() || m_size.height() < kLeastScreen.height())
            GTEST_SKIP() << "Nobody has so few dots and makes them so large.";
        m_suffix = QStringLiteral("-%1-%2-x%3")
                       .arg(qEnvironmentVariable("PROTOMIND_SCREENSHOT_LANGUAGE", QStringLiteral("en")))
                       .arg(GetParam().width())
                       .arg(scale);
        m_lab->window.resize(m_size);
    }
    void TearDown() override {
        if (!m_lab)
            return;
        m_lab->theme.setProjector(false);
        m_lab->theme.apply(ThemeKind::Light);
    }
    /// What is shown, in every look. again: what has to be done anew in each of them.
    void shoot(QWidget& shown, const char* scene, const std::function<void()>& again = {}) {
        for (const PictureLook& look : kLooks) {
            m_lab->theme.apply(look.kind);
            m_lab->theme.setProjector(look.projector);
            settle(shown);
            if (again)
                again();
            for (int i = 0; i < 5; ++i)
                QApplication::processEvents();
            const QString name =
                QLatin1String(scene) + m_suffix + QLatin1Char('-') + QLatin1String(look.name);
            ASSERT_TRUE(shown.grab().save(QDir(m_directory).filePath(name + QStringLiteral(".png"))));
        }
    }
    void shootDialog(const char* action, const char* name) {
        for (const PictureLook& look : kLooks) {
            m_lab->theme.apply(look.kind);
            m_lab->theme.setProjector(look.projector);
            m_lab->action(action)->trigger();
            auto* dialog = m_lab->find<QDialog>(name);
            ASSERT_NE(dialog, nullptr) << name;
            take(*dialog, QLatin1String(name) + m_suffix + QLatin1Char('-') + QLatin1String(look.name));
            dialog->reject();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
    /// Cards get their pictures from a thread.
    void settle(const QWidget& shown) {
        for (int i = 0; i < 5; ++i)
            QApplication::processEvents();
        ASSERT_TRUE(m_lab->until([&] {
            return std::ranges::all_of(shown.findChildren<StartCard*>(), [](const StartCard* card) {
                return !card->isVisible() || card->hasPicture();
            });
        }));
    }
    void take(QWidget& shown, const QString& name) {
        settle(shown);
        ASSERT_TRUE(shown.grab().save(QDir(m_directory).filePath(name + QStringLiteral(".png"))));
    }

    static constexpr QSize kLeastScreen{1024, 640};
    Translation m_translation;
    std::unique_ptr<Laboratory> m_lab;
    QSize m_size;
    QString m_suffix;
};

TEST_P(LooksTest, Digits) {
    ASSERT_TRUE(m_lab->startWith("digits-convnet"));
    train(*m_lab, 2);
    NetworkView& canvas = m_lab->window.canvas();
    canvas.arrangeAll();
    const auto reveal = [&] {
        canvas.fit();
        canvas.reveal(m_lab->document.network().layers()[1].id);
    };
    shoot(m_lab->window, "digits", reveal);
    auto* tabs = m_lab->find<QTabWidget>("sideTabs");
    for (const auto& [tab, name] : {std::pair(1, "data"), {2, "training"}})
        shoot(m_lab->window, name, [&, index = tab] { tabs->setCurrentIndex(index); });
    m_lab->document.undoStack().push(new AddLayer(m_lab->document, "dense", {0, 500}));
    m_lab->document.undoStack().push(new AddLayer(m_lab->document, "convolution", {300, 500}));
    shoot(m_lab->window, "problems", [&] {
        canvas.fit();
        m_lab->find<QAbstractButton>("problemButton")->click();
    });
    m_lab->window.findChild<NetworkEditor*>()->tableAction()->trigger();
    shoot(m_lab->window, "table");
}

TEST_P(LooksTest, Weights) {
    ASSERT_TRUE(m_lab->startWith("playground"));
    train(*m_lab, 10);
    ASSERT_TRUE(m_lab->until([&] { return !m_lab->window.canvas().live().weights().empty(); }));
    NetworkView& canvas = m_lab->window.canvas();
    shoot(m_lab->window, "weights", [&] {
        canvas.fit();
        canvas.reveal(m_lab->document.network().layers()[2].id);
        canvas.openWeights();
    });
    shoot(m_lab->window, "picture", [&] {
        canvas.live().letGo();
        canvas.openPicture();
    });
}

TEST_P(LooksTest, WelcomeAndDialogs) {
    m_lab->preferences.setWelcomeClosed(false);
    m_lab->window.start();
    shoot(m_lab->window, "welcome");
    m_lab->action("actionCommands")->trigger();
    shoot(m_lab->window, "commands");
    for (const auto& [action, name] : {std::pair("actionSettings", "settingsDialog"),
                                       {"actionShortcuts", "shortcutsDialog"},
                                       {"actionNewTemplate", "templateDialog"},
                                       {"actionDevices", "devicesDialog"},
                                       {"actionAbout", "aboutDialog"}})
        shootDialog(action, name);
    RecoveryDialog recovery({{.name = QStringLiteral("digits.protomind"),
                              .place = QStringLiteral("/home/somebody/school"),
                              .when = QStringLiteral("today, 14:35")},
                             {.name = QStringLiteral("moons.protomind"),
                              .when = QStringLiteral("yesterday, 9:12"),
                              .note = QStringLiteral("Damaged"),
                              .readable = false}},
                            &m_lab->window);
    recovery.show();
    shoot(recovery, "recovery", [&] { recovery.adjustSize(); });
}

INSTANTIATE_TEST_SUITE_P(Sizes, LooksTest,
                         testing::Values(QSize(1024, 768), QSize(1600, 1000), QSize(3840, 2160)),
                         [](const auto& test) { return std::to_string(test.param.width()); });

} // namespace
} // namespace protomind
