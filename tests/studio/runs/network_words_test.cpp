// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/template.h"
#include "studio/runs/limits.h"
#include "studio/runs/network_words.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

TEST(NetworkWords, TellTheLayersInTheirOrder) {
    EXPECT_EQ(
        networkInWords(findTemplate("digits-convnet")->make()),
        "Convolution 16 (5 × 5) relu · Max pooling · Convolution 32 (5 × 5) relu · Max pooling · Flatten · "
        "Dense 128 relu · Dropout 0.25 · Dense 10 softmax");
    EXPECT_EQ(networkInWords(Network()), "");
}

TEST(NetworkWords, KeepWhatIsNoLayerHere) {
    Network network;
    network.add(Layer{network.nextLayerId(), "from the future", "x", {}});
    EXPECT_EQ(networkInWords(network), "from the future");
}

TEST(NetworkWords, EndSomewhere) {
    Network network;
    for (std::size_t i = 0; i < 2 * kMostLayersNamed; ++i)
        network.add(Layer{network.nextLayerId(), "flatten", std::to_string(i), {}});
    const std::string words = networkInWords(network);
    EXPECT_TRUE(words.ends_with("Flatten · …"));
    EXPECT_EQ(std::ranges::count(words, 'F'), static_cast<std::ptrdiff_t>(kMostLayersNamed));
}

} // namespace
} // namespace protomind
