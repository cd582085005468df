// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/commands/fuzzy_match.h"

#include <gtest/gtest.h>

#include <random>

namespace protomind {
namespace {

int scoreOf(const char* pattern, const char* text) {
    const auto match = fuzzyMatch(QString::fromUtf8(pattern), QString::fromUtf8(text));
    return match ? match->score : -1000;
}

TEST(FuzzyMatchTest, AnySubsequenceMatchesAndItsPositionsSpellIt) {
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        QString text;
        for (unsigned i = 1 + random() % 30; i > 0; --i)
            text += QChar(QLatin1Char("abcdeABCDE fg"[random() % 13]));
        QString pattern;
        for (const QChar letter : text)
            if (random() % 3 == 0)
                pattern += random() % 2 == 0 ? letter.toUpper() : letter.toLower();
        const auto match = fuzzyMatch(pattern, text);
        ASSERT_TRUE(match.has_value()) << pattern.toStdString() << " in " << text.toStdString();
        QString spelt;
        int before = -1;
        for (const int at : match->positions) {
            ASSERT_GT(at, before);
            before = at;
            spelt += text[at].toLower();
        }
        EXPECT_EQ(spelt, pattern.toLower().remove(QLatin1Char(' ')));
    }
}

TEST(FuzzyMatchTest, AMissingLetterOrAnotherOrderIsNoMatch) {
    EXPECT_FALSE(fuzzyMatch(QStringLiteral("trainx"), QStringLiteral("Train")));
    EXPECT_FALSE(fuzzyMatch(QStringLiteral("niart"), QStringLiteral("Train")));
    EXPECT_FALSE(fuzzyMatch(QStringLiteral("a"), QString()));
}

TEST(FuzzyMatchTest, BeginningsAndRunsWinOverLettersHereAndThere) {
    EXPECT_GT(scoreOf("te", "Test the Network"), scoreOf("te", "Reset Weights"));
    EXPECT_GT(scoreOf("oe", "Train One Epoch"), scoreOf("oe", "Show Welcome"));
    EXPECT_GT(scoreOf("zoom in", "Zoom In"), scoreOf("zoom in", "Zoom into something else now"));
    EXPECT_GT(scoreOf("save", "Save"), scoreOf("save", "Select a very even one"));
}

TEST(FuzzyMatchTest, NothingTypedFitsEverything) {
    EXPECT_EQ(scoreOf("", "Train"), 0);
    EXPECT_EQ(scoreOf("  ", "Train"), 0);
}

} // namespace
} // namespace protomind
