// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/reference/reference_device.h"
#include "engine/train/small_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

using testing::HasSubstr;

TrainingSettings stepSettings(const std::string& optimizer = "adam") {
    TrainingSettings settings;
    settings.optimizer = optimizer;
    settings.learningRate = 0.05;
    settings.batchSize = 8;
    settings.validation = 0.2;
    settings.l2 = 0.01;
    return settings;
}

/// Two ways from the first dense layer to the answer, one of them around the second: input -> a -> b, a and b
/// added, the sum and a side by side -> answer.
Model branchedModel() {
    const Settings tanh{{"units", std::int64_t{4}}, {"activation", std::string("tanh")}};
    Model model = chain({2}, {{"dense", tanh}, {"dense", tanh}});
    model.layers.push_back({.name = "sum", .type = findLayerType("add"), .settings = {}, .inputs = {1, 2}});
    model.layers.push_back(
        {.name = "both", .type = findLayerType("concatenate"), .settings = {}, .inputs = {3, 1}});
    model.layers.push_back({.name = "answer",
                            .type = findLayerType("dense"),
                            .settings = {{"units", std::int64_t{2}}},
                            .inputs = {4}});
    model.outputShape = Shape{2};
    model.outputLayer = 5;
    return model;
}

/// Small images with a class each.
std::shared_ptr<ListedData> someImages() {
    std::vector<float> pixels(24 * 36);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = std::sin(static_cast<float>(i) * 0.7f + static_cast<float>(i / 36));
    std::vector<float> classes(24);
    for (std::size_t i = 0; i < classes.size(); ++i)
        classes[i] = static_cast<float>(i % 3);
    return std::make_shared<ListedData>(DataDescription{.name = "images",
                                                        .sampleShape = {6, 6, 1},
                                                        .targetKind = TargetKind::Class,
                                                        .targetShape = {},
                                                        .classNames = {"a", "b", "c"},
                                                        .featureNames = {}},
                                        std::move(pixels), std::move(classes));
}

Model imageModel() {
    return chain({6, 6, 1},
                 {{"convolution", {{"filters", std::int64_t{3}}}},
                  {"batch_norm", {}},
                  {"activation", {}},
                  {"max_pool", {}},
                  {"dropout", {}},
                  {"flatten", {}},
                  {"dense", {{"units", std::int64_t{3}}, {"activation", std::string("softmax")}}}});
}

const VariablePass& passOf(const StepDissection& step, const std::string& variable) {
    const auto found = std::ranges::find(step.variables, variable, &VariablePass::name);
    if (found == step.variables.end())
        throw std::runtime_error("no variable " + variable);
    return *found;
}

StepDissection dissected(const Trainer& trainer, std::int64_t place = 0) {
    auto step = trainer.dissectNextStep(place);
    if (!step)
        throw std::runtime_error(step.error().text());
    return std::move(*step);
}

VariableValues valuesOf(const Trainer& trainer) {
    VariableValues values;
    trainer.variables().read(values);
    return values;
}

class TrainerDissectionTest : public testing::Test {
protected:
    std::unique_ptr<Trainer> trainer(const Model& model = everythingModel(),
                                     const TrainingSettings& settings = stepSettings()) {
        return prepared(model, sourceOf(twoClouds(50)), settings, *m_device);
    }
    std::unique_ptr<Device> m_device = testDevice();
};

TEST_F(TrainerDissectionTest, ARunThatIsLookedAtIsTheRunThatIsNot) {
    const auto unseen = trainer();
    trainTo(*unseen, 6);
    const auto seen = trainer();
    for (int step = 0; step < 6; ++step) {
        dissected(*seen, step % 2);
        trainTo(*seen, seen->stepsDone() + 1);
    }
    EXPECT_EQ(valuesOf(*seen), valuesOf(*unseen));
    EXPECT_EQ(seen->checkpoint(), unseen->checkpoint());
}

TEST_F(TrainerDissectionTest, BetweenStepsAheadItChangesNothingEither) {
    const auto unseen = trainer();
    const auto seen = trainer();
    for (int step = 0; step < 6; ++step) {
        ASSERT_TRUE(unseen->stepAhead());
        dissected(*seen);
        ASSERT_TRUE(seen->stepAhead());
    }
    ASSERT_TRUE(unseen->settle());
    ASSERT_TRUE(seen->settle());
    EXPECT_EQ(valuesOf(*seen), valuesOf(*unseen));
}

/// What it foretells is what comes, bit for bit: weights, running statistics and the optimiser's state.
void expectForetold(Trainer& trainer, int steps) {
    for (int i = 0; i < steps; ++i) {
        const StepDissection step = dissected(trainer);
        const VariableValues before = valuesOf(trainer);
        const auto figures = trainer.step();
        ASSERT_TRUE(figures) << figures.error().text();
        const VariableValues after = valuesOf(trainer);
        ASSERT_EQ(step.variables.size(), after.size());
        for (const VariablePass& pass : step.variables) {
            EXPECT_EQ(pass.before, before.at(pass.name)) << pass.name;
            EXPECT_EQ(pass.after, after.at(pass.name)) << pass.name << " step " << i;
        }
        EXPECT_EQ(step.loss, figures->loss);
        EXPECT_EQ(step.penalty, figures->penalty);
        EXPECT_EQ(step.learningRate, figures->learningRate);
        EXPECT_EQ(std::ssize(step.given.samples), figures->samples);
    }
}

TEST_F(TrainerDissectionTest, ForetellsTheStepOfEveryOptimiserOnEveryProcessorDevice) {
    for (const OptimizerType& type : optimizerTypes()) {
        for (const bool plain : {false, true}) {
            SCOPED_TRACE(type.name + (plain ? " reference" : " cpu"));
            m_device = plain ? makeReferenceDevice() : testDevice();
            TrainingSettings settings = stepSettings(type.name);
            settings.learningRate = type.defaultLearningRate;
            settings.schedule = "cosine";
            settings.l1 = 0.001;
            expectForetold(*trainer(everythingModel(), settings), 6);
        }
    }
}

TEST_F(TrainerDissectionTest, ForetellsTheStepOfImagesAndOfBranches) {
    for (const bool plain : {false, true}) {
        SCOPED_TRACE(plain ? "reference" : "cpu");
        m_device = plain ? makeReferenceDevice() : testDevice();
        expectForetold(*trainer(branchedModel()), 6);
        TrainingSettings settings = stepSettings();
        settings.validation = 0;
        expectForetold(*prepared(imageModel(), sourceOf(someImages()), settings, *m_device), 4);
    }
}

TEST_F(TrainerDissectionTest, GoesOnInTheMiddleOfABatch) {
    const auto run = trainer();
    ASSERT_TRUE(run->stepSample());
    ASSERT_TRUE(run->stepSample());
    EXPECT_EQ(run->nextStep().samples.size(), 6u);
    expectForetold(*run, 2);
}

TEST_F(TrainerDissectionTest, PlainDescentGoesByBothGradients) {
    const auto run = trainer(everythingModel(), stepSettings("sgd"));
    trainTo(*run, 2);
    const StepDissection step = dissected(*run);
    int priced = 0;
    for (const VariablePass& pass : step.variables) {
        if (pass.gradient.values.empty())
            continue;
        ASSERT_EQ(pass.penaltyGradient.shape, pass.gradient.shape);
        for (std::size_t i = 0; i < pass.after.values.size(); ++i) {
            const float gradient = pass.gradient.values[i] + pass.penaltyGradient.values[i];
            EXPECT_NEAR(pass.after.values[i], pass.before.values[i] - 0.05f * gradient, 1e-7) << pass.name;
            priced += pass.penaltyGradient.values[i] != 0 ? 1 : 0;
        }
    }
    EXPECT_GT(priced, 20) << "the kernels";
    EXPECT_TRUE(passOf(step, "batch_norm/running_mean").gradient.values.empty());
    EXPECT_NE(passOf(step, "batch_norm/running_mean").after, passOf(step, "batch_norm/running_mean").before);
}

/// Within rounding: no device sums them up in another order than another.
TEST_F(TrainerDissectionTest, WhatArrivesIsTheSumOfWhatIsPassedOn) {
    const auto run = trainer(branchedModel());
    trainTo(*run, 3);
    const Model& model = run->model();
    const StepDissection step = dissected(*run, 2);
    for (std::size_t from = 0; from < model.layers.size(); ++from) {
        std::vector<float> sum(step.layers[from].output.values.size());
        int shares = 0;
        for (std::size_t to = 0; to < model.layers.size(); ++to) {
            for (std::size_t port = 0; port < model.layers[to].inputs.size(); ++port) {
                if (model.layers[to].inputs[port] != static_cast<int>(from))
                    continue;
                ++shares;
                const HostArray& share = step.layers[to].passedOn[port];
                ASSERT_EQ(share.shape, step.layers[from].output.shape);
                for (std::size_t i = 0; i < sum.size(); ++i)
                    sum[i] += share.values[i];
            }
        }
        EXPECT_EQ(shares, from == 1 ? 3 : from == 5 ? 0 : 1);
        for (std::size_t i = 0; shares > 0 && i < sum.size(); ++i)
            EXPECT_NEAR(sum[i], step.layers[from].outputGradient.values[i], 1e-8) << model.layers[from].name;
    }
    // The sum passes on what it gets, to both alike; the second dense layer makes something else of it.
    EXPECT_EQ(step.layers[3].passedOn[0], step.layers[3].passedOn[1]);
    EXPECT_EQ(step.layers[3].passedOn[0], step.layers[3].outputGradient);
    EXPECT_NE(step.layers[2].passedOn[0], step.layers[3].passedOn[0]);
}

/// With the same numbers dropped: a change of a weight changes nothing of what is drawn.
TEST_F(TrainerDissectionTest, GradientsAreTheSlopesOfTheMeanLoss) {
    const auto run = trainer(everythingModel(), stepSettings());
    trainTo(*run, 3);
    const StepDissection step = dissected(*run);
    for (const char* name : {"dense/kernel", "batch_norm/scale", "dense 2/kernel", "dense 2/bias"}) {
        const VariablePass& pass = passOf(step, name);
        for (std::int64_t i = 0; i < 2; ++i) {
            const auto place = static_cast<std::size_t>(i);
            const double value = static_cast<double>(pass.before.values[place]);
            constexpr double kDistance = 5e-3;
            const auto at = [&](double moved) {
                EXPECT_TRUE(run->setWeight(name, i, moved));
                return dissected(*run);
            };
            const StepDissection up = at(value + kDistance);
            const StepDissection down = at(value - kDistance);
            at(value);
            EXPECT_NEAR(pass.gradient.values[place], (up.loss - down.loss) / (2 * kDistance), 2e-4) << name;
            EXPECT_NEAR(pass.penaltyGradient.values[place], (up.penalty - down.penalty) / (2 * kDistance),
                        2e-4)
                << name;
        }
    }
}

/// Of a batch of one its loss is that of the batch, and what arrives at a layer without an activation is the
/// gradient of its bias.
TEST_F(TrainerDissectionTest, OfOneSampleTheGradientsAreItsOwn) {
    TrainingSettings settings = stepSettings();
    settings.batchSize = 1;
    settings.l2 = 0;
    const auto run = trainer(smallMlp(2, 5, 2), settings);
    const StepDissection step = dissected(*run);
    EXPECT_EQ(step.penalty, -1);
    EXPECT_TRUE(passOf(step, "dense/kernel").penaltyGradient.values.empty());
    EXPECT_FLOAT_EQ(static_cast<float>(step.sampleLoss), static_cast<float>(step.loss));
    EXPECT_EQ(step.layers.back().outputGradient, passOf(step, "dense 2/bias").gradient);
    EXPECT_TRUE(step.layers.back().logits.values.empty());
}

/// The loss is made of what comes before the softmax, so that is where its gradient arrives: the probability
/// less 1 for the right class.
TEST_F(TrainerDissectionTest, TheGradientArrivesBeforeASoftmax) {
    TrainingSettings settings = stepSettings();
    settings.validation = 0;
    const auto data = someImages();
    const auto run = prepared(imageModel(), sourceOf(data), settings, *m_device);
    const StepDissection step = dissected(*run, 3);
    EXPECT_EQ(step.place, 3u);
    const std::uint32_t index = step.given.samples[3];
    EXPECT_EQ(step.target.values.at(0), static_cast<float>(index % 3));
    EXPECT_EQ(step.sample.values.at(5), data->samples[index * 36 + 5]);
    EXPECT_EQ(step.layers.front().output, step.sample);
    const LayerPass& last = step.layers.back();
    ASSERT_EQ(last.logits.shape, Shape({3}));
    for (std::size_t i = 0; i < 3; ++i) {
        const float wanted = i == index % 3 ? 1.0f : 0.0f;
        EXPECT_NEAR(last.outputGradient.values[i], (last.output.values[i] - wanted) / 8, 1e-6);
    }
    EXPECT_NEAR(step.sampleLoss, -std::log(static_cast<double>(last.output.values[index % 3])), 1e-5);
    double sum = 0;
    for (int place = 0; place < 8; ++place)
        sum += dissected(*run, place).sampleLoss;
    EXPECT_NEAR(sum / 8, step.loss, 1e-6);
}

TEST_F(TrainerDissectionTest, FollowsTheRecipe) {
    TrainingPhase front{.name = "front", .build = supervisedPhase, .trains = onlyOf({"dense"})};
    TrainingPhase back{.name = "back", .build = supervisedPhase, .trains = onlyOf({"dense 2"})};
    back.optimizer = PhaseOptimizer{"momentum", {}, 2.0};
    const auto run = std::move(Trainer::prepare(everythingModel(), sourceOf(twoClouds(50)), stepSettings(),
                                                *m_device, ManualClock().clock(), {.phases = {front, back}})
                                   .value());
    const StepDissection first = dissected(*run);
    EXPECT_EQ(first.optimizer->name, "adam");
    EXPECT_TRUE(passOf(first, "dense/kernel").updated);
    EXPECT_FALSE(passOf(first, "dense 2/kernel").updated);
    EXPECT_EQ(passOf(first, "dense 2/kernel").after, passOf(first, "dense 2/kernel").before);
    trainTo(*run, 1);
    const StepDissection second = dissected(*run);
    EXPECT_EQ(second.optimizer->name, "momentum");
    EXPECT_DOUBLE_EQ(second.learningRate, 0.1);
    EXPECT_TRUE(passOf(second, "dense 2/kernel/back:velocity").updated);
    EXPECT_FALSE(passOf(second, "dense/kernel/front:mean").updated);
    trainTo(*run, 2);
    for (const auto& [name, value] : valuesOf(*run))
        EXPECT_EQ(passOf(second, name).after, value) << name;
}

TEST_F(TrainerDissectionTest, SaysWhyNot) {
    const auto run = trainer();
    EXPECT_THAT(run->dissectNextStep(8).error().text(), HasSubstr("8 samples"));
    EXPECT_THAT(run->dissectNextStep(8).error().remedy, HasSubstr("0 to 7"));
    EXPECT_FALSE(run->dissectNextStep(-1));
    const TrainingPhase own{.name = "own",
                            .build =
                                [](Graph& graph, const PhaseContext& context, std::int64_t batch) {
                                    PhaseGraph phase = supervisedPhase(graph, context, batch);
                                    phase.model.reset();
                                    return phase;
                                },
                            .trains = {},
                            .optimizer = {}};
    const auto other = std::move(Trainer::prepare(everythingModel(), sourceOf(twoClouds(50)), stepSettings(),
                                                  *m_device, ManualClock().clock(), {.phases = {own}})
                                     .value());
    EXPECT_EQ(other->dissectNextStep(0).error().kind, ProblemKind::Unsupported);
    TrainingSettings one = stepSettings("sgd");
    one.batchSize = 1;
    const auto large = trainer(smallMlp(2, 1'700'000, 2), one);
    EXPECT_EQ(large->dissectNextStep(0).error().kind, ProblemKind::Memory);
}

} // namespace
} // namespace protomind
