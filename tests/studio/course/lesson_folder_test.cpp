// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/inner_file.h"
#include "studio/course/lesson_folder.h"
#include "studio/course/lesson_limits.h"
#include "studio/course/lesson_look.h"
#include "studio/course/small_lesson.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <sys/stat.h>

#include "whole_run.h"

namespace protomind {
namespace {

using testing::HasSubstr;

std::string told(const std::vector<LessonProblem>& problems) {
    std::string all;
    for (const LessonProblem& one : problems)
        all += one.text() + "\n";
    return all;
}

TEST_F(SmallLesson, HasNoProblem) {
    EXPECT_EQ(told(checkLesson(folder())), "");
    EXPECT_EQ(told(checkLesson(folder() / "")), "");
}

TEST_F(SmallLesson, IsReadWithItsWords) {
    const LessonReading reading = readLesson(folder(), "en");
    ASSERT_TRUE(reading.lesson) << told(reading.problems);
    const Lesson& lesson = *reading.lesson;
    EXPECT_EQ(lesson.id, "small-lesson");
    EXPECT_EQ(lesson.title, "A small lesson");
    EXPECT_EQ(lesson.summary, "It shows what one can be.");
    EXPECT_EQ(lesson.minutes, 10);
    EXPECT_EQ(lesson.level, LessonLevel::Beginner);
    EXPECT_EQ(lesson.needs, std::vector<std::string>{"before"});
    ASSERT_EQ(lesson.steps.size(), 3U);

    const LessonStep& first = lesson.steps[0];
    EXPECT_EQ(first.title, "The first step");
    EXPECT_THAT(first.text, HasSubstr("A line $y = m x + b$"));
    EXPECT_THAT(first.text, HasSubstr("# no heading"));
    ASSERT_TRUE(first.network);
    EXPECT_NE(first.network->layerNamed("line"), nullptr);
    EXPECT_EQ(first.data, "line?samples=20");
    EXPECT_EQ(first.training.size(), 6U);
    EXPECT_EQ(first.weights.at("line/kernel"), std::vector<float>{0.5F});
    EXPECT_EQ(first.speed, 20);
    ASSERT_TRUE(first.scene);
    EXPECT_EQ(first.scene->options.at("squares"), true);
    EXPECT_EQ(first.locks, std::vector<std::string>{"optimizer"});
    EXPECT_EQ(first.hides, std::vector<std::string>{"die"});
    ASSERT_TRUE(first.prediction);
    EXPECT_EQ(first.prediction->options[1].text, "Down,\nand on.");
    EXPECT_EQ(first.prediction->afterwards, "It went down.");
    ASSERT_TRUE(first.task);
    EXPECT_EQ(first.task->check.text(), "run.steps >= 4");
    ASSERT_EQ(first.task->solution.size(), 2U);
    EXPECT_EQ(std::get<TrainAction>(first.task->solution[1]).epochs, 1);
    EXPECT_EQ(first.hints, (std::vector<std::string>{"Look around.", "Press the button."}));
    ASSERT_EQ(first.quiz.size(), 4U);
    EXPECT_EQ(first.quiz[0].options[0].explanation, "Right: it says how steep the line is.\n\nAnd no more.");
    EXPECT_EQ(std::get<NumberAnswer>(first.quiz[1].answer).tolerance, 0.1);
    EXPECT_EQ(first.quiz[1].whenWrong, "No, 2.");
    EXPECT_EQ(std::get<OrderAnswer>(first.quiz[2].answer).options, (std::vector<std::string>{"one", "two"}));
    EXPECT_EQ(std::get<LayerAnswer>(first.quiz[3].answer).layer, "line");

    const Prediction& place = *lesson.steps[1].prediction;
    EXPECT_EQ(std::get<PointAnswer>(place.answer).place, (std::array<double, 2>{0, 1}));
    EXPECT_EQ(place.range[0], (std::array<double, 2>{-1, 1}));
    EXPECT_EQ(lesson.steps[1].demonstration().size(), 1U);
    EXPECT_EQ(lesson.steps[2].templateName, "playground");
    EXPECT_EQ(std::get<CurveAnswer>(lesson.steps[2].prediction->answer).curve, "train.loss");
}

TEST_F(SmallLesson, ReadsLooksThroughLenses) {
    replace("lesson.json", R"("open": {"template": "playground"},)", R"("open": {"template": "playground"},
      "look": {"lens": "adversary", "sample": 3, "split": "training",
               "settings": {"attack": "one_step", "epsilon": 1, "target": 1}},)");
    replace("lesson.json", R"({"evaluate": true})", R"({"look": "weights", "layer": "more"})");
    EXPECT_EQ(told(checkLesson(folder())), "");
    const LessonReading reading = readLesson(folder(), "en");
    ASSERT_TRUE(reading.lesson) << told(reading.problems);
    const auto& look = reading.lesson->steps[2].look;
    ASSERT_TRUE(look);
    EXPECT_EQ(look->lens, "adversary");
    EXPECT_EQ(look->sample, 3);
    EXPECT_EQ(look->split, Split::Training);
    EXPECT_EQ(look->layer, "");
    EXPECT_EQ(look->settings, (Settings{{"attack", std::string("one_step")},
                                        {"epsilon", std::int64_t{1}},
                                        {"target", std::int64_t{1}}}));
    const LensRequest request = requestOf(*look);
    EXPECT_EQ(request.lens, "adversary");
    EXPECT_EQ(request.sample, (SampleChoice{.split = Split::Training, .index = 3}));
    EXPECT_EQ(request.split, Split::Training);
    EXPECT_EQ(request.settings,
              (Settings{{"attack", std::string("one_step")}, {"epsilon", 1.0}, {"target", std::int64_t{1}}}));
    const auto& action = std::get<LookAction>(reading.lesson->steps[1].task->solution[2]);
    EXPECT_EQ(action.lens, "weights");
    EXPECT_EQ(action.layer, "more");
    EXPECT_FALSE(action.sample);
    EXPECT_FALSE(action.split);
    EXPECT_FALSE(requestOf(action).split);
}

TEST_F(SmallLesson, FallsBackToEnglish) {
    EXPECT_EQ(lessonLanguages(folder()), (std::vector<std::string>{"en", "de"}));
    const LessonReading german = readLesson(folder(), "de");
    ASSERT_TRUE(german.lesson) << told(german.problems);
    EXPECT_EQ(german.lesson->title, "Eine kleine Lektion");
    EXPECT_EQ(german.lesson->language, "de");
    for (const char* language : {"fr", "", "../de", "de/../de"}) {
        const LessonReading other = readLesson(folder(), language);
        ASSERT_TRUE(other.lesson) << language << told(other.problems);
        EXPECT_EQ(other.lesson->title, "A small lesson") << language;
        EXPECT_EQ(other.lesson->language, "en") << language;
    }
}

TEST_F(SmallLesson, ATaskSaysWhatCameOut) {
    const std::string missing = "- It has gone {run.steps} steps; it should be four.\n";
    replace(
        "lesson.md", missing,
        missing +
            "\n#### Done\n- After {run.steps} steps.\n- Its loss is {test.loss}.\n  It was not tested.\n");
    const LessonReading reading = readLesson(folder(), "en");
    ASSERT_TRUE(reading.lesson) << told(reading.problems);
    const Task& task = *reading.lesson->steps[0].task;
    EXPECT_EQ(task.missing.size(), 1U);
    ASSERT_EQ(task.done.size(), 2U);
    LiveState state;
    state.steps = 12;
    EXPECT_EQ(task.done[0].text(state, plainValue), "After 12 steps.");
    EXPECT_EQ(task.done[1].text(state, plainValue), "It was not tested.");
    const LessonReading german = readLesson(folder(), "de");
    ASSERT_TRUE(german.lesson) << told(german.problems);
    EXPECT_TRUE(german.lesson->steps[0].untranslated);
    ASSERT_EQ(german.lesson->steps[0].task->done.size(), 2U);
    EXPECT_EQ(german.lesson->steps[0].task->done[0].text(state, plainValue), "After 12 steps.");
}

TEST_F(SmallLesson, ATranslationThatLacksPartsIsCompletedInEnglish) {
    // Of the first page a question and its sentence, the second as a whole, of the third nothing.
    replace("lesson.de.md", "#### Right\nYes.\n#### Wrong\nNo, 2.\n", "#### Right\nJa.\n");
    replace("lesson.de.md", "#### Missing\n- It has gone {run.steps} steps; it should be four.\n", "");
    replace("lesson.de.md", "Train for [an epoch]", "Trainiere [eine Epoche]");
    replace("lesson.de.md", "\nMore of it, after [the one before](open:lesson/before).\n", "");
    replace("lesson.de.md", "## The third step {#third}", "## Der dritte Schritt {#third}");
    const LessonReading german = readLesson(folder(), "de");
    ASSERT_TRUE(german.lesson) << told(german.problems);
    EXPECT_EQ(german.lesson->language, "de");
    EXPECT_EQ(german.lesson->title, "Eine kleine Lektion");
    const LessonStep& first = german.lesson->steps[0];
    EXPECT_TRUE(first.untranslated);
    EXPECT_THAT(first.task->words, HasSubstr("Trainiere"));
    ASSERT_EQ(first.task->missing.size(), 1U);
    EXPECT_EQ(first.quiz[1].whenRight, "Yes.") << "a question is of one language";
    EXPECT_EQ(first.quiz[1].whenWrong, "No, 2.");
    EXPECT_TRUE(german.lesson->steps[1].untranslated);
    EXPECT_THAT(german.lesson->steps[1].text, HasSubstr("More of it"));
    EXPECT_FALSE(german.lesson->steps[2].untranslated);
    EXPECT_EQ(german.lesson->steps[2].title, "Der dritte Schritt");
    EXPECT_FALSE(readLesson(folder(), "en").lesson->steps[0].untranslated);
    // Who writes it is told.
    const std::vector<LessonProblem> problems = checkLesson(folder());
    EXPECT_THAT(told(problems), HasSubstr("lesson.de.md"));
    EXPECT_GE(std::ranges::count(problems, Severity::Error, &LessonProblem::severity), 3);
}

TEST_F(SmallLesson, EveryPartThatATranslationLacksIsCompleted) {
    const std::string whole = read("lesson.de.md");
    std::vector<std::string> paragraphs;
    for (std::size_t at = 0; at < whole.size();) {
        const std::size_t end = std::min(whole.find("\n\n", at), whole.size());
        paragraphs.push_back(whole.substr(at, end - at));
        at = end + 2;
    }
    for (std::size_t left = 0; left < paragraphs.size(); ++left) {
        std::string text;
        for (std::size_t i = 0; i < paragraphs.size(); ++i)
            if (i != left)
                text += paragraphs[i] + "\n\n";
        write("lesson.de.md", text);
        const LessonReading german = readLesson(folder(), "de");
        EXPECT_TRUE(german.lesson) << paragraphs[left] << "\n" << told(german.problems);
    }
    for (const std::string& nothing :
         {std::string(), std::string("\xff"), std::string("# Nur ein Titel\n")}) {
        write("lesson.de.md", nothing);
        const LessonReading german = readLesson(folder(), "de");
        ASSERT_TRUE(german.lesson) << told(german.problems);
        for (const LessonStep& step : german.lesson->steps)
            EXPECT_TRUE(step.untranslated) << step.id;
    }
}

TEST_F(SmallLesson, ATranslationThatShowsWhatItMayNotIsEnglishThere) {
    replace("lesson.de.md", "More of it, after", "<b>Mehr</b>, nach");
    const LessonReading german = readLesson(folder(), "de");
    ASSERT_TRUE(german.lesson) << told(german.problems);
    EXPECT_THAT(german.lesson->steps[1].text, HasSubstr("More of it"));
    EXPECT_TRUE(german.lesson->steps[1].untranslated);
    EXPECT_FALSE(german.lesson->steps[0].untranslated);
}

TEST_F(SmallLesson, OpensWithoutTheLessonThatItNeeds) {
    std::filesystem::remove_all(root() / "before");
    const LessonReading reading = readLesson(folder(), "en");
    ASSERT_TRUE(reading.lesson) << told(reading.problems);
    EXPECT_TRUE(reading.lesson->needs.empty());
    EXPECT_EQ(reading.lesson->missingNeeds, std::vector<std::string>{"before"});
    EXPECT_EQ(std::ranges::count(reading.problems, Severity::Error, &LessonProblem::severity), 2)
        << "in \"needs\" and in a link: " << told(reading.problems);
}

TEST_F(SmallLesson, TellsAllProblemsAtOnce) {
    replace("lesson.json", "\"beginner\"", "\"novice\"");
    replace("lesson.json", "\"playground\"", "\"nothing\"");
    replace("lesson.json", "\"batch_size\": 5", "\"batch_size\": 0");
    replace("lesson.md", "(action:train)", "(action:fly)");
    replace("lesson.de.md", "(action:train)", "(action:fliege)");
    const std::vector<LessonProblem> problems = checkLesson(folder());
    EXPECT_EQ(problems.size(), 5U) << told(problems);
    EXPECT_TRUE(std::ranges::is_sorted(problems, {}, [](const LessonProblem& one) {
        return std::pair(one.file, one.line);
    })) << told(problems);
    EXPECT_FALSE(readLesson(folder(), "en").lesson);
}

TEST_F(SmallLesson, AsksWhetherThereAreItsFormulas) {
    std::vector<std::string> asked;
    LessonSurroundings surroundings;
    surroundings.hasFormula = [&](const std::string& tex, bool displayed) {
        EXPECT_FALSE(displayed);
        asked.push_back(tex);
        return false;
    };
    const LessonReading reading = readLesson(folder(), "en", surroundings);
    EXPECT_EQ(asked, std::vector<std::string>{"y = m x + b"});
    ASSERT_EQ(reading.problems.size(), 1U);
    EXPECT_EQ(reading.problems[0].severity, Severity::Warning);
    EXPECT_EQ(reading.problems[0].line, lineOf("lesson.md", "y = m x + b"));
    EXPECT_TRUE(reading.lesson) << "a formula without a picture is shown as text";
}

TEST_F(SmallLesson, NeedsItsFiles) {
    for (const char* name : {"lesson.json", "lesson.md", "line.svg", "line.json"}) {
        const std::string content = read(name);
        std::filesystem::remove(folder() / name);
        const auto problems = checkLesson(folder());
        EXPECT_THAT(told(problems), HasSubstr("There is no file \"" + std::string(name) + "\"")) << name;
        write(name, content);
    }
    EXPECT_THAT(told(checkLesson(root() / "nowhere")), HasSubstr("There is no such folder."));
    EXPECT_FALSE(readLesson(root() / "nowhere", "en").lesson);
}

TEST_F(SmallLesson, NeedsANameThatIsAnId) {
    std::filesystem::rename(folder(), root() / "Small Lesson");
    EXPECT_THAT(told(checkLesson(root() / "Small Lesson")), HasSubstr("\"Small Lesson\" can't be the id"));
}

TEST_F(SmallLesson, FollowsNoLinks) {
    for (const char* name : {"lesson.json", "lesson.md", "line.svg", "line.json"}) {
        const std::string content = read(name);
        std::filesystem::rename(folder() / name, root() / name);
        std::filesystem::create_symlink(root() / name, folder() / name);
        EXPECT_THAT(told(checkLesson(folder())), HasSubstr("is a link to another place")) << name;
        std::filesystem::remove(folder() / name);
        write(name, content);
    }
}

TEST_F(SmallLesson, ReadsNeitherPipesNorFolders) {
    std::filesystem::remove(folder() / "line.json");
    ASSERT_EQ(mkfifo((folder() / "line.json").c_str(), 0600), 0);
    EXPECT_THAT(told(checkLesson(folder())), HasSubstr("\"line.json\" is not a file"));
    std::filesystem::remove(folder() / "line.json");
    std::filesystem::create_directory(folder() / "line.json");
    EXPECT_THAT(told(checkLesson(folder())), HasSubstr("\"line.json\" is not a file"));
}

TEST_F(SmallLesson, RefusesWhatIsTooLarge) {
    const std::string json = read("lesson.json");
    write("lesson.json", json + std::string(kMaxLessonJsonBytes, ' '));
    EXPECT_THAT(told(checkLesson(folder())), HasSubstr("\"lesson.json\" is larger than 1 MiB"));
    write("lesson.json", json);
    const std::string text = read("lesson.md");
    write("lesson.md", text + std::string(kMaxLessonTextBytes, '\n'));
    EXPECT_THAT(told(checkLesson(folder())), HasSubstr("\"lesson.md\" is larger than 512 KiB"));
    write("lesson.md", text);
    write("line.svg", "<svg/>" + std::string(kMaxPictureBytes, ' '));
    EXPECT_THAT(told(checkLesson(folder())), HasSubstr("\"line.svg\" is larger than 4 MiB"));
}

TEST_F(SmallLesson, LooksAtPictures) {
    replace("lesson.md", "(line.svg)", "(line.png)");
    write("line.png", "no picture");
    EXPECT_THAT(told(checkLesson(folder())), HasSubstr("This is no PNG picture."));
    std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x40\0\0\0\0\x01\x08\0\0\0\0", 29);
    write("line.png", png);
    EXPECT_THAT(told(checkLesson(folder())), HasSubstr("16384 × 1 pixels"));
    png[18] = 0x10;
    write("line.png", png);
    EXPECT_EQ(told(checkLesson(folder())), "");
}

TEST_F(SmallLesson, AllowsOnlyLanguagesAsNamesOfTexts) {
    write("lesson.german.md", read("lesson.md"));
    const auto problems = checkLesson(folder());
    ASSERT_EQ(problems.size(), 1U) << told(problems);
    EXPECT_EQ(problems[0].file, "lesson.german.md");
    EXPECT_THAT(problems[0].sentence, HasSubstr("\"german\" is no language"));
}

TEST_F(SmallLesson, MayBeginWithANetworkToMend) {
    replace("line.json", "\"wires\": [{\"id\": 1, \"from\": 1, \"to\": 2}]", "\"wires\": []");
    replace("lesson.json", "\"check\": \"run.steps >= 4\"", "\"check\": \"network.problems == 0\"");
    replace("lesson.json", "        \"line/kernel\": [0.5],\n        \"line/bias\": [0]\n", "");
    for (const LessonProblem& one : checkLesson(folder()))
        EXPECT_THAT(one.sentence, testing::Not(HasSubstr("can't run"))) << one.text();
}

TEST_F(SmallLesson, IsReadWhateverItsLinesEndWith) {
    for (const char* name : {"lesson.json", "lesson.md"}) {
        std::string content = read(name);
        for (std::size_t at = 0; (at = content.find('\n', at)) != std::string::npos; at += 2)
            content.insert(at, 1, '\r');
        write(name, "\xEF\xBB\xBF" + content);
    }
    EXPECT_EQ(told(checkLesson(folder())), "");
}

TEST_F(SmallLesson, HoldsAHostileNumberOfProblems) {
    std::string steps;
    for (int i = 0; i < 90; ++i) {
        steps += "{\"id\": \"s" + std::to_string(i) + "\"";
        for (int k = 0; k < 20; ++k)
            steps += ", \"unknown" + std::to_string(k) + "\": 1";
        steps += "},\n";
    }
    replace("lesson.json", "\"steps\": [", "\"steps\": [" + steps);
    const auto problems = checkLesson(folder());
    EXPECT_LE(problems.size(), kMaxLessonProblems + 1);
    EXPECT_THAT(told(problems), HasSubstr("There are more than 500 problems"));
}

/// Nothing that is done to a file may do more than give problems; how many tries follows from the build.
TEST_F(SmallLesson, SurvivesTruncatedFiles) {
    for (const char* name : {"lesson.json", "lesson.md", "line.json"}) {
        const std::string content = read(name);
        const std::size_t stride = isWholeRun() ? 1 : std::max<std::size_t>(1, content.size() / 60);
        for (std::size_t size = 0; size < content.size(); size += stride) {
            write(name, content.substr(0, size));
            static_cast<void>(checkLesson(folder()));
        }
        write(name, content);
    }
    EXPECT_EQ(told(checkLesson(folder())), "");
}

TEST_F(SmallLesson, SurvivesMutatedFiles) {
    std::mt19937 random(7);
    const auto below = [&](std::size_t bound) { return random() % bound; };
    const std::string pieces[] = {"{",
                                  "}",
                                  "[",
                                  "]",
                                  "\"",
                                  "$",
                                  "`",
                                  "- {a} ",
                                  "## {#x}\n",
                                  "\n",
                                  "\\",
                                  "(",
                                  "![",
                                  "-1",
                                  "1e999",
                                  "null",
                                  "true",
                                  "\xff",
                                  "../",
                                  "### Quiz {#q}\n",
                                  "99999999999999999999"};
    for (const char* name : {"lesson.json", "lesson.md", "line.json"}) {
        const std::string content = read(name);
        const int tries = rounds(100, 5'000);
        for (int i = 0; i < tries; ++i) {
            std::string spoiled = content;
            for (std::size_t k = 0; k <= below(4); ++k) {
                const std::size_t at = below(spoiled.size());
                const std::string& piece = pieces[below(std::size(pieces))];
                switch (below(3)) {
                case 0:
                    spoiled.erase(at, 1 + below(40));
                    break;
                case 1:
                    spoiled.insert(at, piece);
                    break;
                default:
                    spoiled.replace(at, std::min(piece.size(), spoiled.size() - at), piece);
                }
                if (spoiled.empty())
                    spoiled = piece;
            }
            write(name, spoiled);
            static_cast<void>(checkLesson(folder()));
        }
        write(name, content);
    }
    EXPECT_EQ(told(checkLesson(folder())), "");
}

TEST(InnerFile, NamesStayWithin) {
    for (const char* name : {"line.json", "pictures/line.svg", "..line", "a..b"})
        EXPECT_TRUE(checkInnerName(name)) << name;
    for (const char* name : {"", "..", "../a", "a/../b", "/a", "a/", "./a", "a\\b", "."})
        EXPECT_FALSE(checkInnerName(name)) << name;
}

TEST(InnerFile, KnowsUtf8) {
    EXPECT_EQ(lineOfBrokenUtf8("plain\näöü €\n𝄞"), 0);
    EXPECT_EQ(lineOfBrokenUtf8("a\nb\xff"), 2);
    for (const char* broken : {"\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf0\x80\x80\x80",
                               "\xf4\x90\x80\x80", "\xc3", "\x80", "\xf5\x80\x80\x80"})
        EXPECT_EQ(lineOfBrokenUtf8(broken), 1);
}

} // namespace
} // namespace protomind
