// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/gradient.h"
#include "engine/graph/build.h"
#include "engine/graph/compositions.h"
#include "engine/nn/gradient_check.h"
#include "engine/nn/loss.h"
#include "engine/nn/metric.h"
#include "engine/nn/model.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/regulariser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace protomind {
namespace {

using Doubles = std::vector<double>;
using Sizes = std::vector<std::int64_t>;

FieldValue wholeNumber(std::int64_t number) {
    return number;
}
FieldValue chosen(const char* text) {
    return std::string(text);
}

ModelLayer layer(const char* name, const char* type, Settings settings, std::vector<int> inputs) {
    return {name, findLayerType(type), std::move(settings), std::move(inputs)};
}

/// Two inputs, a hidden layer, and what is given as the last layers.
Model smallModel(std::vector<ModelLayer> last) {
    Model model;
    model.layers = {
        layer("Input", "input", {{"shape", Sizes{2}}}, {}),
        layer("hidden", "dense", {{"units", wholeNumber(8)}, {"activation", chosen("tanh")}}, {0})};
    for (ModelLayer& one : last)
        model.layers.push_back(std::move(one));
    model.inputShape = {2};
    model.outputLayer = static_cast<int>(model.layers.size()) - 1;
    return model;
}

Model classifier(const char* activation, std::int64_t outputs = 2) {
    return smallModel(
        {layer("out", "dense", {{"units", wholeNumber(outputs)}, {"activation", chosen(activation)}}, {1})});
}

/// First values of all variables, as training would set them.
NamedValues initialValues(const std::vector<NetworkVariable>& variables) {
    NamedValues values;
    std::uint64_t stream = 0;
    for (const NetworkVariable& variable : variables) {
        Graph graph;
        values[variable.name] =
            valueOf(initialValue(graph, variable.node.shape(), variable.initialiser, 7, stream++), {});
    }
    return values;
}

TEST(Model, KnowsItsVariablesAndShapesWithoutBuildingThem) {
    const Model model = smallModel(
        {layer("norm", "batch_norm", {}, {1}), layer("out", "dense", {{"units", wholeNumber(3)}}, {2})});
    Graph graph;
    const BuiltModel built = buildModel(graph, model, 4, BuildMode::Training, 7);
    const std::vector<ModelVariable> known = modelVariables(model);
    ASSERT_EQ(known.size(), built.variables.size());
    for (std::size_t i = 0; i < known.size(); ++i) {
        EXPECT_EQ(known[i].name, built.variables[i].name);
        EXPECT_EQ(known[i].declared.shape(), built.variables[i].node.shape());
        EXPECT_EQ(known[i].declared.trainable, built.variables[i].trainable);
        EXPECT_TRUE(known[i].name.starts_with(model.layers[known[i].layer].name + "/"));
    }
    const std::vector<Shape> shapes = layerShapes(model);
    ASSERT_EQ(shapes.size(), built.layerOutputs.size());
    for (std::size_t i = 0; i < shapes.size(); ++i)
        EXPECT_EQ(shapes[i].prepended(4), built.layerOutputs[i].shape());
}

TEST(Model, NamesItsVariablesAfterItsLayers) {
    Graph graph;
    const BuiltModel built = buildModel(graph, classifier("softmax"), 4, BuildMode::Training, 7);
    std::vector<std::string> names;
    for (const NetworkVariable& variable : built.variables)
        names.push_back(variable.name);
    EXPECT_THAT(names, testing::ElementsAre("hidden/kernel", "hidden/bias", "out/kernel", "out/bias"));
    EXPECT_TRUE(built.variables[0].decayed);
    EXPECT_FALSE(built.variables[1].decayed);
    EXPECT_EQ(built.input.as<LeafAttributes>().name, "samples");
    EXPECT_EQ(built.input.shape(), (Shape{4, 2}));
    EXPECT_EQ(built.layerOutputs.size(), 3u);
    EXPECT_EQ(built.layerOutputs[0], built.input);
    EXPECT_EQ(built.layerOutputs[1].scope(), "hidden");
    EXPECT_EQ(built.output, built.layerOutputs[2]);
    EXPECT_EQ(graph.scope(), "");
}

TEST(Model, GivesLogitsBeforeAFinalSoftmaxOrSigmoid) {
    for (const auto& [activation, outputs] : {std::pair{"softmax", 3}, {"sigmoid", 1}}) {
        Graph graph;
        const BuiltModel built =
            buildModel(graph, classifier(activation, outputs), 4, BuildMode::Inference, 7);
        ASSERT_NE(built.logits, built.output) << activation;
        NamedValues values = initialValues(built.variables);
        values["samples"] = normalNumbers(8, 1);
        const Node again = outputs == 1 ? sigmoid(built.logits) : softmax(built.logits);
        EXPECT_EQ(valueOf(again, values), valueOf(built.output, values)) << activation;
    }
}

TEST(Model, GivesLogitsBeforeAFinalActivationLayer) {
    Graph graph;
    const Model model = smallModel({layer("out", "dense", {{"units", wholeNumber(3)}}, {1}),
                                    layer("soft", "activation", {{"function", chosen("softmax")}}, {2})});
    const BuiltModel built = buildModel(graph, model, 4, BuildMode::Inference, 7);
    EXPECT_EQ(built.logits, built.layerOutputs[2]);
    EXPECT_EQ(built.output, built.layerOutputs[3]);
}

TEST(Model, GivesTheOutputAsLogitsElsewhere) {
    for (const char* activation : {"linear", "tanh", "relu"}) {
        Graph graph;
        const BuiltModel built = buildModel(graph, classifier(activation), 4, BuildMode::Inference, 7);
        EXPECT_EQ(built.logits, built.output) << activation;
    }
    Graph graph;
    const Model model = smallModel({layer("bend", "activation", {{"function", chosen("relu")}}, {1})});
    const BuiltModel built = buildModel(graph, model, 4, BuildMode::Inference, 7);
    EXPECT_EQ(built.logits, built.output);
}

TEST(Model, FollowsWiresThatSkipLayers) {
    Graph graph;
    const Model model =
        smallModel({layer("second", "dense", {{"units", wholeNumber(8)}}, {1}),
                    layer("sum", "add", {}, {1, 2}), layer("both", "concatenate", {}, {0, 3})});
    const BuiltModel built = buildModel(graph, model, 2, BuildMode::Inference, 7);
    EXPECT_EQ(built.output.shape(), (Shape{2, 10}));
    NamedValues values = initialValues(built.variables);
    values["samples"] = {1, 2, 3, 4};
    const Doubles y = valueOf(built.output, values);
    const Doubles hidden = valueOf(built.layerOutputs[1], values);
    const Doubles second = valueOf(built.layerOutputs[2], values);
    EXPECT_EQ(y[0], 1);
    EXPECT_EQ(y[11], 4);
    EXPECT_NEAR(y[2], hidden[0] + second[0], 1e-12);
}

TEST(Model, UpdatesStatisticsInTrainingAlone) {
    const Model model = smallModel({layer("norm", "batch_norm", {}, {1}), layer("drop", "dropout", {}, {2})});
    Graph training;
    const BuiltModel trained = buildModel(training, model, 4, BuildMode::Training, 7);
    EXPECT_EQ(trained.updates.size(), 2u);
    EXPECT_NE(trained.layerOutputs[3], trained.layerOutputs[2]);
    Graph inference;
    const BuiltModel inferred = buildModel(inference, model, 4, BuildMode::Inference, 7);
    EXPECT_TRUE(inferred.updates.empty());
    EXPECT_EQ(inferred.variables.size(), trained.variables.size());
    EXPECT_EQ(inferred.layerOutputs[3], inferred.layerOutputs[2]);
}

TEST(Model, RefusesLayersThatComeTooEarly) {
    Model model = classifier("softmax");
    std::swap(model.layers[1], model.layers[2]);
    model.layers[1].inputs = {2};
    Graph graph;
    EXPECT_THROW((void)buildModel(graph, model, 1, BuildMode::Inference, 7), std::logic_error);
}

TEST(Model, HasRightGradientsFromLossToWeights) {
    Graph graph;
    const BuiltModel built = buildModel(graph, classifier("softmax", 3), 4, BuildMode::Training, 7);
    const Node labels = input(graph, "labels", {4});
    const Node penalty = weightPenalty(graph, built.variables, 0.01, 0.02);
    const Node loss = lossOf(*findLoss("cross_entropy"), built, labels, TargetForm::Classes) + penalty;
    NamedValues values = initialValues(built.variables);
    values["samples"] = normalNumbers(8, 1);
    values["labels"] = {0, 2, 1, 0};
    std::vector<Node> weights;
    for (const NetworkVariable& variable : built.variables)
        weights.push_back(variable.node);
    EXPECT_EQ(gradientMismatch(loss, weights, values), "");
}

TEST(LossOf, TakesLogitsOrOutputAsTheLossNeeds) {
    Graph graph;
    const BuiltModel built = buildModel(graph, classifier("softmax", 3), 2, BuildMode::Inference, 7);
    const Node labels = input(graph, "labels", {2});
    NamedValues values = initialValues(built.variables);
    values["samples"] = {1, -2, 0.5, 3};
    values["labels"] = {0, 2};
    const Doubles p = valueOf(built.output, values);
    const double crossEntropy =
        valueOf(lossOf(*findLoss("cross_entropy"), built, labels, TargetForm::Classes), values)[0];
    EXPECT_NEAR(crossEntropy, -(std::log(p[0]) + std::log(p[5])) / 2, 1e-6);
    double squared = 0;
    for (std::size_t i = 0; i < 6; ++i)
        squared += std::pow(p[i] - (i == 0 || i == 5 ? 1 : 0), 2) / 6;
    EXPECT_NEAR(
        valueOf(lossOf(*findLoss("mean_squared_error"), built, labels, TargetForm::Classes), values)[0],
        squared, 1e-6);
}

/// Trains on exclusive or, which no straight line can divide; returns the accuracy in the end.
double trainedAccuracy(const char* optimizer, const char* lossName, const Model& model, double learningRate) {
    Graph graph;
    const BuiltModel built = buildModel(graph, model, 4, BuildMode::Training, 7);
    const Node labels = input(graph, "labels", {4});
    const LossType& lossType = *findLoss(lossName);
    const Node loss = lossOf(lossType, built, labels, TargetForm::Classes);
    const Node rate = input(graph, "rate", Shape());
    std::vector<Node> weights;
    for (const NetworkVariable& variable : built.variables)
        weights.push_back(variable.node);
    OptimizerBuilder builder(graph, rate);
    buildOptimizer(builder, *findOptimizer(optimizer), {}, built.variables, gradient(loss, weights));
    NamedValues values = initialValues(built.variables);
    values.merge(initialValues(builder.variables()));
    values["samples"] = {0, 0, 0, 1, 1, 0, 1, 1};
    values["labels"] = {0, 1, 1, 0};
    values["rate"] = {learningRate};
    std::vector<Node> next;
    for (const auto& update : builder.updates())
        next.push_back(update.value);
    for (std::uint64_t step = 0; step < 400; ++step) {
        const std::vector<Doubles> after = evaluate(next, values, step);
        for (std::size_t i = 0; i < after.size(); ++i)
            values[builder.updates()[i].variable.as<LeafAttributes>().name] = after[i];
    }
    return valueOf(accuracy(lossType, built, labels), values)[0];
}

TEST(Model, LearnsExclusiveOrWithEveryOptimizer) {
    const std::map<std::string, double> rates{{"sgd", 0.5},      {"momentum", 0.1}, {"nesterov", 0.1},
                                              {"rmsprop", 0.02}, {"adam", 0.05},    {"adamw", 0.05}};
    for (const OptimizerType& type : optimizerTypes())
        EXPECT_EQ(
            trainedAccuracy(type.name.c_str(), "cross_entropy", classifier("softmax"), rates.at(type.name)),
            1.0)
            << type.name;
}

TEST(Model, LearnsExclusiveOrWithEveryLoss) {
    for (const LossType& loss : lossTypes()) {
        if (loss.check(TargetForm::Classes, 2, 1)) {
            EXPECT_EQ(trainedAccuracy("adam", loss.name.c_str(), classifier("sigmoid", 1), 0.05), 1.0)
                << loss.name;
            EXPECT_EQ(trainedAccuracy("adam", loss.name.c_str(), classifier("linear", 1), 0.05), 1.0)
                << loss.name;
        }
        if (loss.check(TargetForm::Classes, 2, 2)) {
            EXPECT_EQ(trainedAccuracy("adam", loss.name.c_str(), classifier("softmax", 2), 0.05), 1.0)
                << loss.name;
            EXPECT_EQ(trainedAccuracy("adam", loss.name.c_str(), classifier("linear", 2), 0.05), 1.0)
                << loss.name;
        }
    }
}

} // namespace
} // namespace protomind
