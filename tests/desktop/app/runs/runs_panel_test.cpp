// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/app/runs/run_chart.h"
#include "desktop/app/runs/run_table_model.h"
#include "desktop/app/runs/run_words.h"
#include "desktop/app/runs/runs_panel.h"
#include "desktop/document/commands/layer_commands.h"
#include "studio/network/template.h"
#include "studio/project/project_file.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>

#include <gtest/gtest.h>

namespace protomind {
namespace {

RunRecord runOf(const char* data, double accuracy, std::int64_t parameters) {
    RunRecord run{.when = 1'800'000'000 + parameters,
                  .samples = 500,
                  .loss = 1 - accuracy,
                  .accuracy = accuracy,
                  .parameters = parameters,
                  .steps = parameters,
                  .epochs = 2};
    const NetworkTemplate* source = findTemplate("digits-convnet");
    run.experiment.network = source->make();
    run.experiment.training = source->training;
    run.experiment.training.learningRate = 0.02;
    run.experiment.data = data;
    return run;
}

class RunsPanelTest : public testing::Test {
protected:
    void SetUp() override {
        m_lab = std::make_unique<Laboratory>(m_folder.path());
        ASSERT_TRUE(m_lab->startWith("playground"));
        ASSERT_NE(panel(), nullptr);
    }
    [[nodiscard]] RunsPanel* panel() { return m_lab->find<RunsPanel>("runsPanel"); }
    [[nodiscard]] RunTableModel& model() {
        return *qobject_cast<RunTableModel*>(m_lab->find<QTableView>("runsTable")->model());
    }
    void add(const RunRecord& run) {
        RunList runs = m_lab->document.runs();
        runs.add(run);
        m_lab->document.setRuns(std::move(runs));
    }
    void show() {
        m_lab->action("actionRuns")->trigger();
        ASSERT_TRUE(Laboratory::until([&] { return panel()->isVisible(); }));
    }
    [[nodiscard]] QString cell(int row, int column) {
        return model().data(model().index(row, column)).toString();
    }
    [[nodiscard]] QString places() {
        QStringList all;
        for (int row = 0; row < model().rowCount(); ++row)
            all << cell(row, RunTableModel::Place) + cell(row, RunTableModel::Parameters);
        return all.join(QLatin1Char(' '));
    }
    void press(const char* name) {
        auto* button = m_lab->find<QAbstractButton>(name);
        ASSERT_NE(button, nullptr);
        ASSERT_TRUE(button->isVisible() && button->isEnabled()) << name;
        QTest::mouseClick(button, Qt::LeftButton);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Laboratory> m_lab;
};

TEST_F(RunsPanelTest, SaysWhatWillStandThere) {
    show();
    EXPECT_TRUE(m_lab->find<QLabel>("noRuns")->isVisible());
    add(runOf("digits", 0.9, 100));
    EXPECT_FALSE(m_lab->find<QLabel>("noRuns")->isVisible());
    EXPECT_EQ(m_lab->find<QTabWidget>("resultTabs")->tabText(1), QStringLiteral("Your runs (1)"));
}

TEST_F(RunsPanelTest, ARunOfTheWindowIsOnRecordByItself) {
    m_lab->run.setSpeed(100); // or it is over before it can be paused
    m_lab->action("actionTrain")->trigger();
    ASSERT_TRUE(Laboratory::until([&] { return m_lab->run.history().size() >= 2; }));
    m_lab->action("actionTrain")->trigger();
    ASSERT_TRUE(m_lab->untilState(RunState::Paused));
    m_lab->action("actionEvaluate")->trigger();
    ASSERT_TRUE(Laboratory::until([&] { return m_lab->document.runs().size() == 1; }));
    show();
    EXPECT_EQ(model().rowCount(), 1);
    EXPECT_EQ(cell(0, RunTableModel::Place), QStringLiteral("▸ 1.")) << "it is the one on the canvas";
}

TEST_F(RunsPanelTest, TheBestStandsFirstAndEveryColumnSorts) {
    for (const auto& [accuracy, parameters] :
         {std::pair(0.9, 500), std::pair(0.95, 900), std::pair(0.95, 700)})
        add(runOf("digits", accuracy, parameters));
    RunRecord cheat = runOf("digits", 1, 50);
    cheat.learnedFrom = 3;
    add(cheat);
    show();
    EXPECT_EQ(places(), QStringLiteral("1.700 2.900 3.500 –50"));
    EXPECT_EQ(cell(0, RunTableModel::Result), QStringLiteral("95.0\u00a0%"));
    auto* table = m_lab->find<QTableView>("runsTable");
    table->sortByColumn(RunTableModel::Parameters, Qt::DescendingOrder);
    EXPECT_EQ(places(), QStringLiteral("2.900 1.700 3.500 –50"));

    m_lab->find<QSpinBox>("runsLimit")->setValue(600);
    table->sortByColumn(RunTableModel::Place, Qt::AscendingOrder);
    EXPECT_EQ(places(), QStringLiteral("1.500 –700 –900 –50")) << "the best within a limit";
}

TEST_F(RunsPanelTest, OnlyTestsOfTheSameSamplesStandTogether) {
    add(runOf("digits", 0.9, 500));
    add(runOf("digits?noise=0.5", 0.8, 600));
    show();
    auto* grounds = m_lab->find<QComboBox>("runsGround");
    EXPECT_EQ(grounds->count(), 2);
    EXPECT_EQ(places(), QStringLiteral("1.600"));
    grounds->setCurrentIndex(1);
    emit grounds->activated(1);
    EXPECT_EQ(places(), QStringLiteral("1.500"));
    add(runOf("digits?noise=0.5", 0.85, 650));
    EXPECT_EQ(places(), QStringLiteral("1.650 2.600")) << "what was tested last is shown";
}

TEST_F(RunsPanelTest, ANetworkComesBackAsItWasDrawnAndGoesAgain) {
    RunRecord record = runOf("digits", 0.9, 500);
    const LayerId moved = record.experiment.network.layers()[1].id;
    record.experiment.network.layer(moved)->position = {123.5, -40, false};
    add(record);
    show();
    const Experiment before = m_lab->document.experiment();
    panel()->choose(m_lab->document.runs().runs()[0]);
    press("runsBringBack");
    const auto isBack = [&] {
        const Experiment& now = m_lab->document.experiment();
        return now.network == record.experiment.network && now.training == record.experiment.training &&
               now.data == record.experiment.data;
    };
    EXPECT_TRUE(isBack());
    m_lab->document.undoStack().undo();
    EXPECT_EQ(m_lab->document.network(), before.network);
    EXPECT_EQ(m_lab->document.experiment().training, before.training);
    EXPECT_EQ(m_lab->document.experiment().data, before.data);
    EXPECT_EQ(m_lab->document.runs().size(), 1u);
    m_lab->document.undoStack().redo();
    EXPECT_TRUE(isBack());
    EXPECT_EQ(cell(0, RunTableModel::Place), QStringLiteral("▸ 1."));

    const int steps = m_lab->document.undoStack().count();
    press("runsBringBack");
    EXPECT_EQ(m_lab->document.undoStack().count(), steps) << "it is there already";
}

TEST_F(RunsPanelTest, WhatWasDeletedCanBePutBack) {
    add(runOf("digits", 0.9, 500));
    add(runOf("digits", 0.8, 600));
    show();
    const RunList before = m_lab->document.runs();
    panel()->choose(before.runs()[0]);
    press("runsDelete");
    EXPECT_EQ(places(), QStringLiteral("1.600"));
    press("runsPutBack");
    EXPECT_EQ(m_lab->document.runs(), before);
    EXPECT_EQ(panel()->chosen(), before.runs()[0]);
    EXPECT_FALSE(m_lab->find<QAbstractButton>("runsPutBack")->isVisible());
}

TEST_F(RunsPanelTest, APointOfTheChartChoosesItsRun) {
    add(runOf("digits", 0.9, 500));
    add(runOf("digits", 0.8, 60000));
    show();
    auto* chart = m_lab->find<RunChart>("runChart");
    ASSERT_TRUE(Laboratory::until([&] { return chart->height() > 60; }));
    const RunRecordPtr small = m_lab->document.runs().runs()[0];
    const auto place = chart->placeOf(small);
    ASSERT_TRUE(place && chart->rect().contains(place->toPoint()));
    QTest::mouseClick(chart, Qt::LeftButton, Qt::NoModifier, place->toPoint());
    EXPECT_EQ(panel()->chosen(), small);
    EXPECT_EQ(chart->runAt({1, 1}), nullptr);
}

TEST_F(RunsPanelTest, TheTableIsCopiedForASpreadsheet) {
    add(runOf("digits", 0.9, 500));
    show();
    press("runsCopy");
    const QStringList lines =
        QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(lines[1].count(QLatin1Char('"')), 4);
    EXPECT_TRUE(lines[1].startsWith(QStringLiteral("0.9,0.1,500,0,500,\"Convolution")));
}

TEST_F(RunsPanelTest, TheListSurvivesSaveAsAndACrash) {
    const QString file = m_folder.filePath(QStringLiteral("a.protomind"));
    add(runOf("digits", 0.9, 500));
    EXPECT_TRUE(m_lab->document.isModified());
    m_lab->dialogs.nextFile = file;
    m_lab->action("actionSaveAs")->trigger();
    ASSERT_TRUE(Laboratory::until([&] { return !m_lab->document.isModified(); }));
    const auto saved = readProject(file.toStdString());
    ASSERT_TRUE(saved) << saved.error().text();
    EXPECT_EQ(saved->runs.size(), 1u);

    add(runOf("digits", 0.95, 600));
    m_lab->store.flush();
    m_lab.reset(); // without a good end
    m_lab = std::make_unique<Laboratory>(m_folder.path());
    m_lab->dialogs.nextRecovery = {.recover = 0};
    m_lab->window.start();
    EXPECT_TRUE(Laboratory::until([&] { return m_lab->document.runs().size() == 2; }));
}

} // namespace
} // namespace protomind
