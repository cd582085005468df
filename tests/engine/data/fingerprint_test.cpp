// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/fingerprint.h"
#include "engine/data/whole_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

std::vector<Fingerprint> ofText(const std::string& text, std::uint64_t seed = 7) {
    return fingerprints(*opened(text, seed).training);
}

TEST(Fingerprint, NamesASampleByWhatIsInItWhereverItStands) {
    const auto all = ofText("pairs?data=0,1;2,3;4,5");
    EXPECT_EQ(setOf(all).size(), 3u);
    EXPECT_THAT(ofText("pairs?data=4,5;0,1;2,3;8,9"), testing::IsSupersetOf(all));
    // Another target is another sample, and so is the other way round.
    EXPECT_THAT(ofText("pairs?data=0,2;3,2;5,4"), testing::Each(testing::Not(testing::AnyOfArray(all))));
}

TEST(Fingerprint, TellsEqualSamplesApart) {
    const auto all = ofText("pairs?data=0,1;2,3;0,1;0,1");
    const FingerprintSet set = setOf(all);
    EXPECT_EQ(set.size(), 4u);
    EXPECT_TRUE(containsContent(setOf({all[2]}), all[0]));
    EXPECT_FALSE(contains(setOf({all[2]}), all[0]));
    EXPECT_FALSE(containsContent(setOf({all[2]}), all[1]));
}

TEST(Fingerprint, OfManySamplesAreAllDifferent) {
    for (const char* text :
         {"spiral?samples=5000", "digits?samples=2000", "shapes?samples=500", "line?samples=5000"}) {
        const auto all = ofText(text);
        EXPECT_EQ(setOf(all).size(), all.size()) << text;
        EXPECT_EQ(ofText(text), all) << text;
        const FingerprintSet set = setOf(all);
        EXPECT_TRUE(std::ranges::none_of(ofText(text, 8), [&](Fingerprint other) {
            return containsContent(set, other);
        })) << text;
    }
}

/// Files keep them: they are the same on every machine and in every version.
TEST(Fingerprint, StaysAsItWas) {
    EXPECT_THAT(ofText("pairs?data=0,1;2,3;0,1"),
                testing::ElementsAre(8309863037203906560u, 17631971465302638592u, 8309863037203906561u));
}

TEST(FingerprintSet, HasWhatEitherHas) {
    EXPECT_EQ(setOf({3, 1, 2, 1}), (FingerprintSet{1, 2, 3}));
    EXPECT_EQ(unionOf({1, 3}, {2, 3}), (FingerprintSet{1, 2, 3}));
    EXPECT_TRUE(contains({1, 3}, 3));
    EXPECT_FALSE(contains({1, 3}, 2));
}

} // namespace
} // namespace protomind
