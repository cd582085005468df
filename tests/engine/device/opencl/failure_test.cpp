// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/call_counts.h"
#include "engine/device/opencl/opencl_queue.h"
#include "engine/device/opencl/queue_device.h"
#include "engine/graph/build.h"
#include "engine/program/compile.h"

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

class OpenClFailure : public testing::Test {
protected:
    OpenClQueuePtr m_queue = std::make_shared<OpenClQueue>(findHardware().at(0), ProgramCache({}));
    std::unique_ptr<Device> m_device = makeQueueDevice(m_queue);
};

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
