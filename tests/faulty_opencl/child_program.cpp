// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faulty_opencl/child_program.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "patience.h"

namespace protomind {

namespace {

/// Who says nothing for so long after its last words has stopped; who is slow is taken for one who has.
constexpr int kSilenceMilliseconds = 500;

/// Reads until the other end is closed, enough was said, or patience ends. Gives whether it was closed.
bool listen(int pipe, const std::string& enough, ChildOutcome& outcome) {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::milliseconds(kPatienceMilliseconds);
    std::array<char, 4096> piece{};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        pollfd waiting{pipe, POLLIN, 0};
        if (left <= 0 || ::poll(&waiting, 1, static_cast<int>(left)) == 0) {
            outcome.timedOut = true;
            return false;
        }
        const ssize_t count = ::read(pipe, piece.data(), piece.size());
        if (count <= 0)
            return true;
        outcome.output.append(piece.data(), static_cast<std::size_t>(count));
        if (!enough.empty() && outcome.output.find(enough) != std::string::npos) {
            pollfd more{pipe, POLLIN, 0};
            outcome.wentOn = ::poll(&more, 1, kSilenceMilliseconds) != 0;
            return false;
        }
    }
}

[[noreturn]] void become(const std::vector<std::string>& words, const Environment& environment, int pipe) {
    ::dup2(pipe, STDOUT_FILENO);
    ::dup2(pipe, STDERR_FILENO);
    for (const auto& [name, value] : environment)
        ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> pointers;
    for (const std::string& word : words)
        pointers.push_back(const_cast<char*>(word.c_str()));
    pointers.push_back(nullptr);
    ::execvp(pointers[0], pointers.data());
    ::_exit(127);
}

} // namespace

std::string ChildOutcome::lastLine() const {
    const std::size_t last = output.find_last_not_of('\n');
    if (last == std::string::npos)
        return {};
    const std::size_t before = output.rfind('\n', last);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    return output.substr(begin, last + 1 - begin);
}

ChildOutcome runChild(const std::vector<std::string>& words, const Environment& environment,
                      const std::string& enough) {
    ChildOutcome outcome;
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return outcome;
    const pid_t child = ::fork();
    if (child == 0)
        become(words, environment, ends[1]);
    ::close(ends[1]);
    if (child > 0) {
        const bool closed = listen(ends[0], enough, outcome);
        if (!closed)
            ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        if (WIFEXITED(status))
            outcome.status = WEXITSTATUS(status);
        else if (closed && WIFSIGNALED(status))
            outcome.signal = WTERMSIG(status);
    }
    ::close(ends[0]);
    return outcome;
}

} // namespace protomind
