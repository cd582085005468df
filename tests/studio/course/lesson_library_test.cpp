// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/formula_index.h"
#include "studio/course/lesson_library.h"
#include "studio/course/lesson_run.h"
#include "studio/course/small_lesson.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <set>
#include <string>

#include "source_folder.h"
#include "whole_run.h"

namespace protomind {
namespace {

using testing::HasSubstr;

TEST_F(SmallLesson, IsFoundInTheLibrary) {
    const auto entries = findLessons({root()});
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].id, "before");
    EXPECT_FALSE(entries[0].usable()) << "an empty folder is no lesson";
    EXPECT_EQ(entries[1].id, "small-lesson");
    EXPECT_TRUE(entries[1].usable());
    EXPECT_EQ(entries[1].title, "A small lesson");
    EXPECT_EQ(entries[1].minutes, 10);
    EXPECT_EQ(entries[1].steps, 3U);
    EXPECT_EQ(entries[1].needs, std::vector<std::string>{"before"});
    EXPECT_EQ(findLessons({root()}, "de")[1].title, "Eine kleine Lektion");
    EXPECT_EQ(lessonFolder({root()}, "small-lesson"), folder());
    EXPECT_TRUE(lessonFolder({root()}, "../" + root().filename().string()).empty());
    EXPECT_TRUE(findLessons({root() / "nowhere"}).empty());
}

TEST_F(SmallLesson, CountsOnceInTheLibrary) {
    const auto entries = findLessons({root(), root()});
    ASSERT_EQ(entries.size(), 4U);
    EXPECT_TRUE(entries[1].usable());
    EXPECT_FALSE(entries[3].usable());
    EXPECT_THAT(entries[3].problems.back().sentence, HasSubstr("a lesson \"small-lesson\" already"));
}

TEST(LessonRoots, AreTheProgramsAndThePersons) {
    const char* before = std::getenv("XDG_DATA_HOME");
    const std::string kept = before ? before : "";
    setenv("XDG_DATA_HOME", "/somewhere", 1);
    auto roots = lessonRoots();
    ASSERT_EQ(roots.size(), 2U);
    EXPECT_EQ(roots[0].filename(), "lessons");
    EXPECT_EQ(roots[1], "/somewhere/protomind/lessons");
    setenv("XDG_DATA_HOME", "not/absolute", 1);
    roots = lessonRoots();
    EXPECT_TRUE(roots.size() == 1 || roots[1] != "not/absolute/protomind/lessons");
    if (before)
        setenv("XDG_DATA_HOME", kept.c_str(), 1);
    else
        unsetenv("XDG_DATA_HOME");
}

/// Networks that learn from thousands of pictures: under the sanitizers half an hour.
bool trainsForLong(const std::filesystem::path& lesson) {
    static const std::set<std::string> all{"filters-that-learn", "build-your-own", "fooling-a-network",
                                           "stickers-and-transfers", "hardening"};
    return all.contains(lesson.filename().string());
}

/// What is shipped must be in order: nothing is skipped but, in a quick run, long trainings.
TEST(ShippedLessons, HaveNoProblemAndTheirSolutionsWorkButMistakesDoNot) {
    const std::filesystem::path lessons = sourceFolder() / "lessons";
    ASSERT_TRUE(std::filesystem::is_directory(lessons));
    const auto index = FormulaIndex::read(formulaFolder().string());
    ASSERT_TRUE(index) << index.error().text();
    LessonSurroundings surroundings;
    surroundings.isLesson = [&](const std::string& id) { return !lessonFolder({lessons}, id).empty(); };
    surroundings.hasFormula = [&](const std::string& tex, bool displayed) {
        return index->find(tex, displayed ? FormulaMode::Displayed : FormulaMode::Inline) != nullptr;
    };
    for (const auto& entry : std::filesystem::directory_iterator(lessons)) {
        if (!entry.is_directory())
            continue;
        SCOPED_TRACE(entry.path().string());
        for (const LessonProblem& one : checkLesson(entry.path(), surroundings))
            ADD_FAILURE() << one.text();
        const LessonReading reading = readLesson(entry.path(), kEnglish);
        if (!reading.lesson || (isQuickRun() && trainsForLong(entry.path())))
            continue;
        for (const SolutionOutcome& one : checkSolutions(*reading.lesson)) {
            EXPECT_FALSE(one.before) << one.step << ": the check is true before anything was done";
            EXPECT_TRUE(one.after) << one.step << ": the solution does not make the check true";
            EXPECT_EQ(one.problem, "") << one.step;
            EXPECT_GE(one.mistakes.size(), 3U) << one.step;
            for (std::size_t i = 0; i < one.mistakes.size(); ++i) {
                EXPECT_FALSE(one.mistakes[i].holds)
                    << one.step << ": mistake " << i + 1 << " fulfils the check";
                EXPECT_EQ(one.mistakes[i].problem, "") << one.step << ": mistake " << i + 1;
            }
            for (const MissingPart& part : one.missing)
                ADD_FAILURE() << one.step << ": missing " << part.text;
        }
    }
}

} // namespace
} // namespace protomind
