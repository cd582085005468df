// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/words/worded.h"

#include <QCoreApplication>
#include <QTranslator>

#include <gtest/gtest.h>

#include <map>

namespace protomind {
namespace {

/// Translates as a file of translations would, in the context of the engine's sentences.
class Words : public QTranslator {
public:
    Words() { QCoreApplication::installTranslator(this); }
    ~Words() override { QCoreApplication::removeTranslator(this); }

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*,
                                    int) const override {
        static const std::map<std::string, const char*> words = {
            {"yes or no", "ja oder nein"},
            {"Input", "Eingabe"},
            {"kernel", "Kern"},
            {"Make it smaller.", "Mach ihn kleiner."},
            {"The {} {} is larger than its {} input.", "Ihre Eingabe {3} ist kleiner als {2} {1}."},
            {"{:s} can't merge them: {}. {}", "{} passt nicht: {}. {}"},
            {"The folder has {0}-{1} but no {0}-{2}.", "{1}-{4} fehlt, {1}-{2} nicht."},
            {"line {}", "Zeile {}"},
            {"Add \"## Title {{#{}}}\" there.", "Dort fehlt {{#{}}}."},
        };
        const auto found = words.find(source);
        return std::string_view(context) != "protomind::Phrase" || found == words.end()
                   ? QString()
                   : QString::fromUtf8(found->second);
    }
};

class WordedSentenceTest : public testing::Test {
protected:
    Words m_words;
    Sentence m_larger = sentence("The {} {} is larger than its {} input.", "5×5", "kernel", "4×4");
};

std::string said(const Sentence& sentence) {
    return worded(sentence).toStdString();
}

TEST_F(WordedSentenceTest, FillsThePlacesOfTheTranslation) {
    EXPECT_EQ(said(m_larger), "Ihre Eingabe 4×4 ist kleiner als Kern 5×5.");
    EXPECT_EQ(said(sentence("Add \"## Title {{#{}}}\" there.", "x")), "Dort fehlt {#x}.");
}

TEST_F(WordedSentenceTest, NamesStayAlsoWhereTheyAreWords) {
    EXPECT_EQ(said(sentence("{:s} can't merge them: {}. {}", "Input", "Input", 1)),
              "Input passt nicht: Eingabe. 1");
    EXPECT_EQ(said(Sentence::name("Input")), "Input");
    EXPECT_EQ(worded(Problem{ProblemKind::Input, "Make it smaller.", "Input", {}}),
              QStringLiteral("Input: Mach ihn kleiner."));
    EXPECT_EQ(worded(Problem{ProblemKind::Input, m_larger, sentence("line {}", 3), "Make it smaller."}),
              QStringLiteral("Zeile 3: Ihre Eingabe 4×4 ist kleiner als Kern 5×5. Mach ihn kleiner."));
}

TEST_F(WordedSentenceTest, SentencesWithinSentencesAndAfterThem) {
    EXPECT_EQ(said(sentence("{:s} can't merge them: {}. {}", "Dense", 1, m_larger)),
              "Dense passt nicht: 1. Ihre Eingabe 4×4 ist kleiner als Kern 5×5.");
    const Sentence small = Sentence::fromParts(
        Sentence::Kind::Format, "the {} {} is larger than its {} input.", m_larger.arguments());
    EXPECT_EQ(said(sentence("{:s} can't merge them: {}. {}", "Dense", 1, small)),
              "Dense passt nicht: 1. Ihre Eingabe 4×4 ist kleiner als Kern 5×5.");
    EXPECT_EQ(said(Sentence::row({m_larger, "Make it smaller."})),
              "Ihre Eingabe 4×4 ist kleiner als Kern 5×5. Mach ihn kleiner.");
}

TEST_F(WordedSentenceTest, TheSourcesNumbersCountFromZeroAndTheTranslationsFromOne) {
    EXPECT_EQ(said(sentence("The folder has {0}-{1} but no {0}-{2}.", "t10k", "images", "labels")),
              "t10k-labels fehlt, t10k-images nicht.");
}

TEST_F(WordedSentenceTest, WhatIsNotListedStaysButForWhatFillsIt) {
    EXPECT_EQ(said(sentence("{:s}: {}", "Dense", m_larger)),
              "Dense: Ihre Eingabe 4×4 ist kleiner als Kern 5×5.");
    EXPECT_EQ(said("Salt and pepper"), "Salt and pepper");
    EXPECT_EQ(said({}), "");
}

TEST(WordedTest, WithoutATranslationEverythingStaysAsItIs) {
    EXPECT_EQ(worded(std::string("Dense")), QStringLiteral("Dense"));
    EXPECT_EQ(worded(Problem{ProblemKind::Input, "It is damaged.", "a.idx", "Copy it again."}),
              QStringLiteral("a.idx: It is damaged. Copy it again."));
    EXPECT_EQ(said(sentence("Write \"### {} {{#id}}\".", "x")), "Write \"### x {#id}\".");
}

} // namespace
} // namespace protomind
