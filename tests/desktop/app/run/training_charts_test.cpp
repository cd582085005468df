// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/app/run/training_charts.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

class TrainingChartsTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_folder.isValid());
        ASSERT_TRUE(m_lab.startWith("playground"));
        m_charts = m_lab.window.findChild<TrainingCharts*>();
        ASSERT_NE(m_charts, nullptr);
    }
    void tell(std::int64_t epoch, Figures others) {
        emit m_lab.run.epochDone(
            EpochDone{.epoch = epoch, .step = 10 * epoch, .loss = 0.5, .others = std::move(others)});
    }

    QTemporaryDir m_folder;
    Laboratory m_lab{m_folder.path()};
    TrainingCharts* m_charts = nullptr;
};

TEST_F(TrainingChartsTest, AFigureOfAnyNameHasACurveInTheChartThatSuitsIt) {
    const QString before = m_charts->loss().csv();
    for (const std::int64_t epoch : {1, 2})
        tell(epoch, {{kPenaltyFigure, 0.25}, {"loss/detective", 2}, {"accuracy/detective", 0.75}});
    const QString losses = m_charts->loss().csv();
    EXPECT_TRUE(losses.contains(QStringLiteral("Penalty"))) << losses.toStdString();
    EXPECT_TRUE(losses.contains(QStringLiteral("loss/detective")));
    EXPECT_FALSE(losses.contains(QStringLiteral("accuracy")));
    EXPECT_TRUE(m_charts->accuracy().csv().contains(QStringLiteral("accuracy/detective")));
    EXPECT_EQ(m_charts->loss().history(2).nearest(2)->y, 0.25);
    EXPECT_EQ(m_charts->loss().history(3).nearest(2)->y, 2);

    // Another run has none of them, and its charts look as if there had never been any.
    emit m_lab.run.historyChanged();
    EXPECT_EQ(m_charts->loss().csv(), before);
}

TEST_F(TrainingChartsTest, WhatARunGaveUpIsDrawnNoMore) {
    m_lab.run.step(StepUnit::Epoch);
    ASSERT_TRUE(m_lab.untilEpochs(1));
    ASSERT_TRUE(m_lab.untilState(RunState::Paused));
    const auto lastDrawn = [&] { return m_charts->loss().history(0).points().back().x; };
    const auto giveUp = [&](DivergenceReason reason) {
        for (const std::int64_t epoch : {2, 3})
            tell(epoch, {{kRobustAccuracyFigure, 0.5}});
        ASSERT_EQ(lastDrawn(), 3);
        emit m_lab.run.diverged(DivergedEvent{.reason = reason, .restoredStep = m_lab.run.stepsDone()});
    };
    giveUp(DivergenceReason::RobustnessLost);
    EXPECT_EQ(lastDrawn(), 1);
    // That numbers grew beyond all bounds is to be seen, until it goes on.
    giveUp(DivergenceReason::NotFinite);
    EXPECT_EQ(lastDrawn(), 3);
    emit m_lab.run.progressed(Progress{.step = 11, .epoch = 1.25, .loss = 0.4});
    EXPECT_EQ(lastDrawn(), 1.25);
}

TEST_F(TrainingChartsTest, RobustAccuracyIsDrawnAlsoWhereStepsWereToldOf) {
    emit m_lab.run.progressed(
        Progress{.step = 9, .epoch = 0.9, .loss = 0.5, .others = {{kPenaltyFigure, 0.25}}});
    tell(1, {{kPenaltyFigure, 0.5}, {kRobustAccuracyFigure, 0.75}});
    EXPECT_EQ(m_charts->accuracy().history(2).nearest(1)->y, 0.75);
    EXPECT_EQ(m_charts->loss().history(2).points().size(), 1u) << "The penalty was told with the steps.";
}

TEST_F(TrainingChartsTest, APenaltyIsDrawnAgainFromTheHistoryOfTheRun) {
    TrainingSettings settings = m_lab.document.experiment().training;
    settings.l2 = 0.01;
    ProjectContent content = m_lab.document.content();
    content.experiment.training = settings;
    m_lab.document.replace(std::move(content));
    m_lab.run.step(StepUnit::Epoch);
    ASSERT_TRUE(m_lab.untilEpochs(1));
    const double penalty = figureIn(m_lab.run.history().at(0).others, kPenaltyFigure);
    EXPECT_GT(penalty, 0);
    m_charts->showHistory();
    EXPECT_EQ(m_charts->loss().history(2).nearest(1)->y, penalty);
}

Figures playersFigures(double discriminator, double generator) {
    return {{"loss/discriminator", discriminator},
            {"loss/generator", generator},
            {"score/real", 1.5},
            {"score/made", -2},
            {"told apart", 0.75}};
}

TEST_F(TrainingChartsTest, OfTwoPlayersEachLossIsDrawnAndNotTheirMean) {
    EXPECT_FALSE(m_charts->scores().isVisibleTo(m_charts));
    const QString accuracy = m_charts->accuracy().title();
    emit m_lab.run.progressed(
        Progress{.step = 5, .epoch = 0.5, .loss = 0.4, .others = playersFigures(-3, 0.25)});
    tell(1, playersFigures(-2, 0.5));
    tell(2, playersFigures(-1, 0.75));
    CurveChart& loss = m_charts->loss();
    EXPECT_TRUE(loss.history(0).empty()) << "the mean of both";
    ASSERT_EQ(loss.history(2).points().size(), 2u) << "The first epoch was told with the steps.";
    EXPECT_EQ(loss.history(2).points()[0], (CurvePoint{0.5, -3}));
    EXPECT_EQ(loss.history(3).nearest(2)->y, 0.75);
    EXPECT_FALSE(loss.isLogarithmic()) << "losses may be below zero";
    EXPECT_TRUE(loss.csv().contains(QStringLiteral("Discriminator")));
    EXPECT_TRUE(m_charts->scores().isVisibleTo(m_charts));
    EXPECT_EQ(m_charts->scores().history(0).nearest(2)->y, 1.5);
    EXPECT_EQ(m_charts->scores().history(1).nearest(2)->y, -2);
    EXPECT_EQ(m_charts->accuracy().history(2).nearest(2)->y, 0.75);
    EXPECT_NE(m_charts->accuracy().title(), accuracy);
    m_charts->setClasses(false);
    EXPECT_TRUE(m_charts->accuracy().isVisibleTo(m_charts)) << "it is of the discriminator";

    // A run of one network has its own charts again.
    emit m_lab.run.historyChanged();
    EXPECT_FALSE(m_charts->scores().isVisibleTo(m_charts));
    EXPECT_FALSE(m_charts->accuracy().isVisibleTo(m_charts));
    EXPECT_EQ(m_charts->accuracy().title(), accuracy);
    EXPECT_TRUE(loss.isLogarithmic());
    tell(1, {});
    EXPECT_EQ(loss.history(0).nearest(1)->y, 0.5);
}

TEST(TrainingChartsOfPlayers, AreReadyBeforeTraining) {
    QTemporaryDir folder;
    ASSERT_TRUE(folder.isValid());
    Laboratory lab(folder.path());
    ASSERT_TRUE(lab.startWith("gan-2d"));
    auto* charts = lab.window.findChild<TrainingCharts*>();
    ASSERT_NE(charts, nullptr);
    EXPECT_TRUE(charts->scores().isVisibleTo(charts));
    EXPECT_FALSE(charts->loss().isLogarithmic());
    lab.run.step(StepUnit::Epoch);
    ASSERT_TRUE(lab.untilEpochs(1));
    ASSERT_TRUE(lab.untilState(RunState::Paused));
    EXPECT_TRUE(charts->loss().history(0).empty());
    EXPECT_FALSE(charts->loss().history(2).empty());
    EXPECT_FALSE(charts->scores().history(1).empty());
    charts->showHistory();
    EXPECT_EQ(charts->scores().history(1).points().size(), 1u);
}

} // namespace
} // namespace protomind
