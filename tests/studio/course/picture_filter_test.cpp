// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layer_type.h"
#include "studio/course/picture_filter.h"
#include "studio/course/some_filters.h"

#include <gtest/gtest.h>

#include <numeric>

namespace protomind {
namespace {

GreyPicture counting(std::int64_t height, std::int64_t width) {
    GreyPicture picture{.height = height, .width = width, .pixels = {}};
    picture.pixels.resize(static_cast<std::size_t>(height * width));
    std::iota(picture.pixels.begin(), picture.pixels.end(), 0.0F);
    return picture;
}

TEST(PictureFilter, AddsThePixelsUnderItEachTimesItsNumber) {
    const GreyPicture picture = counting(4, 5);
    EXPECT_EQ(outputSize(kSame, picture).value(), (std::array<std::int64_t, 2>{2, 3}));
    EXPECT_EQ(outputAt(kSame, picture, {0, 0}), 6);
    EXPECT_EQ(outputAt(kSame, picture, {1, 2}), 13);
    const PictureFilter counted = filterWith({1, 2, 3, 4, 5, 6, 7, 8, 9});
    EXPECT_EQ(outputAt(counted, picture, {0, 0}),
              0 * 1 + 1 * 2 + 2 * 3 + 5 * 4 + 6 * 5 + 7 * 6 + 10 * 7 + 11 * 8 + 12 * 9)
        << "not turned round, as networks do it";
    EXPECT_EQ(outputOf(counted, picture).size(), 6U);
    EXPECT_EQ(outputOf(counted, picture)[4], outputAt(counted, picture, {1, 1}));
}

TEST(PictureFilter, ABorderOfZerosKeepsTheSize) {
    PictureFilter filter = kBlur;
    filter.window.same = true;
    GreyPicture picture{.height = 3, .width = 3, .pixels = std::vector<float>(9, 90)};
    EXPECT_EQ(outputSize(filter, picture).value(), (std::array<std::int64_t, 2>{3, 3}));
    EXPECT_NEAR(outputAt(filter, picture, {0, 0}), 40, 1e-9);
    EXPECT_NEAR(outputAt(filter, picture, {1, 1}), 90, 1e-9);
    const auto covered = pixelsUnder(filter, picture, {0, 0});
    EXPECT_FALSE(covered[0].isInside);
    EXPECT_EQ(covered[0].row, -1);
    EXPECT_TRUE(covered[4].isInside);
}

TEST(PictureFilter, StrideAndDilationFollowTheFormula) {
    const GreyPicture picture = counting(12, 12);
    for (const std::int64_t stride : {1, 2, 3})
        for (const std::int64_t dilation : {1, 2, 3}) {
            PictureFilter filter = kSame;
            filter.window.stride = {stride, stride};
            filter.window.dilation = {dilation, dilation};
            const std::int64_t side = (12 - dilation * 2 - 1) / stride + 1;
            EXPECT_EQ(outputSize(filter, picture).value(), (std::array{side, side})) << stride << dilation;
            EXPECT_EQ(outputAt(filter, picture, {1, 0}), picture.at(stride + dilation, dilation));
        }
    PictureFilter large = kSame;
    large.window.dilation = {6, 6};
    EXPECT_FALSE(outputSize(large, picture));
    EXPECT_TRUE(outputOf(large, picture).empty());
}

TEST(PictureFilter, IsTheConvolutionWithOneFilterAndItsWeights) {
    Network network;
    network.add(Layer{.id = 1, .type = "input", .name = "picture", .settings = {}});
    network.add(Layer{.id = 2, .type = "convolution", .name = "many", .settings = {}});
    EXPECT_EQ(filterLayer(network), nullptr);
    network.add(Layer{.id = 3,
                      .type = "convolution",
                      .name = "filter",
                      .settings = {{"filters", std::int64_t{1}},
                                   {"stride", std::vector<std::int64_t>{2, 2}},
                                   {"padding", std::string("valid")}}});
    const Layer* layer = filterLayer(network);
    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(layer->name, "filter");
    EXPECT_FALSE(presentFilter(*layer, {})) << "no weights yet";
    EXPECT_FALSE(presentFilter(*layer, {{"filter/kernel", std::vector<float>(27)}})) << "of three channels";
    const auto filter = presentFilter(*layer, {{"filter/kernel", std::vector<float>(9, 0.1F)}});
    ASSERT_TRUE(filter);
    EXPECT_EQ(filter->window.stride, (std::array<std::int64_t, 2>{2, 2}));
    EXPECT_FALSE(filter->window.same);
    EXPECT_EQ(filter->kernel, std::vector<double>(9, 0.1)) << "as written";
}

} // namespace
} // namespace protomind
