// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/experiment_comparison.h"
#include "studio/session/recorded_session.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

bool isSameAfter(auto change) {
    Experiment changed = smallExperiment();
    change(changed);
    return sameBesidesLearningRate(smallExperiment(), changed) &&
           sameBesidesLearningRate(changed, smallExperiment());
}

TEST(ExperimentComparison, OnlyTheLearningRateAndThePlacesOfCardsMakeNoOtherRun) {
    EXPECT_TRUE(isSameAfter([](Experiment&) {}));
    EXPECT_TRUE(isSameAfter([](Experiment& it) { it.training.learningRate *= 2; }));
    EXPECT_TRUE(isSameAfter([](Experiment& it) { it.network.layer(LayerId{1})->position.x = 99; }));
    EXPECT_FALSE(isSameAfter([](Experiment& it) { it.training.l2 = 1; }));
    EXPECT_FALSE(isSameAfter([](Experiment& it) { it.training.epochs = 99; }));
    EXPECT_FALSE(isSameAfter([](Experiment& it) { it.training.seed = 99; }));
    EXPECT_FALSE(isSameAfter([](Experiment& it) { it.data = "spiral"; }));
    EXPECT_FALSE(isSameAfter([](Experiment& it) { it.device = "opencl"; }));
    EXPECT_FALSE(isSameAfter([](Experiment& it) { it.threads = 99; }));
    EXPECT_FALSE(isSameAfter(
        [](Experiment& it) { it.network.layer(LayerId{2})->settings["units"] = std::int64_t{9}; }));
    EXPECT_FALSE(isSameAfter([](Experiment& it) { it.network.removeWire(WireId{2}); }));
}

} // namespace
} // namespace protomind
