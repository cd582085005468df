// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/app/messages/message_strip.h"
#include "desktop/app/predictions/prediction_panel.h"
#include "desktop/app/run/training_charts.h"
#include "desktop/charts/curve_chart.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/layer_commands.h"
#include "desktop/style/laboratory_style.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class WindowTest : public testing::Test {
protected:
    static void setTraining(Laboratory& lab, const std::string& field,
                            const std::function<void(TrainingSettings&)>& set) {
        TrainingSettings settings = lab.document.experiment().training;
        set(settings);
        lab.document.undoStack().push(new SetTraining(lab.document, field, settings));
    }
    static void click(QWidget* widget) {
        ASSERT_NE(widget, nullptr);
        QTest::mouseClick(widget, Qt::LeftButton);
    }

    QTemporaryDir m_folder;
};

TEST_F(WindowTest, TheFirstStartTrainsWithOneClick) {
    Laboratory lab(m_folder.path());
    lab.window.start();
    ASSERT_FALSE(lab.document.network().layers().empty());
    ASSERT_TRUE(lab.until([&] { return lab.window.data() != nullptr; }));
    click(lab.find<QPushButton>("trainButton"));
    EXPECT_TRUE(lab.untilEpochs(1));
}

TEST_F(WindowTest, TheSameButtonPausesAndGoesOn) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setTraining(lab, "epochs", [](TrainingSettings& settings) { settings.epochs = 100000; });
    auto* button = lab.find<QPushButton>("trainButton");
    click(button);
    ASSERT_TRUE(lab.untilEpochs(1));
    click(button);
    ASSERT_TRUE(lab.untilState(RunState::Paused));
    const std::size_t epochs = lab.run.history().size();
    click(button);
    EXPECT_TRUE(lab.untilEpochs(epochs + 1));
}

TEST_F(WindowTest, PredictionsComeWithoutTrainingAndChangeWithIt) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    ASSERT_TRUE(lab.until([&] { return lab.window.predictions().hasAnswer(); }));
    const QImage before = lab.window.predictions().grab().toImage();
    setTraining(lab, "epochs", [](TrainingSettings& settings) { settings.epochs = 5; });
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilState(RunState::Finished));
    ASSERT_TRUE(lab.until([&] { return lab.window.predictions().evaluation().has_value(); }));
    EXPECT_FALSE(lab.find<QLabel>("testResult")->text().isEmpty());
    EXPECT_TRUE(lab.until([&] { return lab.window.predictions().grab().toImage() != before; }));
}

TEST_F(WindowTest, AnotherSeedForgetsTheTestOfTheFormerWeights) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setTraining(lab, "epochs", [](TrainingSettings& settings) { settings.epochs = 2; });
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilState(RunState::Finished));
    ASSERT_TRUE(lab.until([&] { return lab.window.predictions().evaluation().has_value(); }));
    setTraining(lab, "seed", [](TrainingSettings& settings) { settings.seed += 1; });
    EXPECT_TRUE(lab.until([&] { return !lab.window.predictions().evaluation().has_value(); }));
    EXPECT_TRUE(lab.find<QLabel>("testResult")->text().isEmpty());
}

TEST_F(WindowTest, TrainThatCanNotStartSaysWhyAndShowsWhere) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    lab.action("actionNewEmpty")->trigger();
    auto* train = lab.find<QPushButton>("trainButton");
    EXPECT_TRUE(train->isEnabled());
    click(train);
    EXPECT_FALSE(lab.window.messages().text().isEmpty());
    EXPECT_NE(lab.run.state(), RunState::Training);

    // A layer alone: the message names a place, and the button goes there.
    lab.window.canvas().addLayer(QStringLiteral("dense"));
    click(train);
    const QString sentence = lab.window.messages().text();
    EXPECT_FALSE(sentence.isEmpty());
    lab.window.canvas().addLayer(QStringLiteral("input"));
    EXPECT_TRUE(train->isEnabled());
}

TEST_F(WindowTest, EditsDuringARunAreTakenUp) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setTraining(lab, "epochs", [](TrainingSettings& settings) {
        settings.epochs = 100000;
        settings.schedule = "constant";
        settings.scheduleSettings.clear();
    });
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilEpochs(2));
    // The learning rate acts at once, without preparing anew.
    QSignalSpy prepared(&lab.run, &RunController::prepared);
    QSignalSpy progress(&lab.run, &RunController::progressed);
    double rate = 0;
    QObject::connect(&lab.run, &RunController::progressed, &lab.window,
                     [&rate](const Progress& event) { rate = event.learningRate; });
    setTraining(lab, "learning_rate", [](TrainingSettings& settings) { settings.learningRate = 0.0123; });
    EXPECT_TRUE(lab.until([&] { return std::abs(rate - 0.0123) < 1e-6; }));
    EXPECT_EQ(prepared.count(), 0);
    // The batch size needs another program: the run goes on with its weights.
    setTraining(lab, "batch_size", [](TrainingSettings& settings) { settings.batchSize = 16; });
    ASSERT_TRUE(lab.until([&] { return prepared.count() == 1; }));
    EXPECT_TRUE(lab.run.isTrained());
    progress.clear();
    EXPECT_TRUE(lab.until([&] { return progress.count() > 0; }));
    EXPECT_EQ(lab.run.state(), RunState::Training);
}

TEST_F(WindowTest, AnotherNetworkStopsTheRunAndUndoBringsItsWeightsBack) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setTraining(lab, "epochs", [](TrainingSettings& settings) { settings.epochs = 100000; });
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilEpochs(2));
    const LayerId layer = lab.document.network().layers()[1].id;
    lab.document.undoStack().push(new SetField(lab.document, layer, "units", std::int64_t{7}));
    ASSERT_TRUE(lab.until([&] { return lab.run.state() != RunState::Training; }));
    EXPECT_FALSE(lab.run.isTrained());
    lab.document.undoStack().undo();
    EXPECT_TRUE(lab.until([&] { return lab.run.isTrained(); }));
}

TEST_F(WindowTest, WhatAnEditTakesAwayIsSaidAndUndoBringsTheCurveBack) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setTraining(lab, "epochs", [](TrainingSettings& settings) { settings.epochs = 4; });
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilState(RunState::Finished));
    auto* strip = lab.window.findChild<MessageStrip*>();
    const auto* chart = lab.find<CurveChart>("lossChart");
    ASSERT_NE(chart, nullptr);
    const auto& layers = lab.document.network().layers();
    lab.document.undoStack().push(
        new SetField(lab.document, layers[1].id, "activation", std::string("relu"), newGesture()));
    EXPECT_TRUE(strip->text().isEmpty()) << "Nothing is lost: " << strip->text().toStdString();
    lab.document.undoStack().push(
        new SetField(lab.document, layers[1].id, "units", std::int64_t{7}, newGesture()));
    const QString said = strip->text();
    EXPECT_TRUE(said.contains(QString::fromStdString(layers[1].name))) << said.toStdString();
    EXPECT_TRUE(said.contains(QString::fromStdString(layers[2].name))) << said.toStdString();
    ASSERT_TRUE(lab.until([&] { return !lab.run.isPreparing() && lab.run.history().empty(); }));
    EXPECT_EQ(strip->text(), said) << "It stays until it has been read.";
    lab.action("actionStep")->trigger();
    ASSERT_TRUE(lab.until([&] { return lab.run.stepsDone() == 1 && lab.run.state() == RunState::Paused; }));
    lab.action("actionUndo")->trigger();
    EXPECT_TRUE(lab.until([&] { return lab.run.history().size() == 4; }));
    ASSERT_TRUE(chart->history(0).nearest(4));
    EXPECT_EQ(chart->history(0).nearest(4)->x, 4);
    EXPECT_FALSE(strip->text().isEmpty()) << "The step that was trained is taken back, too.";
    lab.action("actionRedo")->trigger();
    EXPECT_TRUE(lab.until([&] { return lab.run.history().empty(); }));
}

TEST_F(WindowTest, ResetByMistakeIsUndone) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setTraining(lab, "epochs", [](TrainingSettings& settings) { settings.epochs = 2; });
    const int steps = lab.document.undoStack().count();
    lab.action("actionReset")->trigger();
    EXPECT_EQ(lab.document.undoStack().count(), steps) << "There is nothing to lose.";
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilState(RunState::Finished));
    const auto curve = lab.run.history();
    lab.action("actionReset")->trigger();
    EXPECT_TRUE(lab.run.history().empty());
    EXPECT_FALSE(lab.window.findChild<MessageStrip*>()->text().isEmpty());
    lab.action("actionUndo")->trigger();
    EXPECT_TRUE(lab.until([&] { return lab.run.history() == curve && lab.run.isTrained(); }));
}

TEST_F(WindowTest, ResetKeepsTheSeedAndTheDieRollsAnother) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setTraining(lab, "epochs", [](TrainingSettings& settings) { settings.epochs = 2; });
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilState(RunState::Finished));
    const auto first = lab.run.history();
    const auto seed = lab.document.experiment().training.seed;
    lab.action("actionReset")->trigger();
    EXPECT_EQ(lab.document.experiment().training.seed, seed);
    EXPECT_FALSE(lab.run.isTrained());
    ASSERT_TRUE(lab.untilState(RunState::Ready));
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilState(RunState::Finished));
    EXPECT_EQ(lab.run.history(), first) << "The same seed gives the same run.";
    lab.action("actionRollSeed")->trigger();
    EXPECT_NE(lab.document.experiment().training.seed, seed);
    EXPECT_TRUE(lab.document.undoStack().canUndo());
}

TEST_F(WindowTest, TrainAfterTheEndGoesOn) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    setTraining(lab, "epochs", [](TrainingSettings& settings) { settings.epochs = 2; });
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilState(RunState::Finished));
    EXPECT_EQ(lab.run.history().size(), 2u);
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilEpochs(4));
    EXPECT_TRUE(lab.untilState(RunState::Finished));
}

TEST_F(WindowTest, DivergenceIsSaidWithAWayOutThatCanBeUndone) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    // Plain gradient descent on a line with an absurd rate grows without bound.
    lab.document.undoStack().push(new SetDataText(lab.document, "line"));
    const Network& network = lab.document.network();
    const LayerId input = network.layers().front().id;
    lab.document.undoStack().push(new SetField(lab.document, input, "shape", std::vector<std::int64_t>{1}));
    for (std::size_t index = 1; index < network.layers().size(); ++index)
        lab.document.undoStack().push(
            new SetField(lab.document, network.layers()[index].id, "activation", std::string("linear")));
    setTraining(lab, "optimizer", [](TrainingSettings& settings) {
        settings.optimizer = "sgd";
        settings.learningRate = 100;
        settings.epochs = 50;
    });
    ASSERT_TRUE(lab.until([&] { return lab.window.data() && lab.window.data()->text == "line"; }));
    lab.action("actionTrain")->trigger();
    ASSERT_TRUE(lab.untilState(RunState::Diverged)) << lab.window.messages().text().toStdString();
    EXPECT_FALSE(lab.window.messages().text().isEmpty());
    click(lab.find<QPushButton>("messageButton"));
    EXPECT_NEAR(lab.document.experiment().training.learningRate, 10, 1e-9);
    lab.document.undoStack().undo();
    EXPECT_NEAR(lab.document.experiment().training.learningRate, 100, 1e-9);
}

TEST_F(WindowTest, TheEditMenuNamesWhatItUndoes) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    lab.window.canvas().addLayer(QStringLiteral("dense"));
    const QString undo = lab.action("actionUndo")->text();
    EXPECT_TRUE(undo.contains(QLatin1String("Dense"))) << undo.toStdString();
    lab.action("actionUndo")->trigger();
    EXPECT_TRUE(lab.action("actionRedo")->text().contains(QLatin1String("Dense")));
}

TEST_F(WindowTest, EveryControlHasAnAccessibleName) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    lab.window.canvas().reveal(lab.document.network().layers()[1].id);
    QStringList nameless;
    for (QWidget* widget : lab.window.findChildren<QWidget*>()) {
        const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
                             qobject_cast<QAbstractSpinBox*>(widget) ||
                             qobject_cast<QAbstractSlider*>(widget) || qobject_cast<QLineEdit*>(widget) ||
                             qobject_cast<QTabWidget*>(widget);
        const QString type = QLatin1String(widget->metaObject()->className());
        // Parts that Qt makes for itself answer for their owner.
        if (!control || widget->objectName().startsWith(QLatin1String("qt_")) ||
            type == QLatin1String("QScrollBar") ||
            (qobject_cast<QLineEdit*>(widget) && qobject_cast<QAbstractSpinBox*>(widget->parentWidget())) ||
            (qobject_cast<QLineEdit*>(widget) && qobject_cast<QComboBox*>(widget->parentWidget())) ||
            qobject_cast<QLineEdit*>(widget->parentWidget()) || widget->inherits("QToolBarExtension") ||
            widget->inherits("QMenuBarExtension") || widget->inherits("QTableCornerButton"))
            continue;
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
            nameless << type + QLatin1Char(' ') + widget->objectName() + QStringLiteral(" in ") +
                            QLatin1String(widget->parentWidget()->metaObject()->className()) +
                            QLatin1Char(' ') + widget->parentWidget()->objectName();
    }
    EXPECT_TRUE(nameless.isEmpty()) << nameless.join(QLatin1Char('\n')).toStdString();
}

TEST_F(WindowTest, EveryActionOfTheMenusHasANameAndSaysWhatItDoes) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    int seen = 0;
    const std::function<void(QMenu*)> walk = [&](QMenu* menu) {
        for (QAction* action : menu->actions()) {
            if (action->isSeparator())
                continue;
            if (action->menu()) {
                walk(action->menu());
                continue;
            }
            ++seen;
            EXPECT_FALSE(action->objectName().isEmpty()) << action->text().toStdString();
            EXPECT_FALSE(action->text().isEmpty());
        }
    };
    for (QAction* action : lab.window.menuBar()->actions())
        walk(action->menu());
    EXPECT_GT(seen, 25);
}

TEST_F(WindowTest, ThemesChangeAtOnceAndAreRemembered) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    lab.action("actionThemeDark")->trigger();
    EXPECT_TRUE(lab.until([&] { return isDark(lab.window.palette()); }));
    EXPECT_EQ(Preferences(m_folder.filePath(QStringLiteral("protomind.ini"))).theme(), ThemeKind::Dark);
    lab.action("actionThemeLight")->trigger();
    EXPECT_TRUE(lab.until([&] { return !isDark(lab.window.palette()); }));
}

TEST_F(WindowTest, FitsASmallScreen) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("digits-convnet"));
    EXPECT_LE(lab.window.minimumSizeHint().width(), 1024);
    EXPECT_LE(lab.window.minimumSizeHint().height(), 740); // What a panel of the desktop leaves of 768.
}

} // namespace
} // namespace protomind
