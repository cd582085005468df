// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/located_json.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::HasSubstr;

TEST(LocatedJson, KnowsTheLineOfEveryValue) {
    const auto read = readLocatedJson(R"({
  "a": 1,
  "b": [
    2
    ,
    {"c":
      "d"}, true
  ],

  "e": {}
})");
    ASSERT_TRUE(read);
    const JsonPlace whole(*read);
    EXPECT_EQ(whole.line(), 1);
    EXPECT_EQ(whole.member("a")->line(), 2);
    const JsonPlace list = *whole.member("b");
    EXPECT_EQ(list.line(), 3);
    EXPECT_EQ(list.elements()[0].line(), 4) << "a number is followed by a line's end";
    EXPECT_EQ(list.elements()[1].line(), 6);
    EXPECT_EQ(list.elements()[1].member("c")->line(), 6) << "a member begins with its key";
    EXPECT_EQ(list.elements()[1].member("c")->value(), "d");
    EXPECT_EQ(list.elements()[2].line(), 7);
    EXPECT_EQ(whole.member("e")->line(), 10);
    EXPECT_FALSE(whole.member("f"));
    EXPECT_TRUE(whole.member("a")->members().empty());
    EXPECT_TRUE(whole.elements().empty());
}

struct Wrong {
    const char* text;
    int line;
    const char* words;
};

TEST(LocatedJson, SaysWhereItStopsMakingSense) {
    for (const Wrong& one :
         {Wrong{"", 1, "not valid JSON"}, Wrong{"{\n\"a\": 1\n\"b\": 2}", 3, "not valid JSON"},
          Wrong{"{\n\"a\": 1,\n\"a\": 2}", 3, "\"a\" comes twice"},
          Wrong{"\n[[[[[1]]]]]", 2, "more than 4 deep"},
          Wrong{"[1,2,3,\n4,5,6,7,8,9]", 2, "more than 8 values"},
          Wrong{"[\n\"0123456789abcdefg\"]", 2, "17 bytes long"},
          Wrong{"{\n\"0123456789abcdefg\":1}", 2, "17 bytes long"}, Wrong{"[1] x", 1, "not valid JSON"},
          Wrong{"[\n\n\"\xff\"]", 3, "not valid JSON"}}) {
        const auto read =
            readLocatedJson(one.text, JsonLimits{.bytes = 100, .depth = 4, .stringBytes = 16, .values = 8});
        ASSERT_FALSE(read) << one.text;
        EXPECT_EQ(read.error().line, one.line) << one.text << read.error().sentence;
        EXPECT_THAT(read.error().sentence, HasSubstr(one.words)) << one.text;
    }
    EXPECT_THAT(readLocatedJson("[1, 2]", JsonLimits{.bytes = 3}).error().sentence,
                HasSubstr("6 bytes long"));
}

} // namespace
} // namespace protomind
