// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/gradient.h"
#include "engine/device/reference/evaluate.h"
#include "engine/graph/build.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

std::vector<double> counted(std::int64_t count, double step) {
    std::vector<double> numbers;
    for (std::int64_t i = 0; i < count; ++i)
        numbers.push_back(std::sin(static_cast<double>(i + 1) * step));
    return numbers;
}

/// How many nodes of an op the gradients need.
int needed(std::span<const Node> gradients, Op op) {
    std::vector<Node> open(gradients.begin(), gradients.end());
    std::vector<int> seen;
    int count = 0;
    while (!open.empty()) {
        const Node node = open.back();
        open.pop_back();
        if (std::ranges::find(seen, node.index()) != seen.end())
            continue;
        seen.push_back(node.index());
        count += node.op() == op ? 1 : 0;
        for (int i = 0; i < node.inputCount(); ++i)
            open.push_back(node.input(i));
    }
    return count;
}

void expectFiniteDifferences(Node y, Node x, Node analytic, NamedValues values) {
    const std::string name = x.as<LeafAttributes>().name;
    const std::vector<double> found = evaluate(std::array{analytic}, values)[0];
    for (std::size_t i = 0; i < found.size(); ++i) {
        constexpr double kStep = 1e-5;
        const auto at = [&](double change) {
            NamedValues moved = values;
            moved.at(name)[i] += change;
            return evaluate(std::array{y}, moved)[0][0];
        };
        EXPECT_NEAR(found[i], (at(kStep) - at(-kStep)) / (2 * kStep), 1e-6) << name << " " << i;
    }
}

TEST(Accumulate, JoinsSlicesThatMakeUpTheWhole) {
    Graph graph;
    const Node x = input(graph, "x", Shape{3, 4});
    const Node y = reduceSum(square(slice(x, {0, 0}, {3, 1})) * exp(slice(x, {0, 3}, {3, 1}))) +
                   reduceSum(tanh(slice(x, {0, 1}, {3, 2})));
    const std::vector<Node> gradients = gradient(y, std::array{x});
    EXPECT_EQ(needed(gradients, Op::Pad), 0);
    EXPECT_EQ(needed(gradients, Op::Concat), 1);
    expectFiniteDifferences(y, x, gradients[0], {{"x", counted(12, 0.7)}});
}

TEST(Accumulate, AddsSlicesThatOverlapOrLeaveGaps) {
    for (const auto& [first, second] : {std::pair{0, 1}, {0, 3}, {1, 3}, {2, 2}}) {
        Graph graph;
        const Node x = input(graph, "x", Shape{5});
        const Node y = reduceSum(square(slice(x, {first}, {2})) * exp(slice(x, {second}, {2})));
        const std::vector<Node> gradients = gradient(y, std::array{x});
        expectFiniteDifferences(y, x, gradients[0], {{"x", counted(5, 0.9)}});
    }
}

TEST(Accumulate, MakesOneProductOfThoseThatShareAWeight) {
    Graph graph;
    const Node w = input(graph, "w", Shape{3, 3});
    const Node b = input(graph, "b", Shape{3});
    Node state = input(graph, "x", Shape{2, 3});
    for (int step = 0; step < 6; ++step)
        state = tanh(matmul(state, w) + b);
    const Node y = reduceSum(square(state));
    const std::vector<Node> gradients = gradient(y, std::array{w, b});
    // Six forward, five back through the states, one for the weight; one sum for the bias and one for y.
    EXPECT_EQ(needed(gradients, Op::MatMul), 6 + 5 + 1);
    EXPECT_EQ(needed(gradients, Op::ReduceSum), 1);
    const NamedValues values{{"w", counted(9, 0.4)}, {"b", counted(3, 0.3)}, {"x", counted(6, 1.1)}};
    expectFiniteDifferences(y, w, gradients[0], values);
    expectFiniteDifferences(y, b, gradients[1], values);
}

} // namespace
} // namespace protomind
