// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/working_folder.h"

#include "studio/network/json_reader.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <random>
#include <sys/file.h>
#include <tuple>
#include <unistd.h>
#include <utility>

namespace protomind {

namespace {

constexpr const char* kAboutFile = "about.json";
constexpr const char* kLockFile = "lock";

std::filesystem::path parentOf(const std::filesystem::path& stateDirectory) {
    return stateDirectory / "working-copies";
}

/// A descriptor that holds the lock of a folder; -1 where another has it or there is none.
int lockIn(const std::filesystem::path& directory, int flags) {
    const int lock = ::open((directory / kLockFile).c_str(), O_RDWR | O_CLOEXEC | flags, 0600);
    if (lock >= 0 && ::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock);
        return -1;
    }
    return lock;
}

/// Holds a folder of folders while something in it comes or goes.
class FolderLock {
public:
    explicit FolderLock(const std::filesystem::path& folder)
        : m_descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        if (m_descriptor >= 0)
            std::ignore = ::flock(m_descriptor, LOCK_EX); // Where there are no locks, it goes without.
    }
    ~FolderLock() {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int m_descriptor;
};

std::unexpected<Problem> unusable(const std::filesystem::path& directory, const Sentence& why) {
    return fail(ProblemKind::Input, sentence("The folder for unsaved work can't be used: {}.", why),
                directory.string(), "Free some room there, or set XDG_STATE_HOME to another folder.");
}

nlohmann::json asJson(const FileIdentity& identity) {
    return {identity.inode, identity.size, identity.modifiedNanoseconds};
}

FileIdentity identityIn(const nlohmann::json& json) {
    const std::size_t at = json.size() == 4 ? 1 : 0; // Earlier versions wrote the disk's number first.
    return {json.at(at).get<std::uint64_t>(), json.at(at + 1).get<std::uint64_t>(),
            json.at(at + 2).get<std::int64_t>()};
}

// Names of files are bytes, which JSON texts need not be.

nlohmann::json asJson(const std::filesystem::path& path) {
    const std::string name = path.string();
    return std::vector<unsigned char>(name.begin(), name.end());
}

std::filesystem::path pathIn(const nlohmann::json& json) {
    const auto bytes = json.get<std::vector<unsigned char>>();
    return std::string(bytes.begin(), bytes.end());
}

nlohmann::json asJson(const SaveUnderWay& save) {
    return {{"path", asJson(save.path)}, {"file", asJson(save.file)}, {"revision", save.revision}};
}

SaveUnderWay saveIn(const nlohmann::json& json) {
    return {pathIn(json.at("path")), identityIn(json.at("file")), json.at("revision").get<std::int64_t>()};
}

/// What became of a save that was under way when the note was written.
void settle(AboutWorkingCopy& about) {
    const std::optional<SaveUnderWay> save = std::exchange(about.underWay, std::nullopt);
    if (!save || identityOf(save->path) != save->file)
        return;
    about.projectPath = save->path;
    about.savedFile = save->file;
    about.savedRevision = save->revision;
    about.recoveries = 0;
}

} // namespace

Result<WorkingFolder> WorkingFolder::create(const std::filesystem::path& stateDirectory) {
    const std::filesystem::path parent = parentOf(stateDirectory);
    std::error_code error;
    std::filesystem::create_directories(parent, error);
    if (error)
        return unusable(parent, error.message());
    std::filesystem::permissions(parent, std::filesystem::perms::owner_all, error);
    std::random_device random;
    const std::string name = fmt::format("{:08x}{:08x}", random(), random());
    // all() sees the folder only once it has its lock.
    const FolderLock whileHidden(parent);
    const std::filesystem::path hidden = parent / ("." + name);
    std::filesystem::create_directory(hidden, error);
    if (error)
        return unusable(parent, error.message());
    const int lock = lockIn(hidden, O_CREAT);
    if (lock >= 0)
        std::filesystem::rename(hidden, parent / name, error);
    if (lock >= 0 && !error)
        return WorkingFolder(parent / name, lock);
    if (lock >= 0)
        ::close(lock);
    std::error_code ignored;
    std::filesystem::remove_all(hidden, ignored);
    return unusable(parent, error ? error.message() : "no lock can be had");
}

void WorkingFolder::removeLitter(const std::filesystem::path& stateDirectory) {
    const FolderLock lock(parentOf(stateDirectory));
    std::error_code error;
    std::vector<std::filesystem::path> hidden;
    for (std::filesystem::directory_iterator entry(parentOf(stateDirectory), error), end;
         !error && entry != end; entry.increment(error))
        if (entry->path().filename().string().starts_with('.'))
            hidden.push_back(entry->path());
    for (const std::filesystem::path& folder : hidden) {
        // One that is being removed is held by its program.
        const int held = lockIn(folder, 0);
        if (held >= 0 || !std::filesystem::exists(folder / kLockFile, error))
            std::filesystem::remove_all(folder, error);
        if (held >= 0)
            ::close(held);
    }
}

Result<WorkingFolder> WorkingFolder::hold(const std::filesystem::path& directory) {
    const int lock = lockIn(directory, 0);
    if (lock < 0)
        return fail(ProblemKind::Input, "This unsaved work is open in another window.", directory.string());
    return WorkingFolder(directory, lock);
}

std::vector<std::filesystem::path> WorkingFolder::all(const std::filesystem::path& stateDirectory) {
    std::vector<std::filesystem::path> result;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(parentOf(stateDirectory), error), end;
         !error && entry != end; entry.increment(error))
        if (!entry->path().filename().string().starts_with('.') && entry->is_directory(error))
            result.push_back(entry->path());
    return result;
}

WorkingFolder::WorkingFolder(WorkingFolder&& other) noexcept
    : m_directory(std::move(other.m_directory))
    , m_lock(std::exchange(other.m_lock, -1)) {}

WorkingFolder& WorkingFolder::operator=(WorkingFolder&& other) noexcept {
    std::swap(m_directory, other.m_directory);
    std::swap(m_lock, other.m_lock);
    return *this;
}

WorkingFolder::~WorkingFolder() {
    if (m_lock >= 0)
        ::close(m_lock);
}

Result<void> WorkingFolder::write(const AboutWorkingCopy& about) const {
    nlohmann::json json = {{"saved_revision", about.savedRevision}, {"recoveries", about.recoveries}};
    if (about.savedFile)
        json["saved_file"] = asJson(*about.savedFile);
    if (about.underWay)
        json["under_way"] = asJson(*about.underWay);
    json["project"] = asJson(about.projectPath);
    if (!about.savingTo.empty())
        json["saving_to"] = asJson(about.savingTo);
    DiskFileSystem files;
    return replaceFile(files, m_directory / kAboutFile, Backup::None,
                       [&json](const std::filesystem::path& fresh) -> Result<void> {
                           std::ofstream file(fresh);
                           file << json.dump();
                           file.close();
                           if (!file)
                               return unusable(fresh, "writing failed");
                           return {};
                       });
}

Result<AboutWorkingCopy> WorkingFolder::about(const std::filesystem::path& directory) {
    const std::filesystem::path path = directory / kAboutFile;
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const Result<nlohmann::json> json = readJson(text);
    if (!json)
        return std::unexpected(json.error());
    try {
        AboutWorkingCopy about;
        about.savedRevision = json->at("saved_revision").get<std::int64_t>();
        about.recoveries = json->at("recoveries").get<int>();
        about.projectPath = pathIn(json->at("project"));
        if (json->contains("saving_to"))
            about.savingTo = pathIn(json->at("saving_to"));
        if (json->contains("saved_file"))
            about.savedFile = identityIn(json->at("saved_file"));
        if (json->contains("under_way"))
            about.underWay = saveIn(json->at("under_way"));
        settle(about);
        return about;
    } catch (const nlohmann::json::exception&) {
        return fail(ProblemKind::Input, "This note about unsaved work is damaged.", path.string());
    }
}

void WorkingFolder::clearAway() {
    // Half a folder is never seen by all(): a program that ends meanwhile leaves it to removeLitter().
    std::error_code error;
    const std::filesystem::path hidden = m_directory.parent_path() / ("." + m_directory.filename().string());
    std::filesystem::rename(m_directory, hidden, error);
    std::filesystem::remove_all(error ? m_directory : hidden, error);
}

} // namespace protomind
