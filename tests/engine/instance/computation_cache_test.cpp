// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "engine/graph/build.h"
#include "engine/instance/computation_cache.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

class ComputationCacheTest : public testing::Test {
protected:
    void keep(const std::string& key, std::int64_t elements = 2) {
        Computation computation;
        const Node samples = input(*computation.graph, "samples", Shape{elements});
        computation.outputs.push_back({"sum", reduceSum(samples)});
        m_cache.makeRoom();
        m_cache.keep(key, CompiledComputation::load(*m_device, computation, m_variables).value());
    }
    static std::string name(std::size_t number) { return std::to_string(number); }

    static constexpr std::size_t kMost = ComputationCache::kMostKept;
    std::unique_ptr<Device> m_device = makeCpuDevice(2);
    VariableStore m_variables;
    ComputationCache m_cache;
};

TEST_F(ComputationCacheTest, NeverKeepsMoreThanItsBoundHoweverManyAreAsked) {
    for (std::size_t i = 0; i < 3 * kMost; ++i) {
        keep(name(i));
        EXPECT_LE(m_cache.size(), kMost);
        EXPECT_NE(m_cache.find(name(i)), nullptr);
    }
    EXPECT_EQ(m_cache.size(), kMost);
}

TEST_F(ComputationCacheTest, LetsThoseGoThatWereNotAskedForLongest) {
    for (std::size_t i = 0; i < kMost; ++i)
        keep(name(i));
    CompiledComputation* const first = m_cache.find(name(0));
    keep("another");
    EXPECT_EQ(m_cache.find(name(0)), first);
    EXPECT_EQ(m_cache.find(name(1)), nullptr);
    EXPECT_NE(m_cache.find(name(2)), nullptr);
}

TEST_F(ComputationCacheTest, LetsLargeOnesGoEarlierButNotTheLast) {
    m_cache = ComputationCache(100000);
    keep("small");
    keep("large", 60000);
    EXPECT_EQ(m_cache.size(), 2u);
    keep("as large", 60000);
    EXPECT_EQ(m_cache.size(), 1u);
    keep("larger than all", 200000);
    EXPECT_EQ(m_cache.size(), 1u);
    EXPECT_NE(m_cache.find("larger than all"), nullptr);
    EXPECT_GT(m_cache.elements(), 100000);
}

} // namespace
} // namespace protomind
