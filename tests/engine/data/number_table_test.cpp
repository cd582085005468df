// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/number_table.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

using Rows = std::vector<std::vector<float>>;

/// What came out of a table.
struct TableRead {
    Rows rows;
    std::vector<std::int64_t> lines;
    TableHeadings headings;
    Problem problem;
};

TableRead tableOf(std::string_view text, std::size_t columns = 2) {
    TableRead all;
    const auto where = [](std::int64_t line) { return line == 0 ? "table" : fmt::format("line {}", line); };
    const auto wrongColumns = [&](const TableRow& row) {
        return fail(ProblemKind::Input, fmt::format("{} columns", row.columns), where(row.line));
    };
    const auto take = [&](const TableRow& row) -> Result<void> {
        all.rows.emplace_back(row.values.begin(), row.values.end());
        all.lines.push_back(row.line);
        return {};
    };
    auto headings =
        readTable(text, {.columns = columns, .where = where, .wrongColumns = wrongColumns, .take = take});
    if (headings)
        all.headings = *headings;
    else
        all.problem = headings.error();
    return all;
}

const Rows kHalves{{0.5f, -0.25f}, {2, 3}};

TEST(NumberTable, IsTheSameHoweverItsColumnsAndDecimalsAreMarked) {
    for (const char* text :
         {"0.5,-0.25\n2,3\n", "0,5;-0,25\n2;3\n", "0.5;-0.25\n2;3\n", "0,5\t-0,25\n2\t3\n",
          "0.5\t-0.25\n2\t3\n", "0.5 -0.25\n2   3\n", "0.5, -0.25\n 2, 3 ", "\"0,5\",\"-0,25\"\n\"2\",3\n",
          "\"0,5\";\"-0,25\"\n2;3", "0,5;\u22120,25;\n2;3;;\n;;\n", "\n\n0.5,-0.25\n\n2,3\n\n"}) {
        const TableRead table = tableOf(text);
        EXPECT_THAT(table.problem.text(), IsEmpty()) << text;
        EXPECT_EQ(table.rows, kHalves) << text;
        EXPECT_EQ(table.headings.line, 0) << text;
    }
}

TEST(NumberTable, LosesNoRowWhateverEndsItsLinesAndBeginsItsFile) {
    for (const char* end : {"\n", "\r\n", "\r"})
        for (const char* mark : {"", "\xef\xbb\xbf"})
            for (const char* last : {"", end}) {
                const std::string text = fmt::format("{}0.5,-0.25{}2,3{}", mark, end, last);
                EXPECT_EQ(tableOf(text).rows, kHalves) << text;
                const TableRead headed = tableOf(fmt::format("{}x;y{}0,5;-0,25{}{}2;3", mark, end, end, end));
                EXPECT_EQ(headed.rows, kHalves);
                EXPECT_EQ(headed.lines, (std::vector<std::int64_t>{2, 4}));
                EXPECT_EQ(headed.headings.line, 1);
                EXPECT_EQ(headed.headings.text, "x;y");
            }
}

TEST(NumberTable, TakesWordsInEveryColumnForHeadingsAndNothingElse) {
    for (const char* first : {"x,y", "\"x, in cm\",\"y\"", "Länge;Breite", "x1 y2", "temperature"}) {
        const TableRead table = tableOf(std::string(first) + "\n0.5,-0.25\n2,3\n");
        EXPECT_EQ(table.rows, kHalves) << first;
        EXPECT_EQ(table.headings.text, first);
    }
    for (const char* first :
         {"0.5,O.5", "x,0.5", "0.5x,1.y", "x,", ",y", "-,-", "?,?", "nan,inf", "NA,n/a", "1e,2"}) {
        const TableRead table = tableOf(std::string(first) + "\n2,3\n");
        EXPECT_THAT(table.problem.where, HasSubstr("line 1, column")) << first;
    }
    EXPECT_EQ(tableOf("x,y\nx,y\n1,2").problem.where, "line 2, column 1")
        << "headings stand in the first line alone";
}

TEST(NumberTable, NamesTheRowAndTheColumnOfABadCell) {
    const TableRead table = tableOf("x,y,z\n1,2,3\n\n4,five,6\n", 3);
    EXPECT_EQ(table.problem.where, "line 4, column 2");
    EXPECT_EQ(table.problem.kind, ProblemKind::Input);
    EXPECT_EQ(table.problem.sentence, "\"five\" is not a number.");
    EXPECT_THAT(tableOf("1,2\n3,\n").problem.sentence, HasSubstr("no number in this cell"));
    EXPECT_EQ(tableOf("1\t2\n\t4\n").problem.where, "line 2, column 1");
    EXPECT_THAT(tableOf("1,2\n3,1e39\n").problem.sentence, HasSubstr("too large"));
    EXPECT_EQ(tableOf("1,2\n3,4,5\n").problem.sentence, "3 columns");
    EXPECT_EQ(tableOf("1,2\n3\n").problem.sentence, "1 columns");
}

TEST(NumberTable, WithoutRowsIsAProblem) {
    for (const char* text : {"", "\n\r\n", "\xef\xbb\xbf", "x,y\n", "x,y", ";;\n;\n"}) {
        EXPECT_THAT(tableOf(text).problem.sentence, HasSubstr("no rows")) << text;
        EXPECT_EQ(tableOf(text).problem.where, "table");
    }
    EXPECT_THAT(tableOf(std::string("\xff\xfe\x31\x00,\x00", 6)).problem.sentence, HasSubstr("UTF-16"));
}

TEST(NumberTable, ACommaBesideSemicolonsIsADecimalMark) {
    EXPECT_EQ(tableOf("1,234;2\n0,5;1\n").rows, (Rows{{1.234f, 2}, {0.5f, 1}}));
    EXPECT_EQ(tableOf("1.234;2\n0.5;1\n").rows, (Rows{{1.234f, 2}, {0.5f, 1}}));
    EXPECT_EQ(tableOf("0,5;0.25\n").rows, (Rows{{0.5f, 0.25f}})) << "neither could be thousands";
}

TEST(NumberTable, WhatCouldBeThousandsIsRefusedWhereTheTableHasBothMarks) {
    for (const char* text : {"1;2\n1.234;2,5\n", "1;2\n1.234;1\n0,5;2\n", "0,5;1\n1.234;2\n"}) {
        const TableRead table = tableOf(text);
        EXPECT_EQ(table.problem.sentence, "\"1.234\" could be 1234 or 1.234.") << text;
        EXPECT_EQ(table.problem.where, "line 2, column 1");
    }
    EXPECT_EQ(tableOf("0.5;-1,234").problem.sentence, "\"-1,234\" could be -1234 or -1.234.");
    EXPECT_THAT(tableOf("1.234,5;2").problem.sentence, HasSubstr("more than one decimal mark"));
    EXPECT_THAT(tableOf("\"1,234\",2").problem.sentence, HasSubstr("could be"))
        << "English thousands are quoted so";
}

TEST(NumberTable, ACommaIsNoDecimalMarkWhereItCouldPartColumns) {
    EXPECT_EQ(tableOf("0,5\n").rows, (Rows{{0, 5}}));
    EXPECT_EQ(tableOf("1,234\n").rows, (Rows{{1, 234}}));
    EXPECT_EQ(tableOf("0,5,-0,25\n").problem.sentence, "4 columns");
    EXPECT_THAT(tableOf("1,5 200\n").problem.sentence, HasSubstr("is not a number"));
    // Of one column: only below a single heading.
    EXPECT_EQ(tableOf("x\n0,5\n2\n", 1).rows, (Rows{{0.5f}, {2}}));
    EXPECT_THAT(tableOf("x\n1,234\n", 1).problem.sentence, HasSubstr("could be"));
    EXPECT_EQ(tableOf("x,y\n1,2\n", 1).problem.sentence, "2 columns");
    EXPECT_EQ(tableOf("1,2\n", 1).problem.sentence, "2 columns");
    EXPECT_EQ(tableOf("0.5\n2\n", 1).rows, (Rows{{0.5f}, {2}}));
}

} // namespace
} // namespace protomind
