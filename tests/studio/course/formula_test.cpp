// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/formula.h"
#include "studio/course/formula_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "source_folder.h"

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> texIn(std::string_view markdown) {
    std::vector<std::string> found;
    for (const FormulaInText& formula : formulasIn(markdown))
        found.push_back(inDollars(formula.tex, formula.mode));
    return found;
}

TEST(FormulaTest, StandsBetweenDollars) {
    EXPECT_THAT(texIn("A line is $y = mx + b$, and\n$$E = mc^2$$\nis more."),
                ElementsAre("$y = mx + b$", "$$E = mc^2$$"));
    EXPECT_THAT(texIn("$a$$b$ $$c$$"), ElementsAre("$a$", "$b$", "$$c$$"));
    EXPECT_THAT(texIn("| $a|b$ | ($x$) **$z$** |"), ElementsAre("$a|b$", "$x$", "$z$"));
    EXPECT_THAT(texIn(R"($\text{5 \$}$)"), ElementsAre(R"($\text{5 \$}$)"));
    EXPECT_THAT(texIn("no dollars"), IsEmpty());
    EXPECT_THAT(texIn(""), IsEmpty());
}

TEST(FormulaTest, KnowsItsPlace) {
    const std::string text = "# Title\n\nText $a$ and\n```\n$no$\n```\n$$\nb\n$$ $c$";
    const auto formulas = formulasIn(text);
    ASSERT_EQ(formulas.size(), 3u);
    EXPECT_EQ(formulas[0].line, 3);
    EXPECT_EQ(formulas[1].line, 7);
    EXPECT_EQ(formulas[2].line, 9);
    EXPECT_EQ(text.substr(formulas[1].begin, formulas[1].end - formulas[1].begin), "$$\nb\n$$");
    EXPECT_EQ(formulas[1].tex, "b");
}

TEST(FormulaTest, MayReachOverLinesButNotParagraphs) {
    EXPECT_THAT(texIn("$a +\n   b$"), ElementsAre("$a + b$"));
    EXPECT_THAT(texIn("$$\n  a  \n$$"), ElementsAre("$$a$$"));
    EXPECT_THAT(texIn("$a +\n \n b$"), IsEmpty());
    EXPECT_THAT(texIn("$$a\n\nb$$"), IsEmpty());
}

TEST(FormulaTest, LeavesPricesAndCodeAlone) {
    EXPECT_THAT(texIn(R"(costs \$5 and \$6)"), IsEmpty());
    EXPECT_THAT(texIn("costs $5 and $6, or $ 7 $"), IsEmpty());
    EXPECT_THAT(texIn("`$a$` ``b ` $c$`` ` $d$"), ElementsAre("$d$"));
    EXPECT_THAT(texIn("~~~\n$a$\n```\n$b$\n~~~\n$c$"), ElementsAre("$c$"));
    EXPECT_THAT(texIn("> ```sh\n> $a$\n> ```\n> $b$"), ElementsAre("$b$"));
    EXPECT_THAT(texIn("```\n$never closed$"), IsEmpty());
}

TEST(FormulaTest, NamesDollarsThatBeginNothing) {
    EXPECT_THAT(scanFormulas("fine $a$ and \\$").strayDollars, IsEmpty());
    EXPECT_THAT(scanFormulas("one\ntwo $\n\n$ x$\n$$$$").strayDollars, ElementsAre(2, 4, 4, 5));
    EXPECT_THAT(scanFormulas("$$open\n\n$").strayDollars, ElementsAre(1, 3));
}

TEST(FormulaTest, SurvivesEverything) {
    for (const std::string piece : {"$", "`", "\\", "$$a", "~~~\n", "$\n\n", ">`", "$a$ "}) {
        std::string text;
        for (int i = 0; i < 3000; ++i) {
            text += piece;
            if (i % 500 != 0)
                continue;
            EXPECT_LE(formulasIn(text).size(), text.size());
        }
    }
}

TEST(FormulaTest, HasAKeyOfItsTexAndMode) {
    // sha256sum of "inline:y = mx + b"; scripts/formulas makes the same.
    EXPECT_EQ(formulaKey("y = mx + b", FormulaMode::Inline), "858fc12ce5fef6e2");
    EXPECT_NE(formulaKey("y = mx + b", FormulaMode::Displayed),
              formulaKey("y = mx + b", FormulaMode::Inline));
    EXPECT_NE(formulaKey("a", FormulaMode::Inline), formulaKey("b", FormulaMode::Inline));
}

// Pictures -----------------------------------------------------------------------------------------------

std::string entry(const std::string& key, const std::string& rest) {
    return "{\"" + key + "\": {\"tex\": \"a\", \"mode\": \"inline\"" + rest + "}}";
}

TEST(FormulaIndexTest, ReadsWhatThereIs) {
    const std::string key = formulaKey("a", FormulaMode::Inline);
    const auto index =
        FormulaIndex::parse(entry(key, ", \"width\": 5.5, \"height\": 9, \"depth\": 2.25"), "index.json");
    ASSERT_TRUE(index);
    const FormulaPicture* picture = index->find("a", FormulaMode::Inline);
    ASSERT_NE(picture, nullptr);
    EXPECT_EQ(picture->width, 5.5);
    EXPECT_EQ(picture->height, 9);
    EXPECT_EQ(picture->depth, 2.25);
    EXPECT_EQ(index->find("a", FormulaMode::Displayed), nullptr);
    EXPECT_EQ(index->find("b", FormulaMode::Inline), nullptr);
}

TEST(FormulaIndexTest, RefusesDamage) {
    const std::string key = formulaKey("a", FormulaMode::Inline);
    for (const std::string& text :
         {std::string(), std::string("[]"), std::string("{\"a\": 1}"), entry(key, ""),
          entry(key, ", \"width\": 1, \"height\": -1, \"depth\": 0"),
          entry(key, ", \"width\": 1e9, \"height\": 1, \"depth\": 0"),
          entry(key, ", \"width\": \"1\", \"height\": 1, \"depth\": 0"),
          entry("0123456789abcdef", ", \"width\": 1, \"height\": 1, \"depth\": 0")}) {
        const auto index = FormulaIndex::parse(text, "folder/index.json");
        ASSERT_FALSE(index) << text;
        EXPECT_EQ(index.error().where, "folder/index.json");
    }
    EXPECT_THAT(FormulaIndex::read("/nowhere/at/all")->pictures(), IsEmpty());
}

std::string textOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Fails where scripts/formulas has to be run: a lesson's formula without a picture, or a picture without one.
TEST(FormulaIndexTest, EveryFormulaOfTheLessonsHasItsPicture) {
    const std::filesystem::path root = sourceFolder();
    const auto index = FormulaIndex::read(root / "resources/formulas");
    ASSERT_TRUE(index) << index.error().text();
    std::set<std::string> used;
    for (const auto& file : std::filesystem::recursive_directory_iterator(root / "lessons")) {
        if (file.path().extension() != ".md" || file.path().parent_path() == root / "lessons")
            continue;
        const FormulaScan scan = scanFormulas(textOf(file.path()));
        for (const FormulaInText& formula : scan.formulas) {
            used.insert(formulaKey(formula.tex, formula.mode));
            EXPECT_TRUE(index->contains(formula))
                << file.path() << ":" << formula.line << ": " << formula.tex << ". Run scripts/formulas.";
        }
        for (const int line : scan.strayDollars)
            ADD_FAILURE() << file.path() << ":" << line << ": this dollar sign begins no formula.";
    }
    std::set<std::string> drawn;
    for (const auto& file : std::filesystem::directory_iterator(root / "resources/formulas"))
        if (file.path().extension() == ".svg")
            drawn.insert(file.path().stem().string());
    std::set<std::string> listed;
    for (const auto& [key, picture] : index->pictures())
        listed.insert(key);
    EXPECT_EQ(drawn, used);
    EXPECT_EQ(listed, used);
}

} // namespace
} // namespace protomind
