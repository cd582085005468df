// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/loss.h"
#include "studio/network/drawing.h"
#include "studio/network/template.h"
#include "studio/network/training_fit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::HasSubstr;
using Kind = NetworkProblemKind;

constexpr std::int64_t kPlenty = std::int64_t{1} << 40;

Surroundings with(const DataShapes& data, const std::string& loss, std::int64_t memory = kPlenty) {
    Surroundings surroundings{data, {}, memory};
    surroundings.training.loss = loss;
    return surroundings;
}

/// Every fix of a problem does away with it, and with nothing but it.
void expectFixesHelp(const Network& network, const Surroundings& surroundings,
                     const NetworkProblem& problem) {
    EXPECT_FALSE(problem.fixes.empty()) << problem.sentence;
    for (const Fix& fix : problem.fixes) {
        Surroundings after = surroundings;
        if (const auto training = trainingAfter(surroundings.training, fix))
            after.training = *training;
        EXPECT_TRUE(problemsOf(analyse(applyFix(network, fix), after), problem.kind).empty())
            << problem.sentence << " / " << fix.label;
    }
}

TEST(TrainingFit, SettingsThatAFileHasAndNobodyCanSetAreTold) {
    TestDrawing drawing;
    drawing.dense(2, {drawing.input({2})});
    for (const TrainingSetting& setting : trainingTable()) {
        const Field& field = setting.field;
        if (field.type == FieldType::Boolean)
            continue; // Yes or no is all that there is.
        Surroundings surroundings = with({{2}, 2, "Spiral"}, "auto", 0);
        const FieldValue outside = field.type == FieldType::Choice ? FieldValue(std::string("colour"))
                                   : field.type == FieldType::Real
                                       ? FieldValue(2 * field.maximum)
                                       : FieldValue(std::int64_t(2 * field.maximum));
        setTrainingField(surroundings.training, field.name, outside);
        const Analysis analysis = analyse(drawing.network, surroundings);
        const auto found = problemsOf(analysis, Kind::SettingOutOfRange);
        ASSERT_EQ(found.size(), 1U) << field.name;
        EXPECT_FALSE(analysis.runnable());
        EXPECT_THAT(found[0].sentence, HasSubstr(field.label));
        expectFixesHelp(drawing.network, surroundings, found[0]);
    }
}

TEST(TrainingFit, EveryLossEitherSuitsOrIsSaidNotTo) {
    const std::vector<DataShapes> kinds{
        {{2}, 2, "Spiral"}, {{2}, 10, "Ten"}, {{2}, 1, "Curve", false}, {{2}, 3, "Curves", false}};
    int unfit = 0;
    for (const LossType& loss : lossTypes())
        for (const DataShapes& data : kinds)
            for (const std::int64_t outputs : {std::int64_t{1}, data.outputs}) {
                TestDrawing drawing;
                drawing.dense(outputs, {drawing.input({2})});
                const Surroundings surroundings = with(data, loss.name);
                const Analysis analysis = analyse(drawing.network, surroundings);
                if (!problemsOf(analysis, Kind::OutputCount).empty())
                    continue;
                const bool suits = loss.check(data.classes ? TargetForm::Classes : TargetForm::Values,
                                              data.classes ? data.outputs : 0, outputs)
                                       .has_value();
                const auto found = problemsOf(analysis, Kind::LossMismatch);
                ASSERT_EQ(found.size(), suits ? 0U : 1U) << loss.name << " on " << data.dataName;
                if (suits)
                    continue;
                ++unfit;
                EXPECT_FALSE(analysis.runnable());
                EXPECT_EQ(found[0].layer, analysis.output);
                expectFixesHelp(drawing.network, surroundings, found[0]);
            }
    EXPECT_GT(unfit, 5);
}

TEST(TrainingFit, CrossEntropyForNumbersNamesTheLossThatSuits) {
    TestDrawing drawing;
    drawing.dense(1, {drawing.input({2})});
    const Surroundings surroundings = with({{2}, 1, "Curve", false}, "cross_entropy");
    const auto found = problemsOf(analyse(drawing.network, surroundings), Kind::LossMismatch);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].sentence, HasSubstr("Cross-entropy needs classes"));
    EXPECT_EQ(found[0].fixes.front().label, "Set the loss to Mean squared error");
}

TEST(TrainingFit, AHingeOnSharesIsAWarning) {
    TestDrawing drawing;
    drawing.put("dense", {{"units", std::int64_t{10}}, {"activation", std::string("softmax")}},
                {drawing.input({2})}, "Last");
    const Surroundings surroundings = with({{2}, 10, "Ten"}, "hinge");
    const auto found = problemsOf(analyse(drawing.network, surroundings), Kind::LossMismatch);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_THAT(found[0].sentence, HasSubstr("Last ends in softmax"));
    expectFixesHelp(drawing.network, surroundings, found[0]);
}

TEST(TrainingFit, TheAutomaticLossAlwaysSuits) {
    for (const NetworkTemplate& source : networkTemplates()) {
        Surroundings surroundings{std::nullopt, source.training, kPlenty};
        surroundings.training.loss = "auto";
        EXPECT_TRUE(problemsOf(analyse(source.make(), surroundings), Kind::LossMismatch).empty());
    }
}

TEST(TrainingFit, TooLargeBatchesAreMadeSmaller) {
    TestDrawing drawing;
    drawing.dense(10,
                  {drawing.put("flatten", {}, {drawing.convolution(64, 3, {drawing.input({28, 28, 1})})})});
    Surroundings surroundings = with({{28, 28, 1}, 10, "Digits"}, "auto");
    surroundings.training.batchSize = 4096;
    const Analysis plenty = analyse(drawing.network, surroundings);
    EXPECT_TRUE(problemsOf(plenty, Kind::TooMuchMemory).empty());
    surroundings.memory = trainingMemory(drawing.network, plenty, 4096) - 1;
    const auto found = problemsOf(analyse(drawing.network, surroundings), Kind::TooMuchMemory);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].sentence, HasSubstr("batches of 4096"));
    EXPECT_EQ(found[0].fixes.front().label, "Set the batch size to 2048");
    EXPECT_EQ(trainingAfter(surroundings.training, found[0].fixes.front())->batchSize, 2048);
}

TEST(TrainingFit, WhatNoBatchSizeHelpsNamesTheLayer) {
    TestDrawing drawing;
    drawing.dense(60'000, {drawing.input({2})});
    Surroundings surroundings = with({{2}, 60'000, "Many"}, "auto", 1'000'000);
    const auto found = problemsOf(analyse(drawing.network, surroundings), Kind::TooMuchMemory);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].layer, LayerId{2});
    ASSERT_EQ(found[0].fixes.size(), 1U);
    EXPECT_EQ(found[0].fixes.front().label, "Remove b");
}

TEST(TrainingFit, MemoryGrowsWithTheBatchAndTheNetworkAndNeverOverflows) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        RandomStream random(seed);
        const Network network = randomDrawing(random);
        const Analysis analysis = analyse(network);
        std::int64_t before = 0;
        for (const std::int64_t batch : {std::int64_t{1}, std::int64_t{32}, std::int64_t{1} << 40}) {
            const std::int64_t now = trainingMemory(network, analysis, batch);
            EXPECT_GE(now, before);
            before = now;
        }
    }
    EXPECT_GT(usableMemory(), 0);
}

TEST(TrainingFit, OfADevicesMemoryFourFifthsAreUsedAndNoMoreThanAProgramIsPlannedFor) {
    EXPECT_EQ(usableMemory(1'000'000'000), 800'000'000);
    EXPECT_EQ(usableMemory(std::int64_t{1} << 40), std::int64_t{8} << 30);
    EXPECT_EQ(usableMemory(0), 0);
}

TEST(TrainingFit, AFixOfTheNetworkLeavesTheTraining) {
    EXPECT_FALSE(trainingAfter({}, Fix{"x", Fix::RemoveLayer{LayerId{1}}}).has_value());
    EXPECT_FALSE(trainingAfter({}, Fix{"x", Fix::SetTraining{"loss", std::string("auto")}}).has_value())
        << "it is so already";
}

} // namespace
} // namespace protomind
