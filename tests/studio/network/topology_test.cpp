// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/drawing.h"
#include "studio/network/topology.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

TEST(Topology, OrdersAnyDrawingWithoutItsClosingWires) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        RandomStream random(seed, 2);
        const Network network = randomDrawing(random);
        const Topology topology(network);
        ASSERT_EQ(topology.order.size(), network.layers().size());
        std::vector<std::size_t> place(topology.order.size());
        for (std::size_t position = 0; position < place.size(); ++position)
            place[topology.order[position]] = position;
        for (std::size_t wire = 0; wire < network.wires().size(); ++wire)
            if (!topology.closesCircle[wire]) {
                EXPECT_LT(place[topology.indexOf(network.wires()[wire].from)],
                          place[topology.indexOf(network.wires()[wire].to)])
                    << "seed " << seed;
            }
    }
}

TEST(Topology, MarksNoWireOfADrawingWithoutCircles) {
    TestDrawing drawing;
    const LayerId a = drawing.input({2});
    const LayerId b = drawing.dense(2, {a});
    drawing.put("add", {}, {a, b});
    const Topology topology(drawing.network);
    EXPECT_EQ(std::ranges::count(topology.closesCircle, true), 0);
    EXPECT_TRUE(topology.circles.empty());
    EXPECT_EQ(topology.order, (std::vector<std::size_t>{0, 1, 2}));
}

TEST(Topology, TellsTheLayersOfACircleInOrder) {
    TestDrawing drawing;
    const LayerId a = drawing.dense(2, {});
    const LayerId b = drawing.dense(2, {a});
    const LayerId c = drawing.dense(2, {b});
    const LayerId d = drawing.dense(2, {c});
    drawing.join(d, b);
    const Topology topology(drawing.network);
    ASSERT_EQ(topology.circles.size(), 1u);
    EXPECT_EQ(topology.circles[0].layers, (std::vector<std::size_t>{1, 2, 3}));
    EXPECT_EQ(drawing.network.wires()[topology.circles[0].wire].from, d);
}

TEST(Topology, WalksALongChainWithoutADeepCallStack) {
    TestDrawing drawing;
    LayerId last = drawing.input({2});
    for (int count = 0; count < 4000; ++count)
        last = drawing.put("dropout", {}, {last}, "d" + std::to_string(count));
    EXPECT_EQ(Topology(drawing.network).order.back(), 4000u);
}

} // namespace
} // namespace protomind
