// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/file_system.h"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <random>
#include <sys/stat.h>
#include <system_error>
#include <tuple>
#include <unistd.h>

namespace protomind {

namespace {

std::unexpected<Problem> diskProblem(int error, const std::filesystem::path& path) {
    const std::string place = path.string();
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return fail(ProblemKind::Input, "There is no room left on the disk.", place,
                    "Free some, or save in another place.");
    case EACCES:
    case EPERM:
    case EROFS:
        return fail(ProblemKind::Input, "This folder takes no new files.", place, "Save in another place.");
    case ENOENT:
        return fail(ProblemKind::Input, "There is no such folder.", place, "Save in another place.");
    default:
        return fail(ProblemKind::Input,
                    fmt::format("The disk reports: {}.", std::generic_category().message(error)), place,
                    "Save in another place.");
    }
}

/// An open file that is closed when it goes out of scope.
class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, int flags)
        : m_descriptor(::open(path.c_str(), flags | O_CLOEXEC)) {}
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
        return diskProblem(errno, path);
    // Some network disks can't sync a folder and say EINVAL: there is nothing more to be had from them.
    if (::fsync(file.get()) != 0 && !(mayBeImpossible && errno == EINVAL))
        return diskProblem(errno, path);
    return {};
}

} // namespace

bool DiskFileSystem::exists(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::exists(std::filesystem::symlink_status(path, error));
}

Result<std::filesystem::path> DiskFileSystem::createTemporary(const std::filesystem::path& folder,
                                                              const std::filesystem::path& permissionsOf) {
    // 0666 less the umask, as any program makes a new file.
    std::random_device random;
    for (int attempt = 0;; ++attempt) {
        const std::filesystem::path name = folder / fmt::format(".protomind-saving-{:08x}", random());
        const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor < 0 && errno == EEXIST && attempt < 10)
            continue;
        if (descriptor < 0)
            return diskProblem(errno, folder);
        struct stat like {};
        // Disks without permissions refuse, and lose nothing by it.
        if (::stat(permissionsOf.c_str(), &like) == 0)
            std::ignore = ::fchmod(descriptor, like.st_mode & 0777);
        ::close(descriptor);
        return name;
    }
}

Result<void> DiskFileSystem::sync(const std::filesystem::path& file) {
    return syncDescriptor(file, O_RDONLY, false);
}

Result<void> DiskFileSystem::syncFolder(const std::filesystem::path& folder) {
    return syncDescriptor(folder, O_RDONLY | O_DIRECTORY, true);
}

Result<void> DiskFileSystem::link(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::link(from.c_str(), to.c_str()) == 0)
        return {};
    std::error_code error;
    std::filesystem::copy_file(from, to, error);
    if (error)
        return diskProblem(error.value(), to);
    return sync(to);
}

Result<void> DiskFileSystem::rename(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0)
        return diskProblem(errno, to);
    return {};
}

void DiskFileSystem::remove(const std::filesystem::path& file) {
    ::unlink(file.c_str());
}

Result<void> replaceFile(FileSystem& files, const std::filesystem::path& target, Backup backup,
                         const std::function<Result<void>(const std::filesystem::path&)>& write) {
    // A link stays a link: what it leads to is replaced.
    std::error_code error;
    const std::filesystem::path resolved = std::filesystem::weakly_canonical(target, error);
    const std::filesystem::path file = error ? std::filesystem::absolute(target) : resolved;
    if (std::filesystem::is_directory(file, error))
        return fail(ProblemKind::Input, "This is a folder, not a file.", target.string());

    const Result<std::filesystem::path> fresh = files.createTemporary(file.parent_path(), file);
    if (!fresh)
        return std::unexpected(fresh.error());
    const std::filesystem::path old = fresh->string() + "~";
    const auto steps = [&]() -> Result<void> {
        if (Result<void> written = write(*fresh); !written)
            return written;
        if (Result<void> synced = files.sync(*fresh); !synced)
            return synced;
        if (backup == Backup::Keep && files.exists(file)) {
            if (Result<void> linked = files.link(file, old); !linked)
                return linked;
            if (Result<void> renamed = files.rename(old, file.string() + "~"); !renamed)
                return renamed;
        }
        return files.rename(*fresh, file);
    };
    const Result<void> replaced = steps();
    // Both are gone where all went well, but for one case: renaming a name of the very same file does
    // nothing.
    files.remove(old);
    if (!replaced) {
        files.remove(*fresh);
        return replaced;
    }
    return files.syncFolder(file.parent_path());
}

std::optional<FileIdentity> identityOf(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0)
        return std::nullopt;
    return FileIdentity{status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
                        status.st_mtim.tv_sec * std::int64_t{1'000'000'000} + status.st_mtim.tv_nsec};
}

} // namespace protomind
