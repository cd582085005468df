// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <filesystem>
#include <string>
#include <sys/types.h>
#include <utility>

namespace protomind {

/// How a program ended.
enum class ChildEnd {
    Exited,    ///< by itself
    Unable,    ///< by itself, before it read anything: it could not begin
    Crashed,   ///< or was ended by somebody else
    Forbidden, ///< by the system, as it asked for something it had no right to
    Late,      ///< as its time was up
};

/// A program that was started to be listened to. It gets one open file as its standard input, nobody reads
/// what it says of errors, and it doesn't outlive this.
class ChildProcess {
public:
    /// The program's only argument, its standard input, and how long it may live. Fails with the system's
    /// number of the error.
    [[nodiscard]] static std::expected<ChildProcess, int> start(const std::filesystem::path& program,
                                                                const std::string& argument, int input,
                                                                std::chrono::milliseconds time);
    ChildProcess(ChildProcess&& other) noexcept
        : m_process(std::exchange(other.m_process, -1))
        , m_output(std::exchange(other.m_output, -1))
        , m_deadline(other.m_deadline) {}
    ChildProcess& operator=(ChildProcess&&) = delete;
    ~ChildProcess();

    /// Fills a buffer with what it writes; false where it writes no more, or its time is up.
    [[nodiscard]] bool read(char* buffer, std::size_t size);
    /// Waits for its end as long as its time goes, then ends it. Once.
    [[nodiscard]] ChildEnd end();

private:
    ChildProcess(pid_t process, int output, std::chrono::steady_clock::time_point deadline)
        : m_process(process)
        , m_output(output)
        , m_deadline(deadline) {}

    /// Whether there is something, or the end, before the time is up.
    [[nodiscard]] bool waitFor(int descriptor) const;
    /// The process is gone afterwards, and what it said is this.
    [[nodiscard]] int reap();

    pid_t m_process; ///< -1: gone
    int m_output;
    std::chrono::steady_clock::time_point m_deadline;
};

} // namespace protomind
