// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_library.h"

#include "studio/course/folders_of_sources.h"
#include "studio/course/lesson_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace protomind {

namespace {

namespace fs = std::filesystem;

/// What comes with the program: a folder of share/protomind beside bin, else the one it was built with.
fs::path builtInFolder(const char* name, const char* builtWith) {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        fs::path installed = program.parent_path().parent_path() / "share" / "protomind" / name;
        if (fs::is_directory(installed, error))
            return installed;
    }
    return builtWith;
}

fs::path ownRoot() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return fs::path(value != nullptr ? value : "");
    };
    // The XDG base directory specification: a relative path is to be ignored.
    fs::path data = variable("XDG_DATA_HOME");
    if (!data.is_absolute()) {
        const fs::path home = variable("HOME");
        if (!home.is_absolute())
            return {};
        data = home / ".local" / "share";
    }
    return data / "protomind" / "lessons";
}

/// The folders of a root, by name; hidden ones are nobody's lessons.
std::vector<fs::path> foldersIn(const fs::path& root) {
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator entry(root, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        std::error_code ignored;
        if (!entry->path().filename().string().starts_with('.') && entry->is_directory(ignored) &&
            folders.size() < kMaxLessonsInFolder)
            folders.push_back(entry->path());
    }
    std::ranges::sort(folders);
    return folders;
}

LessonEntry entryOf(const fs::path& folder, const std::string& language,
                    const LessonSurroundings& surroundings) {
    LessonReading reading = readLesson(folder, language, surroundings);
    LessonEntry entry{.id = folder.filename().string(), .folder = folder};
    entry.title = entry.id;
    entry.problems = std::move(reading.problems);
    if (!reading.lesson)
        return entry;
    Lesson& lesson = *reading.lesson;
    entry.title = std::move(lesson.title);
    entry.summary = std::move(lesson.summary);
    entry.minutes = lesson.minutes;
    entry.level = lesson.level;
    entry.course = std::move(lesson.course);
    entry.needs = std::move(lesson.needs);
    entry.missingNeeds = std::move(lesson.missingNeeds);
    entry.steps = lesson.steps.size();
    return entry;
}

} // namespace

bool LessonEntry::usable() const {
    return std::ranges::none_of(problems, &LessonProblem::locks);
}

std::vector<fs::path> lessonRoots() {
    std::vector<fs::path> roots{builtInFolder("lessons", kLessonsOfSources)};
    if (fs::path own = ownRoot(); !own.empty())
        roots.push_back(std::move(own));
    return roots;
}

fs::path formulaFolder() {
    return builtInFolder("formulas", kFormulasOfSources);
}

fs::path lessonFolder(const std::vector<fs::path>& roots, const std::string& id) {
    std::error_code error;
    if (!isLessonId(id))
        return {};
    for (const fs::path& root : roots)
        if (fs::is_directory(root / id, error))
            return root / id;
    return {};
}

std::vector<fs::path> lessonFolders(const std::vector<fs::path>& roots) {
    std::vector<fs::path> folders;
    for (const fs::path& root : roots)
        std::ranges::move(foldersIn(root), std::back_inserter(folders));
    return folders;
}

std::vector<LessonEntry> findLessons(const std::vector<fs::path>& roots, const std::string& language) {
    LessonSurroundings surroundings;
    surroundings.isLesson = [&roots](const std::string& id) { return !lessonFolder(roots, id).empty(); };
    std::vector<LessonEntry> entries;
    for (const fs::path& folder : lessonFolders(roots)) {
        LessonEntry entry = entryOf(folder, language, surroundings);
        const auto same = std::ranges::find(entries, entry.id, &LessonEntry::id);
        if (same != entries.end())
            entry.problems.push_back(
                {{},
                 0,
                 sentence("There is a lesson \"{:s}\" already, in {}.", entry.id, same->folder.string()),
                 "Give this folder another name.",
                 Severity::Error});
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace protomind
