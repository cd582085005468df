// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_words.h"

#include "studio/course/lesson_limits.h"
#include "studio/course/text_marks.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

std::vector<LessonOption> optionsOf(const QuestionText& text) {
    std::vector<LessonOption> options;
    for (const OptionText& option : text.options)
        options.push_back({option.id, option.text.text, option.explanation.text});
    return options;
}

std::vector<std::string> optionIds(const QuestionText& text) {
    std::vector<std::string> ids;
    for (const OptionText& option : text.options)
        ids.push_back(option.id);
    return ids;
}

/// Joins one step with its words.
class StepWords {
public:
    StepWords(LessonStep& step, const StepPlaces& places, const StepText& text, const ProblemSheet& sheet,
              const ProblemSheet& structure)
        : m_step(step)
        , m_places(places)
        , m_text(text)
        , m_sheet(sheet)
        , m_structure(structure) {}

    void join() {
        m_step.title = m_text.title;
        m_step.text = m_text.text.text;
        if (m_step.text.empty())
            m_sheet.error(m_text.line, sentence("The step \"{:s}\" has no text.", m_step.id));
        joinTask();
        joinPrediction();
        joinQuiz();
    }

private:
    void joinTask() {
        if (m_step.task && !m_text.task)
            m_sheet.error(m_text.line, sentence("The step \"{:s}\" has a task without words.", m_step.id),
                          "Add \"### Task\" and say what to do.");
        if (m_text.task && !m_step.task)
            m_sheet.error(m_text.task->line,
                          sentence("The step \"{:s}\" has no task in lesson.json.", m_step.id),
                          "Add one there, or take this out.");
        if (m_text.task && m_text.task->text.empty())
            m_sheet.error(m_text.task->line, "The task says nothing.");
        if (m_step.task && m_text.task) {
            m_step.task->words = m_text.task->text;
            joinMissing(*m_step.task);
            joinDone(*m_step.task);
        }
        if (!m_text.hints.empty() && !m_text.task)
            m_sheet.error(m_text.hints.front().line, "A hint needs a task.", "Add \"### Task\" before it.");
        if (m_text.hints.size() > kMaxHints)
            m_sheet.error(
                m_text.hints[kMaxHints].line,
                sentence("There are {} hints; at most {} are allowed.", m_text.hints.size(), kMaxHints));
        for (const Passage& hint : m_text.hints) {
            if (hint.text.empty())
                m_sheet.error(hint.line, "The hint says nothing.");
            m_step.hints.push_back(hint.text);
        }
    }

    /// Without its sentences a task can be done all the same.
    void joinMissing(Task& task) {
        const std::vector<ConditionPart> parts = task.check.parts();
        if (parts.empty())
            return;
        std::vector<std::string> texts;
        for (const ConditionPart& part : parts)
            texts.push_back(part.text);
        if (m_text.missing.size() != parts.size()) {
            m_sheet.flaw(
                m_text.missingLine > 0 ? m_text.missingLine : m_text.task->line,
                m_text.missingLine > 0
                    ? sentence("The check of \"{:s}\" has {} parts, but there are {} sentences here.",
                               m_step.id, parts.size(), m_text.missing.size())
                    : sentence("The task of the step \"{:s}\" does not say what is missing.", m_step.id),
                sentence("Below \"#### Missing\", write a line that begins with \"- \" for each of: {}.",
                         fmt::join(texts, "; ")));
            return;
        }
        std::vector<MissingSentence> sentences;
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (auto sentence = missingSentence(m_text.missing[i], &parts[i]))
                sentences.push_back(std::move(*sentence));
        if (sentences.size() == parts.size())
            task.missing = std::move(sentences);
    }

    void joinDone(Task& task) const {
        for (const MissingText& text : m_text.done)
            if (auto sentence = missingSentence(text, nullptr))
                task.done.push_back(std::move(*sentence));
    }

    /// part: the one that is missing; null: the task is done.
    [[nodiscard]] std::optional<MissingSentence> missingSentence(const MissingText& text,
                                                                 const ConditionPart* part) const {
        for (const Passage* passage : {&text.text, &text.whenUnknown})
            if (!textMarks(passage->text).empty())
                m_sheet.flaw(passage->line,
                             part != nullptr ? "What is missing is said in plain words."
                                             : "What came out is said in plain words.",
                             "Take links, pictures and formulas out.");
        auto parsed = MissingSentence::parse(text.text.text, text.whenUnknown.text);
        if (!parsed) {
            const ExpressionError& error = parsed.error();
            m_sheet.flaw(text.text.line,
                         sentence("In the sentence, column {}: {}", error.column, error.sentence),
                         error.remedy);
            return std::nullopt;
        }
        if (part != nullptr && part->hasValue && !parsed->hasValue())
            m_sheet.flaw(text.text.line,
                         sentence("This sentence does not say how far it is with: {}.", part->text),
                         "Put a value of what is there now between braces.");
        return std::move(*parsed);
    }

    void joinPrediction() {
        for (const QuestionText& text : m_text.predictions)
            if (!m_step.prediction || text.id != m_step.prediction->id)
                m_sheet.error(text.line,
                              sentence("The step \"{:s}\" has no prediction \"{:s}\" in lesson.json.",
                                       m_step.id, text.id),
                              m_step.prediction ? sentence("Its id there is \"{:s}\".", m_step.prediction->id)
                                                : "Add one there, or take this out.");
        if (!m_step.prediction)
            return;
        Prediction& prediction = *m_step.prediction;
        const auto found = std::ranges::find(m_text.predictions, prediction.id, &QuestionText::id);
        if (found == m_text.predictions.end()) {
            m_sheet.error(m_text.line,
                          sentence("The prediction \"{:s}\" of the step \"{:s}\" has no words.",
                                   prediction.id, m_step.id),
                          sentence("Add \"### Predict {{#{}}}\".", prediction.id));
            return;
        }
        checkQuestion(*found);
        prediction.question = found->question.text;
        prediction.options = optionsOf(*found);
        if (prediction.kind == Prediction::Kind::Choice) {
            checkOptions(*found);
            if (const auto* answer = std::get_if<ChoiceAnswer>(&prediction.answer))
                checkAnswer(answer->option, *found, m_places.predictionLine);
        } else {
            refuseOptions(*found);
        }
        if (!found->afterwards || found->afterwards->text.empty())
            m_sheet.error(found->afterwards ? found->afterwards->line : found->line,
                          sentence("The prediction \"{:s}\" does not say what happened.", prediction.id),
                          "Add \"#### Afterwards\": what really happened, and why.");
        else
            prediction.afterwards = found->afterwards->text;
    }

    void joinQuiz() {
        for (const QuestionText& text : m_text.quiz)
            if (std::ranges::find(m_step.quiz, text.id, &Question::id) == m_step.quiz.end())
                m_sheet.error(text.line,
                              sentence("The step \"{:s}\" has no question \"{:s}\" in lesson.json.",
                                       m_step.id, text.id),
                              "Add it to \"quiz\" there, or take this out.");
        for (std::size_t i = 0; i < m_step.quiz.size(); ++i) {
            Question& question = m_step.quiz[i];
            const auto found = std::ranges::find(m_text.quiz, question.id, &QuestionText::id);
            if (found == m_text.quiz.end())
                m_sheet.error(m_text.line,
                              sentence("The question \"{:s}\" of the step \"{:s}\" has no words.",
                                       question.id, m_step.id),
                              sentence("Add \"### Quiz {{#{}}}\".", question.id));
            else
                joinQuestion(question, *found, m_places.questionLines[i]);
        }
    }

    void joinQuestion(Question& question, const QuestionText& text, int line) {
        checkQuestion(text);
        question.question = text.question.text;
        question.options = optionsOf(text);
        if (const auto* choice = std::get_if<ChoiceAnswer>(&question.answer)) {
            checkOptions(text);
            checkAnswer(choice->option, text, line);
            checkExplanations(text);
            return;
        }
        if (const auto* order = std::get_if<OrderAnswer>(&question.answer)) {
            checkOptions(text);
            checkOrder(*order, text, line);
        } else {
            refuseOptions(text);
        }
        question.whenRight = explanation(text, text.right, "Right");
        question.whenWrong = explanation(text, text.wrong, "Wrong");
    }

    void checkQuestion(const QuestionText& text) const {
        if (text.question.text.empty())
            m_sheet.error(text.line, sentence("The question \"{:s}\" asks nothing.", text.id));
    }

    void checkOptions(const QuestionText& text) const {
        if (text.options.size() < kLeastOptions || text.options.size() > kMaxOptions)
            m_sheet.error(text.line,
                          sentence("The question \"{:s}\" has {} options; {} to {} are needed.", text.id,
                                   text.options.size(), kLeastOptions, kMaxOptions),
                          "An option is a line like \"- {a} The line is steeper.\".");
    }

    void refuseOptions(const QuestionText& text) const {
        if (!text.options.empty())
            m_sheet.error(text.options.front().text.line,
                          sentence("The question \"{:s}\" is none with options.", text.id),
                          "Take them out, or make it a \"choice\" in lesson.json.");
    }

    /// Told where the answer is: in lesson.json.
    void checkAnswer(const std::string& answer, const QuestionText& text, int line) const {
        const std::vector<std::string> ids = optionIds(text);
        if (std::ranges::find(ids, answer) == ids.end())
            m_structure.error(
                line,
                sentence("The answer of \"{:s}\" is \"{:s}\", which is none of its options in {}.", text.id,
                         answer, m_sheet.file()),
                nameRemedy(answer, ids));
    }

    void checkOrder(const OrderAnswer& order, const QuestionText& text, int line) const {
        std::vector<std::string> answer = order.options;
        std::vector<std::string> ids = optionIds(text);
        std::ranges::sort(answer);
        std::ranges::sort(ids);
        if (answer != ids)
            m_structure.error(line,
                              sentence("The answer of \"{:s}\" does not name each of its options in {} once.",
                                       text.id, m_sheet.file()),
                              sentence("The options are {}.", fmt::join(ids, ", ")));
    }

    void checkExplanations(const QuestionText& text) const {
        for (const OptionText& option : text.options)
            if (option.explanation.text.empty())
                m_sheet.error(
                    option.text.line,
                    sentence("The option \"{:s}\" of \"{:s}\" has no explanation.", option.id, text.id),
                    "Write it below, indented by two spaces: for who chose it.");
        for (const auto& [part, name] : {std::pair{&text.right, "Right"}, std::pair{&text.wrong, "Wrong"}})
            if (*part)
                m_sheet.error((*part)->line, sentence("A choice has no \"#### {}\".", name),
                              "Its options explain themselves, each below its line.");
    }

    std::string explanation(const QuestionText& text, const std::optional<Passage>& part,
                            const char* name) const {
        if (part && !part->text.empty())
            return part->text;
        m_sheet.error(part ? part->line : text.line,
                      sentence("The question \"{:s}\" has no explanation for who is {}.", text.id,
                               std::string_view(name) == "Right" ? "right" : "wrong"),
                      sentence("Add \"#### {}\".", name));
        return {};
    }

    LessonStep& m_step;
    const StepPlaces& m_places;
    const StepText& m_text;
    const ProblemSheet& m_sheet;
    const ProblemSheet& m_structure; ///< of lesson.json
};

} // namespace

Lesson withWords(const LessonStructure& structure, const LessonText& text, const ProblemSheet& sheet,
                 const ProblemSheet& structureSheet) {
    Lesson lesson = structure.lesson;
    if (!text.title.empty())
        lesson.title = text.title;
    if (!text.summary.text.empty())
        lesson.summary = text.summary.text;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        LessonStep& step = lesson.steps[i];
        if (step.id.empty())
            continue;
        ids.push_back(step.id);
        const auto found = std::ranges::find(text.steps, step.id, &StepText::id);
        if (found == text.steps.end())
            structureSheet.error(structure.places[i].line,
                                 sentence("The step \"{:s}\" has no section in {}.", step.id, sheet.file()),
                                 sentence("Add \"## Title {{#{}}}\" there.", step.id));
        else
            StepWords(step, structure.places[i], *found, sheet, structureSheet).join();
    }
    for (const StepText& one : text.steps)
        if (!ids.empty() && !one.id.empty() && std::ranges::find(ids, one.id) == ids.end())
            sheet.error(one.line, sentence("There is no step \"{:s}\" in lesson.json.", one.id),
                        nameRemedy(one.id, ids));
    return lesson;
}

namespace {

std::vector<const QuestionText*> questionsOf(const StepText& step) {
    std::vector<const QuestionText*> all;
    for (const auto* questions : {&step.predictions, &step.quiz})
        for (const QuestionText& one : *questions)
            all.push_back(&one);
    return all;
}

void compareQuestion(const QuestionText& english, const QuestionText& other, const ProblemSheet& sheet) {
    const std::vector<std::string> wanted = optionIds(english);
    const std::vector<std::string> there = optionIds(other);
    for (const OptionText& option : other.options)
        if (std::ranges::find(wanted, option.id) == wanted.end())
            sheet.error(option.text.line,
                        sentence("The option \"{:s}\" of \"{:s}\" is not in lesson.md.", option.id, other.id),
                        nameRemedy(option.id, wanted));
    for (const std::string& id : wanted)
        if (std::ranges::find(there, id) == there.end())
            sheet.error(other.line, sentence("The option \"{:s}\" of \"{:s}\" is in lesson.md, but not here.",
                                             id, other.id));
}

} // namespace

void compareWords(const LessonText& english, const LessonText& other, const ProblemSheet& sheet) {
    for (const StepText& step : other.steps) {
        const auto found = std::ranges::find(english.steps, step.id, &StepText::id);
        if (found == english.steps.end())
            continue;
        if (step.hints.size() != found->hints.size())
            sheet.error(step.line, sentence("The step \"{:s}\" has {} hints here, and {} in lesson.md.",
                                            step.id, step.hints.size(), found->hints.size()));
        if (step.done.size() != found->done.size())
            sheet.error(
                step.doneLine > 0 ? step.doneLine : step.line,
                sentence("The step \"{:s}\" has {} sentences below \"Done\" here, and {} in lesson.md.",
                         step.id, step.done.size(), found->done.size()));
        const auto wanted = questionsOf(*found);
        for (const QuestionText* question : questionsOf(step)) {
            const auto same = std::ranges::find_if(
                wanted, [&](const QuestionText* one) { return one->id == question->id; });
            if (same != wanted.end())
                compareQuestion(**same, *question, sheet);
        }
    }
}

} // namespace protomind
