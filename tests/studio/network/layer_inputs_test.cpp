// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/drawing.h"
#include "studio/network/layer_inputs.h"
#include "studio/network/network_json.h"
#include "studio/network/text_match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::HasSubstr;

struct Chain {
    TestDrawing drawing;
    LayerId input = drawing.input({4});
    LayerId a = drawing.dense(3, {input});
    LayerId b = drawing.dense(3, {input});
    LayerId sum = drawing.put("add", {}, {a, b}, "Sum");
};

TEST(LayerInputs, AreReadAndWrittenAsNames) {
    Chain chain;
    const Network& network = chain.drawing.network;
    EXPECT_EQ(inputsText(network, chain.sum), "b, c");
    EXPECT_EQ(inputsText(network, chain.input), "");
    EXPECT_EQ(*inputsFromText(network, " c ,B"), (std::vector{chain.b, chain.a}));
    EXPECT_TRUE(inputsFromText(network, "").value().empty());
    EXPECT_THAT(inputsFromText(network, "b, nobody").error().sentence, HasSubstr("“nobody”"));
}

TEST(LayerInputs, SettingThemGivesThemInThatOrder) {
    Chain chain;
    for (const std::vector<LayerId>& wanted :
         {std::vector<LayerId>{}, {chain.a}, {chain.b, chain.a}, {chain.b, chain.input, chain.a}}) {
        const Result<Network> after = withInputs(chain.drawing.network, chain.sum, wanted);
        ASSERT_TRUE(after.has_value()) << after.error().sentence;
        EXPECT_EQ(inputsOf(*after, chain.sum), wanted);
        EXPECT_EQ(after->layers(), chain.drawing.network.layers());
    }
    const Result<Network> same = withInputs(chain.drawing.network, chain.sum, {chain.a, chain.b});
    EXPECT_EQ(*same, chain.drawing.network) << "nothing changes, wires keep their ids";
    const Result<Network> back =
        withInputs(*withInputs(chain.drawing.network, chain.sum, {chain.b}), chain.sum, {chain.a, chain.b});
    EXPECT_EQ(inputsOf(*back, chain.sum), (std::vector{chain.a, chain.b}));
}

TEST(LayerInputs, WhatCanNotBeIsRefusedWithTheReason) {
    Chain chain;
    const Network& network = chain.drawing.network;
    EXPECT_THAT(withInputs(network, chain.a, {chain.sum}).error().sentence, HasSubstr("circle"));
    EXPECT_THAT(withInputs(network, chain.a, {chain.a}).error().sentence, HasSubstr("feed itself"));
    EXPECT_THAT(withInputs(network, chain.a, {chain.input, chain.b}).error().sentence,
                HasSubstr("no input number 2"));
    EXPECT_FALSE(withInputs(network, chain.input, {chain.a}).has_value());
    EXPECT_FALSE(withInputs(network, chain.sum, {chain.a, chain.a}).has_value());
}

TEST(LayerInputs, RandomRewiringsStayReadable) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        RandomStream random(seed);
        const Network network = randomDrawing(random);
        if (network.layers().empty())
            continue;
        const LayerId layer = network.layers()[random.below(network.layers().size())].id;
        std::vector<LayerId> sources;
        for (std::uint64_t i = random.below(4); i > 0; --i)
            sources.push_back(network.layers()[random.below(network.layers().size())].id);
        const Result<Network> after = withInputs(network, layer, sources);
        if (!after) {
            EXPECT_FALSE(after.error().sentence.empty());
            continue;
        }
        EXPECT_EQ(inputsOf(*after, layer), sources) << "seed " << seed;
        EXPECT_TRUE(parseNetwork(networkText(*after)).has_value());
    }
}

TEST(TextMatch, PartsAndWords) {
    EXPECT_EQ(partedByCommas(" a , b c,, d "), (std::vector<std::string>{"a", "b c", "d"}));
    EXPECT_TRUE(partedByCommas(" ,").empty());
    EXPECT_TRUE(sameWord("kernel_size", "Kernel size"));
    EXPECT_FALSE(sameWord("kernel", "kernels"));
    EXPECT_TRUE(beginsWithWord("Kernel size", "kern"));
    EXPECT_EQ(trimmed(" \t"), "");
}

} // namespace
} // namespace protomind
