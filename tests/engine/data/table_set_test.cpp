// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/limits.h"
#include "engine/data/table_set.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "table_outcome.h"

namespace protomind {
namespace {

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using testing::Truly;

constexpr TableChoices kRaw{.target = {}, .scale = TableScale::None, .without = {}};

/// Rows "0.5,a" with a number each, so that a table is long enough.
std::string flowers(int rows) {
    std::string text = "width,species\n";
    for (int i = 0; i < rows; ++i)
        text += fmt::format("{}.5,{}\n", i, i % 2 == 0 ? "b" : "a");
    return text;
}

TEST(TableSet, TakesTheLastColumnAsItsTarget) {
    const TableOutcome table = outcomeOf(flowers(4), kRaw);
    ASSERT_TRUE(table.source) << table.problem->text();
    EXPECT_EQ(table.description().name, "t");
    EXPECT_EQ(table.description().sampleShape, Shape({1}));
    EXPECT_EQ(table.description().targetKind, TargetKind::Class);
    EXPECT_EQ(table.description().targetShape, Shape({}));
    EXPECT_THAT(table.description().classNames, ElementsAre("a", "b"));
    EXPECT_THAT(table.description().featureNames, ElementsAre("width"));
    EXPECT_THAT(table.numbers().samples, ElementsAre(0.5f, 1.5f, 2.5f, 3.5f));
    EXPECT_THAT(table.numbers().targets, ElementsAre(1, 0, 1, 0));
    EXPECT_FALSE(table.source->test);
    EXPECT_THAT(table.notes, AllOf(HasSubstr("4 rows and 2 columns, parted by commas."),
                                   HasSubstr("target is \"species\", with 2 classes: \"a\", \"b\"."),
                                   HasSubstr("as they are: \"width\".")));
}

TEST(TableSet, ReadsWhatAGermanSpreadsheetSaves) {
    const TableOutcome table =
        outcomeOf("\xef\xbb\xbfGröße;Gewicht;Preis\r\n1,5;1,234;10,5\r\n\"2,5\";2,5;-3\r\n", kRaw);
    ASSERT_TRUE(table.source) << table.problem->text();
    EXPECT_THAT(table.description().featureNames, ElementsAre("Größe", "Gewicht"));
    EXPECT_THAT(table.numbers().samples, ElementsAre(1.5f, 1.234f, 2.5f, 2.5f));
    EXPECT_THAT(table.notes, AllOf(HasSubstr("semicolons"), HasSubstr("decimal comma")));
    const TableOutcome windows = outcomeOf("Gr\xf6\xdf"
                                           "e;x\n1,5;0,5\n2,5;0,7\n",
                                           kRaw);
    EXPECT_THAT(windows.description().featureNames, ElementsAre("Größe"));
    EXPECT_THAT(windows.notes, HasSubstr("Windows-1252"));
}

TEST(TableSet, ReadsNamesInArabicAndUtf16) {
    const TableOutcome arabic = outcomeOf("العمر,الاسم\n1,أ\n2,ب\n3,أ\n", kRaw);
    EXPECT_THAT(arabic.description().featureNames, ElementsAre("العمر"));
    EXPECT_THAT(arabic.description().classNames, ElementsAre("أ", "ب"));
    std::string wide = "\xff\xfe";
    for (const char c : std::string_view("x\ty\n1\t0.5\n2\t0.7\n"))
        wide.append({c, '\0'});
    EXPECT_THAT(outcomeOf(wide, kRaw).notes, AllOf(HasSubstr("UTF-16"), HasSubstr("tabs")));
}

TEST(TableSet, StandardisesOverAllRows) {
    const std::string text = "a,b,y\n1,5,0.1\n2,7,0.2\n3,9,0.3\n";
    const TableOutcome table = outcomeOf(text);
    const WholeSet numbers = table.numbers();
    for (const std::size_t feature : {0u, 1u}) {
        double sum = 0;
        double squares = 0;
        for (std::size_t row = 0; row < 3; ++row) {
            sum += double(numbers.sample(row)[feature]);
            squares += double(numbers.sample(row)[feature]) * double(numbers.sample(row)[feature]);
        }
        EXPECT_NEAR(sum, 0, 1e-6);
        EXPECT_NEAR(squares / 3, 1, 1e-6);
    }
    EXPECT_THAT(table.notes, HasSubstr("\"a\" (2, 0.8165), \"b\" (7, 1.633)"));
    const TableOutcome least = outcomeOf(text, {.target = {}, .scale = TableScale::MinMax, .without = {}});
    EXPECT_THAT(least.numbers().samples, ElementsAre(0, 0, 0.5f, 0.5f, 1, 1));
    EXPECT_THAT(least.notes, HasSubstr("\"a\" (1, 3), \"b\" (5, 9)"));
}

TEST(TableSet, KeepsTheFiguresOfLargeNumbers) {
    const TableOutcome table = outcomeOf("seconds,y\n1700000000,0.5\n1700000001,0.6\n1700000002,0.7\n",
                                         {.target = {}, .scale = TableScale::MinMax, .without = {}});
    EXPECT_THAT(table.numbers().samples, ElementsAre(0, 0.5f, 1));
}

TEST(TableSet, ComesToFiniteNumbersHoweverFarTheyAre) {
    for (const TableScale scale : {TableScale::Standard, TableScale::MinMax, TableScale::None})
        for (const char* far : {"3e38", "8e37"}) {
            const TableOutcome table =
                outcomeOf(fmt::format("a,b,y\n{0},1,0.5\n-{0},2,0.6\n{0},3,0.7\n-{0},4,0.8\n", far),
                          {.target = {}, .scale = scale, .without = {}});
            ASSERT_TRUE(table.source) << far;
            EXPECT_THAT(table.numbers().samples,
                        Each(Truly([](float value) { return std::isfinite(value); })))
                << far << ", scaled in way " << int(scale);
        }
}

TEST(TableSet, MakesAFeatureOfEachText) {
    const TableOutcome table = outcomeOf("island,y\nBiscoe,0.5\nDream,0.6\nBiscoe,0.7\n");
    EXPECT_THAT(table.description().featureNames, ElementsAre("island=Biscoe", "island=Dream"));
    EXPECT_THAT(table.numbers().samples, ElementsAre(1, 0, 0, 1, 1, 0));
    EXPECT_THAT(table.notes, HasSubstr("(one-hot): \"island\" (2)."));
}

TEST(TableSet, LeavesOutWhatTeachesNothingAndSaysWhy) {
    std::string text = "Id,name,fixed,void,kind,many,a,by hand,y\n";
    for (int i = 0; i < 120; ++i)
        text += fmt::format("{},n{},7,,same,m{},{},1,0.{}\n", i + 1, i, i / 2, i % 7, i % 9 + 1);
    const TableOutcome table = outcomeOf(text, {.target = {}, .without = {"by hand"}});
    ASSERT_TRUE(table.source) << table.problem->text();
    EXPECT_THAT(table.description().featureNames, ElementsAre("a"));
    EXPECT_THAT(table.notes,
                AllOf(HasSubstr("by hand: \"by hand\"."), HasSubstr("no row has a value there: \"void\"."),
                      HasSubstr("the same stands there in every row: \"fixed\", \"kind\"."),
                      HasSubstr("only counts the rows: \"Id\"."),
                      HasSubstr("more than 50 different texts: \"name\", \"many\".")));
    EXPECT_THAT(outcomeOf("name,a,y\nx,1,0.1\ny,2,0.2\nz,1,0.3\n").notes,
                HasSubstr("each row has another text there: \"name\"."));
    // A quantity that happens to count stays, and is said.
    EXPECT_THAT(outcomeOf("x,y\n1,0.1\n2,0.2\n3,0.3\n").notes, HasSubstr("only counts the rows: \"x\""));
}

TEST(TableSet, NamesManyColumnsByTheirNumberAlone) {
    std::string header;
    std::string row;
    for (int i = 0; i < 20; ++i) {
        header += fmt::format("c{},", i);
        row += "1,";
    }
    const TableOutcome table =
        outcomeOf(header + "a,y\n" + row + "1,0.5\n" + row + "2,0.6\n" + row + "1,0.7\n");
    EXPECT_THAT(table.notes, HasSubstr("\"c7\" and 12 more."));
}

TEST(TableSet, TellsClassesFromValues) {
    const auto kindOf = [](const std::string& text, TableTask task = TableTask::Auto) {
        return outcomeOf(text, {.target = {}, .task = task, .without = {}}).description().targetKind;
    };
    const auto numbers = [](int rows, int different) {
        std::string text = "a,y\n";
        for (int i = 0; i < rows; ++i)
            text += fmt::format("{}.5,{}\n", i, i % different);
        return text;
    };
    EXPECT_EQ(kindOf("a,b,xor\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n"), TargetKind::Class);
    EXPECT_EQ(kindOf(numbers(50, 10)), TargetKind::Class);
    EXPECT_EQ(kindOf(numbers(49, 10)), TargetKind::Values);
    EXPECT_EQ(kindOf(numbers(200, 20)), TargetKind::Class);
    EXPECT_EQ(kindOf(numbers(200, 21)), TargetKind::Values);
    EXPECT_EQ(kindOf("a,y\n1,0.5\n2,1.5\n"), TargetKind::Values);
    EXPECT_EQ(kindOf(numbers(200, 21), TableTask::Classes), TargetKind::Class);
    EXPECT_EQ(kindOf(numbers(50, 10), TableTask::Values), TargetKind::Values);
}

TEST(TableSet, OrdersClassesOfNumbersByNumber) {
    std::string text = "a,y\n";
    for (int i = 0; i < 30; ++i)
        text += fmt::format("{}.5,{}\n", i, i % 3 == 0 ? 10 : i % 3 == 1 ? 9 : -1);
    const TableOutcome table = outcomeOf(text);
    EXPECT_THAT(table.description().classNames, ElementsAre("-1", "9", "10"));
    EXPECT_EQ(table.numbers().targets[0], 2);
    EXPECT_EQ(table.numbers().targets[1], 1);
    EXPECT_EQ(table.numbers().targets[2], 0);
}

TEST(TableSet, CountsLargeTargetsInAnotherUnit) {
    const TableOutcome table = outcomeOf("a,price\n1,120000\n2,350000\n3,-80000\n");
    EXPECT_EQ(table.description().targetShape, Shape({1}));
    EXPECT_THAT(table.numbers().targets, ElementsAre(0.12f, 0.35f, -0.08f));
    EXPECT_THAT(table.notes, AllOf(HasSubstr("between -80000 and 350000"), HasSubstr("units of 1000000")));
    EXPECT_THAT(outcomeOf("a,y\n1,0.001\n2,0.005\n").numbers().targets, ElementsAre(0.1f, 0.5f));
    const TableOutcome near = outcomeOf("a,y\n1,0.5\n2,9.5\n");
    EXPECT_THAT(near.numbers().targets, ElementsAre(0.5f, 9.5f));
    EXPECT_THAT(near.notes, HasSubstr("as they are"));
}

TEST(TableSet, FillsWhatIsMissing) {
    const std::string text = "a,b,y\n1,x,0.1\nNA,x,0.2\n5,?,0.3\n-,z,0.4\n";
    const TableOutcome table = outcomeOf(text, kRaw);
    EXPECT_THAT(table.numbers().samples, ElementsAre(1, 1, 0, 3, 1, 0, 5, 1, 0, 3, 0, 1));
    EXPECT_THAT(table.notes, AllOf(HasSubstr("(how many: mean): \"a\" (2: 3)."),
                                   HasSubstr("(how many: text): \"b\" (1: \"x\").")));
    TableChoices drop = kRaw;
    drop.missing = TableMissing::Drop;
    const TableOutcome dropped = outcomeOf(text, drop);
    EXPECT_THAT(dropped.numbers().samples, ElementsAre(1, 1, 0));
    EXPECT_THAT(dropped.notes, AllOf(HasSubstr("missing in them: 3."), HasSubstr("\"a\" (2), \"b\" (1).")));
}

TEST(TableSet, LeavesOutRowsWithoutATarget) {
    const TableOutcome table = outcomeOf("a,y\n1,0.1\n2,\n3,0.3\n4,NA\n", kRaw);
    EXPECT_THAT(table.numbers().samples, ElementsAre(1, 3));
    EXPECT_THAT(table.notes, HasSubstr("their target is missing or no number: 2."));
    EXPECT_THAT(refusalOf("a,y\n1,\n2,NA\n"), HasSubstr("\"y\" has no value in any row"));
}

TEST(TableSet, NamesWhatIsNoNumberAmongNumbers) {
    std::string text = "a,y\n";
    for (int i = 0; i < 20; ++i)
        text += i == 16 ? "old,0.5\n" : fmt::format("{},0.{}\n", i % 4, i % 9 + 1);
    EXPECT_THAT(outcomeOf(text).notes, HasSubstr("\"a\" (1; 18: \"old\")"));
}

TEST(TableSet, NamesRaggedRows) {
    const TableOutcome table = outcomeOf("a,b,y\n1,2,0.5\n1,2\n\n3,4,0.7,,\n5,6,0.8,9\n4,4,0.1\n", kRaw);
    EXPECT_THAT(table.numbers().samples, ElementsAre(1, 2, 3, 4, 4, 4));
    EXPECT_THAT(table.notes, AllOf(HasSubstr("2 rows are left out"), HasSubstr("3 (2), 6 (4).")));
    EXPECT_THAT(outcomeOf("a,y\n1,0.5\n1\n2,0.6\n").notes,
                HasSubstr("Row 3 is left out: the number of its fields is 1 instead of 2."));
    EXPECT_THAT(refusalOf("a,b,y\n1\n2\n3,4,5\n", {}, {.delimiter = ','}), HasSubstr("row 2 has 1"));
}

TEST(TableSet, GuessesNoMarksBetweenThousands) {
    const std::string text = "a,b,y\n\"1,234.50\",1,0.1\n\"2,000.25\",2,0.2\n";
    EXPECT_THAT(outcomeOf(text).notes, HasSubstr("\"a\" (2: \"1,234.50\")"));
    EXPECT_THAT(refusalOf(text, {.target = "a", .without = {}}), HasSubstr("\"1,234.50\" in row 2"));
    // Both marks: the rarer one is not guessed either.
    const std::string mixed = "a;b;y\n3,14;1.234;0,5\n2,5;2.345;0,6\n";
    EXPECT_THAT(outcomeOf(mixed).notes, HasSubstr("\"b\" (2: \"1.234\")"));
    EXPECT_THAT(outcomeOf("a;y\n1,234;0\n2,345;1\n", kRaw).numbers().samples, ElementsAre(1.234f, 2.345f));
    EXPECT_THAT(outcomeOf("a,b,y\n\"1,234\",1,0\n\"2,345\",2,1\n").notes, HasSubstr("\"a\" (2: \"1,234\")"));
    TableChoices comma = kRaw;
    comma.decimal = DecimalMark::Comma;
    EXPECT_THAT(outcomeOf("a,b,y\n\"1,234\",1,0\n\"2,345\",2,1\n", comma).numbers().samples,
                ElementsAre(1.234f, 1, 2.345f, 2));
}

TEST(TableSet, RefusesWhatCanTeachNothing) {
    EXPECT_THAT(refusalOf(""), HasSubstr("t.csv: The table is empty."));
    EXPECT_THAT(refusalOf("a,b\n"), HasSubstr("no rows but the names"));
    EXPECT_THAT(refusalOf("a\n1\n2\n1.5\n"), HasSubstr("single column"));
    EXPECT_THAT(refusalOf("a,y\n1,0.5\n"), HasSubstr("\"y\" has 0.5 in every row"));
    EXPECT_THAT(refusalOf("a,y\n1,x\n2,x\n"), HasSubstr("\"x\" in every row"));
    EXPECT_THAT(refusalOf("a,y\n1,x\n2,z\n3,w\n"), HasSubstr("another text in each of its 3 rows"));
    EXPECT_THAT(refusalOf("a,y\n7,1.5\n7,2.5\n"),
                AllOf(HasSubstr("No column is left"), HasSubstr("\"a\", left out: the same in every row.")));
    EXPECT_THAT(refusalOf("a,y\n1,x\n2,z\n1,x\n", {.target = {}, .task = TableTask::Values, .without = {}}),
                HasSubstr("texts in it"));
    EXPECT_THAT(
        refusalOf("a,b,y\n1,,0.5\n,2,1.5\n", {.target = {}, .missing = TableMissing::Drop, .without = {}}),
        AllOf(HasSubstr("No"), HasSubstr("left")));
    std::string many = "a,y\n";
    for (std::size_t i = 0; i <= kMaxTableClasses; ++i)
        many += fmt::format("1,c{0}\n2,c{0}\n", i);
    EXPECT_THAT(refusalOf(many), HasSubstr("more than 1000 different"));
    EXPECT_THAT(refusalOf("a,b\n\"x,1\n"), StartsWith("t.csv, row 2: A quotation mark"));
}

TEST(TableSet, FindsColumnsByTheirNames) {
    EXPECT_EQ(outcomeOf(flowers(9), {.target = "width", .without = {}}).description().featureNames.front(),
              "species=a");
    EXPECT_THAT(refusalOf(flowers(9), {.target = "specie", .without = {}}),
                AllOf(HasSubstr("no column named \"specie\""), HasSubstr("Did you mean \"species\"?")));
    EXPECT_THAT(refusalOf(flowers(9), {.target = "Preis in Euro", .without = {}}),
                HasSubstr("There are width and species."));
    EXPECT_THAT(refusalOf(flowers(9), {.target = {}, .without = {"species"}}), HasSubstr("is the target"));
}

TEST(TableSet, HasLimits) {
    std::string rows = "a,y\n";
    for (std::int64_t i = 0; i <= kMaxTableRows; ++i)
        rows += i % 2 == 0 ? "1,0\n" : "2,1\n";
    EXPECT_THAT(refusalOf(rows), HasSubstr("more than 1000000 rows"));
    rows.resize(rows.size() - 4);
    EXPECT_EQ(outcomeOf(rows).source->training->size(), kMaxTableRows);
}

TEST(TableSet, RefusesMoreNumbersThanThereIsRoomFor) {
    // 1,000 columns of 50 texts each are 50,000 features a row.
    std::string row[50];
    for (int i = 0; i < 50; ++i)
        for (int column = 0; column < 1000; ++column)
            row[i] += fmt::format("t{},", i);
    std::string text;
    for (int i = 0; i < 6000; ++i)
        text += row[i % 50] + (i % 2 == 0 ? "0\n" : "1\n");
    EXPECT_THAT(refusalOf(text), HasSubstr("6000 rows of 50000 features"));
}

} // namespace
} // namespace protomind
