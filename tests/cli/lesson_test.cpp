// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"
#include "cli/exit_status.h"

#include <gmock/gmock.h>

#include <cstdlib>

namespace protomind {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kTiny = R"({
  "lesson": 1,
  "title": "Tiny",
  "summary": "The least a lesson can be.",
  "minutes": 3,
  "level": "advanced",
  "steps": [
    {
      "id": "only",
      "open": {"template": "playground"},
      "task": {
        "check": "run.steps >= 2",
        "solution": [{"train": {"steps": 2}}],
        "not": [[{"train": {"steps": 1}}], [{"evaluate": true}], [{"train": {"steps": 1}}, {"reset": true}]]
      }
    }
  ]
}
)";

/// With a lesson in the person's own folder.
class LessonCommand : public CommandTest {
protected:
    void SetUp() override {
        CommandTest::SetUp();
        setenv("XDG_DATA_HOME", m_folder.c_str(), 1);
        std::filesystem::create_directories(m_folder / "protomind/lessons/tiny");
        write("protomind/lessons/tiny/lesson.json", kTiny);
        write("protomind/lessons/tiny/lesson.md",
              "# Tiny\n\nThe least.\n\n## Only {#only}\n\nLook.\n\n### Task\nTrain.\n\n"
              "#### Missing\n- It is {run.steps} steps so far.\n");
    }
    void TearDown() override {
        unsetenv("XDG_DATA_HOME");
        CommandTest::TearDown();
    }
    [[nodiscard]] std::string lesson() const { return path("protomind/lessons/tiny"); }
    void spoil(const std::string& from, const std::string& to) const {
        std::string text = kTiny;
        write("protomind/lessons/tiny/lesson.json", text.replace(text.find(from), from.size(), to));
    }
};

TEST_F(LessonCommand, ListsLessons) {
    const CommandRun run = command({"lesson", "list"});
    EXPECT_EQ(run.status, kExitDone);
    EXPECT_THAT(run.out, HasSubstr("tiny"));
    EXPECT_THAT(run.out, HasSubstr("Tiny (3 minutes, advanced)"));
    const CommandRun json = command({"lesson", "list", "--json"});
    const auto lessons = json.events("lesson");
    ASSERT_FALSE(lessons.empty());
    EXPECT_EQ(lessons.back().at("id"), "tiny");
    EXPECT_EQ(lessons.back().at("usable"), true);
    EXPECT_EQ(json.result().at("lessons"), lessons.size());
}

TEST_F(LessonCommand, ShowsWhatItSaysToTeachersAtTheEnd) {
    EXPECT_THAT(command({"lesson", "show", "tiny"}).out, testing::Not(HasSubstr("For teachers")));
    write("protomind/lessons/tiny/teacher.md", "Takes ten minutes in a class.\n");
    write("protomind/lessons/tiny/teacher.de.md", "Dauert in einer Klasse zehn Minuten.\n");
    EXPECT_THAT(command({"lesson", "show", "tiny"}).out, HasSubstr("For teachers\n\nTakes ten minutes"));
    EXPECT_THAT(command({"lesson", "show", "tiny", "--language", "de"}).out, HasSubstr("Dauert in einer"));
    spoil("\"minutes\": 3", "\"minutes\": 3, \"course\": {\"en\": \"Small things\"}");
    const auto shown = command({"lesson", "show", "tiny", "--json"}).result();
    EXPECT_EQ(shown.at("course"), "Small things");
    EXPECT_EQ(shown.at("teachers"), "Takes ten minutes in a class.\n");
}

TEST_F(LessonCommand, ListsWhatIsBrokenAsSuch) {
    spoil("\"minutes\": 3", "\"minutes\": 0");
    const CommandRun run = command({"lesson", "list"});
    EXPECT_EQ(run.status, kExitDone);
    EXPECT_THAT(run.out, HasSubstr("has problems: `protomind lesson check " + lesson() + "`"));
}

TEST_F(LessonCommand, ShowsALesson) {
    for (const std::string& word : {std::string("tiny"), lesson()}) {
        const CommandRun run = command({"lesson", "show", word});
        EXPECT_EQ(run.status, kExitDone) << run.err;
        EXPECT_THAT(run.out, HasSubstr("The least."));
        EXPECT_THAT(run.out, HasSubstr("Task: Train."));
        EXPECT_THAT(run.out, HasSubstr("Check: run.steps >= 2"));
    }
    const CommandRun json = command({"lesson", "show", "tiny", "--json"});
    EXPECT_EQ(json.events("step").at(0).at("check"), "run.steps >= 2");
    EXPECT_EQ(json.result().at("minutes"), 3);
    EXPECT_EQ(command({"lesson", "show", "no-such"}).status, kExitInput);
    spoil("\"minutes\": 3", "\"minutes\": 0");
    const CommandRun broken = command({"lesson", "show", "tiny"});
    EXPECT_EQ(broken.status, kExitInput);
    EXPECT_THAT(broken.err, HasSubstr("lesson.json:5: \"minutes\" is a whole number from 1 to 240"));
}

TEST_F(LessonCommand, ChecksAndRunsALesson) {
    const CommandRun run = command({"lesson", "check", lesson()});
    EXPECT_EQ(run.status, kExitDone) << run.out << run.err;
    EXPECT_EQ(run.out, "only: false before, true after\nThe lesson is in order.\n");
    const auto tasks = command({"lesson", "check", lesson(), "--json"}).events("task");
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks[0].at("good"), true);
    const CommandRun unrun = command({"lesson", "check", lesson(), "--no-run"});
    EXPECT_EQ(unrun.out, "The lesson is in order.\n");
}

TEST_F(LessonCommand, SaysWhatIsWrongWithFileAndLine) {
    spoil("\"level\": \"advanced\"", "\"level\": \"advancd\"");
    const CommandRun run = command({"lesson", "check", lesson()});
    EXPECT_EQ(run.status, kExitInput);
    EXPECT_EQ(run.out,
              lesson() + "/lesson.json:6: There is no level \"advancd\". Did you mean \"advanced\"?\n");
    const CommandRun json = command({"lesson", "check", lesson(), "--json"});
    EXPECT_EQ(json.events("problem").at(0).at("line"), 6);
    EXPECT_EQ(json.result().at("errors"), 1);
}

TEST_F(LessonCommand, SaysWhatASolutionLeavesMissing) {
    spoil("run.steps >= 2", "run.steps >= 3");
    const CommandRun run = command({"lesson", "check", lesson()});
    EXPECT_EQ(run.status, kExitInput);
    EXPECT_THAT(run.out,
                HasSubstr("only: false before, false after\n  Missing: run.steps >= 3 (run.steps is 2)"));
    EXPECT_THAT(run.out, Not(HasSubstr("in order")));
    EXPECT_EQ(command({"lesson", "check", lesson(), "--json"}).result().at("failed"), 1);
}

TEST_F(LessonCommand, SaysWhichMistakeFulfilsATask) {
    spoil("[[{\"train\": {\"steps\": 1}}]", "[[{\"train\": {\"steps\": 5}}]");
    const CommandRun run = command({"lesson", "check", lesson()});
    EXPECT_EQ(run.status, kExitInput);
    EXPECT_THAT(run.out,
                HasSubstr("only: false before, true after\n  Mistake 1 of \"not\" fulfils the check.\n"));
    const CommandRun json = command({"lesson", "check", lesson(), "--json"});
    EXPECT_EQ(json.events("task").at(0).at("mistakes_fulfil"), 1);
    EXPECT_EQ(json.result().at("failed"), 1);
}

TEST_F(LessonCommand, ALessonWithTooFewMistakesFailsItsCheckAndCanBeShown) {
    spoil("[{\"evaluate\": true}], ", "");
    const CommandRun run = command({"lesson", "check", lesson()});
    EXPECT_EQ(run.status, kExitInput);
    EXPECT_THAT(run.out, HasSubstr("tried with 2 plausible mistakes"));
    EXPECT_EQ(command({"lesson", "show", "tiny"}).status, kExitDone);
    EXPECT_THAT(command({"lesson", "list"}).out, HasSubstr("Tiny (3 minutes, advanced)"));
}

TEST_F(LessonCommand, WrongWordsEndWithTwo) {
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"lesson"},
                                               {"lesson", "juggle"},
                                               {"lesson", "show"},
                                               {"lesson", "check"},
                                               {"lesson", "list", "tiny"},
                                               {"lesson", "check", "tiny", "--juggle"}}) {
        const CommandRun run = command(words);
        EXPECT_EQ(run.status, kExitWords) << testing::PrintToString(words);
        EXPECT_THAT(run.err, EndsWith("\n"));
        EXPECT_TRUE(run.out.empty());
    }
    EXPECT_EQ(command({"lesson", "check", path("nowhere")}).status, kExitInput);
}

} // namespace
} // namespace protomind
