// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/image_bytes.h"
#include "engine/image/image_file.h"
#include "engine/image/limits.h"

#include <gmock/gmock.h>

#include <filesystem>

namespace protomind {
namespace {

using testing::HasSubstr;

TEST(ImageFile, IsKnownByItsContent) {
    const Image image = plainImage(3, 2, {10, 20, 30});
    for (const ImageBytes& file : {pngFile(image), jpegFile(image), bmpFile(image), webpFile(image)}) {
        const auto read = decodeImage(file);
        ASSERT_TRUE(read) << read.error().text();
        EXPECT_EQ(read->width, 3);
        EXPECT_EQ(read->height, 2);
        EXPECT_EQ(read->channels, 3);
    }
}

TEST(ImageFile, SaysWhatElseAFileIs) {
    const auto said = [](std::string_view content) { return decodeImage(bytesOf(content)).error().text(); };
    EXPECT_EQ(said(""), "It is empty.");
    EXPECT_EQ(said("%PDF-1.4 ..."), "It is a PDF document. PNG, JPEG, BMP and WebP pictures can be read.");
    EXPECT_THAT(said("GIF89a..."), HasSubstr("a GIF picture"));
    EXPECT_THAT(said(std::string_view("\0\0\0\x18"
                                      "ftypheic",
                                      12)),
                HasSubstr("a HEIC picture"));
    EXPECT_THAT(said("BMW and other cars drive by"), HasSubstr("It is not a picture that can be read."));
}

TEST(ImageFile, SizesHaveTheirLimits) {
    EXPECT_TRUE(checkImageSize(kMaxImageSide, kMaxImagePixels / kMaxImageSide));
    EXPECT_FALSE(checkImageSize(kMaxImageSide, kMaxImagePixels / kMaxImageSide + 1));
    EXPECT_FALSE(checkImageSize(kMaxImageSide + 1, 1));
    EXPECT_FALSE(checkImageSize(1, kMaxImageSide + 1));
    EXPECT_FALSE(checkImageSize(0, 1));
}

TEST(ImageFile, NamesThePathOfAProblem) {
    EXPECT_EQ(readImageFile("/nowhere/a.png").error().where, "/nowhere/a.png");
    EXPECT_FALSE(readImageFile(std::filesystem::temp_directory_path().string()));
    EXPECT_FALSE(readImageFile("/dev/zero")) << "would never end";
}

TEST(ImageFile, LargePicturesWaitForTheirTurn) {
    std::mutex turn;
    const Image image = plainImage(2400, 2400, {10, 20, 30}); // 17 MB
    const ImageBytes file = pngFile(image);
    const auto read = decodeImage(file, {.oneAtATime = &turn});
    ASSERT_TRUE(read);
    EXPECT_TRUE(turn.try_lock()) << "given back";
    EXPECT_TRUE(decodeImage(pngFile(plainImage(4, 4, {1})), {.oneAtATime = &turn}))
        << "small ones don't wait";
    turn.unlock();
}

} // namespace
} // namespace protomind
