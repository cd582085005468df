// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/image_bytes.h"
#include "engine/image/image_file.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::HasSubstr;

Image colourful(std::int64_t width, std::int64_t height) {
    return paintedImage(width, height, 3, [](std::int64_t x, std::int64_t y) {
        return std::vector{static_cast<std::uint8_t>(40 * x), static_cast<std::uint8_t>(50 * y),
                           std::uint8_t{9}};
    });
}

TEST(BmpDecoder, ReadsColours) {
    for (const int bits : {24, 32})
        for (const std::int64_t width : {1, 2, 3, 4, 5}) {
            const auto image = decodeImage(bmpFile(colourful(width, 3), bits));
            ASSERT_TRUE(image) << image.error().text();
            EXPECT_EQ(image->pixels, colourful(width, 3).pixels) << bits << ", " << width;
        }
}

TEST(BmpDecoder, ReadsPalettes) {
    for (const int bits : {1, 4, 8}) {
        std::vector<std::uint8_t> palette;
        for (int i = 0; i < 1 << bits; ++i)
            palette.insert(palette.end(),
                           {static_cast<std::uint8_t>(i), 7, static_cast<std::uint8_t>(255 - i)});
        const Image places = paintedImage(11, 2, 1, [bits](std::int64_t x, std::int64_t y) {
            return std::vector{static_cast<std::uint8_t>((3 * x + y) % (1 << bits))};
        });
        const auto image = decodeImage(paletteBmpFile(places, bits, palette));
        ASSERT_TRUE(image) << image.error().text();
        for (std::size_t i = 0; i < places.pixels.size(); ++i)
            for (std::size_t c = 0; c < 3; ++c)
                ASSERT_EQ(image->pixels[3 * i + c], palette[3u * places.pixels[i] + c]) << bits << ", " << i;
    }
}

TEST(BmpDecoder, ReadsRowsFromTheTop) {
    ImageBytes file = bmpFile(colourful(4, 2));
    std::fill_n(file.begin() + 22, 4, std::uint8_t{0xff});
    file[22] = 0xfe; // -2 rows
    const auto image = decodeImage(file);
    ASSERT_TRUE(image) << image.error().text();
    EXPECT_EQ(image->height, 2);
    EXPECT_EQ(image->pixels[1], 50) << "what was below";
}

TEST(BmpDecoder, NamesTheKindsThatItDoesNotRead) {
    const auto said = [](std::size_t place, std::uint8_t value) {
        ImageBytes file = bmpFile(colourful(4, 2));
        file[place] = value;
        const auto image = decodeImage(file);
        return image ? std::string() : image.error().sentence.text();
    };
    EXPECT_EQ(said(28, 16), "It is a BMP picture of another depth.");
    EXPECT_EQ(said(30, 1), "It is a BMP picture that is packed.");
    EXPECT_EQ(said(14, 12), "It is a BMP picture of an old kind.");
    EXPECT_THAT(said(21, 0x7f), HasSubstr("at most 16384 a side"));
    EXPECT_THAT(said(10, 0xff), HasSubstr("cut off"));
}

TEST(BmpDecoder, AFileThatIsCutOffGivesNoPicture) {
    for (const ImageBytes& whole :
         {bmpFile(colourful(5, 3)), paletteBmpFile(plainImage(3, 3, {1}), 8, {1, 2, 3, 4, 5, 6})})
        for (std::size_t size = 0; size < whole.size(); ++size)
            EXPECT_FALSE(decodeImage(std::span(whole).first(size))) << size;
}

} // namespace
} // namespace protomind
