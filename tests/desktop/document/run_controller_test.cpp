// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/layer_commands.h"
#include "desktop/document/commands/structure_commands.h"
#include "desktop/document/commands/weight_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/waiting.h"
#include "studio/network/template.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace protomind {
namespace {

class RunControllerTest : public testing::Test {
protected:
    RunControllerTest() { m_document.replace(playground()); }

    static ProjectContent playground() {
        const NetworkTemplate* source = findTemplate("playground");
        ProjectContent content;
        content.experiment.network = source->make();
        content.experiment.data = source->data;
        content.experiment.training = source->training;
        content.experiment.training.epochs = 3;
        return content;
    }
    bool untilState(RunState state) {
        return until([&] { return m_run.state() == state; });
    }
    void set(const std::string& field, const std::function<void(TrainingSettings&)>& change) {
        TrainingSettings settings = m_document.experiment().training;
        change(settings);
        m_document.undoStack().push(new SetTraining(m_document, field, settings));
    }
    /// The newest weights are in the document.
    bool store() {
        QSignalSpy stored(&m_run, &RunController::checkpointStored);
        m_run.fetchCheckpoint();
        return until([&] { return stored.count() > 0; });
    }

    Document m_document;
    RunController m_run{m_document};
};

/// With a time that stands still, in which no newer state is kept than the first.
TEST(RunControllerDivergence, GoesBackToTheStepThatIsRestored) {
    const NetworkTemplate* source = findTemplate("playground");
    ProjectContent content;
    content.experiment.network = source->make();
    content.experiment.data = source->data;
    content.experiment.training = source->training;
    TrainingSettings& training = content.experiment.training;
    training.optimizer = "sgd";
    training.learningRate = 1;
    training.batchSize = 10'000; // one step an epoch
    training.l2 = 3; // so that each step makes the weights larger, until no number is large enough
    training.epochs = 1000;
    Document document;
    RunController run(document, nullptr, [] { return 0.0; });
    document.replace(std::move(content));
    run.setSpeed(0);
    std::size_t told = 0;
    std::optional<DivergedEvent> diverged;
    QObject::connect(&run, &RunController::epochDone, &run, [&] { told = run.history().size(); });
    QObject::connect(&run, &RunController::diverged, &run, [&](const DivergedEvent& event) {
        diverged = event;
        EXPECT_EQ(run.stepsDone(), event.restoredStep);
        EXPECT_TRUE(run.history().empty()) << "of what was given up";
    });
    run.train();
    ASSERT_TRUE(until([&] { return run.state() == RunState::Diverged; }));
    ASSERT_TRUE(diverged);
    EXPECT_GT(told, 0u);
    EXPECT_EQ(diverged->restoredStep, 0);
    ASSERT_TRUE(run.divergence());
    EXPECT_EQ(run.divergence()->reason, DivergenceReason::NotFinite);
    run.reset();
    EXPECT_TRUE(until([&] { return run.state() == RunState::Ready; }));
    EXPECT_FALSE(run.divergence());
}

TEST_F(RunControllerTest, TrainPreparesByItselfAndRemembersEveryEpoch) {
    QSignalSpy prepared(&m_run, &RunController::prepared);
    m_run.train();
    EXPECT_TRUE(m_run.isTraining());
    ASSERT_TRUE(untilState(RunState::Finished));
    EXPECT_EQ(prepared.count(), 1);
    EXPECT_EQ(m_run.history().size(), 3u);
    ASSERT_TRUE(store());
    ASSERT_TRUE(m_document.checkpoint());
    EXPECT_EQ(m_document.checkpoint()->history, m_run.history());
    EXPECT_TRUE(m_document.isModified());
}

TEST_F(RunControllerTest, TrainAfterTheEndTrainsAsManyEpochsAgainAlsoInAReopenedProject) {
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Finished));
    EXPECT_EQ(m_run.goalEpoch(), 3);
    m_run.train();
    ASSERT_TRUE(until([&] { return m_run.history().size() == 6; }));
    ASSERT_TRUE(untilState(RunState::Finished));
    EXPECT_EQ(m_run.goalEpoch(), 6);
    ASSERT_TRUE(store());
    m_document.replace(ProjectContent(m_document.content()));
    m_run.train();
    ASSERT_TRUE(until([&] { return m_run.history().size() == 9; }));
    ASSERT_TRUE(untilState(RunState::Finished));
    EXPECT_EQ(m_run.goalEpoch(), 9);
}

TEST_F(RunControllerTest, KnowsHowFarItIsBeforeAndAfterAProjectIsReopened) {
    EXPECT_FALSE(m_run.done());
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Finished));
    ASSERT_TRUE(m_run.done());
    EXPECT_EQ(m_run.done()->steps, 3 * m_run.done()->perEpoch);
    const StepsDone done = *m_run.done();
    ASSERT_TRUE(store());
    m_document.replace(ProjectContent(m_document.content()));
    ASSERT_TRUE(m_run.done());
    EXPECT_EQ(m_run.done()->steps, done.steps);
    EXPECT_EQ(m_run.done()->perEpoch, done.perEpoch);
    m_run.reset();
    EXPECT_TRUE(until([&] { return !m_run.done(); }));
}

TEST_F(RunControllerTest, WhatCanNotRunIsSaidAndNotTried) {
    m_document.replace(ProjectContent{});
    QSignalSpy failures(&m_run, &RunController::failed);
    m_run.train();
    m_run.step(StepUnit::Batch);
    EXPECT_EQ(failures.count(), 2);
    EXPECT_FALSE(m_run.isTraining());
    EXPECT_FALSE(m_run.predict(HostArray(Shape{1, 2})));
    ASSERT_TRUE(store()) << "Saving must not hang where there is nothing to fetch.";
    EXPECT_FALSE(m_document.checkpoint());
}

TEST_F(RunControllerTest, DataThatCanNotBeOpenedFailsAndTheNextTryWorks) {
    m_document.undoStack().push(new SetDataText(m_document, "no-such-data"));
    QSignalSpy failures(&m_run, &RunController::failed);
    m_run.train();
    ASSERT_TRUE(until([&] { return failures.count() == 1; }));
    EXPECT_FALSE(m_run.isTraining());
    m_document.undoStack().undo();
    m_run.train();
    EXPECT_TRUE(untilState(RunState::Finished));
}

TEST_F(RunControllerTest, NewSettingsKeepTheWeights) {
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Finished));
    ASSERT_TRUE(store());
    const auto weights = m_document.checkpoint()->variables;
    set("l2", [](TrainingSettings& settings) { settings.l2 = 0.01; });
    EXPECT_TRUE(m_run.isTrained());
    QSignalSpy prepared(&m_run, &RunController::prepared);
    m_run.evaluate();
    ASSERT_TRUE(until([&] { return prepared.count() == 1; }));
    ASSERT_TRUE(store());
    EXPECT_EQ(m_document.checkpoint()->variables, weights);
    EXPECT_EQ(m_run.history().size(), 3u);
}

TEST_F(RunControllerTest, ASmallerShareKeepsAsideWhatWasAndWeightsOfBeforeKnowNoMore) {
    QSignalSpy prepared(&m_run, &RunController::prepared);
    const auto trainedWith = [&](double share) {
        set("validation", [&](TrainingSettings& settings) { settings.validation = share; });
        QSignalSpy epochs(&m_run, &RunController::epochDone);
        m_run.step(StepUnit::Epoch);
        EXPECT_TRUE(until([&] { return !prepared.empty() && !epochs.empty(); }));
        EXPECT_TRUE(until([&] { return m_run.state() != RunState::Training; }));
        EXPECT_TRUE(store());
        return qvariant_cast<Prepared>(prepared.takeFirst()[0]).keptAside;
    };
    const auto half = trainedWith(0.5);
    const CheckpointPtr before = m_document.checkpoint();
    const auto fifth = trainedWith(0.2);
    EXPECT_LT(fifth.size(), half.size());
    EXPECT_TRUE(std::ranges::includes(half, fifth));
    EXPECT_EQ(trainedWith(0.5), fifth);
    m_run.restore(before);
    ASSERT_TRUE(until([&] { return !prepared.empty(); }));
    EXPECT_EQ(qvariant_cast<Prepared>(prepared.takeFirst()[0]).keptAside, half);
}

TEST_F(RunControllerTest, AFileHasNoWeightsThatNothingOfTheNetworkCanTakeOver) {
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Finished));
    ASSERT_TRUE(store());
    const auto weights = m_document.checkpoint()->variables;
    const LayerId layer = m_document.network().layers()[1].id;
    const LayerId last = m_document.network().layers().back().id;
    m_document.undoStack().push(new RemoveParts(m_document, {last, m_document.network().layers()[2].id}));
    m_document.undoStack().push(new SetField(m_document, layer, "units", std::int64_t{9}));
    EXPECT_FALSE(m_document.checkpoint()) << "A file must not have weights of another network.";
    EXPECT_FALSE(m_run.isTrained());
    m_document.undoStack().setIndex(0);
    ASSERT_TRUE(m_document.checkpoint());
    EXPECT_EQ(m_document.checkpoint()->variables, weights);
}

TEST_F(RunControllerTest, MovingACardChangesNothing) {
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Finished));
    ASSERT_TRUE(store());
    QSignalSpy prepared(&m_run, &RunController::prepared);
    const LayerId layer = m_document.network().layers()[1].id;
    m_document.undoStack().push(new MoveLayers(m_document, {{layer, Position{500, 500}}}));
    EXPECT_TRUE(m_run.isTrained());
    QSignalSpy answers(&m_run, &RunController::predicted);
    EXPECT_TRUE(m_run.predict(HostArray(Shape{4, 2})));
    ASSERT_TRUE(until([&] { return answers.count() == 1; }));
    EXPECT_EQ(prepared.count(), 0);
}

TEST_F(RunControllerTest, ResetTrainsTheSameAgain) {
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Finished));
    const auto first = m_run.history();
    m_run.reset();
    EXPECT_FALSE(m_run.isTrained());
    EXPECT_TRUE(m_run.history().empty());
    ASSERT_TRUE(untilState(RunState::Ready));
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Finished));
    EXPECT_EQ(m_run.history(), first);
}

TEST_F(RunControllerTest, AProjectGoesOnWhereItWasSaved) {
    // Three epochs at a stretch, and two with a third after being put away and opened again.
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Finished));
    ASSERT_TRUE(store());
    const Checkpoint straight = *m_document.checkpoint();

    m_document.replace(playground());
    m_run.step(StepUnit::Epoch);
    ASSERT_TRUE(until([&] { return m_run.history().size() == 1 && m_run.state() == RunState::Paused; }));
    ASSERT_TRUE(store());
    const ProjectContent kept = m_document.content();
    m_document.replace(kept);
    EXPECT_TRUE(m_run.isTrained());
    EXPECT_EQ(m_run.history().size(), 1u);
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Finished));
    ASSERT_TRUE(store());
    EXPECT_EQ(m_document.checkpoint()->variables, straight.variables);
    EXPECT_EQ(m_document.checkpoint()->history, straight.history);
}

TEST_F(RunControllerTest, ASaveDuringTrainingGetsTheWeightsOfNow) {
    set("epochs", [](TrainingSettings& settings) { settings.epochs = 100000; });
    m_run.train();
    ASSERT_TRUE(until([&] { return m_run.history().size() >= 2; }));
    ASSERT_TRUE(store());
    EXPECT_EQ(m_run.state(), RunState::Training);
    ASSERT_TRUE(m_document.checkpoint());
    EXPECT_GE(m_document.checkpoint()->history.size(), 2u);
    const std::int64_t step = m_document.checkpoint()->step;
    m_run.pause();
    ASSERT_TRUE(store());
    EXPECT_GE(m_document.checkpoint()->step, step);
    EXPECT_EQ(m_document.checkpoint()->history.size(), m_run.history().size());
}

TEST_F(RunControllerTest, PicturesAreOfThePresentNetworkOnly) {
    m_run.watch(WatchRequest{});
    m_run.reset();
    ASSERT_TRUE(until([&] { return m_run.pictures() != nullptr; }));
    EXPECT_EQ(m_run.pictures()->layers.size(), m_document.network().layers().size());
    QSignalSpy changes(&m_run, &RunController::picturesChanged);
    const LayerId layer = m_document.network().layers()[1].id;
    m_document.undoStack().push(new SetField(m_document, layer, "units", std::int64_t{3}));
    EXPECT_EQ(m_run.pictures(), nullptr);
    EXPECT_EQ(changes.count(), 1);
    m_document.undoStack().undo();
    EXPECT_NE(m_run.pictures(), nullptr) << "the run still has that network";
    m_document.undoStack().redo();
    EXPECT_EQ(m_run.pictures(), nullptr);
    m_run.step(StepUnit::Batch);
    ASSERT_TRUE(until([&] { return m_run.pictures() && m_run.pictures()->step == 1; }));
    EXPECT_EQ(m_run.pictures()->layers[1].channels, 3);
    m_document.replace(ProjectContent{});
    EXPECT_EQ(m_run.pictures(), nullptr);
}

TEST_F(RunControllerTest, AWeightSetByHandReachesTheRunAndTheFileAndIsUndone) {
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Finished));
    ASSERT_TRUE(store());
    const Layer& layer = m_document.network().layers()[1];
    const std::string name = layer.name + "/kernel";
    const auto weight = [&] {
        EXPECT_TRUE(store());
        return m_document.checkpoint()->variables.at(name).values[2];
    };
    const float before = weight();
    m_document.undoStack().push(new SetWeight(m_document, layer.id, "kernel", 2, double(before), 1.5));
    EXPECT_EQ(weight(), 1.5f);
    EXPECT_EQ(m_run.state(), RunState::Finished);
    m_document.undoStack().undo();
    EXPECT_EQ(weight(), before);
    m_document.undoStack().redo();
    EXPECT_EQ(weight(), 1.5f);
    // While it trains as well: the run goes on from there.
    set("epochs", [](TrainingSettings& settings) { settings.epochs = 100000; });
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Training));
    m_document.undoStack().push(new SetWeight(m_document, layer.id, "kernel", 2, 1.5, 40));
    EXPECT_GT(weight(), 20);
    EXPECT_EQ(m_run.state(), RunState::Training);
    m_run.pause();
}

TEST_F(RunControllerTest, WeightsThatAreDraggedAreOneStepAndComeBack) {
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Finished));
    ASSERT_TRUE(store());
    const Layer& layer = m_document.network().layers()[1];
    const std::vector<float> before = m_document.checkpoint()->variables.at(layer.name + "/kernel").values;
    const int steps = m_document.undoStack().count();
    const Gesture drag = newGesture();
    double last = before[0];
    for (const double value : {0.5, 0.75, 1.25}) {
        m_document.undoStack().push(
            new MoveWeights(m_document, layer.id,
                            {{.weight = "kernel", .index = 0, .before = last, .after = value},
                             {.weight = "kernel", .index = 1, .before = double(before[1]), .after = -value}},
                            drag));
        last = value;
    }
    EXPECT_EQ(m_document.undoStack().count(), steps + 1);
    const auto weights = [&] {
        EXPECT_TRUE(store());
        return m_document.checkpoint()->variables.at(layer.name + "/kernel").values;
    };
    EXPECT_EQ(weights()[0], 1.25f);
    EXPECT_EQ(weights()[1], -1.25f);
    m_document.undoStack().undo();
    EXPECT_EQ(weights(), before);
    m_document.undoStack().redo();
    EXPECT_EQ(weights()[0], 1.25f);
    // Another drag is another step.
    m_document.undoStack().push(new MoveWeights(
        m_document, layer.id, {{.weight = "kernel", .index = 0, .before = 1.25, .after = 2}}, newGesture()));
    EXPECT_EQ(m_document.undoStack().count(), steps + 2);
}

TEST_F(RunControllerTest, WeightsThatWereKeptComeBack) {
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Finished));
    ASSERT_TRUE(store());
    const Checkpoint kept = *m_document.checkpoint();
    m_run.train();
    ASSERT_TRUE(until([&] { return m_run.stepsDone() > kept.step; }));
    ASSERT_TRUE(untilState(RunState::Finished));
    m_run.restore(std::make_shared<const Checkpoint>(kept));
    EXPECT_EQ(m_run.history(), kept.history);
    ASSERT_TRUE(until([&] { return !m_run.isPreparing(); }));
    ASSERT_TRUE(store());
    EXPECT_EQ(m_document.checkpoint()->variables.at(m_document.network().layers()[1].name + "/kernel").values,
              kept.variables.at(m_document.network().layers()[1].name + "/kernel").values);
    EXPECT_EQ(m_run.stepsDone(), kept.step);
    m_run.restore(nullptr);
    EXPECT_FALSE(m_run.isTrained());
    EXPECT_FALSE(m_document.checkpoint());
}

TEST_F(RunControllerTest, WeightsAreSharedWithTheDocumentAndStayAsTheyWereTaken) {
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Finished));
    ASSERT_TRUE(store());
    const ProjectContent saved = m_document.content();
    EXPECT_EQ(saved.checkpoint.get(), m_document.checkpoint().get());
    EXPECT_GE(saved.checkpoint.use_count(), 3) << "Of the run's, the document's and the content to save "
                                                  "one has a copy of its own.";
    const Checkpoint before = *saved.checkpoint;

    m_run.train();
    ASSERT_TRUE(until([&] { return m_run.stepsDone() > before.step; }));
    ASSERT_TRUE(untilState(RunState::Finished));
    ASSERT_TRUE(store());
    EXPECT_GT(m_document.checkpoint()->step, before.step);
    EXPECT_EQ(*saved.checkpoint, before) << "What is being saved is not touched by further training.";

    // Going back to it, away from it and to it again hands the same weights on.
    m_run.restore(saved.checkpoint);
    EXPECT_EQ(m_document.checkpoint().get(), saved.checkpoint.get());
    const LayerId layer = m_document.network().layers()[1].id;
    m_document.undoStack().push(new SetField(m_document, layer, "units", std::int64_t{9}));
    m_document.undoStack().undo();
    EXPECT_EQ(m_document.checkpoint().get(), saved.checkpoint.get());
    m_document.replace(saved);
    EXPECT_EQ(m_document.checkpoint().get(), saved.checkpoint.get());
}

TEST_F(RunControllerTest, AnotherProjectStopsTheRun) {
    set("epochs", [](TrainingSettings& settings) { settings.epochs = 100000; });
    m_run.train();
    ASSERT_TRUE(until([&] { return !m_run.history().empty(); }));
    m_document.replace(playground());
    EXPECT_EQ(m_run.state(), RunState::Idle);
    EXPECT_TRUE(m_run.history().empty());
    m_run.train();
    ASSERT_TRUE(untilState(RunState::Finished));
    EXPECT_EQ(m_run.history().size(), 3u);
    EXPECT_FALSE(m_run.isPreparing());
}

} // namespace
} // namespace protomind
