// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "studio/course/lesson_library.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <filesystem>
#include <optional>
#include <vector>

namespace protomind {

/// The lessons that there are here, in the language of the window. Says so when somebody edits the folder of
/// the one that is open.
class LessonShelf : public QObject {
    Q_OBJECT
public:
    explicit LessonShelf(std::vector<std::filesystem::path> roots, QObject* parent = nullptr);

    /// Looked up when asked for the first time, and again after a change.
    [[nodiscard]] const std::vector<LessonEntry>& lessons();
    /// Reads a lesson, by its id or its folder, and watches it from now on.
    [[nodiscard]] Result<Lesson> open(const std::string& lesson);

signals:
    /// Files of the lesson that was opened last are others.
    void changed();

private:
    void watch(const std::filesystem::path& folder);

    std::vector<std::filesystem::path> m_roots;
    std::string m_language;
    std::optional<std::vector<LessonEntry>> m_lessons;
    QFileSystemWatcher m_watcher;
    QTimer m_settled; ///< editors write in several steps
};

} // namespace protomind
