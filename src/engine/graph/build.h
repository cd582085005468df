// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

#include <span>
#include <string>
#include <vector>

/// The functions that build graphs. Shapes are checked as nodes are made; a misfit throws std::logic_error.
namespace protomind {

// leaves
Node input(Graph& graph, std::string name, const Shape& shape);
Node variable(Graph& graph, std::string name, const Shape& shape);
Node constant(Graph& graph, float value);
Node constant(Graph& graph, const Shape& shape, std::vector<float> values);
/// Uniform in [0, 1), new in every run: element i of run r is word i mod 4 of
/// philox({i / 4, r low, r high, stream}, seed), the upper 24 bits.
Node randomUniform(Graph& graph, const Shape& shape, std::uint64_t seed, std::uint64_t stream);
/// Standard normal from two uniforms (Box and Muller, 1958); uses streams 2 * stream and 2 * stream + 1.
Node randomNormal(Graph& graph, const Shape& shape, std::uint64_t seed, std::uint64_t stream);

// elementwise; shapes broadcast
Node negate(Node x);
Node absolute(Node x);
Node sign(Node x);
Node exp(Node x);
Node log(Node x);
Node sqrt(Node x);
Node sin(Node x);
Node cos(Node x);
Node tanh(Node x);
Node sigmoid(Node x);
Node erf(Node x);
Node relu(Node x);
/// x itself, but as a constant to gradients.
Node stopGradient(Node x);
Node square(Node x);
Node power(Node x, Node exponent);
Node maximum(Node a, Node b);
Node minimum(Node a, Node b);
/// 1 where a < b, else 0.
Node less(Node a, Node b);
/// 1 where a == b, else 0.
Node equal(Node a, Node b);
/// yes where condition != 0, else no.
Node where(Node condition, Node yes, Node no);
Node operator+(Node a, Node b);
Node operator-(Node a, Node b);
Node operator*(Node a, Node b);
Node operator/(Node a, Node b);
Node operator-(Node a);
Node operator+(Node a, float b);
Node operator-(Node a, float b);
Node operator*(Node a, float b);
Node operator/(Node a, float b);
Node operator+(float a, Node b);
Node operator-(float a, Node b);
Node operator*(float a, Node b);
Node operator/(float a, Node b);

// reductions; reduced axes stay with size 1. Without axes: all of them.
Node reduceSum(Node x, std::vector<int> axes = {});
Node reduceMean(Node x, std::vector<int> axes = {});
Node reduceMax(Node x, std::vector<int> axes = {});
/// The index of the first largest element along axis, as a whole float.
Node argMax(Node x, int axis);

// movement
Node reshape(Node x, const Shape& shape);
/// x itself as a node of its own: a gradient with respect to it is of what is made of x by way of it alone.
Node alias(Node x);
Node transpose(Node x, std::vector<int> order);
Node broadcastTo(Node x, const Shape& shape);
Node slice(Node x, std::vector<std::int64_t> begin, std::vector<std::int64_t> size,
           std::vector<std::int64_t> step = {});
Node pad(Node x, std::vector<std::int64_t> before, std::vector<std::int64_t> after,
         std::vector<std::int64_t> interior = {}, float value = 0.0f);
Node concat(std::span<const Node> parts, int axis);
/// Rows of table [R, ...] chosen by whole-number indices: shape indices + table's without its first axis.
/// An index outside 0..R-1 gives a row of zeros.
Node gather(Node table, Node indices);
/// The transpose of gather: a [rows, ...] array with each of the values added at its index.
Node scatterAdd(Node indices, Node values, std::int64_t rows);

// contractions
/// [..., M, K] x [..., K, N]; leading axes are equal. Flags say that the stored matrices are transposed.
Node matmul(Node a, Node b, bool transposeLeft = false, bool transposeRight = false);
/// Cross-correlation as deep learning has it: image [N, H, W, C], kernel [KH, KW, C / groups, O].
Node convolution(Node image, Node kernel, const ConvolutionAttributes& attributes);
Node convolutionInputGradient(Node gradient, Node kernel, ConvolutionAttributes attributes,
                              const Shape& image);
Node convolutionKernelGradient(Node image, Node gradient, ConvolutionAttributes attributes,
                               const Shape& kernel);

// windows; images [N, H, W, C]
Node maxPool(Node image, const PoolAttributes& attributes);
Node maxPoolSelect(Node image, Node values, const PoolAttributes& attributes);
Node maxPoolGradient(Node image, Node gradient, const PoolAttributes& attributes);
Node averagePool(Node image, const PoolAttributes& attributes);
Node averagePoolGradient(Node gradient, PoolAttributes attributes, const Shape& image);

} // namespace protomind
