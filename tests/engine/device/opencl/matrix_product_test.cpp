// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/op_agreement.h"
#include "engine/device/opencl/call_counts.h"
#include "engine/device/opencl/matrix_product.h"
#include "engine/device/opencl/queue_device.h"
#include "engine/device/opencl/tune/override.h"

#include <gtest/gtest.h>

#include <cmath>

#include "whole_run.h"

namespace protomind {
namespace {

/// The library lays matrices out anew for every product, as graphics cards have it for large ones, in tiles
/// of 8 x 16 (small ones, which a processor's compiler is soon done with); as before at the end.
class WithLargeProductsKernel {
public:
    explicit WithLargeProductsKernel(const cl::Device& device)
        : m_device(device)
        , m_former(presentParameters(device)) {
        Tuning tuning = m_former;
        tuning["Xgemm"] = {{"GEMMK", 0}, {"KREG", 1},  {"KWG", 16},  {"KWI", 2},  {"MDIMA", 8}, {"MDIMC", 8},
                           {"MWG", 8},   {"NDIMB", 8}, {"NDIMC", 8}, {"NWG", 16}, {"SA", 0},    {"SB", 0},
                           {"STRM", 0},  {"STRN", 0},  {"VWM", 1},   {"VWN", 1}};
        tuning[kProductRoutine] = {{kLeastIndirect, 1}};
        EXPECT_TRUE(overrideParameters(device, tuning));
    }
    ~WithLargeProductsKernel() { overrideParameters(m_device, m_former); }
    WithLargeProductsKernel(const WithLargeProductsKernel&) = delete;
    WithLargeProductsKernel& operator=(const WithLargeProductsKernel&) = delete;

private:
    cl::Device m_device;
    Tuning m_former;
};

std::vector<float> someNumbers(std::int64_t count, std::uint64_t seed) {
    RandomStream random(seed);
    std::vector<float> numbers(static_cast<std::size_t>(count));
    std::ranges::generate(numbers, [&] { return random.uniform(-1, 1); });
    return numbers;
}

/// Products that lie behind other numbers in the same memory, and how far theirs are from plain sums. What
/// is before and behind the result stays as it is.
void expectPlainSums(OpenClQueue& queue, const MatrixProduct& p, std::int64_t begin, bool byItself) {
    const auto leftAll = someNumbers(begin + p.batches * p.m * p.k, 1);
    const auto rightAll = someNumbers(begin + p.batches * p.k * p.n, 2);
    auto found = someNumbers(begin + p.batches * p.m * p.n + begin, 3);
    const auto before = found;
    const auto send = [&](const std::vector<float>& numbers) {
        const OpenClPlace place{queue.allocate(std::ssize(numbers)), begin};
        queue.commands().enqueueWriteBuffer(place.memory, CL_TRUE, 0, numbers.size() * sizeof(float),
                                            numbers.data());
        return place;
    };
    const OpenClPlace left = send(leftAll);
    const OpenClPlace right = send(rightAll);
    const OpenClPlace result = send(found);
    const auto placed = [&](const OpenClPlace& place, std::int64_t elements) {
        return byItself ? atItsBeginning(place, elements) : place;
    };
    enqueueProduct(queue.commands(), p, placed(left, p.batches * p.m * p.k),
                   placed(right, p.batches * p.k * p.n), placed(result, p.batches * p.m * p.n));
    queue.commands().enqueueReadBuffer(result.memory, CL_TRUE, 0, found.size() * sizeof(float), found.data());
    const auto at = [](std::int64_t index) { return static_cast<std::size_t>(index); };
    for (std::int64_t i = 0; i < std::ssize(found); ++i) {
        const std::int64_t element = i - begin;
        double wanted = before[at(i)];
        if (element >= 0 && element < p.batches * p.m * p.n) {
            const std::int64_t batch = element / (p.m * p.n);
            const std::int64_t row = element / p.n % p.m;
            const std::int64_t column = element % p.n;
            wanted = p.accumulate ? wanted : 0;
            for (std::int64_t j = 0; j < p.k; ++j) {
                const std::int64_t a = p.transposeLeft ? j * p.m + row : row * p.k + j;
                const std::int64_t b = p.transposeRight ? column * p.k + j : j * p.n + column;
                wanted += static_cast<double>(leftAll[at(begin + batch * p.m * p.k + a)]) *
                          static_cast<double>(rightAll[at(begin + batch * p.k * p.n + b)]);
            }
        }
        ASSERT_NEAR(found[at(i)], wanted, 1e-4 * std::sqrt(static_cast<double>(p.k)))
            << p.batches << " of " << p.m << " x " << p.n << " x " << p.k << ", " << p.transposeLeft
            << p.transposeRight << ", from " << begin << ", at " << element;
    }
}

OpenClQueuePtr ownQueue() {
    return std::make_shared<OpenClQueue>(findHardware().at(0), ProgramCache({}));
}

/// Whole tiles, of which the library needs no copies, and others; one and several; wherever they begin.
TEST(MatrixProduct, IsThatOfPlainSumsWhereverItsMatricesBegin) {
    const OpenClQueuePtr queue = ownQueue();
    const std::int64_t aligned = queue->hardware().alignmentBytes / 4;
    const WithLargeProductsKernel large(queue->hardware().device);
    // What fills others up takes several more kernels, and PoCL seconds for each.
    const std::vector<std::int64_t> edges =
        isWholeRun() ? std::vector<std::int64_t>{32, 19} : std::vector<std::int64_t>{32};
    for (const bool transposeLeft : {false, true}) {
        for (const bool transposeRight : {false, true}) {
            for (const std::int64_t batches : {1, 3}) {
                for (const std::int64_t edge : edges) {
                    const MatrixProduct product{.batches = batches,
                                                .m = edge,
                                                .n = edge,
                                                .k = edge,
                                                .transposeLeft = transposeLeft,
                                                .transposeRight = transposeRight};
                    expectPlainSums(*queue, product, 0, false);
                    expectPlainSums(*queue, product, aligned, false);
                    expectPlainSums(*queue, product, aligned, true);
                    expectPlainSums(*queue, product, 5, true);
                }
            }
        }
    }
}

TEST(MatrixProduct, IsAddedToWhatThereIs) {
    const OpenClQueuePtr queue = ownQueue();
    const WithLargeProductsKernel large(queue->hardware().device);
    expectPlainSums(*queue, {.m = 32, .n = 16, .k = 32, .transposeLeft = true, .accumulate = true}, 5, true);
    expectPlainSums(*queue, {.batches = 2, .m = 32, .n = 16, .k = 32, .accumulate = true}, 0, true);
}

/// As attention asks for them: what is multiplied was computed before, and lies somewhere in the arena.
TEST(MatrixProduct, OfSeveralComputedMatricesAgreesWithThePlainReference) {
    const OpenClQueuePtr queue = ownQueue();
    const WithLargeProductsKernel large(queue->hardware().device);
    const auto device = makeQueueDevice(queue);
    Computation computation;
    const Node x = input(*computation.graph, "x0", Shape{2, 32, 32});
    const Node queries = tanh(x);
    const Node keys = tanh(2.0f * x);
    const Node scores = matmul(queries, keys, false, true);
    computation.outputs = {{"scores", scores}, {"mixed", matmul(scores, keys) * 0.1f + queries}};
    HostArray values(Shape{2, 32, 32});
    values.values = someNumbers(2 * 32 * 32, 4);
    OpCase one{.name = "attention", .tolerance = 1e-5};
    expectAgreement(one, computation, runOn(*device, computation, {values}),
                    plainResults(computation, {values}), "whole tiles");
}

/// What the library lays out anew goes into memory that is there.
TEST(MatrixProduct, TakesNoMemoryInAStep) {
    const OpenClQueuePtr queue = ownQueue();
    const WithLargeProductsKernel large(queue->hardware().device);
    const auto device = makeQueueDevice(queue);
    Computation computation;
    const Node x = input(*computation.graph, "x0", Shape{70, 67});
    computation.outputs = {{"y", matmul(tanh(x), exp(x), false, true)}};
    const auto executable = *device->load(*compile(computation));
    executable->bind("x0", *device->allocate(Shape{70, 67}));
    ASSERT_TRUE(executable->run(0));
    ASSERT_TRUE(executable->run(1)); // the first runs are waited for
    EXPECT_GT(executable->scratchElements(), 70 * 67);
    const OpenClCalls calls = callsOf([&] { EXPECT_TRUE(executable->run(2)); });
    EXPECT_GE(calls.commands, 4) << "two loops, a copy for the library at least, and its product";
    EXPECT_EQ(calls.buffers, 0);
    EXPECT_EQ(calls.events, 0) << "of the library's own, too";
    EXPECT_EQ(calls.drains, 0);
}

/// Other parameters than those that the step was prepared for need more room.
TEST(MatrixProduct, IsComputedWhereItsMemoryIsTooSmallByNow) {
    const OpenClQueuePtr queue = ownQueue();
    const auto device = makeQueueDevice(queue);
    Computation computation;
    const Node x = input(*computation.graph, "x0", Shape{70, 67});
    computation.outputs = {{"y", matmul(x, x, false, true)}};
    const auto executable = *device->load(*compile(computation));
    HostArray values(Shape{70, 67});
    values.values = someNumbers(70 * 67, 6);
    const BufferPtr buffer = *device->allocate(values.shape);
    buffer->write(values.values);
    executable->bind("x0", buffer);
    const WithLargeProductsKernel large(queue->hardware().device);
    ASSERT_TRUE(executable->run(0));
    OpCase one{.name = "square", .tolerance = 1e-5};
    expectAgreement(one, computation, {read(executable->output("y"))}, plainResults(computation, {values}),
                    "other parameters");
}

TEST(AtItsBeginning, GivesThePlaceAsMemoryOfItsOwnWhereTheDeviceAllowsOne) {
    const OpenClQueuePtr queue = ownQueue();
    const std::int64_t aligned = queue->hardware().alignmentBytes / 4;
    const OpenClPlace whole{queue->allocate(3 * aligned), 0};
    EXPECT_EQ(atItsBeginning(whole, aligned).memory(), whole.memory());
    const OpenClPlace apart = atItsBeginning({whole.memory, aligned}, aligned);
    EXPECT_EQ(apart.begin, 0);
    EXPECT_NE(apart.memory(), whole.memory());
    EXPECT_EQ(apart.memory.getInfo<CL_MEM_SIZE>(), static_cast<std::size_t>(aligned) * sizeof(float));
    const OpenClPlace crooked = atItsBeginning({whole.memory, 1}, aligned);
    EXPECT_EQ(crooked.begin, 1);
    EXPECT_EQ(crooked.memory(), whole.memory());
}

} // namespace
} // namespace protomind
