// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/layer_reach.h"
#include "studio/network/template.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// Convolutions of 5 x 5 with pooling by 2 behind each: one pixel more for every two of a window, twice as
/// far apart after each pooling.
Network stacked(int convolutions) {
    Network network;
    LayerId last;
    const auto put = [&](const std::string& type, const std::string& name, Settings settings) {
        const LayerId id = network.nextLayerId();
        network.add(
            Layer{.id = id, .type = type, .name = name, .settings = std::move(settings), .position = {}});
        if (last)
            network.add(Wire{.id = network.nextWireId(), .from = last, .to = id});
        last = id;
    };
    put("input", "picture", {{"shape", std::vector<std::int64_t>{64, 64, 1}}});
    for (int i = 1; i <= convolutions; ++i) {
        put("convolution", "conv" + std::to_string(i),
            {{"filters", std::int64_t{2}}, {"kernel", std::vector<std::int64_t>{5, 5}}});
        put("max_pool", "pool" + std::to_string(i), {});
    }
    return network;
}

TEST(LayerReach, GrowsWithEveryWindow) {
    const Network network = stacked(3);
    const std::pair<const char*, std::int64_t> sides[]{{"picture", 1}, {"conv1", 5},  {"pool1", 6},
                                                       {"conv2", 14},  {"pool2", 16}, {"conv3", 32}};
    for (const auto& [layer, side] : sides)
        EXPECT_EQ(receptiveSide(network, layer), side) << layer;
}

TEST(LayerReach, IsNotKnownWithoutAPicture) {
    EXPECT_FALSE(receptiveSide(stacked(1), "conv9"));
    EXPECT_FALSE(receptiveSide(Network(), "conv1"));
    const Network points = findTemplate("playground")->make();
    for (const Layer& layer : points.layers())
        EXPECT_FALSE(receptiveSide(points, layer.name)) << layer.name;
}

} // namespace
} // namespace protomind
