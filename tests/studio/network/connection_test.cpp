// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/connection.h"
#include "studio/network/drawing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::HasSubstr;

class Connection : public testing::Test {
protected:
    std::string refusal(LayerId from, LayerId to, int port = 0) const {
        const Result<void> result = checkConnection(drawing.network, from, to, port);
        return result ? "" : result.error().sentence;
    }

    TestDrawing drawing;
    LayerId input = drawing.input({2});
    LayerId dense = drawing.dense(3, {input});
    LayerId loose = drawing.dense(3, {});
    LayerId sum = drawing.put("add", {}, {dense});
};

TEST_F(Connection, AllowsAFreePort) {
    EXPECT_EQ(refusal(dense, loose), "");
    EXPECT_EQ(refusal(loose, sum), "");
    EXPECT_EQ(refusal(input, sum), "");
}

TEST_F(Connection, SaysWhyALayerCannotFeedItself) {
    EXPECT_THAT(refusal(dense, dense), HasSubstr("b can't feed itself"));
    EXPECT_THAT(refusal(sum, sum), HasSubstr("itself"));
}

TEST_F(Connection, SaysWhyNothingGoesIntoAnInput) {
    EXPECT_THAT(refusal(loose, input), HasSubstr("samples come in"));
}

TEST_F(Connection, LetsAGeneratorsLastLayerAloneIntoAnInput) {
    const LayerId latent = drawing.latent(3);
    EXPECT_EQ(refusal(latent, input), "") << "the shortest generator";
    const LayerId first = drawing.dense(4, {latent});
    const LayerId last = drawing.dense(2, {first});
    EXPECT_EQ(refusal(last, input), "");
    EXPECT_THAT(refusal(last, input, 1), HasSubstr("no input number 2"));
    EXPECT_THAT(refusal(first, input), HasSubstr("not the end of its generator: g follows"));
    EXPECT_THAT(refusal(latent, input), HasSubstr("f follows"));
    EXPECT_THAT(refusal(loose, input), HasSubstr("only what a generator makes"));
    EXPECT_THAT(refusal(dense, input), HasSubstr("only what a generator makes"));
    EXPECT_THAT(refusal(loose, latent), HasSubstr("e is where random numbers come in"));
    drawing.join(last, input);
    EXPECT_THAT(refusal(drawing.dense(2, {drawing.latent(1)}), input),
                HasSubstr("already gets its input from g"));
    EXPECT_THAT(refusal(dense, latent), HasSubstr("random numbers"));
}

TEST_F(Connection, SaysThatAPortIsTakenAndByWhom) {
    EXPECT_THAT(refusal(loose, dense), HasSubstr("already gets its input from a"));
}

TEST_F(Connection, SaysThatAWireIsThereAlready) {
    EXPECT_THAT(refusal(input, dense), HasSubstr("already wired"));
    EXPECT_THAT(refusal(dense, sum), HasSubstr("already wired"));
}

TEST_F(Connection, SaysThatItWouldCloseACircle) {
    const LayerId after = drawing.dense(2, {sum});
    EXPECT_THAT(refusal(after, sum), HasSubstr("circle"));
    drawing.join(loose, sum);
    EXPECT_THAT(refusal(after, loose), HasSubstr("circle"));
}

TEST_F(Connection, SaysThatThereIsNoSuchPortOrLayer) {
    EXPECT_THAT(refusal(dense, loose, 1), HasSubstr("no input number 2"));
    EXPECT_THAT(refusal(dense, loose, -1), HasSubstr("no input number"));
    EXPECT_THAT(refusal(loose, sum, 1), HasSubstr("no input number 2"));
    EXPECT_THAT(refusal(dense, LayerId{99}), HasSubstr("both its ends"));
}

TEST_F(Connection, LetsLayersOfUnknownTypesBeWired) {
    const LayerId unknown = drawing.put("attention_of_tomorrow");
    EXPECT_EQ(refusal(dense, unknown, 3), "");
    EXPECT_EQ(refusal(unknown, loose), "");
}

TEST(Chain, WiresEachToTheNextAndLeavesWhatIsThere) {
    TestDrawing drawing;
    const LayerId a = drawing.input({4});
    const LayerId b = drawing.dense(3, {a});
    const LayerId c = drawing.put("dense");
    const Result<Network> joined = withChain(drawing.network, {a, b, c});
    ASSERT_TRUE(joined.has_value());
    EXPECT_EQ(joined->wires().size(), 2U);
    EXPECT_EQ(joined->wiresInto(b), drawing.network.wiresInto(b));
    EXPECT_EQ(joined->wiresInto(c).front().from, b);
    EXPECT_EQ(*withChain(*joined, {a, b, c}), *joined);
    EXPECT_FALSE(withChain(*joined, {c, b}).has_value());
    EXPECT_FALSE(withChain(*joined, {b, a}).has_value());
}

} // namespace
} // namespace protomind
