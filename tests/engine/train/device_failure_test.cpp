// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/call_counts.h"
#include "engine/device/opencl/queue_device.h"
#include "engine/train/small_run.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// A small run on the first OpenCL device. Its clock stands still: the state that is kept is the first one.
class DeviceFailure : public testing::Test {
protected:
    OpenClQueuePtr m_queue = std::make_shared<OpenClQueue>(findHardware().at(0), ProgramCache({}));
    std::unique_ptr<Device> m_device = makeQueueDevice(m_queue);
    std::unique_ptr<Trainer> m_trainer =
        prepared(smallMlp(2, 3, 2), sourceOf(twoClouds(40)), TrainingSettings(), *m_device);
};

/// Half of the weights may be moved: what was kept before is there, and the rest is not gone on from.
TEST_F(DeviceFailure, InTheMiddleOfAStepLeavesTheLastStateThatIsKnown) {
    const Checkpoint before = m_trainer->checkpoint();
    trainTo(*m_trainer, 2);
    const Checkpoint trained = m_trainer->checkpoint();
    ASSERT_NE(trained.variables, before.variables);
    withKernelsRefused(3, CL_OUT_OF_RESOURCES, [&] {
        const auto failed = m_trainer->step();
        ASSERT_FALSE(failed);
        EXPECT_EQ(failed.error().kind, ProblemKind::Memory);
    });
    EXPECT_FALSE(m_trainer->step()) << "from weights that nobody knows";
    EXPECT_FALSE(m_trainer->predict(HostArray(Shape{1, 2})));
    EXPECT_EQ(m_trainer->checkpoint(), before);
    EXPECT_TRUE(m_device->check());

    ASSERT_TRUE(m_trainer->restore(trained));
    EXPECT_TRUE(m_trainer->step());
    EXPECT_EQ(m_trainer->stepsDone(), 3);
}

TEST_F(DeviceFailure, IsNotTakenForADivergence) {
    trainTo(*m_trainer, 2);
    m_queue->noteFailure(cl::Error(CL_DEVICE_NOT_AVAILABLE));
    const auto stepped = m_trainer->stepSample();
    ASSERT_FALSE(stepped);
    EXPECT_EQ(stepped.error().kind, ProblemKind::Device);
    EXPECT_EQ(m_trainer->divergedAt(), -1);
    EXPECT_EQ(m_trainer->stepsDone(), 2) << "it did not go back";
    const auto set = m_trainer->setWeight("dense/kernel", 0, 1);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().kind, ProblemKind::Device);
}

} // namespace
} // namespace protomind
