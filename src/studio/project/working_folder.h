// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/file_system.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace protomind {

/// A save that is about to put a file in its place.
struct SaveUnderWay {
    std::filesystem::path path; ///< the place
    FileIdentity file;
    std::int64_t revision = 0; ///< the database's revision that the file has
};

/// What is known of a working copy besides the project itself. It stands beside the database and not in it,
/// so that no path of this computer gets into a file that is passed on.
struct AboutWorkingCopy {
    std::filesystem::path projectPath;     ///< empty for a new project
    std::optional<FileIdentity> savedFile; ///< the project file as it was opened or saved here
    std::int64_t savedRevision = 0;        ///< the database's revision that the project file has; -1: none
    std::optional<SaveUnderWay> underWay;  ///< noted before the file is in its place, and removed after
    std::filesystem::path savingTo;        ///< a folder where a save is under way; empty where none is
    int recoveries = 0;
};

/// The folder of one working copy (project.protomind, about.json, lock), held by at most one program: the
/// lock goes away with the process, however it ends.
class WorkingFolder {
public:
    /// A new folder, held.
    [[nodiscard]] static Result<WorkingFolder> create(const std::filesystem::path& stateDirectory);
    /// Holds a folder that is there; fails where a running program holds it.
    [[nodiscard]] static Result<WorkingFolder> hold(const std::filesystem::path& directory);
    /// Removes what programs left behind that ended while they made or removed a folder.
    static void removeLitter(const std::filesystem::path& stateDirectory);
    /// All folders of working copies, held or not.
    [[nodiscard]] static std::vector<std::filesystem::path> all(const std::filesystem::path& stateDirectory);

    WorkingFolder(WorkingFolder&& other) noexcept;
    WorkingFolder& operator=(WorkingFolder&& other) noexcept;
    ~WorkingFolder();

    [[nodiscard]] const std::filesystem::path& directory() const { return m_directory; }
    [[nodiscard]] std::filesystem::path database() const { return m_directory / "project.protomind"; }

    [[nodiscard]] Result<void> write(const AboutWorkingCopy& about) const;
    /// What is written in any working folder; fails where it is missing or damaged. A save whose program
    /// ended before it noted that it was done is done where its file is in its place, and else never
    /// happened.
    [[nodiscard]] static Result<AboutWorkingCopy> about(const std::filesystem::path& directory);

    /// Removes the folder and all that is in it.
    void clearAway();

private:
    WorkingFolder(std::filesystem::path directory, int lock)
        : m_directory(std::move(directory))
        , m_lock(lock) {}

    std::filesystem::path m_directory;
    int m_lock = -1;
};

} // namespace protomind
