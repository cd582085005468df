// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/traced_program.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace protomind {

namespace {

TracedRun runProgram(const std::vector<std::string>& words, const std::filesystem::path& output) {
    std::vector<char*> pointers;
    for (const std::string& word : words)
        pointers.push_back(const_cast<char*>(word.c_str()));
    pointers.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        const int file = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        const int nothing = ::open("/dev/null", O_WRONLY);
        ::dup2(file, STDOUT_FILENO);
        ::dup2(nothing, STDERR_FILENO);
        ::setenv("ASAN_OPTIONS", tracedSanitizerOptions, 1);
        ::execvp(pointers[0], pointers.data());
        ::_exit(127);
    }
    int status = 0;
    TracedRun run{-1, false, {}};
    if (child < 0 || ::waitpid(child, &status, 0) != child)
        return run;
    run.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    // strace ends as its program did.
    run.killed = (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) || run.status == 128 + SIGKILL;
    std::ostringstream text;
    text << std::ifstream(output).rdbuf();
    run.output = text.str();
    return run;
}

/// The name in a line of strace's, "1234 openat(AT_FDCWD, ..."; empty in lines about anything else.
std::string callIn(const std::string& line) {
    const std::size_t from = line.find_first_not_of("0123456789 ");
    const std::size_t to = line.find('(');
    if (from == std::string::npos || to == std::string::npos || to < from)
        return {};
    const std::string name = line.substr(from, to - from);
    return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos
               ? name
               : std::string();
}

struct LoggedCall {
    std::string thread;
    SystemCall call;
    std::string line;
};

std::vector<LoggedCall> callsIn(const std::filesystem::path& log) {
    std::vector<LoggedCall> calls;
    std::map<std::pair<std::string, std::string>, int> counts;
    std::ifstream file(log);
    for (std::string line; std::getline(file, line);) {
        const std::string name = callIn(line);
        if (name.empty())
            continue;
        const std::string thread = line.substr(0, line.find(' '));
        const int number = ++counts[{thread, name}];
        calls.push_back({thread, {name, number}, line});
    }
    return calls;
}

/// So sanitizers try what can be read.
bool isOfPipe(const LoggedCall& logged) {
    return logged.line.find("<pipe:[") != std::string::npos;
}

constexpr std::array kDiskCalls = {
    "openat", "creat",     "read",       "pread64",    "write",    "pwrite64", "writev",
    "fsync",  "fdatasync", "ftruncate",  "fallocate",  "rename",   "renameat", "renameat2",
    "link",   "linkat",    "unlink",     "unlinkat",   "close",    "mkdir",    "mkdirat",
    "rmdir",  "fchmod",    "fcntl",      "flock",      "sendfile", "lseek",    "stat",
    "statx",  "fstat",     "newfstatat", "getdents64", "lstat",    "access",   "copy_file_range"};

} // namespace

bool isDiskCall(const SystemCall& call) {
    return std::ranges::find(kDiskCalls, call.name) != kDiskCalls.end();
}

std::vector<SystemCall> callsInto(const std::filesystem::path& folder, const std::filesystem::path& log) {
    const std::vector<LoggedCall> calls = callsIn(log);
    const auto names = [&](const LoggedCall& logged) {
        return logged.line.find(folder.string() + "/") != std::string::npos;
    };
    const auto first = std::ranges::find_if(calls, [&](const LoggedCall& logged) {
        return names(logged) && logged.line.find("O_CREAT") != std::string::npos;
    });
    if (first == calls.end())
        return {};
    auto last = first;
    for (auto call = first; call != calls.end(); ++call)
        if (call->thread == first->thread && names(*call))
            last = call;
    std::map<SystemCall, std::string> hit; // which thread comes to a number first
    for (const LoggedCall& logged : calls)
        hit.try_emplace(logged.call, logged.thread);
    std::vector<SystemCall> result;
    for (auto call = first; call <= last; ++call)
        if (call->thread == first->thread && isDiskCall(call->call) && !isOfPipe(*call) &&
            hit.at(call->call) == first->thread)
            result.push_back(call->call);
    return result;
}

bool TracedProgram::isPossible() {
    return runProgram({"strace", "-f", "-o", "/dev/null", "true"}, "/dev/null").status == 0;
}

std::vector<std::string> TracedProgram::words(const std::vector<std::string>& straceOptions) const {
    std::vector<std::string> words = {"strace", "-f", "-qq"};
    words.insert(words.end(), straceOptions.begin(), straceOptions.end());
    words.insert(words.end(), m_words.begin(), m_words.end());
    return words;
}

TracedRun TracedProgram::run(const std::vector<std::string>& straceOptions) const {
    return runProgram(words(straceOptions), m_scratch / "output");
}

std::vector<std::string> TracedProgram::wordsLoggingTo(const std::filesystem::path& log) const {
    // -y: with the files that descriptors stand for.
    return words({"-y", "-o", log.string()});
}

std::vector<std::string> TracedProgram::wordsKilledAt(const SystemCall& call) const {
    return words({"-o", "/dev/null", "-e", "trace=" + call.name, "-e",
                  "inject=" + call.name + ":signal=KILL:when=" + std::to_string(call.number)});
}

std::vector<SystemCall> TracedProgram::calls() const {
    const std::filesystem::path log = m_scratch / "calls";
    if (runProgram(wordsLoggingTo(log), m_scratch / "output").status != 0)
        return {};
    std::vector<SystemCall> result;
    bool between = false;
    for (const LoggedCall& logged : callsIn(log)) {
        if (logged.line.find("/protomind-mark/") != std::string::npos)
            between = !between;
        else if (between && !isOfPipe(logged))
            result.push_back(logged.call);
    }
    return result;
}

std::vector<SystemCall> TracedProgram::callsInto(const std::filesystem::path& folder) const {
    const std::filesystem::path log = m_scratch / "calls";
    if (runProgram(wordsLoggingTo(log), m_scratch / "output").status != 0)
        return {};
    return protomind::callsInto(folder, log);
}

TracedRun TracedProgram::killedAt(const SystemCall& call) const {
    return runProgram(wordsKilledAt(call), m_scratch / "output");
}

TracedRun TracedProgram::failingAt(const SystemCall& call, const std::string& error, bool persistent) const {
    return run({"-o", "/dev/null", "-e", "trace=" + call.name, "-e",
                "inject=" + call.name + ":error=" + error + ":when=" + std::to_string(call.number) +
                    (persistent ? "+" : "")});
}

std::vector<SystemCall> sampled(const std::vector<SystemCall>& calls, std::size_t ofEachName) {
    std::map<std::string, std::vector<SystemCall>> byName;
    for (const SystemCall& call : calls)
        byName[call.name].push_back(call);
    std::vector<SystemCall> result;
    for (const auto& [name, same] : byName) {
        const std::size_t count = std::min(same.size(), ofEachName);
        for (std::size_t index = 0; index < count; ++index)
            result.push_back(same[count == 1 ? 0 : index * (same.size() - 1) / (count - 1)]);
    }
    return result;
}

} // namespace protomind
