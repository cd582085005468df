// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/op_agreement.h"
#include "engine/device/opencl/kept_ways.h"
#include "engine/device/opencl/opencl_device.h"
#include "engine/graph/build.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <unistd.h>

namespace protomind {
namespace {

namespace fs = std::filesystem;

/// A convolution that is large enough to be measured.
struct Large {
    Graph graph;
    Kernel kernel;

    explicit Large(std::int64_t channels) {
        const Node image = input(graph, "image", {2, 20, 20, channels});
        const Node weights = input(graph, "weights", {3, 3, channels, 32});
        kernel = {.node = convolution(image, weights, {}), .inputs = {0, 1}, .output = 2};
    }
};

/// Seconds as the test says, and how often each way was measured.
struct Stopwatch {
    std::map<ConvolutionWay, double> seconds;
    std::map<ConvolutionWay, int> measured;

    MeasureWay measure() {
        return [this](ConvolutionWay way, const Kernel&) -> std::optional<double> {
            ++measured[way];
            const auto known = seconds.find(way);
            return known != seconds.end() ? std::optional(known->second) : std::nullopt;
        };
    }
};

class KeptWaysTest : public testing::Test {
protected:
    KeptWaysTest() { fs::remove_all(m_folder); }
    ~KeptWaysTest() override { fs::remove_all(m_folder); }

    ConvolutionWay choose(Stopwatch& watch, const Kernel& kernel,
                          const std::string& conditions = "a device") {
        return KeptWays(ProgramCache(m_folder), conditions, m_limits, watch.measure()).of(kernel);
    }

    // The halves of this program run at the same time.
    fs::path m_folder = fs::path(testing::TempDir()) / fmt::format("protomind-kept-ways-{}", ::getpid());
    KernelLimits m_limits;
    Large m_large{32};
};

TEST_F(KeptWaysTest, TakesTheFastestAndStaysWithIt) {
    Stopwatch first{.seconds = {{ConvolutionWay::Winograd, 3},
                                {ConvolutionWay::Columns, 1},
                                {ConvolutionWay::Implicit, 2}}};
    EXPECT_EQ(choose(first, m_large.kernel), ConvolutionWay::Columns);
    EXPECT_EQ(first.measured.size(), 3u) << "whatever is promising";
    Stopwatch later{.seconds = {{ConvolutionWay::Winograd, 1},
                                {ConvolutionWay::Columns, 9},
                                {ConvolutionWay::Implicit, 2}}};
    EXPECT_EQ(choose(later, m_large.kernel), ConvolutionWay::Columns) << "the first choice is kept";
    EXPECT_TRUE(later.measured.empty());
    EXPECT_EQ(choose(later, Large(48).kernel), ConvolutionWay::Winograd) << "another shape";
    EXPECT_EQ(choose(later, m_large.kernel, "another device"), ConvolutionWay::Winograd);
}

TEST_F(KeptWaysTest, MeasuresOnceForAProgramWithManyOfThem) {
    Stopwatch watch{.seconds = {{ConvolutionWay::Winograd, 1},
                                {ConvolutionWay::Columns, 3},
                                {ConvolutionWay::Implicit, 2}}};
    KeptWays ways(ProgramCache(m_folder), "a device", m_limits, watch.measure());
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(ways.of(m_large.kernel), ConvolutionWay::Winograd);
    EXPECT_EQ(watch.measured[ConvolutionWay::Winograd], 1);
}

TEST_F(KeptWaysTest, PrefersTheUsualOneToALittleChance) {
    ASSERT_EQ(usualWay(m_large.kernel, m_limits), ConvolutionWay::Implicit);
    Stopwatch watch{.seconds = {{ConvolutionWay::Columns, 0.99}, {ConvolutionWay::Implicit, 1}}};
    EXPECT_EQ(choose(watch, m_large.kernel), ConvolutionWay::Implicit);
}

TEST_F(KeptWaysTest, PassesOverWhatFails) {
    Stopwatch one{.seconds = {{ConvolutionWay::Winograd, 100}}};
    EXPECT_EQ(choose(one, m_large.kernel), ConvolutionWay::Winograd);
    Stopwatch straight{.seconds = {{ConvolutionWay::Direct, 100}}};
    EXPECT_EQ(choose(straight, Large(40).kernel), ConvolutionWay::Direct) << "whatever runs";
    Stopwatch later;
    EXPECT_EQ(choose(later, Large(40).kernel), ConvolutionWay::Direct);
    EXPECT_TRUE(later.measured.empty()) << "it is kept";
    Stopwatch none;
    EXPECT_EQ(choose(none, Large(48).kernel), ConvolutionWay::Implicit) << "the usual one";
}

TEST_F(KeptWaysTest, MeasuresAgainWhatIsDamaged) {
    Stopwatch first{.seconds = {{ConvolutionWay::Columns, 1}}};
    EXPECT_EQ(choose(first, m_large.kernel), ConvolutionWay::Columns);
    for (const auto& file : fs::directory_iterator(m_folder))
        fs::resize_file(file.path(), fs::file_size(file.path()) - 1);
    Stopwatch second{.seconds = {{ConvolutionWay::Winograd, 1}}};
    EXPECT_EQ(choose(second, m_large.kernel), ConvolutionWay::Winograd);
    Stopwatch third;
    EXPECT_EQ(choose(third, m_large.kernel), ConvolutionWay::Winograd);
    EXPECT_TRUE(third.measured.empty());
}

TEST_F(KeptWaysTest, MeasuresNothingThatItCannotKeep) {
    for (const char* folder : {"", "/proc/there/is/no/such/folder"}) {
        Stopwatch watch{.seconds = {{ConvolutionWay::Winograd, 1}, {ConvolutionWay::Implicit, 2}}};
        KeptWays ways(ProgramCache(folder), "a device", m_limits, watch.measure());
        EXPECT_EQ(ways.of(m_large.kernel), ConvolutionWay::Implicit) << folder;
        EXPECT_TRUE(watch.measured.empty()) << folder;
    }
}

TEST_F(KeptWaysTest, MeasuresNothingSmall) {
    Graph graph;
    const Kernel small{
        .node = convolution(input(graph, "image", {1, 8, 8, 8}), input(graph, "weights", {3, 3, 8, 8}), {}),
        .inputs = {0, 1},
        .output = 2};
    Stopwatch watch;
    EXPECT_EQ(choose(watch, small), usualWay(small, m_limits));
    EXPECT_TRUE(watch.measured.empty());
}

TEST_F(KeptWaysTest, TriesTheStraightWayWhereAProductHasFewColumns) {
    Graph graph;
    const Node image = input(graph, "image", {2, 60, 60, 16});
    const auto ways = [&](std::int64_t kernels, const ConvolutionAttributes& attributes) {
        const Node weights = input(graph, "weights", {7, 7, 16 / attributes.groups, kernels});
        return promisingWays({.node = convolution(image, weights, attributes), .inputs = {0, 1}, .output = 2},
                             m_limits);
    };
    using enum ConvolutionWay;
    EXPECT_EQ(ways(2, {}), (std::vector{Direct, Columns}));
    EXPECT_EQ(ways(6, {}), (std::vector{Direct, Columns, Implicit}));
    EXPECT_EQ(ways(32, {}), (std::vector{Columns, Implicit}));
    EXPECT_EQ(ways(96, {.groups = 16}), (std::vector{Direct, Implicit}));
    EXPECT_EQ(ways(32, {.groups = 16}), (std::vector{Direct}));
}

/// On the device itself: whatever it chooses is right, and another one in the same folder gives the same
/// bits.
TEST_F(KeptWaysTest, ADeviceThatMeasuresComputesTheSameEachTime) {
    Computation computation;
    const Node x = input(*computation.graph, "x0", {2, 16, 16, 32});
    const Node weights = input(*computation.graph, "x1", {3, 3, 32, 32});
    computation.outputs = {{"y", convolution(x, weights, {.paddingBefore = {1, 1}, .paddingAfter = {1, 1}})}};
    std::vector<HostArray> inputs{HostArray(x.shape()), HostArray(weights.shape())};
    RandomStream random(5);
    for (HostArray& array : inputs)
        std::ranges::generate(array.values, [&] { return random.normal(); });
    const auto result = [&] {
        const auto device = *makeOpenClDevice(0, {.cacheFolder = m_folder, .measureConvolutions = true});
        return runOn(*device, computation, inputs);
    };
    const std::vector<HostArray> first = result();
    expectAgreement({.name = "measured", .tolerance = 2e-5}, computation, first,
                    plainResults(computation, inputs), "measured");
    EXPECT_EQ(first, result());
}

} // namespace
} // namespace protomind
