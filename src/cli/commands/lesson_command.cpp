// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "studio/course/formula_index.h"
#include "studio/course/inner_file.h"
#include "studio/course/lesson_library.h"
#include "studio/course/lesson_limits.h"
#include "studio/course/lesson_run.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

namespace fs = std::filesystem;

const char* levelText(LessonLevel level) {
    switch (level) {
    case LessonLevel::Beginner:
        return "beginner";
    case LessonLevel::Intermediate:
        return "intermediate";
    case LessonLevel::Advanced:
        break;
    }
    return "advanced";
}

/// A lesson's folder, given as such or as an id.
fs::path folderOf(const std::string& word) {
    std::error_code error;
    if (!fs::is_directory(word, error))
        if (fs::path found = lessonFolder(lessonRoots(), word); !found.empty())
            return found;
    return word;
}

LessonSurroundings surroundingsOf(const fs::path& folder) {
    LessonSurroundings surroundings;
    surroundings.isLesson = [folder](const std::string& id) {
        std::error_code error;
        return fs::is_directory(fs::absolute(folder, error).lexically_normal().parent_path() / id, error) ||
               !lessonFolder(lessonRoots(), id).empty();
    };
    if (auto index = FormulaIndex::read(formulaFolder().string()))
        surroundings.hasFormula = [index = std::move(*index)](const std::string& tex, bool displayed) {
            return index.find(tex, displayed ? FormulaMode::Displayed : FormulaMode::Inline) != nullptr;
        };
    return surroundings;
}

void tell(const LessonProblem& problem, const fs::path& folder, Report& report) {
    LessonProblem whole = problem;
    whole.file = (problem.file.empty() ? folder : folder / problem.file).string();
    const bool error = problem.severity == Severity::Error;
    report.line(error ? whole.text() : "Warning: " + whole.text());
    report.event("problem", {{"severity", error ? "error" : "warning"},
                             {"file", whole.file},
                             {"line", problem.line > 0 ? nlohmann::json(problem.line) : nlohmann::json()},
                             {"sentence", problem.sentence},
                             {"remedy", problem.remedy}});
}

int listLessons(const CommandOptions& options, Report& report) {
    const auto lessons =
        findLessons(lessonRoots(), options.has("language") ? options.text("language") : kEnglish);
    for (const LessonEntry& one : lessons) {
        if (one.usable()) {
            report.line(fmt::format("{:<20} {} ({} minutes, {})", one.id, one.title, one.minutes,
                                    levelText(one.level)));
            report.line(fmt::format("{:<20} {}", "", one.summary));
        } else {
            report.line(
                fmt::format("{:<20} has problems: `protomind lesson check {}`", one.id, one.folder.string()));
        }
        report.event("lesson", {{"id", one.id},
                                {"title", one.title},
                                {"summary", one.summary},
                                {"minutes", one.minutes},
                                {"level", levelText(one.level)},
                                {"needs", one.needs},
                                {"steps", one.steps},
                                {"folder", one.folder.string()},
                                {"problems", one.problems.size()},
                                {"usable", one.usable()}});
    }
    if (lessons.empty())
        report.line("There are no lessons.");
    report.event("result", {{"lessons", lessons.size()}});
    return kExitDone;
}

void showStep(const LessonStep& step, Report& report) {
    report.line();
    report.line(fmt::format("{} ({})", step.title, step.id));
    if (step.untranslated)
        report.line("Not all of it is translated: the rest is in English.");
    report.line();
    report.line(step.text);
    nlohmann::ordered_json event{
        {"id", step.id}, {"title", step.title}, {"text", step.text}, {"untranslated", step.untranslated}};
    if (step.prediction) {
        report.line(fmt::format("\nPredict: {}", step.prediction->question));
        for (const LessonOption& option : step.prediction->options)
            report.line(fmt::format("  {}) {}", option.id, option.text));
        event["prediction"] = step.prediction->question;
    }
    if (step.task) {
        report.line(fmt::format("\nTask: {}", step.task->words));
        report.line(fmt::format("Check: {}", step.task->check.text()));
        event["task"] = step.task->words;
        event["check"] = step.task->check.text();
        event["hints"] = step.hints;
    }
    nlohmann::ordered_json questions = nlohmann::ordered_json::array();
    for (const Question& question : step.quiz) {
        report.line(fmt::format("\nQuestion: {}", question.question));
        for (const LessonOption& option : question.options)
            report.line(fmt::format("  {}) {}", option.id, option.text));
        questions.push_back({{"id", question.id}, {"question", question.question}});
    }
    event["quiz"] = std::move(questions);
    report.event("step", std::move(event));
}

/// What a lesson says to teachers, in this language or in English; empty where it says nothing.
std::string teachersNote(const fs::path& folder, const std::string& language) {
    for (const std::string& name : {fmt::format("teacher.{}.md", language), std::string("teacher.md")})
        if (auto text = readInnerText(folder, name, kMaxTeacherBytes))
            return *text;
    return {};
}

int show(const CommandOptions& options, const fs::path& folder, Report& report) {
    const std::string language = options.has("language") ? options.text("language") : kEnglish;
    const LessonReading reading = readLesson(folder, language, surroundingsOf(folder));
    if (!reading.lesson) {
        const auto error = std::ranges::find(reading.problems, true, &LessonProblem::locks);
        if (error == reading.problems.end())
            return report.problem({.kind = ProblemKind::Input,
                                   .sentence = "This is no lesson that can be shown.",
                                   .where = folder.string(),
                                   .remedy = {}});
        return report.problem({.kind = ProblemKind::Input,
                               .sentence = error->sentence,
                               .where = (folder / error->file).string() +
                                        (error->line > 0 ? fmt::format(":{}", error->line) : ""),
                               .remedy = error->remedy});
    }
    const Lesson& lesson = *reading.lesson;
    report.line(lesson.title);
    report.line(lesson.summary);
    report.line(fmt::format(
        "{} minutes, {}, {} steps{}", lesson.minutes, levelText(lesson.level), lesson.steps.size(),
        lesson.needs.empty() ? std::string()
                             : fmt::format("; comes after {}", fmt::join(lesson.needs, ", "))));
    for (const LessonStep& step : lesson.steps)
        showStep(step, report);
    const std::string teachers = teachersNote(folder, language);
    if (!teachers.empty()) {
        report.line("\nFor teachers\n");
        report.line(teachers);
    }
    report.event("result", {{"id", lesson.id},
                            {"course", lesson.course},
                            {"teachers", teachers},
                            {"title", lesson.title},
                            {"summary", lesson.summary},
                            {"minutes", lesson.minutes},
                            {"level", levelText(lesson.level)},
                            {"needs", lesson.needs},
                            {"language", lesson.language},
                            {"languages", lessonLanguages(folder)},
                            {"steps", lesson.steps.size()}});
    return kExitDone;
}

const char* truthText(bool truth) {
    return truth ? "true" : "false";
}

void tell(const SolutionOutcome& outcome, Report& report) {
    std::string line = outcome.problem.empty()
                           ? fmt::format("{}: {} before, {} after", outcome.step, truthText(outcome.before),
                                         truthText(outcome.after))
                           : fmt::format("{}: {}", outcome.step, outcome.problem);
    if (outcome.problem.empty() && outcome.before)
        line += ". The check should be false when the step is entered.";
    report.line(line);
    nlohmann::ordered_json missing = nlohmann::ordered_json::array();
    if (!outcome.after && outcome.problem.empty()) {
        for (const MissingPart& part : outcome.missing) {
            std::string values;
            for (const auto& [name, value] : part.values)
                values += fmt::format("{}{} is {}", values.empty() ? "" : ", ", name, value);
            const char* when = part.holdsSinceAnEpoch ? "for two epochs in a row: " : "";
            report.line(
                fmt::format("  Missing: {}{}{}", when, part.text, values.empty() ? "" : " (" + values + ")"));
            missing.push_back({{"part", part.text}, {"values", values}});
        }
    }
    for (std::size_t i = 0; i < outcome.mistakes.size(); ++i) {
        const MistakeOutcome& mistake = outcome.mistakes[i];
        if (!mistake.problem.empty())
            report.line(fmt::format("  Mistake {} can't be made: {}", i + 1, mistake.problem));
        else if (mistake.holds)
            report.line(fmt::format("  Mistake {} of \"not\" fulfils the check.", i + 1));
    }
    report.event("task",
                 {{"step", outcome.step},
                  {"before", outcome.before},
                  {"after", outcome.after},
                  {"good", outcome.good()},
                  {"mistakes", outcome.mistakes.size()},
                  {"mistakes_fulfil", std::ranges::count(outcome.mistakes, true, &MistakeOutcome::holds)},
                  {"problem", outcome.problem},
                  {"missing", std::move(missing)}});
}

int check(const CommandOptions& options, const fs::path& folder, Report& report) {
    const InterruptWatch watch;
    const LessonSurroundings surroundings = surroundingsOf(folder);
    const std::vector<LessonProblem> problems = checkLesson(folder, surroundings);
    for (const LessonProblem& one : problems)
        tell(one, folder, report);
    const auto errors = std::ranges::count(problems, Severity::Error, &LessonProblem::severity);
    std::vector<SolutionOutcome> outcomes;
    if (errors == 0 && !options.isSet("no-run"))
        if (const auto lesson = readLesson(folder, kEnglish, surroundings).lesson)
            outcomes = checkSolutions(*lesson, [] { return InterruptWatch::interrupted(); });
    if (InterruptWatch::interrupted())
        return kExitInterrupted;
    for (const SolutionOutcome& one : outcomes)
        tell(one, report);
    const auto failed = std::ranges::count(outcomes, false, &SolutionOutcome::good);
    if (errors == 0 && failed == 0)
        report.line(problems.empty() ? "The lesson is in order."
                                     : "The lesson is in order, but for warnings.");
    report.event("result", {{"errors", errors},
                            {"warnings", static_cast<std::ptrdiff_t>(problems.size()) - errors},
                            {"tasks", outcomes.size()},
                            {"failed", failed},
                            {"languages", lessonLanguages(folder)}});
    return errors > 0 || failed > 0 ? kExitInput : kExitDone;
}

int wrongWords(std::string sentence, Report& report) {
    return report.problem({.kind = ProblemKind::Request,
                           .sentence = std::move(sentence),
                           .where = "lesson",
                           .remedy = "Say `lesson list`, `lesson show ID` or `lesson check DIR`."});
}

} // namespace

int runLesson(const CommandWords& words, Report& report) {
    CommandOptions options(usageOf("lesson"), {"what", "lesson"});
    options.addSwitch("no-run", "check: read the lesson only, without running the solutions of its tasks");
    options.addText("language", "CODE", "list, show: its words in this language (de), where it has them");
    options.addSwitch("json", "one JSON object a line on standard output");
    if (auto parsed = options.parse(words); !parsed)
        return report.problem(parsed.error());
    if (options.isSet("help")) {
        report.line(options.help());
        return kExitDone;
    }
    if (options.isSet("json"))
        report.useJson();
    const std::string what = options.text("what");
    if (what == "list" && !options.has("lesson"))
        return listLessons(options, report);
    if (what != "show" && what != "check")
        return wrongWords(
            what.empty() ? "What about lessons?" : fmt::format("\"{}\" is nothing to do.", what), report);
    if (!options.has("lesson"))
        return wrongWords("Which lesson?", report);
    const fs::path folder = folderOf(options.text("lesson"));
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return report.problem({.kind = ProblemKind::Input,
                               .sentence = "There is no such lesson.",
                               .where = options.text("lesson"),
                               .remedy = "Give its folder, or an id of `protomind lesson list`."});
    return what == "show" ? show(options, folder, report) : check(options, folder, report);
}

} // namespace protomind
