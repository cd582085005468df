// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/file_system.h"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <random>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <tuple>
#include <unistd.h>
#include <vector>

namespace protomind {

namespace {

constexpr std::string_view kTemporaryPrefix = ".protomind-saving-";
constexpr std::size_t kTemporaryNameLength = kTemporaryPrefix.size() + 8; ///< and eight hexadecimal digits

std::unexpected<Problem> failed(int error, const std::filesystem::path& path) {
    return std::unexpected(diskProblem(error, path));
}

/// Asks again where a signal came in between.
template<class Call>
int uninterrupted(Call call) {
    int result = call();
    while (result < 0 && errno == EINTR)
        result = call();
    return result;
}

/// An open file that is closed when it goes out of scope.
class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, int flags)
        : m_descriptor(uninterrupted([&] { return ::open(path.c_str(), flags | O_CLOEXEC); })) {}
    ~Descriptor() {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

Result<void> syncDescriptor(const std::filesystem::path& path, int flags, bool mayBeImpossible) {
    const Descriptor file(path, flags);
    if (file.get() < 0)
        return failed(errno, path);
    // Some network disks can't sync a folder and say EINVAL: there is nothing more to be had from them.
    if (uninterrupted([&] { return ::fsync(file.get()); }) != 0 && !(mayBeImpossible && errno == EINVAL))
        return failed(errno, path);
    return {};
}

/// The file that a new one takes the place of. What can be told of it before anything is written is told.
Result<std::filesystem::path> placeOf(const std::filesystem::path& target, Backup backup) {
    const std::filesystem::path file = fullPath(target);
    const std::string named = target.string();
    struct stat status {};
    if (::stat(file.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode))
            return fail(ProblemKind::Input, "This is a folder, not a file.", named);
        // A device, for instance: it would be a file from then on.
        if (!S_ISREG(status.st_mode))
            return fail(ProblemKind::Input, "This is not a file but a folder or a device.", named,
                        "Save in another place.");
        // Its folder may take a new file all the same; who protects a file wants it to stay as it is.
        const bool forbidden = ::faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) != 0;
        if (forbidden && errno == EROFS)
            return failed(EROFS, target);
        if (forbidden || (status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0)
            return fail(ProblemKind::Input, "This file is write-protected.", named,
                        "Save under another name.");
    }
    const long longest = ::pathconf(file.parent_path().c_str(), _PC_NAME_MAX);
    const std::size_t length = file.filename().string().size() + (backup == Backup::Keep ? 1 : 0);
    if (longest > 0 && length > static_cast<std::size_t>(longest))
        return failed(ENAMETOOLONG, target);
    return file;
}

/// A problem with one of the files that saving takes, told of the file that a person has named.
Problem asNamed(Problem problem, const std::filesystem::path& file, const std::filesystem::path& target) {
    const std::string folder = file.parent_path().string();
    const std::string temporary = (file.parent_path() / kTemporaryPrefix).string();
    if (problem.where == folder || problem.where.text().starts_with(temporary) ||
        problem.where.text().starts_with(file.string()))
        problem.where = target.string();
    return problem;
}

/// Whether nobody holds a file that is being written. What can't be asked counts as held.
bool isAbandoned(const std::filesystem::path& file) {
    const Descriptor descriptor(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    struct stat status {};
    return descriptor.get() >= 0 && ::fstat(descriptor.get(), &status) == 0 && S_ISREG(status.st_mode) &&
           ::flock(descriptor.get(), LOCK_EX | LOCK_NB) == 0;
}

} // namespace

Problem diskProblem(int error, const std::filesystem::path& path) {
    const std::string place = path.string();
    switch (error) {
    case ENOSPC:
        return {ProblemKind::Input, "There is no room left on the disk.", place,
                "Free some, or save in another place."};
    case EDQUOT:
        return {ProblemKind::Input, "Your share of the disk is used up.", place,
                "Free some of it, or save in another place."};
    case EACCES:
    case EPERM:
        return {ProblemKind::Input, "You may not write here.", place, "Save in another place."};
    case EROFS:
        return {ProblemKind::Input, "This disk can only be read.", place, "Save in another place."};
    case ENOENT:
    case ENOTDIR:
        return {ProblemKind::Input, "There is no such folder.", place, "Save in another place."};
    case ENAMETOOLONG:
        return {ProblemKind::Input, "This name is too long.", place, "Choose a shorter one."};
    default:
        return {ProblemKind::Input, sentence("The disk reports: {}.", std::generic_category().message(error)),
                place, "Save in another place."};
    }
}

TemporaryFile::~TemporaryFile() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool DiskFileSystem::exists(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::exists(std::filesystem::symlink_status(path, error));
}

Result<TemporaryFile> DiskFileSystem::createTemporary(const std::filesystem::path& folder,
                                                      const std::filesystem::path& permissionsOf) {
    std::random_device random;
    for (int attempt = 0;; ++attempt) {
        const std::filesystem::path name = folder / fmt::format("{}{:08x}", kTemporaryPrefix, random());
        // 0666 less the umask, as any program makes a new file.
        const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor < 0 && (errno == EEXIST || errno == EINTR) && attempt < 10)
            continue;
        if (descriptor < 0)
            return failed(errno, folder);
        TemporaryFile file(name, descriptor);
        // Another program that clears litter away may come between these lines: then it has the lock, or the
        // file is gone. Disks without locks refuse; nobody takes the file for litter there.
        struct stat status {};
        const bool taken = ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        if (attempt < 10 && (taken || (::fstat(descriptor, &status) == 0 && status.st_nlink == 0)))
            continue;
        struct stat like {};
        // Disks without permissions refuse, and lose nothing by it.
        if (::stat(permissionsOf.c_str(), &like) == 0)
            std::ignore = ::fchmod(descriptor, (like.st_mode & 0777) | S_IRUSR | S_IWUSR);
        return file;
    }
}

Result<void> DiskFileSystem::sync(const std::filesystem::path& file) {
    return syncDescriptor(file, O_RDONLY, false);
}

Result<void> DiskFileSystem::syncFolder(const std::filesystem::path& folder) {
    return syncDescriptor(folder, O_RDONLY | O_DIRECTORY, true);
}

Result<void> DiskFileSystem::link(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (uninterrupted([&] { return ::link(from.c_str(), to.c_str()); }) == 0)
        return {};
    std::error_code error;
    std::filesystem::copy_file(from, to, error);
    if (error)
        return failed(error.value(), to);
    return sync(to);
}

Result<void> DiskFileSystem::rename(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (uninterrupted([&] { return ::rename(from.c_str(), to.c_str()); }) != 0)
        return failed(errno, to);
    return {};
}

void DiskFileSystem::remove(const std::filesystem::path& file) {
    ::unlink(file.c_str());
}

void removeLitter(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> companions;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(kTemporaryPrefix))
            continue;
        if (name.size() > kTemporaryNameLength)
            companions.push_back(entry->path());
        else if (isAbandoned(entry->path()))
            ::unlink(entry->path().c_str());
    }
    // The second name of an old file (replaceFile) and SQLite's journal are in use only as long as the new
    // file is there beside them.
    for (const std::filesystem::path& companion : companions) {
        const std::string name = companion.filename().string().substr(0, kTemporaryNameLength);
        struct stat status {};
        if (::lstat((folder / name).c_str(), &status) != 0 && errno == ENOENT)
            ::unlink(companion.c_str());
    }
}

std::filesystem::path fullPath(const std::filesystem::path& path) {
    std::error_code error;
    // Made absolute first: a name alone that is not there yet would stay without its folder.
    const std::filesystem::path absolute = std::filesystem::absolute(path, error);
    if (error)
        return path;
    std::filesystem::path full = std::filesystem::weakly_canonical(absolute, error);
    return error ? absolute : full;
}

Result<void> checkReplaceable(FileSystem& files, const std::filesystem::path& target, Backup backup) {
    const Result<std::filesystem::path> file = placeOf(target, backup);
    if (!file)
        return std::unexpected(file.error());
    const Result<TemporaryFile> temporary = files.createTemporary(file->parent_path(), *file);
    if (!temporary)
        return std::unexpected(asNamed(temporary.error(), *file, target));
    files.remove(temporary->path());
    return {};
}

Result<void> replaceFile(FileSystem& files, const std::filesystem::path& target, Backup backup,
                         const std::function<Result<void>(const std::filesystem::path&)>& write) {
    // A link stays a link: what it leads to is replaced.
    const Result<std::filesystem::path> place = placeOf(target, backup);
    if (!place)
        return std::unexpected(place.error());
    const std::filesystem::path& file = *place;
    removeLitter(file.parent_path());
    const Result<TemporaryFile> temporary = files.createTemporary(file.parent_path(), file);
    if (!temporary)
        return std::unexpected(asNamed(temporary.error(), file, target));
    const std::filesystem::path& fresh = temporary->path();
    const std::filesystem::path old = fresh.string() + "~";
    const auto steps = [&]() -> Result<void> {
        if (Result<void> written = write(fresh); !written)
            return written;
        if (Result<void> synced = files.sync(fresh); !synced)
            return synced;
        if (backup == Backup::Keep && files.exists(file)) {
            if (Result<void> linked = files.link(file, old); !linked)
                return linked;
            if (Result<void> renamed = files.rename(old, file.string() + "~"); !renamed)
                return renamed;
        }
        return files.rename(fresh, file);
    };
    const Result<void> replaced = steps();
    // Both are gone where all went well, but for one case: renaming a name of the very same file does
    // nothing.
    files.remove(old);
    // Where its journal could not be removed, SQLite says so and leaves it.
    files.remove(fresh.string() + "-journal");
    if (!replaced) {
        files.remove(fresh);
        return std::unexpected(asNamed(replaced.error(), file, target));
    }
    if (const Result<void> synced = files.syncFolder(file.parent_path()); !synced)
        return std::unexpected(asNamed(synced.error(), file, target));
    return {};
}

Result<void> replaceFiles(FileSystem& files, const std::filesystem::path& folder,
                          std::span<const NewFile> fresh) {
    removeLitter(folder);
    std::vector<TemporaryFile> temporaries;
    const auto written = [&]() -> Result<void> {
        for (const NewFile& file : fresh) {
            const std::filesystem::path target = folder / file.name;
            Result<TemporaryFile> temporary = files.createTemporary(folder, target);
            if (!temporary)
                return std::unexpected(temporary.error());
            temporaries.push_back(std::move(*temporary));
            const std::filesystem::path& place = temporaries.back().path();
            if (Result<void> filled = file.write(place); !filled)
                return std::unexpected(asNamed(filled.error(), place, target));
            if (Result<void> synced = files.sync(place); !synced)
                return std::unexpected(asNamed(synced.error(), place, target));
        }
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            const std::filesystem::path target = folder / fresh[i].name;
            if (Result<void> renamed = files.rename(temporaries[i].path(), target); !renamed)
                return std::unexpected(asNamed(renamed.error(), temporaries[i].path(), target));
        }
        return files.syncFolder(folder);
    }();
    if (!written) {
        for (const TemporaryFile& temporary : temporaries)
            files.remove(temporary.path());
    }
    return written;
}

std::optional<FileIdentity> identityOf(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0)
        return std::nullopt;
    return FileIdentity{status.st_ino, static_cast<std::uint64_t>(status.st_size),
                        status.st_mtim.tv_sec * std::int64_t{1'000'000'000} + status.st_mtim.tv_nsec};
}

} // namespace protomind
