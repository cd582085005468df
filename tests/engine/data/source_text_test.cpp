// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/limits.h"
#include "engine/data/source_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(SourceText, TakesNameAndOptionsApart) {
    EXPECT_EQ(parseSourceText("digits"), (SourceText{"digits", {}}));
    EXPECT_EQ(parseSourceText("digits?"), (SourceText{"digits", {}}));
    EXPECT_EQ(parseSourceText("spiral?noise=0.1&samples=400"),
              (SourceText{"spiral", {{"noise", "0.1"}, {"samples", "400"}}}));
    EXPECT_EQ(parseSourceText("a?b=c=d"), (SourceText{"a", {{"b", "c=d"}}}));
    EXPECT_EQ(parseSourceText("a?b="), (SourceText{"a", {{"b", ""}}}));
}

TEST(SourceText, RefusesWhatIsNoSource) {
    for (const std::string text : {"", "?", "?noise=1", "spiral?noise", "spiral?=1",
                                   "spiral?noise=1&&samples=3", "spiral?noise=1&noise=2"}) {
        const auto parsed = parseSourceText(text);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().kind, ProblemKind::Request);
        EXPECT_FALSE(parsed.error().sentence.empty());
    }
    EXPECT_TRUE(parseSourceText(std::string(kMaxSourceText, 'a')));
    EXPECT_FALSE(parseSourceText(std::string(kMaxSourceText + 1, 'a')));
}

TEST(SourceText, FindsTheNameThatWasMeant) {
    const std::vector<std::string> names = {"circle", "spiral", "xor", "digits"};
    EXPECT_EQ(nearestName("spirl", names), "spiral");
    EXPECT_EQ(nearestName("Digits", names), "digits");
    EXPECT_EQ(nearestName("cirlce", names), "circle");
    EXPECT_EQ(nearestName("xr", names), "xor");
    EXPECT_EQ(nearestName("photographs", names), "");
    EXPECT_EQ(nearestName("", names), "");
    EXPECT_EQ(nearestName(std::string(100000, 'x'), names), "");
}

TEST(SourceText, ListsNames) {
    EXPECT_EQ(listedNames(std::vector<std::string>{}), "");
    EXPECT_EQ(listedNames(std::vector<std::string>{"a"}), "a");
    EXPECT_EQ(listedNames(std::vector<std::string>{"a", "b"}), "a and b");
    EXPECT_EQ(listedNames(std::vector<std::string>{"a", "b", "c"}), "a, b, and c");
}

} // namespace
} // namespace protomind
