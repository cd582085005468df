// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/user_folders.h"

#include <cstdlib>

namespace protomind {

namespace {

std::filesystem::path folderIn(const char* variable) {
    const char* const value = std::getenv(variable);
    return value ? value : "";
}

} // namespace

std::filesystem::path userFolder(const char* variable, const char* insideHome) {
    std::filesystem::path folder = folderIn(variable);
    if (!folder.is_absolute())
        folder = folderIn("HOME").is_absolute() ? folderIn("HOME") / insideHome : "";
    return folder.empty() ? folder : folder / "protomind";
}

} // namespace protomind
