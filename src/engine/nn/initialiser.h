// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

#include <cstdint>
#include <string>

namespace protomind {

/// Where weights start. Glorot and Bengio, AISTATS 2010, eq. 16 (uniform); He et al., ICCV 2015, eq. 10
/// (normal).
enum class InitialiserKind {
    Zeros,
    Ones,
    Constant,
    Normal,
    Glorot,
    He,
    /// The biases of an LSTM's four gates: 1 for the forget gate, the second, and 0 for the others
    /// (Jozefowicz et al., ICML 2015, section 2.2): a memory that starts by remembering.
    ForgetGateOnes,
};

/// The standard deviation of weights that start as plain normal numbers, where a layer does not say another.
inline constexpr float kNormalDeviation = 0.05f;

struct Initialiser {
    InitialiserKind kind = InitialiserKind::Zeros;
    std::int64_t fanIn = 1;
    std::int64_t fanOut = 1;
    float value = 0.0f; ///< Constant: the value; Normal: the standard deviation
};

/// Random first weights; of those that are Normal, kNormalDeviation is the deviation.
[[nodiscard]] Initialiser randomWeights(InitialiserKind kind, std::int64_t fanIn, std::int64_t fanOut);

/// A node with the first values of a variable: a function of seed and stream alone.
Node initialValue(Graph& graph, const Shape& shape, const Initialiser& initialiser, std::uint64_t seed,
                  std::uint64_t stream);

} // namespace protomind
