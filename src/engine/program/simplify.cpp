// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/program/simplify.h"

#include "engine/graph/build.h"
#include "engine/program/rewrite.h"
#include "engine/program/scalar_math.h"

#include <algorithm>
#include <array>
#include <optional>

namespace protomind {

namespace {

using Inputs = std::span<const Node>;

/// The number that a constant of one element holds.
std::optional<float> single(Node node) {
    if (node.op() != Op::Constant || node.shape().elementCount() != 1)
        return {};
    return node.as<ConstantAttributes>().values->front();
}

bool is(Node node, float value) {
    return single(node) == value;
}

/// Inputs without a stretching that the op would do by itself.
std::vector<Node> withoutStretching(Node old, Inputs inputs) {
    std::vector<Node> bare(inputs.begin(), inputs.end());
    for (Node& node : bare) {
        if (node.op() == Op::BroadcastTo)
            node = node.input(0);
    }
    const auto result = [&] {
        Result<Shape> shape = bare[0].shape();
        for (std::size_t i = 1; i < bare.size() && shape; ++i)
            shape = broadcast(*shape, bare[i].shape());
        return shape;
    };
    for (std::size_t i = 0; i < bare.size() && (!result() || *result() != old.shape()); ++i)
        bare[i] = inputs[i];
    return bare;
}

/// The input that an elementwise op gives back unchanged, where there is one; null otherwise.
Node unchangedInput(Op op, Inputs in) {
    switch (op) {
    case Op::Add:
        return is(in[1], 0) ? in[0] : (is(in[0], 0) ? in[1] : Node());
    case Op::Subtract:
        return is(in[1], 0) ? in[0] : Node();
    case Op::Multiply:
        return is(in[1], 1) ? in[0] : (is(in[0], 1) ? in[1] : Node());
    case Op::Divide:
    case Op::Power:
        return is(in[1], 1) ? in[0] : Node();
    case Op::StopGradient:
        return in[0];
    case Op::Negate:
        return in[0].op() == Op::Negate ? in[0].input(0) : Node();
    default: // none that is known: what is not made simpler is still right
        return {};
    }
}

Node simplerElementwise(Graph& graph, Node old, PointwiseOp op, Inputs stretched) {
    const std::vector<Node> in = withoutStretching(old, stretched);
    if (std::ranges::all_of(in, [](Node node) { return single(node).has_value(); })) {
        const float value = applyElementwise(op, *single(in[0]), in.size() > 1 ? *single(in[1]) : 0.0f,
                                             in.size() > 2 ? *single(in[2]) : 0.0f);
        return constant(graph, old.shape(),
                        std::vector<float>(static_cast<std::size_t>(old.shape().elementCount()), value));
    }
    if (const Node same = unchangedInput(old.op(), in); same && same.shape() == old.shape())
        return same;
    if (old.op() == Op::Power && is(in[1], 2))
        return broadcastTo(in[0] * in[0], old.shape());
    if (old.op() == Op::Add && in[1].op() == Op::Negate)
        return in[0] - in[1].input(0);
    return copyNode(graph, old, in);
}

Node simplerTranspose(Graph& graph, Node old, Node x) {
    std::vector<int> order = old.as<PermutationAttributes>().order;
    if (x.op() == Op::Transpose) {
        for (int& axis : order)
            axis = x.as<PermutationAttributes>().order[static_cast<std::size_t>(axis)];
        x = x.input(0);
    }
    if (std::ranges::is_sorted(order))
        return x;
    return graph.add(Op::Transpose, std::array{x}, PermutationAttributes{order});
}

/// Whether a node turns the last two axes and nothing else: a product can do that while it reads.
bool turnsMatrices(Node node) {
    if (node.op() != Op::Transpose || node.shape().rank() < 2)
        return false;
    std::vector<int> order = node.as<PermutationAttributes>().order;
    std::swap(order[order.size() - 1], order[order.size() - 2]);
    return std::ranges::is_sorted(order);
}

Node simplerMatmul(Node old, Node a, Node b) {
    auto [left, right] = old.as<MatMulAttributes>();
    if (turnsMatrices(a)) {
        a = a.input(0);
        left = !left;
    }
    if (turnsMatrices(b)) {
        b = b.input(0);
        right = !right;
    }
    return matmul(a, b, left, right);
}

Node simpler(Graph& graph, Node old, Inputs in) {
    if (const auto* op = loweredAs<PointwiseOp>(old.op()); op && !in.empty())
        return simplerElementwise(graph, old, *op, in);
    switch (old.op()) {
    case Op::Reshape:
        return reshape(in[0].op() == Op::Reshape ? in[0].input(0) : in[0], old.shape());
    case Op::BroadcastTo:
        return broadcastTo(in[0].op() == Op::BroadcastTo ? in[0].input(0) : in[0], old.shape());
    case Op::Transpose:
        return simplerTranspose(graph, old, in[0]);
    case Op::ReduceSum:
    case Op::ReduceMax:
        return in[0].shape() == old.shape() ? in[0] : copyNode(graph, old, in);
    case Op::MatMul:
        return simplerMatmul(old, in[0], in[1]);
    default: // as it is: what is not made simpler is still right
        return copyNode(graph, old, in);
    }
}

} // namespace

Computation simplify(const Computation& computation) {
    return rewrite(computation, simpler);
}

} // namespace protomind
