// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/image_bytes.h"
#include "engine/image/image_file.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::ElementsAre;

Image slope() {
    return paintedImage(20, 10, 3, [](std::int64_t x, std::int64_t y) {
        return std::vector{static_cast<std::uint8_t>(10 * x), static_cast<std::uint8_t>(20 * y),
                           std::uint8_t{3}};
    });
}

TEST(WebpDecoder, ReadsColours) {
    const auto image = decodeImage(webpFile(slope()));
    ASSERT_TRUE(image) << image.error().text();
    EXPECT_EQ(image->pixels, slope().pixels);
    EXPECT_FALSE(image->laidOnWhite);
}

TEST(WebpDecoder, LaysWhatIsTransparentOnWhite) {
    const auto image = decodeImage(webpFile(plainImage(2, 1, {100, 0, 200, 51})));
    ASSERT_TRUE(image) << image.error().text();
    EXPECT_THAT(image->pixels, ElementsAre(224, 204, 244, 224, 204, 244));
    EXPECT_TRUE(image->laidOnWhite);
}

TEST(WebpDecoder, AFileThatIsCutOffGivesNoPicture) {
    const ImageBytes whole = webpFile(slope());
    for (std::size_t size = 0; size + 1 < whole.size(); ++size)
        EXPECT_FALSE(decodeImage(std::span(whole).first(size))) << size;
}

/// In the extended form, with a chunk "EXIF" behind the pixels (RFC 9649, section 2.7).
TEST(WebpDecoder, StandsUpright) {
    const ImageBytes plain = webpFile(slope());
    ImageBytes file =
        bytesOf(std::string_view("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x08\0\0\0\x13\0\0\x09\0\0", 30));
    file.insert(file.end(), plain.begin() + 12, plain.end());
    const ImageBytes exif = exifBytes(6, false);
    for (const std::uint8_t byte : {'E', 'X', 'I', 'F', static_cast<char>(exif.size()), '\0', '\0', '\0'})
        file.push_back(byte);
    file.insert(file.end(), exif.begin(), exif.end());
    file[4] = static_cast<std::uint8_t>(file.size() - 8);
    file[5] = static_cast<std::uint8_t>((file.size() - 8) >> 8);
    const auto image = decodeImage(file);
    ASSERT_TRUE(image) << image.error().text();
    EXPECT_EQ(image->width, 10);
    EXPECT_EQ(image->height, 20);
    EXPECT_EQ(image->pixels[1], 180) << "the file's lowest row is the upright picture's first column";
}

} // namespace
} // namespace protomind
