// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/letter_case.h"
#include "engine/base/typed_number.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <optional>

namespace protomind {
namespace {

using testing::HasSubstr;

std::optional<double> number(std::string_view text, Comma comma = Comma::Asked) {
    const auto read = readNumber(text, comma);
    return read ? std::optional(*read) : std::nullopt;
}

TEST(TypedNumber, APointAndACommaAreBothOneHalf) {
    for (const char* text :
         {"0.5", "0,5", ".5", ",5", "+0.5", " 0,5 ", "\u00a00,5\t", "5e-1", "5E\u22121", "0,05e1"})
        EXPECT_EQ(number(text), 0.5) << text;
    for (const char* text : {"-0.25", "-0,25", "\u22120,25", "-,25", "-2,5e-1"})
        EXPECT_EQ(number(text), -0.25) << text;
    EXPECT_EQ(number("5."), 5);
    EXPECT_EQ(number("5,"), 5);
    EXPECT_EQ(number("007"), 7);
}

TEST(TypedNumber, ThreeDigitsBehindACommaAreAskedAbout) {
    for (const char* text : {"1,234", "12,345", "123,456", "-1,234", " +1,000 "})
        EXPECT_FALSE(number(text)) << text;
    const auto asked = readNumber("-1,234");
    EXPECT_EQ(asked.error().kind, ProblemKind::Request);
    EXPECT_EQ(asked.error().sentence, "\"-1,234\" could be -1234 or -1.234.");
    EXPECT_EQ(number("1,234", Comma::DecimalMark), 1.234);
}

TEST(TypedNumber, ACommaThatCanOnlyBeADecimalMarkIsOne) {
    EXPECT_EQ(number("0,125"), 0.125);
    EXPECT_EQ(number("-0,001"), -0.001);
    EXPECT_EQ(number("1,23"), 1.23);
    EXPECT_EQ(number("1,2345"), 1.2345);
    EXPECT_EQ(number("1234,567"), 1234.567);
    EXPECT_EQ(number("1,234e2"), 123.4);
    EXPECT_EQ(number("1.234"), 1.234) << "what the program itself writes";
}

TEST(TypedNumber, TwoMarksAreNeverANumber) {
    for (const char* text : {"1,5,2", "1.234,5", "1,234.5", "1,234,567", "1.234.567", "0..5", "1.,2"}) {
        const auto read = readNumber(text);
        ASSERT_FALSE(read) << text;
        EXPECT_THAT(read.error().sentence, HasSubstr("more than one decimal mark")) << text;
    }
}

TEST(TypedNumber, SpacesMayPartThousandsAndNothingElse) {
    for (const char* text : {"60 000", "60\u00a0000", "60\u202f000"})
        EXPECT_EQ(number(text), 60000) << text;
    EXPECT_EQ(number("1 234 567,5"), 1234567.5);
    for (const char* text : {"1 5", "1 23", "1234 567", "1 2345", "0.5 0.25", "0.123 456", "1\t234", "1'234"})
        EXPECT_FALSE(number(text)) << text;
}

TEST(TypedNumber, WhatIsNoNumberIsSaidToBeNone) {
    for (const char* text :
         {"",      " ",     "-",   "+",   ".",    ",",    "--1",   "+-1",  "- 1", "e5",  "1e",   "1e-",
          "1e5.5", "1e5,5", "nan", "inf", "-inf", "0x10", "1_000", "half", "1 %", "1;5", "0,5x", "x0,5"}) {
        const auto read = readNumber(text);
        ASSERT_FALSE(read) << text;
        EXPECT_THAT(read.error().sentence, HasSubstr("is not a number")) << text;
    }
}

TEST(TypedNumber, WhatNoComputerHoldsIsRefusedAndWhatIsTinyIsZero) {
    EXPECT_THAT(readNumber("1e999").error().sentence, HasSubstr("too large"));
    EXPECT_THAT(readNumber(std::string(400, '9')).error().sentence, HasSubstr("too large"));
    EXPECT_EQ(number("1e-999"), 0);
    EXPECT_TRUE(std::signbit(*number("-1e-999")));
    EXPECT_EQ(number("1,7976931348623157e308"), 1.7976931348623157e308);
    EXPECT_EQ(number("0," + std::string(400, '0') + "1"), 0);
    EXPECT_EQ(number("0." + std::string(400, '0') + "1e5"), 0);
    EXPECT_THAT(readNumber(std::string(400, '9') + ",5e-5").error().sentence, HasSubstr("too large"));
}

TEST(TypedNumber, AskedOfATableWhetherAPointPartsThousands) {
    EXPECT_TRUE(couldBeThousands("1.234"));
    EXPECT_TRUE(couldBeThousands("-12,345"));
    for (const char* text : {"0.125", "1.23", "1234.567", "1.234e2", "1.234.567", "234"})
        EXPECT_FALSE(couldBeThousands(text)) << text;
}

TEST(FileEnding, IsTheSameInCapitals) {
    EXPECT_EQ(fileEnding("/a/DATEN.CSV"), ".csv");
    EXPECT_EQ(fileEnding("train.idx3-ubyte.Gz"), ".gz");
    EXPECT_EQ(fileEnding("NONE"), "");
    EXPECT_EQ(inSmallLetters("ÄB c"), "Äb c");
}

} // namespace
} // namespace protomind
