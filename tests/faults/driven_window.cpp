// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/driven_window.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <tuple>
#include <unistd.h>
#include <utility>

#include "faults/built_programs.h"
#include "faults/traced_program.h"

namespace protomind {

namespace {

void becomeProgram(const std::vector<std::string>& words, const std::filesystem::path& folder) {
    std::vector<char*> pointers;
    for (const std::string& word : words)
        pointers.push_back(const_cast<char*>(word.c_str()));
    pointers.push_back(nullptr);
    const std::string home = folder.string();
    ::setenv("HOME", home.c_str(), 1);
    for (const auto& [name, place] :
         {std::pair{"XDG_STATE_HOME", "/state"}, std::pair{"XDG_CONFIG_HOME", "/config"},
          std::pair{"XDG_CACHE_HOME", "/cache"}, std::pair{"XDG_DATA_HOME", "/data"}})
        ::setenv(name, (home + place).c_str(), 1);
    ::setenv("LC_ALL", "C.UTF-8", 1);
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    ::setenv("QT_PLUGIN_PATH", kHandPlugins, 1);
    ::setenv("QT_QPA_GENERIC_PLUGINS", "hand", 1);
    ::setenv("ASAN_OPTIONS", tracedSanitizerOptions, 1);
    ::execvp(pointers[0], pointers.data());
    ::_exit(127);
}

} // namespace

DrivenWindow::DrivenWindow(const std::vector<std::string>& words, const std::filesystem::path& folder) {
    std::array<int, 2> input{};
    std::array<int, 2> output{};
    if (::pipe2(input.data(), O_CLOEXEC) != 0 || ::pipe2(output.data(), O_CLOEXEC) != 0)
        return;
    std::signal(SIGPIPE, SIG_IGN); // A program that has ended takes no more lines.
    m_program = ::fork();
    if (m_program == 0) {
        std::signal(SIGPIPE, SIG_DFL);
        ::setpgid(0, 0);
        ::dup2(input[0], STDIN_FILENO);
        ::dup2(output[1], STDOUT_FILENO);
        ::dup2(::open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);
        becomeProgram(words, folder);
    }
    ::setpgid(m_program, m_program); // A group of its own, whoever comes first.
    ::close(input[0]);
    ::close(output[1]);
    m_input = input[1];
    m_output = output[0];
}

DrivenWindow::~DrivenWindow() {
    ::close(m_input);
    waitForEnd();
    ::close(m_output);
}

bool DrivenWindow::does(const std::string& line) {
    const std::string sent = line + "\n";
    if (::write(m_input, sent.data(), sent.size()) != static_cast<ssize_t>(sent.size()))
        return false;
    for (char letter = 0; letter != '\n';) {
        pollfd answer{m_output, POLLIN, 0};
        if (::poll(&answer, 1, kPatienceMilliseconds) <= 0 || ::read(m_output, &letter, 1) != 1)
            return false;
    }
    return true;
}

void DrivenWindow::whileFrozen(const std::function<void()>& look) {
    int status = 0;
    ::kill(m_program, SIGSTOP);
    if (::waitpid(m_program, &status, WUNTRACED) == m_program && !WIFSTOPPED(status))
        m_program = -1; // It has ended.
    look();
    if (m_program > 0)
        ::kill(m_program, SIGCONT);
}

void DrivenWindow::kill() {
    if (m_program > 0) // -1 would be everybody.
        ::kill(m_program, SIGKILL);
    waitForEnd();
}

bool DrivenWindow::wasKilled(int patienceMilliseconds) {
    std::array<char, 256> rest{};
    for (ssize_t count = 1; count > 0; count = ::read(m_output, rest.data(), rest.size())) {
        // Its output ends when it does.
        pollfd end{m_output, POLLIN, 0};
        if (::poll(&end, 1, patienceMilliseconds) <= 0) {
            // What strace has started is not to outlive it.
            if (m_program > 0)
                ::kill(-m_program, SIGKILL);
            waitForEnd();
            return false;
        }
    }
    int status = 0;
    if (m_program <= 0 || ::waitpid(std::exchange(m_program, -1), &status, 0) < 0)
        return false;
    // strace ends as its program did.
    return (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) ||
           (WIFEXITED(status) && WEXITSTATUS(status) == 128 + SIGKILL);
}

void DrivenWindow::waitForEnd() {
    if (m_program > 0)
        std::ignore = ::waitpid(std::exchange(m_program, -1), nullptr, 0);
}

} // namespace protomind
