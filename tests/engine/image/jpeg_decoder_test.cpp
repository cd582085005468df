// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/image_bytes.h"
#include "engine/image/image_file.h"
#include "engine/image/limits.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <map>

namespace protomind {
namespace {

using testing::HasSubstr;

/// Quarters of four colours: red, green, blue and white; those of a JPEG file are off by a little.
Image quarters(std::int64_t width, std::int64_t height) {
    return paintedImage(width, height, 3, [=](std::int64_t x, std::int64_t y) {
        const bool right = 2 * x >= width;
        return 2 * y >= height
                   ? (right ? std::vector<std::uint8_t>{255, 255, 255} : std::vector<std::uint8_t>{0, 0, 255})
                   : (right ? std::vector<std::uint8_t>{0, 255, 0} : std::vector<std::uint8_t>{255, 0, 0});
    });
}

void expectNear(const Image& image, const Image& wanted, int within) {
    ASSERT_EQ(image.width, wanted.width);
    ASSERT_EQ(image.height, wanted.height);
    ASSERT_EQ(image.pixels.size(), wanted.pixels.size());
    for (std::size_t i = 0; i < wanted.pixels.size(); ++i)
        ASSERT_NEAR(image.pixels[i], wanted.pixels[i], within) << i;
}

TEST(JpegDecoder, ReadsColourAndGreyOfBothOrders) {
    for (const bool progressive : {false, true}) {
        const auto colour = decodeImage(jpegFile(quarters(16, 32), 0, progressive));
        ASSERT_TRUE(colour) << colour.error().text();
        expectNear(*colour, quarters(16, 32), 6);
        const auto grey = decodeImage(jpegFile(plainImage(9, 5, {130}), 0, progressive));
        ASSERT_TRUE(grey) << grey.error().text();
        EXPECT_EQ(grey->channels, 1);
        expectNear(*grey, plainImage(9, 5, {130}), 1);
    }
}

TEST(JpegDecoder, ReadsInksAsLight) {
    // libjpeg writes Adobe's marker for them: 255 is no ink.
    const auto image = decodeImage(jpegFile(plainImage(8, 8, {255, 128, 0, 255})));
    ASSERT_TRUE(image) << image.error().text();
    expectNear(*image, plainImage(8, 8, {255, 128, 0}), 2);
    const auto dark = decodeImage(jpegFile(plainImage(8, 8, {255, 255, 255, 51})));
    expectNear(*dark, plainImage(8, 8, {51, 51, 51}), 2);
}

TEST(JpegDecoder, StandsUprightHoweverTheCameraWasHeld) {
    // How the upright picture of 16 × 32 lies in the file: EXIF names where its first row and column are.
    const Image upright = quarters(16, 32);
    const auto at = [&](std::int64_t x, std::int64_t y) {
        const auto* pixel = &upright.pixels[static_cast<std::size_t>((y * 16 + x) * 3)];
        return std::vector<std::uint8_t>(pixel, pixel + 3);
    };
    const std::map<int, ColourAt> inFile = {{1, [&](auto x, auto y) { return at(x, y); }},
                                            {2, [&](auto x, auto y) { return at(15 - x, y); }},
                                            {3, [&](auto x, auto y) { return at(15 - x, 31 - y); }},
                                            {4, [&](auto x, auto y) { return at(x, 31 - y); }},
                                            {5, [&](auto x, auto y) { return at(y, x); }},
                                            {6, [&](auto x, auto y) { return at(15 - y, x); }},
                                            {7, [&](auto x, auto y) { return at(15 - y, 31 - x); }},
                                            {8, [&](auto x, auto y) { return at(y, 31 - x); }}};
    for (const auto& [orientation, colour] : inFile) {
        const Image lying =
            orientation > 4 ? paintedImage(32, 16, 3, colour) : paintedImage(16, 32, 3, colour);
        const auto image = decodeImage(jpegFile(lying, orientation));
        ASSERT_TRUE(image) << image.error().text();
        SCOPED_TRACE(orientation);
        expectNear(*image, upright, 6);
        EXPECT_EQ(image->fileWidth, 16);
        EXPECT_EQ(image->fileHeight, 32);
    }
}

TEST(JpegDecoder, UnpacksNoMuchLargerPictureThanIsNeeded) {
    const ImageBytes file = jpegFile(quarters(512, 1024));
    const auto small = decodeImage(file, {.enough = 32});
    ASSERT_TRUE(small) << small.error().text();
    expectNear(*small, quarters(64, 128), 6);
    EXPECT_EQ(small->fileWidth, 512);
    EXPECT_EQ(small->fileHeight, 1024);
    EXPECT_EQ(decodeImage(file, {.enough = 200})->width, 512);
    EXPECT_EQ(decodeImage(file, {.enough = 100})->width, 256);
}

TEST(JpegDecoder, AFileThatIsCutOffGivesNoPicture) {
    for (const bool progressive : {false, true}) {
        const ImageBytes whole = jpegFile(quarters(64, 64), 6, progressive);
        ASSERT_TRUE(decodeImage(whole));
        for (std::size_t size = 3; size + 2 < whole.size(); size += 7) {
            const auto image = decodeImage(std::span(whole).first(size));
            ASSERT_FALSE(image) << size;
            EXPECT_THAT(image.error().sentence.text(), HasSubstr("The JPEG picture is damaged: "));
        }
    }
}

TEST(JpegDecoder, AFileThatPromisesTooMuchIsRefusedBeforeItTakesMemory) {
    ImageBytes file = jpegFile(plainImage(8, 8, {130}));
    const std::array<std::uint8_t, 2> frame = {0xff, 0xc0};
    const auto sizes = std::ranges::search(file, frame).begin() + 5;
    std::fill(sizes, sizes + 4, std::uint8_t{0xea}); // 60138 × 60138
    const auto image = decodeImage(file);
    ASSERT_FALSE(image);
    EXPECT_THAT(image.error().sentence.text(), HasSubstr("60138 × 60138 pixels; at most 16384 a side"));
}

TEST(JpegDecoder, HasNoTimeForCountlessScans) {
    ImageBytes file = jpegFile(quarters(64, 64), 0, true);
    const std::array<std::uint8_t, 2> scan = {0xff, 0xda};
    const auto last = std::ranges::find_end(file, scan).begin();
    const ImageBytes again(last, file.end() - 2);
    for (int i = 0; i < kMaxJpegScans; ++i)
        file.insert(file.end() - 2, again.begin(), again.end());
    EXPECT_FALSE(decodeImage(file));
}

} // namespace
} // namespace protomind
