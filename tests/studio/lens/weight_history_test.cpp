// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "studio/lens/failing_device.h"
#include "studio/lens/lens_bench.h"
#include "studio/lens/weight_history.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(WeightHistoryTest, KeepsWhatWeightsWereAtMomentsOverAllOfATraining) {
    LensBench bench(chain({2}, {{"dense", {{"units", std::int64_t{1}}}}}));
    WeightHistory history;
    EXPECT_TRUE(history.of("dense/kernel").empty());
    constexpr std::int64_t kMoments = 1000;
    for (std::int64_t step = 0; step < kMoments; ++step) {
        bench.setVariable("dense/kernel", {static_cast<float>(step), 0});
        history.record(step, bench.network().variables());
        history.record(step, bench.network().variables()); // asked twice, kept once
    }
    const std::vector<WeightSnapshot> kept = history.of("dense/kernel");
    ASSERT_GT(kept.size(), WeightHistory::kMostSnapshots / 3);
    ASSERT_LE(kept.size(), WeightHistory::kMostSnapshots);
    EXPECT_EQ(kept.front().step, 0);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        EXPECT_EQ(kept[i].values, (std::vector<float>{static_cast<float>(kept[i].step), 0}));
        if (i > 0) {
            EXPECT_LT(kept[i - 1].step, kept[i].step);
            EXPECT_LE(kept[i].step - kept[i - 1].step, 2 * kMoments / static_cast<std::int64_t>(kept.size()));
        }
    }
    EXPECT_GT(kept.back().step, kMoments * 9 / 10);
    EXPECT_TRUE(history.of("dense/bias").empty()); // a bias is no picture
    history.clear();
    EXPECT_TRUE(history.of("dense/kernel").empty());
}

TEST(WeightHistoryTest, OfADeviceThatFailedNothingIsKept) {
    FailingDevice device(makeCpuDevice(1));
    const auto network =
        std::move(NetworkInstance::create(chain({2}, {{"dense", {}}}), device, std::uint64_t{1}).value());
    WeightHistory history;
    history.record(0, network->variables());
    ASSERT_EQ(history.of("dense/kernel").size(), 1u);
    device.fall();
    history.record(1, network->variables());
    EXPECT_EQ(history.of("dense/kernel").size(), 1u);
}

TEST(WeightHistoryTest, OfALargeWeightAFairPartStays) {
    LensBench bench(chain({100}, {{"dense", {{"units", std::int64_t{100}}}}}));
    std::vector<float> rising(10000);
    for (std::size_t i = 0; i < rising.size(); ++i)
        rising[i] = static_cast<float>(i);
    bench.setVariable("dense/kernel", rising);
    WeightHistory history;
    history.record(0, bench.network().variables());
    const std::vector<float> part = history.of("dense/kernel").at(0).values;
    ASSERT_EQ(part.size(), WeightHistory::kMostValues);
    for (std::size_t i = 1; i < part.size(); ++i)
        EXPECT_NEAR(part[i] - part[i - 1], 10000.0 / WeightHistory::kMostValues, 1);
    EXPECT_GT(part.back(), 9990);
}

} // namespace
} // namespace protomind
