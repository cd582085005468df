// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/filter_picture.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

TEST(FilterPictures, HaveNumbersFromBlackToWhite) {
    for (const FilterPicture& one : filterPictures()) {
        SCOPED_TRACE(one.name);
        const GreyPicturePtr picture = filterPicture(one.name);
        ASSERT_NE(picture, nullptr);
        EXPECT_LE(std::max(picture->height, picture->width), kMaxFilterPictureSide);
        ASSERT_EQ(static_cast<std::int64_t>(picture->pixels.size()), picture->height * picture->width);
        EXPECT_GE(std::ranges::min(picture->pixels), 0);
        EXPECT_LE(std::ranges::max(picture->pixels), kWhite);
        EXPECT_LT(std::ranges::min(picture->pixels), std::ranges::max(picture->pixels));
    }
    EXPECT_EQ(filterPicture("unicorn"), nullptr);
}

} // namespace
} // namespace protomind
