// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/database.h"

namespace protomind {

/// Marks an SQLite database as a project: "Prmd".
inline constexpr std::int32_t kProjectApplicationId = 0x50726d64;
/// Rises when an older version could not read what a newer one writes.
inline constexpr std::int32_t kProjectSchemaVersion = 4;
/// The first that says which samples were learned from.
inline constexpr std::int32_t kLearnedFromVersion = 2;
/// The first with figures of any name.
inline constexpr std::int32_t kFiguresVersion = 3;
/// The first that keeps what adversarial training has come to.
inline constexpr std::int32_t kRobustVersion = 4;

/// Makes the tables of a project in an empty database.
[[nodiscard]] Result<void> createSchema(Database& database);

/// Whether the file looks like a whole project that this version reads, from its size and its first 100
/// bytes: SQLite sees only files that pass. A newer version's file is refused politely.
[[nodiscard]] Result<void> checkHeader(const std::filesystem::path& path);

/// Whether the pages are sound and the tables are exactly ours. Nothing else may be there: a view or a
/// trigger of someone else's would run as we read.
[[nodiscard]] Result<void> checkSchema(Database& database);

/// The format that a database is in, as it says itself.
[[nodiscard]] Result<std::int64_t> schemaVersion(Database& database);

/// Brings the tables of an older version, which were checked, up to this one's.
[[nodiscard]] Result<void> upgradeSchema(Database& database);

} // namespace protomind
