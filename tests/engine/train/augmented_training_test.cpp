// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/small_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace protomind {
namespace {

constexpr Augmentation kSome{.shift = 0.1, .turn = 15, .scale = 0.1, .flip = true, .noise = 0.02};

TrainingSettings augmentedSettings(const Augmentation& augmentation = kSome) {
    TrainingSettings settings;
    settings.learningRate = 0.01;
    settings.batchSize = 8;
    settings.epochs = 3;
    settings.validation = 0.2;
    settings.augmentation = augmentation;
    return settings;
}

DataSource someDigits() {
    auto source = openData("digits?samples=30&test=20", 7);
    if (!source)
        throw std::runtime_error(source.error().text());
    return *source;
}

Model digitModel() {
    return chain({28, 28, 1},
                 {{"max_pool", {}},
                  {"batch_norm", {}},
                  {"flatten", {}},
                  {"dropout", {}},
                  {"dense", {{"units", std::int64_t{10}}, {"activation", std::string("softmax")}}}});
}

class AugmentedTrainingTest : public testing::Test {
protected:
    std::unique_ptr<Trainer> trainer(const TrainingSettings& settings = augmentedSettings()) {
        return prepared(digitModel(), m_digits, settings, *m_device);
    }
    /// The sample at a place of the next batch, as the step will see it.
    static HostArray seen(const Trainer& trainer, std::int64_t place) {
        auto step = trainer.dissectNextStep(place);
        if (!step)
            throw std::runtime_error(step.error().text());
        return step->sample;
    }
    std::unique_ptr<Device> m_device = testDevice();
    DataSource m_digits = someDigits();
};

TEST_F(AugmentedTrainingTest, ResumesAtAnyStepAsIfNeverInterrupted) {
    const auto whole = trainer();
    const std::int64_t steps = whole->plannedSteps();
    std::vector<Checkpoint> at{whole->checkpoint()};
    while (whole->stepsDone() < steps) {
        trainTo(*whole, whole->stepsDone() + 1);
        at.push_back(whole->checkpoint());
    }
    for (std::int64_t begin = 0; begin < steps; ++begin) {
        const auto resumed = trainer();
        const auto report = resumed->restore(at[static_cast<std::size_t>(begin)]);
        ASSERT_TRUE(report);
        EXPECT_TRUE(report->exact);
        trainTo(*resumed, steps);
        EXPECT_EQ(resumed->checkpoint(), at.back()) << "resumed after step " << begin;
    }
}

TEST_F(AugmentedTrainingTest, EvaluationSeesTheOriginals) {
    TrainingSettings plain = augmentedSettings({});
    TrainingSettings augmented = augmentedSettings();
    plain.learningRate = augmented.learningRate = 0; // the weights stay those that it began with
    const auto without = trainer(plain);
    const auto with = trainer(augmented);
    for (const Split split : {Split::Training, Split::Validation, Split::Test}) {
        const auto expected = without->evaluate(split);
        const auto found = with->evaluate(split);
        ASSERT_TRUE(expected && found);
        EXPECT_GT(found->samples, 0);
        EXPECT_EQ(found->loss, expected->loss) << nameOf(split);
        EXPECT_EQ(found->confusion, expected->confusion) << nameOf(split);
    }
    // Figures of training are of what was trained on. The running statistics go by the changed pictures, so
    // those of the validation at the end are compared with an evaluation of the same weights.
    trainTo(*without, without->facts().stepsPerEpoch);
    trainTo(*with, with->facts().stepsPerEpoch);
    EXPECT_NE(with->history().back().loss, without->history().back().loss);
    EXPECT_EQ(with->history().back().validationLoss, with->evaluate(Split::Validation)->loss);
}

TEST_F(AugmentedTrainingTest, APictureIsAnotherInEveryEpochAndStaysItselfWithinOne) {
    TrainingSettings settings = augmentedSettings();
    settings.validation = 0;
    settings.batchSize = 30; // an epoch is a step
    const auto run = trainer(settings);
    const auto placeOfFirst = [&] {
        const std::vector<std::uint32_t> samples = run->nextStep().samples;
        return static_cast<std::int64_t>(std::ranges::find(samples, 0u) - samples.begin());
    };
    const HostArray first = seen(*run, placeOfFirst());
    EXPECT_EQ(seen(*run, placeOfFirst()), first);
    HostArray original(Shape{28, 28, 1});
    float target = 0;
    m_digits.training->read(0, original.values, std::span(&target, 1));
    EXPECT_NE(first, original);
    trainTo(*run, 1);
    EXPECT_NE(seen(*run, placeOfFirst()), first);
}

TEST_F(AugmentedTrainingTest, SampleBySampleSeesWhatTheBatchSees) {
    const auto run = trainer();
    const HostArray second = seen(*run, 1);
    ASSERT_TRUE(run->stepSample());
    EXPECT_EQ(seen(*run, 0), second);
}

TEST_F(AugmentedTrainingTest, AStepIsForetoldBitForBitWithTheGradientsOfIt) {
    const auto run = trainer();
    for (int i = 0; i < 4; ++i) {
        const auto step = run->dissectNextStep(2);
        ASSERT_TRUE(step) << step.error().text();
        const auto gradients = run->gradients({"dense/kernel"});
        ASSERT_TRUE(gradients) << gradients.error().text();
        const auto figures = run->step();
        ASSERT_TRUE(figures) << figures.error().text();
        EXPECT_EQ(step->loss, figures->loss);
        VariableValues after;
        run->variables().read(after);
        for (const VariablePass& pass : step->variables) {
            EXPECT_EQ(pass.after, after.at(pass.name)) << pass.name << " step " << i;
            if (pass.name == "dense/kernel") {
                EXPECT_EQ(pass.gradient, gradients->front().ofLoss) << "step " << i;
            }
        }
    }
}

TEST_F(AugmentedTrainingTest, ANumberThatIsNotFiniteIsFoundInTheDataAllTheSame) {
    std::vector<float> pixels(8 * 9, 0.5f);
    pixels[30] = std::numeric_limits<float>::infinity();
    const auto data =
        std::make_shared<ListedData>(DataDescription{.name = "images",
                                                     .sampleShape = {3, 3, 1},
                                                     .targetKind = TargetKind::Class,
                                                     .targetShape = {},
                                                     .classNames = {"a", "b"},
                                                     .featureNames = {}},
                                     std::move(pixels), std::vector<float>{0, 1, 0, 1, 0, 1, 0, 1});
    TrainingSettings settings = augmentedSettings({.shift = 0.1});
    settings.validation = 0;
    const auto run = prepared(chain({3, 3, 1}, {{"flatten", {}}, {"dense", {{"units", std::int64_t{2}}}}}),
                              sourceOf(data), settings, *m_device);
    const auto step = run->step();
    ASSERT_FALSE(step);
    EXPECT_EQ(step.error().kind, ProblemKind::Diverged);
    EXPECT_THAT(step.error().sentence.text(), testing::HasSubstr("sample"));
}

TEST_F(AugmentedTrainingTest, WhatIsNoPictureStaysAsItIsAndThatIsSaid) {
    const auto with = prepared(smallMlp(2, 4, 2), sourceOf(twoClouds(30)), augmentedSettings(), *m_device);
    const auto without =
        prepared(smallMlp(2, 4, 2), sourceOf(twoClouds(30)), augmentedSettings({}), *m_device);
    ASSERT_EQ(with->facts().notes.size(), 1u);
    EXPECT_THAT(with->facts().notes.front().text(), testing::HasSubstr("no pictures"));
    EXPECT_TRUE(without->facts().notes.empty());
    EXPECT_EQ(trainTo(*with, 6), trainTo(*without, 6));
    EXPECT_TRUE(trainer()->facts().notes.empty());
}

} // namespace
} // namespace protomind
