// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/gradient_rules.h"

#include "engine/graph/build.h"

#include <numbers>
#include <stdexcept>

namespace protomind {

namespace {

using Grads = std::vector<Node>;

Grads reshapeRule(Node y, Node g) {
    return {reshape(g, y.input(0).shape())};
}

Grads transposeRule(Node y, Node g) {
    const std::vector<int>& order = y.as<PermutationAttributes>().order;
    std::vector<int> inverse(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        inverse[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    return {transpose(g, inverse)};
}

Grads sliceRule(Node y, Node g) {
    const auto& range = y.as<SliceAttributes>();
    PadAttributes pad;
    for (std::size_t a = 0; a < range.begin.size(); ++a) {
        const std::int64_t covered = range.size[a] == 0 ? 0 : (range.size[a] - 1) * range.step[a] + 1;
        pad.before.push_back(range.begin[a]);
        pad.after.push_back(y.input(0).shape()[static_cast<int>(a)] - range.begin[a] - covered);
        pad.interior.push_back(range.step[a] - 1);
    }
    return {protomind::pad(g, pad.before, pad.after, pad.interior)};
}

Grads padRule(Node y, Node g) {
    const auto& pad = y.as<PadAttributes>();
    std::vector<std::int64_t> step;
    for (const std::int64_t interior : pad.interior)
        step.push_back(interior + 1);
    const std::span<const std::int64_t> size = y.input(0).shape().sizes();
    return {slice(g, pad.before, {size.begin(), size.end()}, step)};
}

Grads concatRule(Node y, Node g) {
    const int axis = y.as<AxesAttributes>().axes[0];
    Grads parts;
    std::vector<std::int64_t> begin(static_cast<std::size_t>(y.shape().rank()), 0);
    for (int i = 0; i < y.inputCount(); ++i) {
        const std::span<const std::int64_t> size = y.input(i).shape().sizes();
        parts.push_back(slice(g, begin, {size.begin(), size.end()}));
        begin[static_cast<std::size_t>(axis)] += y.input(i).shape()[axis];
    }
    return parts;
}

/// Where several elements share the maximum they share the gradient.
Grads reduceMaxRule(Node y, Node g) {
    const Node winners = equal(y.input(0), y);
    return {g * winners / reduceSum(winners, y.as<AxesAttributes>().axes)};
}

/// For C = op(A) op(B): dA and dB are products of the same kind with the flags turned (Giles, "Collected
/// matrix derivative results", 2008, section 2.2.2).
Grads matmulRule(Node y, Node g) {
    const auto [left, right] = y.as<MatMulAttributes>();
    const Node a = y.input(0);
    const Node b = y.input(1);
    return {left ? matmul(b, g, right, true) : matmul(g, b, false, !right),
            right ? matmul(g, a, true, left) : matmul(a, g, !left, false)};
}

// Convolution is linear in each of its inputs, and so are its gradients: the three are closed under the chain
// rule.
Grads convolutionRule(Node y, Node g) {
    const auto& c = y.as<ConvolutionAttributes>();
    return {convolutionInputGradient(g, y.input(1), c, y.input(0).shape()),
            convolutionKernelGradient(y.input(0), g, c, y.input(1).shape())};
}
Grads convolutionInputGradientRule(Node y, Node g) {
    const auto& c = y.as<ConvolutionAttributes>();
    return {convolution(g, y.input(1), c), convolutionKernelGradient(g, y.input(0), c, y.input(1).shape())};
}
Grads convolutionKernelGradientRule(Node y, Node g) {
    const auto& c = y.as<ConvolutionAttributes>();
    return {convolutionInputGradient(y.input(1), g, c, y.input(0).shape()), convolution(y.input(0), g, c)};
}

struct Row {
    Op op;
    GradientRule rule;
};

constexpr Row kRules[] = {
    {Op::Negate, [](Node, Node g) { return Grads{-g}; }},
    {Op::Absolute, [](Node y, Node g) { return Grads{g * sign(y.input(0))}; }},
    {Op::Exp, [](Node y, Node g) { return Grads{g * y}; }},
    {Op::Log, [](Node y, Node g) { return Grads{g / y.input(0)}; }},
    {Op::Sqrt, [](Node y, Node g) { return Grads{g * 0.5f / y}; }},
    {Op::Sin, [](Node y, Node g) { return Grads{g * cos(y.input(0))}; }},
    {Op::Cos, [](Node y, Node g) { return Grads{-(g * sin(y.input(0)))}; }},
    {Op::Tanh, [](Node y, Node g) { return Grads{g * (1.0f - y * y)}; }},
    {Op::Sigmoid, [](Node y, Node g) { return Grads{g * (y * (1.0f - y))}; }},
    {Op::Erf,
     [](Node y, Node g) {
         return Grads{g * exp(-square(y.input(0))) * (2.0f * std::numbers::inv_sqrtpi_v<float>)};
     }},
    {Op::Relu, [](Node y, Node g) { return Grads{g * less(constant(y.graph(), 0.0f), y)}; }},
    {Op::Add,
     [](Node, Node g) {
         return Grads{g, g};
     }},
    {Op::Subtract,
     [](Node, Node g) {
         return Grads{g, -g};
     }},
    {Op::Multiply,
     [](Node y, Node g) {
         return Grads{g * y.input(1), g * y.input(0)};
     }},
    {Op::Divide,
     [](Node y, Node g) {
         return Grads{g / y.input(1), -(g * y / y.input(1))};
     }},
    {Op::Power,
     [](Node y, Node g) {
         return Grads{g * y.input(1) * power(y.input(0), y.input(1) - 1.0f), g * y * log(y.input(0))};
     }},
    // Equal inputs share the gradient, as a mean of the two sides.
    {Op::Maximum,
     [](Node y, Node g) {
         const Node tie = 0.5f * equal(y.input(0), y.input(1));
         return Grads{g * (less(y.input(1), y.input(0)) + tie), g * (less(y.input(0), y.input(1)) + tie)};
     }},
    {Op::Minimum,
     [](Node y, Node g) {
         const Node tie = 0.5f * equal(y.input(0), y.input(1));
         return Grads{g * (less(y.input(0), y.input(1)) + tie), g * (less(y.input(1), y.input(0)) + tie)};
     }},
    {Op::Where,
     [](Node y, Node g) {
         const Node zero = constant(y.graph(), 0.0f);
         return Grads{Node(), where(y.input(0), g, zero), where(y.input(0), zero, g)};
     }},
    {Op::ReduceSum, [](Node y, Node g) { return Grads{broadcastTo(g, y.input(0).shape())}; }},
    {Op::ReduceMax, reduceMaxRule},
    {Op::Reshape, reshapeRule},
    {Op::Transpose, transposeRule},
    {Op::BroadcastTo, [](Node, Node g) { return Grads{g}; }},
    {Op::Slice, sliceRule},
    {Op::Pad, padRule},
    {Op::Concat, concatRule},
    {Op::Gather,
     [](Node y, Node g) {
         return Grads{scatterAdd(y.input(1), g, y.input(0).shape()[0]), Node()};
     }},
    {Op::ScatterAdd,
     [](Node y, Node g) {
         return Grads{Node(), gather(g, y.input(0))};
     }},
    {Op::MatMul, matmulRule},
    {Op::Convolution, convolutionRule},
    {Op::ConvolutionInputGradient, convolutionInputGradientRule},
    {Op::ConvolutionKernelGradient, convolutionKernelGradientRule},
    {Op::MaxPool,
     [](Node y, Node g) { return Grads{maxPoolGradient(y.input(0), g, y.as<PoolAttributes>())}; }},
    // Which element has the maximum does not change with the values a little: no gradient to the first input.
    {Op::MaxPoolSelect,
     [](Node y, Node g) {
         return Grads{Node(), maxPoolGradient(y.input(0), g, y.as<PoolAttributes>())};
     }},
    {Op::MaxPoolGradient,
     [](Node y, Node g) {
         return Grads{Node(), maxPoolSelect(y.input(0), g, y.as<PoolAttributes>())};
     }},
    {Op::AveragePool,
     [](Node y, Node g) {
         return Grads{averagePoolGradient(g, y.as<PoolAttributes>(), y.input(0).shape())};
     }},
    {Op::AveragePoolGradient, [](Node y, Node g) { return Grads{averagePool(g, y.as<PoolAttributes>())}; }},
};

} // namespace

GradientRule gradientRule(Op op) {
    for (const Row& row : kRules) {
        if (row.op == op)
            return row.rule;
    }
    throw std::logic_error("gradientRule: " + std::string(info(op).name) + " has no gradient");
}

} // namespace protomind
