// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/data/limits.h"
#include "engine/data/pairs.h"
#include "engine/data/whole_set.h"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<NumberPair> randomPairs(RandomStream& random) {
    std::vector<NumberPair> pairs(1 + random.below(40));
    for (NumberPair& pair : pairs)
        pair = {random.normal() * 100, random.uniform(-kMaxPairNumber, kMaxPairNumber)};
    return pairs;
}

/// A table with a separator; decimal: what stands for the point.
std::string table(const std::vector<NumberPair>& pairs, const std::string& separator, char decimal) {
    std::string text;
    for (const auto& [x, y] : pairs) {
        std::string left = fmt::format("{}", x);
        std::string right = fmt::format("{}", y);
        std::ranges::replace(left, '.', decimal);
        std::ranges::replace(right, '.', decimal);
        text += left + separator + right + "\n";
    }
    return text;
}

std::vector<NumberPair> read(const std::string& text) {
    const Result<PairsTable> table = pairsFromCsv(text);
    EXPECT_TRUE(table) << text << (table ? "" : table.error().text());
    return table ? table->pairs : std::vector<NumberPair>();
}

TEST(Pairs, SurviveTheirOwnText) {
    RandomStream random(3);
    for (int round = 0; round < 50; ++round) {
        const std::vector<NumberPair> pairs = randomPairs(random);
        const std::string text = pairsText(pairs);
        ASSERT_TRUE(text.starts_with("pairs?data="));
        EXPECT_EQ(parsePairs(text.substr(11)), pairs);
        EXPECT_EQ(opened(text).training->size(), static_cast<std::int64_t>(pairs.size()));
    }
}

TEST(Pairs, SurviveEveryKindOfTable) {
    RandomStream random(4);
    for (int round = 0; round < 50; ++round) {
        const std::vector<NumberPair> pairs = randomPairs(random);
        for (const std::string separator : {",", ", ", ";", " ; ", "\t", " ", "   "}) {
            EXPECT_EQ(read(table(pairs, separator, '.')), pairs) << separator;
            EXPECT_EQ(read("height" + separator + "weight\n" + table(pairs, separator, '.')), pairs);
        }
        for (const std::string separator : {";", " ; ", "\t", " \t "})
            EXPECT_EQ(read(table(pairs, separator, ',')), pairs) << separator;
    }
}

TEST(Pairs, NeverCrashOnAnyText) {
    RandomStream random(5);
    constexpr std::string_view kSigns = "0123456789.,;-+eE \t\r\n\"naif=?&\xe2\x88\x92";
    for (int round = 0; round < 3000; ++round) {
        std::string text(random.below(40), ' ');
        for (char& sign : text)
            sign = kSigns[random.below(kSigns.size())];
        Result<std::vector<NumberPair>> pasted;
        if (const auto table = pairsFromCsv(text))
            pasted = table->pairs;
        else
            pasted = std::unexpected(table.error());
        for (const auto& pairs : {pasted, parsePairs(text)}) {
            if (!pairs) {
                EXPECT_FALSE(pairs.error().sentence.empty());
                continue;
            }
            for (const NumberPair& pair : *pairs)
                for (const float number : pair)
                    EXPECT_TRUE(std::abs(number) <= kMaxPairNumber) << text;
        }
    }
}

TEST(Pairs, OpenAsTheyWereWritten) {
    const DataSource source = opened("pairs?data=0.5,-0.25;-1e-1,.3;0,1;");
    EXPECT_EQ(source.test, nullptr);
    EXPECT_EQ(source.text, "pairs?data=0.5,-0.25;-1e-1,.3;0,1;");
    const DataDescription& description = source.training->description();
    EXPECT_EQ(description.name, "pairs");
    EXPECT_EQ(description.sampleShape, Shape{1});
    EXPECT_EQ(description.targetShape, Shape{1});
    EXPECT_EQ(description.targetKind, TargetKind::Values);
    EXPECT_THAT(description.featureNames, ElementsAre("x"));
    const WholeSet all(*source.training);
    EXPECT_THAT(all.samples, ElementsAre(0.5f, -0.1f, 0.0f));
    EXPECT_THAT(all.targets, ElementsAre(-0.25f, 0.3f, 1.0f));
}

TEST(Pairs, RefuseWhatIsNone) {
    for (const std::string data : {"", ";", "1", "1,", ",1", "1,2,3", "a,2", "1,2;;1,2", "nan,0", "0,inf",
                                   "1000001,0", "0,-1e7", "1e99,0", " 1,2", "1 2", "1,2 "}) {
        const auto source = openData("pairs?data=" + data, 7);
        ASSERT_FALSE(source) << data;
        EXPECT_EQ(source.error().kind, ProblemKind::Request);
    }
    EXPECT_FALSE(openData("pairs", 7));
    EXPECT_FALSE(openData("pairs?noise=0.1", 7));
    EXPECT_THAT(openData("pairs?data=1,2;x,1", 7).error().where, HasSubstr("2"));
}

TEST(Pairs, AreKnownByName) {
    EXPECT_THAT(openData("pears", 7).error().text(), HasSubstr("Did you mean \"pairs\"?"));
    EXPECT_THAT(openData("photographs", 7).error().text(), HasSubstr("pairs"));
}

TEST(Pairs, AreLimitedInNumber) {
    std::string data;
    std::string lines;
    for (std::size_t i = 0; i < kMaxPairs; ++i) {
        data += "0,1;";
        lines += "0 1\n";
    }
    EXPECT_EQ(opened("pairs?data=" + data).training->size(), static_cast<std::int64_t>(kMaxPairs));
    EXPECT_EQ(read(lines).size(), kMaxPairs);
    for (const Problem& problem :
         {openData("pairs?data=" + data + "0,1", 7).error(), pairsFromCsv(lines + "0 1").error()})
        EXPECT_THAT(problem.sentence, HasSubstr(std::to_string(kMaxPairs)));
    EXPECT_THAT(pairsFromCsv(std::string(kMaxPairsTableBytes + 1, '\n')).error().sentence, HasSubstr("KiB"));
}

TEST(Pairs, FitTheLongestTextAtTheirLongest) {
    const std::vector<NumberPair> pairs(kMaxPairs, {-1.2345678e-30f, -123456.78f});
    EXPECT_LE(pairsText(pairs).size(), kMaxSourceText);
}

TEST(Pairs, AreReadFromWhatPeoplePaste) {
    const std::vector<NumberPair> pairs = {{0.5f, 1.0f}, {-2.0f, 3.25f}};
    EXPECT_EQ(read("0.5, 1\n-2, 3.25"), pairs);
    EXPECT_EQ(read("\xef\xbb\xbfx;y\r\n0,5;1\r\n-2;3,25\r\n"), pairs);
    EXPECT_EQ(read("x y\r0.5 1\r-2 3.25\r"), pairs);
    EXPECT_EQ(read("\n  0.5\t+1 \n\n \u22122\t3,25\t\n"), pairs);
    EXPECT_EQ(read("\"x\",\"y\"\n\"0.5\",\"1\"\n\"-2\",\"3.25\"\n"), pairs);
    EXPECT_EQ(read("0.5;1;\n-2;3.25;;\n"), pairs);
}

TEST(Pairs, TellWhatNamedTheColumns) {
    EXPECT_EQ(pairsFromCsv("\n x; y\n1;2\n")->headings.line, 2);
    EXPECT_EQ(pairsFromCsv("\n x; y\n1;2\n")->headings.text, "x; y");
    EXPECT_EQ(pairsFromCsv("1;2\n")->headings.line, 0);
}

TEST(Pairs, TellTheLineThatIsOff) {
    const auto problem = [](const std::string& text) { return pairsFromCsv(text).error(); };
    EXPECT_EQ(problem("x,y\n1,2\n\n3\n").where, "line 4");
    EXPECT_THAT(problem("x,y\n1,2\n\n3\n").sentence, HasSubstr("two numbers"));
    EXPECT_EQ(problem("1,2\n1,2,3").where, "line 2");
    EXPECT_THAT(problem("0,5 1,5").remedy, HasSubstr("commas"));
    EXPECT_EQ(problem("1 2\n3 four\n").where, "line 2, column 2");
    EXPECT_THAT(problem("1 2\n3 four\n").sentence, HasSubstr("four"));
    EXPECT_EQ(problem("1 2\n2 nan\n").where, "line 2, column 2");
    EXPECT_EQ(problem("1 2\n2 inf\n").where, "line 2, column 2");
    EXPECT_EQ(problem("1 2\n3 4\nx y\n").where, "line 3, column 1") << "names stand in the first line alone";
    EXPECT_EQ(problem("1 2\r\n2000000 2\r\n").where, "line 2");
    EXPECT_THAT(problem("").sentence, HasSubstr("no rows"));
    EXPECT_THAT(problem("x,y\n").sentence, HasSubstr("no rows"));
}

} // namespace
} // namespace protomind
