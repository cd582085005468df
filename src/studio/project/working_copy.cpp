// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/working_copy.h"

#include "studio/project/project_file.h"
#include "studio/project/schema.h"
#include "studio/project/working_folder.h"

#include <algorithm>
#include <cstdlib>
#include <pwd.h>
#include <tuple>
#include <unistd.h>
#include <utility>

namespace protomind {

struct WorkingCopy::State {
    WorkingFolder folder;
    Database database;
    AboutWorkingCopy about;
    std::int64_t revision = 0;
    nlohmann::json unknown = nlohmann::json::object(); ///< of the experiment, from a newer version
    bool discarded = false;
    std::vector<Sentence> notices;            ///< what there was to say of the file when it was read
    std::weak_ptr<const Checkpoint> newest{}; ///< the one stored last, as long as somebody has it
};

namespace {

/// Commits reach the log at once and the disk a little later: a crash of the program loses nothing, a crash
/// of the computer perhaps the last commands (so that the file of a save, which is on the disk when it is
/// done, may be newer than its database), and the database stays sound. EXCLUSIVE needs no shared memory,
/// which some network disks don't give.
constexpr const char* kSettings =
    "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL";

Result<Database> openWorkingDatabase(const std::filesystem::path& path, Database::Mode mode) {
    Result<Database> database = Database::open(path, mode);
    if (!database)
        return database;
    if (Result<void> set = database->execute(kSettings); !set)
        return std::unexpected(set.error());
    return database;
}

Result<std::int64_t> revisionIn(Database& database) {
    return database.integer("SELECT coalesce(max(value), 0) FROM meta WHERE key='revision'");
}

/// The revision of a working copy whose program is gone; 0 where that never came to making one.
Result<std::int64_t> revisionLeft(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error) && !error)
        return 0;
    Result<Database> database = openWorkingDatabase(path, Database::Mode::ReadWrite);
    if (!database)
        return std::unexpected(database.error());
    const Result<std::int64_t> tables = database->integer("SELECT count(*) FROM sqlite_schema");
    if (!tables || *tables == 0)
        return tables;
    return revisionIn(*database);
}

/// The latest write to a database or its log.
std::filesystem::file_time_type lastChange(const std::filesystem::path& database) {
    std::error_code error;
    auto changed = std::filesystem::last_write_time(database, error);
    const auto log = std::filesystem::last_write_time(database.string() + "-wal", error);
    return error ? changed : std::max(changed, log);
}

} // namespace

std::filesystem::path defaultStateDirectory() {
    const char* state = std::getenv("XDG_STATE_HOME");
    if (state != nullptr &&
        std::filesystem::path(state).is_absolute()) // the specification: relative ones are ignored
        return std::filesystem::path(state) / "protomind";
    const char* home = std::getenv("HOME");
    if (home == nullptr || *home == '\0') {
        const passwd* user = ::getpwuid(::getuid());
        home = user != nullptr ? user->pw_dir : "/tmp";
    }
    return std::filesystem::path(home) / ".local" / "state" / "protomind";
}

std::vector<Leftover> leftovers(const std::filesystem::path& stateDirectory) {
    WorkingFolder::removeLitter(stateDirectory);
    std::vector<Leftover> result;
    for (const std::filesystem::path& directory : WorkingFolder::all(stateDirectory)) {
        Result<WorkingFolder> folder = WorkingFolder::hold(directory);
        if (!folder)
            continue; // its program is running
        const Result<AboutWorkingCopy> about = WorkingFolder::about(directory);
        removeLitter(directory);
        if (about) {
            for (const std::filesystem::path& place : {about->projectPath.parent_path(), about->savingTo})
                if (!place.empty())
                    removeLitter(place);
        }
        Leftover leftover{directory, about ? about->projectPath : std::filesystem::path(),
                          lastChange(folder->database()), about ? about->recoveries : 0, false};
        const Result<std::int64_t> revision = revisionLeft(folder->database());
        // Less than was saved: the last commands went with the computer, and the file has them all.
        if (revision && *revision <= (about ? about->savedRevision : 0)) {
            folder->clearAway();
            continue;
        }
        leftover.damaged = !revision;
        // What became of a save is found out once: recover() goes on with what a person is told here, even if
        // somebody else writes the file meanwhile.
        if (about)
            std::ignore = folder->write(*about);
        result.push_back(std::move(leftover));
    }
    std::ranges::sort(result, std::greater(), &Leftover::changed);
    return result;
}

void discardLeftover(const Leftover& leftover) {
    if (Result<WorkingFolder> folder = WorkingFolder::hold(leftover.directory))
        folder->clearAway();
}

bool isOpenSomewhere(const std::filesystem::path& projectPath, const std::filesystem::path& stateDirectory) {
    return std::ranges::any_of(
        WorkingFolder::all(stateDirectory), [&](const std::filesystem::path& directory) {
            const Result<AboutWorkingCopy> about = WorkingFolder::about(directory);
            return about && about->projectPath == fullPath(projectPath) && !WorkingFolder::hold(directory);
        });
}

WorkingCopy::WorkingCopy(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}

WorkingCopy::WorkingCopy(WorkingCopy&&) noexcept = default;

WorkingCopy& WorkingCopy::operator=(WorkingCopy&& other) noexcept {
    std::swap(m_state, other.m_state);
    return *this;
}

WorkingCopy::~WorkingCopy() {
    if (m_state != nullptr && (m_state->discarded || !isModified()))
        m_state->folder.clearAway();
}

Result<WorkingCopy> WorkingCopy::create(const std::filesystem::path& stateDirectory) {
    Result<WorkingFolder> folder = WorkingFolder::create(stateDirectory);
    if (!folder)
        return std::unexpected(folder.error());
    const auto database = [&folder]() -> Result<Database> {
        Result<Database> made = openWorkingDatabase(folder->database(), Database::Mode::Create);
        if (!made)
            return made;
        if (Result<void> schema = createSchema(*made); !schema)
            return std::unexpected(schema.error());
        return made;
    };
    Result<Database> made = database();
    if (!made) {
        folder->clearAway();
        return std::unexpected(made.error());
    }
    WorkingCopy copy(
        std::make_unique<State>(State{std::move(*folder), std::move(*made), {}, 0, {}, false, {}}));
    if (Result<void> written = copy.writeAbout(); !written)
        return std::unexpected(written.error());
    return copy;
}

Result<WorkingCopy> WorkingCopy::openFrom(const std::filesystem::path& projectPath,
                                          const std::filesystem::path& stateDirectory) {
    // Taken first: a file that is written while it is read counts as changed by others.
    const std::optional<FileIdentity> identity = identityOf(projectPath);
    const Result<ProjectContent> content = readProject(projectPath, DamagedCheckpoint::Drop);
    if (!content)
        return std::unexpected(content.error());
    Result<WorkingCopy> copy = create(stateDirectory);
    if (!copy)
        return copy;
    copy->m_state->notices = content->notices;
    // What was read goes into tables of our own making: nothing else of a stranger's file gets in.
    copy->m_state->unknown = content->unknown;
    const Result<void> stored = copy->change(
        [&content](Database& database) -> Result<void> {
            if (Result<void> done = storeExperiment(database, content->experiment, content->unknown); !done)
                return done;
            if (Result<void> done = protomind::storeView(database, content->view); !done)
                return done;
            if (!content->runs.empty())
                if (Result<void> done = storeRuns(database, content->runs); !done)
                    return done;
            return content->checkpoint ? storeCheckpoint(database, *content->checkpoint) : Result<void>();
        },
        false);
    copy->m_state->about.projectPath = fullPath(projectPath);
    copy->m_state->about.savedFile = identity;
    const Result<void> written = stored ? copy->writeAbout() : stored;
    if (!written) {
        copy->discard();
        return std::unexpected(written.error());
    }
    return copy;
}

Result<WorkingCopy> WorkingCopy::recover(const Leftover& leftover) {
    Result<WorkingFolder> folder = WorkingFolder::hold(leftover.directory);
    if (!folder)
        return std::unexpected(folder.error());
    Result<Database> database = openWorkingDatabase(folder->database(), Database::Mode::ReadWrite);
    if (!database)
        return std::unexpected(database.error());
    if (Result<void> checked = checkSchema(*database); !checked)
        return std::unexpected(checked.error());
    if (Result<void> upgraded = upgradeSchema(*database); !upgraded)
        return std::unexpected(upgraded.error());
    const Result<std::int64_t> revision = revisionIn(*database);
    if (!revision)
        return std::unexpected(revision.error());
    // A note that was lost with the crash: as if never saved.
    AboutWorkingCopy about = WorkingFolder::about(leftover.directory).value_or(AboutWorkingCopy{});
    about.recoveries += 1;
    // Older than what was saved: a state of its own, which does not replace the file unasked.
    if (*revision < about.savedRevision) {
        about.savedRevision = -1;
        about.savedFile.reset();
    }
    WorkingCopy copy(std::make_unique<State>(
        State{std::move(*folder), std::move(*database), std::move(about), *revision, {}, false, {}}));
    Result<ProjectContent> content = readContent(copy.m_state->database, DamagedCheckpoint::Drop);
    if (!content)
        return std::unexpected(content.error());
    copy.m_state->unknown = std::move(content->unknown);
    if (Result<void> written = copy.writeAbout(); !written)
        return std::unexpected(written.error());
    return copy;
}

Result<ProjectContent> WorkingCopy::content() {
    Result<ProjectContent> content = readContent(m_state->database, DamagedCheckpoint::Drop);
    if (content)
        content->notices.insert(content->notices.begin(), m_state->notices.begin(), m_state->notices.end());
    return content;
}

Result<void> WorkingCopy::change(const std::function<Result<void>(Database&)>& write, bool wantsSaving) {
    Result<Transaction> transaction = Transaction::begin(m_state->database);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (Result<void> written = write(m_state->database); !written)
        return written;
    if (wantsSaving)
        if (Result<void> counted =
                m_state->database.execute("UPDATE meta SET value=value+1 WHERE key='revision'");
            !counted)
            return counted;
    Result<void> committed = transaction->commit();
    if (committed && wantsSaving)
        ++m_state->revision;
    return committed;
}

Result<void> WorkingCopy::store(const Experiment& experiment) {
    return change(
        [&](Database& database) { return storeExperiment(database, experiment, m_state->unknown); });
}

Result<void> WorkingCopy::store(const CheckpointPtr& checkpoint) {
    // A save comes soon after the pause that kept the weights: writing and hashing them again would double
    // it.
    if (m_state->newest.lock() == checkpoint)
        return {};
    const Result<void> stored =
        change([&](Database& database) { return storeCheckpoint(database, *checkpoint); });
    if (stored)
        m_state->newest = checkpoint;
    return stored;
}

Result<void> WorkingCopy::removeCheckpoints() {
    m_state->newest.reset();
    return change([](Database& database) { return protomind::removeCheckpoints(database); });
}

Result<void> WorkingCopy::store(const RunList& runs) {
    return change([&](Database& database) { return storeRuns(database, runs); });
}

Result<void> WorkingCopy::storeView(const nlohmann::json& view) {
    return change([&](Database& database) { return protomind::storeView(database, view); }, false);
}

Result<void> WorkingCopy::writeAbout() {
    return m_state->folder.write(m_state->about);
}

Result<void> WorkingCopy::saveAs(const std::filesystem::path& path, ChangedByOthers changed) {
    DiskFileSystem files;
    return saveAs(path, changed, files);
}

Result<void> WorkingCopy::saveAs(const std::filesystem::path& path, ChangedByOthers changed,
                                 FileSystem& files) {
    return replaceProject(path, changed, files, [this](const std::filesystem::path& fresh) -> Result<void> {
        Result<Statement> vacuum = m_state->database.prepare("VACUUM INTO ?");
        if (!vacuum)
            return std::unexpected(vacuum.error());
        const std::string name = fresh.string();
        return vacuum->bind(1, std::string_view(name)).run();
    });
}

Result<void> WorkingCopy::saveContentAs(const std::filesystem::path& path, const ProjectContent& content,
                                        ChangedByOthers changed) {
    ProjectContent whole = content;
    whole.unknown = m_state->unknown;
    DiskFileSystem files;
    return replaceProject(path, changed, files, [&whole](const std::filesystem::path& fresh) {
        return writeDatabase(fresh, whole);
    });
}

Result<void>
WorkingCopy::replaceProject(const std::filesystem::path& path, ChangedByOthers changed, FileSystem& files,
                            const std::function<Result<void>(const std::filesystem::path&)>& write) {
    const std::filesystem::path target = fullPath(path);
    const bool same = target == m_state->about.projectPath;
    const auto checkUnchanged = [&]() -> Result<void> {
        if (same && changed == ChangedByOthers::Refuse && isChangedByOthers() && files.exists(target))
            return fail(ProblemKind::Input, "Another program has changed this file since it was opened.",
                        path.string(), "Save under another name, or replace it.");
        return {};
    };
    if (Result<void> unchanged = checkUnchanged(); !unchanged)
        return unchanged;
    // Noted for leftovers(), which clears the folder up where this program ends now. Where the note can't be
    // written the next save there does.
    if (target.parent_path() != m_state->about.projectPath.parent_path()) {
        m_state->about.savingTo = target.parent_path();
        std::ignore = writeAbout();
    }
    // Noted as well: where this program ends just after the file is in its place, nobody else has changed it,
    // and all is saved.
    const auto writeAndNote = [&](const std::filesystem::path& fresh) -> Result<void> {
        if (auto written = write(fresh); !written)
            return written;
        if (const std::optional<FileIdentity> ready = identityOf(fresh))
            m_state->about.underWay = SaveUnderWay{target, *ready, m_state->revision};
        std::ignore = writeAbout();
        return checkUnchanged(); // Writing may have taken seconds.
    };
    const Result<void> replaced = replaceFile(files, path, Backup::Keep, writeAndNote);
    const std::optional<SaveUnderWay> ready = std::exchange(m_state->about.underWay, std::nullopt);
    m_state->about.savingTo.clear();
    if (!replaced) {
        // It may be in its place all the same, where only the last step failed.
        if (same && ready && identityOf(target) == ready->file)
            m_state->about.savedFile = ready->file;
        // Or else it would count as saved after a crash, where its file is in its place.
        std::ignore = writeAbout();
        return replaced;
    }
    m_state->about.projectPath = target;
    // Not what is in its place by now: somebody else may have been quick.
    m_state->about.savedFile = ready ? ready->file : identityOf(target);
    m_state->about.savedRevision = m_state->revision;
    m_state->about.recoveries = 0;
    // The project is saved; where only this note can't be, the worst is that it will be offered again after a
    // crash.
    std::ignore = writeAbout();
    return {};
}

bool WorkingCopy::isModified() const {
    return m_state->revision != m_state->about.savedRevision;
}

bool WorkingCopy::isChangedByOthers() const {
    const AboutWorkingCopy& about = m_state->about;
    return !about.projectPath.empty() && identityOf(about.projectPath) != about.savedFile;
}

const std::filesystem::path& WorkingCopy::projectPath() const {
    return m_state->about.projectPath;
}

bool WorkingCopy::isProjectPath(const std::filesystem::path& path) const {
    return !m_state->about.projectPath.empty() && m_state->about.projectPath == fullPath(path);
}

void WorkingCopy::discard() {
    m_state->discarded = true;
}

} // namespace protomind
