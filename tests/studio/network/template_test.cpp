// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/data_set.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"
#include "studio/network/drawing.h"
#include "studio/network/layout.h"
#include "studio/network/lowering.h"
#include "studio/network/players.h"
#include "studio/network/template.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace protomind {
namespace {

TEST(Template, HasNoProblemsWithItsData) {
    for (const NetworkTemplate& entry : networkTemplates()) {
        const Result<DataSource> data = openData(entry.data, entry.training.seed);
        ASSERT_TRUE(data) << entry.name << ": " << data.error().text();
        const DataDescription& description = data->training->description();
        const DataShapes shapes{.sample = description.sampleShape,
                                .outputs = static_cast<std::int64_t>(description.classNames.size()),
                                .dataName = description.name};
        const Analysis analysis = analyse(entry.make(), shapes);
        for (const NetworkProblem& problem : analysis.problems)
            ADD_FAILURE() << entry.name << ": " << problem.sentence;
        EXPECT_TRUE(analysis.runnable());
        EXPECT_GT(analysis.parameters, 0);
    }
}

TEST(Template, NamesWhatTheEngineHas) {
    std::set<std::string> names;
    for (const NetworkTemplate& entry : networkTemplates()) {
        EXPECT_TRUE(names.insert(entry.name).second) << entry.name;
        EXPECT_EQ(findTemplate(entry.name), &entry);
        EXPECT_FALSE(entry.title.empty());
        EXPECT_FALSE(entry.summary.empty());
        EXPECT_NE(findOptimizer(entry.training.optimizer), nullptr) << entry.name;
        EXPECT_NE(findSchedule(entry.training.schedule), nullptr) << entry.name;
    }
    EXPECT_EQ(findTemplate("no such template"), nullptr);
    for (const char* name : {"playground", "spiral-mlp", "digits-mlp", "digits-convnet", "digits-branched",
                             "shapes-convnet", "gan-2d", "gan-digits", "gan-faces"})
        EXPECT_NE(findTemplate(name), nullptr) << name;
}

TEST(Template, OfTwoPlayersHasBoth) {
    const Network network = findTemplate("gan-2d")->make();
    const Result<PlayerModels> both = lowerPlayers(network);
    ASSERT_TRUE(both) << both.error().text();
    EXPECT_EQ(both->generator.inputShape, Shape{8});
    EXPECT_EQ(both->generator.outputShape, Shape{2});
    EXPECT_EQ(both->discriminator.inputShape, Shape{2});
    EXPECT_EQ(both->discriminator.outputShape, Shape{1});
    EXPECT_EQ(analyse(network).parameters, 8 * 64 + 64 + 64 * 64 + 64 + 64 * 2 + 2 + //
                                               2 * 64 + 64 + 64 * 64 + 64 + 64 + 1);
    const Players players = playersOf(network);
    for (const LayerId left : players.generator)
        for (const LayerId right : players.discriminator)
            EXPECT_LT(network.layer(left)->position.x, network.layer(right)->position.x);
}

/// And a generator gives numbers in the range of its data's: from 0 to 1.
TEST(Template, OfTwoPlayersMakesPicturesLikeThoseOfItsData) {
    for (const char* name : {"gan-digits", "gan-faces"}) {
        const NetworkTemplate& entry = *findTemplate(name);
        const Network network = entry.make();
        const Result<PlayerModels> both = lowerPlayers(network);
        ASSERT_TRUE(both) << name << ": " << both.error().text();
        const DataSource data = openData(entry.data, entry.training.seed).value();
        const DataDescription& description = data.training->description();
        EXPECT_EQ(both->generator.outputShape, description.sampleShape) << name;
        EXPECT_EQ(both->discriminator.inputShape, description.sampleShape) << name;
        EXPECT_EQ(both->discriminator.outputShape, Shape{1}) << name;
        const Layer& last = *network.layer(playersOf(network).maker);
        EXPECT_EQ(std::get<std::string>(last.settings.at("activation")), "sigmoid") << name;
        std::vector<float> sample(static_cast<std::size_t>(description.sampleShape.elementCount()));
        float target = 0;
        data.training->read(0, sample, std::span(&target, 1));
        const auto [least, most] = std::ranges::minmax(sample);
        EXPECT_GE(least, 0) << name;
        EXPECT_LE(most, 1) << name;
        EXPECT_GT(most, 0.5f) << name;
    }
}

TEST(Template, SuitsTheShapesOfHandwrittenDigits) {
    for (const char* name : {"digits-mlp", "digits-convnet", "digits-branched"}) {
        const Analysis analysis = analyse(findTemplate(name)->make(), {{28, 28, 1}, 10, "MNIST"});
        EXPECT_TRUE(analysis.problems.empty()) << name;
    }
    EXPECT_EQ(analyse(findTemplate("digits-mlp")->make()).parameters,
              784 * 256 + 256 + 256 * 128 + 128 + 128 * 10 + 10);
}

TEST(Template, IsLaidOutWithoutOverlap) {
    for (const NetworkTemplate& entry : networkTemplates()) {
        const Network network = entry.make();
        for (const Layer& a : network.layers())
            for (const Layer& b : network.layers())
                if (a.id < b.id) {
                    EXPECT_TRUE(std::abs(a.position.x - b.position.x) >= kCardWidth + kCardGap ||
                                std::abs(a.position.y - b.position.y) >= kCardHeight + kCardGap)
                        << entry.name;
                }
        for (const Wire& wire : network.wires())
            EXPECT_LT(network.layer(wire.from)->position.x, network.layer(wire.to)->position.x);
    }
}

} // namespace
} // namespace protomind
