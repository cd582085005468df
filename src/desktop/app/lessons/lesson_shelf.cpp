// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/lesson_shelf.h"

#include <QDir>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <utility>

namespace protomind {

namespace {

constexpr int kSettledMilliseconds = 200;

/// The language that the window speaks: "de".
std::string windowLanguage() {
    return QLocale().name().section(QLatin1Char('_'), 0, 0).toStdString();
}

QString textOf(const std::filesystem::path& path) {
    return QDir(QString::fromStdString(path.string())).path();
}

bool isWithin(const QString& path, const std::filesystem::path& folder) {
    return !folder.empty() && (path == textOf(folder) || path.startsWith(textOf(folder) + QLatin1Char('/')));
}

} // namespace

LessonShelf::LessonShelf(std::vector<std::filesystem::path> roots, QObject* parent)
    : QObject(parent)
    , m_roots(std::move(roots))
    , m_language(windowLanguage()) {
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettledMilliseconds);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &LessonShelf::note);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &LessonShelf::note);
    connect(&m_settled, &QTimer::timeout, this, &LessonShelf::settle);
    watch();
}

void LessonShelf::note(const QString& path) {
    m_openChanged = m_openChanged || isWithin(path, m_open);
    m_rootChanged = m_rootChanged ||
                    std::ranges::any_of(m_roots, [&path](const auto& root) { return isWithin(path, root); });
    m_settled.start();
}

void LessonShelf::settle() {
    const bool listChanged = std::exchange(m_rootChanged, false) ||
                             std::ranges::any_of(lessonFolders(m_roots), [this](const auto& folder) {
                                 return !m_watcher.directories().contains(textOf(folder));
                             });
    watch();
    if (listChanged)
        m_lessons.reset();
    if (std::exchange(m_openChanged, false))
        emit changed();
    if (listChanged)
        emit lessonsChanged();
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
    m_open = folder;
    watch();
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

/// Editors replace files, and folders come and go: so what there is now is watched anew after each change. Of
/// a folder of lessons that is not there, the one that it would be made in.
void LessonShelf::watch() {
    QSet<QString> wanted;
    const auto add = [&wanted](const std::filesystem::path& folder, const QStringList& names) {
        const QDir dir(textOf(folder));
        wanted.insert(dir.path());
        for (const QString& name : dir.entryList(names, QDir::Files))
            wanted.insert(dir.filePath(name));
    };
    std::error_code error;
    for (std::filesystem::path root : m_roots) {
        while (!std::filesystem::is_directory(root, error) && root.has_relative_path())
            root = root.parent_path();
        wanted.insert(textOf(root));
    }
    for (const std::filesystem::path& folder : lessonFolders(m_roots))
        add(folder, {QStringLiteral("lesson*")});
    if (!m_open.empty())
        add(m_open, {});
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    const QSet<QString> present(watched.begin(), watched.end());
    if (const QSet<QString> gone = present - wanted; !gone.isEmpty())
        m_watcher.removePaths(gone.values());
    if (const QSet<QString> added = wanted - present; !added.isEmpty())
        m_watcher.addPaths(added.values());
}

} // namespace protomind
