// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"

#include <numbers>
#include <numeric>

namespace protomind {

namespace {

Node unary(Op op, Node x) {
    return x.graph().add(op, std::array{x});
}
Node binary(Op op, Node a, Node b) {
    return a.graph().add(op, std::array{a, b});
}

Node reduce(Op op, Node x, std::vector<int> axes) {
    if (axes.empty()) {
        axes.resize(static_cast<std::size_t>(x.shape().rank()));
        std::iota(axes.begin(), axes.end(), 0);
    }
    return x.graph().add(op, std::array{x}, AxesAttributes{std::move(axes)});
}

} // namespace

Node input(Graph& graph, std::string name, const Shape& shape) {
    return graph.add(Op::Input, {}, LeafAttributes{std::move(name), shape});
}
Node variable(Graph& graph, std::string name, const Shape& shape) {
    return graph.add(Op::Variable, {}, LeafAttributes{std::move(name), shape});
}
Node constant(Graph& graph, float value) {
    return constant(graph, Shape(), {value});
}
Node constant(Graph& graph, const Shape& shape, std::vector<float> values) {
    return graph.add(
        Op::Constant, {},
        ConstantAttributes{shape, std::make_shared<const std::vector<float>>(std::move(values))});
}
Node randomUniform(Graph& graph, const Shape& shape, std::uint64_t seed, std::uint64_t stream) {
    return graph.add(Op::RandomUniform, {}, RandomAttributes{shape, seed, stream});
}
Node randomNormal(Graph& graph, const Shape& shape, std::uint64_t seed, std::uint64_t stream) {
    const Node radius = sqrt(-2.0f * log(1.0f - randomUniform(graph, shape, seed, 2 * stream)));
    return radius *
           cos(randomUniform(graph, shape, seed, 2 * stream + 1) * (2.0f * std::numbers::pi_v<float>));
}

Node negate(Node x) {
    return unary(Op::Negate, x);
}
Node absolute(Node x) {
    return unary(Op::Absolute, x);
}
Node sign(Node x) {
    return unary(Op::Sign, x);
}
Node exp(Node x) {
    return unary(Op::Exp, x);
}
Node log(Node x) {
    return unary(Op::Log, x);
}
Node sqrt(Node x) {
    return unary(Op::Sqrt, x);
}
Node sin(Node x) {
    return unary(Op::Sin, x);
}
Node cos(Node x) {
    return unary(Op::Cos, x);
}
Node tanh(Node x) {
    return unary(Op::Tanh, x);
}
Node sigmoid(Node x) {
    return unary(Op::Sigmoid, x);
}
Node erf(Node x) {
    return unary(Op::Erf, x);
}
Node relu(Node x) {
    return unary(Op::Relu, x);
}
Node stopGradient(Node x) {
    return unary(Op::StopGradient, x);
}
Node square(Node x) {
    return x * x;
}
Node power(Node x, Node exponent) {
    return binary(Op::Power, x, exponent);
}
Node maximum(Node a, Node b) {
    return binary(Op::Maximum, a, b);
}
Node minimum(Node a, Node b) {
    return binary(Op::Minimum, a, b);
}
Node less(Node a, Node b) {
    return binary(Op::Less, a, b);
}
Node equal(Node a, Node b) {
    return binary(Op::Equal, a, b);
}
Node where(Node condition, Node yes, Node no) {
    return condition.graph().add(Op::Where, std::array{condition, yes, no});
}
Node operator+(Node a, Node b) {
    return binary(Op::Add, a, b);
}
Node operator-(Node a, Node b) {
    return binary(Op::Subtract, a, b);
}
Node operator*(Node a, Node b) {
    return binary(Op::Multiply, a, b);
}
Node operator/(Node a, Node b) {
    return binary(Op::Divide, a, b);
}
Node operator-(Node a) {
    return negate(a);
}
Node operator+(Node a, float b) {
    return a + constant(a.graph(), b);
}
Node operator-(Node a, float b) {
    return a - constant(a.graph(), b);
}
Node operator*(Node a, float b) {
    return a * constant(a.graph(), b);
}
Node operator/(Node a, float b) {
    return a / constant(a.graph(), b);
}
Node operator+(float a, Node b) {
    return constant(b.graph(), a) + b;
}
Node operator-(float a, Node b) {
    return constant(b.graph(), a) - b;
}
Node operator*(float a, Node b) {
    return constant(b.graph(), a) * b;
}
Node operator/(float a, Node b) {
    return constant(b.graph(), a) / b;
}

Node reduceSum(Node x, std::vector<int> axes) {
    return reduce(Op::ReduceSum, x, std::move(axes));
}
Node reduceMean(Node x, std::vector<int> axes) {
    const Node sum = reduceSum(x, std::move(axes));
    const auto count =
        static_cast<float>(x.shape().elementCount() / std::max<std::int64_t>(1, sum.shape().elementCount()));
    return sum * (1.0f / count);
}
Node reduceMax(Node x, std::vector<int> axes) {
    return reduce(Op::ReduceMax, x, std::move(axes));
}
Node argMax(Node x, int axis) {
    return reduce(Op::ArgMax, x, {axis});
}

Node reshape(Node x, const Shape& shape) {
    return x.shape() == shape ? x : x.graph().add(Op::Reshape, std::array{x}, ShapeAttributes{shape});
}
Node alias(Node x) {
    return x.graph().add(Op::Reshape, std::array{x}, ShapeAttributes{x.shape()});
}
Node transpose(Node x, std::vector<int> order) {
    return x.graph().add(Op::Transpose, std::array{x}, PermutationAttributes{std::move(order)});
}
Node broadcastTo(Node x, const Shape& shape) {
    return x.shape() == shape ? x : x.graph().add(Op::BroadcastTo, std::array{x}, ShapeAttributes{shape});
}
Node slice(Node x, std::vector<std::int64_t> begin, std::vector<std::int64_t> size,
           std::vector<std::int64_t> step) {
    if (step.empty())
        step.assign(size.size(), 1);
    return x.graph().add(Op::Slice, std::array{x},
                         SliceAttributes{std::move(begin), std::move(size), std::move(step)});
}
Node pad(Node x, std::vector<std::int64_t> before, std::vector<std::int64_t> after,
         std::vector<std::int64_t> interior, float value) {
    if (interior.empty())
        interior.assign(before.size(), 0);
    return x.graph().add(Op::Pad, std::array{x},
                         PadAttributes{std::move(before), std::move(after), std::move(interior), value});
}
Node concat(std::span<const Node> parts, int axis) {
    require(!parts.empty(), "concat: nothing to join");
    return parts.front().graph().add(Op::Concat, parts, AxesAttributes{{axis}});
}
Node gather(Node table, Node indices) {
    return binary(Op::Gather, table, indices);
}
Node scatterAdd(Node indices, Node values, std::int64_t rows) {
    return indices.graph().add(Op::ScatterAdd, std::array{indices, values}, ScatterAttributes{rows});
}

Node matmul(Node a, Node b, bool transposeLeft, bool transposeRight) {
    return a.graph().add(Op::MatMul, std::array{a, b}, MatMulAttributes{transposeLeft, transposeRight});
}
Node convolution(Node image, Node kernel, const ConvolutionAttributes& attributes) {
    return image.graph().add(Op::Convolution, std::array{image, kernel}, attributes);
}
Node convolutionInputGradient(Node gradient, Node kernel, ConvolutionAttributes attributes,
                              const Shape& image) {
    attributes.resultShape = image;
    return gradient.graph().add(Op::ConvolutionInputGradient, std::array{gradient, kernel}, attributes);
}
Node convolutionKernelGradient(Node image, Node gradient, ConvolutionAttributes attributes,
                               const Shape& kernel) {
    attributes.resultShape = kernel;
    return image.graph().add(Op::ConvolutionKernelGradient, std::array{image, gradient}, attributes);
}

Node maxPool(Node image, const PoolAttributes& attributes) {
    return image.graph().add(Op::MaxPool, std::array{image}, attributes);
}
Node maxPoolSelect(Node image, Node values, const PoolAttributes& attributes) {
    return image.graph().add(Op::MaxPoolSelect, std::array{image, values}, attributes);
}
Node maxPoolGradient(Node image, Node gradient, const PoolAttributes& attributes) {
    return image.graph().add(Op::MaxPoolGradient, std::array{image, gradient}, attributes);
}
Node averagePool(Node image, const PoolAttributes& attributes) {
    return image.graph().add(Op::AveragePool, std::array{image}, attributes);
}
Node averagePoolGradient(Node gradient, PoolAttributes attributes, const Shape& image) {
    attributes.resultShape = image;
    return gradient.graph().add(Op::AveragePoolGradient, std::array{gradient}, attributes);
}

} // namespace protomind
