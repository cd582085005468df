// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/limits.h"
#include "engine/data/table_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace protomind {
namespace {

using testing::HasSubstr;

std::string textProblemOf(std::string bytes) {
    const auto text = tableTextOf(std::move(bytes), "t.csv");
    return text ? std::string() : text.error().text();
}

TEST(TableText, ReadsUtf8WithAndWithoutAMark) {
    for (const char* mark : {"", "\xef\xbb\xbf"}) {
        const auto text = tableTextOf(mark + std::string("größe,اسم,𝛼\n"), {});
        ASSERT_TRUE(text);
        EXPECT_EQ(text->text, "größe,اسم,𝛼\n");
        EXPECT_EQ(text->encoding, TextEncoding::Utf8);
    }
}

TEST(TableText, ReadsUtf16InBothOrders) {
    // "ä;𝛼" with a pair of surrogates, and half a pair.
    const std::string little("\xff\xfe\xe4\x00;\x00\x35\xd8\xfc\xde\x35\xd8", 12);
    const std::string big("\xfe\xff\x00\xe4\x00;\xd8\x35\xde\xfc\xd8\x35", 12);
    for (const std::string& bytes : {little, big}) {
        const auto text = tableTextOf(bytes, {});
        ASSERT_TRUE(text);
        EXPECT_EQ(text->text, "ä;𝛼\xef\xbf\xbd");
        EXPECT_EQ(text->encoding, TextEncoding::Utf16);
    }
}

TEST(TableText, TakesWhatIsNoUtf8ForWindows1252) {
    const auto text = tableTextOf("Gr\xf6\xdf"
                                  "e;5 \x80;\x81\n",
                                  {});
    ASSERT_TRUE(text);
    EXPECT_EQ(text->text, "Größe;5 €;\xef\xbf\xbd\n");
    EXPECT_EQ(text->encoding, TextEncoding::Windows1252);
    // Forms of UTF-8 that are not allowed: too long, surrogates, beyond the last, cut off.
    for (const char* wrong : {"\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "\xf5"})
        EXPECT_EQ(tableTextOf(wrong, {})->encoding, TextEncoding::Windows1252);
    for (const char* last :
         {"\xed\x9f\xbf", "\xf4\x8f\xbf\xbf", "\xc2\x80", "\xe0\xa0\x80", "\xf0\x90\x80\x80"})
        EXPECT_EQ(tableTextOf(last, {})->encoding, TextEncoding::Utf8);
}

TEST(TableText, SaysWhatOtherFilesAre) {
    EXPECT_THAT(textProblemOf("PK\x03\x04...xl/workbook.xml..."),
                HasSubstr("t.csv: This is an Excel workbook"));
    EXPECT_THAT(textProblemOf("PK\x03\x04" + std::string(200'000, 'x') + "xl/workbook.xml"),
                HasSubstr("Excel"));
    EXPECT_THAT(textProblemOf("PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
                HasSubstr("LibreOffice"));
    EXPECT_THAT(textProblemOf("PK\x03\x04other"), HasSubstr("ZIP archive"));
    EXPECT_THAT(textProblemOf("\xd0\xcf\x11\xe0"), HasSubstr("Excel"));
    EXPECT_THAT(textProblemOf("%PDF-1.7"), HasSubstr("PDF"));
    EXPECT_THAT(textProblemOf("\x1f\x8b\x08"), HasSubstr("Unpack it"));
    EXPECT_THAT(textProblemOf("\n <!DOCTYPE html><html>"), HasSubstr("page of the web"));
    EXPECT_THAT(textProblemOf(std::string("a,b\n1,\0002\n", 9)), HasSubstr("zero bytes"));
}

class TableFile : public testing::Test {
protected:
    TableFile() { std::filesystem::create_directories(m_folder); }
    ~TableFile() override { std::filesystem::remove_all(m_folder); }
    std::filesystem::path m_folder =
        std::filesystem::temp_directory_path() / ("protomind-table-" + std::to_string(getpid()));
};

TEST_F(TableFile, IsReadWhole) {
    std::ofstream(m_folder / "a.csv", std::ios::binary) << "x,y\r\n1,2\r\n";
    const auto text = readTableText(m_folder / "a.csv");
    ASSERT_TRUE(text);
    EXPECT_EQ(text->text, "x,y\r\n1,2\r\n");
}

TEST_F(TableFile, IsRefusedWhereItIsNoneOrTooLarge) {
    EXPECT_THAT(readTableText(m_folder / "none.csv").error().text(), HasSubstr("no such file"));
    EXPECT_THAT(readTableText(m_folder).error().text(), HasSubstr("not a file"));
    std::ofstream(m_folder / "large.csv") << "x";
    std::filesystem::resize_file(m_folder / "large.csv", kMaxTableFileBytes + 1); // takes no room on the disk
    const auto large = readTableText(m_folder / "large.csv");
    ASSERT_FALSE(large);
    EXPECT_EQ(large.error().kind, ProblemKind::Memory);
    EXPECT_THAT(large.error().text(), HasSubstr("512 MiB"));
}

TEST(TableText, IsCutBetweenItsLetters) {
    EXPECT_EQ(frontOfText("aä", 3), "aä");
    EXPECT_EQ(frontOfText("aäb", 3), "aä…");
    EXPECT_EQ(frontOfText("aäb", 2), "a…");
    EXPECT_EQ(frontOfText("💡b", 3), "…");
}

} // namespace
} // namespace protomind
