// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/csv_format.h"
#include "engine/data/limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <span>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

CsvFormat formatOf(std::string_view text, const CsvChoices& choices = {}) {
    return csvFormatOf(text, choices).value_or(CsvFormat{.delimiter = '\0', .names = {}, .renamed = {}});
}

TEST(CsvFormat, FindsTheDelimiter) {
    EXPECT_EQ(formatOf("a,b\n1,2\n").delimiter, ',');
    EXPECT_EQ(formatOf("a;b\n1,5;2,5\n3;4\n").delimiter, ';');
    EXPECT_EQ(formatOf("1,5;2,5\n3,5;4,5\n").delimiter, ';'); // a comma parts them as evenly
    EXPECT_EQ(formatOf("a\tb\n1,5\t2\n").delimiter, '\t');
    EXPECT_EQ(formatOf("a|b\n1|2\n").delimiter, '|');
    EXPECT_EQ(formatOf("title,genres\nX,Action|Comedy\nY,Drama\nZ,Action|War\n").delimiter, ',');
    EXPECT_EQ(formatOf("name,text\n1,\"a;b\"\n2,\"c;d;e\"\n").delimiter, ',');
    EXPECT_EQ(formatOf("a,b\n1;2,3\n", {.delimiter = ';'}).delimiter, ';');
}

TEST(CsvFormat, FindsTheHeader) {
    EXPECT_TRUE(formatOf("a,b\n1,2\n").header);
    EXPECT_FALSE(formatOf("1,2\n3,4\n").header);
    EXPECT_FALSE(formatOf("5.1,setosa\n4.9,setosa\n").header);
    EXPECT_TRUE(formatOf("width,species\n5.1,setosa\n").header);
    EXPECT_TRUE(formatOf(",a\nx,1\ny,2\n").header); // the name of a row's number is missing
    EXPECT_TRUE(formatOf("colour,taste\nred,sweet\ngreen,sour\n").header);
    EXPECT_FALSE(formatOf("red,sweet\ngreen,sour\nred,sour\n").header);
    EXPECT_TRUE(formatOf("a,b\n").header);
    EXPECT_FALSE(formatOf("a,b\n1,2\n", {.header = false}).header);
    EXPECT_THAT(formatOf("2019,2020\n1,2\n", {.header = true}).names, ElementsAre("2019", "2020"));
}

TEST(CsvFormat, NamesEveryColumnDifferently) {
    EXPECT_THAT(formatOf("1,2\n3,4\n").names, ElementsAre("column 1", "column 2"));
    const CsvFormat format = formatOf(" a ,,a,a (2)\n1,2,3,4\n");
    EXPECT_THAT(format.names, ElementsAre("a", "column 2", "a (2)", "a (2) (2)"));
    EXPECT_THAT(format.renamed, ElementsAre(1, 2, 3));
    EXPECT_THAT(formatOf("العمر,الاسم\n1,2\n").names, ElementsAre("العمر", "الاسم"));
}

TEST(CsvFormat, NumbersANameThatEveryColumnHas) {
    std::string header = "x (3),x";
    for (std::size_t i = 2; i < kMaxTableColumns; ++i)
        header += ",x";
    const CsvFormat format = formatOf(header + "\n", {.delimiter = ',', .header = true});
    ASSERT_EQ(format.names.size(), kMaxTableColumns);
    EXPECT_THAT(std::span(format.names).first(5), ElementsAre("x (3)", "x", "x (2)", "x (4)", "x (5)"));
    EXPECT_EQ(format.names.back(), "x (10000)");
    EXPECT_EQ(format.renamed.size(), kMaxTableColumns - 2);
}

TEST(CsvFormat, FailsWhereThereIsNoTable) {
    for (const char* text : {"", "\n\n", "\r\n"})
        EXPECT_THAT(csvFormatOf(text, {}).error().text(), HasSubstr("empty"));
    std::string wide = "a";
    for (std::size_t i = 0; i < kMaxTableColumns; ++i)
        wide += ",a";
    EXPECT_THAT(csvFormatOf(wide + "\n", {}).error().text(), HasSubstr("more than 10000 fields"));
}

} // namespace
} // namespace protomind
