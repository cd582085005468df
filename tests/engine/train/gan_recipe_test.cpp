// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gan/gan_loss.h"
#include "engine/gan/gradient_penalty.h"
#include "engine/nn/gradient_check.h"
#include "engine/train/gan_recipe.h"
#include "engine/train/generated.h"
#include "engine/train/small_run.h"
#include "engine/train/weight_average.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <utility>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A chain whose layers are called after a player, so that two of them can lie side by side.
Model player(const std::string& name, std::int64_t inputs,
             const std::vector<std::pair<std::string, Settings>>& layers) {
    Model model = chain({inputs}, layers);
    for (ModelLayer& layer : model.layers)
        layer.name = name + " " + layer.name;
    return model;
}

/// The same from a Latent on.
std::shared_ptr<const Model> forgerOf(std::int64_t latents,
                                      const std::vector<std::pair<std::string, Settings>>& layers) {
    Model model = player("forger", latents, layers);
    model.layers[0].type = findLayerType("latent");
    model.layers[0].settings = {{"dimension", latents}};
    return std::make_shared<const Model>(std::move(model));
}

Settings dense(std::int64_t units, const char* activation = "linear") {
    return {{"units", units}, {"activation", std::string(activation)}};
}

std::shared_ptr<const Model> smallForger() {
    return forgerOf(3, {{"dense", dense(5)}, {"batch_norm", {}}, {"activation", {}}, {"dense", dense(2)}});
}

Model smallDetective() {
    return player("detective", 2, {{"dense", dense(6, "tanh")}, {"dense", dense(1)}});
}

/// With all that is random or kept.
Model fullDetective() {
    return player("detective", 2,
                  {{"dense", dense(6, "tanh")}, {"batch_norm", {}}, {"dropout", {}}, {"dense", dense(1)}});
}

TrainingSettings game(const std::string& loss = "relativistic", const std::string& penalty = "auto") {
    TrainingSettings settings;
    settings.learningRate = 0.01;
    settings.batchSize = 8;
    settings.epochs = 6;
    settings.gan.loss = loss;
    settings.gan.penalty = penalty;
    return settings;
}

std::set<std::string> changedIn(const VariableValues& before, const VariableValues& after) {
    std::set<std::string> names;
    for (const auto& [name, value] : after) {
        if (before.at(name) != value)
            names.insert(name);
    }
    return names;
}

VariableValues numbersOf(const Trainer& run) {
    VariableValues values;
    run.variables().read(values);
    return values;
}

class GanRecipeTest : public testing::Test {
protected:
    std::unique_ptr<Trainer> trainer(const TrainingSettings& settings,
                                     const Model& detective = fullDetective(),
                                     std::shared_ptr<const Model> forger = smallForger()) {
        auto made = Trainer::prepare(detective, sourceOf(twoClouds(100)), settings, *m_device,
                                     ManualClock().clock(), std::move(forger));
        EXPECT_TRUE(made) << made.error().text();
        return std::move(*made);
    }

    std::unique_ptr<Device> m_device = testDevice();
};

/// Every loss with every penalty.
class GanPhaseTest : public testing::TestWithParam<std::tuple<std::string, std::string>> {};

TEST_P(GanPhaseTest, EachStepGoesDownTheSlopeThatDifferencesSay) {
    const auto& [loss, penalty] = GetParam();
    TrainingSettings settings = game(loss, penalty);
    settings.optimizer = "sgd";
    settings.l2 = 0.01;
    settings.gan.average = 0;
    const Model detective = smallDetective();
    const Objective objective{
        .loss = findLoss("mean_squared_error"), .form = TargetForm::Values, .targetShape = {1}};
    for (const TrainingPhase& phase : ganRecipe(smallForger(), settings).phases) {
        const BuiltStep built = buildStep(phase, detective, objective, settings, 4);
        NamedValues values{{kSamples, normalNumbers(8, 1)}, {kLearningRate, {1}}};
        for (const VariableInfo& variable : built.step.variables)
            values[variable.name] = normalNumbers(variable.shape.elementCount(), values.size(), 0.5);
        ASSERT_FALSE(built.trained.empty());
        for (const NetworkVariable& weight : built.trained) {
            const auto update =
                std::ranges::find_if(built.step.computation.updates, [&](const Computation::Update& one) {
                    return one.variable.as<LeafAttributes>().name == weight.name;
                });
            const std::vector<double> after = valueOf(update->value, values);
            std::vector<double>& numbers = values.at(weight.name);
            for (std::size_t i = 0; i < numbers.size(); ++i) {
                constexpr double kStep = 1e-5;
                const double before = std::exchange(numbers[i], numbers[i] + kStep);
                const double above = valueOf(built.phase.toMinimise, values)[0];
                numbers[i] = before - kStep;
                const double slope = (above - valueOf(built.phase.toMinimise, values)[0]) / (2 * kStep);
                numbers[i] = before;
                EXPECT_NEAR(before - after[i], slope, 1e-5 * (1 + std::abs(slope)))
                    << phase.name << " " << weight.name << " " << i;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, GanPhaseTest,
    [] {
        std::vector<std::string> losses;
        for (const GanLoss& loss : ganLosses())
            losses.push_back(loss.name);
        std::vector<std::string> penalties;
        for (const GanPenalty& penalty : ganPenalties())
            penalties.push_back(penalty.name);
        return testing::Combine(testing::ValuesIn(losses), testing::ValuesIn(penalties));
    }(),
    [](const auto& both) { return std::get<0>(both.param) + "_" + std::get<1>(both.param); });

TEST_F(GanRecipeTest, EachPlayerChangesItselfAlone) {
    TrainingSettings settings = game();
    settings.gan.discriminatorSteps = 2;
    const auto run = trainer(settings);
    for (int step = 0; step < 7; ++step) {
        const bool makes = step % 3 == 2;
        const VariableValues before = numbersOf(*run);
        trainTo(*run, step + 1);
        const std::set<std::string> names = changedIn(before, numbersOf(*run));
        EXPECT_TRUE(names.contains(makes ? "forger dense/kernel" : "detective dense/kernel")) << step;
        EXPECT_TRUE(
            names.contains(makes ? "forger batch_norm/running_mean" : "detective batch_norm/running_mean"));
        for (const std::string& name : names) {
            const bool ofForger = name.starts_with("forger") || name.starts_with("optimizer/generator:");
            EXPECT_EQ(ofForger, makes) << name;
        }
    }
    EXPECT_EQ(run->facts().parameters, (3 * 5 + 5) + 10 + (5 * 2 + 2) + (2 * 6 + 6) + 12 + 7);
}

TEST_F(GanRecipeTest, OneOfThemMayStandStill) {
    TrainingSettings settings = game();
    settings.gan.generatorSteps = 0;
    const auto run = trainer(settings);
    const VariableValues before = numbersOf(*run);
    trainTo(*run, 10);
    for (const std::string& name : changedIn(before, numbersOf(*run)))
        EXPECT_FALSE(name.starts_with("forger")) << name;
    settings.gan.discriminatorSteps = 0;
    EXPECT_FALSE(Trainer::prepare(fullDetective(), sourceOf(twoClouds(100)), settings, *m_device,
                                  ManualClock().clock(), smallForger()));
}

TEST_F(GanRecipeTest, GoesOnInTheMiddleOfARoundAsIfNothingHadBeen) {
    TrainingSettings settings = game();
    settings.gan.discriminatorSteps = 3;
    const auto whole = trainer(settings);
    trainTo(*whole, 40);
    const auto first = trainer(settings);
    trainTo(*first, 14);
    const auto second = trainer(settings);
    const auto report = second->restore(first->checkpoint());
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_TRUE(report->exact);
    trainTo(*second, 40);
    EXPECT_EQ(changedIn(numbersOf(*whole), numbersOf(*second)), std::set<std::string>());
    EXPECT_EQ(whole->history(), second->history());
}

TEST_F(GanRecipeTest, TellsHowBothStandUnderNamesOfTheirOwn) {
    const auto run = trainer(game());
    trainTo(*run, 13);
    ASSERT_EQ(run->history().size(), 1u);
    const HistoryPoint& point = run->history().front();
    EXPECT_EQ(point.accuracy, -1);
    std::vector<std::string> names;
    for (const Figure& figure : point.others)
        names.push_back(figure.name);
    EXPECT_THAT(names, ElementsAre(kPenaltyFigure, "loss/discriminator", kRealScore, kMadeScore, kToldApart,
                                   kRealSlope, kMadeSlope, "loss/generator"));
    const double toldApartNow = figureIn(point.others, kToldApart);
    EXPECT_GE(toldApartNow, 0);
    EXPECT_LE(toldApartNow, 1);
}

TEST_F(GanRecipeTest, WithoutTargetsNothingIsKeptAsideOrEvaluated) {
    const auto run = trainer(game());
    EXPECT_EQ(run->facts().validationSamples, 0);
    EXPECT_EQ(run->facts().trainingSamples, 100);
    EXPECT_EQ(run->evaluate(Split::Test).value().samples, 0);
}

TEST_F(GanRecipeTest, TheGeneratorMayHaveARateOfItsOwn) {
    TrainingSettings settings = game();
    settings.optimizer = "sgd";
    settings.gan.discriminatorSteps = 0;
    settings.gan.average = 0;
    const auto moved = [&](double rate) {
        settings.gan.generatorRate = rate;
        const auto run = trainer(settings, smallDetective());
        const HostArray before = numbersOf(*run).at("forger dense 2/bias");
        trainTo(*run, 1);
        return double{numbersOf(*run).at("forger dense 2/bias").values[0]} - double{before.values[0]};
    };
    const double once = moved(1);
    EXPECT_NE(once, 0);
    EXPECT_NEAR(moved(4), 4 * once, std::abs(once) * 1e-3);
}

/// One number each (Mescheder et al. 2018, section 2): real samples are all 0, the generator makes them all
/// theta, and the discriminator scores x with psi x. Gives how far (theta, psi) is from its rest after some
/// rounds, from 1 at the beginning.
double distanceFromRest(Device& device, const std::string& penalty) {
    const Model critic = player("detective", 1, {{"dense", dense(1)}});
    const auto forger = forgerOf(1, {{"dense", dense(1)}});
    TrainingSettings settings = game("original", penalty);
    settings.optimizer = "sgd";
    settings.learningRate = 0.05;
    settings.batchSize = 64;
    settings.gan.penaltyWeight = 0.5;
    const auto zeros = std::make_shared<ListedData>(
        DataDescription{
            .name = "zeros", .sampleShape = {1}, .targetKind = TargetKind::Values, .targetShape = {1}},
        std::vector<float>(64, 0.0f), std::vector<float>(64, 0.0f));
    auto run = Trainer::prepare(critic, sourceOf(zeros), settings, device, ManualClock().clock(), forger);
    EXPECT_TRUE(run) << run.error().text();
    EXPECT_TRUE((*run)->setWeight("forger dense/kernel", 0, 0));
    EXPECT_TRUE((*run)->setWeight("forger dense/bias", 0, 0.8));
    EXPECT_TRUE((*run)->setWeight("detective dense/kernel", 0, 0.6));
    trainTo(**run, 800);
    const VariableValues values = numbersOf(**run);
    return std::hypot(double{values.at("forger dense/bias").values[0]},
                      double{values.at("detective dense/kernel").values[0]});
}

TEST_F(GanRecipeTest, OneNumberEachCirclesWithoutAPenaltyAndRestsWithOne) {
    EXPECT_GT(distanceFromRest(*m_device, kNoGanPenalty), 0.9);
    EXPECT_LT(distanceFromRest(*m_device, kR1Penalty), 0.1);
}

TEST_F(GanRecipeTest, AveragesFollowWhatTheyAverage) {
    TrainingSettings settings = game();
    settings.gan.average = 0.9;
    const auto run = trainer(settings);
    const std::string weight = "forger dense/kernel";
    const std::string average = averageName(weight, kGeneratorPhase);
    std::vector<double> expected(15, 0.0);
    for (int round = 0; round < 30; ++round) {
        trainTo(*run, 2 * round + 2);
        const HostArray now = numbersOf(*run).at(weight);
        const double stays = std::min(0.9, round / (10.0 + round));
        for (std::size_t i = 0; i < expected.size(); ++i)
            expected[i] = stays * expected[i] + (1 - stays) * double{now.values[i]};
    }
    const HostArray found = numbersOf(*run).at(average);
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_NEAR(found.values[i], expected[i], 1e-5);
    EXPECT_TRUE(numbersOf(*run).contains(averageName("forger batch_norm/running_mean", kGeneratorPhase)));
}

TEST_F(GanRecipeTest, WhatIsShownIsMadeByTheAverages) {
    const auto run = trainer(game());
    const HostArray some{{1, 3}, {0.5f, 1.0f, -1.0f}};
    EXPECT_EQ(generated(run->instance(), *run->generator(), some).value(),
              generated(run->instance(), *run->generator(), some, GeneratorWeights::Present).value());
    trainTo(*run, 30);
    const HostArray latents{{2, 3}, {0.1f, -0.4f, 1.0f, 0.3f, 0.9f, -1.2f}};
    const auto shown = generated(run->instance(), *run->generator(), latents);
    const auto present = generated(run->instance(), *run->generator(), latents, GeneratorWeights::Present);
    ASSERT_TRUE(shown && present);
    EXPECT_EQ(shown->shape, (Shape{2, 2}));
    EXPECT_NE(*shown, *present);
    // With the averages in the weights' places the present ones make the same.
    for (const auto& [name, value] : numbersOf(*run)) {
        const std::string average = averageName(name, kGeneratorPhase);
        if (run->variables().buffer(average))
            run->instance().variables().write(name, numbersOf(*run).at(average));
    }
    EXPECT_EQ(generated(run->instance(), *run->generator(), latents, GeneratorWeights::Present).value(),
              *shown);
    EXPECT_FALSE(generated(run->instance(), *run->generator(), {{2, 2}, {1, 2, 3, 4}}));
}

TEST_F(GanRecipeTest, SaysWhatDoesNotFit) {
    const auto problemOf = [&](const Model& detective, const std::shared_ptr<const Model>& forger,
                               const TrainingSettings& settings) {
        const auto made = Trainer::prepare(detective, sourceOf(twoClouds(20)), settings, *m_device,
                                           ManualClock().clock(), forger);
        return made ? std::string() : made.error().text();
    };
    const auto wide = forgerOf(3, {{"dense", dense(4)}});
    EXPECT_THAT(problemOf(smallDetective(), wide, game()),
                HasSubstr("The generator makes 4, but the discriminator takes 2."));
    EXPECT_THAT(problemOf(player("detective", 2, {{"dense", dense(3)}}), smallForger(), game()),
                HasSubstr("a score is one"));
    EXPECT_THAT(problemOf(player("detective", 5, {{"dense", dense(1)}}), smallForger(), game()),
                HasSubstr("the network takes 5"));
}

TEST_F(GanRecipeTest, GoesBackWhereTheNumbersGrowTooLarge) {
    TrainingSettings settings = game("least_squares", kNoGanPenalty);
    settings.optimizer = "sgd";
    settings.learningRate = 1e9;
    const auto run = trainer(settings, smallDetective());
    std::string problem;
    for (int step = 0; step < 60 && problem.empty(); ++step) {
        if (const auto done = run->step(); !done)
            problem = done.error().text();
    }
    EXPECT_THAT(problem, HasSubstr("grew beyond what can be computed with"));
    EXPECT_TRUE(allFinite(numbersOf(*run)));
}

} // namespace
} // namespace protomind
