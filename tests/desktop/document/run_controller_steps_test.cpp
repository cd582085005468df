// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What edits, undo and redo do to the weights and to their curve.
#include "desktop/document/weights_and_steps.h"

namespace protomind {
namespace {

TEST_F(WeightsAndStepsTest, UndoPastATrainingStepBringsTheWeightsAndTheCurveBack) {
    trainEpochs();
    const Sight trained = sight();
    ASSERT_EQ(trained.curve.size(), 3u);
    setUnits(1, 9);
    trainBatch();
    const Sight wider = sight();
    EXPECT_TRUE(wider.curve.empty()) << "This is another run.";
    EXPECT_EQ(wider.stored.at(layer(1).name + "/bias").shape, Shape({9}));
    QSignalSpy curve(&m_run, &RunController::historyChanged);
    undo();
    EXPECT_TRUE(until([&] { return curve.count() == 1; })) << "The curve need not wait for Train.";
    EXPECT_EQ(m_news.kind, WeightNews::Kind::TakenBack) << "It is said that training was taken back.";
    EXPECT_EQ(sight(), trained);
    EXPECT_TRUE(m_run.isTrained());
    redo();
    EXPECT_EQ(sight(), wider);
    undo();
    EXPECT_EQ(sight(), trained);
    EXPECT_EQ(m_run.stepsDone(), trained.curve.back().step);
}

TEST_F(WeightsAndStepsTest, AChangedActivationKeepsTheWeightsAndTheCurve) {
    trainEpochs();
    const Sight trained = sight();
    setActivation("relu");
    EXPECT_EQ(m_news.kind, WeightNews::Kind::Nothing);
    EXPECT_TRUE(m_run.isTrained());
    const Sight bent = sight();
    EXPECT_NE(bent.answers, trained.answers);
    EXPECT_EQ(bent.stored, trained.stored);
    EXPECT_EQ(bent.curve, trained.curve);
    trainBatch(); // What the session has is what is shown.
    EXPECT_EQ(m_run.stepsDone(), trained.curve.back().step + 1);
    undo();
    EXPECT_EQ(sight(), trained);
}

TEST_F(WeightsAndStepsTest, WeightsSetByHandStayWhenTheActivationChanges) {
    answers();
    push(new SetWeight(m_document, layer(1).id, "kernel", 0, 0, 4));
    const Values byHand = weights();
    ASSERT_EQ(byHand.at(layer(1).name + "/kernel").values[0], 4.0f);
    setActivation("sigmoid");
    answers();
    setActivation("relu");
    answers();
    EXPECT_EQ(weights(), byHand);
}

TEST_F(WeightsAndStepsTest, OnlyLayersThatNoLongerFitStartWithNewWeightsAndTheyAreNamed) {
    set("learning_rate", [](TrainingSettings& settings) { settings.learningRate = 0.05; });
    trainEpochs();
    const Values trained = weights();
    setUnits(1, 9);
    EXPECT_EQ(m_news.kind, WeightNews::Kind::SomeNew);
    EXPECT_EQ(m_news.layers, (std::vector{layer(1).name, layer(2).name}));
    EXPECT_FALSE(m_run.isTrained());
    set("learning_rate", [](TrainingSettings& settings) { settings.learningRate = 0; });
    trainBatch();
    const Values mixed = weights();
    const std::string last = m_document.network().layers().back().name;
    EXPECT_EQ(mixed.at(last + "/kernel"), trained.at(last + "/kernel"));
    EXPECT_EQ(mixed.at(layer(1).name + "/kernel").shape, Shape({2, 9}));
}

TEST_F(WeightsAndStepsTest, ANeighbourThatIsAddedTakesNoWeightsAway) {
    trainEpochs();
    const Values trained = weights();
    const Sight before = sight();
    const LayerId last = m_document.network().layers().back().id;
    push(new AddLayerAfter(m_document, "dropout", layer(1).id, {}));
    EXPECT_NE(m_news.kind, WeightNews::Kind::SomeNew);
    EXPECT_EQ(sight().answers, before.answers) << "Dropout does nothing to answers.";
    EXPECT_EQ(weights(), trained);
    EXPECT_EQ(m_run.history(), before.curve);
    // One with weights is new itself, and so are those that it changes the shape for.
    push(new AddLayerAfter(m_document, "dense", last, {}));
    EXPECT_EQ(m_news.kind, WeightNews::Kind::SomeNew);
    ASSERT_EQ(m_news.layers.size(), 1u);
    EXPECT_EQ(m_news.layers.front(), m_document.network().layers().back().name);
    undo();
    undo();
    EXPECT_EQ(sight(), before);
}

TEST_F(WeightsAndStepsTest, ARenamedLayerKeepsItsWeightsAlsoInTheFile) {
    trainEpochs();
    const Sight trained = sight();
    const std::string before = layer(1).name;
    push(new RenameLayer(m_document, layer(1).id, "first"));
    const Sight renamed = sight();
    EXPECT_EQ(renamed.answers, trained.answers);
    EXPECT_EQ(renamed.curve, trained.curve);
    EXPECT_EQ(renamed.stored.at("first/kernel"), trained.stored.at(before + "/kernel"));
    EXPECT_FALSE(renamed.stored.contains(before + "/kernel"));
    // Two that exchange their names do not exchange their weights.
    const std::string second = layer(2).name;
    push(new RenameLayer(m_document, layer(2).id, "other"));
    push(new RenameLayer(m_document, layer(1).id, second));
    push(new RenameLayer(m_document, layer(2).id, "first"));
    EXPECT_EQ(sight().answers, trained.answers);
    trainBatch();
    EXPECT_EQ(m_run.stepsDone(), trained.curve.back().step + 1) << "The run goes on.";
    // A card's name is nothing to take training back for.
    const Sight further = sight();
    for (int step = 0; step < 4; ++step)
        undo();
    EXPECT_EQ(sight().answers, further.answers);
}

TEST_F(WeightsAndStepsTest, AnotherLayerInThePlaceOfADeletedOneIsNew) {
    trainEpochs();
    const Sight trained = sight();
    const Layer last = m_document.network().layers().back();
    const LayerId before = layer(2).id;
    push(new RemoveParts(m_document, {last.id}));
    EXPECT_TRUE(m_document.checkpoint());
    push(new AddLayerAfter(m_document, last.type, before, {}));
    const Layer added = m_document.network().layers().back();
    ASSERT_EQ(added.id, last.id) << "The number is free again: that is what this is about.";
    push(new RenameLayer(m_document, added.id, last.name));
    push(new SetSettings(m_document, added.id, last.settings));
    EXPECT_NE(sight().answers, trained.answers);
    while (m_document.undoStack().canUndo())
        undo();
    EXPECT_EQ(sight(), trained);
}

TEST_F(WeightsAndStepsTest, ADeletedWireTakesNoWeightsWithIt) {
    trainEpochs();
    const Sight trained = sight();
    push(new RemoveParts(m_document, {}, {m_document.network().wires()[1].id}));
    EXPECT_FALSE(m_run.predict(HostArray(Shape{1, 2}))) << "It can't run now.";
    store();
    ASSERT_TRUE(m_document.checkpoint()) << "A file that is saved now has the weights.";
    EXPECT_EQ(m_document.checkpoint()->variables, trained.stored);
    undo();
    EXPECT_EQ(sight(), trained);
    // By hand it is the same.
    const Wire wire = m_document.network().wires()[1];
    push(new RemoveParts(m_document, {}, {wire.id}));
    EXPECT_EQ(m_news.kind, WeightNews::Kind::Waiting);
    push(new AddWire(m_document, wire.from, wire.to, wire.port));
    EXPECT_EQ(m_news.kind, WeightNews::Kind::Settled);
    EXPECT_EQ(sight(), trained);
}

TEST_F(WeightsAndStepsTest, PastedLayersTakeNoWeightsAway) {
    trainEpochs();
    const Sight trained = sight();
    push(new PasteLayers(m_document, partOf(m_document.network(), {layer(1).id}), {24, 24}));
    undo();
    EXPECT_EQ(sight(), trained);
}

TEST_F(WeightsAndStepsTest, SettingsThatAreChangedBackLeaveTheWeightsAsTheyWere) {
    trainEpochs();
    const Sight trained = sight();
    const std::int64_t units = std::get<std::int64_t>(layer(1).settings.at("units"));
    setUnits(1, 9);
    answers();
    setUnits(1, units);
    EXPECT_EQ(m_news.kind, WeightNews::Kind::Settled) << "No layer starts with new weights after all.";
    EXPECT_EQ(sight(), trained);
    set("batch_size", [](TrainingSettings& settings) { settings.batchSize = 20; });
    set("batch_size", [](TrainingSettings& settings) { settings.batchSize = 10; });
    EXPECT_EQ(sight(), trained);
}

TEST_F(WeightsAndStepsTest, BackInOneGestureAfterTrainingIsAStepThatCanBeUndone) {
    trainEpochs();
    const Sight trained = sight();
    const std::int64_t units = std::get<std::int64_t>(layer(1).settings.at("units"));
    const Gesture gesture = newGesture();
    setUnits(1, 9, gesture);
    trainBatch();
    setUnits(1, units, gesture);
    EXPECT_EQ(m_document.undoStack().count(), 2) << "There was training in between.";
    undo();
    undo();
    EXPECT_EQ(sight(), trained);
}

TEST_F(WeightsAndStepsTest, ResetWeightsIsUndone) {
    const Sight first = sight();
    trainEpochs();
    const Sight trained = sight();
    push(new ResetWeights(m_document));
    EXPECT_EQ(m_news.kind, WeightNews::Kind::Reset);
    EXPECT_FALSE(m_run.hasWeights());
    EXPECT_EQ(sight().answers, first.answers);
    EXPECT_TRUE(m_run.history().empty());
    undo();
    EXPECT_EQ(sight(), trained);
    redo();
    EXPECT_EQ(sight(), first);
}

TEST_F(WeightsAndStepsTest, AnotherSeedBeginsAnewAndIsUndone) {
    trainEpochs();
    const Sight trained = sight();
    set("seed", [](TrainingSettings& settings) { settings.seed += 1; });
    EXPECT_EQ(m_news.kind, WeightNews::Kind::Reset);
    const Sight rolled = sight();
    EXPECT_NE(rolled.answers, trained.answers);
    EXPECT_TRUE(rolled.curve.empty());
    EXPECT_TRUE(rolled.stored.empty());
    undo();
    EXPECT_EQ(sight(), trained);
}

TEST_F(WeightsAndStepsTest, AnotherTemplateTakesNoWeightsOverAndUndoBringsThemBack) {
    trainEpochs();
    const Sight trained = sight();
    // The same layers, as it happens.
    NetworkTemplate twin = *findTemplate("playground");
    twin.data = "moons";
    push(new LoadTemplate(m_document, twin));
    EXPECT_EQ(m_news.kind, WeightNews::Kind::AllNew);
    EXPECT_FALSE(m_run.isTrained());
    EXPECT_TRUE(sight().stored.empty());
    trainBatch();
    undo();
    EXPECT_EQ(sight(), trained);
}

TEST_F(WeightsAndStepsTest, OtherDataKeepsTheWeightsAndUndoBringsBackThoseOfBefore) {
    trainEpochs();
    const Sight trained = sight();
    push(new SetDataText(m_document, "moons", newGesture()));
    EXPECT_EQ(sight().answers, trained.answers);
    trainBatch();
    EXPECT_NE(sight().answers, trained.answers);
    undo();
    EXPECT_EQ(sight(), trained);
}

TEST_F(WeightsAndStepsTest, AWorseLearningRateIsTakenBackWithWhatItDid) {
    trainEpochs();
    const Sight trained = sight();
    set("learning_rate", [](TrainingSettings& settings) { settings.learningRate = 3; });
    trainBatch();
    undo();
    EXPECT_EQ(sight(), trained);
    // More epochs and cards that are moved do nothing to the weights, and take nothing back.
    set("epochs", [](TrainingSettings& settings) { settings.epochs = 9; });
    push(new MoveLayers(m_document, {{layer(1).id, Position{400, 400}}}));
    trainBatch();
    const Sight further = sight();
    undo();
    undo();
    EXPECT_EQ(sight(), further);
}

TEST_F(WeightsAndStepsTest, TheOptimiserKeepsItsMemoryWhereItFitsAndSaysWhereNot) {
    set("optimizer", [](TrainingSettings& settings) { settings.optimizer = "adam"; });
    trainEpochs();
    QSignalSpy prepared(&m_run, &RunController::prepared);
    const auto notes = [&] { return prepared.takeLast().at(0).value<Prepared>().notes; };
    const Values trained = weights();
    setActivation("relu");
    answers();
    EXPECT_TRUE(notes().empty());
    set("optimizer", [](TrainingSettings& settings) { settings.optimizer = "momentum"; });
    answers();
    ASSERT_EQ(notes().size(), 1u);
    undo();
    undo();
    answers();
    EXPECT_EQ(weights(), trained) << "Its memory as well.";
}

TEST_F(WeightsAndStepsTest, WeightsThatAreStillOnTheirWayAreWaitedFor) {
    set("epochs", [](TrainingSettings& settings) { settings.epochs = 100000; });
    m_run.train();
    ASSERT_TRUE(until([&] { return m_run.history().size() >= 2; }));
    setUnits(1, 9);
    undo(); // before anything could come back from the session
    redo();
    undo();
    m_run.pause();
    ASSERT_TRUE(until([&] { return !m_run.isTraining() && !m_run.isPreparing(); }));
    EXPECT_GE(sight().curve.size(), 2u);
    EXPECT_TRUE(m_run.isTrained());
}

TEST_F(WeightsAndStepsTest, SavingIsAnsweredWhateverIsUndoneMeanwhile) {
    set("epochs", [](TrainingSettings& settings) { settings.epochs = 100000; });
    set("learning_rate", [](TrainingSettings& settings) { settings.learningRate = 0.02; });
    m_run.train();
    ASSERT_TRUE(until([&] { return !m_run.history().empty(); }));
    QSignalSpy stored(&m_run, &RunController::checkpointStored);
    m_run.fetchCheckpoint();
    undo();
    EXPECT_TRUE(until([&] { return stored.count() > 0; }));
    m_run.pause();
    trainBatch();
    m_run.fetchCheckpoint();
    setUnits(1, 9);
    push(new ResetWeights(m_document));
    undo();
    undo();
    stored.clear();
    m_run.fetchCheckpoint();
    EXPECT_TRUE(until([&] { return stored.count() > 0; }));
}

TEST_F(WeightsAndStepsTest, AStepCopiesNoWeightsThatAreKeptAlready) {
    trainEpochs();
    const CheckpointPtr kept = m_document.checkpoint();
    for (const std::int64_t units : {9, 10, 11})
        setUnits(1, units);
    setActivation("relu");
    EXPECT_EQ(m_run.moment().weights->checkpoint.get(), kept.get());
    m_document.undoStack().setIndex(0);
    EXPECT_EQ(m_document.checkpoint().get(), kept.get());
}

TEST_F(WeightsAndStepsTest, OnceTheyAreSavedWeightsComeBackToTheFileAsWell) {
    trainEpochs();
    const CheckpointPtr trained = m_document.checkpoint();
    push(new ResetWeights(m_document));
    EXPECT_FALSE(m_document.checkpoint());
    QSignalSpy stored(&m_run, &RunController::checkpointStored);
    undo();
    EXPECT_EQ(m_document.checkpoint().get(), trained.get());
    EXPECT_GE(stored.count(), 1) << "What is kept against a crash has to hear of it.";
}

TEST_F(WeightsAndStepsTest, AProjectThatIsOpenedHasNoWeightsOfTheOneBefore) {
    trainEpochs();
    setUnits(1, 9);
    open();
    EXPECT_FALSE(m_run.hasWeights());
    EXPECT_TRUE(sight().stored.empty());
    setUnits(1, 9);
    EXPECT_EQ(m_news.kind, WeightNews::Kind::Nothing) << "There is nothing to lose.";
}

TEST_F(WeightsAndStepsTest, WeightsMovedByHandAfterTrainingComeBackAsTheyWere) {
    trainEpochs();
    const Sight trained = sight();
    const double before = double(trained.stored.at(layer(1).name + "/kernel").values[0]);
    push(new SetWeight(m_document, layer(1).id, "kernel", 0, before, 4));
    const Sight set = sight();
    trainBatch();
    const Sight further = sight();
    undo();
    EXPECT_EQ(sight(), trained);
    redo();
    EXPECT_EQ(sight(), further);
    undo();
    trainBatch();
    redo();
    EXPECT_EQ(sight(), further);
    undo();
    undo();
    redo();
    EXPECT_EQ(sight(), further);
    EXPECT_NE(set.answers, trained.answers);
}

/// With room for the weights of about one moment.
class LittleUndoMemoryTest : public WeightsAndStepsTest {
protected:
    LittleUndoMemoryTest()
        : WeightsAndStepsTest(400) {}
};

TEST_F(LittleUndoMemoryTest, UndoStillWorksWhereTheWeightsAreNoLongerKeptAndSaysSo) {
    trainBatch();
    const Sight first = sight();
    setActivation("relu");
    trainBatch();
    const Sight second = sight();
    setActivation("sigmoid");
    trainBatch();
    const Sight third = sight();
    undo();
    EXPECT_EQ(sight(), second);
    EXPECT_EQ(m_news.kind, WeightNews::Kind::TakenBack);
    undo();
    EXPECT_EQ(m_news.kind, WeightNews::Kind::GivenUp);
    EXPECT_EQ(std::get<std::string>(layer(1).settings.at("activation")), "tanh");
    const Sight there = sight();
    EXPECT_NE(there.answers, first.answers);
    EXPECT_EQ(there.stored, second.stored) << "Those that there are are better than none.";
    EXPECT_NE(third.answers, there.answers);
}

} // namespace
} // namespace protomind
