// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/drawing.h"
#include "studio/network/network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace protomind {
namespace {

TEST(Network, IsEqualAfterAnythingIsRemovedAndAddedBack) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        RandomStream random(seed);
        const Network before = randomDrawing(random);
        Network network = before;
        std::vector<Wire> wires = network.wires();
        for (std::size_t swaps = 0; swaps < wires.size(); ++swaps)
            std::swap(wires[random.below(wires.size())], wires[random.below(wires.size())]);
        for (const Wire& wire : wires)
            network.removeWire(wire.id);
        std::vector<Layer> layers = network.layers();
        std::ranges::reverse(layers);
        for (const Layer& layer : layers)
            network.removeLayer(layer.id);
        EXPECT_TRUE(network.layers().empty());
        EXPECT_TRUE(network.wires().empty());
        for (const Layer& layer : layers)
            network.add(layer);
        for (const Wire& wire : wires)
            network.add(wire);
        EXPECT_EQ(network, before) << "seed " << seed;
    }
}

TEST(Network, UndoingRandomEditsLeadsBackAndRedoingForth) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        RandomStream random(seed, 1);
        Network network = randomDrawing(random);
        const Network before = network;
        std::vector<NetworkEdit> done;
        std::vector<NetworkEdit> opposites;
        for (int count = 0; count < 50; ++count)
            for (const NetworkEdit& edit : randomEdits(network, random)) {
                opposites.push_back(oppositeEdit(network, edit));
                done.push_back(edit);
                applyEdit(network, edit);
            }
        const Network after = network;
        for (std::size_t index = opposites.size(); index-- > 0;)
            applyEdit(network, opposites[index]);
        EXPECT_EQ(network, before) << "seed " << seed;
        for (const NetworkEdit& edit : done)
            applyEdit(network, edit);
        EXPECT_EQ(network, after) << "seed " << seed;
    }
}

TEST(Network, KeepsLayersAndWiresInOrderOfId) {
    Network network;
    for (const std::uint64_t id : {7, 2, 9, 1})
        network.add(Layer{.id = LayerId{id}, .type = "dense", .name = "", .settings = {}, .position = {}});
    for (const std::uint64_t id : {5, 3})
        network.add(Wire{.id = WireId{id}, .from = LayerId{7}, .to = LayerId{2}, .port = 0});
    EXPECT_TRUE(std::ranges::is_sorted(network.layers(), {}, &Layer::id));
    EXPECT_TRUE(std::ranges::is_sorted(network.wires(), {}, &Wire::id));
    EXPECT_EQ(network.nextLayerId(), LayerId{10});
    EXPECT_EQ(network.nextWireId(), WireId{6});
    EXPECT_EQ(network.layer(LayerId{9})->id, LayerId{9});
    EXPECT_EQ(network.layer(LayerId{3}), nullptr);
    EXPECT_EQ(network.wire(WireId{4}), nullptr);
}

TEST(Network, GivesWiresIntoALayerByPortThenId) {
    TestDrawing drawing;
    const LayerId a = drawing.input({2});
    const LayerId b = drawing.dense(1, {});
    const WireId second = drawing.join(a, b, 1);
    const WireId first = drawing.join(a, b, 0);
    const WireId third = drawing.join(a, b, 1);
    const std::vector<Wire> into = drawing.network.wiresInto(b);
    ASSERT_EQ(into.size(), 3u);
    EXPECT_EQ(into[0].id, first);
    EXPECT_EQ(into[1].id, second);
    EXPECT_EQ(into[2].id, third);
    EXPECT_EQ(drawing.network.wiresFrom(a).front().id, second);
    EXPECT_TRUE(drawing.network.wiresFrom(b).empty());
}

TEST(Network, FindsFreeNames) {
    TestDrawing drawing;
    EXPECT_EQ(drawing.network.freeName("Dense"), "Dense");
    drawing.put("dense", {}, {}, "Dense");
    EXPECT_EQ(drawing.network.freeName("Dense"), "Dense 2");
    drawing.put("dense", {}, {}, "Dense 2");
    EXPECT_EQ(drawing.network.freeName("Dense 2"), "Dense 3");
    EXPECT_EQ(drawing.network.freeName("Dense"), "Dense 3");
    EXPECT_EQ(drawing.network.freeName("2"), "2");
    drawing.put("dense", {}, {}, "2");
    EXPECT_EQ(drawing.network.freeName("2"), "2 2");
    EXPECT_EQ(drawing.network.freeName(""), "Layer");
}

TEST(Network, RefusesWhatWouldBreakIt) {
    TestDrawing drawing;
    const LayerId a = drawing.input({2});
    const LayerId b = drawing.dense(1, {a});
    Network& network = drawing.network;
    EXPECT_THROW(network.removeLayer(a), std::logic_error);
    EXPECT_THROW(network.removeLayer(LayerId{99}), std::logic_error);
    EXPECT_THROW(network.removeWire(WireId{99}), std::logic_error);
    EXPECT_THROW(network.add(*network.layer(b)), std::logic_error);
    EXPECT_THROW(network.add(network.wires().front()), std::logic_error);
    EXPECT_THROW(network.add(Layer{}), std::logic_error);
    EXPECT_THROW(network.add(Wire{.id = WireId{8}, .from = a, .to = LayerId{99}, .port = 0}),
                 std::logic_error);
    EXPECT_EQ(network.layerNamed("b")->id, b);
    EXPECT_EQ(network.layerNamed("z"), nullptr);
}

} // namespace
} // namespace protomind
