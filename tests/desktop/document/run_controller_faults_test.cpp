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
        m_run.step(StepSize::Batch);
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

} // namespace
} // namespace protomind
