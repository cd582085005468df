// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/initialiser.h"

#include "engine/graph/build.h"

#include <array>
#include <cmath>

namespace protomind {

namespace {

Node filled(Graph& graph, const Shape& shape, float value) {
    return broadcastTo(constant(graph, value), shape);
}

} // namespace

Initialiser randomWeights(InitialiserKind kind, std::int64_t fanIn, std::int64_t fanOut) {
    return {kind, fanIn, fanOut, kind == InitialiserKind::Normal ? kNormalDeviation : 0.0f};
}

Node initialValue(Graph& graph, const Shape& shape, const Initialiser& initialiser, std::uint64_t seed,
                  std::uint64_t stream) {
    const auto fanIn = static_cast<double>(initialiser.fanIn);
    const auto fanOut = static_cast<double>(initialiser.fanOut);
    switch (initialiser.kind) {
    case InitialiserKind::Zeros:
        return filled(graph, shape, 0.0f);
    case InitialiserKind::Ones:
        return filled(graph, shape, 1.0f);
    case InitialiserKind::Constant:
        return filled(graph, shape, initialiser.value);
    case InitialiserKind::Normal:
        return randomNormal(graph, shape, seed, stream) * initialiser.value;
    case InitialiserKind::Glorot: {
        const double limit = std::sqrt(6.0 / (fanIn + fanOut));
        return (randomUniform(graph, shape, seed, stream) - 0.5f) * static_cast<float>(2 * limit);
    }
    case InitialiserKind::He:
        return randomNormal(graph, shape, seed, stream) * static_cast<float>(std::sqrt(2.0 / fanIn));
    case InitialiserKind::ForgetGateOnes: {
        const Shape gate = shape.with(0, shape[0] / 4);
        const std::array gates{filled(graph, gate, 0.0f), filled(graph, gate, 1.0f),
                               filled(graph, gate, 0.0f), filled(graph, gate, 0.0f)};
        return concat(gates, 0);
    }
    }
    require(false, "initialValue: unknown kind");
    return {};
}

} // namespace protomind
