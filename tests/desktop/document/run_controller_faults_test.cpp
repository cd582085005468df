// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a run that fails, weights that are no longer kept and training that is no longer wanted leave behind.
#include "desktop/document/weights_and_steps.h"

#include <atomic>
#include <memory>
#include <stdexcept>

namespace protomind {
namespace {

/// With no room for weights that only the history has.
class NoUndoMemoryTest : public WeightsAndStepsTest {
protected:
    NoUndoMemoryTest()
        : WeightsAndStepsTest(0) {}
};

TEST_F(NoUndoMemoryTest, AWeightThatIsSetBackByHandTakesNoOtherWeightsWithIt) {
    trainEpochs();
    const Sight trained = sight();
    const double before = double(trained.stored.at(layer(1).name + "/kernel").values[0]);
    push(new SetWeight(m_document, layer(1).id, "kernel", 0, before, 4));
    store(); // Now only the history has those of before.
    undo();
    EXPECT_TRUE(m_document.checkpoint());
    EXPECT_EQ(weights(), trained.stored);
    setActivation("relu");
    answers();
    EXPECT_EQ(weights(), trained.stored);
}

/// A session that fails in whatever it does next, once the test says so.
class FailingRunTest : public WeightsAndStepsTest {
protected:
    FailingRunTest()
        : FailingRunTest(std::make_shared<std::atomic<bool>>(false)) {}

    void failRun() {
        *m_fails = true;
        m_run.step(StepUnit::Batch);
    }

    std::shared_ptr<std::atomic<bool>> m_fails;

private:
    explicit FailingRunTest(std::shared_ptr<std::atomic<bool>> fails)
        : WeightsAndStepsTest(kUndoBytes,
                              [fails, time = steadyClock()] {
                                  if (fails->exchange(false))
                                      throw std::runtime_error("the graphics card is gone");
                                  return time();
                              })
        , m_fails(std::move(fails)) {}
};

TEST_F(FailingRunTest, TrainWorksAgainAfterARunWasGivenUp) {
    trainEpochs();
    const Values trained = weights();
    QSignalSpy failures(&m_run, &RunController::failed);
    failRun();
    ASSERT_TRUE(until([&] { return failures.count() == 1 && m_run.state() == RunState::Idle; }));
    EXPECT_EQ(weights(), trained);
    m_run.train();
    EXPECT_TRUE(until([&] { return m_run.history().size() == 6; }))
        << "It goes on with the weights that were kept.";
    EXPECT_EQ(failures.count(), 1);
}

TEST_F(FailingRunTest, TheLastGoodWeightsStayWhereACopyOfNewerOnesFails) {
    trainEpochs();
    const CheckpointPtr trained = m_document.checkpoint();
    ASSERT_TRUE(trained);
    trainBatch();
    QSignalSpy failures(&m_run, &RunController::failed);
    QSignalSpy stored(&m_run, &RunController::checkpointStored);
    failRun();
    m_run.fetchCheckpoint(); // before anything was heard
    ASSERT_TRUE(until([&] { return stored.count() > 0; })) << "Saving is answered.";
    EXPECT_EQ(m_document.checkpoint().get(), trained.get());
    EXPECT_EQ(weights(), trained->variables);
    answers();
    EXPECT_EQ(weights(), trained->variables) << "The next preparation has them as well.";
    EXPECT_EQ(failures.count(), 1) << "It is said once.";
}

TEST_F(FailingRunTest, AnEditGoesOnWithTheLastGoodWeightsWhereACopyOfNewerOnesFails) {
    trainEpochs();
    const Values trained = weights();
    trainBatch();
    failRun();
    setActivation("relu");
    answers();
    EXPECT_EQ(weights(), trained);
    EXPECT_FALSE(m_run.isPreparing());
}

TEST_F(WeightsAndStepsTest, TheFailureOfAPreparationThatWasGivenUpDoesNotDropTheNextOne) {
    QSignalSpy failures(&m_run, &RunController::failed);
    push(new SetDataText(m_document, "no-such-data"));
    m_run.train();
    undo();
    m_run.reset();
    m_run.train();
    EXPECT_TRUE(until([&] { return m_run.state() == RunState::Finished; }));
    EXPECT_EQ(failures.count(), 0);
}

/// Asked, and not yet heard, when the network is drawn otherwise.
TEST_F(WeightsAndStepsTest, AnAnswerOfTheNetworkBeforeAnEditShowsNowhere) {
    answers();
    QSignalSpy tested(&m_run, &RunController::evaluated);
    int old = 0;
    const RequestId question = m_run.predict(HostArray(Shape{1, 2}), &m_run, [&](const auto&) { ++old; });
    m_run.evaluate();
    setUnits(1, 9);
    EXPECT_FALSE(m_run.isAsked(question));
    EXPECT_EQ(answers().size(), sight().answers.size());
    EXPECT_EQ(old, 0);
    EXPECT_EQ(tested.count(), 0);
    m_run.evaluate();
    EXPECT_TRUE(until([&] { return tested.count() == 1; }));
}

TEST_F(WeightsAndStepsTest, WhoIsGoneWhenTheAnswerComesIsNotSpokenTo) {
    auto asker = std::make_unique<QObject>();
    const RequestId question =
        m_run.predict(HostArray(Shape{1, 2}), asker.get(), [](const auto&) { FAIL() << "spoken to"; });
    asker.reset();
    EXPECT_TRUE(until([&] { return !m_run.isAsked(question); }));
}

TEST_F(WeightsAndStepsTest, ATemplateThatIsChosenWhileTrainIsPreparedWaitsForTrain) {
    QSignalSpy prepared(&m_run, &RunController::prepared);
    QSignalSpy told(&m_run, &RunController::stateChanged);
    m_run.train();
    push(new LoadTemplate(m_document, *findTemplate("spiral-mlp")));
    EXPECT_FALSE(m_run.isTraining());
    EXPECT_GE(told.count(), 1) << "The button has to hear of it.";
    open();
    trainEpochs();
    m_run.train();
    setUnits(1, 9);
    m_run.train();
    ASSERT_TRUE(m_run.isPreparing());
    push(new ResetWeights(m_document));
    EXPECT_FALSE(m_run.isTraining());
    answers();
    EXPECT_FALSE(m_run.isTraining());
    EXPECT_EQ(m_run.stepsDone(), 0);
}

TEST_F(WeightsAndStepsTest, OfTwoQuickUndosTheSecondOneDoesNotTrainAnotherNetwork) {
    trainEpochs();
    setUnits(1, 9);
    trainBatch();
    set("l2", [](TrainingSettings& settings) { settings.l2 = 0.01; });
    set("epochs", [](TrainingSettings& settings) { settings.epochs = 100000; });
    m_run.train();
    ASSERT_TRUE(until([&] { return m_run.state() == RunState::Training; }));
    undo(); // epochs
    undo(); // l2: what was running goes on
    EXPECT_TRUE(m_run.isTraining());
    undo();
    EXPECT_FALSE(m_run.isTraining()) << "This is another network, and a person starts it.";
    answers();
    EXPECT_FALSE(m_run.isTraining());
    EXPECT_EQ(m_run.stepsDone(), m_run.history().back().step);
}

TEST_F(WeightsAndStepsTest, TrainingDoesNotWaitForANetworkThatCanNotRun) {
    trainEpochs();
    set("l2", [](TrainingSettings& settings) { settings.l2 = 0.01; });
    set("epochs", [](TrainingSettings& settings) { settings.epochs = 100000; });
    m_run.train();
    ASSERT_TRUE(until([&] { return m_run.state() == RunState::Training; }));
    undo();
    undo();
    ASSERT_TRUE(m_run.isTraining());
    push(new RemoveParts(m_document, {}, {m_document.network().wires()[1].id}));
    QSignalSpy told(&m_run, &RunController::stateChanged);
    EXPECT_TRUE(until([&] { return !m_run.isTraining(); }));
    EXPECT_GE(told.count(), 1);
}

} // namespace
} // namespace protomind
