// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/filter_measures.h"
#include "studio/course/some_filters.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(FilterMeasures, TellWhatAFilterDoesWhateverItsNumbers) {
    const GreyPicturePtr picture = filterPicture("square");
    ASSERT_NE(picture, nullptr);
    for (const std::int64_t stride : {1, 2})
        for (const bool border : {false, true}) {
            PictureFilter same = kSame;
            same.window.stride = {stride, stride};
            same.window.same = border;
            EXPECT_EQ(keptDetail(same, *picture), 1);
            EXPECT_EQ(changeOfMean(same, *picture), 0);
        }
    EXPECT_LT(*keptDetail(kBlur, *picture), 0.8);
    EXPECT_GT(*keptDetail(kSharpen, *picture), 1.5);
    EXPECT_FALSE(keptDetail(kBlur, GreyPicture{4, 4, std::vector<float>(16, 7)})) << "nothing to keep";
    const GreyPicture even{9, 9, std::vector<float>(81, 50)};
    EXPECT_NEAR(*changeOfMean(kBlur, even), 0, 1e-9);
    EXPECT_NEAR(*changeOfMean(kUpright, even), -50, 1e-9);

    EXPECT_EQ(answerToUprightEdge(kUpright), 3);
    EXPECT_EQ(answerToLyingEdge(kUpright), 0);
    EXPECT_EQ(answerToUprightEdge(kAround), 3);
    EXPECT_EQ(answerToLyingEdge(kAround), 3);
    EXPECT_EQ(answerToSlopeRight(kUpright), 6);
    EXPECT_EQ(answerToSlopeDown(kUpright), 0);
    EXPECT_EQ(answerToSlopeRight(kAround), 0) << "symmetrical";
    EXPECT_EQ(answerToSlopeRight(kSharpen), 0);
    EXPECT_GT(answerToSlopeRight(kEmboss), 1);
    EXPECT_GT(answerToSlopeDown(kEmboss), 1);
    EXPECT_EQ(kEmboss.sum(), 1);
}

} // namespace
} // namespace protomind
