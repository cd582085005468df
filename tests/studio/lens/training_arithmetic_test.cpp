// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The arithmetic of a step of training: what dropout draws and what a batch's own statistics are.
#include "studio/lens/step_bench.h"

#include <gmock/gmock.h>

#include <cmath>

namespace protomind {
namespace {

Model drawingModel() {
    return chain({2}, {{"dense", {{"units", std::int64_t{6}}, {"activation", std::string("tanh")}}},
                       {"batch_norm", {}},
                       {"dropout", {{"rate", 0.5}}},
                       {"noise", {}},
                       {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}}}});
}

/// In every layer, for every sample of the batch: the steps give what the step itself will.
TEST(TrainingArithmeticTest, IsWhatTheNextStepComputes) {
    StepBench bench(drawingModel(), somePoints(), plainSettings());
    for (int step = 0; step < 2; ++step) {
        for (std::int64_t place = 0; place < 4; ++place) {
            const LensTrainingStep taken = bench.step({{"place", place}});
            for (const LensLayerPass& layer : taken.layers)
                for (std::int64_t at = 0; at < std::ssize(layer.output.values); ++at) {
                    SCOPED_TRACE(layer.layer);
                    const Settings settings{
                        {"training", true}, {"place", place}, {"at", std::vector<std::int64_t>{at}}};
                    const auto result = bench.look(settings, layer.layer, "arithmetic");
                    ASSERT_TRUE(result) << result.error().text();
                    const LensWorking& working = result->workings.at(0);
                    const auto given = static_cast<double>(layer.output.values[static_cast<std::size_t>(at)]);
                    EXPECT_NEAR(*working.given, given, 1e-6); // other layers are fused here
                    EXPECT_NEAR(working.value, given, 1e-5);
                }
        }
        ASSERT_TRUE(bench.trainer().step());
    }
}

/// Of a batch normalisation the mean is one over the batch, with every sample named.
TEST(TrainingArithmeticTest, ABatchNormalisationLooksAtAllSamples) {
    StepBench bench(drawingModel(), somePoints(), plainSettings());
    const auto result =
        bench.look({{"training", true}, {"stage", std::int64_t{1}}}, "batch_norm", "arithmetic").value();
    int ofOthers = 0;
    for (const LensStep& step : result.workings.at(0).steps)
        for (const LensTerm& term : step.terms)
            for (const LensFactor& factor : term.factors)
                if (factor.place.kind == NumberPlace::Kind::Batch) {
                    ++ofOthers;
                    EXPECT_THAT(factor.name.text(), testing::HasSubstr("of sample "));
                }
    EXPECT_GE(ofOthers, 4);
    EXPECT_THAT(result.sentences.back().text(), testing::HasSubstr("Sample 0 of the next batch"));
}

TEST(TrainingArithmeticTest, AnOpenedLayerShowsTheSameNumbers) {
    StepBench bench(drawingModel(), somePoints(), plainSettings());
    const LensTrainingStep taken = bench.step({{"place", std::int64_t{2}}});
    for (const LensLayerPass& layer : taken.layers) {
        const auto result =
            bench.look({{"training", true}, {"place", std::int64_t{2}}}, layer.layer, "layer");
        ASSERT_TRUE(result) << result.error().text();
        const HostArray& shown = result->layers.at(0).output.numbers;
        ASSERT_EQ(shown.shape, layer.output.shape);
        for (std::size_t i = 0; i < shown.values.size(); ++i)
            EXPECT_NEAR(shown.values[i], layer.output.values[i], 1e-6f);
    }
}

TEST(TrainingArithmeticTest, ASampleThatIsNotInTheBatchIsRefused) {
    StepBench bench(drawingModel(), somePoints(), plainSettings());
    EXPECT_FALSE(bench.look({{"training", true}, {"place", std::int64_t{99}}}, "dropout", "arithmetic"));
}

} // namespace
} // namespace protomind
