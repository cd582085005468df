// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/split.h"
#include "engine/data/subset.h"
#include "engine/data/whole_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {
namespace {

std::vector<std::uint32_t> indicesOf(const DataSetPtr& part) {
    const auto* subset = dynamic_cast<const Subset*>(part.get());
    if (!subset)
        return {};
    return {subset->indices().begin(), subset->indices().end()};
}

TEST(Split, IsAPartitionOfTheRightSizes) {
    for (const int size : {2, 3, 10, 101, 400})
        for (const double share : {0.0, 0.1, 0.25, 0.5, 0.99}) {
            const DataSetPtr whole = opened("circle?samples=" + std::to_string(size)).training;
            const ValidationSplit split = splitForValidation(whole, share, 3);
            const auto aside = std::min<std::int64_t>(std::llround(share * size), size - 1);
            if (aside == 0) {
                EXPECT_EQ(split.training, whole);
                EXPECT_EQ(split.validation, nullptr);
                continue;
            }
            EXPECT_EQ(split.validation->size(), aside);
            EXPECT_EQ(split.training->size(), size - aside);
            std::vector<std::uint32_t> all = indicesOf(split.training);
            std::ranges::copy(indicesOf(split.validation), std::back_inserter(all));
            std::ranges::sort(all);
            std::vector<std::uint32_t> expected(static_cast<std::size_t>(size));
            std::iota(expected.begin(), expected.end(), 0u);
            EXPECT_EQ(all, expected);
        }
}

TEST(Split, FollowsTheSeedAlone) {
    const DataSetPtr whole = opened("circle").training;
    const auto first = indicesOf(splitForValidation(whole, 0.2, 1).validation);
    EXPECT_EQ(indicesOf(splitForValidation(whole, 0.2, 1).validation), first);
    EXPECT_NE(indicesOf(splitForValidation(whole, 0.2, 2).validation), first);
}

TEST(Split, KeepsNothingAsideThatWasLearnedFrom) {
    const DataSetPtr whole = opened("circle?samples=60").training;
    const ValidationSplit before = splitForValidation(whole, 0.2, 7);
    std::vector<bool> learned(60, false);
    for (const std::uint32_t index : indicesOf(before.training))
        learned[index] = true;
    for (const std::uint64_t seed : {7, 8, 9}) {
        const ValidationSplit again = splitForValidation(whole, 0.2, seed, learned);
        EXPECT_EQ(indicesOf(again.validation), indicesOf(before.validation));
        EXPECT_EQ(indicesOf(again.training), indicesOf(before.training));
        EXPECT_EQ(again.wanted, 12);
    }
    const ValidationSplit more = splitForValidation(whole, 0.5, 7, learned);
    EXPECT_EQ(more.wanted, 30);
    EXPECT_EQ(indicesOf(more.validation), indicesOf(before.validation));
    const ValidationSplit less = splitForValidation(whole, 0.1, 8, learned);
    EXPECT_EQ(less.validation->size(), 6);
    EXPECT_THAT(indicesOf(before.validation), testing::IsSupersetOf(indicesOf(less.validation)));
}

TEST(Split, KeepsNothingAsideWhereAllWasLearnedFrom) {
    const DataSetPtr whole = opened("circle?samples=60").training;
    const ValidationSplit split = splitForValidation(whole, 0.2, 7, std::vector<bool>(60, true));
    EXPECT_EQ(split.training, whole);
    EXPECT_EQ(split.validation, nullptr);
    EXPECT_EQ(split.wanted, 12);
}

TEST(Split, RefusesASharePastTheWhole) {
    const DataSetPtr whole = opened("circle").training;
    EXPECT_THROW((void)splitForValidation(whole, 1.0, 1), std::logic_error);
    EXPECT_THROW((void)splitForValidation(whole, -0.1, 1), std::logic_error);
}

TEST(Subset, ReadsWhatItsIndicesName) {
    const DataSetPtr whole = opened("line").training;
    const WholeSet all(*whole);
    const WholeSet some(Subset(whole, {5, 0, 5, 99}));
    EXPECT_THAT(some.samples,
                testing::ElementsAre(all.samples[5], all.samples[0], all.samples[5], all.samples[99]));
    EXPECT_THAT(some.targets,
                testing::ElementsAre(all.targets[5], all.targets[0], all.targets[5], all.targets[99]));
}

TEST(Subset, RefusesAnIndexOutsideTheSet) {
    const DataSetPtr whole = opened("line").training;
    EXPECT_THROW(Subset(whole, {100}), std::logic_error);
}

} // namespace
} // namespace protomind
