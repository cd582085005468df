// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/sentence.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace protomind {
namespace {

using Kind = Sentence::Kind;

/// What is kept is enough to say the same again.
Sentence rebuilt(const Sentence& from) {
    std::vector<Sentence> arguments;
    for (const Sentence& argument : from.arguments())
        arguments.push_back(rebuilt(argument));
    return Sentence::fromParts(from.kind(), from.format(), std::move(arguments));
}

TEST(SentenceTest, ReadsAsFmtWritesItAndIsMadeAgainFromItsParts) {
    const std::string name = "Dense {2}";
    const Sentence inner = sentence("{} of {:s}", 3, name);
    const std::vector<std::pair<Sentence, std::string>> all = {
        {"Plain {} text.", "Plain {} text."},
        {sentence("The {} kernel is larger than its {} input.", "5×5", "4×4"),
         "The 5×5 kernel is larger than its 4×4 input."},
        {sentence("{:.3g} and {:>4}|{:<6}|", 2.0 / 3, 7, std::string("ab")),
         fmt::format("{:.3g} and {:>4}|{:<6}|", 2.0 / 3, 7, "ab")},
        {sentence("{1} before {0:s}, {0} again", name, 1.5), "1.5 before Dense {2}, Dense {2} again"},
        {sentence("Write \"### {} {{#id}}\".", name), "Write \"### Dense {2} {#id}\"."},
        {sentence("A {}: {}", inner, true), "A 3 of Dense {2}: true"},
        {sentence("one of {}", fmt::join(std::vector{1, 2}, ", ")), "one of 1, 2"},
        {Sentence::row({"One.", Sentence(), inner, "Two."}), "One. 3 of Dense {2} Two."},
        {Sentence::row({"a", "b"}, ", "), "a, b"},
        {Sentence::row({}), ""},
        {Sentence::name(name), name},
    };
    for (const auto& [made, text] : all) {
        EXPECT_EQ(made.text(), text);
        EXPECT_EQ(rebuilt(made), made) << text;
    }
}

TEST(SentenceTest, KeepsItsPlaces) {
    const Sentence made = sentence("{:s} gives {} of {:.1f}, {}.", "Input", "numbers", 0.25, 10);
    EXPECT_EQ(made.kind(), Kind::Format);
    EXPECT_EQ(made.format(), "{:s} gives {} of {:.1f}, {}.");
    ASSERT_EQ(made.arguments().size(), 4u);
    EXPECT_EQ(made.arguments()[0], Sentence::name("Input"));
    EXPECT_EQ(made.arguments()[1], Sentence("numbers"));
    EXPECT_EQ(made.arguments()[2], Sentence::name("0.2"));
    EXPECT_EQ(made.arguments()[3], Sentence::name("10"));
}

TEST(SentenceTest, ARowOfOneIsThatOne) {
    const Sentence one = sentence("Only {}", 1);
    EXPECT_EQ(Sentence::row({Sentence(), one}), one);
}

TEST(SentenceTest, IsReadAsAText) {
    const Sentence made = sentence("{} samples", 12);
    std::string copied = made;
    copied += made;
    EXPECT_EQ(copied, "12 samples12 samples");
    EXPECT_EQ(std::string(made), "12 samples");
    EXPECT_EQ("of " + made + " and " + made, "of 12 samples and 12 samples");
    EXPECT_EQ(made, "12 samples");
    EXPECT_EQ(made, std::string("12 samples"));
    EXPECT_NE(made, Sentence("12 samples")); // what stands there is another thing
    EXPECT_THAT(made, testing::HasSubstr("samples"));
    EXPECT_EQ(fmt::format("{:>12}", made), "  12 samples");
    std::ostringstream stream;
    stream << made;
    EXPECT_EQ(stream.str(), "12 samples");
    EXPECT_TRUE(made.contains("sam"));
    EXPECT_TRUE(Sentence().empty());
}

TEST(SentenceTest, PiecesTellWhichArgumentFillsAPlace) {
    const auto pieces = piecesOf("{{{2}}} x {:.3g}{}");
    ASSERT_EQ(pieces.size(), 4u);
    EXPECT_EQ(pieces[0].between, "{");
    EXPECT_TRUE(pieces[0].numbered);
    EXPECT_EQ(pieces[0].argument, 2);
    EXPECT_EQ(pieces[1].between, "} x ");
    EXPECT_EQ(pieces[1].spec, ".3g");
    EXPECT_EQ(pieces[1].argument, 0);
    EXPECT_EQ(pieces[2].argument, 1);
    EXPECT_EQ(pieces[3].argument, -1);
}

} // namespace
} // namespace protomind
