// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/grouped_kernel.h"
#include "studio/exchange/keras/keras_layer.h"
#include "studio/exchange/keras/keras_names.h"

#include <gmock/gmock.h>

#include "networks/random_network.h"

namespace protomind {
namespace {

using testing::ElementsAre;

TEST(SnakeCase, IsWhatKerasMakesOfItsClasses) {
    EXPECT_EQ(snakeCase("Dense"), "dense");
    EXPECT_EQ(snakeCase("Conv2D"), "conv2d");
    EXPECT_EQ(snakeCase("Conv2DTranspose"), "conv2d_transpose");
    EXPECT_EQ(snakeCase("DepthwiseConv2D"), "depthwise_conv2d");
    EXPECT_EQ(snakeCase("LeakyReLU"), "leaky_re_lu");
    EXPECT_EQ(snakeCase("SimpleRNN"), "simple_rnn");
    EXPECT_EQ(snakeCase("LSTM"), "lstm");
    EXPECT_EQ(snakeCase("MultiHeadAttention"), "multi_head_attention");
    EXPECT_EQ(snakeCase("GlobalAveragePooling2D"), "global_average_pooling2d");
}

TEST(ClassNumbers, CountEachClassByItself) {
    ClassNumbers numbers;
    EXPECT_EQ(numbers.take("Dense"), "dense");
    EXPECT_EQ(numbers.take("Conv2D"), "conv2d");
    EXPECT_EQ(numbers.take("Dense"), "dense_1");
    EXPECT_EQ(numbers.take("Dense"), "dense_2");
}

TEST(KerasNames, KeepWhatTensorFlowAllows) {
    KerasNames names;
    EXPECT_EQ(names.take("Dense-2_b", "dense"), "Dense-2_b");
    EXPECT_EQ(names.take("Dense 2", "dense"), "Dense_2");
    EXPECT_EQ(names.take("Dense/2", "dense"), "Dense_2_2");
    EXPECT_EQ(names.take("Dense.2", "dense"), "Dense_2_3");
    EXPECT_EQ(names.take("../..", "dense"), "dense");
    EXPECT_EQ(names.take("層", "dense"), "dense_2");
    EXPECT_EQ(names.take("_x", "dense"), "x");
}

TEST(KerasNames, TellALayerFromItsParts) {
    EXPECT_EQ(baseOfKerasName("Conv.pad"), "Conv");
    EXPECT_EQ(baseOfKerasName("Conv"), "Conv");
}

/// The longer of two branches comes first, as Keras sorts them, whichever was written first.
TEST(KerasOrder, GoesByDepthThenByTheSearch) {
    std::vector<KerasLayer> layers(5);
    layers[1].inputs = {0};
    layers[2].inputs = {0};
    layers[3].inputs = {2};
    layers[4].inputs = {1, 3};
    EXPECT_THAT(kerasOrder(layers), ElementsAre(0, 2, 1, 3, 4));
}

TEST(KerasNetwork, NamesTheGroupsThatOlderKerasAsksFor) {
    const TrainedNetwork network =
        networkOf({"Both", "lstm", {{"units", std::int64_t{2}}, {"both_directions", true}}, {{3, 2}}});
    const KerasNetwork keras = kerasNetworkOf(network, KerasDialect::Keras3);
    EXPECT_THAT(keras.groups, ElementsAre("layers/bidirectional/backward_layer/cell/vars",
                                          "layers/bidirectional/backward_layer/vars",
                                          "layers/bidirectional/forward_layer/cell/vars",
                                          "layers/bidirectional/forward_layer/vars",
                                          "layers/bidirectional/vars", "layers/input_layer/vars", "vars"));
    EXPECT_EQ(keras.weights.front().place.path, "layers/bidirectional/forward_layer/cell/vars/0");
    EXPECT_EQ(keras.weights.front().place.name, "forward_lstm/kernel");
}

TEST(GroupedKernel, GoesThereAndBack) {
    HostArray kernel(Shape{2, 1, 2, 6});
    for (std::size_t i = 0; i < kernel.values.size(); ++i)
        kernel.values[i] = static_cast<float>(i + 1);
    const HostArray all = kernelOverAllGroups(kernel, 3);
    EXPECT_EQ(all.shape, (Shape{2, 1, 6, 6}));
    EXPECT_EQ(std::ranges::count(all.values, 0.0f), 2 * 6 * 6 - 24);
    EXPECT_EQ(kernelOfGroups(all, 3), kernel);
    HostArray changed = all;
    changed.values[5] = 1; // the first channel of the last group's output
    EXPECT_FALSE(kernelOfGroups(changed, 3));
    EXPECT_FALSE(kernelOfGroups(all, 4));
}

} // namespace
} // namespace protomind
