// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/lesson_json.h"
#include "studio/course/lesson_text.h"

namespace protomind {

/// Puts the words of a language into a lesson's structure by ids. What has words and no place, or a place and
/// no words, is told: in the file that the words are from, or in lesson.json (structureSheet) where the fault
/// lies there.
[[nodiscard]] Lesson withWords(const LessonStructure& structure, const LessonText& text,
                               const ProblemSheet& sheet, const ProblemSheet& structureSheet);

/// Checks what stands in the words themselves: links, pictures and formulas.
void checkWords(const LessonStructure& structure, const LessonText& text,
                const LessonSurroundings& surroundings, const ProblemSheet& sheet);

/// Whether a translation has the same questions, options and hints as the English words; those that have
/// another are told.
void compareWords(const LessonText& english, const LessonText& other, const ProblemSheet& sheet);

} // namespace protomind
