// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

namespace protomind::reader {

/// Ends the parsing of a file; caught by the parser itself.
struct Refusal {
    Problem problem;
};

[[noreturn]] inline void refuse(ProblemKind kind, Sentence what, Sentence where = {}, Sentence remedy = {}) {
    throw Refusal{{kind, std::move(what), std::move(where), std::move(remedy)}};
}

} // namespace protomind::reader
