// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/document/run_recorder.h"
#include "desktop/waiting.h"
#include "studio/network/template.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class RunRecorderTest : public testing::Test {
protected:
    RunRecorderTest() {
        const NetworkTemplate* source = findTemplate("playground");
        ProjectContent content;
        content.experiment.network = source->make();
        content.experiment.data = source->data;
        content.experiment.training = source->training;
        content.experiment.training.epochs = 1;
        m_document.replace(std::move(content));
    }
    void train() {
        const std::int64_t before = m_run.stepsDone();
        m_run.train();
        ASSERT_TRUE(until([&] { return m_run.stepsDone() > before && m_run.state() == RunState::Finished; }));
    }
    void test() {
        QSignalSpy tested(&m_run, &RunController::evaluated);
        m_run.evaluate();
        ASSERT_TRUE(until([&] { return tested.count() > 0; }));
    }

    std::int64_t m_now = 1000;
    Document m_document;
    RunController m_run{m_document};
    RunRecorder m_recorder{m_document, m_run, [this] { return m_now; }};
};

TEST_F(RunRecorderTest, ATestIsOnRecordOnceForTheSameWeights) {
    test();
    EXPECT_TRUE(m_document.runs().empty()) << "nothing was trained";
    EXPECT_FALSE(m_document.isModified());

    train();
    test();
    ASSERT_EQ(m_document.runs().size(), 1u);
    const RunRecordPtr first = m_document.runs().runs()[0];
    EXPECT_EQ(first->when, 1000);
    EXPECT_EQ(first->experiment.network, m_document.network());
    EXPECT_EQ(first->experiment.training, m_document.experiment().training);
    EXPECT_EQ(first->epochs, 1);
    EXPECT_EQ(first->steps, m_run.stepsDone());
    EXPECT_GT(first->parameters, 0);
    EXPECT_TRUE(first->isFair());
    EXPECT_GE(first->accuracy, 0);
    EXPECT_TRUE(first->seconds);

    m_now = 2000;
    test();
    ASSERT_EQ(m_document.runs().size(), 1u);
    EXPECT_EQ(m_document.runs().runs()[0], first) << "the same came out: nothing is new";
    train();
    test();
    EXPECT_EQ(m_document.runs().size(), 2u);
}

TEST_F(RunRecorderTest, UndoTakesNoRecordBack) {
    train();
    test();
    TrainingSettings settings = m_document.experiment().training;
    settings.l2 = 0.25;
    m_document.undoStack().push(new SetTraining(m_document, "l2", settings));
    m_document.undoStack().undo();
    EXPECT_EQ(m_document.runs().size(), 1u);
    m_document.undoStack().redo();
    EXPECT_EQ(m_document.runs().size(), 1u);
}

} // namespace
} // namespace protomind
