// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/image_bytes.h"
#include "engine/image/orientation.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(Orientation, IsFoundInBothOrdersOfBytes) {
    for (int orientation = 1; orientation <= 8; ++orientation)
        for (const bool little : {true, false}) {
            const ImageBytes bytes = exifBytes(orientation, little);
            EXPECT_EQ(exifOrientation(bytes), orientation);
            EXPECT_EQ(exifOrientation(std::span(bytes).subspan(6)), orientation);
        }
}

TEST(Orientation, OfWhatIsDamagedIsUpright) {
    for (const int orientation : {0, 9, 65535})
        EXPECT_EQ(exifOrientation(exifBytes(orientation)), 1);
    const ImageBytes whole = exifBytes(6);
    for (std::size_t size = 0; size < 6 + 8 + 2 + 12; ++size)
        EXPECT_EQ(exifOrientation(std::span(whole).first(size)), 1) << size;
    ImageBytes far = whole;
    far[6 + 7] = 0xff; // its directory is beyond the end
    EXPECT_EQ(exifOrientation(far), 1);
}

} // namespace
} // namespace protomind
