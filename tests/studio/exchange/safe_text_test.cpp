// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/safe_text.h"

#include <gtest/gtest.h>

#include <cctype>

namespace protomind {
namespace {

const std::vector<std::string>& nastyTexts() {
    static const std::vector<std::string> texts{"",
                                                " ",
                                                "1st",
                                                "class",
                                                "a\"b",
                                                "a'b",
                                                "\\",
                                                "x\ny",
                                                "\r",
                                                std::string("nul\0nul", 7),
                                                "*/",
                                                "/*",
                                                "//",
                                                "</script>",
                                                "<!-- -->",
                                                "&lt;",
                                                "{}",
                                                "%s",
                                                "?"
                                                "?/",
                                                "\x7f",
                                                "Größe",
                                                "层",
                                                "\xff\xfe",
                                                "\xc3",
                                                "\xed\xa0\x80",
                                                "\xe2\x80\xae"
                                                "abc",
                                                "\xe2\x80\xa8",
                                                "\xf0\x9f\x98\x80",
                                                "\xf4\x90\x80\x80",
                                                "``",
                                                "\"\"\"",
                                                std::string(5000, 'a')};
    return texts;
}

TEST(IdentifierFrom, IsAlwaysAnIdentifier) {
    for (const std::string& text : nastyTexts()) {
        const std::string name = identifierFrom(text);
        ASSERT_FALSE(name.empty());
        EXPECT_LE(name.size(), 70u);
        EXPECT_TRUE(std::isalpha(static_cast<unsigned char>(name[0]))) << name;
        for (const char c : name)
            EXPECT_TRUE(std::isalnum(static_cast<unsigned char>(c)) || c == '_') << name;
    }
}

TEST(IdentifierFrom, KeepsWhatItCan) {
    EXPECT_EQ(identifierFrom("Dense 2"), "dense_2");
    EXPECT_EQ(identifierFrom("1st Dense!"), "layer_1st_dense");
    EXPECT_EQ(identifierFrom("class"), "class_");
    EXPECT_EQ(identifierFrom("__init__"), "init");
    EXPECT_EQ(identifierFrom("层"), "layer");
}

TEST(IdentifierPool, GivesEveryNameOnce) {
    IdentifierPool pool({"relu"});
    EXPECT_EQ(pool.take("ReLU"), "relu_2");
    EXPECT_EQ(pool.take("Dense"), "dense");
    EXPECT_EQ(pool.take("dense"), "dense_2");
    EXPECT_EQ(pool.take("Dense 2"), "dense_2_2");
}

TEST(QuotedStrings, HoldNoQuoteLineEndOrForeignByte) {
    for (const std::string& text : nastyTexts()) {
        for (const std::string& quoted : {pythonString(text), cppString(text)}) {
            ASSERT_GE(quoted.size(), 2u);
            EXPECT_EQ(quoted.front(), '"');
            EXPECT_EQ(quoted.back(), '"');
            const std::string inner = quoted.substr(1, quoted.size() - 2);
            for (std::size_t i = 0; i < inner.size(); ++i) {
                ASSERT_GE(inner[i], 0x20);
                ASSERT_LT(inner[i], 0x7F);
                if (inner[i] == '\\')
                    ++i; // what follows is escaped
                else
                    EXPECT_NE(inner[i], '"') << quoted;
                ASSERT_LT(i, inner.size()) << "the closing quote is escaped: " << quoted;
            }
        }
    }
}

TEST(QuotedStrings, SayTheSame) {
    EXPECT_EQ(pythonString("a\"b\\"), R"("a\"b\\")");
    EXPECT_EQ(pythonString("é层😀\n"), R"("\xe9\u5c42\U0001f600\x0a")");
    EXPECT_EQ(cppString("1\n2?"), R"("1\0122\077")");
}

TEST(LineCommentText, StaysOnItsLine) {
    for (const std::string& text : nastyTexts()) {
        const std::string comment = lineCommentText(text);
        for (const char c : comment)
            EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
        EXPECT_EQ(comment.find("*/"), std::string::npos);
        EXPECT_EQ(comment.find("/*"), std::string::npos);
        EXPECT_EQ(comment.find("-->"), std::string::npos);
        EXPECT_EQ(comment.find('\\'), std::string::npos);
        EXPECT_EQ(comment.find("\xe2\x80\xae"), std::string::npos) << "turns the line round";
        EXPECT_EQ(comment.find("\xe2\x80\xa8"), std::string::npos) << "a line end";
    }
    EXPECT_EQ(lineCommentText("Größe 层"), "Größe 层");
}

TEST(HtmlText, HoldsNoMarkup) {
    for (const std::string& text : nastyTexts()) {
        const std::string html = htmlText(text);
        EXPECT_EQ(html.find_first_of("<>\"'"), std::string::npos);
    }
    EXPECT_EQ(htmlText("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&#39;");
    EXPECT_EQ(htmlText("Größe 😀"), "Größe 😀");
}

} // namespace
} // namespace protomind
