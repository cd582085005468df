// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"
#include "cli/inputs/limits.h"
#include "cli/inputs/png_file.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "source_folder.h"

namespace protomind {
namespace {

using testing::HasSubstr;

std::filesystem::path pngFolder() {
    return sourceFolder() / "tests" / "cli" / "inputs" / "png";
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

TEST(PngFile, ReadsWhatImageProgramsRead) {
    const std::vector<Expected> all = expectedPictures();
    ASSERT_GE(all.size(), 23u);
    for (const Expected& expected : all) {
        const auto picture = readPng((pngFolder() / expected.name).string());
        ASSERT_TRUE(picture) << picture.error().text();
        EXPECT_EQ(picture->width, expected.width) << expected.name;
        EXPECT_EQ(picture->height, expected.height) << expected.name;
        const Picture colour = withChannels(*picture, 3);
        ASSERT_EQ(colour.pixels.size(), expected.values.size()) << expected.name;
        // ImageMagick rounds to whole 65535ths, once when it lays on white and once when it brings to sRGB.
        for (std::size_t i = 0; i < expected.values.size(); ++i)
            ASSERT_NEAR(65535 * colour.pixels[i], expected.values[i], 1.01) << expected.name << ", " << i;
    }
}

TEST(PngFile, ReadsHalfGreyAsOneHalf) {
    const auto picture = readPng((pngFolder() / "grey-16.png").string());
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->channels, 1);
    EXPECT_NEAR(picture->pixels[1], 0.5f, 1e-5);
    EXPECT_EQ(picture->pixels[3], 1);
}

TEST(PngFile, KnowsWhetherSomethingWasTransparent) {
    for (const auto& [name, transparent] :
         {std::pair("grey-alpha-8.png", true), std::pair("palette-transparent.png", true),
          std::pair("rgb-8-one-transparent.png", true), std::pair("palette-2.png", false),
          std::pair("rgb-16.png", false)})
        EXPECT_EQ(readPng((pngFolder() / name).string())->laidOnWhite, transparent) << name;
}

/// A PNG file's beginning, with a checksum that is right.
std::string header(std::uint32_t width, std::uint32_t height) {
    std::string chunk("IHDR");
    for (const std::uint32_t size : {width, height})
        for (const int shift : {24, 16, 8, 0})
            chunk.push_back(static_cast<char>(size >> shift));
    chunk += std::string("\x08\x02\x00\x00\x00", 5);
    std::uint32_t crc = 0xffffffffu;
    for (const char byte : chunk) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc % 2 == 1 ? 0xedb88320u : 0u);
    }
    crc = ~crc;
    std::string text = std::string("\x89PNG\r\n\x1a\n\0\0\0\x0d", 12) + chunk;
    for (const int shift : {24, 16, 8, 0})
        text.push_back(static_cast<char>(crc >> shift));
    return text + std::string("\0\0\0\x08IDAT", 8) + "........";
}

TEST_F(CommandTest, APngFileThatPromisesTooMuchIsRefusedBeforeItTakesMemory) {
    const auto sentence = [this](std::uint32_t width, std::uint32_t height) {
        const auto picture = readPng(write("large.png", header(width, height)));
        return picture ? std::string() : picture.error().sentence.text();
    };
    EXPECT_THAT(sentence(8000, 8000), HasSubstr("promises more pixels"));
    EXPECT_THAT(sentence(kMaxImageSide + 1, 1), HasSubstr("at most"));
    EXPECT_THAT(sentence(2'000'000'000, 2'000'000'000), HasSubstr("at most"));
    EXPECT_THAT(sentence(0, 1), HasSubstr("damaged"));
    EXPECT_THAT(sentence(2, 2), HasSubstr("damaged"));
}

TEST_F(CommandTest, APngFileThatIsCutOffOrChangedNeverGivesHalfAPicture) {
    std::ifstream file(pngFolder() / "rgba-16-interlaced.png", std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const std::size_t end = whole.find("IDAT") + 4;
    for (std::size_t size = 8; size < end + 40; ++size)
        EXPECT_FALSE(readPng(write("cut.png", whole.substr(0, size)))) << size;
    for (std::size_t at = end; at < end + 40; ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        EXPECT_FALSE(readPng(write("changed.png", changed))) << at;
    }
}

} // namespace
} // namespace protomind
