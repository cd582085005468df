// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/gradient_check.h"
#include "engine/nn/layer_case.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

const LayerCase kWide{"Wide", "dropout", {{"rate", 0.3}}, {{4000}}};

double zeroShare(const std::vector<double>& values) {
    return static_cast<double>(std::ranges::count(values, 0.0)) / static_cast<double>(values.size());
}

TEST(Dropout, ZeroesTheShareThatWasSetAndScalesTheRest) {
    const BuiltCase built = buildCase(kWide, BuildMode::Training);
    const std::vector<double> y = valueOf(built.output, built.values, 1);
    // 12 000 draws: five standard deviations are 0.021.
    EXPECT_NEAR(zeroShare(y), 0.3, 0.021);
    for (std::size_t i = 0; i < y.size(); ++i) {
        if (y[i] != 0.0) {
            ASSERT_NEAR(y[i], built.values.at("x0")[i] / 0.7, 1e-5);
        }
    }
}

TEST(Dropout, ChoosesAnewInEveryRunAndTheSameInTheSameRun) {
    const BuiltCase built = buildCase(kWide, BuildMode::Training);
    EXPECT_EQ(valueOf(built.output, built.values, 1), valueOf(built.output, built.values, 1));
    EXPECT_NE(valueOf(built.output, built.values, 1), valueOf(built.output, built.values, 2));
}

TEST(Dropout, GivesEachLayerItsOwnChoice) {
    const BuiltCase built = buildCase(kWide, BuildMode::Training);
    const Node second = buildLayer(*built.builder, kWide.layer(), "second", kWide.settings, built.inputs);
    EXPECT_NE(valueOf(built.output, built.values, 1), valueOf(second, built.values, 1));
}

TEST(Dropout, DoesNothingInInferenceOrWithoutARate) {
    const BuiltCase inference = buildCase(kWide, BuildMode::Inference);
    EXPECT_EQ(inference.output, inference.inputs[0]);
    const BuiltCase none = buildCase({"None", "dropout", {{"rate", 0.0}}, {{5}}}, BuildMode::Training);
    EXPECT_EQ(none.output, none.inputs[0]);
}

} // namespace
} // namespace protomind
