// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "studio/course/live_state.h"

#include <optional>
#include <string>

namespace protomind {

/// A condition, and what it must give: none where it is not known.
template<class T>
struct Expected {
    std::string text;
    std::optional<T> value;
};

/// Writes conditions of every form over a state, and works out their values as it goes, without a tree.
class RandomExpression {
public:
    RandomExpression(const LiveState& state, RandomStream& random)
        : m_state(state)
        , m_random(random) {}

    [[nodiscard]] Expected<bool> truth() { return disjunction(kDepth); }
    [[nodiscard]] Expected<double> number() { return sum(kDepth); }

private:
    static constexpr int kDepth = 3;

    Expected<bool> disjunction(int depth);
    Expected<bool> conjunction(int depth);
    Expected<bool> negation(int depth);
    Expected<bool> condition(int depth);
    Expected<double> sum(int depth);
    Expected<double> product(int depth);
    Expected<double> operand(int depth);
    Expected<double> constant();
    std::string blank() { return std::string(m_random.below(3), ' '); }
    bool rarely() { return m_random.below(3) == 0; }

    const LiveState& m_state;
    RandomStream& m_random;
};

/// A state with known and unknown values in it.
[[nodiscard]] LiveState sampleState();

} // namespace protomind
