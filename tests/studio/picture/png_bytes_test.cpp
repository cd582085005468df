// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/picture/lens_colours.h"
#include "studio/picture/png_bytes.h"

#include <gmock/gmock.h>

#include <limits>
#include <png.h>
#include <stdexcept>

namespace protomind {
namespace {

using testing::ElementsAre;

/// What libpng's own reader makes of it, in the format that is asked for.
std::vector<png_byte> readBack(const std::string& file, png_uint_32 format, png_image& image) {
    image = {};
    image.version = PNG_IMAGE_VERSION;
    EXPECT_NE(png_image_begin_read_from_memory(&image, file.data(), file.size()), 0);
    EXPECT_EQ(image.format & PNG_FORMAT_FLAG_COLOR, format & PNG_FORMAT_FLAG_COLOR);
    image.format = format;
    std::vector<png_byte> bytes(PNG_IMAGE_SIZE(image));
    EXPECT_NE(png_image_finish_read(&image, nullptr, bytes.data(), 0, nullptr), 0);
    return bytes;
}

TEST(PngBytesTest, keepsColoursPixelByPixel) {
    const Picture picture{
        .width = 2, .height = 2, .channels = 3, .pixels = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0.2f, 0.4f, 0.6f}};
    png_image image;
    EXPECT_THAT(readBack(pngBytes(picture), PNG_FORMAT_RGB, image),
                ElementsAre(255, 0, 0, 0, 255, 0, 0, 0, 255, 51, 102, 153));
    EXPECT_EQ(image.width, 2u);
    EXPECT_EQ(image.height, 2u);
}

TEST(PngBytesTest, cutsGreyAtBlackAndWhite) {
    const Picture picture{.width = 3, .height = 1, .channels = 1, .pixels = {-1, 0.5f, 7}};
    png_image image;
    EXPECT_THAT(readBack(pngBytes(picture), PNG_FORMAT_GRAY, image), ElementsAre(0, 128, 255));
}

TEST(PngBytesTest, refusesAPictureThatLacksPixels) {
    EXPECT_THROW(static_cast<void>(pngBytes({.width = 2, .height = 2, .channels = 1, .pixels = {1}})),
                 std::logic_error);
}

TEST(LensColoursTest, meetInWhiteWhereTheyDiverge) {
    LensPicture numbers{.values = HostArray(Shape{1, 4}), .colours = PictureColours::Diverging};
    numbers.low = -2;
    numbers.high = 2;
    numbers.values.values = {-2, 0, 2, std::numeric_limits<float>::quiet_NaN()};
    const Picture picture = coloured(numbers);
    ASSERT_EQ(picture.pixels.size(), 12u);
    const auto blueness = [&](std::size_t pixel) {
        return picture.pixels[3 * pixel + 2] - picture.pixels[3 * pixel];
    };
    EXPECT_GT(blueness(0), 0.3f);
    EXPECT_EQ(picture.pixels[3], 1.0f);
    EXPECT_EQ(blueness(1), 0.0f);
    EXPECT_LT(blueness(2), -0.3f);
    EXPECT_EQ(blueness(3), 0.0f);
    EXPECT_LT(picture.pixels[9], 0.9f) << "what is not known is not white";
}

TEST(LensColoursTest, leaveAPictureOfTheDataAsItIs) {
    LensPicture numbers{.values = HostArray(Shape{1, 1, 3})};
    numbers.values.values = {0.25f, 0.5f, 2};
    EXPECT_THAT(coloured(numbers).pixels, ElementsAre(0.25f, 0.5f, 1.0f));
}

} // namespace
} // namespace protomind
