// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/drawing.h"
#include "studio/network/network_json.h"
#include "studio/network/players.h"
#include "studio/network/template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class PlayersTest : public testing::Test {
protected:
    [[nodiscard]] Players players() const { return playersOf(drawing.network); }

    TestDrawing drawing;
    LayerId input = drawing.input({2});
    LayerId judge = drawing.dense(1, {input});
};

TEST_F(PlayersTest, ThereIsOneWhereThereIsNoLatent) {
    EXPECT_EQ(players(), Players());
    EXPECT_FALSE(players().any());
    for (const NetworkTemplate& entry : networkTemplates())
        EXPECT_EQ(playersOf(entry.make()).two(), entry.name.starts_with("gan-")) << entry.name;
}

TEST_F(PlayersTest, ALatentWithoutWiresIsNoGenerator) {
    drawing.latent(3);
    EXPECT_EQ(players(), Players());
}

TEST_F(PlayersTest, ThereAreTwoOnBothSidesOfTheSeam) {
    const LayerId latent = drawing.latent(3);
    const LayerId left = drawing.dense(4, {latent});
    const LayerId right = drawing.dense(4, {latent});
    const LayerId made = drawing.dense(2, {drawing.put("add", {}, {left, right})});
    EXPECT_TRUE(players().any());
    EXPECT_FALSE(players().two());
    EXPECT_EQ(players().latent, latent);
    EXPECT_FALSE(players().maker);
    const WireId seam = drawing.join(made, input);
    const Players both = players();
    EXPECT_TRUE(both.two());
    EXPECT_THAT(both.discriminator, ElementsAre(input, judge));
    EXPECT_EQ(both.generator.size(), 5u);
    EXPECT_TRUE(both.isGenerators(latent));
    EXPECT_TRUE(both.isGenerators(made));
    EXPECT_FALSE(both.isGenerators(input));
    EXPECT_FALSE(both.isGenerators(judge));
    EXPECT_EQ(both.seam, seam);
    EXPECT_EQ(both.maker, made);
    EXPECT_EQ(both.input, input);
}

TEST_F(PlayersTest, WhatSamplesReachIsTheDiscriminators) {
    const LayerId latent = drawing.latent(2);
    const LayerId both = drawing.put("concatenate", {}, {latent, input});
    const LayerId after = drawing.dense(2, {both});
    EXPECT_THAT(players().generator, ElementsAre(latent));
    EXPECT_THAT(players().discriminator, ElementsAre(input, judge, both, after));
    drawing.join(after, input); // a circle is no seam
    EXPECT_FALSE(players().two());
}

TEST_F(PlayersTest, CardsWithoutAFeedAreNobodys) {
    const LayerId latent = drawing.latent(2);
    const LayerId made = drawing.dense(2, {latent});
    const LayerId loose = drawing.dense(2, {});
    drawing.dense(2, {loose});
    EXPECT_THAT(players().generator, ElementsAre(latent, made));
    EXPECT_THAT(players().discriminator, ElementsAre(input, judge));
}

TEST_F(PlayersTest, OnlyAnInputOfTwoPlayersHasAPort) {
    const auto ports = [&](LayerId layer) { return portsOf(*drawing.network.layer(layer), players()); };
    const LayerId latent = drawing.latent(2);
    const LayerId sum = drawing.put("add");
    const LayerId unknown = drawing.put("layer_of_tomorrow");
    EXPECT_EQ(ports(input), 0);
    EXPECT_EQ(ports(judge), 1);
    EXPECT_EQ(ports(sum), 1);
    EXPECT_EQ(ports(unknown), 1);
    drawing.dense(2, {latent});
    EXPECT_EQ(ports(input), 1);
    EXPECT_EQ(ports(latent), 0);
}

TEST_F(PlayersTest, StayTheSameInAFile) {
    drawing.join(drawing.dense(2, {drawing.latent(5)}), input);
    const auto read = parseNetwork(networkText(drawing.network));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(*read, drawing.network);
    EXPECT_EQ(playersOf(*read), players());
    EXPECT_TRUE(players().two());
}

TEST_F(PlayersTest, OfAnyDrawingNoLayerIsOfBoth) {
    int pairs = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        RandomStream random(seed, 31);
        const Network network = randomDrawing(random);
        const Players found = playersOf(network);
        std::vector<LayerId> shared;
        std::ranges::set_intersection(found.generator, found.discriminator, std::back_inserter(shared));
        EXPECT_THAT(shared, IsEmpty());
        EXPECT_EQ(found.any(), !found.generator.empty());
        if (!found.two())
            continue;
        ++pairs;
        EXPECT_TRUE(found.isGenerators(found.maker));
        EXPECT_TRUE(std::ranges::binary_search(found.discriminator, found.input));
        EXPECT_EQ(network.wire(found.seam)->from, found.maker);
        EXPECT_EQ(network.wire(found.seam)->to, found.input);
    }
    EXPECT_GT(pairs, 10);
}

} // namespace
} // namespace protomind
