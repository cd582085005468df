// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/image_bytes.h"
#include "engine/image/image_file.h"
#include "engine/image/limits.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "source_folder.h"

namespace protomind {
namespace {

using testing::HasSubstr;

std::filesystem::path pngFolder() {
    return sourceFolder() / "tests" / "engine" / "image" / "png";
}

/// What `convert NAME -background white -alpha remove -depth 16 rgb:-` gives, written down by png/make.
struct Expected {
    std::string name;
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::vector<int> values; ///< red, green and blue from 0 to 65535, row by row
};

std::vector<Expected> expectedPictures() {
    std::ifstream file(pngFolder() / "values.txt");
    std::vector<Expected> all;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        Expected one;
        char colon = 0;
        words >> one.name >> one.width >> one.height >> colon;
        for (int value = 0; words >> value;)
            one.values.push_back(value);
        all.push_back(std::move(one));
    }
    return all;
}

Result<Image> readPng(const std::string& name, bool deep = true) {
    return readImageFile((pngFolder() / name).string(), {.deep = deep});
}

/// Its numbers from 0 to 65535, three a pixel.
std::vector<double> inColour(const Image& image) {
    std::vector<double> numbers(image.deep.begin(), image.deep.end());
    for (const std::uint8_t number : image.pixels)
        numbers.push_back(257.0 * number);
    if (image.channels == 3)
        return numbers;
    std::vector<double> colour;
    for (const double number : numbers)
        colour.insert(colour.end(), 3, number);
    return colour;
}

TEST(PngDecoder, ReadsWhatImageProgramsRead) {
    const std::vector<Expected> all = expectedPictures();
    ASSERT_GE(all.size(), 23u);
    for (const Expected& expected : all)
        for (const bool deep : {true, false}) {
            const auto image = readPng(expected.name, deep);
            ASSERT_TRUE(image) << image.error().text();
            EXPECT_EQ(image->width, expected.width) << expected.name;
            EXPECT_EQ(image->height, expected.height) << expected.name;
            EXPECT_TRUE(deep || image->deep.empty());
            const std::vector<double> numbers = inColour(*image);
            ASSERT_EQ(numbers.size(), expected.values.size()) << expected.name;
            // ImageMagick rounds to whole 65535ths, once when it lays on white and once when it brings to
            // sRGB. Eight bits round to 257 of them, colour and opacity each, also what is linear before it
            // is brought to sRGB, which is steep in the dark.
            const double within = deep ? 1.01 : expected.name.contains("linear") ? 13 * 129 : 2 * 130;
            for (std::size_t i = 0; i < expected.values.size(); ++i)
                ASSERT_NEAR(numbers[i], expected.values[i], within) << expected.name << ", " << i;
        }
}

TEST(PngDecoder, ReadsHalfGreyAsOneHalf) {
    const auto image = readPng("grey-16.png");
    ASSERT_TRUE(image);
    EXPECT_EQ(image->channels, 1);
    EXPECT_EQ(image->deep[1], 32768);
    EXPECT_EQ(image->deep[3], 65535);
}

TEST(PngDecoder, KnowsWhetherSomethingWasTransparent) {
    for (const auto& [name, transparent] :
         {std::pair("grey-alpha-8.png", true), std::pair("palette-transparent.png", true),
          std::pair("rgb-8-one-transparent.png", true), std::pair("palette-2.png", false),
          std::pair("rgb-16.png", false)})
        EXPECT_EQ(readPng(name)->laidOnWhite, transparent) << name;
}

std::string inFourBytes(std::uint32_t number) {
    std::string bytes;
    for (const int shift : {24, 16, 8, 0})
        bytes.push_back(static_cast<char>(number >> shift));
    return bytes;
}

/// Its length, what it is with its name in front, and a checksum that is right (PNG, section 5.3).
std::string chunkOf(const std::string& content) {
    std::uint32_t crc = 0xffffffffu;
    for (const char byte : content) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc % 2 == 1 ? 0xedb88320u : 0u);
    }
    return inFourBytes(static_cast<std::uint32_t>(content.size()) - 4) + content + inFourBytes(~crc);
}

/// A PNG file's beginning.
std::string header(std::uint32_t width, std::uint32_t height) {
    return std::string("\x89PNG\r\n\x1a\n") +
           chunkOf("IHDR" + inFourBytes(width) + inFourBytes(height) +
                   std::string("\x08\x02\x00\x00\x00", 5)) +
           std::string("\0\0\0\x08IDAT", 8) + "........";
}

TEST(PngDecoder, AFileThatPromisesTooMuchIsRefusedBeforeItTakesMemory) {
    const auto sentence = [](std::uint32_t width, std::uint32_t height) {
        const auto image = decodeImage(bytesOf(header(width, height)));
        return image ? std::string() : image.error().sentence.text();
    };
    EXPECT_THAT(sentence(8000, 8000), HasSubstr("promises more pixels"));
    EXPECT_THAT(sentence(kMaxImageSide + 1, 1), HasSubstr("at most"));
    EXPECT_THAT(sentence(60'000, 60'000), HasSubstr("at most"));
    EXPECT_THAT(sentence(2'000'000'000, 2'000'000'000), HasSubstr("at most"));
    EXPECT_THAT(sentence(0, 1), HasSubstr("damaged"));
    EXPECT_THAT(sentence(2, 2), HasSubstr("damaged"));
}

/// Twenty texts, each of which libpng would refuse for its length if it looked at it.
TEST(PngDecoder, TextsInAFileArePassedOver) {
    const ImageBytes plain = pngFile(plainImage(3, 2, {77}));
    std::string file(plain.begin(), plain.end());
    const std::size_t end = file.find("IDAT") - 4;
    const std::string chunk = chunkOf("tEXtComment" + std::string(1, '\0') + std::string(2 << 20, 'a'));
    std::string texts;
    for (int i = 0; i < 20; ++i)
        texts += chunk;
    file.insert(end, texts);
    const auto image = decodeImage(bytesOf(file));
    ASSERT_TRUE(image) << image.error().text();
    EXPECT_EQ(image->pixels, std::vector<std::uint8_t>(6, 77));
}

TEST(PngDecoder, AFileThatIsCutOffOrChangedNeverGivesHalfAPicture) {
    std::ifstream file(pngFolder() / "rgba-16-interlaced.png", std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const std::size_t end = whole.find("IDAT") + 4;
    for (std::size_t size = 8; size < end + 40; ++size)
        EXPECT_FALSE(decodeImage(bytesOf(whole.substr(0, size)))) << size;
    for (std::size_t at = end; at < end + 40; ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        EXPECT_FALSE(decodeImage(bytesOf(changed))) << at;
    }
}

} // namespace
} // namespace protomind
