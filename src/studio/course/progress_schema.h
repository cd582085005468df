// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/database.h"

namespace protomind {

/// Marks an SQLite database as a record of what was learned: "Prml".
inline constexpr std::int32_t kProgressApplicationId = 0x50726d6c;
/// Rises when an older version could not read what a newer one writes.
inline constexpr std::int32_t kProgressSchemaVersion = 1;

enum class ProgressFile {
    Empty, ///< nothing is in it yet
    Sound,
    Newer,   ///< written by a later version: to be left alone
    Damaged, ///< or somebody else's
};

/// What a database is. Fails where that can't be found out: the disk, another program.
[[nodiscard]] Result<ProgressFile> progressFileOf(Database& database);

/// Makes the tables where they are not there.
[[nodiscard]] Result<void> createProgressTables(Database& database);

} // namespace protomind
