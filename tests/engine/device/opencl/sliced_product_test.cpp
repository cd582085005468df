// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/op_agreement.h"
#include "engine/device/opencl/queue_device.h"
#include "engine/device/opencl/sliced_product.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

namespace protomind {
namespace {

constexpr KernelLimits kWide{.groupItems = 64, .localBytes = 16384, .computeUnits = 16};

TEST(SumSlices, AreTheWholeSumWhateverItsLength) {
    RandomStream random(3);
    const auto below = [&](std::uint64_t count) {
        return 1 + static_cast<std::int64_t>(random.below(count));
    };
    int sliced = 0;
    for (int round = 0; round < 2000; ++round) {
        const MatrixProduct product{.m = below(300), .n = below(300), .k = below(100'000)};
        const KernelLimits limits{
            .groupItems = 64, .localBytes = 4096, .computeUnits = 1 + random.below(200)};
        const SumSlices slices = SlicedProduct::slicesOf(product, limits);
        EXPECT_EQ(slices.length * slices.whole + slices.rest, product.k);
        EXPECT_GE(slices.whole, 1);
        EXPECT_LT(slices.rest, slices.length);
        EXPECT_EQ(SlicedProduct::pays(product, limits), slices.count() > 1);
        if (slices.count() > 1) {
            ++sliced;
            EXPECT_GE(slices.length, 128);
            EXPECT_GT(product.k, 16 * std::max(product.m, product.n));
            EXPECT_LE(slices.count(), static_cast<std::int64_t>(4 * limits.computeUnits));
        }
    }
    EXPECT_GT(sliced, 200);
}

TEST(SumSlices, AreForProductsThatLeaveMostOfADeviceIdle) {
    const MatrixProduct gradient{.m = 144, .n = 32, .k = 100'000, .transposeLeft = true};
    EXPECT_TRUE(SlicedProduct::pays(gradient, kWide));
    MatrixProduct other = gradient;
    other.k = 16 * 144;
    EXPECT_FALSE(SlicedProduct::pays(other, kWide)) << "a short sum";
    other = gradient;
    other.m = 64 * 64;
    other.k = 1 << 20;
    EXPECT_FALSE(SlicedProduct::pays(other, kWide)) << "tiles enough";
    other = gradient;
    other.batches = 3;
    EXPECT_FALSE(SlicedProduct::pays(other, kWide)) << "several at once already";
}

std::vector<float> numbersFrom(std::int64_t count, std::uint64_t seed) {
    RandomStream random(seed);
    std::vector<float> numbers(static_cast<std::size_t>(count));
    std::ranges::generate(numbers, [&] { return random.uniform(-1, 1); });
    return numbers;
}

/// A product computed in slices, from operands and to a result that lie somewhere in memory; twice.
void expectPlainSumsTwice(OpenClQueue& queue, const MatrixProduct& p, std::int64_t begin,
                          std::int64_t scratchBegin) {
    ASSERT_TRUE(SlicedProduct::pays(p, kWide)) << p.m << " x " << p.n << " x " << p.k;
    const auto at = [](std::int64_t index) { return static_cast<std::size_t>(index); };
    const auto left = numbersFrom(begin + p.m * p.k, 1);
    const auto right = numbersFrom(begin + p.k * p.n, 2);
    const auto before =
        p.accumulate ? numbersFrom(begin + p.m * p.n, 3)
                     : std::vector<float>(at(begin + p.m * p.n), std::numeric_limits<float>::quiet_NaN());
    const auto send = [&](const std::vector<float>& numbers) {
        const OpenClPlace place{queue.allocate(std::ssize(numbers)), begin};
        queue.commands().enqueueWriteBuffer(place.memory, CL_TRUE, 0, numbers.size() * sizeof(float),
                                            numbers.data());
        return place;
    };
    const std::vector<OpenClPlace> places{send(left), send(right), send(before)};
    SlicedProduct product(p, 2, {"sum_slices", "slices"}, kWide, scratchBegin);
    std::string text(sharedKernelText());
    for (const KernelSource* source : product.sources())
        text += source->text;
    product.build(queue.build(text));
    product.prepare(queue.commands());
    const cl::Buffer scratch = queue.allocate(product.scratchElements());
    const std::vector<float> others = numbersFrom(std::max<std::int64_t>(1, scratchBegin), 4);
    queue.commands().enqueueWriteBuffer(scratch, CL_TRUE, 0, others.size() * sizeof(float), others.data());
    product.bind(places, places[0], places[1], scratch);
    std::vector<std::uint32_t> first;
    for (int time = 0; time < 2; ++time) {
        queue.commands().enqueueWriteBuffer(places[2].memory, CL_TRUE, 0, before.size() * sizeof(float),
                                            before.data());
        product.enqueue(queue.commands(), 0);
        std::vector<float> found(before.size());
        queue.commands().enqueueReadBuffer(places[2].memory, CL_TRUE, 0, found.size() * sizeof(float),
                                           found.data());
        for (std::int64_t i = 0; i < p.m * p.n; ++i) {
            double wanted = p.accumulate ? before[at(begin + i)] : 0.0;
            const std::int64_t row = i / p.n;
            const std::int64_t column = i % p.n;
            for (std::int64_t j = 0; j < p.k; ++j) {
                const std::int64_t a = p.transposeLeft ? j * p.m + row : row * p.k + j;
                const std::int64_t b = p.transposeRight ? column * p.k + j : j * p.n + column;
                wanted +=
                    static_cast<double>(left[at(begin + a)]) * static_cast<double>(right[at(begin + b)]);
            }
            ASSERT_NEAR(found[at(begin + i)], wanted, 2e-5 * std::sqrt(static_cast<double>(p.k)))
                << p.m << " x " << p.n << " x " << p.k << ", " << p.transposeLeft << p.transposeRight
                << ", from " << begin << ", at " << i;
        }
        std::vector<std::uint32_t> bits;
        for (std::int64_t i = 0; i < p.m * p.n; ++i)
            bits.push_back(std::bit_cast<std::uint32_t>(found[at(begin + i)]));
        if (time == 0)
            first = bits;
        EXPECT_EQ(bits, first);
    }
    if (scratchBegin > 0) {
        std::vector<float> kept(others.size());
        queue.commands().enqueueReadBuffer(scratch, CL_TRUE, 0, kept.size() * sizeof(float), kept.data());
        EXPECT_EQ(kept, others) << "what is before the partial results is another's";
    }
}

TEST(SlicedProduct, IsThatOfPlainSumsWithTheSameBitsEveryTime) {
    const auto queue = std::make_shared<OpenClQueue>(findHardware().at(0), ProgramCache({}));
    for (const bool transposeLeft : {false, true}) {
        for (const bool transposeRight : {false, true}) {
            for (const std::int64_t k : {1024, 1999}) {
                const MatrixProduct product{.m = 24,
                                            .n = 16,
                                            .k = k,
                                            .transposeLeft = transposeLeft,
                                            .transposeRight = transposeRight};
                expectPlainSumsTwice(*queue, product, 0, 0);
                expectPlainSumsTwice(*queue, product, 37, SlicedProduct::kScratchAlignment);
            }
        }
    }
    expectPlainSumsTwice(*queue, {.m = 1, .n = 3, .k = 777, .transposeLeft = true, .accumulate = true}, 5, 0);
    expectPlainSumsTwice(*queue, {.m = 65, .n = 2, .k = 3001, .transposeLeft = true, .accumulate = true}, 0,
                         SlicedProduct::kScratchAlignment);
}

/// As a step of a program: the gradient of a layer's weights over many samples.
TEST(SlicedProduct, OfAProgramAgreesWithThePlainReference) {
    Hardware hardware = findHardware().at(0);
    hardware.limits = kWide;
    const auto device = makeQueueDevice(std::make_shared<OpenClQueue>(std::move(hardware), ProgramCache({})));
    Computation computation;
    const Node x = input(*computation.graph, "x0", Shape{3000, 20});
    const Node y = input(*computation.graph, "x1", Shape{3000, 9});
    ASSERT_TRUE(SlicedProduct::pays({.m = 20, .n = 9, .k = 3000, .transposeLeft = true}, kWide));
    computation.outputs = {{"gradient", matmul(tanh(x), tanh(y), true, false)}};
    std::vector<HostArray> inputs{HostArray(Shape{3000, 20}), HostArray(Shape{3000, 9})};
    for (HostArray& one : inputs)
        one.values = numbersFrom(one.shape.elementCount(), 5);
    OpCase one{.name = "gradient", .tolerance = 1e-5};
    const auto found = runOn(*device, computation, inputs);
    expectAgreement(one, computation, found, plainResults(computation, inputs), "in slices");
    EXPECT_EQ(found, runOn(*device, computation, inputs));
}

} // namespace
} // namespace protomind
