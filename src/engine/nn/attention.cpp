// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/attention.h"

#include "engine/graph/build.h"
#include "engine/graph/compositions.h"

#include <cmath>

namespace protomind {

namespace {

/// Far below every score that a network makes, and finite: exp gives a plain 0.
constexpr float kHidden = -1e9f;

/// [steps, steps]: 0 where the column is not after the row, else kHidden.
Node futureHidden(Graph& graph, std::int64_t steps) {
    std::vector<float> mask(static_cast<std::size_t>(steps * steps), 0.0f);
    for (std::int64_t row = 0; row < steps; ++row)
        for (std::int64_t column = row + 1; column < steps; ++column)
            mask[static_cast<std::size_t>(row * steps + column)] = kHidden;
    return constant(graph, Shape{steps, steps}, std::move(mask));
}

} // namespace

Node scaledDotProductAttention(Node queries, Node keys, Node values, bool causal) {
    const auto size = static_cast<float>(queries.shape().back(0));
    Node scores = matmul(queries, keys, false, true) * (1.0f / std::sqrt(size));
    if (causal)
        scores = scores + futureHidden(queries.graph(), queries.shape().back(1));
    return matmul(softmax(scores), values);
}

Node sinusoidalPositions(Graph& graph, std::int64_t steps, std::int64_t features) {
    std::vector<float> table;
    table.reserve(static_cast<std::size_t>(steps * features));
    for (std::int64_t step = 0; step < steps; ++step)
        for (std::int64_t feature = 0; feature < features; ++feature)
            table.push_back(sinusoidalPosition(step, feature, features));
    return constant(graph, Shape{steps, features}, std::move(table));
}

float sinusoidalPosition(std::int64_t step, std::int64_t feature, std::int64_t features) {
    const double exponent = static_cast<double>(feature / 2 * 2) / static_cast<double>(features);
    const double angle = static_cast<double>(step) / std::pow(10000.0, exponent);
    return static_cast<float>(feature % 2 == 0 ? std::sin(angle) : std::cos(angle));
}

} // namespace protomind
