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

/// The lessons that there are here, in the language of the window. Says so when somebody edits the one that
/// is open, and when lessons come, go or change.
class LessonShelf : public QObject {
    Q_OBJECT
public:
    explicit LessonShelf(std::vector<std::filesystem::path> roots, QObject* parent = nullptr);

    /// Looked up when asked for the first time, and again after a change.
    [[nodiscard]] const std::vector<LessonEntry>& lessons();
    /// Reads a lesson, by its id or its folder: the one that is open from now on.
    [[nodiscard]] Result<Lesson> open(const std::string& lesson);

signals:
    /// Files of the lesson that was opened last are others.
    void changed();
    /// lessons() are others.
    void lessonsChanged();

private:
    void note(const QString& path);
    void settle();
    void watch();

    std::vector<std::filesystem::path> m_roots;
    std::string m_language;
    std::optional<std::vector<LessonEntry>> m_lessons;
    std::filesystem::path m_open; ///< the folder of the one that was opened last
    bool m_openChanged = false;
    bool m_rootChanged = false; ///< or something in it, and not only the folder that it would be made in
    QFileSystemWatcher m_watcher;
    QTimer m_settled; ///< editors write in several steps
};

} // namespace protomind
