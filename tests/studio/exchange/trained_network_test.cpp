// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/trained_network.h"
#include "studio/network/template.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "networks/random_network.h"

namespace protomind {
namespace {

ProjectContent projectOf(const char* name) {
    const NetworkTemplate& found = *findTemplate(name);
    ProjectContent project;
    project.experiment = {.network = found.make(), .data = found.data, .training = found.training};
    return project;
}

TEST(TrainedNetwork, OfATemplateHasFirstWeightsAndTestSamples) {
    const auto network = trainedNetwork(projectOf("digits-mlp"), "digits", "Protomind 0");
    ASSERT_TRUE(network) << network.error().text();
    EXPECT_FALSE(network->trained);
    for (const ModelVariable& variable : modelVariables(network->model))
        EXPECT_EQ(network->checkpoint->variables.at(variable.name).shape, variable.declared.shape());
    ASSERT_TRUE(network->data);
    EXPECT_EQ(outputNames(*network).size(), 10u);
    EXPECT_EQ(network->samples.shape[0], kVerifiedSamples);
    EXPECT_EQ(network->samples.shape.without(0), network->model.inputShape);
    const auto source = openData(network->experiment.data, network->experiment.training.seed);
    std::vector<float> sample(static_cast<std::size_t>(network->model.inputShape.elementCount()));
    std::vector<float> target(1);
    source->test->read(0, sample, target);
    EXPECT_TRUE(std::equal(sample.begin(), sample.end(), network->samples.values.begin()));
    EXPECT_DOUBLE_EQ(inputScale(*network), 1.0 / 255);
}

TEST(TrainedNetwork, TakesTheWeightsThatThereAreAndDrawsTheOthers) {
    ProjectContent project = projectOf("digits-mlp");
    const auto fresh = trainedNetwork(project, "", "");
    ASSERT_TRUE(fresh);
    auto checkpoint = std::make_shared<Checkpoint>();
    checkpoint->step = 5;
    const auto& [name, values] = *fresh->checkpoint->variables.begin();
    checkpoint->variables[name] = HostArray(values.shape, 0.25f);
    checkpoint->variables["nobody/kernel"] = HostArray(Shape{3}, 1.0f);
    project.checkpoint = checkpoint;
    const auto network = trainedNetwork(project, "", "");
    ASSERT_TRUE(network);
    EXPECT_TRUE(network->trained);
    EXPECT_EQ(network->checkpoint->variables.at(name), HostArray(values.shape, 0.25f));
    for (const ModelVariable& variable : modelVariables(network->model)) {
        if (variable.name != name) {
            EXPECT_EQ(network->checkpoint->variables.at(variable.name),
                      fresh->checkpoint->variables.at(variable.name));
        }
    }
}

TEST(TrainedNetwork, TakesNothingFromDataThatItIsNotMadeFor) {
    ProjectContent project = projectOf("digits-mlp");
    // Of another shape; and not there at all.
    for (const char* data : {"spiral", "idx:/nowhere/at/all"}) {
        project.experiment.data = data;
        const auto network = trainedNetwork(project, "", "");
        ASSERT_TRUE(network) << network.error().text();
        EXPECT_FALSE(network->data) << data;
        ASSERT_TRUE(network->dataObstacle) << data;
        EXPECT_TRUE(outputNames(*network).empty());
        EXPECT_EQ(network->samples.shape, network->model.inputShape.prepended(kVerifiedSamples));
    }
    // As many numbers, but another number of classes.
    ProjectContent sevens = projectOf("digits-mlp");
    for (const Layer& layer : sevens.experiment.network.layers()) {
        const auto units = layer.settings.find("units");
        if (units != layer.settings.end() && units->second == FieldValue(std::int64_t{10}))
            sevens.experiment.network.layer(layer.id)->settings["units"] = std::int64_t{7};
    }
    const auto fewer = trainedNetwork(sevens, "", "");
    ASSERT_TRUE(fewer) << fewer.error().text();
    ASSERT_EQ(fewer->model.outputShape.elementCount(), 7);
    EXPECT_TRUE(fewer->dataObstacle);
    EXPECT_TRUE(outputNames(*fewer).empty());
}

TEST(TrainedNetwork, TellsNobodyWhereFilesLie) {
    TrainedNetwork network;
    for (const auto& [data, told] :
         std::map<std::string, std::string>{{"idx:/home/anna/digits", "digits"},
                                            {"idx:/home/anna/digits/", "digits"},
                                            {"idx:digits", "digits"},
                                            {"spiral?noise=0.1", "spiral?noise=0.1"},
                                            {"", ""}}) {
        network.experiment.data = data;
        EXPECT_EQ(dataLabel(network), told) << data;
    }
}

TEST(TrainedNetwork, WithoutDataHasRandomSamples) {
    ProjectContent project = projectOf("digits-mlp");
    project.experiment.data = "";
    const auto network = trainedNetwork(project, "", "");
    ASSERT_TRUE(network);
    EXPECT_FALSE(network->data);
    EXPECT_TRUE(outputNames(*network).empty());
    EXPECT_DOUBLE_EQ(inputScale(*network), 1.0);
    EXPECT_EQ(network->samples.shape[0], kVerifiedSamples);
    EXPECT_NE(network->samples.values[0], network->samples.values[1]);
}

TEST(TrainedNetwork, DataOfAnotherShapeIsNotAsked) {
    ProjectContent project = projectOf("digits-mlp");
    project.experiment.data = "spiral";
    const auto network = trainedNetwork(project, "", "");
    ASSERT_TRUE(network);
    EXPECT_EQ(network->samples.shape.without(0), network->model.inputShape);
}

TEST(TrainedNetwork, OfAnUnfinishedDrawingIsAProblem) {
    ProjectContent project = projectOf("digits-mlp");
    const Network& drawing = project.experiment.network;
    project.experiment.network.removeWire(drawing.wires().front().id);
    const auto network = trainedNetwork(project, "", "");
    ASSERT_FALSE(network);
    EXPECT_FALSE(network.error().sentence.empty());
}

TEST(LayerViews, SayOfEveryLayerWhatItsTypeDeclares) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const TrainedNetwork network = randomNetwork(seed);
        const std::vector<Shape> shapes = layerShapes(network.model);
        const auto views = layerViews(network.model, &network.checkpoint->variables);
        std::size_t variables = 0;
        for (std::size_t i = 0; i < views.size(); ++i) {
            EXPECT_EQ(views[i].output(), shapes[i]);
            for (const LayerVariable& variable : views[i].variables()) {
                EXPECT_EQ(views[i].values(variable.role, variable.backward).shape, variable.shape())
                    << views[i].kind() << "/" << variable.name;
                ++variables;
            }
            for (const Field& field : views[i].type().fields) {
                EXPECT_TRUE(field.role == FieldRole::None || views[i].has(field.role));
            }
        }
        EXPECT_EQ(variables, modelVariables(network.model).size());
    }
}

} // namespace
} // namespace protomind
