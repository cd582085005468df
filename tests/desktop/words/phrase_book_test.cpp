// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/words/phrase_book.h"
#include "desktop/words/phrase_source.h"
#include "desktop/words/worded.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <map>
#include <sstream>

#include "source_folder.h"

namespace protomind {
namespace {

constexpr std::array kPhrases = {"{} and {}",
                                 "Dense",
                                 "image",
                                 "The {} kernel is larger than its {} input.",
                                 "Make it smaller.",
                                 "{} gives {:.3g} of it to {}.",
                                 "{} gives {:.3g} of it to {} at once.",
                                 "Remove {:s}",
                                 "{:s} doesn't fit: {}",
                                 "Add \"{{#{:s}}}\" there."};

QString german(const char* phrase) {
    static const std::map<std::string, const char*> words = {
        {"{} and {}", "{} und {}"},
        {"image", "Bild"},
        {"The {} kernel is larger than its {} input.", "Ihre Eingabe {2} ist kleiner als der Kern {1}."},
        {"Make it smaller.", "Mach ihn kleiner."},
        {"{} gives {:.3g} of it to {}.", "{} gibt {} davon an {}."},
        {"{} gives {:.3g} of it to {} at once.", "{} gibt sofort {} davon an {}."},
        {"Remove {:s}", "{} entfernen"},
        {"{:s} doesn't fit: {}", "{} passt nicht: {}"},
        {"Add \"{{#{:s}}}\" there.", "Dort fehlt {{#{}}}."}};
    const auto found = words.find(phrase);
    return QString::fromUtf8(found == words.end() ? phrase : found->second);
}

class PhraseBookTest : public testing::Test {
protected:
    std::string translated(const char* text) {
        return m_book.translated(QString::fromUtf8(text)).toStdString();
    }
    PhraseBook m_book{kPhrases, german};
};

TEST_F(PhraseBookTest, FillsTheHolesOfTheTranslation) {
    EXPECT_EQ(translated("The 5×5 kernel is larger than its 4×4 input."),
              "Ihre Eingabe 4×4 ist kleiner als der Kern 5×5.");
    EXPECT_EQ(translated("image"), "Bild");
    EXPECT_EQ(translated("Dense"), "Dense");
}

TEST_F(PhraseBookTest, WhatFillsAHoleIsTranslatedToo) {
    EXPECT_EQ(translated("image gives 0.5 of it to Dense 1 and Dense 2."),
              "Bild gibt 0.5 davon an Dense 1 und Dense 2.");
}

TEST_F(PhraseBookTest, ThePhraseThatSaysMostIsTaken) {
    EXPECT_EQ(translated("image gives 0.5 of it to Dense at once."), "Bild gibt sofort 0.5 davon an Dense.");
}

TEST_F(PhraseBookTest, SentencesOneAfterTheOtherAreTranslatedEach) {
    EXPECT_EQ(translated("The 5×5 kernel is larger than its 4×4 input. Make it smaller."),
              "Ihre Eingabe 4×4 ist kleiner als der Kern 5×5. Mach ihn kleiner.");
    EXPECT_EQ(translated("Dense 2: The 5×5 kernel is larger than its 4×4 input."),
              "Dense 2: Ihre Eingabe 4×4 ist kleiner als der Kern 5×5.");
}

TEST_F(PhraseBookTest, NamesStayAlsoWhereTheyAreWords) {
    EXPECT_EQ(translated("Remove image"), "image entfernen");
    EXPECT_EQ(translated("Remove "), " entfernen");
}

TEST_F(PhraseBookTest, ASentenceWithinAnotherMayBeginSmall) {
    EXPECT_EQ(translated("image doesn't fit: the 5×5 kernel is larger than its 4×4 input."),
              "image passt nicht: Ihre Eingabe 4×4 ist kleiner als der Kern 5×5.");
}

TEST_F(PhraseBookTest, BracesThatAreNoHoleAreWrittenTwice) {
    EXPECT_EQ(translated("Add \"{#image}\" there."), "Dort fehlt {#image}.");
}

TEST_F(PhraseBookTest, WhatNobodyKnowsStaysAsItIs) {
    EXPECT_EQ(translated("Salt and pepper"), "Salt and pepper");
    EXPECT_EQ(translated(""), "");
    EXPECT_EQ(translated("({[.*+?"), "({[.*+?");
}

TEST(PhraseSourceTest, ReadsLiteralsAsAPersonWill) {
    EXPECT_EQ(phrasesIn(R"(f("One " // no
                              "sentence."); g("x", "y z");)"),
              (std::vector<std::string>{"One sentence.", "y z"}));
    EXPECT_EQ(phrasesIn(R"(return "The data of " + name(a, "b") + " is " + count + ".";)"),
              (std::vector<std::string>{"The data of {} is {}."}));
    EXPECT_EQ(phrasesIn(R"(return name + " holds nothing.";)"),
              (std::vector<std::string>{"{} holds nothing."}));
    EXPECT_EQ(
        phrasesIn(
            R"(require(a == b, "Graph: it is ours"); throw std::logic_error(fmt::format("Ours {}", x));)"),
        std::vector<std::string>());
    EXPECT_EQ(phrasesIn(R"(// "No comment" /* "None" */ 'x' "json_key" "SELECT a FROM b")"),
              std::vector<std::string>());
}

/// The list in the sources is what the engine says now; scripts/translations writes it anew.
TEST(PhraseSourceTest, EverythingThatTheEngineSaysIsListed) {
    const std::filesystem::path sources = sourceFolder() / "src";
    const std::filesystem::path list = sources / "desktop/words/phrases.cpp";
    std::stringstream text;
    std::ifstream file(list);
    text << file.rdbuf();
    const std::string before = text.str();
    const std::string begin = "constexpr const char* kPhrases[] = {\n";
    const std::string end = "};\n// clang-format on";
    const std::size_t from = before.find(begin);
    const std::size_t to = before.find(end);
    ASSERT_NE(from, std::string::npos);
    ASSERT_NE(to, std::string::npos);
    std::string after = before.substr(0, from) + begin;
    for (const std::string& phrase : phrasesBelow(sources))
        after += "    QT_TRANSLATE_NOOP(\"protomind::Phrase\", \"" + phrase + "\"),\n";
    after += before.substr(to);
    if (qEnvironmentVariableIsSet("PROTOMIND_WRITE_PHRASES") && after != before)
        std::ofstream(list) << after;
    else
        EXPECT_EQ(before == after, true) << "Run scripts/translations: the engine says something new.";
}

TEST(WordedTest, WithoutATranslationEverythingStaysAsItIs) {
    EXPECT_EQ(worded(std::string("Dense")), QStringLiteral("Dense"));
    EXPECT_EQ(worded(Problem{ProblemKind::Input, "It is damaged.", "a.idx", "Copy it again."}),
              QStringLiteral("a.idx: It is damaged. Copy it again."));
}

} // namespace
} // namespace protomind
