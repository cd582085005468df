// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/sandbox/child_process.h"

#include "studio/exchange/sandbox/answer/problem_text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace protomind {

namespace {

using Clock = std::chrono::steady_clock;

/// An open file that is closed with it.
class Descriptor {
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor) {}
    Descriptor(Descriptor&&) = delete;
    ~Descriptor() {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] int release() { return std::exchange(m_descriptor, -1); }

private:
    int m_descriptor;
};

/// What a started program finds: two open files, no others, no signals that are held back or ignored.
class SpawnPlan {
public:
    SpawnPlan(int input, int output) {
        posix_spawn_file_actions_init(&m_files);
        posix_spawn_file_actions_adddup2(&m_files, input, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&m_files, output, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&m_files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&m_files, STDERR_FILENO + 1);
        posix_spawnattr_init(&m_attributes);
        sigset_t signals;
        sigemptyset(&signals);
        posix_spawnattr_setsigmask(&m_attributes, &signals);
        sigfillset(&signals);
        posix_spawnattr_setsigdefault(&m_attributes, &signals);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    SpawnPlan(SpawnPlan&&) = delete;
    ~SpawnPlan() {
        posix_spawn_file_actions_destroy(&m_files);
        posix_spawnattr_destroy(&m_attributes);
    }

    /// 0, or the number of the error.
    [[nodiscard]] int start(pid_t& process, const std::filesystem::path& program,
                            std::string argument) const {
        std::string name = program.filename().string();
        const std::array<char*, 3> arguments{name.data(), argument.data(), nullptr};
        std::vector<std::string> settings = environment();
        std::vector<char*> pointers;
        for (std::string& setting : settings)
            pointers.push_back(setting.data());
        pointers.push_back(nullptr);
        return posix_spawn(&process, program.c_str(), &m_files, &m_attributes, arguments.data(),
                           pointers.data());
    }

private:
    /// HDF5 loads no plugins; everything else would be of no use to it.
    static std::vector<std::string> environment() {
        std::vector<std::string> settings{"HDF5_PLUGIN_PRELOAD=::"};
        if (const char* libraries = std::getenv("LD_LIBRARY_PATH"))
            settings.push_back(std::string("LD_LIBRARY_PATH=") + libraries);
        return settings;
    }

    posix_spawn_file_actions_t m_files{};
    posix_spawnattr_t m_attributes{};
};

} // namespace

std::expected<ChildProcess, int> ChildProcess::start(const std::filesystem::path& program,
                                                     const std::string& argument, int input,
                                                     std::chrono::milliseconds time) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return std::unexpected(errno);
    Descriptor output(ends[0]);
    const Descriptor written(ends[1]);
    // Where the program's own standard files are closed, one of these could have the number of one of them.
    const Descriptor inputCopy(::fcntl(input, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
    const Descriptor writtenCopy(::fcntl(written.get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
    if (inputCopy.get() < 0 || writtenCopy.get() < 0)
        return std::unexpected(errno);
    pid_t process = -1;
    if (const int error = SpawnPlan(inputCopy.get(), writtenCopy.get()).start(process, program, argument);
        error != 0)
        return std::unexpected(error);
    return ChildProcess(process, output.release(), Clock::now() + time);
}

ChildProcess::~ChildProcess() {
    if (m_process > 0)
        static_cast<void>(reap());
    if (m_output >= 0)
        ::close(m_output);
}

bool ChildProcess::waitFor(int descriptor) const {
    pollfd waiting{.fd = descriptor, .events = POLLIN, .revents = 0};
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_deadline - Clock::now()).count();
        if (left <= 0)
            return false;
        const int found = ::poll(&waiting, 1, static_cast<int>(std::min<std::int64_t>(left, 1'000'000)));
        if (found > 0)
            return true;
        if (found < 0 && errno != EINTR)
            return false;
    }
}

bool ChildProcess::read(char* buffer, std::size_t size) {
    for (std::size_t done = 0; done < size;) {
        if (!waitFor(m_output))
            return false;
        const auto count = ::read(m_output, buffer + done, size - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        done += static_cast<std::size_t>(count);
    }
    return true;
}

int ChildProcess::reap() {
    ::kill(m_process, SIGKILL);
    int status = 0;
    pid_t waited = -1;
    do {
        waited = ::waitpid(m_process, &status, 0);
    } while (waited < 0 && errno == EINTR);
    m_process = -1;
    return waited < 0 ? SIGKILL : status; // somebody else has taken it: a program that minds no children
}

ChildEnd ChildProcess::end() {
    // A program whose end we can't wait for (an old system) is ended at once.
    const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, m_process, 0)));
    const bool ended = handle.get() >= 0 && waitFor(handle.get());
    const bool late = !ended && Clock::now() >= m_deadline;
    const int status = reap();
    if (late || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU))
        return ChildEnd::Late;
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGSYS ? ChildEnd::Forbidden : ChildEnd::Crashed;
    // 127 is what the loader says where a library is missing.
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    return code == 126 || code == 127 || code == kUnknownParser ? ChildEnd::Unable : ChildEnd::Exited;
}

} // namespace protomind
