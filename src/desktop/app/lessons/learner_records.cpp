// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/learner_records.h"

#include "desktop/app/preferences/preferences.h"
#include "studio/course/order_shuffle.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace protomind {

namespace {

constexpr const char* kFileName = "learners.sqlite";
constexpr double kMillisecondsPerSecond = 1000;

/// The first one, before anybody gave a name.
std::string firstName() {
    return QCoreApplication::translate("protomind::LearnerRecords", "Me").toStdString();
}

} // namespace

LearnerRecords::LearnerRecords(const std::filesystem::path& folder, Preferences& preferences)
    : m_preferences(preferences) {
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    Result<ProgressStore> store = ProgressStore::open(folder / kFileName);
    if (!store) {
        m_problem = store.error();
        m_name = firstName();
        return;
    }
    m_store = std::move(*store);
    m_problem = m_store->notice();
    const std::string wanted = preferences.learner().toStdString();
    const auto found = m_store->learners();
    if (found && found->empty())
        note(addLearner(firstName()));
    else if (found)
        chooseLearner(std::ranges::find(*found, wanted, &Learner::name) == found->end() ? found->front().name
                                                                                        : wanted);
}

LearnerRecords::~LearnerRecords() {
    endVisit();
}

void LearnerRecords::note(const Result<void>& result) {
    if (!result && !m_problem)
        m_problem = result.error();
}

std::vector<std::string> LearnerRecords::learners() {
    std::vector<std::string> names;
    if (m_store)
        if (const auto found = m_store->learners())
            for (const Learner& one : *found)
                names.push_back(one.name);
    if (names.empty())
        names.push_back(m_name);
    return names;
}

void LearnerRecords::chooseLearner(const std::string& name) {
    if (!m_store)
        return;
    if (const auto found = m_store->learners())
        for (const Learner& one : *found)
            if (one.name == name) {
                m_learner = one.id;
                m_name = one.name;
                m_preferences.setLearner(QString::fromStdString(name));
            }
}

Result<void> LearnerRecords::addLearner(const std::string& name) {
    if (!m_store)
        return {};
    const Result<LearnerId> made = m_store->create(name);
    if (!made)
        return std::unexpected(made.error());
    if (const auto found = m_store->learners())
        for (const Learner& one : *found)
            if (one.id == *made)
                chooseLearner(one.name);
    return {};
}

LessonRecord LearnerRecords::record(const std::string& lesson) {
    if (m_store)
        if (auto found = m_store->record(m_learner, lesson))
            return std::move(*found);
    return {};
}

std::vector<CourseEntry> LearnerRecords::entries(const std::vector<LessonEntry>& lessons) {
    std::vector<CourseEntry> entries;
    for (const LessonEntry& lesson : lessons) {
        const LessonRecord kept = record(lesson.id);
        CourseEntry entry{.id = lesson.id,
                          .title = lesson.title,
                          .summary = lesson.summary,
                          .minutes = lesson.minutes,
                          .level = lesson.level,
                          .needs = lesson.needs,
                          .steps = static_cast<int>(lesson.steps),
                          .stepsDone = static_cast<int>(kept.completedSteps.size()),
                          .begun = !kept.lastStep.empty(),
                          .finished = kept.finished.has_value(),
                          .problem = {},
                          .missingNeeds = lesson.missingNeeds,
                          .course = lesson.course};
        if (const auto problem = std::ranges::find(lesson.problems, true, &LessonProblem::locks);
            problem != lesson.problems.end())
            entry.problem = problem->sentence;
        entries.push_back(std::move(entry));
    }
    return entries;
}

LearnerMarks LearnerRecords::of(const Lesson& lesson) {
    const LessonRecord kept = record(lesson.id);
    LearnerMarks marks;
    marks.shuffle = shuffleSeed(m_name, m_visits);
    marks.tasks.insert(kept.fulfilledTasks.begin(), kept.fulfilledTasks.end());
    for (const KeptGuess& guess : kept.guesses) {
        const auto json = nlohmann::json::parse(guess.json, nullptr, false);
        marks.guesses[guess.prediction] = json.is_string() ? json.get<std::string>() : std::string();
    }
    std::set<std::string> asked;
    for (const QuizTry& attempt : kept.tries) {
        if (attempt.right)
            marks.right.insert(attempt.question);
        else if (!asked.contains(attempt.question))
            marks.missed.insert(attempt.question);
        asked.insert(attempt.question);
    }
    return marks;
}

std::size_t LearnerRecords::page(const Lesson& lesson) {
    const std::string last = record(lesson.id).lastStep;
    const auto found = std::ranges::find(lesson.steps, last, &LessonStep::id);
    return found == lesson.steps.end() ? 0 : static_cast<std::size_t>(found - lesson.steps.begin());
}

void LearnerRecords::setPage(const std::string& lesson, const std::string& step) {
    if (m_store)
        note(m_store->setLastStep(m_learner, lesson, step));
}

void LearnerRecords::keepStep(const std::string& lesson, const std::string& step) {
    if (m_store)
        note(m_store->completeStep(m_learner, lesson, step));
}

void LearnerRecords::keepTask(const std::string& lesson, const std::string& step) {
    if (m_store)
        note(m_store->fulfilTask(m_learner, lesson, step));
}

void LearnerRecords::keepAnswer(const std::string& lesson, const std::string& step,
                                const std::string& question, const std::string& answer, bool right) {
    if (m_store)
        note(m_store->addTry(
            m_learner, lesson,
            {.step = step, .question = question, .answer = answer, .right = right, .time = 0}));
}

void LearnerRecords::keepGuess(const std::string& lesson, const std::string& step,
                               const std::string& prediction, const std::string& guess) {
    if (m_store)
        note(m_store->keepGuess(
            m_learner, lesson,
            {.step = step, .prediction = prediction, .json = nlohmann::json(guess).dump(), .time = 0}));
}

void LearnerRecords::finish(const std::string& lesson) {
    if (m_store)
        note(m_store->finish(m_learner, lesson));
}

void LearnerRecords::startFresh(const std::string& lesson) {
    if (m_store)
        note(m_store->startFresh(m_learner, lesson));
}

void LearnerRecords::beginVisit(const std::string& lesson) {
    endVisit();
    m_visited = lesson;
    m_visit.start();
    m_visits = 0;
    if (!m_store)
        return;
    const Result<std::int64_t> visits = m_store->beginVisit(m_learner, lesson);
    if (visits)
        m_visits = *visits;
    else
        note(std::unexpected(visits.error()));
}

void LearnerRecords::endVisit() {
    if (m_store && !m_visited.empty())
        note(m_store->addSeconds(m_learner, m_visited,
                                 static_cast<double>(m_visit.elapsed()) / kMillisecondsPerSecond));
    m_visited.clear();
}

} // namespace protomind
