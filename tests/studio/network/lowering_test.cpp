// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/drawing.h"
#include "studio/network/lowering.h"
#include "studio/network/players.h"
#include "studio/network/template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

using testing::HasSubstr;

void expectValid(const Model& model) {
    ASSERT_FALSE(model.layers.empty());
    EXPECT_EQ(model.outputLayer, static_cast<int>(model.layers.size()) - 1);
    for (std::size_t index = 0; index < model.layers.size(); ++index) {
        const ModelLayer& layer = model.layers[index];
        ASSERT_NE(layer.type, nullptr);
        if (layer.type->inputs == kAnyNumberOfInputs) {
            EXPECT_GE(layer.inputs.size(), 2u);
        } else {
            EXPECT_EQ(layer.inputs.size(), static_cast<std::size_t>(layer.type->inputs));
        }
        EXPECT_EQ(layer.type->inputs == 0, static_cast<int>(index) == model.inputLayer);
        for (const int input : layer.inputs) {
            EXPECT_GE(input, 0);
            EXPECT_LT(input, static_cast<int>(index));
        }
    }
}

TEST(Lowering, OrdersEveryTemplate) {
    for (const NetworkTemplate& entry : networkTemplates()) {
        const Result<Model> model = lower(entry.make());
        ASSERT_TRUE(model) << entry.name << ": " << model.error().text();
        expectValid(*model);
        if (!playersOf(entry.make()).two()) {
            EXPECT_EQ(model->layers.size(), entry.make().layers().size());
        }
    }
}

TEST(Lowering, DoesNotDependOnTheOrderOfIds) {
    Network network;
    const auto put = [&](std::uint64_t id, const char* type, Settings settings) {
        network.add(Layer{
            .id = LayerId{id}, .type = type, .name = type, .settings = std::move(settings), .position = {}});
    };
    put(1, "dense", {{"units", std::int64_t{5}}, {"setting_of_tomorrow", true}});
    put(2, "flatten", {});
    put(3, "input", {{"shape", std::vector<std::int64_t>{4, 4, 1}}});
    network.add(Wire{.id = WireId{1}, .from = LayerId{2}, .to = LayerId{1}, .port = 0});
    network.add(Wire{.id = WireId{2}, .from = LayerId{3}, .to = LayerId{2}, .port = 0});
    const Result<Model> model = lower(network);
    ASSERT_TRUE(model) << model.error().text();
    expectValid(*model);
    EXPECT_EQ(model->inputShape, (Shape{4, 4, 1}));
    EXPECT_EQ(model->outputShape, Shape{5});
    EXPECT_EQ(model->layers.back().settings, (Settings{{"units", std::int64_t{5}}}))
        << "undeclared settings stay behind";
}

TEST(Lowering, KeepsTheOrderOfMergedInputs) {
    TestDrawing drawing;
    const LayerId in = drawing.input({3});
    const LayerId a = drawing.dense(1, {in});
    const LayerId b = drawing.dense(2, {in});
    drawing.put("concatenate", {}, {b, in, a});
    const Result<Model> model = lower(drawing.network);
    ASSERT_TRUE(model);
    std::vector<std::string> names;
    for (const int input : model->layers.back().inputs)
        names.push_back(model->layers[static_cast<std::size_t>(input)].name);
    EXPECT_THAT(names, testing::ElementsAre("c", "a", "b"));
}

TEST(Lowering, LeavesUnusedCardsOut) {
    TestDrawing drawing;
    const LayerId in = drawing.input({3});
    drawing.dense(2, {in});
    drawing.dense(7, {});
    const Result<Model> model = lower(drawing.network);
    ASSERT_TRUE(model) << model.error().text();
    EXPECT_EQ(model->layers.size(), 2u);
}

TEST(Lowering, FailsWithTheFirstErrorAndItsFix) {
    TestDrawing drawing;
    const LayerId in = drawing.input({7, 7, 32});
    drawing.dense(10, {in});
    const Result<Model> model = lower(drawing.network);
    ASSERT_FALSE(model);
    EXPECT_THAT(model.error().sentence, HasSubstr("7 × 7 × 32"));
    EXPECT_EQ(model.error().remedy, "Insert Flatten.");
}

TEST(Lowering, SucceedsForRandomDrawingsExactlyWhereTheyAreRunnable) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        RandomStream random(seed, 6);
        const Network network = randomDrawing(random);
        const Result<Model> model = lower(network);
        const Analysis analysis = analyse(network);
        EXPECT_EQ(model.has_value(), analysis.runnable()) << "seed " << seed;
        if (model)
            expectValid(*model);
        const Result<PlayerModels> both = lowerPlayers(network);
        EXPECT_EQ(both.has_value(), analysis.runnable() && analysis.players.two()) << "seed " << seed;
        if (both)
            expectValid(both->generator);
    }
}

/// Latent 3 -> Dense 5 -> Dense 2 -> Input 2 -> Dense 4 -> Dense 1.
TestDrawing twoPlayers() {
    TestDrawing drawing;
    const LayerId made = drawing.dense(2, {drawing.dense(5, {drawing.latent(3)})});
    const LayerId input = drawing.input({2});
    drawing.dense(1, {drawing.dense(4, {input})});
    drawing.join(made, input);
    return drawing;
}

std::vector<std::string> namesIn(const Model& model) {
    std::vector<std::string> names;
    for (const ModelLayer& layer : model.layers)
        names.push_back(layer.name);
    return names;
}

TEST(Lowering, TakesTwoPlayersApartAtTheSeam) {
    const TestDrawing drawing = twoPlayers();
    const Result<PlayerModels> both = lowerPlayers(drawing.network);
    ASSERT_TRUE(both) << both.error().text();
    expectValid(both->generator);
    expectValid(both->discriminator);
    EXPECT_THAT(namesIn(both->generator), testing::ElementsAre("a", "b", "c"));
    EXPECT_THAT(namesIn(both->discriminator), testing::ElementsAre("d", "e", "f"));
    EXPECT_EQ(both->generator.inputShape, Shape{3});
    EXPECT_EQ(both->generator.outputShape, both->discriminator.inputShape);
    EXPECT_EQ(both->discriminator.outputShape, Shape{1});
    EXPECT_EQ(both->generator.layers[0].type->name, "latent");
    EXPECT_TRUE(both->discriminator.layers[0].inputs.empty());
    EXPECT_EQ(namesIn(lower(drawing.network).value()), namesIn(both->discriminator));
    const auto all = lowerAll(drawing.network);
    ASSERT_EQ(all->size(), 2u);
    EXPECT_EQ(namesIn(all->back()), namesIn(both->generator));
}

TEST(Lowering, FindsNoGeneratorInANetworkWithoutALatent) {
    TestDrawing drawing;
    drawing.dense(2, {drawing.input({3})});
    const Result<PlayerModels> both = lowerPlayers(drawing.network);
    ASSERT_FALSE(both);
    EXPECT_THAT(both.error().sentence, HasSubstr("no generator"));
    EXPECT_EQ(lowerAll(drawing.network)->size(), 1u);
    drawing.latent(4);
    EXPECT_EQ(lower(drawing.network)->layers.size(), 2u) << "a card without wires takes no part";
    EXPECT_EQ(lowerAll(drawing.network)->size(), 1u);
}

} // namespace
} // namespace protomind
