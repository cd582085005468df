// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/train/objective_nodes.h"
#include "engine/train/small_run.h"
#include "engine/train/training_recipe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace protomind {
namespace {

using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::Not;

using Values = VariableValues;

TrainingSettings someSettings() {
    TrainingSettings settings;
    settings.learningRate = 0.01;
    settings.batchSize = 8;
    settings.epochs = 6;
    settings.l2 = 0.001;
    return settings;
}

/// The front of a network by Adam, two steps in a row, then its last layer by momentum, once.
TrainingRecipe inTurn() {
    TrainingPhase front{.name = "front", .build = supervisedPhase, .trains = onlyOf({"dense", "batch_norm"})};
    front.steps = 2;
    TrainingPhase back{.name = "back", .build = supervisedPhase, .trains = onlyOf({"dense 2"})};
    back.optimizer = PhaseOptimizer{"momentum", {{"momentum", 0.5}}, 2.0};
    return {.phases = {front, back}};
}

class TrainingRecipeTest : public testing::Test {
protected:
    std::unique_ptr<Trainer> trainer(const TrainingRecipe& recipe,
                                     const TrainingSettings& settings = someSettings()) {
        auto made = Trainer::prepare(everythingModel(), sourceOf(twoClouds(100)), settings, *m_device,
                                     ManualClock().clock(), recipe);
        EXPECT_TRUE(made) << made.error().text();
        return std::move(*made);
    }
    static Values valuesOf(const Trainer& run) {
        Values values;
        run.variables().read(values);
        return values;
    }
    /// The names of those that differ.
    static std::set<std::string> changed(const Values& before, const Values& after) {
        std::set<std::string> names;
        for (const auto& [name, value] : after) {
            if (before.at(name) != value)
                names.insert(name);
        }
        return names;
    }

    std::unique_ptr<Device> m_device = testDevice();
};

TEST(VariableChoice, TakesNamesOfLayersWhole) {
    const VariableChoice only = onlyOf({"a"});
    EXPECT_TRUE(only("a/kernel"));
    EXPECT_FALSE(only("a/b/kernel"));
    EXPECT_FALSE(only("ab/kernel"));
    EXPECT_TRUE(allBut({"a"})("a/b/kernel"));
}

TEST_F(TrainingRecipeTest, FrozenLayersKeepEveryBitWhileOthersLearn) {
    const auto run = trainer(supervisedRecipe(allBut({"dense", "batch_norm"})));
    const Values before = valuesOf(*run);
    trainTo(*run, 20);
    EXPECT_EQ(changed(before, valuesOf(*run)),
              (std::set<std::string>{"dense 2/bias", "dense 2/bias/mean", "dense 2/bias/mean_square",
                                     "dense 2/kernel", "dense 2/kernel/mean", "dense 2/kernel/mean_square",
                                     "optimizer/beta1_correction", "optimizer/beta2_correction"}));
    EXPECT_EQ(run->facts().parameters, 6 * 2 + 2);
    for (const auto& [name, value] : before)
        EXPECT_FALSE(name.starts_with("dense/kernel/") || name.starts_with("batch_norm/scale/")) << name;
}

TEST_F(TrainingRecipeTest, APriceIsPaidForWhatIsTrainedAlone) {
    TrainingSettings settings = someSettings();
    settings.l2 = 0.5;
    const auto run = trainer(supervisedRecipe(allBut({"dense"})), settings);
    double squares = 0;
    for (const float weight : read(*run->variables().buffer("dense 2/kernel")).values)
        squares += double{weight} * weight;
    EXPECT_NEAR(run->step().value().penalty, 0.5 * squares, 1e-5);
}

TEST_F(TrainingRecipeTest, EachPhaseChangesItsOwnPartInItsOwnSteps) {
    const auto run = trainer(inTurn());
    for (int step = 0; step < 9; ++step) {
        const bool isBack = step % 3 == 2;
        const Values before = valuesOf(*run);
        trainTo(*run, step + 1);
        const auto names = changed(before, valuesOf(*run));
        EXPECT_THAT(names, Contains(isBack ? "dense 2/kernel" : "dense/kernel")) << step;
        EXPECT_THAT(names, Contains(isBack ? "dense 2/kernel/back:velocity" : "dense/kernel/front:mean"));
        EXPECT_EQ(names.contains("batch_norm/running_mean"), !isBack);
        for (const std::string& name : names)
            EXPECT_EQ(name.starts_with("dense 2/") || name.starts_with("optimizer/back:"), isBack) << name;
    }
    EXPECT_EQ(run->facts().parameters, 2 * 6 + 6 + 6 + 6 + 6 * 2 + 2);
}

TEST_F(TrainingRecipeTest, PhasesOnTheSameWeightsKeepAStateEach) {
    TrainingRecipe recipe{
        .phases = {{.name = "a", .build = supervisedPhase}, {.name = "b", .build = supervisedPhase}}};
    const auto run = trainer(recipe);
    const Values before = valuesOf(*run);
    EXPECT_TRUE(before.contains("dense/kernel/a:mean") && before.contains("dense/kernel/b:mean"));
    trainTo(*run, 1);
    const auto names = changed(before, valuesOf(*run));
    EXPECT_THAT(names, Contains("dense/kernel/a:mean"));
    EXPECT_THAT(names, Each(Not(HasSubstr("b:"))));
}

TEST_F(TrainingRecipeTest, BothPartsTogetherLearnTheTask) {
    TrainingSettings settings = someSettings();
    settings.epochs = 20;
    const auto run = trainer(inTurn(), settings);
    trainTo(*run, run->plannedSteps());
    EXPECT_GT(run->history().back().validationAccuracy, 0.85);
    EXPECT_LT(run->history().back().loss, 0.5 * run->history().front().loss);
}

TEST_F(TrainingRecipeTest, ARunInTheMiddleOfARoundGoesOnAsIfNeverInterrupted) {
    const auto straight = trainer(inTurn());
    trainTo(*straight, straight->plannedSteps());
    const auto first = trainer(inTurn());
    trainTo(*first, 4);
    const auto second = trainer(inTurn());
    const auto report = second->restore(first->checkpoint());
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->exact);
    trainTo(*second, second->plannedSteps());
    EXPECT_EQ(second->checkpoint(), straight->checkpoint());
}

TEST_F(TrainingRecipeTest, ASeriesOfItsOwnTellsTheLossOfEachPhase) {
    const auto run = trainer(inTurn());
    trainTo(*run, run->plannedSteps());
    const auto single = trainer(supervisedRecipe());
    trainTo(*single, single->plannedSteps());
    for (const HistoryPoint& point : run->history()) {
        ASSERT_EQ(point.others.size(), 3U);
        EXPECT_EQ(point.others[1].name, "loss/front");
        EXPECT_EQ(point.others[2].name, "loss/back");
        const double low = std::min(point.others[1].value, point.others[2].value);
        const double high = std::max(point.others[1].value, point.others[2].value);
        EXPECT_TRUE(low <= point.loss && point.loss <= high) << "it is the mean over all samples";
    }
    EXPECT_EQ(single->history().front().others.size(), 1U) << "the penalty alone";
}

TEST_F(TrainingRecipeTest, StepsAheadTakeThePhasesInTheSameOrder) {
    const auto straight = trainer(inTurn());
    trainTo(*straight, 30);
    const auto ahead = trainer(inTurn());
    while (ahead->stepsDone() < 30)
        ASSERT_TRUE(ahead->stepAhead());
    ASSERT_TRUE(ahead->settle());
    EXPECT_EQ(ahead->checkpoint(), straight->checkpoint());
}

TEST_F(TrainingRecipeTest, OnePhaseOfSupervisedTrainingIsCalledAsItAlwaysWas) {
    const auto run = trainer(supervisedRecipe());
    for (const auto& [name, value] : valuesOf(*run))
        EXPECT_THAT(name, Not(HasSubstr(":")));
    // What it was trained by without a recipe goes on with one.
    const auto plain = prepared(everythingModel(), sourceOf(twoClouds(100)), someSettings(), *m_device);
    trainTo(*plain, 5);
    ASSERT_TRUE(run->restore(plain->checkpoint()).value().exact);
    trainTo(*run, 9);
    trainTo(*plain, 9);
    EXPECT_EQ(run->checkpoint(), plain->checkpoint());
}

TEST_F(TrainingRecipeTest, AfterThawingTheOptimizerBeginsAnew) {
    const auto frozen = trainer(supervisedRecipe(allBut({"dense"})));
    trainTo(*frozen, 3);
    const auto thawed = trainer(supervisedRecipe());
    const auto report = thawed->restore(frozen->checkpoint());
    ASSERT_TRUE(report);
    EXPECT_EQ(report->missing, 0u);
    EXPECT_TRUE(report->optimizerAnew);
}

/// The mean of the losses of two passes over the same samples.
PhaseGraph twoPasses(Graph& graph, const PhaseContext& context, std::int64_t batch) {
    PhaseGraph first = supervisedPhase(graph, context, batch);
    const PhaseGraph second = supervisedPhase(graph, context, batch);
    first.variables.insert(first.variables.end(), second.variables.begin(), second.variables.end());
    first.loss = (first.loss + second.loss) * 0.5f;
    first.toMinimise = first.loss;
    first.penalty = {};
    return first;
}

TEST_F(TrainingRecipeTest, WhatANetworkIsUsedForTwiceInAPhaseAddsUp) {
    TrainingSettings settings = someSettings();
    settings.optimizer = "sgd";
    settings.l2 = 0;
    const auto run = [&](const TrainingRecipe& recipe) {
        auto made = Trainer::prepare(smallMlp(2, 5, 2), sourceOf(twoClouds(100)), settings, *m_device,
                                     ManualClock().clock(), recipe);
        EXPECT_TRUE(made) << made.error().text();
        trainTo(**made, 15);
        return valuesOf(**made);
    };
    const Values once = run(supervisedRecipe());
    const Values twice = run({.phases = {{.build = twoPasses}}});
    ASSERT_EQ(once.size(), twice.size());
    for (const auto& [name, value] : once) {
        for (std::size_t i = 0; i < value.values.size(); ++i)
            EXPECT_NEAR(twice.at(name).values[i], value.values[i], 1e-5) << name;
    }
}

/// Makes what the network gives small, whatever the targets are.
PhaseGraph towardsZero(Graph& graph, const PhaseContext& context, std::int64_t batch) {
    const BuiltModel built =
        buildModel(graph, context.model, batch, BuildMode::Training, context.settings.seed);
    PhaseGraph phase{.variables = built.variables, .statistics = built.updates};
    phase.loss = reshape(reduceMean(square(built.logits)), Shape{});
    phase.toMinimise = phase.loss;
    return phase;
}

TEST_F(TrainingRecipeTest, APhaseNeedsNoTargets) {
    const auto run = trainer({.phases = {{.build = towardsZero}}});
    const std::vector<double> losses = trainTo(*run, 60);
    EXPECT_LT(losses.back(), 0.5 * losses.front());
    EXPECT_GT(losses.front(), 0);
}

TEST_F(TrainingRecipeTest, SaysWhatIsWrongWithARecipe) {
    const auto sentenceFor = [](const TrainingRecipe& recipe) {
        const auto checked = checkRecipe(recipe);
        return checked ? std::string() : checked.error().text();
    };
    TrainingRecipe recipe = inTurn();
    EXPECT_EQ(sentenceFor(recipe), "");
    EXPECT_EQ(sentenceFor({}), "A recipe for training has at least one phase.");
    recipe.phases[0].name = "back";
    EXPECT_EQ(sentenceFor(recipe), "Two phases of training are called 'back'.");
    recipe.phases[0].name = "fr/ont";
    EXPECT_EQ(sentenceFor(recipe), "'fr/ont' is no name for a phase of training: there is a / in it.");
    recipe = inTurn();
    recipe.phases[1].steps = 0;
    EXPECT_EQ(sentenceFor(recipe), "");
    recipe.phases[0].steps = 0;
    EXPECT_EQ(sentenceFor(recipe), "No phase of training has any steps.");
    recipe.phases[0].steps = -1;
    EXPECT_EQ(sentenceFor(recipe), "The phase 'front' of training has fewer steps than none.");
    recipe = inTurn();
    recipe.phases[1].steps = 1 << 20;
    EXPECT_EQ(sentenceFor(recipe), "The phases of training have more than 10000 steps.");
    recipe = inTurn();
    recipe.phases[1].optimizer->name = "wishes";
    EXPECT_EQ(sentenceFor(recipe), "There is no optimiser called 'wishes'.");
}

} // namespace
} // namespace protomind
