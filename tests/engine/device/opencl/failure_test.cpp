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
