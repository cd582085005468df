// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace protomind {

/// How a program ended, and what it said.
struct ChildOutcome {
    int status = -1; ///< that of exit(); -1 where it did not end so
    int signal = 0;  ///< that ended it; 0: none
    bool timedOut = false;
    bool wentOn = false; ///< said more, or ended, though it had said enough
    std::string output;  ///< and errors
    /// The last line that is not empty.
    [[nodiscard]] std::string lastLine() const;
};

using Environment = std::vector<std::pair<std::string, std::string>>;

/// Runs a program with more in its environment. Kills it where it has said enough (a text that is not empty
/// is among its words; no signal is told then), or takes longer than anything does.
[[nodiscard]] ChildOutcome runChild(const std::vector<std::string>& words, const Environment& environment,
                                    const std::string& enough = {});

} // namespace protomind
