// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/database.h"

#include <filesystem>
#include <optional>

namespace protomind {

/// $XDG_DATA_HOME/protomind/learners.db, by default ~/.local/share/protomind/learners.db.
[[nodiscard]] std::filesystem::path defaultProgressFile();

/// The file of records, open and with its tables.
struct OpenedProgress {
    Database database;
    std::optional<Problem> notice; ///< a damaged file was set aside
};

/// See ProgressStore::open.
[[nodiscard]] Result<OpenedProgress> openProgress(const std::filesystem::path& file);

} // namespace protomind
