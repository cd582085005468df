// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// How large a lesson may be. Anyone can write one, so nothing in its folder is believed: beyond these a
/// sentence says so, and nothing large is built.
namespace protomind {

inline constexpr std::size_t kMaxLessonJsonBytes = std::size_t{1} << 20;
inline constexpr int kMaxLessonJsonDepth = 16;
inline constexpr std::size_t kMaxLessonJsonValues = 100'000;               ///< containers included
inline constexpr std::size_t kMaxLessonStringBytes = 65'536;               ///< a text of points may be long
inline constexpr std::size_t kMaxLessonTextBytes = std::size_t{512} << 10; ///< of lesson.md
inline constexpr std::size_t kMaxPictureBytes = std::size_t{4} << 20;
inline constexpr std::uint32_t kMaxPictureSide = 8'192; ///< pixels
inline constexpr std::size_t kMaxLessonProblems = 500;  ///< that are told at once
inline constexpr std::size_t kMaxLanguages = 100;

inline constexpr std::size_t kMaxLessonIdBytes = 64; ///< of a lesson, a step, a question, an option
inline constexpr std::size_t kMaxTitleBytes = 200;
inline constexpr std::size_t kMaxSummaryBytes = 1'000;
inline constexpr std::size_t kMaxCourseBytes = 60;
inline constexpr std::size_t kMaxTeacherBytes = std::size_t{64} << 10; ///< of teacher.md
inline constexpr std::int64_t kMaxMinutes = 240;
inline constexpr std::size_t kMaxNeeds = 20;

inline constexpr std::size_t kMaxLessonSteps = 100;
inline constexpr std::size_t kMaxQuestions = 20; ///< of a step
inline constexpr std::size_t kLeastOptions = 2;  ///< of a choice or an order
inline constexpr std::size_t kMaxOptions = 12;
inline constexpr std::size_t kMaxHints = 3;
inline constexpr std::size_t kMaxActions = 100; ///< of a solution or a demonstration
inline constexpr std::size_t kLeastWrong = 3;   ///< plausible mistakes that a task is tried with
inline constexpr std::size_t kMaxWrong = 12;
inline constexpr std::size_t kMaxFirstWeights = 4'096; ///< numbers of a step, all weights together
inline constexpr std::int64_t kMaxActionSteps = 1'000'000;
inline constexpr std::int64_t kMaxActionEpochs = 100'000;
inline constexpr double kMaxStepsPerSecond = 1'000'000;
inline constexpr double kMaxWeight = 1e9;
inline constexpr std::int64_t kMaxThreads = 1'024; ///< that an experiment may ask for
inline constexpr std::size_t kMaxLessonsInFolder = 1'000;

} // namespace protomind
