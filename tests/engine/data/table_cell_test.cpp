// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/limits.h"
#include "engine/data/table_cell.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(TableCell, KnowsWhatIsMissing) {
    for (const char* field : {"", "  ", "NA", "n/a", "NaN", "null", "NULL", "?", "-", " ? "})
        EXPECT_EQ(readCell(field).form, CellForm::Missing) << field;
    for (const char* field : {"none", "nano", "--", "??", "."})
        EXPECT_EQ(readCell(field).form, CellForm::Text) << field;
}

TEST(TableCell, TellsNumbersByTheirMarks) {
    struct Case {
        const char* field;
        CellForm form;
        double value;
    };
    const Case cases[] = {{"12", CellForm::Whole, 12},
                          {"-3", CellForm::Whole, -3},
                          {"+3", CellForm::Whole, 3},
                          {"\u22123", CellForm::Whole, -3},
                          {"1e-3", CellForm::Whole, 0.001},
                          {"60 000", CellForm::Whole, 60000},
                          {"3.14", CellForm::Point, 3.14},
                          {".5", CellForm::Point, 0.5},
                          {"0.125", CellForm::Point, 0.125},
                          {"1234.567", CellForm::Point, 1234.567},
                          {"3,14", CellForm::Comma, 3.14},
                          {"-0,125", CellForm::Comma, -0.125},
                          {"1.234", CellForm::GroupedPoint, 1.234},
                          {"-12,345", CellForm::GroupedComma, -12.345},
                          {"1e-400", CellForm::Whole, 0}};
    for (const Case& one : cases) {
        const TableCell cell = readCell(one.field);
        EXPECT_EQ(cell.form, one.form) << one.field;
        EXPECT_DOUBLE_EQ(cell.value, one.value) << one.field;
    }
}

TEST(TableCell, GuessesNoMarksBetweenThousands) {
    for (const char* field : {"1,234.56", "1.234,56", "1.234.567", "-12,345,678"})
        EXPECT_EQ(readCell(field).form, CellForm::Grouped) << field;
    for (const char* field :
         {"12.05.2024", "2024-05-12", "inf", "1e400", "12 cm", "3,", "a", "0x10", "-a", "..."})
        EXPECT_NE(readCell(field).form, CellForm::Grouped) << field;
    for (const char* field :
         {"12.05.2024", "2024-05-12", "inf", "1e400", "1e39", "12 cm", "0x10", "-a", "..."})
        EXPECT_EQ(readCell(field).form, CellForm::Text) << field;
}

TEST(TableCell, TakesNoNumberThatIsTooFar) {
    for (const char* field : {"8e37", "-8e37", "+8e37"})
        EXPECT_EQ(readCell(field).form, CellForm::Whole) << field;
    for (const char* field : {"8.1e37", "-8.1e37", "+8.1e37", "3e38"})
        EXPECT_EQ(readCell(field).form, CellForm::Text) << field;
    EXPECT_EQ(readCell("8e37").value, kFarthestTableNumber);
}

TEST(TableCell, IsANumberByTheDecimalMark) {
    EXPECT_TRUE(isNumber(CellForm::Whole, DecimalMark::Point));
    EXPECT_TRUE(isNumber(CellForm::Point, DecimalMark::Point));
    EXPECT_FALSE(isNumber(CellForm::Comma, DecimalMark::Point));
    EXPECT_TRUE(isNumber(CellForm::GroupedComma, DecimalMark::Comma));
    EXPECT_FALSE(isNumber(CellForm::GroupedPoint, DecimalMark::Comma));
    EXPECT_FALSE(isNumber(CellForm::Grouped, DecimalMark::Point));
    EXPECT_FALSE(isNumber(CellForm::Missing, DecimalMark::Point));
}

} // namespace
} // namespace protomind
