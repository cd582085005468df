// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/project_file.h"

#include "studio/project/schema.h"

namespace protomind {

Result<void> writeDatabase(const std::filesystem::path& path, const ProjectContent& content) {
    Result<Database> database = Database::open(path, Database::Mode::Create);
    if (!database)
        return std::unexpected(database.error());
    // Nobody knows the file yet, and it is synced and given its name as a whole: a journal would guard
    // nothing.
    if (Result<void> set = database->execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF"); !set)
        return set;
    if (Result<void> made = createSchema(*database); !made)
        return made;
    Result<Transaction> transaction = Transaction::begin(*database);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (Result<void> stored = storeExperiment(*database, content.experiment, content.unknown); !stored)
        return stored;
    if (Result<void> stored = storeView(*database, content.view); !stored)
        return stored;
    if (!content.runs.empty())
        if (Result<void> stored = storeRuns(*database, content.runs); !stored)
            return stored;
    if (content.checkpoint)
        if (Result<void> stored = storeCheckpoint(*database, *content.checkpoint); !stored)
            return stored;
    return transaction->commit();
}

Result<ProjectContent> readProject(const std::filesystem::path& path, DamagedCheckpoint damaged) {
    if (Result<void> checked = checkHeader(path); !checked)
        return std::unexpected(checked.error());
    Result<Database> database = Database::open(path, Database::Mode::ReadUnchanging);
    if (!database)
        return std::unexpected(database.error());
    if (Result<void> checked = checkSchema(*database); !checked)
        return std::unexpected(checked.error());
    return readContent(*database, damaged);
}

Result<void> checkWritable(const std::filesystem::path& path) {
    DiskFileSystem files;
    return checkReplaceable(files, path, Backup::Keep);
}

Result<void> writeProject(const std::filesystem::path& path, const ProjectContent& content) {
    DiskFileSystem files;
    return writeProject(path, content, files);
}

Result<void> writeProject(const std::filesystem::path& path, const ProjectContent& content,
                          FileSystem& files) {
    return replaceFile(files, path, Backup::Keep, [&content](const std::filesystem::path& fresh) {
        return writeDatabase(fresh, content);
    });
}

} // namespace protomind
