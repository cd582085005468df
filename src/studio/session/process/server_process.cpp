// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/process/server_process.h"

#include "studio/session/process/session_server.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>

namespace protomind {

namespace {

/// What a server finds: nothing to read, nobody who listens to what it writes, a socket, its own signals.
class ServerPlan {
public:
    explicit ServerPlan(int socket) {
        posix_spawn_file_actions_init(&m_files);
        posix_spawn_file_actions_addopen(&m_files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&m_files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_adddup2(&m_files, socket, kServeDescriptor);
        posix_spawn_file_actions_addclosefrom_np(&m_files, kServeDescriptor + 1);
        posix_spawnattr_init(&m_attributes);
        sigset_t signals;
        sigemptyset(&signals);
        posix_spawnattr_setsigmask(&m_attributes, &signals);
        sigfillset(&signals);
        posix_spawnattr_setsigdefault(&m_attributes, &signals);
        posix_spawnattr_setpgroup(&m_attributes, 0);
        posix_spawnattr_setflags(&m_attributes,
                                 POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ServerPlan(ServerPlan&&) = delete;
    ~ServerPlan() {
        posix_spawn_file_actions_destroy(&m_files);
        posix_spawnattr_destroy(&m_attributes);
    }

    /// 0, or the number of the error.
    [[nodiscard]] int start(pid_t& process, const std::filesystem::path& program) const {
        std::string name = program.filename().string();
        std::string argument = kServeArgument;
        const std::array<char*, 3> arguments{name.data(), argument.data(), nullptr};
        return posix_spawn(&process, program.c_str(), &m_files, &m_attributes, arguments.data(), environ);
    }

private:
    posix_spawn_file_actions_t m_files{};
    posix_spawnattr_t m_attributes{};
};

} // namespace

std::filesystem::path serverProgram() {
    std::error_code error;
    const std::filesystem::path own = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error)
        return {};
    // Never one that does not know the argument: it would begin to do its own work.
    const std::filesystem::path program = own.parent_path() / "protomind";
    return std::filesystem::is_regular_file(program, error) ? program : std::filesystem::path();
}

std::expected<ServerProcess, int> ServerProcess::start(const std::filesystem::path& program) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return std::unexpected(errno);
    FileDescriptor ours(ends[0]);
    const FileDescriptor theirs(ends[1]);
    // A copy onto its own number would be closed: it is one that the server's is not.
    const FileDescriptor copy(::fcntl(theirs.get(), F_DUPFD_CLOEXEC, kServeDescriptor + 1));
    if (!copy.isOpen())
        return std::unexpected(errno);
    pid_t process = -1;
    if (const int error = ServerPlan(copy.get()).start(process, program); error != 0)
        return std::unexpected(error);
    return ServerProcess(process, std::move(ours));
}

ServerProcess::~ServerProcess() {
    if (m_process < 0)
        return;
    kill();
    // Where it does not end even so (in a call of a driver that the system can't interrupt), it stays a
    // process that nobody waits for until this one ends.
    const auto until = std::chrono::steady_clock::now() + kTimeToBeGone;
    while (!hasEnded() && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    static_cast<void>(::waitpid(m_process, nullptr, WNOHANG));
}

bool ServerProcess::hasEnded() const {
    siginfo_t found{};
    // Only looked at: its number is kept.
    return ::waitid(P_PID, static_cast<id_t>(m_process), &found, WEXITED | WNOHANG | WNOWAIT) != 0 ||
           found.si_pid == m_process;
}

void ServerProcess::kill() const {
    ::kill(m_process, SIGKILL);
}

} // namespace protomind
