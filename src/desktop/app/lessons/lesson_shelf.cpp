// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/lesson_shelf.h"

#include <QDir>
#include <QLocale>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kSettledMilliseconds = 200;

/// The language that the window speaks: "de".
std::string windowLanguage() {
    return QLocale().name().section(QLatin1Char('_'), 0, 0).toStdString();
}

} // namespace

LessonShelf::LessonShelf(std::vector<std::filesystem::path> roots, QObject* parent)
    : QObject(parent)
    , m_roots(std::move(roots))
    , m_language(windowLanguage()) {
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettledMilliseconds);
    const auto wait = [this] { m_settled.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, wait);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, wait);
    connect(&m_settled, &QTimer::timeout, this, [this] {
        m_lessons.reset();
        emit changed();
    });
}

const std::vector<LessonEntry>& LessonShelf::lessons() {
    if (!m_lessons)
        m_lessons = findLessons(m_roots, m_language);
    return *m_lessons;
}

Result<Lesson> LessonShelf::open(const std::string& lesson) {
    std::filesystem::path folder = lessonFolder(m_roots, lesson);
    if (folder.empty() && std::filesystem::path(lesson).is_absolute())
        folder = lesson;
    if (folder.empty())
        return fail(ProblemKind::Input,
                    tr("There is no lesson named \"%1\".").arg(QString::fromStdString(lesson)).toStdString());
    watch(folder);
    LessonSurroundings surroundings;
    surroundings.isLesson = [this](const std::string& id) { return !lessonFolder(m_roots, id).empty(); };
    LessonReading reading = readLesson(folder, m_language, surroundings);
    if (reading.lesson)
        return std::move(*reading.lesson);
    const auto first = std::ranges::find(reading.problems, true, &LessonProblem::locks);
    if (first == reading.problems.end())
        return fail(ProblemKind::Input, std::string());
    const std::string line = first->line > 0 ? ":" + std::to_string(first->line) : std::string();
    return fail(ProblemKind::Input, first->sentence, first->file + line, first->remedy);
}

/// Editors replace files: then the folder tells, and the new file is watched with the next opening.
void LessonShelf::watch(const std::filesystem::path& folder) {
    if (const QStringList old = m_watcher.files() + m_watcher.directories(); !old.isEmpty())
        m_watcher.removePaths(old);
    const QDir dir(QString::fromStdString(folder.string()));
    m_watcher.addPath(dir.path());
    for (const QString& name : dir.entryList(QDir::Files))
        m_watcher.addPath(dir.filePath(name));
}

} // namespace protomind
