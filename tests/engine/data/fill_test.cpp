// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"
#include "engine/data/batch_order.h"
#include "engine/data/fill.h"
#include "engine/data/whole_set.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

TEST(Fill, EqualsReadingOneByOneWithAnyNumberOfThreads) {
    const DataSetPtr set = opened("digits?samples=500&test=10").training;
    const WholeSet all(*set);
    const std::vector<std::uint32_t> order = epochOrder(set->size(), 1, 0);
    threadPool().grow(3);
    for (const int threads : {1, 3}) {
        std::vector<float> samples(all.samples.size());
        std::vector<float> targets(all.targets.size());
        fillBatch(*set, order, samples, targets, threads);
        for (std::size_t i = 0; i < order.size(); ++i) {
            ASSERT_EQ(targets[i], all.targets[order[i]]);
            ASSERT_TRUE(std::ranges::equal(std::span(samples).subspan(i * all.sampleSize, all.sampleSize),
                                           all.sample(order[i])));
        }
    }
}

TEST(Fill, RefusesSpansOfAnotherSize) {
    const DataSetPtr set = opened("circle").training;
    const std::vector<std::uint32_t> indices = {1, 2, 3};
    std::vector<float> samples(6);
    std::vector<float> targets(3);
    EXPECT_NO_THROW(fillBatch(*set, indices, samples, targets));
    EXPECT_THROW(fillBatch(*set, indices, std::span(samples).first(5), targets), std::logic_error);
    EXPECT_THROW(fillBatch(*set, indices, samples, std::span(targets).first(2)), std::logic_error);
}

} // namespace
} // namespace protomind
