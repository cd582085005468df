// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"

#include <expected>
#include <string>
#include <utility>

namespace protomind {

/// Whose fault a problem is, and so what a caller can do about it. Mistakes of our own are not problems:
/// they are std::logic_error and end the work that met them.
enum class ProblemKind {
    Request,        ///< the words or values of a request are off
    Input,          ///< a file is missing, damaged, or refused
    Device,         ///< a device is missing or failed
    Memory,         ///< too large for a limit or for the memory there is
    Diverged,       ///< training met a number that is not finite
    Unsupported,    ///< understood, but not something this part can do
    RobustnessLost, ///< adversarial training lost what the network had learned to stand
};

/// One or two sentences that a person can act on: what is wrong, where, and what to do.
struct Problem {
    ProblemKind kind = ProblemKind::Request;
    Sentence sentence; ///< what is wrong
    Sentence where;    ///< file, line, layer or node; empty where there is no such place
    Sentence remedy;   ///< what to do; empty where the sentence already says it

    /// "where: sentence remedy", as printed on standard error.
    [[nodiscard]] std::string text() const;
};

template<class T>
using Result = std::expected<T, Problem>;

[[nodiscard]] inline std::unexpected<Problem> fail(ProblemKind kind, Sentence sentence, Sentence where = {},
                                                   Sentence remedy = {}) {
    return std::unexpected(Problem{kind, std::move(sentence), std::move(where), std::move(remedy)});
}

/// Throws std::logic_error where a condition that our own code guarantees does not hold.
void require(bool condition, const char* what);

} // namespace protomind
