// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/drawing.h"
#include "studio/network/layout.h"

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

bool overlap(Position a, Position b) {
    return std::abs(a.x - b.x) < kCardWidth && std::abs(a.y - b.y) < kCardHeight;
}

TEST(Layout, PlacesEveryCardWithoutOverlap) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        RandomStream random(seed, 3);
        const Network network = randomDrawing(random);
        const std::map<LayerId, Position> places = layeredLayout(network);
        ASSERT_EQ(places.size(), network.layers().size());
        for (auto a = places.begin(); a != places.end(); ++a)
            for (auto b = std::next(a); b != places.end(); ++b)
                EXPECT_FALSE(overlap(a->second, b->second)) << "seed " << seed;
    }
}

TEST(Layout, RunsFromLeftToRight) {
    TestDrawing drawing;
    const LayerId a = drawing.input({2});
    const LayerId b = drawing.dense(2, {a});
    const LayerId c = drawing.dense(2, {a});
    drawing.put("add", {}, {a, b, c});
    const std::map<LayerId, Position> places = layeredLayout(drawing.network);
    for (const Wire& wire : drawing.network.wires())
        EXPECT_LE(places.at(wire.from).x + kCardWidth + kCardGap, places.at(wire.to).x);
}

TEST(Layout, DrawsAChainAsAStraightLine) {
    TestDrawing drawing;
    LayerId last = drawing.input({2});
    for (int count = 0; count < 5; ++count)
        last = drawing.dense(2, {last});
    for (const auto& [id, place] : layeredLayout(drawing.network)) {
        EXPECT_EQ(place.y, 0);
        EXPECT_EQ(place.x, static_cast<double>(id.value - 1) * (kCardWidth + kCardGap));
    }
}

TEST(Layout, KeepsParallelBranchesFromCrossing) {
    TestDrawing drawing;
    const LayerId in = drawing.input({2});
    const LayerId a1 = drawing.dense(2, {in});
    const LayerId b1 = drawing.dense(2, {in});
    const LayerId b2 = drawing.dense(2, {b1});
    const LayerId a2 = drawing.dense(2, {a1});
    drawing.put("add", {}, {b2, a2});
    const std::map<LayerId, Position> places = layeredLayout(drawing.network);
    EXPECT_EQ(places.at(a1).y < places.at(b1).y, places.at(a2).y < places.at(b2).y);
}

TEST(Layout, LaysOutAnEmptyDrawing) {
    EXPECT_TRUE(layeredLayout(Network()).empty());
}

TEST(Layout, ChangesPlacesAlone) {
    RandomStream random(5);
    const Network network = randomDrawing(random);
    Network again = arranged(network);
    for (const Layer& layer : network.layers())
        again.layer(layer.id)->position = layer.position;
    EXPECT_EQ(again, network);
}

} // namespace
} // namespace protomind
