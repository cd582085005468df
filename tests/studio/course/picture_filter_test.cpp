// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layer_type.h"
#include "studio/course/filter_measures.h"
#include "studio/course/filter_visit.h"
#include "studio/course/picture_filter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace protomind {
namespace {

PictureFilter filterWith(std::vector<double> kernel) {
    return {.window = {.noun = "kernel", .size = {3, 3}}, .kernel = std::move(kernel)};
}
const PictureFilter kSame = filterWith({0, 0, 0, 0, 1, 0, 0, 0, 0});
const PictureFilter kBlur = filterWith(std::vector<double>(9, 1.0 / 9));
const PictureFilter kSharpen = filterWith({0, -1, 0, -1, 5, -1, 0, -1, 0});
const PictureFilter kUpright = filterWith({-1, 0, 1, -1, 0, 1, -1, 0, 1});
const PictureFilter kAround = filterWith({-1, -1, -1, -1, 8, -1, -1, -1, -1});
const PictureFilter kEmboss = filterWith({-2, -1, 0, -1, 1, 1, 0, 1, 2});

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

TEST(FilterMeasures, TellWhatAFilterDoesWhateverItsNumbers) {
    const GreyPicturePtr picture = filterPicture("square");
    ASSERT_NE(picture, nullptr);
    for (const std::int64_t stride : {1, 2})
        for (const bool border : {false, true}) {
            PictureFilter same = kSame;
            same.window.stride = {stride, stride};
            same.window.same = border;
            EXPECT_EQ(keptDetail(same, *picture), 1);
            EXPECT_EQ(changeOfMean(same, *picture), 0);
        }
    EXPECT_LT(*keptDetail(kBlur, *picture), 0.8);
    EXPECT_GT(*keptDetail(kSharpen, *picture), 1.5);
    EXPECT_FALSE(keptDetail(kBlur, GreyPicture{4, 4, std::vector<float>(16, 7)})) << "nothing to keep";
    const GreyPicture even{9, 9, std::vector<float>(81, 50)};
    EXPECT_NEAR(*changeOfMean(kBlur, even), 0, 1e-9);
    EXPECT_NEAR(*changeOfMean(kUpright, even), -50, 1e-9);

    EXPECT_EQ(answerToUprightEdge(kUpright), 3);
    EXPECT_EQ(answerToLyingEdge(kUpright), 0);
    EXPECT_EQ(answerToUprightEdge(kAround), 3);
    EXPECT_EQ(answerToLyingEdge(kAround), 3);
    EXPECT_EQ(answerToSlopeRight(kUpright), 6);
    EXPECT_EQ(answerToSlopeDown(kUpright), 0);
    EXPECT_EQ(answerToSlopeRight(kAround), 0) << "symmetrical";
    EXPECT_EQ(answerToSlopeRight(kSharpen), 0);
    EXPECT_GT(answerToSlopeRight(kEmboss), 1);
    EXPECT_GT(answerToSlopeDown(kEmboss), 1);
    EXPECT_EQ(kEmboss.sum(), 1);
}

TEST(FilterPictures, HaveNumbersFromBlackToWhite) {
    for (const FilterPicture& one : filterPictures()) {
        SCOPED_TRACE(one.name);
        const GreyPicturePtr picture = filterPicture(one.name);
        ASSERT_NE(picture, nullptr);
        EXPECT_LE(std::max(picture->height, picture->width), kMaxFilterPictureSide);
        ASSERT_EQ(static_cast<std::int64_t>(picture->pixels.size()), picture->height * picture->width);
        EXPECT_GE(std::ranges::min(picture->pixels), 0);
        EXPECT_LE(std::ranges::max(picture->pixels), kWhite);
        EXPECT_LT(std::ranges::min(picture->pixels), std::ranges::max(picture->pixels));
    }
    EXPECT_EQ(filterPicture("unicorn"), nullptr);
}

TEST(FilterVisit, CountsPlacesAndGoodGuessesOfDifferentAnswers) {
    FilterVisit visit;
    visit.begin("edge");
    EXPECT_EQ(visit.pictureName(), "edge");
    visit.moveTo({0, 0}, kBlur);
    EXPECT_TRUE(visit.places().empty()) << "it was there";
    visit.moveTo({2, 3}, kBlur);
    visit.moveTo({2, 4}, kBlur);
    visit.moveTo({2, 3}, kBlur);
    EXPECT_EQ(visit.places().size(), 2U);
    visit.moveTo({99, -5}, kBlur);
    EXPECT_EQ(visit.place(kBlur), (FilterPlace{9, 0})) << "brought in";

    visit.guess(65, kBlur);
    EXPECT_EQ(visit.goodGuesses(), 1) << "60 is there, and 5 off is near";
    ASSERT_NE(visit.guessAt({9, 0}, kBlur), nullptr);
    EXPECT_EQ(visit.guessAt({9, 0}, kBlur)->guess, 65);
    EXPECT_EQ(visit.guessAt({9, 0}, kSharpen), nullptr) << "the answer is another one now";
    visit.guess(60, kBlur);
    EXPECT_EQ(visit.guesses().size(), 1U) << "it was seen already";
    visit.moveTo({5, 1}, kBlur);
    visit.guess(60, kBlur);
    EXPECT_EQ(visit.goodGuesses(), 1) << "the same answer";
    visit.moveTo({5, 9}, kBlur);
    visit.guess(150, kBlur);
    EXPECT_EQ(visit.goodGuesses(), 1) << "30 off";
    visit.moveTo({4, 9}, kBlur);
    visit.guess(180, kBlur);
    EXPECT_EQ(visit.goodGuesses(), 2);
    EXPECT_EQ(visit.guesses().size(), 4U);
    visit.beginPage();
    EXPECT_TRUE(visit.guesses().empty());
    EXPECT_TRUE(visit.places().empty());
    EXPECT_EQ(visit.place(kBlur), (FilterPlace{4, 9})) << "the window stays";
    visit.begin("nothing");
    EXPECT_EQ(visit.picture(), nullptr);
    EXPECT_EQ(visit.place(kBlur), FilterPlace{});
}

} // namespace
} // namespace protomind
