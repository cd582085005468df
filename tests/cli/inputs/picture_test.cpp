// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"
#include "cli/inputs/picture.h"
#include "cli/inputs/pnm_file.h"

#include <gmock/gmock.h>

#include <numeric>
#include <png.h>
#include <sstream>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Result<Picture> pnm(const std::string& text) {
    std::istringstream file(text);
    return readPnm(file, "picture");
}

TEST(Pnm, ReadsTextAndBytes) {
    EXPECT_THAT(pnm("P2\n# a comment\n2 2\n4\n0 1\n2 4\n")->pixels, ElementsAre(0, 0.25f, 0.5f, 1));
    const auto bytes = pnm(std::string("P5 2 1 255\n\x00\xff", 13));
    EXPECT_THAT(bytes->pixels, ElementsAre(0, 1));
    const auto colour = pnm("P3 1 1 10 10 5 0\n");
    EXPECT_EQ(colour->channels, 3);
    EXPECT_THAT(colour->pixels, ElementsAre(1, 0.5f, 0));
    const auto wide = pnm(std::string("P5 1 1 65535\n\x80\x00", 15));
    EXPECT_NEAR(wide->pixels[0], 0.5, 1e-4);
}

TEST(Pnm, RefusesWhatIsDamagedOrTooLarge) {
    for (const char* text :
         {"", "P", "P5", "P7 1 1 1 1", "P2 1", "P2 x 1 1 1", "P2 1 1 0 0", "P2 1 1 70000 0", "P2 2 2 1 1 1 1",
          "P2 1 1 1 2 ", "P2 0 1 1 ", "P2 -1 1 1 1", "P5 2 2 255\n123", "P2 1 1 1 1x", "P5 16385 1 255\n",
          "P5 16384 16384 255\n", "P5 99999999999 1 255\n"}) {
        const auto picture = pnm(text);
        ASSERT_FALSE(picture) << text;
        EXPECT_EQ(picture.error().kind, ProblemKind::Input);
        EXPECT_EQ(picture.error().where, "picture");
    }
}

TEST_F(CommandTest, PngIsReadAndLaidOnWhite) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = 2;
    image.height = 1;
    image.format = PNG_FORMAT_GA;
    const std::vector<png_byte> pixels{0, 255, 0, 0}; // black, and wholly transparent
    ASSERT_TRUE(png_image_write_to_file(&image, path("two.png").c_str(), 0, pixels.data(), 0, nullptr));
    const auto picture = readPicture(path("two.png"));
    ASSERT_TRUE(picture) << picture.error().text();
    EXPECT_EQ(picture->channels, 1);
    EXPECT_THAT(picture->pixels, ElementsAre(0, 1));

    write("cut.png", "\x89PNG\r\n\x1a\n and no more");
    EXPECT_EQ(readPicture(path("cut.png")).error().kind, ProblemKind::Input);
    EXPECT_EQ(readPicture(path("none.png")).error().kind, ProblemKind::Input);
    EXPECT_THAT(readPicture(write("other.png", "GIF89a")).error().remedy, HasSubstr("PNG"));
}

Picture ramp(std::int64_t width, std::int64_t height) {
    Picture picture{.width = width, .height = height, .channels = 1, .pixels = {}};
    for (std::int64_t i = 0; i < width * height; ++i)
        picture.pixels.push_back(static_cast<float>(i % width) / static_cast<float>(width));
    return picture;
}

TEST(FitPicture, LeavesAPictureOfTheRightSizeAsItIs) {
    const Picture picture = ramp(5, 4);
    EXPECT_EQ(fitPicture(picture, {4, 5, 1}).values, picture.pixels);
}

TEST(FitPicture, AveragesAreasAndKeepsBrightness) {
    const Picture picture{
        .width = 4, .height = 2, .channels = 1, .pixels = {0, 1, 0.5f, 0.5f, 0, 1, 0.5f, 0.5f}};
    EXPECT_THAT(fitPicture(picture, {1, 2, 1}).values, ElementsAre(0.5f, 0.5f));
    for (const std::int64_t size : {1, 3, 7, 20, 33}) {
        const HostArray fitted = fitPicture(ramp(20, 20), {size, size, 1});
        const double mean = std::accumulate(fitted.values.begin(), fitted.values.end(), 0.0) /
                            static_cast<double>(fitted.values.size());
        EXPECT_NEAR(mean, 0.475, 0.01) << size;
    }
}

TEST(FitPicture, KeepsProportionsInTheMiddleOfItsBackground) {
    Picture wide{.width = 8, .height = 4, .channels = 1, .pixels = std::vector<float>(32, 0.25f)};
    const HostArray fitted = fitPicture(wide, {4, 4, 1});
    for (const float value : fitted.values)
        EXPECT_FLOAT_EQ(value, 0.25f);
    for (float& pixel : wide.pixels)
        pixel = 0;
    wide.pixels[8 * 1 + 3] = 1; // inside, so that the background stays black
    const HostArray spot = fitPicture(wide, {4, 4, 1});
    EXPECT_EQ(spot.values[0], 0);
    EXPECT_GT(spot.values[4 * 1 + 1], 0);
}

TEST(FitPicture, TurnsColourIntoGreyAndBack) {
    const Picture white{.width = 1, .height = 1, .channels = 3, .pixels = {1, 1, 1}};
    EXPECT_NEAR(fitPicture(white, {1, 1, 1}).values[0], 1, 1e-6);
    const Picture grey{.width = 1, .height = 1, .channels = 1, .pixels = {0.5f}};
    EXPECT_THAT(fitPicture(grey, {1, 1, 3}).values, ElementsAre(0.5f, 0.5f, 0.5f));
}

TEST(BorderBrightness, LooksAtTheEdgesAlone) {
    Picture picture{.width = 5, .height = 5, .channels = 1, .pixels = std::vector<float>(25, 1.0f)};
    EXPECT_FLOAT_EQ(borderBrightness(picture), 1);
    for (const std::size_t inside : {6, 7, 8, 11, 12, 13, 16, 17, 18})
        picture.pixels[inside] = 0;
    EXPECT_FLOAT_EQ(borderBrightness(picture), 1);
}

} // namespace
} // namespace protomind
