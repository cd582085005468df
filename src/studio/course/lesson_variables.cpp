// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_variables.h"

#include <set>

namespace protomind {

std::vector<std::string> variablesNamedIn(const Lesson& lesson) {
    std::set<std::string> names;
    const auto addAll = [&names](const std::vector<std::string>& more) {
        names.insert(more.begin(), more.end());
    };
    const auto addMoved = [&names](const std::vector<LessonAction>& actions) {
        for (const LessonAction& action : actions)
            if (const auto* set = std::get_if<SetWeightAction>(&action))
                names.insert(set->weight);
    };
    for (const LessonStep& step : lesson.steps) {
        for (const auto& [name, numbers] : step.weights)
            names.insert(name);
        addMoved(step.demonstration());
        if (!step.task)
            continue;
        addAll(step.task->check.variables());
        for (const auto* sentences : {&step.task->missing, &step.task->done})
            for (const MissingSentence& sentence : *sentences)
                addAll(sentence.variables());
    }
    return {names.begin(), names.end()};
}

} // namespace protomind
