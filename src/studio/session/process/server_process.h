// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/file_descriptor.h"

#include <chrono>
#include <expected>
#include <filesystem>
#include <sys/types.h>

namespace protomind {

/// The program that serves sessions: this one, or for others the one beside them; empty where there is none.
[[nodiscard]] std::filesystem::path serverProgram();

/// How long a process that was killed has for what its drivers have to put away.
inline constexpr std::chrono::milliseconds kTimeToBeGone{200};

/// A program that was started to serve a session (see session_server.h). It does not outlive this, and keys
/// that interrupt this program don't reach it.
class ServerProcess {
public:
    /// Starts it; its end of the socket is in its hands then. Fails with the system's number of the error.
    [[nodiscard]] static std::expected<ServerProcess, int> start(const std::filesystem::path& program);
    ServerProcess(ServerProcess&& other) noexcept
        : m_process(std::exchange(other.m_process, -1))
        , m_socket(std::move(other.m_socket)) {}
    ServerProcess& operator=(ServerProcess&&) = delete;
    /// Ends it. A process that hangs in a driver may not end at once: it is not waited for any longer than
    /// kTimeToBeGone then.
    ~ServerProcess();

    /// Our end of the socket; once.
    [[nodiscard]] FileDescriptor takeSocket() { return std::move(m_socket); }
    [[nodiscard]] pid_t id() const { return m_process; }
    /// Ends it, whatever it does. Its number stays taken until this is gone. From any thread.
    void kill() const;
    /// Whether it has ended. From any thread.
    [[nodiscard]] bool hasEnded() const;

private:
    ServerProcess(pid_t process, FileDescriptor socket)
        : m_process(process)
        , m_socket(std::move(socket)) {}

    pid_t m_process;
    FileDescriptor m_socket;
};

} // namespace protomind
