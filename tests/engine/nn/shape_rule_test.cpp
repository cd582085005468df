// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people are told when layers do not fit together.
#include "engine/nn/layer_type.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using Sizes = std::vector<std::int64_t>;

Result<Shape> shapeOf(const char* type, const Settings& settings, const std::vector<Shape>& inputs) {
    return findLayerType(type)->outputShape(settings, inputs);
}
std::string sentence(const char* type, const Settings& settings, const std::vector<Shape>& inputs) {
    const Result<Shape> shape = shapeOf(type, settings, inputs);
    return shape ? "fits: " + shape->text() : shape.error().sentence.text();
}
FieldValue wholeSetting(std::int64_t number) {
    return number;
}
FieldValue wordSetting(const char* text) {
    return std::string(text);
}

TEST(ShapeRules, FollowTheUsualArithmetic) {
    EXPECT_EQ(shapeOf("input", {{"shape", Sizes{28, 28, 1}}}, {}).value(), (Shape{28, 28, 1}));
    EXPECT_EQ(shapeOf("latent", {}, {}).value(), Shape{2});
    EXPECT_EQ(shapeOf("latent", {{"dimension", wholeSetting(100)}}, {}).value(), Shape{100});
    EXPECT_EQ(shapeOf("dense", {{"units", wholeSetting(10)}}, {{784}}).value(), Shape{10});
    EXPECT_EQ(shapeOf("convolution", {}, {{28, 28, 1}}).value(), (Shape{28, 28, 16}));
    EXPECT_EQ(
        shapeOf("convolution", {{"padding", wordSetting("valid")}, {"kernel", Sizes{5, 5}}}, {{28, 28, 1}})
            .value(),
        (Shape{24, 24, 16}));
    EXPECT_EQ(shapeOf("convolution", {{"stride", Sizes{2, 2}}}, {{7, 8, 3}}).value(), (Shape{4, 4, 16}));
    EXPECT_EQ(
        shapeOf("convolution", {{"padding", wordSetting("valid")}, {"stride", Sizes{2, 2}}}, {{7, 8, 3}})
            .value(),
        (Shape{3, 3, 16}));
    EXPECT_EQ(shapeOf("max_pool", {}, {{7, 8, 5}}).value(), (Shape{3, 4, 5}));
    EXPECT_EQ(shapeOf("average_pool", {{"padding", wordSetting("same")}}, {{7, 8, 5}}).value(),
              (Shape{4, 4, 5}));
    EXPECT_EQ(shapeOf("global_average_pool", {}, {{7, 8, 5}}).value(), Shape{5});
    EXPECT_EQ(shapeOf("flatten", {}, {{7, 7, 32}}).value(), Shape{1568});
    EXPECT_EQ(shapeOf("reshape", {{"shape", Sizes{7, 7, 32}}}, {{1568}}).value(), (Shape{7, 7, 32}));
    EXPECT_EQ(shapeOf("dropout", {}, {{7, 7, 32}}).value(), (Shape{7, 7, 32}));
    EXPECT_EQ(shapeOf("batch_norm", {}, {{9}}).value(), Shape{9});
    EXPECT_EQ(shapeOf("add", {}, {{9}, {9}}).value(), Shape{9});
    EXPECT_EQ(shapeOf("concatenate", {}, {{4, 4, 2}, {4, 4, 6}}).value(), (Shape{4, 4, 8}));
    EXPECT_EQ(shapeOf("activation", {}, {{4, 4, 2}}).value(), (Shape{4, 4, 2}));
    EXPECT_EQ(shapeOf("dense", {{"units", wholeSetting(10)}}, {{28, 16}}).value(), (Shape{28, 10}));
    EXPECT_EQ(shapeOf("depthwise_convolution", {{"multiplier", wholeSetting(2)}}, {{7, 8, 3}}).value(),
              (Shape{7, 8, 6}));
    EXPECT_EQ(shapeOf("transposed_convolution", {}, {{7, 8, 3}}).value(), (Shape{14, 16, 16}));
    EXPECT_EQ(shapeOf("transposed_convolution", {{"padding", wordSetting("valid")}}, {{7, 8, 3}}).value(),
              (Shape{16, 18, 16}));
    EXPECT_EQ(shapeOf("embedding", {{"features", wholeSetting(8)}}, {{20}}).value(), (Shape{20, 8}));
    EXPECT_EQ(shapeOf("lstm", {}, {{28, 28}}).value(), Shape{32});
    EXPECT_EQ(
        shapeOf("gru", {{"result", wordSetting("every_step")}, {"both_directions", true}}, {{28, 5}}).value(),
        (Shape{28, 64}));
    EXPECT_EQ(shapeOf("attention", {}, {{28, 32}}).value(), (Shape{28, 32}));
    EXPECT_EQ(shapeOf("upsample", {{"factor", Sizes{2, 3}}}, {{7, 8, 3}}).value(), (Shape{14, 24, 3}));
    EXPECT_EQ(shapeOf("pad", {{"sides", Sizes{0, 1, 2, 3}}}, {{7, 8, 3}}).value(), (Shape{8, 13, 3}));
    EXPECT_EQ(shapeOf("crop", {{"sides", Sizes{0, 1, 2, 3}}}, {{7, 8, 3}}).value(), (Shape{6, 3, 3}));
    EXPECT_EQ(shapeOf("global_max_pool", {}, {{7, 8, 3}}).value(), Shape{3});
    EXPECT_EQ(shapeOf("gaussian_sampling", {}, {{32}}).value(), Shape{16});
    EXPECT_EQ(shapeOf("multiply", {}, {{7, 8, 3}, {3}}).value(), (Shape{7, 8, 3}));
}

TEST(ShapeRules, SayWhatAFlatLayerGetsInstead) {
    EXPECT_EQ(sentence("dense", {}, {{7, 7, 32}}),
              "Dense needs a flat list of numbers, but gets 7 × 7 × 32.");
}

TEST(ShapeRules, SayWhatASequenceLayerGetsInstead) {
    EXPECT_EQ(sentence("lstm", {}, {{28, 28, 1}}),
              "LSTM needs a sequence (steps × features), but gets 28 × 28 × 1.");
    EXPECT_EQ(sentence("attention", {}, {{10}}),
              "Attention needs a sequence (steps × features), but gets 10.");
    EXPECT_EQ(sentence("gru", {}, {{1000, 2}}), "GRU reads at most 512 steps, but gets 1000.");
    EXPECT_EQ(sentence("attention", {{"heads", wholeSetting(4)}}, {{5, 6}}),
              "The input's 6 features can't be shared out evenly among 4 heads.");
    EXPECT_EQ(sentence("embedding", {}, {{5, 6}}), "Embedding needs a list of word numbers, but gets 5 × 6.");
    EXPECT_EQ(sentence("position", {}, {{5}}), "Position needs a sequence (steps × features), but gets 5.");
}

TEST(ShapeRules, SayWhatDoesNotDivideOrIsLeft) {
    EXPECT_EQ(sentence("crop", {{"sides", Sizes{2, 2, 0, 0}}}, {{4, 5, 1}}),
              "Cropping leaves nothing of its 4×5 input.");
    EXPECT_EQ(sentence("group_norm", {{"groups", wholeSetting(4)}}, {{3, 3, 6}}),
              "The input's 6 channels can't be split evenly into 4 groups.");
    EXPECT_EQ(sentence("gaussian_sampling", {}, {{5}}),
              "Gaussian sampling needs an even list of numbers, half of them means and half logarithms of "
              "variances, but gets 5.");
    EXPECT_EQ(sentence("multiply", {}, {{4}, {5}}),
              "Multiply needs inputs of equal sizes, but gets 4 and 5.");
}

TEST(ShapeRules, RefuseWhatIsTooLargeBeforeMemoryIsTaken) {
    EXPECT_FALSE(shapeOf("upsample", {{"factor", Sizes{64, 64}}}, {{1024, 1024, 64}}));
    EXPECT_FALSE(shapeOf("pad", {{"sides", Sizes{1024, 1024, 1024, 1024}}}, {{1024, 1024, 4096}}));
    EXPECT_FALSE(shapeOf(
        "embedding", {{"vocabulary", wholeSetting(1'000'000)}, {"features", wholeSetting(4096)}}, {{20}}));
    EXPECT_FALSE(shapeOf("lstm", {{"units", wholeSetting(4096)}}, {{4, 1'000'000}}));
    EXPECT_FALSE(shapeOf("attention", {{"heads", wholeSetting(64)}}, {{100'000, 64}}));
    EXPECT_FALSE(shapeOf("transposed_convolution", {{"stride", Sizes{1024, 1024}}}, {{64, 64, 1}}));
}

TEST(ShapeRules, SayWhatAnImageLayerGetsInstead) {
    EXPECT_EQ(sentence("convolution", {}, {{10}}),
              "Convolution needs an image (height × width × channels), but gets 10.");
    EXPECT_EQ(sentence("max_pool", {}, {{10}}),
              "Max pooling needs an image (height × width × channels), but gets 10.");
    EXPECT_EQ(sentence("average_pool", {}, {{4, 5}}),
              "Average pooling needs an image (height × width × channels), but gets 4 × 5.");
    EXPECT_EQ(sentence("global_average_pool", {}, {{10}}),
              "Global average pooling needs an image (height × width × channels), but gets 10.");
}

TEST(ShapeRules, SayWhichWindowIsTooLarge) {
    const Settings large{{"kernel", Sizes{5, 5}}, {"padding", wordSetting("valid")}};
    EXPECT_EQ(sentence("convolution", large, {{4, 4, 3}}), "The 5×5 kernel is larger than its 4×4 input.");
    EXPECT_EQ(sentence("convolution", large, {{9, 4, 3}}), "The 5×5 kernel is larger than its 9×4 input.");
    EXPECT_EQ(sentence("convolution", large, {{5, 5, 3}}), "fits: 1 × 1 × 16");
    EXPECT_EQ(sentence("max_pool", {{"window", Sizes{3, 2}}}, {{2, 2, 3}}),
              "The 3×2 window is larger than its 2×2 input.");
    EXPECT_EQ(
        sentence("convolution", {{"dilation", Sizes{2, 2}}, {"padding", wordSetting("valid")}}, {{4, 4, 1}}),
        "The 3×3 kernel with dilation 2×2 reaches over 5×5, more than its 4×4 input.");
}

TEST(ShapeRules, LetAnyWindowFitWhenPadded) {
    EXPECT_EQ(sentence("convolution", {{"kernel", Sizes{9, 9}}}, {{2, 1, 3}}), "fits: 2 × 1 × 16");
    EXPECT_EQ(sentence("max_pool", {{"window", Sizes{9, 9}}, {"padding", wordSetting("same")}}, {{2, 1, 3}}),
              "fits: 1 × 1 × 3");
}

TEST(ShapeRules, SayWhatGroupsCannotSplit) {
    EXPECT_EQ(sentence("convolution", {{"groups", wholeSetting(2)}}, {{8, 8, 3}}),
              "The input's 3 channels can't be split evenly into 2 groups.");
    EXPECT_EQ(
        sentence("convolution", {{"groups", wholeSetting(2)}, {"filters", wholeSetting(5)}}, {{8, 8, 4}}),
        "The 5 filters can't be split evenly into 2 groups.");
}

TEST(ShapeRules, SayWhichInputsDoNotMatch) {
    EXPECT_EQ(sentence("add", {}, {{7, 7, 32}, {7, 7, 32}, {7, 7, 64}}),
              "Add needs inputs of equal sizes, but gets 7 × 7 × 32 and 7 × 7 × 64.");
    EXPECT_EQ(
        sentence("concatenate", {}, {{7, 7, 32}, {6, 7, 32}}),
        "Concatenate needs inputs that differ in the last size alone, but gets 7 × 7 × 32 and 6 × 7 × 32.");
    EXPECT_EQ(sentence("concatenate", {}, {{7, 7, 32}, {32}}),
              "Concatenate needs inputs that differ in the last size alone, but gets 7 × 7 × 32 and 32.");
}

TEST(ShapeRules, SayHowManyNumbersReshapeNeeds) {
    EXPECT_EQ(sentence("reshape", {{"shape", Sizes{7, 7, 16}}}, {{10, 10, 1}}),
              "Reshape to 7 × 7 × 16 needs 784 numbers, but gets 10 × 10 × 1, which are 100.");
}

TEST(ShapeRules, RefuseWhatIsTooLargeToHold) {
    EXPECT_EQ(sentence("dense", {{"units", wholeSetting(65536)}}, {{1048576}}),
              "1048576 inputs to 65536 neurons are too many weights to keep.");
    EXPECT_EQ(shapeOf("input", {{"shape", Sizes{1048576, 1048576}}}, {}).error().kind, ProblemKind::Memory);
    EXPECT_EQ(
        shapeOf("convolution", {{"kernel", Sizes{1024, 1024}}, {"filters", wholeSetting(4096)}}, {{4, 4, 8}})
            .error()
            .kind,
        ProblemKind::Memory);
    EXPECT_EQ(shapeOf("reshape", {{"shape", Sizes{1048576, 1048576}}}, {{10}}).error().kind,
              ProblemKind::Memory);
}

} // namespace
} // namespace protomind
