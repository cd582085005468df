// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/data/csv_reader.h"
#include "engine/data/limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using CsvRows = std::vector<std::vector<std::string>>;

struct ReadBack {
    CsvRows rows;
    std::optional<Problem> problem;
};

ReadBack readAll(std::string_view text, char delimiter = ',') {
    ReadBack back;
    CsvReader reader(text, delimiter);
    while (true) {
        const auto more = reader.next();
        if (!more)
            back.problem = more.error();
        if (!more || !*more)
            return back;
        back.rows.emplace_back(reader.fields().begin(), reader.fields().end());
        EXPECT_EQ(reader.row(), static_cast<std::int64_t>(back.rows.size()));
    }
}

/// As RFC 4180 says; in quotation marks also where that need not be.
std::string written(const CsvRows& rows, char delimiter, std::string_view lineEnd, RandomStream& random) {
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0)
                text += delimiter;
            const bool must = row[i].find_first_of(std::string("\"\r\n ") + delimiter) != std::string::npos;
            if (!must && random.below(3) > 0) {
                text += row[i];
                continue;
            }
            text += '"';
            for (const char c : row[i])
                text.append(c == '"' ? 2 : 1, c);
            text += '"';
        }
        text += lineEnd;
    }
    return text;
}

std::string randomField(RandomStream& random) {
    static constexpr std::string_view kPieces[] = {"\"",   "\"\"", ",", ";", "\t", "|", "\n", "\r",
                                                   "\r\n", " ",    "a", "7", ".",  "ß", "ن",  ""};
    std::string field;
    for (std::uint64_t left = random.below(7); left > 0; --left)
        field += kPieces[random.below(std::size(kPieces))];
    return field;
}

TEST(CsvReader, ReadsBackWhatWasWritten) {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        RandomStream random(seed);
        CsvRows rows(1 + random.below(6));
        for (auto& row : rows) {
            row.resize(1 + random.below(6));
            std::ranges::generate(row, [&] { return randomField(random); });
        }
        for (const char delimiter : {',', ';', '\t', '|'})
            for (const char* lineEnd : {"\n", "\r\n", "\r"}) {
                const std::string text = written(rows, delimiter, lineEnd, random);
                const ReadBack back = readAll(text, delimiter);
                ASSERT_FALSE(back.problem) << back.problem->text() << "\n" << text;
                ASSERT_EQ(back.rows, rows) << "seed " << seed << "\n" << text;
            }
    }
}

TEST(CsvReader, TakesRowsWithoutALineEnd) {
    EXPECT_EQ(readAll("a,b\n1,2").rows, (CsvRows{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(readAll("a,").rows, (CsvRows{{"a", ""}}));
    EXPECT_EQ(readAll("\"a\"").rows, (CsvRows{{"a"}}));
    EXPECT_EQ(readAll("").rows, CsvRows());
}

TEST(CsvReader, CountsEmptyRows) {
    EXPECT_EQ(readAll("a\n\n\nb\n").rows, (CsvRows{{"a"}, {""}, {""}, {"b"}}));
}

TEST(CsvReader, IsGenerousWithQuotationMarks) {
    EXPECT_EQ(readAll("5\" disk,\"a\"b,  \"c, d\"\n").rows, (CsvRows{{"5\" disk", "ab", "c, d"}}));
    EXPECT_EQ(readAll("\"a\" ,b\n").rows, (CsvRows{{"a ", "b"}}));
}

TEST(CsvReader, NamesTheRowOfAQuotationMarkThatStaysOpen) {
    const ReadBack back = readAll("a,b\n\"x\ny\",2\n\"z,3\n4,5\n");
    ASSERT_TRUE(back.problem);
    EXPECT_EQ(back.rows.size(), 2u);
    EXPECT_EQ(back.problem->where, "row 3");
    EXPECT_THAT(back.problem->sentence.text(), HasSubstr("never closed"));
}

TEST(CsvReader, HasLimits) {
    const std::string longest(kMaxTableFieldBytes, 'x');
    for (const char* quote : {"", "\""}) {
        EXPECT_EQ(readAll(quote + longest + quote).rows.size(), 1u);
        const ReadBack back = readAll("a\n" + (quote + longest) + "x" + quote);
        ASSERT_TRUE(back.problem);
        EXPECT_EQ(back.problem->kind, ProblemKind::Memory);
        EXPECT_EQ(back.problem->where, "row 2");
    }
    const std::string most(kMaxTableColumns - 1, ',');
    EXPECT_EQ(readAll(most).rows.front().size(), kMaxTableColumns);
    ASSERT_TRUE(readAll(most + ",").problem);
    EXPECT_THAT(readAll(most + ",").problem->sentence.text(), HasSubstr("10000 fields"));
}

} // namespace
} // namespace protomind
