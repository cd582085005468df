// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/problems/problem_walk.h"

#include <algorithm>

namespace protomind {

const NetworkProblem* worstProblem(const Analysis& analysis, LayerId layer) {
    const NetworkProblem* worst = nullptr;
    for (const NetworkProblem& problem : analysis.problems)
        if (problem.layer == layer && (worst == nullptr || problem.severity < worst->severity))
            worst = &problem;
    return worst;
}

const NetworkProblem* ProblemWalk::step(const Analysis& analysis, int by) {
    const auto count = std::ptrdiff_t(analysis.problems.size());
    if (count == 0) {
        m_begun = false;
        return nullptr;
    }
    const auto last = std::ranges::find(analysis.problems, m_last, &NetworkProblem::sentence);
    std::ptrdiff_t next = by > 0 ? 0 : count - 1;
    if (m_begun && last != analysis.problems.end())
        next = (last - analysis.problems.begin() + by + count) % count;
    else if (m_begun) // It was fixed: the one in its place is the next.
        next = std::min(std::ptrdiff_t(m_index), count - 1);
    m_begun = true;
    m_index = std::size_t(next);
    m_last = analysis.problems[m_index].sentence;
    return &analysis.problems[m_index];
}

} // namespace protomind
