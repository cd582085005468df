// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/schema.h"

#include "studio/project/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <span>

namespace protomind {

namespace {

// part: a piece of the project as JSON ("experiment", "view", "runs": older versions pass over what they
// don't know). checkpoint: the last few trained states, newest last, with the digest of all that belongs to
// each; score is what "best" goes by, the smaller the better. revision: counts changes. learned: the samples
// that a checkpoint's weights have learned from, as fingerprints of eight bytes, and whether those are all;
// without a row nothing is known. figure: those of HistoryPoint::others, by the position of their point, each
// at its place; at position -1 the sums over so many samples that are known of the epoch under way. robust: a
// checkpoint's RobustRecord; without a row there is none.
constexpr std::array<std::string_view, 8> kTables = {
    "CREATE TABLE part(name TEXT PRIMARY KEY, json TEXT NOT NULL, sha256 BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE checkpoint(id INTEGER PRIMARY KEY, step INTEGER NOT NULL, learning_rate REAL, "
    "epoch_loss REAL, epoch_correct INTEGER NOT NULL, steps_per_epoch INTEGER NOT NULL, score REAL, "
    "layout BLOB NOT NULL, sha256 BLOB NOT NULL)",
    "CREATE TABLE variable(checkpoint INTEGER NOT NULL, name TEXT NOT NULL, shape TEXT NOT NULL, data BLOB "
    "NOT NULL, "
    "PRIMARY KEY(checkpoint, name))",
    "CREATE TABLE history(checkpoint INTEGER NOT NULL, position INTEGER NOT NULL, step INTEGER NOT NULL, "
    "epoch REAL, "
    "loss REAL, accuracy REAL, validation_loss REAL, validation_accuracy REAL, PRIMARY KEY(checkpoint, "
    "position)) "
    "WITHOUT ROWID",
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE learned(checkpoint INTEGER PRIMARY KEY, known INTEGER NOT NULL, samples BLOB NOT NULL)",
    "CREATE TABLE figure(checkpoint INTEGER NOT NULL, position INTEGER NOT NULL, place INTEGER NOT NULL, "
    "name TEXT NOT NULL, value REAL, samples INTEGER NOT NULL, PRIMARY KEY(checkpoint, position, place)) "
    "WITHOUT ROWID",
    "CREATE TABLE robust(checkpoint INTEGER PRIMARY KEY, accuracy REAL, epoch REAL, norm TEXT NOT NULL, "
    "epsilon REAL, samples INTEGER NOT NULL)",
};

/// Those that a version has: the last ones came one by one.
std::span<const std::string_view> tablesOf(std::int64_t version) {
    constexpr std::array kCameWith{kLearnedFromVersion, kFiguresVersion, kRobustVersion};
    const auto later = std::ranges::count_if(kCameWith, [&](std::int32_t first) { return version < first; });
    return std::span(kTables).first(kTables.size() - static_cast<std::size_t>(later));
}

// https://www.sqlite.org/fileformat2.html, section 1.3
constexpr std::size_t kHeaderBytes = 100;
constexpr std::size_t kPageSizeAt = 16;
constexpr std::size_t kPageCountAt = 28;
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;

std::uint32_t bigEndian(const std::array<unsigned char, kHeaderBytes>& header, std::size_t at,
                        std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t index = at; index < at + bytes; ++index)
        value = value << 8 | header[index];
    return value;
}

std::unexpected<Problem> damaged(const std::filesystem::path& path, const Sentence& what) {
    return fail(ProblemKind::Input, sentence("This project is damaged: {}.", what), path.string(),
                "Use its backup, whose name ends in ~, if there is one.");
}

} // namespace

Result<void> createSchema(Database& database) {
    std::string statements = "BEGIN;";
    for (const std::string_view table : kTables)
        statements += fmt::format("{};", table);
    statements += fmt::format(
        "PRAGMA application_id={};PRAGMA user_version={};INSERT INTO meta VALUES('revision',0);COMMIT",
        kProjectApplicationId, kProjectSchemaVersion);
    return database.execute(statements);
}

Result<void> checkHeader(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        return fail(ProblemKind::Input, "There is no such file.", path.string());
    if (!std::filesystem::is_regular_file(status))
        return fail(ProblemKind::Input, "This is not a file but a folder or a device.", path.string());
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error)
        return fail(ProblemKind::Input, sentence("The file can't be read: {}.", error.message()),
                    path.string());
    if (size > kMaxProjectBytes)
        return fail(ProblemKind::Memory, sentence("The file is larger than {} GiB.", kMaxProjectBytes >> 30),
                    path.string());

    std::array<unsigned char, kHeaderBytes> header{};
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ProblemKind::Input, "The file can't be opened.", path.string(), "Check its permissions.");
    file.read(reinterpret_cast<char*>(header.data()), kHeaderBytes);
    constexpr char kMagic[] = "SQLite format 3";
    if (static_cast<std::size_t>(file.gcount()) < sizeof kMagic ||
        std::memcmp(header.data(), kMagic, sizeof kMagic) != 0)
        return fail(ProblemKind::Input, "This is not a Protomind project.", path.string());
    if (static_cast<std::size_t>(file.gcount()) < kHeaderBytes)
        return damaged(path, "it ends too early");
    if (bigEndian(header, kApplicationIdAt, 4) != static_cast<std::uint32_t>(kProjectApplicationId))
        return fail(ProblemKind::Input, "This is a database, but not a Protomind project.", path.string());
    const std::uint32_t version = bigEndian(header, kUserVersionAt, 4);
    if (version > static_cast<std::uint32_t>(kProjectSchemaVersion))
        return fail(
            ProblemKind::Input,
            sentence("This project was written by a newer Protomind (format {}; this one reads up to {}).",
                     version, kProjectSchemaVersion),
            path.string(), "Open it with a newer version; the file is left as it is.");
    if (version == 0)
        return damaged(path, "its format number is missing");
    const std::uint32_t sizeField = bigEndian(header, kPageSizeAt, 2);
    const std::uint64_t pageSize = sizeField == 1 ? 65536 : sizeField;
    if (pageSize * bigEndian(header, kPageCountAt, 4) != size)
        return damaged(path, "it is shorter or longer than it says");
    return {};
}

Result<void> checkSchema(Database& database) {
    Result<Statement> tables = database.prepare("SELECT type, sql FROM sqlite_schema");
    if (!tables)
        return std::unexpected(tables.error());
    const Result<std::int64_t> version = schemaVersion(database);
    if (!version)
        return std::unexpected(version.error());
    const auto wanted = tablesOf(*version);
    std::size_t found = 0;
    for (;;) {
        const Result<bool> row = tables->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            break;
        const bool ofPrimaryKey = tables->text(0) == "index" && tables->isNull(1);
        const bool ours = tables->text(0) == "table" && std::ranges::count(wanted, tables->text(1)) > 0;
        if (!ofPrimaryKey && !ours)
            return damaged(database.path(), "it has contents that no version of Protomind wrote");
        found += ours ? 1 : 0;
    }
    if (found != wanted.size())
        return damaged(database.path(), "a table is missing");

    Result<Statement> check = database.prepare("PRAGMA quick_check(1)");
    if (!check)
        return std::unexpected(check.error());
    const Result<bool> row = check->step();
    if (!row)
        return std::unexpected(row.error());
    if (!*row || check->text(0) != "ok")
        return damaged(database.path(), "its pages don't fit together");
    return {};
}

Result<std::int64_t> schemaVersion(Database& database) {
    return database.integer("PRAGMA user_version");
}

Result<void> upgradeSchema(Database& database) {
    const Result<std::int64_t> version = schemaVersion(database);
    if (!version)
        return std::unexpected(version.error());
    if (*version >= kProjectSchemaVersion)
        return {};
    std::string statements = "BEGIN;";
    for (const std::string_view table : std::span(kTables).subspan(tablesOf(*version).size()))
        statements += fmt::format("{};", table);
    return database.execute(
        fmt::format("{}PRAGMA user_version={};COMMIT", statements, kProjectSchemaVersion));
}

} // namespace protomind
