// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/gradient.h"
#include "engine/composition_cases.h"
#include "engine/device/reference/evaluate.h"
#include "engine/op_cases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace protomind {
namespace {

/// The largest tensor whose gradient is compared element by element.
constexpr std::int64_t kMostElements = 3000;
/// A tensor of more elements is moved along directions that change all of them at once, and a few elements
/// are compared by themselves.
constexpr std::size_t kAllCompared = 16;
constexpr std::size_t kFewCompared = 4;
constexpr int kDirections = 4;

NamedValues valuesOf(const OpCase& one) {
    NamedValues named;
    for (std::size_t i = 0; i < one.leaves.size(); ++i) {
        const std::vector<float> values = leafValues(one.leaves[i], i);
        named["x" + std::to_string(i)] = {values.begin(), values.end()};
    }
    return named;
}

/// A scalar that weighs every element of a result differently, so that no error cancels.
Node weighted(Graph& graph, Node result) {
    RandomStream random(5);
    std::vector<float> weights(static_cast<std::size_t>(result.shape().elementCount()));
    for (float& weight : weights)
        weight = random.uniform(0.5f, 1.5f);
    return reduceSum(result * constant(graph, result.shape(), std::move(weights)));
}

/// The central difference of y where the leaf is moved along a direction.
double slope(Node y, NamedValues named, const std::string& name, const std::vector<double>& direction) {
    constexpr double kStep = 1e-6;
    const std::vector<double> middle = named.at(name);
    std::vector<double>& x = named.at(name);
    const auto at = [&](double step) {
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = middle[i] + step * direction[i];
        return evaluate(std::array{y}, named).front().front();
    };
    return (at(kStep) - at(-kStep)) / (2 * kStep);
}

void expectGradient(Node y, Node leaf, Node analytic, const std::string& name, const NamedValues& named) {
    const std::vector<double> gradients = evaluate(std::array{analytic}, named).front();
    const std::size_t count = named.at(name).size();
    ASSERT_EQ(gradients.size(), count);
    double scale = 1e-2;
    for (const double g : gradients)
        scale = std::max(scale, std::abs(g));
    const std::size_t stride = count <= kAllCompared ? 1 : count / kFewCompared;
    for (std::size_t i = 0; i < count; i += stride) {
        std::vector<double> alone(count);
        alone[i] = 1;
        EXPECT_NEAR(gradients[i], slope(y, named, name, alone), 1e-4 * scale)
            << leaf.shape().text() << " element " << i;
    }
    if (stride == 1)
        return;
    // Every element has a share of its own in every direction: a wrong one shows unless all of them are blind
    // to it.
    RandomStream random(7);
    for (int round = 0; round < kDirections; ++round) {
        std::vector<double> direction(count);
        std::ranges::generate(direction, [&] { return random.uniform(-1, 1); });
        const double expected =
            std::inner_product(gradients.begin(), gradients.end(), direction.begin(), 0.0);
        EXPECT_NEAR(expected, slope(y, named, name, direction), 1e-4 * scale)
            << leaf.shape().text() << " direction " << round;
    }
}

class GradientRules : public testing::TestWithParam<OpCase> {};

TEST_P(GradientRules, AgreeWithCentralDifferences) {
    const OpCase& one = GetParam();
    Graph graph;
    const std::vector<Node> leaves = makeLeaves(graph, one);
    const Node y = weighted(graph, one.build(graph, leaves));
    const std::vector<Node> gradients = gradient(y, leaves);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        if (one.leaves[i].smooth)
            expectGradient(y, leaves[i], gradients[i], "x" + std::to_string(i), valuesOf(one));
    }
}

/// The gradient of a weighted sum of the gradient: what gradient penalties and saliency of saliency need.
TEST_P(GradientRules, AgreeWithCentralDifferencesOfGradients) {
    const OpCase& one = GetParam();
    Graph graph;
    const std::vector<Node> leaves = makeLeaves(graph, one);
    const Node result = one.build(graph, leaves);
    const std::vector<Node> first = gradient(weighted(graph, result * result), leaves);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        if (!one.leaves[i].smooth)
            continue;
        const Node y = weighted(graph, first[i]);
        const std::vector<Node> second = gradient(y, leaves);
        expectGradient(y, leaves[i], second[i], "x" + std::to_string(i), valuesOf(one));
    }
}

std::vector<OpCase> differentiableCases() {
    std::vector<OpCase> cases;
    std::vector<OpCase> all = opCases();
    std::vector<OpCase> composed = compositionCases();
    std::ranges::move(composed, std::back_inserter(all));
    for (OpCase& one : all) {
        std::int64_t elements = 0;
        for (const OpCase::Leaf& leaf : one.leaves)
            elements += leaf.shape.elementCount();
        if (info(one.op).differentiable && elements <= kMostElements)
            cases.push_back(std::move(one));
    }
    return cases;
}

INSTANTIATE_TEST_SUITE_P(All, GradientRules, testing::ValuesIn(differentiableCases()),
                         [](const auto& test) { return test.param.name; });

TEST(Gradient, OfWhatDoesNotDependIsZero) {
    Graph graph;
    const Node x = input(graph, "x0", Shape{3});
    const Node z = input(graph, "x1", Shape{2, 2});
    const std::vector<Node> gradients = gradient(reduceSum(x), std::array{x, z});
    const NamedValues named{{"x0", {1, 2, 3}}, {"x1", {1, 2, 3, 4}}};
    EXPECT_EQ(evaluate(gradients, named), (std::vector<std::vector<double>>{{1, 1, 1}, {0, 0, 0, 0}}));
}

TEST(Gradient, AddsUpOverAllPaths) {
    Graph graph;
    const Node x = input(graph, "x0", Shape{});
    const Node y = x * x + sin(x) * x; // 2x + cos(x) x + sin(x)
    const double at = 0.7;
    const double expected = 2 * at + std::cos(at) * at + std::sin(at);
    EXPECT_NEAR(evaluate(gradient(y, std::array{x}), {{"x0", {at}}}).front().front(), expected, 1e-12);
}

TEST(Gradient, StopsWhereItIsTold) {
    Graph graph;
    const Node x = input(graph, "x0", Shape{});
    const Node y = x * stopGradient(x);
    EXPECT_EQ(evaluate(gradient(y, std::array{x}), {{"x0", {3}}}).front().front(), 3.0);
}

TEST(Gradient, StartsFromTheGivenSeed) {
    Graph graph;
    const Node x = input(graph, "x0", Shape{3});
    const Node seed = constant(graph, Shape{3}, {1, 10, 100});
    EXPECT_EQ(evaluate(gradient(x * 2.0f, std::array{x}, seed), {{"x0", {1, 2, 3}}}).front(),
              (std::vector<double>{2, 20, 200}));
}

} // namespace
} // namespace protomind
