// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/progress_file.h"

#include "studio/course/limits.h"
#include "studio/course/progress_schema.h"
#include "studio/project/file_system.h"

#include <fmt/format.h>

#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

namespace protomind {

namespace {

Result<Database> openDatabase(const std::filesystem::path& file) {
    Result<Database> database = Database::open(file, Database::Mode::Create);
    if (!database)
        return database;
    database->limitValues(kMaxProgressValueBytes);
    // Another window writes for moments only. A crash of the program loses nothing in this mode, and a power
    // cut the last answers at most.
    if (Result<void> set = database->execute("PRAGMA busy_timeout=2000; PRAGMA synchronous=NORMAL"); !set)
        if (!database->failedForDamage())
            return std::unexpected(set.error());
    return database;
}

std::filesystem::path withSuffix(const std::filesystem::path& file, const std::string& suffix) {
    return file.string() + suffix;
}

/// Gives a damaged file another name, and with it what SQLite keeps beside it: a journal left there would be
/// played back into the new file.
Result<std::filesystem::path> setAside(const std::filesystem::path& file) {
    std::filesystem::path aside = withSuffix(file, "~damaged");
    std::error_code error;
    for (int copy = 2; std::filesystem::exists(std::filesystem::symlink_status(aside, error)); ++copy)
        aside = withSuffix(file, fmt::format("~damaged-{}", copy));
    std::filesystem::rename(file, aside, error);
    if (error)
        return std::unexpected(diskProblem(error.value(), file));
    for (const char* companion : {"-journal", "-wal", "-shm"}) {
        std::filesystem::rename(withSuffix(file, companion), withSuffix(aside, companion), error);
        if (error && error != std::errc::no_such_file_or_directory)
            return std::unexpected(diskProblem(error.value(), withSuffix(file, companion)));
    }
    return aside;
}

} // namespace

std::filesystem::path defaultProgressFile() {
    const char* data = std::getenv("XDG_DATA_HOME");
    if (data != nullptr &&
        std::filesystem::path(data).is_absolute()) // the specification: relative ones are ignored
        return std::filesystem::path(data) / "protomind" / "learners.db";
    const char* home = std::getenv("HOME");
    if (home == nullptr || *home == '\0') {
        const passwd* user = ::getpwuid(::getuid());
        home = user != nullptr ? user->pw_dir : "/tmp";
    }
    return std::filesystem::path(home) / ".local" / "share" / "protomind" / "learners.db";
}

Result<OpenedProgress> openProgress(const std::filesystem::path& file) {
    std::error_code error;
    const std::filesystem::path folder = fullPath(file).parent_path();
    std::filesystem::create_directories(folder, error);
    if (error)
        return std::unexpected(diskProblem(error.value(), folder));
    Result<Database> database = openDatabase(file);
    if (!database)
        return std::unexpected(database.error());
    const Result<ProgressFile> state = progressFileOf(*database);
    if (!state)
        return std::unexpected(state.error());

    std::optional<Problem> notice;
    switch (*state) {
    case ProgressFile::Sound:
        return OpenedProgress{std::move(*database), std::nullopt};
    case ProgressFile::Newer:
        return fail(ProblemKind::Input, "What was learned here was recorded by a newer Protomind.",
                    file.string(), "Use a newer version to go on with it; the file is left as it is.");
    case ProgressFile::Damaged: {
        {
            const Database closed = std::move(*database);
        }
        const Result<std::filesystem::path> aside = setAside(file);
        if (!aside)
            return std::unexpected(aside.error());
        notice =
            Problem{ProblemKind::Input, "The record of what was learned here is damaged; a new one is begun.",
                    file.string(), sentence("The damaged one is kept as {}.", aside->string())};
        database = openDatabase(file);
        if (!database)
            return std::unexpected(database.error());
        break;
    }
    case ProgressFile::Empty:
        break;
    }
    if (Result<void> made = createProgressTables(*database); !made)
        return std::unexpected(made.error());
    return OpenedProgress{std::move(*database), std::move(notice)};
}

} // namespace protomind
