// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/training_attack.h"
#include "engine/data/fill.h"
#include "engine/train/adversarial_recipe.h"
#include "engine/train/small_run.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {
namespace {

using testing::HasSubstr;
using testing::Not;

Model twoLogits() {
    return chain({2}, {{"dense", {{"units", std::int64_t{2}}}}});
}

TrainingSettings hardening(const char* method) {
    TrainingSettings settings;
    settings.optimizer = "sgd";
    settings.learningRate = 0.3;
    settings.batchSize = 40;
    settings.epochs = 5;
    settings.validation = 0;
    settings.adversarial.method = method;
    settings.adversarial.epsilon = 0.2;
    settings.adversarial.steps = 3;
    return settings;
}

VariableValues weightsOf(const Trainer& run) {
    VariableValues values;
    run.variables().read(values);
    return values;
}

/// The largest difference of any weight.
double distance(const VariableValues& a, const VariableValues& b) {
    double largest = 0;
    for (const auto& [name, value] : a) {
        for (std::size_t i = 0; i < value.values.size(); ++i)
            largest =
                std::max(largest, std::abs(static_cast<double>(value.values[i] - b.at(name).values[i])));
    }
    return largest;
}

class AdversarialRecipeTest : public testing::Test {
protected:
    std::unique_ptr<Trainer> run(const TrainingSettings& settings, const Model& model = twoLogits(),
                                 const DataSetPtr& data = twoClouds(40)) {
        return prepared(model, sourceOf(data), settings, *m_device);
    }
    VariableValues afterOneStep(const TrainingSettings& settings, const DataSetPtr& data = twoClouds(40)) {
        const auto trainer = run(settings, twoLogits(), data);
        trainTo(*trainer, 1);
        return weightsOf(*trainer);
    }

    std::unique_ptr<Device> m_device = testDevice();
};

class AdversarialMethodTest : public AdversarialRecipeTest,
                              public testing::WithParamInterface<const char*> {};

INSTANTIATE_TEST_SUITE_P(OfEveryMethod, AdversarialMethodTest,
                         testing::Values(kOneStepTraining, kPgdTraining, kTradesTraining),
                         [](const auto& test) { return std::string(test.param); });

/// Of two classes and a linear network, the worst of all perturbations is epsilon along the sign of the
/// difference of their weights, wherever an attack begins, if its steps reach across the ball.
TEST_P(AdversarialMethodTest, LearnsFromTheClosedFormsWorstSamples) {
    if (GetParam() == std::string(kTradesTraining))
        GTEST_SKIP() << "TRADES learns from both.";
    TrainingSettings settings = hardening(GetParam());
    settings.adversarial.stepSize = 1;
    const auto attacked = twoClouds(40);
    const HostArray kernel = run(settings)->variables().read("dense/kernel").value(); // [2, 2]
    for (std::size_t n = 0; n < 40; ++n) {
        const auto own = static_cast<std::size_t>(attacked->targets[n]);
        for (std::size_t i = 0; i < 2; ++i) {
            const float slope = kernel.values[i * 2 + (1 - own)] - kernel.values[i * 2 + own];
            attacked->samples[n * 2 + i] += slope > 0 ? 0.2f : -0.2f;
        }
    }
    TrainingSettings plain = settings;
    plain.adversarial = {};
    EXPECT_LE(distance(afterOneStep(settings), afterOneStep(plain, attacked)), 2e-6);
    EXPECT_GE(distance(afterOneStep(settings), afterOneStep(plain)), 1e-3);
}

TEST_P(AdversarialMethodTest, WithoutRoomItIsPlainTraining) {
    TrainingSettings settings = hardening(GetParam());
    settings.adversarial.epsilon = 0;
    TrainingSettings plain = settings;
    plain.adversarial = {};
    EXPECT_LE(distance(afterOneStep(settings), afterOneStep(plain)), 1e-6);
}

TEST_P(AdversarialMethodTest, BeginsPlainlyWhereEpsilonGrows) {
    TrainingSettings settings = hardening(GetParam());
    settings.adversarial.rampEpochs = 2;
    TrainingSettings plain = settings;
    plain.adversarial = {};
    EXPECT_LE(distance(afterOneStep(settings), afterOneStep(plain)), 1e-6);
    const auto later = run(settings);
    const auto plainly = run(plain);
    trainTo(*later, 5);
    trainTo(*plainly, 5);
    EXPECT_GE(distance(weightsOf(*later), weightsOf(*plainly)), 1e-4);
}

TEST_P(AdversarialMethodTest, IsTheSameRunAgainInterruptedOrNot) {
    TrainingSettings settings = hardening(GetParam());
    settings.validation = 0.2;
    settings.batchSize = 8;
    const auto whole = run(settings, everythingModel());
    trainTo(*whole, 20);
    const auto again = run(settings, everythingModel());
    trainTo(*again, 7);
    const auto resumed = run(settings, everythingModel());
    ASSERT_TRUE(resumed->restore(again->checkpoint()));
    trainTo(*resumed, 20);
    EXPECT_EQ(weightsOf(*resumed), weightsOf(*whole));
    EXPECT_EQ(resumed->history(), whole->history());
}

TEST_P(AdversarialMethodTest, TellsWhatStandsAmongTheSamplesKeptAside) {
    TrainingSettings settings = hardening(GetParam());
    settings.validation = 0.25;
    settings.epochs = 2;
    const auto trainer = run(settings, twoLogits(), twoClouds(80));
    trainTo(*trainer, trainer->plannedSteps());
    const double robust = figureIn(trainer->history().back().others, kRobustAccuracyFigure);
    EXPECT_GE(robust, 0) << "-1 where it is not told";
    EXPECT_LE(robust, trainer->history().back().validationAccuracy);
    const auto without = run(hardening(GetParam()));
    trainTo(*without, 2);
    EXPECT_LT(figureIn(without->history().back().others, kRobustAccuracyFigure), 0)
        << "nothing is kept aside";
}

TEST_P(AdversarialMethodTest, MakesANetworkOfPicturesHarderToFool) {
    const auto digits = openData("digits?samples=600&test=200", 7);
    ASSERT_TRUE(digits);
    const Model model = chain(
        {28, 28, 1}, {{"flatten", {}},
                      {"dense", {{"units", std::int64_t{64}}, {"activation", std::string("relu")}}},
                      {"dense", {{"units", std::int64_t{10}}, {"activation", std::string("softmax")}}}});
    const auto robustAfter = [&](const char* method) {
        TrainingSettings settings = hardening(method);
        settings.optimizer = "adam";
        settings.learningRate = 0.002;
        settings.epochs = 25;
        settings.adversarial.epsilon = 0.1;
        const auto trainer = prepared(model, *digits, settings, *m_device);
        trainTo(*trainer, trainer->plannedSteps());
        RobustEvaluation evaluation(trainer->instance(), *findLoss("cross_entropy"), *digits->test,
                                    {.attack = heldOutAttack(settings.adversarial, SampleRange{})});
        Result<bool> done = false;
        while (done && !*done)
            done = evaluation.advance();
        EXPECT_TRUE(done);
        return static_cast<double>(evaluation.standing()) / static_cast<double>(evaluation.samples());
    };
    EXPECT_GE(robustAfter(GetParam()), robustAfter(kNotAdversarial) + 0.15);
}

/// What a step learns from is as hard as what the same attack makes of its samples by itself.
TEST_F(AdversarialRecipeTest, AttacksAsStronglyAsTheAttackByItself) {
    const auto digits = openData("digits?samples=40&test=40", 7);
    ASSERT_TRUE(digits);
    const Model model = chain(
        {28, 28, 1}, {{"convolution", {{"filters", std::int64_t{6}}, {"activation", std::string("relu")}}},
                      {"flatten", {}},
                      {"dense", {{"units", std::int64_t{24}}, {"activation", std::string("relu")}}},
                      {"dense", {{"units", std::int64_t{10}}, {"activation", std::string("softmax")}}}});
    for (const char* method : {kOneStepTraining, kPgdTraining}) {
        TrainingSettings settings = hardening(method);
        settings.adversarial.steps = 5;
        const auto trainer = prepared(model, *digits, settings, *m_device);
        trainTo(*trainer, 10);
        AttackBatch batch{.samples = HostArray(Shape{40, 28, 28, 1}),
                          .classes = std::vector<float>(40),
                          .places = std::vector<std::uint64_t>(40)};
        std::vector<std::uint32_t> all(40);
        std::iota(all.begin(), all.end(), 0u);
        std::iota(batch.places.begin(), batch.places.end(), 0u);
        fillBatch(*digits->training, all, batch.samples.values, batch.classes);
        AttackSettings same = heldOutAttack(settings.adversarial, SampleRange{});
        same.steps = stepsOf(settings.adversarial);
        same.stepSize = stepSizeOf(settings.adversarial);
        Attack attack(trainer->instance(), *findLoss("cross_entropy"), same, batch, 3);
        Result<bool> done = false;
        while (done && !*done)
            done = attack.advance();
        ASSERT_TRUE(done);
        double loss = 0; // cross-entropy is softplus of the odds
        for (const float odds : attack.odds())
            loss += std::log1p(std::exp(static_cast<double>(odds))) / 40;
        EXPECT_NEAR(trainTo(*trainer, 11).back(), loss, 0.03 * loss) << method;
    }
}

TEST_F(AdversarialRecipeTest, TradesChargesInProportionForBeingLedAstray) {
    const auto firstLoss = [&](double beta) {
        TrainingSettings settings = hardening(kTradesTraining);
        settings.adversarial.beta = beta;
        const auto trainer = run(settings);
        return trainTo(*trainer, 1).front();
    };
    const double plain = firstLoss(0);
    EXPECT_GT(firstLoss(1), plain);
    EXPECT_NEAR(firstLoss(4) - plain, 4 * (firstLoss(1) - plain), 1e-5);
}

TEST_F(AdversarialRecipeTest, ASingleOutputIsHardenedToo) {
    const Model model =
        chain({2}, {{"dense", {{"units", std::int64_t{1}}, {"activation", std::string("sigmoid")}}}});
    for (const char* method : {kOneStepTraining, kTradesTraining}) {
        const auto trainer = run(hardening(method), model);
        const std::vector<double> losses = trainTo(*trainer, 5);
        EXPECT_LT(losses.back(), losses.front());
    }
}

TEST_F(AdversarialRecipeTest, GoesBackToItsBestWhereWhatItStoodIsLost) {
    TrainingSettings settings = hardening(kOneStepTraining);
    settings.validation = 0.25;
    settings.epochs = 100;
    const auto trainer = run(settings, twoLogits(), twoClouds(160));
    trainTo(*trainer, 12);
    const VariableValues before = weightsOf(*trainer);
    // A rate that throws the weights anywhere.
    trainer->setLearningRate(-50);
    Result<StepFigures> step = StepFigures{};
    for (int i = 0; i < 30 && step; ++i)
        step = trainer->step();
    ASSERT_FALSE(step);
    EXPECT_EQ(step.error().kind, ProblemKind::RobustnessLost);
    EXPECT_THAT(step.error().text(), HasSubstr("catastrophic overfitting"));
    EXPECT_THAT(step.error().text(), HasSubstr("Of 40 samples kept aside"));
    EXPECT_THAT(step.error().text(), HasSubstr("L-infinity, epsilon 0.2, 10 steps of PGD"));
    EXPECT_THAT(step.error().text(), HasSubstr("PGD instead of one step"));
    EXPECT_THAT(step.error().text(),
                HasSubstr("The state after step " + std::to_string(trainer->stepsDone()) + " is back"));
    EXPECT_LE(trainer->stepsDone(), 12);
    EXPECT_EQ(trainer->history().back().step, trainer->stepsDone());
    EXPECT_LE(distance(weightsOf(*trainer), before), 1.0) << "none of those that were thrown";
    step = StepFigures{};
    for (int i = 0; i < 30 && step; ++i)
        step = trainer->step();
    ASSERT_FALSE(step) << "who goes on as before is told again";
    EXPECT_EQ(step.error().kind, ProblemKind::RobustnessLost);
}

/// Steps until a problem, a hundred at most.
std::optional<Problem> untilProblem(Trainer& trainer) {
    for (int i = 0; i < 100; ++i)
        if (const auto step = trainer.step(); !step)
            return step.error();
    return std::nullopt;
}

TEST_F(AdversarialRecipeTest, AResumedRunStopsWhereAnUninterruptedOneDoes) {
    TrainingSettings settings = hardening(kOneStepTraining);
    settings.validation = 0.25;
    settings.epochs = 100;
    const auto whole = run(settings, twoLogits(), twoClouds(160));
    trainTo(*whole, 12);
    whole->setLearningRate(-50);
    trainTo(*whole, 13);
    const Checkpoint kept = whole->checkpoint();
    EXPECT_GT(kept.robust.accuracy, 0.5);
    EXPECT_EQ(kept.robust.samples, 40);
    const auto resumed = run(settings, twoLogits(), twoClouds(160));
    ASSERT_TRUE(resumed->restore(kept));
    EXPECT_EQ(resumed->checkpoint().robust, kept.robust);
    const auto there = untilProblem(*whole);
    const auto here = untilProblem(*resumed);
    ASSERT_TRUE(there && here);
    EXPECT_EQ(here->kind, ProblemKind::RobustnessLost);
    EXPECT_EQ(resumed->divergedAt(), whole->divergedAt());
    // Of the states before only the one that it was resumed from is at hand.
    EXPECT_EQ(resumed->stepsDone(), 13);
}

TEST_F(AdversarialRecipeTest, WhatWasStoodOfAnotherAttackIsNoMeasure) {
    TrainingSettings settings = hardening(kOneStepTraining);
    settings.validation = 0.25;
    settings.epochs = 100;
    const auto before = run(settings, twoLogits(), twoClouds(160));
    trainTo(*before, 12);
    settings.adversarial.epsilon = 20;
    const auto after = run(settings, twoLogits(), twoClouds(160));
    ASSERT_TRUE(after->restore(before->checkpoint()));
    EXPECT_LT(after->checkpoint().robust.accuracy, 0);
    trainTo(*after, 24);
    EXPECT_EQ(after->stepsDone(), 24) << "nothing stands such an attack, and nothing was lost";
    // Nor what other samples stood.
    const auto elsewhere = run(before->settings(), twoLogits(), twoClouds(160, 9));
    ASSERT_TRUE(elsewhere->restore(before->checkpoint()));
    EXPECT_LT(elsewhere->checkpoint().robust.accuracy, 0);
    // Nor what other weights stood.
    ASSERT_TRUE(before->setWeight("dense/kernel", 0, 1));
    EXPECT_LT(before->checkpoint().robust.accuracy, 0);
}

TEST_F(AdversarialRecipeTest, AdvisesWhatIsNotDoneYet) {
    TrainingSettings settings = hardening(kPgdTraining);
    settings.validation = 0.25;
    settings.epochs = 100;
    settings.adversarial.rampEpochs = 1;
    const auto trainer = run(settings, twoLogits(), twoClouds(160));
    trainTo(*trainer, 12);
    trainer->setLearningRate(-50);
    const auto problem = untilProblem(*trainer);
    ASSERT_TRUE(problem);
    EXPECT_THAT(problem->text(), HasSubstr("over more epochs."));
    EXPECT_THAT(problem->text(), Not(HasSubstr("one step")));
}

TEST(RobustCollapse, IsNotSeenInAHandfulOfSamples) {
    EXPECT_TRUE(robustCollapse(0.9, 0.6, 1000));
    EXPECT_FALSE(robustCollapse(0.9, 0.75, 1000));
    EXPECT_FALSE(robustCollapse(1, 0.25, 4));
    EXPECT_FALSE(robustCollapse(-1, 0, 1000)) << "there is no best yet";
}

TEST_F(AdversarialRecipeTest, GoesOnWhereItIsNotToStop) {
    TrainingSettings settings = hardening(kOneStepTraining);
    settings.validation = 0.25;
    settings.epochs = 100;
    settings.adversarial.stop = false;
    const auto trainer = run(settings, twoLogits(), twoClouds(160));
    trainTo(*trainer, 12);
    trainer->setLearningRate(-0.5);
    trainTo(*trainer, 40);
    EXPECT_EQ(trainer->stepsDone(), 40);
}

TEST_F(AdversarialRecipeTest, SaysWhatCanNotBeHardened) {
    const auto refused = [&](const TrainingSettings& settings, const Model& model, const DataSetPtr& data) {
        auto made = Trainer::prepare(model, sourceOf(data), settings, *m_device);
        return made ? std::string() : made.error().text();
    };
    EXPECT_THAT(refused(hardening(kPgdTraining), chain({1}, {{"dense", {{"units", std::int64_t{1}}}}}),
                        straightLine(20)),
                HasSubstr("targets are values"));
    TrainingSettings settings = hardening(kTradesTraining);
    settings.loss = "mean_squared_error";
    EXPECT_THAT(refused(settings, twoLogits(), twoClouds(20)), HasSubstr("TRADES compares probabilities"));
    // What is not trained, but written for another program or asked for answers, is not in the way.
    EXPECT_TRUE(chooseObjective(twoLogits(), twoClouds(20)->description(), settings));
}

} // namespace
} // namespace protomind
