// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/file_system.h"

#include <functional>
#include <tuple>

namespace protomind {

/// The program's end, in the middle of saving.
struct Killed {};

/// The disk, but the call of a number fails or is the last that is made. afterEach sees the disk after every
/// call.
class FailingFileSystem final : public FileSystem {
public:
    enum class Failure {
        Error,         ///< the call does nothing and says so
        ErrorFromThen, ///< so do all that follow
        KillBefore,    ///< the program ends before the call
        KillAfter,     ///< ... after it
    };
    FailingFileSystem(int failingCall, Failure failure)
        : m_failingCall(failingCall)
        , m_failure(failure) {}

    std::function<void()> afterEach = [] {};
    [[nodiscard]] int calls() const { return m_calls; }

    bool exists(const std::filesystem::path& path) override { return m_disk.exists(path); }
    Result<TemporaryFile> createTemporary(const std::filesystem::path& folder,
                                          const std::filesystem::path& like) override {
        return call<Result<TemporaryFile>>([&] { return m_disk.createTemporary(folder, like); });
    }
    Result<void> sync(const std::filesystem::path& file) override {
        return call<Result<void>>([&] { return m_disk.sync(file); });
    }
    Result<void> syncFolder(const std::filesystem::path& folder) override {
        return call<Result<void>>([&] { return m_disk.syncFolder(folder); });
    }
    Result<void> link(const std::filesystem::path& from, const std::filesystem::path& to) override {
        return call<Result<void>>([&] { return m_disk.link(from, to); });
    }
    Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
        return call<Result<void>>([&] { return m_disk.rename(from, to); });
    }
    void remove(const std::filesystem::path& file) override {
        std::ignore = call<Result<void>>([&]() -> Result<void> {
            m_disk.remove(file);
            return {};
        });
    }

private:
    template<class R, class Work>
    R call(Work work) {
        const int number = m_calls++;
        const bool now = number == m_failingCall;
        if (now && m_failure == Failure::KillBefore)
            throw Killed();
        if ((now && m_failure == Failure::Error) ||
            (number >= m_failingCall && m_failure == Failure::ErrorFromThen))
            return fail(ProblemKind::Input, "The disk reports an error.");
        R result = work();
        afterEach();
        if (now && m_failure == Failure::KillAfter)
            throw Killed();
        return result;
    }

    DiskFileSystem m_disk;
    int m_failingCall;
    Failure m_failure;
    int m_calls = 0;
};

} // namespace protomind
