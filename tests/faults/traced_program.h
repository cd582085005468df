// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <filesystem>
#include <string>
#include <vector>

namespace protomind {

/// ASAN_OPTIONS of a program under strace, in which leaks can't be looked for. For its signal stacks see
/// scripts/test.
inline constexpr const char* tracedSanitizerOptions = "detect_leaks=0:use_sigaltstack=0";

/// A call of the system that a program made: its name, and the how manieth of that name it was, from 1.
struct SystemCall {
    std::string name;
    int number = 0;
    auto operator<=>(const SystemCall&) const = default;
};

struct TracedRun {
    int status = 0;      ///< that of exit(); -1 where a signal ended the program
    bool killed = false; ///< by SIGKILL
    std::string output;
};

/// A program under strace, which can kill it or make up errors at any of its calls.
class TracedProgram {
public:
    /// Whether strace is there and may trace.
    [[nodiscard]] static bool isPossible();

    /// words: the program and its arguments. Logs lie in scratch.
    TracedProgram(std::vector<std::string> words, std::filesystem::path scratch)
        : m_words(std::move(words))
        , m_scratch(std::move(scratch)) {}

    /// The calls between its two marks, in order; empty where the run was not a success.
    [[nodiscard]] std::vector<SystemCall> calls() const;
    /// The same for a program that makes no marks: see callsInto().
    [[nodiscard]] std::vector<SystemCall> callsInto(const std::filesystem::path& folder) const;
    [[nodiscard]] TracedRun killedAt(const SystemCall& call) const;
    /// error: "ENOSPC". persistent: all later calls of that name fail as well.
    [[nodiscard]] TracedRun failingAt(const SystemCall& call, const std::string& error,
                                      bool persistent) const;

    // What to start for a program that has to be talked to while it runs.
    [[nodiscard]] std::vector<std::string> wordsLoggingTo(const std::filesystem::path& log) const;
    [[nodiscard]] std::vector<std::string> wordsKilledAt(const SystemCall& call) const;

private:
    [[nodiscard]] std::vector<std::string> words(const std::vector<std::string>& straceOptions) const;
    [[nodiscard]] TracedRun run(const std::vector<std::string>& straceOptions) const;

    std::vector<std::string> m_words;
    std::filesystem::path m_scratch;
};

/// Whether it asks something of the disk; the rest is memory, time and chance.
[[nodiscard]] bool isDiskCall(const SystemCall& call);

/// In a log of strace's: what one thread asked of the disk, from the first call that makes something in a
/// folder to the last that names it. strace counts each thread's calls by themselves and the first to come to
/// a number is hit: calls that another thread had made as many of are left out.
[[nodiscard]] std::vector<SystemCall> callsInto(const std::filesystem::path& folder,
                                                const std::filesystem::path& log);

/// At most so many of each name, spread out evenly, the first and the last among them.
[[nodiscard]] std::vector<SystemCall> sampled(const std::vector<SystemCall>& calls, std::size_t ofEachName);

} // namespace protomind
