// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/filter_visit.h"
#include "studio/course/some_filters.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(FilterVisit, CountsPlacesAndGoodGuessesOfDifferentAnswers) {
    FilterVisit visit;
    visit.begin("edge");
    EXPECT_EQ(visit.pictureName(), "edge");
    visit.moveTo({0, 0}, kBlur);
    EXPECT_TRUE(visit.places().empty()) << "it was there";
    visit.moveTo({2, 3}, kBlur);
    visit.moveTo({2, 4}, kBlur);
    visit.moveTo({2, 3}, kBlur);
    EXPECT_EQ(visit.places().size(), 2U);
    visit.moveTo({99, -5}, kBlur);
    EXPECT_EQ(visit.place(kBlur), (FilterPlace{9, 0})) << "brought in";

    visit.guess(65, kBlur);
    EXPECT_EQ(visit.goodGuesses(), 1) << "60 is there, and 5 off is near";
    ASSERT_NE(visit.guessAt({9, 0}, kBlur), nullptr);
    EXPECT_EQ(visit.guessAt({9, 0}, kBlur)->guess, 65);
    EXPECT_EQ(visit.guessAt({9, 0}, kSharpen), nullptr) << "the answer is another one now";
    visit.guess(60, kBlur);
    EXPECT_EQ(visit.guesses().size(), 1U) << "it was seen already";
    visit.moveTo({5, 1}, kBlur);
    visit.guess(60, kBlur);
    EXPECT_EQ(visit.goodGuesses(), 1) << "the same answer";
    visit.moveTo({5, 9}, kBlur);
    visit.guess(150, kBlur);
    EXPECT_EQ(visit.goodGuesses(), 1) << "30 off";
    visit.moveTo({4, 9}, kBlur);
    visit.guess(180, kBlur);
    EXPECT_EQ(visit.goodGuesses(), 2);
    EXPECT_EQ(visit.guesses().size(), 4U);
    visit.beginPage();
    EXPECT_TRUE(visit.guesses().empty());
    EXPECT_TRUE(visit.places().empty());
    EXPECT_EQ(visit.place(kBlur), (FilterPlace{4, 9})) << "the window stays";
    visit.begin("nothing");
    EXPECT_EQ(visit.picture(), nullptr);
    EXPECT_EQ(visit.place(kBlur), FilterPlace{});
}

} // namespace
} // namespace protomind
