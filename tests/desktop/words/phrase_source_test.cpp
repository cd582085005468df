// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/words/phrase_source.h"
#include "desktop/words/phrases.h"

#include <QtGlobal>

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "source_folder.h"

namespace protomind {
namespace {

TEST(PhraseSourceTest, ReadsLiteralsAsAPersonWill) {
    EXPECT_EQ(phrasesIn(R"(f("One " // no
                              "sentence."); g("x", "y z");)"),
              (std::vector<std::string>{"One sentence.", "y z"}));
    EXPECT_EQ(phrasesIn(R"(return "The data of " + name(a, "b c") + " is " + count + ".";)"),
              std::vector<std::string>{"b c"});
    EXPECT_EQ(phrasesIn(R"(return name + " holds nothing.";)"), std::vector<std::string>());
    EXPECT_EQ(phrasesIn(R"(return fmt::format("{} holds nothing.", name);)"), std::vector<std::string>());
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

TEST(PhraseSourceTest, FormatsAreWhatSentencesAreMadeOf) {
    EXPECT_EQ(
        formatsIn(R"(fail(kind, sentence("The {} of " "{:s}.", a, "b c"), "d e"); sentence("{}: {}", x, y);
                           return fmt::format("No {}", z);)"),
        std::vector<std::string>{"The {} of {:s}."});
}

TEST(PhraseSourceTest, ProblemsAreNotGluedTogether) {
    EXPECT_EQ(gluedProblemsIn(
                  R"(fail(ProblemKind::Input, fmt::format("A {}", b)); fail(ProblemKind::Input, "C " + d);
                                 problem.remedy = "E " + f; fail(ProblemKind::Input, sentence("G {}", h), "i");)"),
              (std::vector<std::string>{"A {}", "C ", "E "}));
    EXPECT_EQ(gluedProblemsBelow(sourceFolder() / "src"), std::vector<std::string>());
}

/// A sentence whose format is not listed could not be translated.
TEST(PhraseSourceTest, EveryFormatOfASentenceIsListed) {
    const std::vector<const char*> listed = enginePhrases();
    const std::vector<std::string> formats = formatsBelow(sourceFolder() / "src");
    EXPECT_GT(formats.size(), 300u);
    for (std::string format : formats) {
        for (std::size_t at = 0; (at = format.find('\\', at)) != std::string::npos; ++at)
            format.erase(at, 1);
        EXPECT_NE(std::ranges::find(listed, std::string_view(format)), listed.end()) << format;
    }
}

} // namespace
} // namespace protomind
