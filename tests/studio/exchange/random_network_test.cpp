// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "networks/random_network.h"

namespace protomind {
namespace {

TEST(RandomNetwork, IsAFunctionOfItsSeed) {
    const TrainedNetwork a = randomNetwork(3);
    const TrainedNetwork b = randomNetwork(3);
    EXPECT_EQ(a.experiment.network, b.experiment.network);
    EXPECT_EQ(*a.checkpoint, *b.checkpoint);
    EXPECT_EQ(a.samples, b.samples);
}

TEST(RandomNetwork, MeetsEveryKindOfLayer) {
    std::set<std::string> kinds;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const TrainedNetwork network = randomNetwork(seed);
        for (const Layer& layer : network.experiment.network.layers())
            kinds.insert(layer.type);
    }
    for (const LayerType& type : layerTypes())
        // A Latent begins a generator, and these networks have none.
        EXPECT_TRUE(type.name == "latent" || kinds.contains(type.name)) << type.name;
}

TEST(RandomNetwork, GivesNumbers) {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const HostArray answers = answersOf(randomNetwork(seed));
        for (const float value : answers.values)
            ASSERT_TRUE(std::isfinite(value)) << seed;
    }
}

TEST(RandomNetwork, LeavesOutWhatIsNotAllowed) {
    const auto allow = [](const LayerView& layer) { return layer.is("dense") || layer.is("flatten"); };
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        const TrainedNetwork network = randomNetwork(seed, allow);
        for (const Layer& layer : network.experiment.network.layers())
            EXPECT_TRUE(layer.type == "input" || layer.type == "dense" || layer.type == "flatten");
    }
}

TEST(NetworkOfCase, HasTheCaseAtItsEnd) {
    for (const LayerCase& which : layerCases()) {
        const TrainedNetwork network = networkOf(which);
        if (!which.inputs.empty()) {
            EXPECT_EQ(network.model.layers.back().type->name, which.type) << which.label;
            EXPECT_EQ(network.model.outputShape, which.outputShape()) << which.label;
        }
    }
}

} // namespace
} // namespace protomind
