// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

namespace protomind::onnxread {

/// Ends the reading of a file; caught by networkOfOnnx.
struct Refusal {
    Problem problem;
};

[[noreturn]] inline void refuse(Sentence what, Sentence where = {}, Sentence remedy = {}) {
    throw Refusal{{ProblemKind::Input, std::move(what), std::move(where), std::move(remedy)}};
}

template<class T>
T orRefuse(Result<T> result, const Sentence& where = {}) {
    if (!result) {
        Problem problem = std::move(result.error());
        if (problem.where.empty())
            problem.where = where;
        throw Refusal{std::move(problem)};
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace protomind::onnxread
