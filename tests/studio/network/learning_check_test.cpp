// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/split.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"
#include "studio/network/drawing.h"
#include "studio/network/learning_check.h"
#include "studio/network/template.h"
#include "studio/network/training_fit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::HasSubstr;
using Kind = NetworkProblemKind;

const std::string kSigmoid = "sigmoid";
const std::string kSoftmax = "softmax";

DataShapes classes(Shape sample, std::int64_t count, std::int64_t samples = 0) {
    DataShapes data{std::move(sample), count, "Spiral"};
    data.samples = samples;
    return data;
}

DataShapes values(std::int64_t count, double lowest, double highest) {
    DataShapes data{{2}, count, "Curve", false};
    data.targets = DataShapes::Range{lowest, highest};
    return data;
}

LayerId activated(TestDrawing& drawing, std::int64_t units, const std::string& activation, LayerId from) {
    return drawing.put("dense", {{"units", units}, {"activation", activation}}, {from});
}

/// The one problem of a kind; every way out that it offers does away with it.
NetworkProblem theProblem(const Network& network, const Surroundings& surroundings, Kind kind) {
    const auto found = problemsOf(analyse(network, surroundings), kind);
    EXPECT_EQ(found.size(), 1U);
    if (found.empty())
        return {};
    EXPECT_FALSE(found[0].fixes.empty()) << found[0].sentence;
    for (const Fix& fix : found[0].fixes) {
        Surroundings after = surroundings;
        if (const auto training = trainingAfter(surroundings.training, fix))
            after.training = *training;
        EXPECT_TRUE(problemsOf(analyse(applyFix(network, fix), after), kind).empty())
            << found[0].sentence << " / " << fix.label;
    }
    return found[0];
}

void expectNone(const Network& network, const Surroundings& surroundings, Kind kind) {
    for (const NetworkProblem& problem : problemsOf(analyse(network, surroundings), kind))
        ADD_FAILURE() << problem.sentence;
}

Surroundings with(DataShapes data, TrainingSettings training = {}) {
    return {std::move(data), std::move(training)};
}

TEST(LearningCheck, WhateverLiesBetweenASigmoidTwiceIsSaid) {
    const std::vector<std::pair<std::string, Settings>> between{
        {"flatten", {}},
        {"reshape", {{"shape", std::vector<std::int64_t>{1}}}},
        {"dropout", {}},
        {"activation", {{"function", std::string("linear")}}}};
    for (const auto& [type, settings] : between) {
        TestDrawing drawing;
        const LayerId neuron = activated(drawing, 1, kSigmoid, drawing.input({2}));
        drawing.put(type, settings, {drawing.put(type, settings, {neuron})});
        const NetworkProblem problem = theProblem(drawing.network, with(classes({2}, 2)), Kind::AppliedTwice);
        EXPECT_EQ(problem.layer, neuron) << type;
        EXPECT_THAT(problem.sentence, HasSubstr("Binary cross-entropy")) << type;
        EXPECT_EQ(problem.severity, Severity::Warning);
    }
}

TEST(LearningCheck, ASoftmaxBeforeTheLossIsSaidOnceAndASingleOneNot) {
    TestDrawing drawing;
    const LayerId last = activated(drawing, 3, kSoftmax, drawing.input({2}));
    const Surroundings surroundings = with(classes({2}, 3));
    EXPECT_TRUE(analyse(drawing.network, surroundings).problems.empty()) << "the loss sees through it";
    drawing.put("flatten", {}, {last});
    theProblem(drawing.network, surroundings, Kind::AppliedTwice);
    EXPECT_EQ(analyse(drawing.network, surroundings).problems.size(), 1U);
    Surroundings squares = surroundings;
    squares.training.loss = "mean_squared_error";
    EXPECT_TRUE(analyse(drawing.network, squares).problems.empty()) << "this loss makes no probabilities";
}

TEST(LearningCheck, ProbabilitiesOfProbabilitiesAreSaidWithoutAnyData) {
    for (const std::string& first : {kSigmoid, kSoftmax})
        for (const std::string& again : {kSigmoid, kSoftmax}) {
            TestDrawing drawing;
            const LayerId dense = activated(drawing, 3, first, drawing.input({2}));
            drawing.put("activation", {{"function", again}}, {drawing.put("dropout", {}, {dense})});
            const NetworkProblem problem = theProblem(drawing.network, {}, Kind::AppliedTwice);
            EXPECT_EQ(problem.layer, dense);
            EXPECT_EQ(analyse(drawing.network).problems.size(), 1U) << first << again;
        }
}

TEST(LearningCheck, ABendBehindWhichOnlyAFlattenLiesIsStillTheLast) {
    TestDrawing drawing;
    const LayerId dense = activated(drawing, 3, "relu", drawing.input({2}));
    drawing.put("flatten", {}, {dense});
    EXPECT_EQ(theProblem(drawing.network, with(classes({2}, 3)), Kind::LastActivation).layer, dense);
}

TEST(LearningCheck, BatchNormalisationOfOneSampleIsSaid) {
    TestDrawing drawing;
    const LayerId norm = drawing.put("batch_norm", {}, {drawing.dense(4, {drawing.input({2})})});
    activated(drawing, 2, kSoftmax, norm);
    TrainingSettings training;
    training.batchSize = 1;
    const NetworkProblem problem =
        theProblem(drawing.network, with(classes({2}, 2, 100), training), Kind::NothingToNormalise);
    EXPECT_EQ(problem.layer, norm);
    EXPECT_THAT(problem.sentence, HasSubstr("a batch is a single sample"));
    EXPECT_THAT(problem.fixes.front().label, HasSubstr("Set the batch size to"));
    theProblem(drawing.network, with(classes({2}, 2), training), Kind::NothingToNormalise);
    training.batchSize = 2;
    expectNone(drawing.network, with(classes({2}, 2, 100), training), Kind::NothingToNormalise);
}

TEST(LearningCheck, ALastBatchOfOneSampleIsSaidAndEveryOtherRestIsNot) {
    TestDrawing drawing;
    const LayerId norm = drawing.put("batch_norm", {}, {drawing.dense(4, {drawing.input({2})})});
    activated(drawing, 2, kSoftmax, drawing.put("batch_norm", {}, {norm}));
    for (std::int64_t samples = 2; samples < 140; ++samples)
        for (const double aside : {0.0, 0.1}) {
            TrainingSettings training;
            training.validation = aside;
            const std::int64_t learned = samples - samplesKeptAside(samples, aside);
            const Surroundings surroundings = with(classes({2}, 2, samples), training);
            if (learned > training.batchSize && learned % training.batchSize == 1)
                EXPECT_THAT(theProblem(drawing.network, surroundings, Kind::NothingToNormalise).sentence,
                            HasSubstr("a last batch of a single sample"));
            else
                expectNone(drawing.network, surroundings, Kind::NothingToNormalise);
        }
}

TEST(LearningCheck, KnowsWhetherASingleSampleCanBeNormalised) {
    TestDrawing points;
    const LayerId norm = points.put("batch_norm", {}, {points.dense(4, {points.input({2})})});
    points.dense(2, {norm});
    EXPECT_EQ(normalisesOnlyBatches(points.network, analyse(points.network)), norm);
    TestDrawing other;
    other.dense(2, {other.put("layer_norm", {}, {other.dense(4, {other.input({2})})})});
    EXPECT_FALSE(normalisesOnlyBatches(other.network, analyse(other.network)));
}

TEST(LearningCheck, ImagesGiveASpreadOfTheirOwn) {
    TestDrawing drawing;
    const LayerId norm =
        drawing.put("batch_norm", {}, {drawing.convolution(4, 3, {drawing.input({8, 8, 1})})});
    drawing.dense(2, {drawing.put("flatten", {}, {norm})});
    TrainingSettings training;
    training.batchSize = 1;
    expectNone(drawing.network, with(classes({8, 8, 1}, 2, 100), training), Kind::NothingToNormalise);
}

TEST(LearningCheck, NormalisingASingleNumberIsSaidWhateverTheBatch) {
    for (const std::string type : {"layer_norm", "group_norm", "instance_norm"}) {
        TestDrawing drawing;
        const bool alone = type == "layer_norm";
        const LayerId before = alone ? drawing.dense(1, {drawing.input({2})})
                                     : drawing.convolution(4, 8, {drawing.input({8, 8, 1})});
        const LayerId norm = drawing.put(type, {}, {before});
        drawing.dense(2, {drawing.put("flatten", {}, {norm})});
        const Shape sample = alone ? Shape{2} : Shape{8, 8, 1};
        EXPECT_EQ(theProblem(drawing.network, with(classes(sample, 2, 100)), Kind::NothingToNormalise).layer,
                  norm)
            << type;
    }
}

TEST(LearningCheck, ALearningRateOfNothingOrFarOffIsSaidForEveryOptimiser) {
    TestDrawing drawing;
    drawing.dense(2, {drawing.input({2})});
    for (const OptimizerType& optimizer : optimizerTypes()) {
        TrainingSettings training;
        training.optimizer = optimizer.name;
        for (const double rate : {0.0, 1000.0, 1e-12}) {
            training.learningRate = rate;
            const NetworkProblem problem =
                theProblem(drawing.network, with(classes({2}, 2), training), Kind::LearningRate);
            EXPECT_THAT(problem.sentence, HasSubstr("The learning rate is")) << optimizer.name << rate;
        }
        for (const double times : {0.001, 1.0, 100.0}) {
            training.learningRate = times * optimizer.defaultLearningRate;
            expectNone(drawing.network, with(classes({2}, 2), training), Kind::LearningRate);
        }
    }
}

TEST(LearningCheck, AScheduleThatFadesBeforeTheEndIsSaid) {
    TestDrawing drawing;
    drawing.dense(2, {drawing.input({2})});
    TrainingSettings training;
    training.schedule = "step";
    training.scheduleSettings = {{"every", std::int64_t{2}}, {"factor", 0.1}};
    training.epochs = 14;
    expectNone(drawing.network, with(classes({2}, 2), training), Kind::FadingSchedule);
    training.epochs = 20;
    const NetworkProblem problem =
        theProblem(drawing.network, with(classes({2}, 2), training), Kind::FadingSchedule);
    EXPECT_THAT(problem.sentence, HasSubstr("after epoch 14 of 20"));
}

TEST(LearningCheck, AScheduleThatBeganAgainFadesSoManyEpochsLater) {
    TestDrawing drawing;
    drawing.dense(2, {drawing.input({2})});
    TrainingSettings training;
    training.schedule = "step";
    training.scheduleSettings = {{"every", std::int64_t{2}}, {"factor", 0.1}, {"begins", std::int64_t{30}}};
    training.epochs = 20;
    EXPECT_THAT(theProblem(drawing.network, with(classes({2}, 2), training), Kind::FadingSchedule).sentence,
                HasSubstr("begun again after epoch 30, leaves less than a millionth of the learning rate "
                          "after epoch 44 of 50"));
}

TEST(LearningCheck, PenaltiesThatUndoAllLearningAreSaid) {
    TestDrawing drawing;
    drawing.dense(2, {drawing.input({2})});
    TrainingSettings training;
    training.optimizer = "sgd";
    training.learningRate = 0.1;
    training.l2 = 10;
    theProblem(drawing.network, with(classes({2}, 2), training), Kind::Penalty);
    training.l2 = 1;
    training.l1 = 10;
    theProblem(drawing.network, with(classes({2}, 2), training), Kind::Penalty);
    training.l1 = 0.01;
    expectNone(drawing.network, with(classes({2}, 2), training), Kind::Penalty);
}

TEST(LearningCheck, ANetworkWithoutWeightsHasNothingToLearn) {
    TestDrawing drawing;
    drawing.put("flatten", {}, {drawing.input({2, 1})});
    theProblem(drawing.network, with(classes({2, 1}, 2)), Kind::NothingToLearn);
}

TEST(LearningCheck, ZerosThatNoStepCanMoveAreSaid) {
    const Settings zeros{{"units", std::int64_t{2}}, {"initialiser", std::string("zeros")}};
    Settings bent = zeros;
    bent["activation"] = std::string("relu");
    TestDrawing relu;
    relu.dense(2, {relu.put("dense", bent, {relu.input({2})})});
    EXPECT_EQ(theProblem(relu.network, with(classes({2}, 2)), Kind::StuckAtZero).layer, LayerId{2});
    TestDrawing row;
    row.put("dense", zeros, {row.put("dense", zeros, {row.input({2})})});
    EXPECT_EQ(theProblem(row.network, with(classes({2}, 2)), Kind::StuckAtZero).layer, LayerId{3});
    TestDrawing single;
    single.put("dense", zeros, {single.dense(4, {single.input({2})})});
    expectNone(single.network, with(classes({2}, 2)), Kind::StuckAtZero);
}

TEST(LearningCheck, SamplesThatAllHaveTheSameAnswerAreSaid) {
    TestDrawing drawing;
    drawing.dense(2, {drawing.input({2})});
    const auto sentence = [&](const std::string& points) {
        const auto data = openData("points?data=" + points, 7);
        const auto found =
            problemsOf(analyse(drawing.network, Surroundings{dataShapesOf(*data), {}}), Kind::SameAnswer);
        return found.empty() ? std::string() : found.front().sentence.text();
    };
    EXPECT_THAT(sentence("0,0,1;1,1,1;2,0,1"), HasSubstr("are of class B"));
    EXPECT_EQ(sentence("0,0,1;1,1,1;2,0,0"), "");
    EXPECT_EQ(sentence("0,0,1"), "") << "a single sample is no evidence";

    TestDrawing line;
    line.dense(1, {line.input({2})});
    const auto constant = [&](double lowest, double highest) {
        DataShapes data = values(1, lowest, highest);
        data.samples = 8;
        return problemsOf(analyse(line.network, with(data)), Kind::SameAnswer);
    };
    ASSERT_EQ(constant(3, 3).size(), 1U);
    EXPECT_THAT(constant(3, 3).front().sentence, HasSubstr("All values to learn are 3"));
    EXPECT_TRUE(constant(3, 4).empty());
}

TEST(LearningCheck, AShareOfLessThanOneSampleIsSaid) {
    TestDrawing drawing;
    drawing.dense(2, {drawing.input({2})});
    TrainingSettings training;
    training.validation = 0.001;
    EXPECT_THAT(
        theProblem(drawing.network, with(classes({2}, 2, 400), training), Kind::NothingKeptAside).sentence,
        HasSubstr("less than one of 400 samples"));
    expectNone(drawing.network, with(classes({2}, 2, 1000), training), Kind::NothingKeptAside);
    training.validation = 0;
    expectNone(drawing.network, with(classes({2}, 2, 400), training), Kind::NothingKeptAside);
}

TEST(LearningCheck, ALossForProbabilitiesRefusesOtherValues) {
    TestDrawing drawing;
    drawing.dense(1, {drawing.input({2})});
    TrainingSettings training;
    training.loss = "binary_cross_entropy";
    const NetworkProblem problem =
        theProblem(drawing.network, with(values(1, -2, 7), training), Kind::LossMismatch);
    EXPECT_EQ(problem.severity, Severity::Error);
    EXPECT_THAT(problem.sentence, HasSubstr("from -2 to 7"));
    expectNone(drawing.network, with(values(1, 0, 1), training), Kind::LossMismatch);
    // As floats that were divided give them.
    expectNone(drawing.network, with(values(1, -1e-7, 1.0000001), training), Kind::LossMismatch);
    theProblem(drawing.network, with(values(1, 0, 1.001), training), Kind::LossMismatch);
}

TEST(LearningCheck, ValuesThatTheLastActivationCannotGiveAreSaid) {
    const std::vector<std::pair<std::string, DataShapes>> off{{kSigmoid, values(1, 0, 3)},
                                                              {kSigmoid, values(1, -1, 1)},
                                                              {"tanh", values(1, 0, 3)},
                                                              {"relu", values(1, -1, 3)}};
    const std::vector<std::pair<std::string, DataShapes>> fine{{kSigmoid, values(1, 0, 1)},
                                                               {"tanh", values(1, -1, 1)},
                                                               {"relu", values(1, 0, 9)},
                                                               {"linear", values(1, -9, 9)}};
    for (const bool flattened : {false, true}) {
        const auto drawn = [&](const std::string& activation) {
            TestDrawing drawing;
            const LayerId dense = activated(drawing, 1, activation, drawing.input({2}));
            if (flattened)
                drawing.put("flatten", {}, {dense});
            return drawing.network;
        };
        for (const auto& [activation, data] : off)
            EXPECT_THAT(theProblem(drawn(activation), with(data), Kind::LastActivation).sentence,
                        HasSubstr("but the values of Curve go from"));
        for (const auto& [activation, data] : fine)
            expectNone(drawn(activation), with(data), Kind::LastActivation);
    }
}

TEST(LearningCheck, NoTemplateIsWarnedOf) {
    for (const NetworkTemplate& source : networkTemplates()) {
        const auto data = openData(source.data, source.training.seed);
        ASSERT_TRUE(data);
        for (const NetworkProblem& problem :
             analyse(source.make(), Surroundings{dataShapesOf(*data), source.training}).problems)
            ADD_FAILURE() << source.name << ": " << problem.sentence;
    }
}

} // namespace
} // namespace protomind
