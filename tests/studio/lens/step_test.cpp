// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/step_bench.h"
#include "studio/network/lowering.h"
#include "studio/network/players.h"
#include "studio/network/template.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Model smallModel() {
    return chain({2}, {{"dense", {{"units", std::int64_t{3}}, {"activation", std::string("tanh")}}},
                       {"batch_norm", {}},
                       {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}}}});
}

std::vector<std::string> symbolsOf(const LensFollowedWeight& weight) {
    std::vector<std::string> symbols;
    for (const LensStepTerm& term : weight.terms)
        symbols.push_back(term.symbol);
    return symbols;
}

const LensStepTerm& termOf(const LensFollowedWeight& weight, const std::string& symbol) {
    const auto found = std::ranges::find(weight.terms, symbol, &LensStepTerm::symbol);
    if (found == weight.terms.end())
        throw std::runtime_error("no term " + symbol);
    return *found;
}

TEST(StepLensTest, TheNextStepOfEveryTemplateIsTakenApart) {
    for (const NetworkTemplate& source : networkTemplates()) {
        SCOPED_TRACE(source.name);
        if (playersOf(source.make()).two())
            continue; // their steps compare no answer with a target
        StepBench bench(lower(source.make()).value(), openData(source.data, source.training.seed).value(),
                        source.training);
        const auto result = bench.look();
        ASSERT_TRUE(result) << result.error().text();
        const Model& model = bench.trainer().model();
        const std::vector<Shape> shapes = layerShapes(model);
        const LensTrainingStep& step = result->trainingSteps.at(0);
        ASSERT_EQ(step.layers.size(), shapes.size());
        VariableValues before;
        bench.trainer().variables().read(before);
        const auto figures = bench.trainer().step();
        ASSERT_TRUE(figures);
        EXPECT_EQ(step.loss, figures->loss);
        EXPECT_EQ(step.penalty, figures->penalty);
        EXPECT_EQ(std::ssize(step.batch), figures->samples);
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            const LensLayerPass& layer = step.layers[i];
            SCOPED_TRACE(layer.layer);
            EXPECT_EQ(layer.output.shape, shapes[i]);
            EXPECT_EQ(layer.outputGradient.shape, shapes[i]);
            ASSERT_EQ(layer.passedOn.size(), model.layers[i].inputs.size());
            for (std::size_t port = 0; port < layer.passedOn.size(); ++port) {
                const auto from = static_cast<std::size_t>(model.layers[i].inputs[port]);
                EXPECT_EQ(layer.passedOn[port].name, model.layers[from].name);
                EXPECT_EQ(layer.passedOn[port].numbers.shape, shapes[from]);
            }
            for (const LensWeightPass& weight : layer.weights) {
                EXPECT_EQ(weight.before, before.at(weight.variable));
                EXPECT_EQ(weight.after, read(*bench.trainer().variables().buffer(weight.variable)));
            }
        }
        EXPECT_TRUE(std::ranges::any_of(step.layers.front().outputGradient.values, [](float value) {
            return value != 0;
        })) << "it reaches the samples";
    }
}

TEST(StepLensTest, TellsTheStepInNumberedSentences) {
    StepBench bench(smallModel(), somePoints(), plainSettings());
    const LensResult result = bench.look({{"place", std::int64_t{2}}}).value();
    const LensTrainingStep& step = result.trainingSteps.at(0);
    ASSERT_EQ(result.sentences.size(), 11u);
    EXPECT_THAT(result.sentences[0].text(), HasSubstr("1. The batch: 4 of 20 training samples."));
    EXPECT_THAT(result.sentences[0].text(),
                HasSubstr("The one at place 2 is followed: " + step.target.text()));
    EXPECT_THAT(result.sentences[1].text(), HasSubstr("2. dense gives 3 numbers, from "));
    EXPECT_THAT(result.sentences[4].text(), HasSubstr("5. The loss is "));
    EXPECT_THAT(result.sentences[5].text(), HasSubstr("6. Back through dense 2: "));
    EXPECT_THAT(result.sentences[7].text(), HasSubstr("8. Back through dense: "));
    EXPECT_THAT(result.sentences[8].text(), HasSubstr("9. What the followed sample adds to the gradient of " +
                                                      step.weight.variable + "["));
    EXPECT_THAT(result.sentences[9].text(), HasSubstr("10. Adam: " + step.weight.variable + "["));
    EXPECT_EQ(figureNamed(result, "loss"), step.loss);
    EXPECT_EQ(step.target, step.batch[2] % 2 == 0 ? "a" : "b");
    EXPECT_EQ(result.step, 0);
    ASSERT_TRUE(bench.trainer().step());
    EXPECT_EQ(bench.look().value().step, 1);
    ASSERT_EQ(result.tables.size(), 2u);
    EXPECT_THAT(result.tables[0].rows, ElementsAre("dense", "batch_norm", "dense 2"));
    EXPECT_EQ(result.tables[1].rows.size(), step.weight.terms.size());
}

TEST(StepLensTest, FollowsTheWeightThatChangesMost) {
    StepBench bench(smallModel(), somePoints(), plainSettings("sgd"));
    const LensTrainingStep step = bench.step();
    double most = 0;
    for (const LensLayerPass& layer : step.layers) {
        for (const LensWeightPass& weight : layer.weights) {
            for (std::size_t i = 0; !weight.gradient.values.empty() && i < weight.before.values.size(); ++i)
                most = std::max(most, std::abs(static_cast<double>(weight.after.values[i]) -
                                               static_cast<double>(weight.before.values[i])));
        }
    }
    EXPECT_GT(most, 0);
    const LensStepTerm& last = step.weight.terms.back();
    EXPECT_EQ(std::abs(*last.after - last.before), most);
}

TEST(StepLensTest, FollowsTheWeightThatIsChosen) {
    StepBench bench(smallModel(), somePoints(), plainSettings());
    const LensTrainingStep step =
        bench.step({{"weight", std::int64_t{0}}, {"at", std::vector<std::int64_t>{1, 2}}}, "dense");
    EXPECT_EQ(step.weight.variable, "dense/kernel");
    EXPECT_THAT(step.weight.at, ElementsAre(1, 2));
    EXPECT_EQ(step.weight.terms.back().before,
              static_cast<double>(step.layers[1].weights[0].before.values[5]));
    EXPECT_EQ(bench.step({{"weight", std::int64_t{1}}}, "dense 2").weight.variable, "dense 2/bias");
    EXPECT_THAT(bench.step({}, "dense").weight.variable, testing::StartsWith("dense/"));
    const auto refused = [&](const Settings& settings, const std::string& layer) {
        const auto result = bench.look(settings, layer);
        return result ? "nothing is wrong" : result.error().text();
    };
    EXPECT_THAT(refused({{"weight", std::int64_t{0}}}, ""), HasSubstr("layer"));
    EXPECT_THAT(refused({}, "input"), HasSubstr("no such weight"));
    EXPECT_THAT(refused({{"weight", std::int64_t{7}}}, "dense"), HasSubstr("no such weight"));
    EXPECT_THAT(refused({{"weight", std::int64_t{2}}}, "batch_norm"), HasSubstr("running_mean"));
    EXPECT_THAT(refused({{"weight", std::int64_t{0}}, {"at", std::vector<std::int64_t>{2, 0}}}, "dense"),
                HasSubstr("2 × 3"));
    EXPECT_THAT(refused({{"place", std::int64_t{4}}}, ""), HasSubstr("4 samples"));
}

TEST(StepLensTest, AdamsTermsMakeTheStep) {
    TrainingSettings settings = plainSettings();
    settings.l2 = 0.01;
    StepBench bench(smallModel(), somePoints(), settings);
    ASSERT_TRUE(bench.trainer().step());
    ASSERT_TRUE(bench.trainer().step());
    const LensFollowedWeight weight = bench.step({{"weight", std::int64_t{0}}}, "dense").weight;
    EXPECT_EQ(weight.optimizer, "Adam");
    EXPECT_EQ(weight.formula, findOptimizer("adam")->formula);
    EXPECT_THAT(symbolsOf(weight), ElementsAre(R"(\partial L / \partial w)", R"(\partial P / \partial w)",
                                               "g", R"(\eta)", R"(\beta_1)", "m", R"(\beta_2)", "v",
                                               R"(1 - \beta_1^t)", R"(1 - \beta_2^t)", R"(\epsilon)", "w"));
    const double g = termOf(weight, "g").before;
    const LensStepTerm& m = termOf(weight, "m");
    const LensStepTerm& v = termOf(weight, "v");
    EXPECT_NEAR(*m.after, 0.9 * m.before + 0.1 * g, 1e-7);
    EXPECT_NEAR(*v.after, 0.999 * v.before + 0.001 * g * g, 1e-8);
    const double mean = *m.after / *termOf(weight, R"(1 - \beta_1^t)").after;
    const double square = *v.after / *termOf(weight, R"(1 - \beta_2^t)").after;
    EXPECT_NEAR(*termOf(weight, R"(1 - \beta_1^t)").after, 1 - std::pow(0.9, 3), 1e-6) << "the third step";
    const LensStepTerm& w = weight.terms.back();
    EXPECT_NEAR(*w.after, w.before - 0.1 * mean / (std::sqrt(square) + 1e-8), 1e-5);
}

TEST(StepLensTest, EveryOptimisersTermsAreThere) {
    for (const OptimizerType& type : optimizerTypes()) {
        SCOPED_TRACE(type.name);
        TrainingSettings settings = plainSettings(type.name);
        StepBench plain(smallModel(), somePoints(), settings);
        for (const OptimizerTerm& term : type.terms) {
            if (term.name != "reach") {
                EXPECT_THAT(symbolsOf(plain.step().weight), testing::Contains(term.symbol));
            }
        }
        settings.l1 = 0.01;
        StepBench priced(smallModel(), somePoints(), settings);
        const LensFollowedWeight kernel = priced.step({{"weight", std::int64_t{0}}}, "dense").weight;
        EXPECT_EQ(termOf(kernel, R"(\lambda_1)").before, 0.01);
        for (const OptimizerTerm& term : type.terms)
            EXPECT_THAT(symbolsOf(kernel), testing::Contains(term.symbol));
        const LensFollowedWeight bias = priced.step({{"weight", std::int64_t{1}}}, "dense").weight;
        EXPECT_THAT(symbolsOf(bias), testing::Not(testing::Contains(R"(\lambda_1)")));
    }
}

TEST(StepLensTest, WithoutATrainingItSaysWhatIsMissing) {
    LensBench bench(smallModel());
    const auto noData = bench.look("step");
    ASSERT_FALSE(noData);
    EXPECT_FALSE(noData.error().remedy.empty());
    bench.setData(somePoints().training);
    const auto noTraining = bench.look("step");
    ASSERT_FALSE(noTraining);
    EXPECT_THAT(noTraining.error().text(), HasSubstr("no training"));
}

/// The parts of all samples of the batch are the gradient, whatever the layer and its activation.
TEST(StepLensTest, WhatEachSampleAddsIsTheGradient) {
    const std::vector<std::pair<std::string, Model>> networks{
        {"dense",
         chain({2}, {{"dense", {{"units", std::int64_t{3}}, {"activation", std::string("tanh")}}},
                     {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}}}})},
        {"sigmoid",
         chain({2}, {{"dense", {{"units", std::int64_t{3}}}},
                     {"dense", {{"units", std::int64_t{1}}, {"activation", std::string("sigmoid")}}}})},
        {"convolution", chain({2}, {{"reshape", {{"shape", std::vector<std::int64_t>{1, 2, 1}}}},
                                    {"convolution",
                                     {{"filters", std::int64_t{2}},
                                      {"kernel", std::vector<std::int64_t>{1, 2}},
                                      {"activation", std::string("relu")}}},
                                    {"flatten", {}},
                                    {"dense", {{"units", std::int64_t{2}}}}})},
        {"hidden softmax",
         chain({2}, {{"dense", {{"units", std::int64_t{3}}, {"activation", std::string("softmax")}}},
                     {"dense", {{"units", std::int64_t{2}}}}})},
        {"rnn", chain({2}, {{"reshape", {{"shape", std::vector<std::int64_t>{2, 1}}}},
                            {"rnn", {{"units", std::int64_t{3}}}},
                            {"dense", {{"units", std::int64_t{2}}}}})},
        {"lstm", chain({2}, {{"reshape", {{"shape", std::vector<std::int64_t>{2, 1}}}},
                             {"lstm", {{"units", std::int64_t{2}}}},
                             {"dense", {{"units", std::int64_t{2}}}}})},
    };
    for (const auto& [name, model] : networks) {
        TrainingSettings settings = plainSettings();
        settings.batchSize = 4;
        StepBench bench(model, somePoints(), settings);
        for (const ModelLayer& layer : model.layers) {
            const auto first = bench.step();
            const auto pass = std::ranges::find(first.layers, layer.name, &LensLayerPass::layer);
            for (std::size_t variable = 0; variable < pass->weights.size(); ++variable) {
                SCOPED_TRACE(name + " " + pass->weights[variable].variable);
                const HostArray& gradient = pass->weights[variable].gradient;
                const auto index = std::ssize(gradient.values) - 1;
                double sum = 0;
                for (std::int64_t place = 0; place < 4; ++place) {
                    const LensFollowedWeight weight =
                        bench
                            .step({{"place", place},
                                   {"weight", static_cast<std::int64_t>(variable)},
                                   {"at", coordinatesOf(gradient.shape, index)}},
                                  layer.name)
                            .weight;
                    sum += weight.share.value;
                    double shown = weight.share.foldedSum;
                    for (const LensTerm& term : weight.share.terms)
                        shown += term.value;
                    EXPECT_NEAR(shown, weight.share.value, 1e-12);
                }
                const auto whole = static_cast<double>(gradient.values[static_cast<std::size_t>(index)]);
                EXPECT_NEAR(sum, whole, 1e-5 * std::max(0.1, std::abs(whole)));
            }
        }
    }
}

/// Running statistics are of the whole batch: a sample alone does not tell.
TEST(StepLensTest, ALayerThatLooksAtTheBatchHasNoPartOfASample) {
    StepBench bench(chain({2}, {{"batch_norm", {}}, {"dense", {{"units", std::int64_t{2}}}}}), somePoints(),
                    plainSettings());
    const auto step =
        bench.step({{"weight", std::int64_t{0}}, {"at", std::vector<std::int64_t>{1}}}, "batch_norm");
    EXPECT_TRUE(step.weight.share.terms.empty());
    EXPECT_FALSE(step.weight.terms.empty());
}

} // namespace
} // namespace protomind
