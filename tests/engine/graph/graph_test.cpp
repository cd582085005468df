// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"

#include <gtest/gtest.h>

#include <set>

namespace protomind {
namespace {

TEST(OpTable, IsCompleteAndNamesAreUnique) {
    std::set<std::string_view> names;
    for (const OpInfo& row : opTable()) {
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_NE(row.shape, nullptr) << row.name;
        EXPECT_EQ(&info(row.op), &row);
        const bool isLeaf = std::holds_alternative<StoredOp>(row.lowering) || row.op == Op::RandomUniform;
        EXPECT_EQ(row.arity == 0, isLeaf) << row.name;
    }
    EXPECT_EQ(names.size(), static_cast<std::size_t>(kOpCount));
}

TEST(Graph, KnowsShapesAndScopes) {
    Graph graph;
    const Node x = input(graph, "x", Shape{5, 3});
    Node y;
    {
        const ScopeGuard scope(graph, "hidden");
        y = relu(matmul(x, variable(graph, "w", Shape{3, 7})));
    }
    const Node z = reduceMean(y, {0});
    EXPECT_EQ(y.shape(), (Shape{5, 7}));
    EXPECT_EQ(y.scope(), "hidden");
    EXPECT_EQ(z.shape(), (Shape{1, 7}));
    EXPECT_EQ(z.scope(), "");
    EXPECT_NE(print(graph).find("= Relu(%2) [5 × 7]  hidden"), std::string::npos) << print(graph);
}

TEST(Graph, RefusesWhatDoesNotFit) {
    Graph graph;
    Graph other;
    const Node x = input(graph, "x", Shape{5, 3});
    EXPECT_THROW(matmul(x, x), std::logic_error);
    EXPECT_THROW(x + input(graph, "y", Shape{4}), std::logic_error);
    EXPECT_THROW(reshape(x, Shape{16}), std::logic_error);
    EXPECT_THROW(transpose(x, {0, 0}), std::logic_error);
    EXPECT_THROW(slice(x, {0, 0}, {5, 4}), std::logic_error);
    EXPECT_THROW(reduceSum(x, {2}), std::logic_error);
    EXPECT_THROW(concat(std::array{x, input(graph, "z", Shape{5, 3, 1})}, 1), std::logic_error);
    EXPECT_THROW(x + input(other, "x", Shape{5, 3}), std::logic_error);
    EXPECT_THROW(constant(graph, Shape{3}, {1, 2}), std::logic_error);
}

TEST(WindowPositions, CountsWhereAWindowFits) {
    EXPECT_EQ(windowPositions(28, 5, 1, 0, 0), 24);
    EXPECT_EQ(windowPositions(28, 2, 2, 0, 0), 14);
    EXPECT_EQ(windowPositions(7, 3, 2, 1, 1), 4);
    EXPECT_EQ(windowPositions(9, 3, 1, 0, 0, 2), 5);
    EXPECT_EQ(windowPositions(3, 5, 1, 0, 0), 0);
}

TEST(ConvolutionShape, SaysTheSizesThatDoNotFit) {
    const std::array inputs{Shape{1, 4, 4, 1}, Shape{5, 5, 1, 2}};
    const Result<Shape> shape = info(Op::Convolution).shape(inputs, ConvolutionAttributes{});
    ASSERT_FALSE(shape);
    EXPECT_NE(shape.error().sentence.find("5 × 5 kernel is larger than its 4 × 4 input"), std::string::npos);
}

} // namespace
} // namespace protomind
