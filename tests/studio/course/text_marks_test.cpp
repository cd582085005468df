// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/text_marks.h"

#include <gtest/gtest.h>

#include <ostream>

namespace protomind {

void PrintTo(const TextMark& mark, std::ostream* out) {
    *out << static_cast<int>(mark.kind) << " \"" << mark.target << "\" \"" << mark.text << "\" " << mark.line;
}

namespace {

using Kind = TextMark::Kind;
using Marks = std::vector<TextMark>;

TEST(TextMarks, FindsLinksPicturesAndFormulas) {
    EXPECT_EQ(
        textMarks("Press [Train](action:train), then\nlook at ![a *line*](line.svg \"title\"): $y = m x$."),
        (Marks{{Kind::Link, "action:train", "Train", 0},
               {Kind::Picture, "line.svg", "a *line*", 1},
               {Kind::Formula, "y = m x", "$", 1}}));
    EXPECT_EQ(textMarks("[a [b] c](<open:layer/Dense 2>)"),
              (Marks{{Kind::Link, "open:layer/Dense 2", "a [b] c", 0}}));
    EXPECT_EQ(textMarks("$$\nx^2 +\n  1\n$$\n[$b$](open:data)"), (Marks{{Kind::Formula, "x^2 + 1", "$$", 0},
                                                                        {Kind::Link, "open:data", "$b$", 4},
                                                                        {Kind::Formula, "b", "$", 4}}));
    EXPECT_EQ(textMarks("$\\$ 5$"), (Marks{{Kind::Formula, "\\$ 5", "$", 0}}));
}

TEST(TextMarks, LeavesCodeAndMoneyAlone) {
    for (const char* text : {"`$a$ [b](c)`",
                             "``a ` $b$``",
                             "```\n$a$\n[b](c)\n```",
                             "~~~\n$a$\n~~~",
                             "\\$a$",
                             "$5 and $6",
                             "$ a$",
                             "$a $",
                             "1 < 2 > 1",
                             "a <b",
                             "[a]",
                             "[a] (b)",
                             "[a](b",
                             "![a",
                             "$a\n\nb$",
                             "$$",
                             "$",
                             "`",
                             "\\",
                             "]("})
        EXPECT_EQ(textMarks(text), Marks{}) << text;
}

TEST(TextMarks, FindsWhatALessonCantShow) {
    EXPECT_EQ(textMarks("See https://example.org/a, or\n<http://b>"),
              (Marks{{Kind::Address, "https://example.org/a,", "", 0}, {Kind::Address, "http://b", "", 1}}));
    EXPECT_EQ(textMarks("a <b>c</b>\n<img src=\"x\"/>"), (Marks{{Kind::Html, "<b>", "", 0},
                                                                {Kind::Html, "</b>", "", 0},
                                                                {Kind::Html, "<img src=\"x\"/>", "", 1}}));
}

TEST(TextMarks, AreQuickWithHostileText) {
    for (const char* piece :
         {"[", "[a](", "$", "`", "![", "<a ", "$a", "((", "[[a](b)", "``", "$$a", "[$a"}) {
        std::string text;
        while (text.size() < 100'000)
            text += piece;
        static_cast<void>(textMarks(text));
    }
}

} // namespace
} // namespace protomind
