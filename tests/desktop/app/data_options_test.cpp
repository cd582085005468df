// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/data_options.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace protomind {
namespace {

TEST(DataOptionsTest, DefaultsAreLeftOutOfTheText) {
    for (const BuiltInData& data : builtInData())
        EXPECT_EQ(DataChoice::defaultsOf(data).text(), data.name);
}

TEST(DataOptionsTest, ATextReadsBackAsItself) {
    std::mt19937 random(5);
    for (const BuiltInData& data : builtInData()) {
        for (int round = 0; round < 20; ++round) {
            DataChoice choice = DataChoice::defaultsOf(data);
            for (const DataOption& option : data.options) {
                double value = std::uniform_real_distribution(option.minimum, option.maximum)(random);
                if (option.whole)
                    value = std::floor(value);
                choice.values[option.name] = value;
            }
            const DataChoice again = DataChoice::parse(choice.text());
            EXPECT_EQ(again.name, choice.name);
            EXPECT_EQ(again.values, choice.values) << choice.text();
        }
    }
}

TEST(DataOptionsTest, EveryTextThatTheControlsMakeCanBeOpened) {
    for (const BuiltInData& data : builtInData()) {
        for (const DataOption& option : data.options) {
            if (option.whole)
                continue; // The largest are tested where the sets are; here they would take long.
            for (const double value : {option.minimum, option.maximum}) {
                DataChoice choice = DataChoice::defaultsOf(data);
                choice.values[option.name] = value;
                EXPECT_TRUE(openData(choice.text(), 7).has_value()) << choice.text();
            }
        }
    }
}

TEST(DataOptionsTest, KeepsAFolderPointsAndPairsAsTheyAre) {
    for (const std::string text : {"idx:/a folder/with?odd&names=1", "points?data=0.5,-0.25,0;-0.1,0.3,1",
                                   "pairs?data=0.5,-0.25;2,3.5"})
        EXPECT_EQ(DataChoice::parse(text).text(), text);
}

TEST(DataOptionsTest, IsEmptyUntilThereIsASample) {
    for (const char* text : {"", "points?data=", "pairs?data=", "pairs"})
        EXPECT_TRUE(DataChoice::parse(text).isEmpty()) << text;
    for (const char* text : {"points?data=0,0,1", "pairs?data=0,1", "spiral"})
        EXPECT_FALSE(DataChoice::parse(text).isEmpty()) << text;
}

TEST(DataOptionsTest, AnotherTableHasOtherColumnsButIsReadTheSameWay) {
    const DataChoice first = DataChoice::parse("csv:/a/one%3F.csv?target=y&scale=none&without=b;c");
    EXPECT_EQ(first.rest, "/a/one?.csv");
    EXPECT_EQ(first.text(), "csv:/a/one%3F.csv?target=y&scale=none&without=b;c");
    EXPECT_EQ(first.withTable("/a/two&.csv").text(), "csv:/a/two%26.csv?scale=none");
    EXPECT_EQ(first.withTable("/a/one?.csv").text(), first.text());
    EXPECT_EQ(DataChoice::parse("spiral").withTable("/b.csv").text(), "csv:/b.csv");
}

TEST(DataOptionsTest, NonsenseHasNoName) {
    EXPECT_TRUE(DataChoice::parse("").name.empty());
    EXPECT_TRUE(DataChoice::parse("?noise").name.empty());
}

} // namespace
} // namespace protomind
