// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for every kind of layer, whatever it computes.
#include "engine/graph/build.h"
#include "engine/nn/gradient_check.h"
#include "engine/nn/layer_case.h"
#include "engine/nn/layer_type.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace protomind {
namespace {

class EveryLayer : public testing::TestWithParam<LayerCase> {};

INSTANTIATE_TEST_SUITE_P(Cases, EveryLayer, testing::ValuesIn(layerCases()),
                         [](const auto& which) { return which.param.label; });

/// A sum of the output with fixed, unequal weights, so that no mistake cancels out.
Node weighedSum(Node output) {
    std::vector<float> weights;
    for (const double number : normalNumbers(output.shape().elementCount(), 999))
        weights.push_back(static_cast<float>(number));
    return reshape(reduceSum(output * constant(output.graph(), output.shape(), weights)), Shape());
}

TEST_P(EveryLayer, BuildsTheShapeThatItPromises) {
    for (const BuildMode mode : {BuildMode::Training, BuildMode::Inference}) {
        const BuiltCase built = buildCase(GetParam(), mode);
        EXPECT_EQ(built.output.shape(), GetParam().outputShape().prepended(kCaseBatch));
    }
}

TEST_P(EveryLayer, HasRightGradientsInTraining) {
    const BuiltCase built = buildCase(GetParam(), BuildMode::Training);
    EXPECT_EQ(gradientMismatch(weighedSum(built.output), built.targets(), built.values, 5), "");
}

TEST_P(EveryLayer, HasRightGradientsInInference) {
    const BuiltCase built = buildCase(GetParam(), BuildMode::Inference);
    EXPECT_EQ(gradientMismatch(weighedSum(built.output), built.targets(), built.values), "");
}

TEST_P(EveryLayer, HasSettingsThatItsDeclarationAllows) {
    for (const auto& [name, value] : GetParam().settings) {
        const auto& fields = GetParam().layer().fields;
        const auto field = std::ranges::find(fields, name, &Field::name);
        ASSERT_NE(field, fields.end()) << name;
        EXPECT_TRUE(checkField(*field, value).has_value()) << name;
    }
}

TEST(LayerTypes, AreInThePalettesOrder) {
    std::vector<std::string> names;
    for (const LayerType& type : layerTypes())
        names.push_back(type.name);
    EXPECT_THAT(names,
                testing::ElementsAre("input", "latent", "dense", "convolution", "depthwise_convolution",
                                     "transposed_convolution", "embedding", "position", "rnn", "lstm", "gru",
                                     "attention", "flatten", "reshape", "upsample", "pad", "crop", "max_pool",
                                     "average_pool", "global_max_pool", "global_average_pool", "activation",
                                     "dropout", "noise", "gaussian_sampling", "batch_norm", "layer_norm",
                                     "group_norm", "instance_norm", "add", "multiply", "concatenate"));
}

TEST(LayerTypes, AreAllTriedWithSeveralSettingsOrShapes) {
    for (const LayerType& type : layerTypes())
        EXPECT_GE(std::ranges::count(layerCases(), type.name, &LayerCase::type), 2) << type.name;
}

TEST(LayerTypes, AreFoundByName) {
    for (const LayerType& type : layerTypes())
        EXPECT_EQ(findLayerType(type.name), &type);
    EXPECT_EQ(findLayerType("no_such_layer"), nullptr);
    EXPECT_EQ(findLayerType(""), nullptr);
}

std::int64_t multiplyAdds(const char* type, const Settings& settings, const Shape& input) {
    return findLayerType(type)->multiplyAdds(settings, std::array{input});
}

TEST(LayerTypes, CountMultiplicationsOfOneSample) {
    EXPECT_EQ(multiplyAdds("dense", {{"units", std::int64_t{10}}}, {784}), 7840);
    // 28 × 28 places, each 3 × 3 × 1 numbers for 16 filters.
    EXPECT_EQ(multiplyAdds("convolution", {}, {28, 28, 1}), 28 * 28 * 9 * 16);
    EXPECT_EQ(multiplyAdds("convolution", {{"padding", std::string("valid")}, {"groups", std::int64_t{4}}},
                           {10, 10, 8}),
              8 * 8 * 9 * 2 * 16);
    EXPECT_EQ(multiplyAdds("max_pool", {}, {28, 28, 1}), 0);
}

} // namespace
} // namespace protomind
