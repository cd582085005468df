// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "studio/network/analysis.h"

#include <optional>
#include <string>

namespace protomind {

/// The worst problem of a layer, the one that its card shows; null where all is well.
[[nodiscard]] const NetworkProblem* worstProblem(const Analysis& analysis, LayerId layer);

/// Goes from problem to problem, round and round. Remembers where it was by what the problem says, so that
/// fixing one on the way leads on to the next.
class ProblemWalk {
public:
    /// Null where there is none.
    [[nodiscard]] const NetworkProblem* step(const Analysis& analysis, int by);

private:
    Sentence m_last;
    std::size_t m_index = 0;
    bool m_begun = false;
};

} // namespace protomind
