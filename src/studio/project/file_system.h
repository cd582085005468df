// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace protomind {

/// What a person should hear about an error number of the system.
[[nodiscard]] Problem diskProblem(int error, const std::filesystem::path& path);

/// A file that is being written and has no name of a person's choice yet. As long as this lives the file is
/// locked: one that nobody holds was left behind by a program that has ended (removeLitter).
class TemporaryFile {
public:
    TemporaryFile(std::filesystem::path path, int descriptor)
        : m_path(std::move(path))
        , m_descriptor(descriptor) {}
    TemporaryFile(TemporaryFile&& other) noexcept
        : m_path(std::move(other.m_path))
        , m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile();

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
    int m_descriptor;
};

/// What is asked of the disk when a file is saved, one call for each step, so that a test can let any of them
/// fail.
class FileSystem {
public:
    virtual ~FileSystem() = default;
    [[nodiscard]] virtual bool exists(const std::filesystem::path& path) = 0;
    /// Makes an empty file of a new name in a folder, with the permissions of another file where that is
    /// there.
    [[nodiscard]] virtual Result<TemporaryFile>
    createTemporary(const std::filesystem::path& folder, const std::filesystem::path& permissionsOf) = 0;
    /// Until the file's bytes have reached the disk.
    [[nodiscard]] virtual Result<void> sync(const std::filesystem::path& file) = 0;
    [[nodiscard]] virtual Result<void> syncFolder(const std::filesystem::path& folder) = 0;
    /// A second name for a file; a copy where the disk has no second names. The new name must be free.
    [[nodiscard]] virtual Result<void> link(const std::filesystem::path& from,
                                            const std::filesystem::path& to) = 0;
    [[nodiscard]] virtual Result<void> rename(const std::filesystem::path& from,
                                              const std::filesystem::path& to) = 0;
    /// Nothing happens where there is no such file.
    virtual void remove(const std::filesystem::path& file) = 0;
};

/// The disk itself.
class DiskFileSystem final : public FileSystem {
public:
    bool exists(const std::filesystem::path& path) override;
    Result<TemporaryFile> createTemporary(const std::filesystem::path& folder,
                                          const std::filesystem::path& permissionsOf) override;
    Result<void> sync(const std::filesystem::path& file) override;
    Result<void> syncFolder(const std::filesystem::path& folder) override;
    Result<void> link(const std::filesystem::path& from, const std::filesystem::path& to) override;
    Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
    void remove(const std::filesystem::path& file) override;
};

enum class Backup {
    Keep, ///< what the file was stays beside it as name~
    None,
};

/// Absolute, and through all links as far as they lead to something.
[[nodiscard]] std::filesystem::path fullPath(const std::filesystem::path& path);

/// Whether replaceFile would find a place for its file, found out as it would do itself: long work that ends
/// with a file asks before it begins. Leaves nothing behind.
[[nodiscard]] Result<void> checkReplaceable(FileSystem& files, const std::filesystem::path& target,
                                            Backup backup);

/// Removes from a folder what programs left behind that ended in the middle of saving there. What a running
/// program is saving stays.
void removeLitter(const std::filesystem::path& folder);

/// Puts a new file in the place of target. At every moment the name stands for the whole old or the whole new
/// file, also if the program or the computer stops; after a failure it is the old one (only where the last
/// step fails, that of syncing the folder, is it the new one already). write fills the empty file that it is
/// given. Litter of ended programs in target's folder is removed on the way. Problems name target, as it is
/// spelled here, for every file that this takes. A file that is write-protected stays.
[[nodiscard]] Result<void>
replaceFile(FileSystem& files, const std::filesystem::path& target, Backup backup,
            const std::function<Result<void>(const std::filesystem::path&)>& write);

/// One of several files that belong together.
struct NewFile {
    std::string name; ///< in their folder
    std::function<Result<void>(const std::filesystem::path&)>
        write; ///< fills the empty file that it is given
};
/// Puts files into a folder that is there, in the places of older ones of their names: none has its name
/// before all are written, and after a failure until then all old ones are as they were. Files of other names
/// stay.
[[nodiscard]] Result<void> replaceFiles(FileSystem& files, const std::filesystem::path& folder,
                                        std::span<const NewFile> fresh);

/// What tells a file from another, or from what it was before someone wrote it. The number of its disk is no
/// part of it: many disks have another one after each start of the computer.
struct FileIdentity {
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t modifiedNanoseconds = 0;
    bool operator==(const FileIdentity&) const = default;
};
/// None where there is no such file.
[[nodiscard]] std::optional<FileIdentity> identityOf(const std::filesystem::path& file);

} // namespace protomind
