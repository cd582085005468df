// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_text.h"

#include "engine/data/source_text.h"
#include "studio/network/text_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

// The form of lesson.md:
//
//   # Title
//   Summary.
//   ## Title of a step {#id}
//   Markdown.
//   ### Task
//   #### Missing              (a sentence for each part of the check)
//   - It is {run.steps} steps so far.
//     What is said while a value isn't known, indented.
//   ### Hint                  (up to three)
//   ### Predict {#id}
//   Question, and for a choice its options:
//   - {a} An option.
//   #### Afterwards
//   ### Quiz {#id}
//   Question.
//   - {a} An option.
//     Its explanation, indented.
//   #### Right
//   #### Wrong
//
// Between ``` lines nothing is a heading. <!-- Comments --> are left out.

namespace protomind {

namespace {

const std::array<std::string, 4> kSections{"Task", "Hint", "Predict", "Quiz"};

/// A line that begins with one to six "#" and a space.
struct Heading {
    int level = 0;
    std::string title;
    std::string id;
};

std::optional<Heading> headingOf(std::string_view line) {
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    if (level == 0 || level > 6 || (level < line.size() && line[level] != ' '))
        return std::nullopt;
    std::string_view title = trimmed(line.substr(level));
    std::string id;
    if (const std::size_t brace = title.rfind("{#");
        brace != std::string_view::npos && title.ends_with('}')) {
        id = trimmed(title.substr(brace + 2, title.size() - brace - 3));
        title = trimmed(title.substr(0, brace));
    }
    return Heading{static_cast<int>(level), std::string(title), std::move(id)};
}

std::size_t indentOf(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

bool isBlankLine(std::string_view line) {
    return trimmed(line).empty();
}

bool isFence(std::string_view line) {
    const std::string_view start = trimmed(line);
    return start.starts_with("```") || start.starts_with("~~~");
}

/// "- {a} An option." taken apart; none where the line is no such thing.
std::optional<std::pair<std::string, std::string>> optionOf(std::string_view line) {
    if (!line.starts_with("- {") && !line.starts_with("* {"))
        return std::nullopt;
    const std::size_t end = line.find('}');
    if (end == std::string_view::npos)
        return std::nullopt;
    return std::pair{std::string(trimmed(line.substr(3, end - 3))),
                     std::string(trimmed(line.substr(end + 1)))};
}

/// The lines of a text without comments, which leave empty lines behind.
std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    bool comment = false;
    bool code = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r'))
            line.pop_back();
        if (!comment && isFence(line))
            code = !code;
        std::string kept;
        std::size_t at = 0;
        while (!code && at < line.size()) {
            const std::size_t mark = line.find(comment ? "-->" : "<!--", at);
            if (!comment)
                kept += line.substr(at, mark == std::string::npos ? mark : mark - at);
            at = mark == std::string::npos ? line.size() : mark + (comment ? 3 : 4);
            comment = mark == std::string::npos ? comment : !comment;
        }
        lines.push_back(code ? std::move(line) : std::move(kept));
    }
    return lines;
}

void append(Passage& passage, std::string_view line, int number) {
    if (passage.text.empty()) {
        if (isBlankLine(line))
            return;
        passage.line = number;
    } else {
        passage.text += '\n';
    }
    passage.text += line;
}

void finish(Passage& passage) {
    passage.text.resize(passage.text.find_last_not_of(" \t\n") + 1);
}

class LessonTextReader {
public:
    LessonTextReader(const ProblemSheet& sheet, std::string_view text)
        : m_sheet(sheet)
        , m_lines(linesOf(text)) {}

    LessonText read() {
        m_target = &m_lesson.summary;
        for (m_number = 1; m_number <= static_cast<int>(m_lines.size()); ++m_number) {
            const std::string& line = m_lines[static_cast<std::size_t>(m_number - 1)];
            if (isFence(line))
                m_code = !m_code;
            const auto heading = m_code ? std::nullopt : headingOf(line);
            if (!heading || !begin(*heading))
                addLine(line);
        }
        if (m_code)
            m_sheet.error(static_cast<int>(m_lines.size()), "A block of code is not ended.",
                          "End it with a line of three backticks.");
        if (!m_titleRead)
            m_sheet.error(1, "The lesson has no title.", "Begin with a line like \"# Rolling downhill\".");
        finishAll();
        return std::move(m_lesson);
    }

private:
    /// Whether the heading begins a part of the lesson; else it is one of the text's own.
    bool begin(const Heading& heading) {
        switch (heading.level) {
        case 1:
            beginLesson(heading);
            return true;
        case 2:
            beginStep(heading);
            return true;
        case 3:
            beginSection(heading);
            return true;
        case 4:
            return m_question != nullptr ? beginAnswer(heading) : beginSentences(heading);
        default:
            return false;
        }
    }

    void beginLesson(const Heading& heading) {
        if (m_titleRead || !m_lesson.steps.empty())
            m_sheet.error(m_number, "There is a second title.",
                          "Only the lesson's own has one \"#\"; those of steps have two.");
        else
            m_lesson.title = heading.title;
        if (heading.title.empty())
            m_sheet.error(m_number, "The title is empty.");
        m_titleRead = true;
    }

    void beginStep(const Heading& heading) {
        if (heading.id.empty())
            m_sheet.error(m_number, sentence("The step \"{:s}\" has no id.", heading.title),
                          "Write it behind the title: \"## By hand {#by-hand}\".");
        else if (!isLessonId(heading.id))
            m_sheet.error(m_number, sentence("\"{:s}\" can't be an id.", heading.id), kLessonIdRemedy);
        if (heading.title.empty())
            m_sheet.error(m_number, sentence("The step \"{:s}\" has no title.", heading.id));
        const auto same = std::ranges::find(m_lesson.steps, heading.id, &StepText::id);
        if (!heading.id.empty() && same != m_lesson.steps.end())
            m_sheet.error(m_number, sentence("The step \"{:s}\" comes twice.", heading.id),
                          sentence("The first is on line {}.", same->line));
        m_lesson.steps.push_back({.id = heading.id, .title = heading.title, .line = m_number});
        m_question = nullptr;
        m_inTask = false;
        m_sentences = nullptr;
        m_target = &m_lesson.steps.back().text;
    }

    void beginSection(const Heading& heading) {
        m_question = nullptr;
        m_inTask = heading.title == "Task";
        m_sentences = nullptr;
        if (m_lesson.steps.empty()) {
            m_sheet.error(m_number, sentence("\"{:s}\" belongs to no step.", heading.title),
                          "Put it behind the heading of a step, which has two \"#\" and an id.");
            m_target = &m_nowhere;
            return;
        }
        StepText& step = m_lesson.steps.back();
        if (heading.title == "Task") {
            if (step.task)
                m_sheet.error(m_number, sentence("The step \"{:s}\" has a second task.", step.id),
                              "A step has one; make another step.");
            m_target = &step.task.emplace();
        } else if (heading.title == "Hint") {
            m_target = &step.hints.emplace_back();
        } else if (heading.title == "Predict" || heading.title == "Quiz") {
            beginQuestion(heading, heading.title == "Predict" ? step.predictions : step.quiz);
            return;
        } else {
            const std::string_view nearest = nearestName(heading.title, kSections);
            m_sheet.error(
                m_number, sentence("\"### {}\" is no part of a step.", heading.title),
                sentence("{}There are Task, Hint, Predict and Quiz; a heading of the text has four \"#\".",
                         (nearest.empty() ? "" : sentence("Did you mean \"{:s}\"? ", nearest))));
            m_target = &m_nowhere;
        }
        if (!heading.id.empty())
            m_sheet.error(m_number, sentence("A {} has no id.", heading.title), "Take it out.");
        m_target->line = m_number;
    }

    void beginQuestion(const Heading& heading, std::vector<QuestionText>& questions) {
        if (heading.id.empty())
            m_sheet.error(
                m_number, sentence("This {} has no id.", heading.title),
                sentence("Write the one of lesson.json behind it: \"### {} {{#id}}\".", heading.title));
        const auto same = std::ranges::find(questions, heading.id, &QuestionText::id);
        if (!heading.id.empty() && same != questions.end())
            m_sheet.error(m_number, sentence("The question \"{:s}\" comes twice in this step.", heading.id),
                          sentence("The first is on line {}.", same->line));
        m_question = &questions.emplace_back();
        m_question->id = heading.id;
        m_question->line = m_number;
        m_question->question.line = m_number;
        m_prediction = heading.title == "Predict";
        m_target = &m_question->question;
    }

    /// Whether it is one of the lists of a task's sentences; every other heading is one of the text.
    bool beginSentences(const Heading& heading) {
        const bool isMissing = heading.title == "Missing";
        if (!m_inTask || m_lesson.steps.empty() || (!isMissing && heading.title != "Done"))
            return false;
        StepText& step = m_lesson.steps.back();
        int& line = isMissing ? step.missingLine : step.doneLine;
        if (line > 0)
            m_sheet.error(m_number, sentence("\"{:s}\" comes twice in this task.", heading.title));
        line = m_number;
        m_sentences = isMissing ? &step.missing : &step.done;
        m_target = &m_nowhere;
        return true;
    }

    void addSentence(const std::string& line) {
        if (isBlankLine(line))
            return;
        if (line.starts_with("- ") || line.starts_with("* ")) {
            append(m_sentences->emplace_back().text, trimmed(std::string_view(line).substr(2)), m_number);
            return;
        }
        if (m_sentences->empty() || indentOf(line) < 2) {
            m_sheet.error(
                m_number, "This line belongs to no sentence.",
                "Each begins with \"- \"; what is said while a value isn't known is indented below.");
            return;
        }
        append(m_sentences->back().whenUnknown, trimmed(line), m_number);
    }

    bool beginAnswer(const Heading& heading) {
        std::optional<Passage>* place = nullptr;
        if (m_prediction && heading.title == "Afterwards")
            place = &m_question->afterwards;
        else if (!m_prediction && heading.title == "Right")
            place = &m_question->right;
        else if (!m_prediction && heading.title == "Wrong")
            place = &m_question->wrong;
        if (place == nullptr) {
            m_sheet.error(
                m_number,
                sentence("\"#### {}\" is no part of a {}.", heading.title, m_prediction ? "Predict" : "Quiz"),
                m_prediction ? "There is Afterwards." : "There are Right and Wrong.");
            m_target = &m_nowhere;
            return true;
        }
        if (*place)
            m_sheet.error(m_number, sentence("\"{:s}\" comes twice in this question.", heading.title));
        m_target = &place->emplace();
        m_target->line = m_number;
        return true;
    }

    void addLine(const std::string& line) {
        if (m_sentences != nullptr) {
            addSentence(line);
            return;
        }
        if (m_question != nullptr && m_target == &m_question->question) {
            auto option = m_code ? std::nullopt : optionOf(line);
            if (option) {
                beginOption(std::move(*option));
                return;
            }
            if (!m_question->options.empty()) {
                continueOption(line);
                return;
            }
        }
        if (!m_titleRead && m_lesson.steps.empty() && !isBlankLine(line)) {
            if (!std::exchange(m_toldEarly, true))
                m_sheet.error(m_number, "There is text before the title.",
                              "Begin with a line like \"# Rolling downhill\".");
            return;
        }
        append(*m_target, line, m_number);
    }

    void beginOption(std::pair<std::string, std::string> option) {
        if (!isLessonId(option.first))
            m_sheet.error(m_number, sentence("\"{:s}\" can't be the id of an option.", option.first),
                          kLessonIdRemedy);
        if (option.second.empty())
            m_sheet.error(m_number, sentence("The option \"{:s}\" says nothing.", option.first));
        if (std::ranges::find(m_question->options, option.first, &OptionText::id) !=
            m_question->options.end())
            m_sheet.error(m_number,
                          sentence("The option \"{:s}\" comes twice in this question.", option.first));
        OptionText& added = m_question->options.emplace_back();
        added.id = std::move(option.first);
        added.text = {std::move(option.second), m_number};
    }

    /// What is indented below an option explains it; below a guess's option it goes on.
    void continueOption(const std::string& line) {
        OptionText& option = m_question->options.back();
        if (isBlankLine(line)) {
            append(m_prediction ? option.text : option.explanation, {}, m_number);
            return;
        }
        if (indentOf(line) < 2) {
            if (line.starts_with("- ") || line.starts_with("* "))
                m_sheet.error(m_number, "This option has no id.",
                              "Write it in braces: \"- {a} The line is steeper.\".");
            else
                m_sheet.error(m_number, "This line belongs to no option.",
                              "What explains an option is indented by two spaces.");
            return;
        }
        append(m_prediction ? option.text : option.explanation, std::string_view(line).substr(2), m_number);
    }

    void finishAll() {
        finish(m_lesson.summary);
        for (StepText& step : m_lesson.steps) {
            finish(step.text);
            if (step.task)
                finish(*step.task);
            std::ranges::for_each(step.hints, finish);
            for (auto* questions : {&step.predictions, &step.quiz})
                for (QuestionText& question : *questions)
                    finishQuestion(question);
        }
    }

    static void finishQuestion(QuestionText& question) {
        finish(question.question);
        for (auto* part : {&question.afterwards, &question.right, &question.wrong})
            if (*part)
                finish(**part);
        for (OptionText& option : question.options) {
            finish(option.text);
            finish(option.explanation);
        }
    }

    const ProblemSheet& m_sheet;
    std::vector<std::string> m_lines;
    int m_number = 0;
    LessonText m_lesson;
    Passage m_nowhere;
    Passage* m_target = nullptr;
    QuestionText* m_question = nullptr;
    bool m_prediction = false;
    bool m_inTask = false;
    std::vector<MissingText>* m_sentences = nullptr; ///< the list of the task that is being read
    bool m_code = false;
    bool m_titleRead = false;
    bool m_toldEarly = false;
};

} // namespace

LessonText parseLessonText(std::string_view text, const ProblemSheet& sheet) {
    return LessonTextReader(sheet, text).read();
}

} // namespace protomind
