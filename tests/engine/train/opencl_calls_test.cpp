// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/call_counts.h"
#include "engine/device/opencl/queue_device.h"
#include "engine/train/small_run.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

constexpr int kCountedSteps = 20;

OpenClQueuePtr queueOfFirst() {
    return std::make_shared<OpenClQueue>(findHardware().at(0), ProgramCache({}));
}

TEST(OpenClCalls, AreCounted) {
    const OpenClQueuePtr queue = queueOfFirst();
    const auto device = makeQueueDevice(queue);
    const BufferPtr number = *device->allocate(Shape{});
    EXPECT_EQ(callsOf([&] { queue->finish(); }).drains, 1);
    EXPECT_EQ(callsOf([&] { static_cast<void>(number->readAt(0)); }).drains, 1);
    EXPECT_EQ(callsOf([&] { static_cast<void>(device->allocate(Shape{4})); }).buffers, 1);
    const std::unique_ptr<Readout> readout = number->readout();
    const OpenClCalls last = callsOf([&] {
        readout->ask();
        static_cast<void>(readout->take());
    });
    EXPECT_EQ(last.drains + last.lookups, 1) << "nothing was behind it";
    EXPECT_EQ(last.commands, 1);
    const OpenClCalls older = callsOf([&] {
        readout->ask();
        readout->ask();
        static_cast<void>(readout->take());
    });
    EXPECT_EQ(older.drains, 0) << "the device has another one to do";
    static_cast<void>(readout->take());
}

/// Steps that have been taken for a while, within one epoch.
OpenClCalls callsOfSteps(const Model& model, const DataSource& data, std::int64_t batch) {
    const auto device = makeQueueDevice(queueOfFirst());
    TrainingSettings settings;
    settings.batchSize = batch;
    settings.validation = 0;
    const auto trainer = prepared(model, data, settings, *device);
    bool fine = true;
    const auto take = [&](int steps) {
        for (int step = 0; step < steps; ++step) {
            const auto figures = trainer->stepAhead();
            fine = fine && figures && !figures->epoch;
        }
    };
    take(10);
    const OpenClCalls calls = callsOf([&] { take(kCountedSteps); });
    EXPECT_TRUE(fine) << "a step failed, or an epoch ended";
    EXPECT_TRUE(trainer->settle());
    return calls;
}

/// Figures come some runs late; nobody waits for the device, takes memory or leaves events behind. Products
/// are large enough for the library.
TEST(OpenClCalls, OfStepsLetTheDeviceWorkOn) {
    const OpenClCalls calls = callsOfSteps(smallMlp(2, 4096, 2), sourceOf(twoClouds(64 * 40)), 64);
    EXPECT_GT(calls.commands, 5 * kCountedSteps);
    EXPECT_EQ(calls.drains, 0);
    EXPECT_EQ(calls.buffers, 0);
    EXPECT_LE(calls.events, static_cast<int>(kMostOnTheWay)) << "more with every step";
}

TEST(OpenClCalls, OfStepsLetTheDeviceWorkOnWithStatisticsAndDropout) {
    const OpenClCalls calls = callsOfSteps(everythingModel(), sourceOf(twoClouds(8 * 40)), 8);
    EXPECT_GT(calls.commands, 5 * kCountedSteps);
    EXPECT_EQ(calls.drains, 0);
    EXPECT_EQ(calls.buffers, 0);
    EXPECT_LE(calls.events, static_cast<int>(kMostOnTheWay));
}

} // namespace
} // namespace protomind
