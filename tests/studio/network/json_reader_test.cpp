// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/json_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::string nested(int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']');
}

TEST(JsonReader, ReadsWhatTheLibraryReads) {
    for (const char* text : {"null", "true", "-3", "2.5", "\"größe\"", "[]", "{}", "[1,[2,{\"a\":[3]}],{}]",
                             R"({"a":{"b":[1,2,{"c":null}],"d":18446744073709551615},"e":"\u00e9"})"})
        EXPECT_EQ(readJson(text).value(), json::parse(text)) << text;
}

TEST(JsonReader, SaysLineAndColumnOfASyntaxError) {
    const Result<json> result = readJson("{\n  \"a\": 1,\n  \"b\" 2\n}");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ProblemKind::Input);
    EXPECT_EQ(result.error().where, "line 3, column 7");
    EXPECT_THAT(result.error().sentence, HasSubstr("not valid JSON"));
}

TEST(JsonReader, RefusesTextThatIsNotJson) {
    for (const std::string& text :
         {std::string(), std::string("{"), std::string("[1,]"), std::string("{\"a\":1,}"), std::string("NaN"),
          std::string("1e999"), std::string("01"), std::string("'a'"), std::string("[1] [2]"),
          std::string("\"\xff\""), std::string("\"\\ud800\""), std::string("[1\0]", 4)})
        EXPECT_FALSE(readJson(text)) << text;
}

TEST(JsonReader, RefusesAKeyThatComesTwice) {
    const Result<json> result = readJson(R"({"layers": [0, {"id": 1, "name": "a", "id": 2}]})");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().where, "/layers/1");
    EXPECT_THAT(result.error().sentence, HasSubstr("\"id\" comes twice"));
    EXPECT_TRUE(readJson(R"([{"id": 1}, {"id": 1, "b": {"id": 1}}])"));
}

TEST(JsonReader, HoldsItsLimits) {
    EXPECT_TRUE(readJson(nested(kMaxJsonDepth)));
    EXPECT_THAT(readJson(nested(kMaxJsonDepth + 1)).error().sentence, HasSubstr("64 deep"));
    EXPECT_FALSE(readJson(nested(1'000'000)));
    const JsonLimits limits{.bytes = 100, .depth = 4, .stringBytes = 5, .values = 6};
    EXPECT_TRUE(readJson("[1,2,3,4,5]", limits));
    EXPECT_THAT(readJson("[1,2,3,4,5,6]", limits).error().sentence, HasSubstr("more than 6 values"));
    EXPECT_TRUE(readJson("\"12345\"", limits));
    EXPECT_THAT(readJson("\"123456\"", limits).error().sentence, HasSubstr("at most 5"));
    EXPECT_THAT(readJson("{\"123456\": 1}", limits).error().sentence, HasSubstr("at most 5"));
    EXPECT_THAT(readJson(std::string(101, ' '), limits).error().sentence, HasSubstr("at most 100"));
    EXPECT_FALSE(readJson(std::string(kMaxNetworkBytes + 1, ' ')));
}

} // namespace
} // namespace protomind
