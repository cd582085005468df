// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/app/messages/message_strip.h"
#include "desktop/document/commands/experiment_commands.h"

#include <QLabel>
#include <QPushButton>

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// Two epochs of the playground with a learning rate that falls in a curve.
class GoingOnTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_lab.startWith("playground"));
        set([](TrainingSettings& settings) {
            settings.epochs = 2;
            settings.schedule = "cosine";
        });
    }
    void set(const std::function<void(TrainingSettings&)>& change) {
        TrainingSettings settings = m_lab.document.experiment().training;
        change(settings);
        m_lab.document.undoStack().push(new SetTraining(m_lab.document, "epochs", settings));
    }
    void trainToTheEnd() {
        m_lab.action("actionTrain")->trigger();
        ASSERT_TRUE(m_lab.untilEpochs(2));
        ASSERT_TRUE(m_lab.untilState(RunState::Finished));
    }
    [[nodiscard]] QString said() { return m_lab.window.messages().text(); }

    QTemporaryDir m_folder;
    Laboratory m_lab{m_folder.path()};
};

TEST_F(GoingOnTest, AScheduleThatIsOverAsksWhatToDoAndBeginsAgain) {
    trainToTheEnd();
    EXPECT_EQ(said(), QString());
    EXPECT_TRUE(
        m_lab.find<QLabel>("readingLabel")->text().contains(QStringLiteral("Train asks how to go on")));
    m_lab.action("actionTrain")->trigger();
    EXPECT_TRUE(said().contains(QStringLiteral("Cosine is over after epoch 2: the learning rate is 0")))
        << said().toStdString();
    EXPECT_EQ(m_lab.run.state(), RunState::Finished);
    EXPECT_EQ(m_lab.find<QPushButton>("messageButton")->text(), QStringLiteral("Begin it again"));
    QTest::mouseClick(m_lab.find<QPushButton>("messageButton"), Qt::LeftButton);
    ASSERT_TRUE(m_lab.untilEpochs(4));
    ASSERT_TRUE(m_lab.untilState(RunState::Finished));
    EXPECT_EQ(said(), QString());
    EXPECT_EQ(m_lab.document.experiment().training.schedule, "cosine");
    m_lab.document.undoStack().undo();
    EXPECT_TRUE(m_lab.document.experiment().training.scheduleSettings.empty()) << "a step of the history";
}

TEST_F(GoingOnTest, AScheduleThatIsOverCanGiveWayToAConstantRate) {
    trainToTheEnd();
    for (const char* step : {"actionStepSample", "actionStep", "actionStepEpoch"}) {
        m_lab.action(step)->trigger();
        EXPECT_TRUE(said().contains(QStringLiteral("is over after epoch 2"))) << step;
        EXPECT_EQ(m_lab.run.state(), RunState::Finished) << step;
    }
    EXPECT_EQ(m_lab.find<QPushButton>("messageOtherButton")->text(), QStringLiteral("Constant rate"));
    m_lab.action("actionTrain")->trigger();
    QTest::mouseClick(m_lab.find<QPushButton>("messageOtherButton"), Qt::LeftButton);
    EXPECT_EQ(m_lab.document.experiment().training.schedule, "constant");
    ASSERT_TRUE(m_lab.untilEpochs(4));
    EXPECT_EQ(said(), QString());
}

TEST_F(GoingOnTest, AFloorThatIsLeftIsSaidWhileItTrains) {
    set([](TrainingSettings& settings) { settings.scheduleSettings["floor"] = 0.5; });
    trainToTheEnd();
    m_lab.action("actionTrain")->trigger();
    EXPECT_TRUE(said().contains(QStringLiteral("and stays so"))) << said().toStdString();
    ASSERT_TRUE(m_lab.untilEpochs(4));
}

TEST_F(GoingOnTest, FreshWeightsBeginTheScheduleByThemselves) {
    trainToTheEnd();
    m_lab.action("actionReset")->trigger();
    ASSERT_TRUE(m_lab.until([&] { return m_lab.run.history().empty(); }));
    trainToTheEnd();
    EXPECT_EQ(said(), QString());
    EXPECT_EQ(m_lab.run.history().size(), 2u);
}

TEST_F(GoingOnTest, FreshWeightsForgetWhereTheScheduleBeganAgainUntilTheyAreUndone) {
    trainToTheEnd();
    m_lab.action("actionTrain")->trigger();
    QTest::mouseClick(m_lab.find<QPushButton>("messageButton"), Qt::LeftButton);
    ASSERT_TRUE(m_lab.untilEpochs(4));
    ASSERT_TRUE(m_lab.untilState(RunState::Finished));
    const auto begins = [&] {
        const Settings& own = m_lab.document.experiment().training.scheduleSettings;
        return own.contains("begins") ? std::get<std::int64_t>(own.at("begins")) : 0;
    };
    ASSERT_EQ(begins(), 2);
    const int steps = m_lab.document.undoStack().index();
    m_lab.action("actionReset")->trigger();
    ASSERT_TRUE(m_lab.until([&] { return m_lab.run.history().empty(); }));
    EXPECT_EQ(begins(), 0);
    EXPECT_EQ(m_lab.document.undoStack().index(), steps + 1) << "one step of the history";
    m_lab.document.undoStack().undo();
    EXPECT_EQ(begins(), 2);
    ASSERT_TRUE(m_lab.until([&] { return m_lab.run.history().size() == 4; })) << "and the weights are back";
    m_lab.document.undoStack().redo();
    EXPECT_EQ(begins(), 0);
    ASSERT_TRUE(m_lab.until([&] { return m_lab.run.history().empty(); }));
    trainToTheEnd();
    EXPECT_EQ(m_lab.run.history().size(), 2u);
}

TEST_F(GoingOnTest, WhatL1HasSetToZeroIsCountedBesideIt) {
    auto* label = m_lab.find<QLabel>("zeroWeights");
    ASSERT_NE(label, nullptr);
    EXPECT_TRUE(label->isHidden());
    set([](TrainingSettings& settings) {
        settings.l1 = 10;
        settings.schedule = "constant";
    });
    trainToTheEnd();
    ASSERT_TRUE(m_lab.until([&] { return !label->isHidden(); }));
    EXPECT_EQ(label->text(), QStringLiteral("18 of 18 weights are exactly zero"));
    set([](TrainingSettings& settings) { settings.l1 = 0; });
    EXPECT_TRUE(label->isHidden());
}

} // namespace
} // namespace protomind
