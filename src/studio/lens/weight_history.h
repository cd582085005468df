// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance/variable_store.h"

#include <cstdint>
#include <deque>

namespace protomind {

/// Some of the numbers of a weight at a moment of training.
struct WeightSnapshot {
    std::int64_t step = 0;
    std::vector<float> values; ///< of a large weight evenly picked ones
};

/// How weights were in the course of a training, to be looked at later: a bounded number of moments, evenly
/// spread over all of it, and of large weights a fair part of their numbers.
class WeightHistory {
public:
    static constexpr std::size_t kMostSnapshots = 64;
    static constexpr std::size_t kMostValues = 4096;

    /// Keeps every weight of rank 2 or more as it is. Steps only grow; at one that is kept already, and where
    /// the device failed, nothing.
    void record(std::int64_t step, const VariableStore& variables);
    void clear() { m_moments.clear(), m_every = 1, m_offered = 0; }

    /// Of a variable by its name, oldest first; empty where nothing is known.
    [[nodiscard]] std::vector<WeightSnapshot> of(const std::string& variable) const;

private:
    struct Moment {
        std::int64_t step = 0;
        std::map<std::string, std::vector<float>> values;
    };
    std::deque<Moment> m_moments;
    std::int64_t m_every = 1; ///< of the moments that are offered, which ones are kept
    std::int64_t m_offered = 0;
};

} // namespace protomind
