// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/train/batch_runner.h"
#include "engine/train/small_run.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// Runners that double their samples, and the sizes that they were made for, in order.
class KeptRunners : public testing::Test {
protected:
    BatchRunner* ask(std::int64_t batch) {
        Result<BatchRunner*> runner = m_runners.forBatch(batch);
        EXPECT_TRUE(runner) << runner.error().text();
        return *runner;
    }
    /// Whether it had to be made for the question.
    bool madeFor(std::int64_t batch) {
        const std::size_t before = m_made.size();
        ask(batch);
        return m_made.size() > before;
    }

    static constexpr std::int64_t kNormal = 64;
    static constexpr auto kMost = static_cast<std::int64_t>(BatchRunners::kMostKept);

    std::unique_ptr<Device> m_device = testDevice();
    std::unique_ptr<NetworkInstance> m_network =
        NetworkInstance::create(chain({1}, {{"flatten", {}}}), *m_device, 1).value();
    std::vector<std::int64_t> m_made;
    BatchRunners m_runners{*m_network, [this](std::int64_t batch) {
                               m_made.push_back(batch);
                               Computation computation;
                               const Node samples = input(*computation.graph, kSamples, Shape{batch});
                               computation.outputs.push_back({"doubled", samples * 2.0f});
                               return computation;
                           }};
};

TEST_F(KeptRunners, AreMadeOnce) {
    BatchRunner* const one = ask(1);
    BatchRunner* const two = ask(2);
    EXPECT_EQ(ask(1), one);
    EXPECT_EQ(ask(2), two);
    EXPECT_EQ(m_made, (std::vector<std::int64_t>{1, 2}));
    two->samples()[0] = 3;
    two->samples()[1] = 4;
    ASSERT_TRUE(two->run(0));
    EXPECT_EQ(two->read("doubled").values, (std::vector<float>{6, 8}));
}

TEST_F(KeptRunners, GoWhereTheyWereNotAskedForLongest) {
    for (std::int64_t batch = 1; batch <= kMost; ++batch)
        ask(batch);
    EXPECT_FALSE(madeFor(1));
    EXPECT_TRUE(madeFor(kMost + 1)); // instead of 2, the oldest now
    EXPECT_FALSE(madeFor(1));
    EXPECT_FALSE(madeFor(3));
    EXPECT_TRUE(madeFor(2));
}

TEST_F(KeptRunners, KeepTheNormalSize) {
    m_runners.setNormal(kNormal);
    BatchRunner* const normal = ask(kNormal);
    for (std::int64_t batch = 1; batch < kNormal; ++batch)
        ask(batch);
    EXPECT_EQ(ask(kNormal), normal);
    EXPECT_FALSE(madeFor(kNormal));
    EXPECT_TRUE(madeFor(1));
    // The others are the last that were asked for.
    for (std::int64_t batch = kNormal - 1; batch > kNormal - kMost + 1; --batch)
        EXPECT_FALSE(madeFor(batch)) << batch;
}

} // namespace
} // namespace protomind
