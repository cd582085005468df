// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "engine/graph/build.h"
#include "engine/program/compile.h"

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

constexpr float kFactor = 1.25f;
constexpr float kEpsilon = 1e-8f;

/// a / (factor sqrt(v) + epsilon) for matrices of this many columns, so that also the last elements of a row
/// are computed, fewer than a vector.
std::vector<float> divided(const std::vector<float>& a, const std::vector<float>& v, LoopMethod method) {
    Computation computation;
    Graph& graph = *computation.graph;
    const Shape shape{static_cast<std::int64_t>(a.size())};
    const Node top = input(graph, "a", shape);
    const Node square = input(graph, "v", shape);
    computation.outputs.push_back(
        {"result", top / (constant(graph, kFactor) * sqrt(square) + constant(graph, kEpsilon))});
    const std::unique_ptr<Device> device = makeCpuDevice(1, method);
    std::unique_ptr<Executable> executable = *device->load(*compile(computation, {}));
    for (const auto& [name, values] : {std::pair{"a", &a}, std::pair{"v", &v}}) {
        const BufferPtr buffer = *device->allocate(shape);
        buffer->write(*values);
        executable->bind(name, buffer);
    }
    EXPECT_TRUE(executable->run(1));
    return read(executable->output("result")).values;
}

/// An optimiser's division is as exact as it need be, over all that its moments may be.
TEST(CloseDivision, IsWithinTwoBitsOfTheExactOne) {
    std::vector<float> a;
    std::vector<float> v;
    for (int exponent = -36; exponent <= 36; ++exponent)
        for (const float mantissa : {1.0f, 1.3f, 2.7182f, 5.99f, 9.999f}) {
            v.push_back(mantissa * std::pow(10.0f, static_cast<float>(exponent)));
            a.push_back((v.size() % 2 == 0 ? 1.0f : -1.0f) * mantissa * std::sqrt(v.back()));
        }
    v.push_back(0);
    a.push_back(0.5f);
    v.push_back(0);
    a.push_back(0);
    for (const LoopMethod method : {LoopMethod::Jit, LoopMethod::NarrowJit, LoopMethod::Kernels}) {
        const std::vector<float> results = divided(a, v, method);
        ASSERT_EQ(results.size(), a.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            const double exact =
                double(a[i]) / (double(kFactor) * std::sqrt(double(v[i])) + double(kEpsilon));
            ASSERT_NEAR(results[i], exact, std::abs(exact) * 4e-7) << a[i] << " over the root of " << v[i];
        }
    }
}

TEST(CloseDivision, PassesOnWhatIsNotANumber) {
    for (const LoopMethod method : {LoopMethod::Jit, LoopMethod::NarrowJit, LoopMethod::Kernels}) {
        const std::vector<float> results = divided({1, NAN, 1}, {NAN, 1, -1}, method);
        for (const float result : results)
            EXPECT_TRUE(std::isnan(result));
    }
}

} // namespace
} // namespace protomind
