// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/file_source.h"
#include "engine/data/limits.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// Of no files: it is as if they held what the options say.
FileSource trySource() {
    return {.name = "try",
            .title = "Files to try",
            .summary = "They are not looked at.",
            .folder = false,
            .endings = {"try"},
            .options = {wholeNumberOption("size", "Size", "", 32, 8, 256),
                        numberOption("share", "Share", "", 0.25, 0, 1),
                        choiceOption("fit", "Fit", "", {{"crop", "Cut"}, {"pad", "Fill"}}),
                        textOption("target", "Column", "")},
            .open = [](const std::string&, const FileOptionValues&, std::uint64_t) -> Result<DataSource> {
                return DataSource{};
            }};
}

TEST(FileSource, ATextReadsBackAsItself) {
    const FileSource source = trySource();
    for (const char* path : {"/home/anna/my pets", "صور/قطط", "a?b&c=d#e", "100% cats", "100%3F", "%", "%%41",
                             "a:b", "trailing/", ""})
        for (const char* column : {"", "a&b=c", "50 %", "größe?"}) {
            const FileSourceText parts{path, {{"size", "64"}, {"fit", "pad"}, {"target", column}}};
            const std::string text = fileSourceText(source, parts);
            const auto again = parseFileSourceText(source, text);
            ASSERT_TRUE(again) << text;
            EXPECT_EQ(again->path, path) << text;
            const auto values = checkedOptions(source, again->options);
            ASSERT_TRUE(values) << text;
            EXPECT_EQ(values->text("target"), column) << text;
            EXPECT_EQ(values->count("size"), 64);
            EXPECT_EQ(fileSourceText(source, *again), text);
        }
}

TEST(FileSource, OnlyThreeCharactersAreEncoded) {
    const FileSource source = trySource();
    EXPECT_EQ(fileSourceText(source, {"/a b/50%/ü?&", {}}), "try:/a b/50%25/ü%3F%26");
    EXPECT_EQ(fileSourceText(source, {"x", {{"size", "32"}, {"fit", "pad"}, {"target", "y"}}}),
              "try:x?fit=pad&target=y");
}

TEST(FileSource, APercentSignWithoutDigitsStandsForItself) {
    const FileSource source = trySource();
    EXPECT_EQ(parseFileSourceText(source, "try:/100% cats")->path, "/100% cats");
    EXPECT_EQ(parseFileSourceText(source, "try:/5%")->path, "/5%");
    EXPECT_EQ(parseFileSourceText(source, "try:/5%3")->path, "/5%3");
    EXPECT_EQ(parseFileSourceText(source, "try:/5%3f")->path, "/5?");
    EXPECT_EQ(parseFileSourceText(source, "try:/5%+3")->path, "/5%+3");
}

TEST(FileSource, OptionsThatWereNotGivenHaveTheirDefault) {
    const FileSource source = trySource();
    const auto values = checkedOptions(source, {});
    ASSERT_TRUE(values);
    EXPECT_EQ(values->count("size"), 32);
    EXPECT_EQ(values->number("share"), 0.25);
    EXPECT_EQ(values->text("fit"), "crop");
    EXPECT_EQ(values->text("target"), "");
}

TEST(FileSource, RefusesWhatIsNoValueOfAnOption) {
    const FileSource source = trySource();
    const auto said = [&](const char* key, const char* value) {
        const auto values = checkedOptions(source, {{key, value}});
        return values ? std::string() : values.error().text();
    };
    EXPECT_EQ(said("size", "64"), "");
    EXPECT_EQ(said("size", "7"), "try?size: 7 is outside 8 to 256.");
    EXPECT_EQ(said("size", "32.5"), "try?size: 32.5 is not a whole number.");
    EXPECT_NE(said("size", "large"), "");
    EXPECT_EQ(said("share", "0,5"), "");
    EXPECT_NE(said("share", "nan"), "");
    EXPECT_EQ(said("fit", "pads"), "try?fit: \"pads\" is not one of crop and pad.");
    EXPECT_EQ(said("siz", "8"), "\"try\" has no option \"siz\". Did you mean \"size\"? Its options are size, "
                                "share, fit, and target.");
}

TEST(FileSource, RefusesTextsOfAnotherForm) {
    const FileSource source = trySource();
    for (const std::string& text :
         {std::string("try:a?size"), std::string("try:a?=3"), std::string("try:a?size=8&size=9"),
          "try:" + std::string(kMaxSourceText, 'a')})
        EXPECT_FALSE(parseFileSourceText(source, text)) << text.substr(0, 40);
}

TEST(FileSource, KnowsWhichTextsNameFiles) {
    EXPECT_TRUE(namesFiles("idx:/a"));
    EXPECT_FALSE(namesFiles("spiral?noise=0.1"));
    EXPECT_FALSE(namesFiles("points?data=0,0,1"));
    EXPECT_EQ(pathOf("idx:/a?b%25"), "/a?b%25");
    for (const FileSource& one : fileSources()) {
        EXPECT_TRUE(namesFiles(one.name + ":/a"));
        EXPECT_EQ(pathOf(one.name + ":/a%3Fb?c=d"), "/a?b");
    }
}

} // namespace
} // namespace protomind
