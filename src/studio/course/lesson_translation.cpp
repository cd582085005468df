// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_translation.h"

#include "studio/course/missing_sentence.h"

#include <algorithm>

namespace protomind {

namespace {

bool isSaid(const std::optional<Passage>& passage) {
    return passage && !passage->text.empty();
}

/// Whether a translated question has all that the English one has.
bool isWhole(const QuestionText& question, const QuestionText& english) {
    const auto sameIds = [&] {
        for (const OptionText& option : english.options)
            if (std::ranges::find(question.options, option.id, &OptionText::id) == question.options.end())
                return false;
        return question.options.size() == english.options.size();
    };
    const auto explained = [&](const OptionText& option) {
        const auto same = std::ranges::find(english.options, option.id, &OptionText::id);
        return !option.text.text.empty() &&
               (same == english.options.end() || same->explanation.text.empty() ||
                !option.explanation.text.empty());
    };
    return !question.question.text.empty() && sameIds() && std::ranges::all_of(question.options, explained) &&
           isSaid(question.afterwards) == isSaid(english.afterwards) &&
           isSaid(question.right) == isSaid(english.right) && isSaid(question.wrong) == isSaid(english.wrong);
}

bool areSentences(const std::vector<MissingText>& texts) {
    return std::ranges::all_of(texts, [](const MissingText& one) {
        return MissingSentence::parse(one.text.text, one.whenUnknown.text).has_value();
    });
}

/// The English questions, each in the translation's words where that has it wholly.
std::vector<QuestionText> completed(const std::vector<QuestionText>& translated,
                                    const std::vector<QuestionText>& english, bool& incomplete) {
    std::vector<QuestionText> questions;
    for (const QuestionText& one : english) {
        const auto same = std::ranges::find(translated, one.id, &QuestionText::id);
        const bool whole = same != translated.end() && isWhole(*same, one);
        incomplete = incomplete || !whole;
        questions.push_back(whole ? *same : one);
    }
    return questions;
}

StepText completed(StepText step, const StepText& english, bool& incomplete) {
    const auto replace = [&incomplete](auto& part, const auto& byEnglish) {
        part = byEnglish;
        incomplete = true;
    };
    if (step.title.empty())
        replace(step.title, english.title);
    if (step.text.text.empty())
        replace(step.text, english.text);
    if (isSaid(step.task) != isSaid(english.task))
        replace(step.task, english.task);
    if (step.missing.size() != english.missing.size() || !areSentences(step.missing)) {
        replace(step.missing, english.missing);
        step.missingLine = english.missingLine;
    }
    if (step.done.size() != english.done.size() || !areSentences(step.done)) {
        replace(step.done, english.done);
        step.doneLine = english.doneLine;
    }
    if (step.hints.size() != english.hints.size() ||
        std::ranges::any_of(step.hints, [](const Passage& hint) { return hint.text.empty(); }))
        replace(step.hints, english.hints);
    step.predictions = completed(step.predictions, english.predictions, incomplete);
    step.quiz = completed(step.quiz, english.quiz, incomplete);
    return step;
}

} // namespace

CompletedText completedText(const LessonText& translation, const LessonText& english,
                            const std::function<bool(const StepText&)>& isSound) {
    CompletedText whole{
        .text = {.title = translation.title.empty() ? english.title : translation.title,
                 .summary = translation.summary.text.empty() ? english.summary : translation.summary,
                 .steps = {}},
        .incomplete = {}};
    for (const StepText& step : english.steps) {
        const auto same = std::ranges::find(translation.steps, step.id, &StepText::id);
        bool incomplete = same == translation.steps.end() || !isSound(*same);
        whole.text.steps.push_back(incomplete ? step : completed(*same, step, incomplete));
        if (incomplete)
            whole.incomplete.insert(step.id);
    }
    return whole;
}

} // namespace protomind
