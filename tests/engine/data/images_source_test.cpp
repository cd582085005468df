// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/idx_folder.h"
#include "engine/data/images_source.h"
#include "engine/data/limits.h"
#include "engine/data/whole_set.h"
#include "engine/image/image_bytes.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace protomind {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const Image kRed = plainImage(12, 8, {255, 0, 0});
const Image kWhite = plainImage(12, 8, {255});

/// A person's folder, with what a test puts into it.
class ImagesSourceTest : public testing::Test {
protected:
    void put(const std::string& name, const ImageBytes& bytes) {
        std::filesystem::create_directories((m_folder.path() / name).parent_path());
        m_folder.write(name, bytes);
    }
    void makeFolder(const std::string& name) { std::filesystem::create_directories(m_folder.path() / name); }

    /// Three red cats and two white dogs.
    void putPets() {
        for (const char* name : {"cats/a.png", "cats/b.png", "cats/c.png"})
            put(name, pngFile(kRed));
        for (const char* name : {"dogs/d.jpg", "dogs/e.jpg"})
            put(name, jpegFile(kWhite));
    }

    [[nodiscard]] std::string text(const std::string& options = {}) const {
        return "images:" + m_folder.path().string() + options;
    }
    [[nodiscard]] DataSource open(const std::string& options = {}) const { return opened(text(options)); }
    [[nodiscard]] static std::vector<std::string> notesOf(const DataSource& source) {
        return {source.notes.begin(), source.notes.end()};
    }
    [[nodiscard]] Problem refusal(const std::string& options = {}) const {
        const auto source = openData(text(options), 7);
        return source ? Problem{} : source.error();
    }
    [[nodiscard]] std::vector<std::string> notes(const std::string& options = {}) const {
        return notesOf(open(options));
    }

    ScratchFolder m_folder;
};

TEST_F(ImagesSourceTest, FoldersAreClasses) {
    putPets();
    const DataSource source = open("?size=8");
    EXPECT_EQ(source.training->description().sampleShape, (Shape{8, 8, 3}));
    EXPECT_THAT(source.training->description().classNames, ElementsAre("cats", "dogs"));
    EXPECT_EQ(source.training->description().name, m_folder.path().filename().string());
    EXPECT_EQ(source.text, text("?size=8"));
    EXPECT_EQ(source.test, nullptr);
    const WholeSet set(*source.training);
    EXPECT_THAT(set.targets, ElementsAre(0, 1, 0, 1, 0)) << "the classes take turns";
    EXPECT_THAT(set.sample(0).first(3), ElementsAre(1, 0, 0));
    EXPECT_THAT(set.sample(1).first(3), ElementsAre(1, 1, 1));
    EXPECT_THAT(
        notesOf(source),
        ElementsAre("Of pictures of 12 × 8 pixels the largest middle square was taken and scaled to 8 × 8.",
                    "2 of the 5 pictures are grey; as others are not, all samples are in colour."));
}

TEST_F(ImagesSourceTest, TheSameFolderGivesTheSameSamples) {
    putPets();
    EXPECT_EQ(WholeSet(*open().training), WholeSet(*open().training));
}

TEST_F(ImagesSourceTest, FitSaysWhatBecomesOfOtherProportions) {
    // 32 × 16, black but for its white left quarter.
    const Image wide = paintedImage(32, 16, 1, [](std::int64_t x, std::int64_t) {
        return std::vector{static_cast<std::uint8_t>(x < 8 ? 255 : 0)};
    });
    put("a/wide.png", pngFile(wide));
    put("b/wide.png", pngFile(wide));
    const auto row = [&](const std::string& options, std::int64_t y) {
        const WholeSet set(*open("?size=8&" + options).training);
        const auto begin = set.sample(0).begin() + 8 * y;
        return std::vector<float>(begin, begin + 8);
    };
    EXPECT_THAT(row("fit=crop", 0), ElementsAre(0, 0, 0, 0, 0, 0, 0, 0));
    EXPECT_THAT(row("fit=stretch", 0), ElementsAre(1, 1, 0, 0, 0, 0, 0, 0));
    EXPECT_THAT(row("fit=pad", 1), ElementsAre(0, 0, 0, 0, 0, 0, 0, 0));
    EXPECT_THAT(row("fit=pad", 2), ElementsAre(1, 1, 0, 0, 0, 0, 0, 0));
    EXPECT_THAT(row("fit=pad", 5), ElementsAre(1, 1, 0, 0, 0, 0, 0, 0));
    EXPECT_THAT(row("fit=pad", 6), ElementsAre(0, 0, 0, 0, 0, 0, 0, 0));
}

TEST_F(ImagesSourceTest, SaysThatPicturesWereMadeLargerWhereTheyWere) {
    const std::string larger = "Those that are smaller were made larger.";
    put("a/wide.png", pngFile(plainImage(40, 20, {255})));
    put("b/tall.png", pngFile(plainImage(20, 40, {255})));
    EXPECT_THAT(notes("?size=32&fit=crop"), Contains(larger));
    EXPECT_THAT(notes("?size=32&fit=pad"), Not(Contains(larger)));
    EXPECT_THAT(notes("?size=32&fit=stretch"), Not(Contains(larger)));
    put("b/small.png", pngFile(plainImage(20, 31, {255})));
    EXPECT_THAT(notes("?size=32&fit=pad"), Contains(larger));
    EXPECT_THAT(notes("?size=32&fit=stretch"), Contains(larger));
}

TEST_F(ImagesSourceTest, ColourIsAsThePicturesAreOrAsChosen) {
    putPets();
    const auto channels = [&](const std::string& options) {
        return open(options).training->description().sampleShape[2];
    };
    EXPECT_EQ(channels(""), 3);
    EXPECT_EQ(channels("?colour=grey"), 1);
    EXPECT_NEAR(WholeSet(*open("?colour=grey").training).sample(0)[0], 0.299, 0.002);
    for (const char* name : {"cats/a.png", "cats/b.png", "cats/c.png"})
        put(name, pngFile(plainImage(5, 5, {80, 80, 80}))); // grey, in three channels
    EXPECT_EQ(channels(""), 1);
    EXPECT_EQ(channels("?colour=rgb"), 3);
    const WholeSet grey(*open().training);
    EXPECT_EQ(grey.sample(0)[5], 80.0f / 255);
    EXPECT_EQ(grey.sample(1)[5], 1);
    EXPECT_THAT(notes(), Contains("All pictures are grey, and so are the samples."));
}

TEST_F(ImagesSourceTest, WhatCannotBeReadIsNamedAndLeftOut) {
    putPets();
    put("cats/letter.jpg", bytesOf("%PDF-1.4 and so on"));
    put("cats/empty.png", {});
    put("dogs/cut.jpg", ImageBytes(jpegFile(kRed)));
    std::filesystem::resize_file(m_folder.path() / "dogs/cut.jpg", 300);
    put("dogs/notes.txt", bytesOf("Rex was here."));
    const DataSource source = open();
    EXPECT_EQ(source.training->size(), 5);
    const auto said = notesOf(source);
    EXPECT_THAT(said, Contains("cats/letter.jpg was left out. It is a PDF document."));
    EXPECT_THAT(said, Contains("cats/empty.png was left out. It is empty."));
    EXPECT_THAT(said, Contains("4 files could not be read and were left out; each is named below."));
    EXPECT_THAT(said, Contains(HasSubstr("dogs/cut.jpg was left out. The JPEG picture is damaged: ")));
    EXPECT_THAT(said, Contains("dogs/notes.txt was left out. It is not a picture that can be read."));
}

TEST_F(ImagesSourceTest, PicturesOfEveryKindAndShapeAreTaken) {
    put("one/cmyk.jpg", jpegFile(plainImage(9, 9, {255, 0, 0, 255})));
    put("one/dot.png", pngFile(plainImage(1, 1, {200, 100, 50})));
    put("one/ribbon.png", pngFile(plainImage(1, 5000, {200, 100, 50})));
    put("two/clear.png", pngFile(plainImage(40, 40, {0, 0, 0, 0})));
    put("two/old.bmp", bmpFile(kRed));
    put("two/new.webp", webpFile(kRed));
    put("two/progressive.jpeg", jpegFile(kRed, 6, true));
    const DataSource source = open("?size=8");
    EXPECT_EQ(source.training->size(), 7);
    const auto said = notesOf(source);
    EXPECT_THAT(said, Contains(HasSubstr("pictures of 1 × 1 to 1 × 5000 pixels")));
    EXPECT_THAT(said, Contains("Those that are smaller were made larger."));
    EXPECT_THAT(said, Contains("In 1 of the pictures something is transparent; it was laid on white."));
}

TEST_F(ImagesSourceTest, NamesMayBeOfAnyLanguage) {
    put("قطط/صورة ١.png", pngFile(kRed));
    put("Hunde & Füchse/50% off?.png", pngFile(kWhite));
    const DataSource source = open();
    EXPECT_THAT(source.training->description().classNames, ElementsAre("Hunde & Füchse", "قطط"));
    EXPECT_EQ(source.training->size(), 2);
}

TEST_F(ImagesSourceTest, AnEmptyClassIsNamedAndLeftOut) {
    putPets();
    makeFolder("birds");
    put("fish/notes.txt", bytesOf("none yet"));
    const DataSource source = open();
    EXPECT_THAT(source.training->description().classNames, ElementsAre("cats", "dogs"));
    EXPECT_THAT(WholeSet(*source.training).targets, ElementsAre(0, 1, 0, 1, 0));
    EXPECT_THAT(notesOf(source), Contains("The folder birds was left out: it is empty."));
    EXPECT_THAT(notesOf(source),
                Contains("The class fish was left out: it has no picture that can be read."));
}

TEST_F(ImagesSourceTest, HiddenFilesLinksAndDeeperFoldersArePassedOver) {
    putPets();
    put(".thumbnails/a.png", pngFile(kRed));
    put("cats/.DS_Store", bytesOf("x"));
    put("cats/kittens/a.png", pngFile(kRed));
    std::filesystem::create_symlink(m_folder.path() / "cats/a.png", m_folder.path() / "dogs/link.png");
    std::filesystem::create_directory_symlink(m_folder.path() / "cats", m_folder.path() / "lions");
    const DataSource source = open();
    EXPECT_EQ(source.training->size(), 5);
    EXPECT_THAT(notesOf(source), Contains("4 hidden files and links were passed over."));
    EXPECT_THAT(
        notesOf(source),
        Contains("The folder cats/kittens was left out: folders within a class are not looked into."));
}

TEST_F(ImagesSourceTest, TakesASplitThatIsThere) {
    for (const char* name : {"train/cats/a.png", "train/dogs/b.png", "test/dogs/c.png", "test/lions/d.png",
                             "val/cats/e.png", "Others/f.png", "g.png"})
        put(name, pngFile(kRed));
    const DataSource source = open();
    EXPECT_THAT(source.training->description().classNames, ElementsAre("cats", "dogs"));
    ASSERT_NE(source.test, nullptr);
    EXPECT_THAT(WholeSet(*source.test).targets, ElementsAre(1));
    const auto said = notesOf(source);
    EXPECT_THAT(said, Contains("The class lions of the test was left out: there is none to learn from."));
    EXPECT_THAT(said,
                Contains("The folder val was left out: what is kept aside to validate is taken from train."));
    EXPECT_THAT(said, Contains("The folder Others was left out: it is neither train nor test."));
    EXPECT_THAT(said, Contains("g.png was left out: it lies in no folder of a class."));
}

TEST_F(ImagesSourceTest, FoldersNamedTrainAndTestWithoutClassesAreClasses) {
    put("train/a.png", pngFile(kRed));
    put("test/b.png", pngFile(kRed));
    EXPECT_THAT(open().training->description().classNames, ElementsAre("test", "train"));
}

TEST_F(ImagesSourceTest, SaysHowOtherPicturesAreBroughtToASample) {
    EXPECT_EQ(imageFitOf("images:/a"), ImageFit::Crop);
    EXPECT_EQ(imageFitOf("images:/a?size=8&fit=pad"), ImageFit::Pad);
    EXPECT_EQ(imageFitOf("images:/a?fit=stretch"), ImageFit::Stretch);
    EXPECT_EQ(imageFitOf("images:/a?fit=none"), std::nullopt);
    for (const char* other : {"digits", "idx:/a", ""})
        EXPECT_EQ(imageFitOf(other), std::nullopt);
}

TEST_F(ImagesSourceTest, SaysWhyAFolderIsNone) {
    EXPECT_THAT(openData("images:/nowhere", 7).error().text(),
                HasSubstr("/nowhere: There is no such folder."));
    EXPECT_THAT(refusal().text(), HasSubstr("The folder holds no folder with pictures."));
    put("a.png", pngFile(kRed));
    EXPECT_THAT(refusal().text(), HasSubstr("have no class"));
    put("cats/a.txt", bytesOf("x"));
    EXPECT_THAT(refusal().text(), HasSubstr("No picture of this folder can be read. cats/a.txt: It is not"));
    put("cats/a.png", pngFile(kRed));
    EXPECT_THAT(refusal().text(), HasSubstr("All pictures are of one class, cats"));
    put("dogs/a.png", pngFile(kRed));
    EXPECT_EQ(refusal().text(), Problem{}.text());
    EXPECT_EQ(refusal("?size=4").text(), "images?size: 4 is outside 8 to 256.");
    EXPECT_THAT(refusal("?fit=cut").text(), HasSubstr("\"cut\" is not one of crop, pad, and stretch."));
}

TEST_F(ImagesSourceTest, TakesNoMoreClassesThanAByteNames) {
    for (std::size_t i = 0; i < kMaxImageClasses; ++i)
        put("class " + std::to_string(1000 + i) + "/a.png", pngFile(plainImage(1, 1, {5})));
    EXPECT_EQ(open("?size=8").training->description().classNames.size(), kMaxImageClasses);
    put("one more/a.png", pngFile(kRed));
    EXPECT_THAT(refusal("?size=8").text(), HasSubstr("The folder holds 257 classes; at most 256 are read."));
}

TEST_F(ImagesSourceTest, TakesNoMoreMemoryThanItSays) {
    // Files of no bytes: they would be left out, but not before memory was taken.
    for (int i = 0; i < 5500; ++i)
        put((i % 2 == 0 ? "a/" : "b/") + std::to_string(i) + ".png", {});
    EXPECT_THAT(refusal("?size=256").text(), HasSubstr("5500 pictures of 256 × 256 would take 1031 MiB"));
    EXPECT_THAT(refusal("?size=256").remedy.text(), HasSubstr("255 fits"));
    EXPECT_THAT(refusal("?size=256&colour=grey").text(), HasSubstr("No picture of this folder"));
}

} // namespace
} // namespace protomind
