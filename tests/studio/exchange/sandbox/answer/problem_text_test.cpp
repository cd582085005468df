// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "studio/exchange/sandbox/answer/problem_text.h"

#include <gmock/gmock.h>

#include "whole_run.h"

namespace protomind {
namespace {

using testing::HasSubstr;
using testing::Not;

const Problem kProblem{
    ProblemKind::Memory,
    sentence("The {} \"{:s}\" has {} axes.", "tensor", "w", Sentence::row({"a", Sentence::name("b")}, ", ")),
    Sentence::name("a.onnx"), "Take another one."};

TEST(ProblemText, IsTheSameProblemAgain) {
    const Problem read = problemFromText(problemText(kProblem));
    EXPECT_EQ(read.kind, kProblem.kind);
    EXPECT_EQ(read.sentence, kProblem.sentence); // with the places of its names
    EXPECT_EQ(read.where, kProblem.where);
    EXPECT_EQ(read.remedy, kProblem.remedy);
}

TEST(ProblemText, TakesControlCharactersAway) {
    const Problem read =
        problemFromText(problemText({ProblemKind::Input, Sentence::name("a\x1b[31mb\nc"), {}, {}}));
    EXPECT_EQ(read.sentence, "a [31mb c");
}

TEST(ProblemText, OfALongOneThereIsTheBeginning) {
    const std::string text = problemText({ProblemKind::Input, std::string(kMaxProblemText, '\x01'), {}, {}});
    EXPECT_LE(text.size(), kMaxProblemText);
    EXPECT_EQ(problemFromText(text).sentence.text(), std::string(kMaxProblemText / 16, ' '));
}

TEST(ProblemText, OfAnythingElseSomethingGeneralIsSaid) {
    std::string deep;
    for (int i = 0; i < 20; ++i)
        deep += R"({"kind":3,"format":",","arguments":[)";
    deep += R"({"kind":0,"format":"a","arguments":[]})";
    for (int i = 0; i < 20; ++i)
        deep += "]}";
    const std::string empty = R"({"kind":0,"format":"","arguments":[]})";
    const std::vector<std::string> texts{
        "",
        "[]",
        "{}",
        "\xFF",
        std::string(100'000, '['),
        std::string(kMaxProblemText + 1, ' '),
        R"({"kind":"1","sentence":1})",
        R"({"kind":99,"sentence":)" + empty + "}",
        R"({"kind":1,"sentence":)" + deep + R"(,"where":)" + empty + R"(,"remedy":)" + empty + "}",
        R"({"kind":1,"sentence":)" + empty + R"(,"where":)" + empty + R"(,"remedy":)" + empty + "}"};
    for (const std::string& text : texts)
        EXPECT_THAT(problemFromText(text).sentence, HasSubstr("damaged")) << text.substr(0, 80);
}

TEST(ProblemText, CopesWithDamage) {
    RandomStream random(3);
    const std::string whole = problemText(kProblem);
    for (int i = 0; i < (isWholeRun() ? 1'000'000 : 20'000); ++i) {
        std::string text = whole;
        for (std::uint64_t changes = 1 + random.below(3); changes > 0; --changes)
            text[static_cast<std::size_t>(random.below(text.size()))] =
                static_cast<char>(random.below(2) == 0 ? random.below(256) : "{}[]\",:0"[random.below(8)]);
        ASSERT_FALSE(problemFromText(text).sentence.empty());
    }
}

} // namespace
} // namespace protomind
