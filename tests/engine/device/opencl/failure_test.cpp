// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/call_counts.h"
#include "engine/device/opencl/opencl_queue.h"
#include "engine/device/opencl/queue_device.h"
#include "engine/graph/build.h"
#include "engine/program/compile.h"

#include <gmock/gmock.h>

#include <cmath>

namespace protomind {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsNan;

class OpenClFailure : public testing::Test {
protected:
    BufferPtr filled(std::vector<float> values) {
        BufferPtr buffer = m_device->allocate(Shape{std::ssize(values)}).value();
        buffer->write(values);
        return buffer;
    }
    /// Adds one to a variable x, by more than one kernel; gives the sum of what it was.
    std::unique_ptr<Executable> counting(const BufferPtr& variable) {
        Computation computation;
        const Node x = protomind::variable(*computation.graph, "x", variable->shape());
        computation.updates.push_back({x, x + 1.0f});
        computation.outputs.push_back({"sum", reduceSum(x)});
        auto executable = m_device->load(*compile(computation)).value();
        executable->bind("x", variable);
        return executable;
    }

    OpenClQueuePtr m_queue = std::make_shared<OpenClQueue>(findHardware().at(0), ProgramCache({}));
    std::unique_ptr<Device> m_device = makeQueueDevice(m_queue);
};

TEST_F(OpenClFailure, LeavesNoNumbersToBeRead) {
    const BufferPtr three = filled({1, 2, 3});
    const BufferPtr one = filled({4});
    const auto readout = one->readout();
    readout->ask();
    ASSERT_TRUE(three->check());
    ASSERT_THAT(read(*three).values, ElementsAre(1, 2, 3));

    m_queue->noteFailure(cl::Error(CL_OUT_OF_RESOURCES));
    EXPECT_THAT(read(*three).values, Each(IsNan()));
    EXPECT_TRUE(std::isnan(three->readAt(1)));
    readout->ask();
    EXPECT_TRUE(std::isnan(readout->take()));
    EXPECT_TRUE(std::isnan(readout->take()));
    three->write(std::vector<float>{5, 6, 7});
    EXPECT_THAT(read(*three).values, Each(IsNan())) << "what is written is lost";
    const auto sound = three->check();
    ASSERT_FALSE(sound);
    EXPECT_EQ(sound.error().kind, ProblemKind::Memory);
    EXPECT_FALSE(m_device->check());
}

/// A lens that fails changes nothing of a training.
TEST_F(OpenClFailure, OfARunIsThatProgramsAlone) {
    const BufferPtr training = filled({1, 2, 3});
    const BufferPtr looking = filled({4, 5, 6});
    const auto trains = counting(training);
    const auto looks = counting(looking);
    ASSERT_TRUE(trains->run(0));
    ASSERT_TRUE(looks->run(0));
    Buffer& sum = looks->output("sum");
    ASSERT_EQ(sum.readAt(0), 15);

    withKernelsRefused(1, CL_MEM_OBJECT_ALLOCATION_FAILURE, [&] {
        const auto failed = looks->run(1);
        ASSERT_FALSE(failed) << "the program has but one kernel";
        EXPECT_EQ(failed.error().kind, ProblemKind::Memory);
    });
    EXPECT_THAT(read(*looking).values, Each(IsNan()));
    EXPECT_FALSE(looking->check());
    EXPECT_TRUE(std::isnan(sum.readAt(0)));
    EXPECT_FALSE(looks->run(2)) << "with numbers that nobody knows";
    EXPECT_FALSE(counting(looking)->run(0));

    EXPECT_TRUE(m_device->check());
    ASSERT_TRUE(trains->run(1));
    EXPECT_THAT(read(*training).values, ElementsAre(3, 4, 5));
    EXPECT_EQ(trains->output("sum").readAt(0), 9);
}

TEST_F(OpenClFailure, OfARunIsOverOnceTheVariablesAreWrittenAnew) {
    const BufferPtr kept = filled({7, 8, 9});
    const BufferPtr variable = filled({1, 2, 3});
    const auto program = counting(variable);
    for (const bool copied : {false, true}) {
        withKernelsRefused(0, CL_OUT_OF_RESOURCES, [&] { ASSERT_FALSE(program->run(0)); });
        variable->writeAt(0, 1);
        EXPECT_FALSE(variable->check()) << "the others are unknown still";
        const BufferPtr copy = filled({0, 0, 0});
        copy->copyFrom(*variable);
        EXPECT_FALSE(copy->check()) << "nor is a copy better";
        EXPECT_THAT(read(*copy).values, Each(IsNan()));
        if (copied)
            variable->copyFrom(*kept);
        else
            variable->write(std::vector<float>{7, 8, 9});
        EXPECT_THAT(read(*variable).values, ElementsAre(7, 8, 9));
        ASSERT_TRUE(program->run(1));
        EXPECT_EQ(program->output("sum").readAt(0), 24);
        EXPECT_THAT(read(*variable).values, ElementsAre(8, 9, 10));
    }
}

/// The memory that a driver was to write to is its callers' again.
TEST_F(OpenClFailure, OfAReadWaitsUntilTheDriverIsDone) {
    Computation computation;
    Node x = input(*computation.graph, "x", Shape{512, 512});
    const Node other = x;
    for (int product = 0; product < 8; ++product)
        x = matmul(x, other);
    computation.outputs.push_back({"y", x});
    const auto program = m_device->load(*compile(computation)).value();
    const BufferPtr start = m_device->allocate(Shape{512, 512}).value();
    start->write(std::vector<float>(512 * 512, 0.001f));
    program->bind("x", start);
    ASSERT_TRUE(program->run(0));
    ASSERT_TRUE(program->run(1)); // does not wait, as the first one does
    cl::Event done;
    m_queue->commands().enqueueMarkerWithWaitList(nullptr, &done);
    withReadsRefused(CL_OUT_OF_HOST_MEMORY, [&] { EXPECT_TRUE(std::isnan(program->output("y").readAt(0))); });
    EXPECT_EQ(done.getInfo<CL_EVENT_COMMAND_EXECUTION_STATUS>(), CL_COMPLETE);
    const auto sound = m_device->check();
    ASSERT_FALSE(sound);
    EXPECT_EQ(sound.error().kind, ProblemKind::Memory);
}

} // namespace
} // namespace protomind
