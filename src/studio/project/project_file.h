// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/content_store.h"
#include "studio/project/file_system.h"
#include "studio/project/project.h"

#include <filesystem>

namespace protomind {

/// Reads a project file whole, and leaves it as it is. Anything that is not a sound project of a version that
/// is known is a Problem of kind Input (or Memory, beyond a limit); notices say what was left out.
[[nodiscard]] Result<ProjectContent> readProject(const std::filesystem::path& path,
                                                 DamagedCheckpoint damaged = DamagedCheckpoint::Refuse);

/// Whether writeProject would find its place; leaves nothing behind.
[[nodiscard]] Result<void> checkWritable(const std::filesystem::path& path);

/// Writes a project file whole (replaceFile): for the command line. The file that was there stays as name~.
[[nodiscard]] Result<void> writeProject(const std::filesystem::path& path, const ProjectContent& content);
[[nodiscard]] Result<void> writeProject(const std::filesystem::path& path, const ProjectContent& content,
                                        FileSystem& files);

/// Fills an empty file that nobody knows yet, as replaceFile() asks for it.
[[nodiscard]] Result<void> writeDatabase(const std::filesystem::path& path, const ProjectContent& content);

} // namespace protomind
