// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace protomind {

/// A call of the system that a program made: its name, and the how manieth of that name it was, from 1.
struct SystemCall {
    std::string name;
    int number = 0;
};

struct TracedRun {
    int status = 0;      ///< that of exit(); -1 where a signal ended the program
    bool killed = false; ///< by SIGKILL
    std::string output;
};

/// fault_subject under strace, which can kill it or make up errors at any of its calls.
class TracedProgram {
public:
    /// Whether strace is there and may trace.
    [[nodiscard]] static bool isPossible();

    TracedProgram(std::vector<std::string> arguments, std::filesystem::path scratch)
        : m_arguments(std::move(arguments))
        , m_scratch(std::move(scratch)) {}

    /// The calls between its two marks, in order; empty where the run was not a success.
    [[nodiscard]] std::vector<SystemCall> calls() const;
    [[nodiscard]] TracedRun killedAt(const SystemCall& call) const;
    /// error: "ENOSPC". persistent: all later calls of that name fail as well.
    [[nodiscard]] TracedRun failingAt(const SystemCall& call, const std::string& error,
                                      bool persistent) const;

private:
    [[nodiscard]] TracedRun run(const std::vector<std::string>& straceOptions) const;

    std::vector<std::string> m_arguments;
    std::filesystem::path m_scratch;
};

/// At most so many of each name, spread out evenly, the first and the last among them.
[[nodiscard]] std::vector<SystemCall> sampled(const std::vector<SystemCall>& calls, std::size_t ofEachName);

} // namespace protomind
