// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/progress_schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace protomind {

namespace {

// learner: a name, no account. lesson: how far somebody came in one; finished is null until it is. step: when
// it was completed and its task fulfilled, null until then. attempt: every answer to a question. guess: the
// last prediction. Times are seconds since 1970.
constexpr std::array<std::string_view, 6> kTables = {
    "CREATE TABLE learner(id INTEGER PRIMARY KEY, name TEXT NOT NULL, created INTEGER NOT NULL)",
    "CREATE TABLE lesson(learner INTEGER NOT NULL, lesson TEXT NOT NULL, last_step TEXT NOT NULL, seconds "
    "REAL "
    "NOT NULL, begun INTEGER NOT NULL, seen INTEGER NOT NULL, finished INTEGER, PRIMARY KEY(learner, "
    "lesson)) "
    "WITHOUT ROWID",
    "CREATE TABLE step(learner INTEGER NOT NULL, lesson TEXT NOT NULL, step TEXT NOT NULL, completed "
    "INTEGER, "
    "fulfilled INTEGER, PRIMARY KEY(learner, lesson, step)) WITHOUT ROWID",
    "CREATE TABLE attempt(id INTEGER PRIMARY KEY, learner INTEGER NOT NULL, lesson TEXT NOT NULL, step TEXT "
    "NOT "
    "NULL, question TEXT NOT NULL, answer TEXT NOT NULL, correct INTEGER NOT NULL, time INTEGER NOT NULL)",
    "CREATE TABLE guess(learner INTEGER NOT NULL, lesson TEXT NOT NULL, step TEXT NOT NULL, prediction TEXT "
    "NOT "
    "NULL, json TEXT NOT NULL, time INTEGER NOT NULL, PRIMARY KEY(learner, lesson, step, prediction)) "
    "WITHOUT "
    "ROWID",
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
};

Result<bool> hasSoundPages(Database& database) {
    Result<Statement> check = database.prepare("PRAGMA quick_check(1)");
    if (!check)
        return std::unexpected(check.error());
    const Result<bool> row = check->step();
    if (!row)
        return std::unexpected(row.error());
    return *row && check->text(0) == "ok";
}

/// Whether the tables are exactly ours.
Result<bool> hasOurTables(Database& database) {
    Result<Statement> entries = database.prepare("SELECT type, sql FROM sqlite_schema");
    if (!entries)
        return std::unexpected(entries.error());
    std::size_t found = 0;
    for (;;) {
        const Result<bool> row = entries->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return found == kTables.size();
        if (entries->text(0) != "table" || std::ranges::count(kTables, entries->text(1)) == 0)
            return false;
        ++found;
    }
}

Result<ProgressFile> examined(Database& database) {
    const Result<std::int64_t> application = database.integer("PRAGMA application_id");
    if (!application)
        return std::unexpected(application.error());
    const Result<std::int64_t> entries = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!entries)
        return std::unexpected(entries.error());
    if (*application == 0 && *entries == 0)
        return ProgressFile::Empty;
    if (*application != kProgressApplicationId)
        return ProgressFile::Damaged;
    const Result<bool> sound = hasSoundPages(database);
    if (!sound)
        return std::unexpected(sound.error());
    if (!*sound)
        return ProgressFile::Damaged;
    const Result<std::int64_t> version = database.integer("PRAGMA user_version");
    if (!version)
        return std::unexpected(version.error());
    if (*version > kProgressSchemaVersion)
        return ProgressFile::Newer;
    const Result<bool> ours = hasOurTables(database);
    if (!ours)
        return std::unexpected(ours.error());
    return *ours && *version == kProgressSchemaVersion ? ProgressFile::Sound : ProgressFile::Damaged;
}

} // namespace

Result<ProgressFile> progressFileOf(Database& database) {
    const Result<ProgressFile> file = examined(database);
    if (!file && database.failedForDamage())
        return ProgressFile::Damaged;
    return file;
}

Result<void> createProgressTables(Database& database) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    constexpr std::string_view kCreate = "CREATE TABLE ";
    std::string statements;
    // Another program may have made them in this moment.
    for (const std::string_view table : kTables)
        statements += fmt::format("CREATE TABLE IF NOT EXISTS {};", table.substr(kCreate.size()));
    statements += fmt::format("PRAGMA application_id={};PRAGMA user_version={};", kProgressApplicationId,
                              kProgressSchemaVersion);
    statements += "INSERT OR IGNORE INTO meta VALUES('next_learner', 1)";
    if (Result<void> made = database.execute(statements); !made)
        return made;
    return transaction->commit();
}

} // namespace protomind
