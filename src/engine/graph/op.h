// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/attributes.h"
#include "engine/tensor/shape.h"

#include <span>
#include <string_view>

namespace protomind {

/// Everything that can be computed. Softmax, batch normalisation, losses and optimisers are built from these.
enum class Op {
    // leaves
    Input,         ///< numbers given before each run, by name
    Variable,      ///< numbers that stay between runs and may be updated by them, by name
    Constant,      ///< numbers known when the graph is built
    RandomUniform, ///< uniform in [0, 1): a function of seed, stream, run and element
    // elementwise, with broadcasting
    Negate,
    Absolute,
    Sign,
    Exp,
    Log,
    Sqrt,
    Sin,
    Cos,
    Tanh,
    Sigmoid,
    Erf,
    Relu,
    StopGradient, ///< x itself, but no gradient passes
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Maximum,
    Minimum,
    Less,
    Equal,
    Where, ///< condition != 0 ? second : third
    // reductions: the reduced axes stay, with size 1
    ReduceSum,
    ReduceMax,
    ArgMax,
    // movement
    Reshape,
    Transpose,
    BroadcastTo,
    Slice,
    Pad,
    Concat,
    Gather,
    ScatterAdd,
    // contractions
    MatMul,
    Convolution,
    ConvolutionInputGradient,
    ConvolutionKernelGradient,
    // windows over images
    MaxPool,
    MaxPoolSelect,   ///< (x, v): v where x has the maximum of each window; MaxPool(x) = MaxPoolSelect(x, x)
    MaxPoolGradient, ///< (x, g): each g put where x has the maximum of its window; the transpose of
                     ///< MaxPoolSelect in v
    AveragePool,
    AveragePoolGradient,
};

inline constexpr int kOpCount = static_cast<int>(Op::AveragePoolGradient) + 1;

enum class OpKind { Leaf, Elementwise, Reduction, Movement, Contraction, Window };

/// Any number of inputs, at least one.
inline constexpr int kVariadic = -1;

/// One row of the op table: what an op is, whatever computes it.
struct OpInfo {
    Op op;
    std::string_view name;
    OpKind kind;
    int arity;
    std::string_view onnx; ///< the ONNX operator that does the same; empty where there is none
    bool differentiable;   ///< false: its gradient is zero almost everywhere, or it has no inputs
    Result<Shape> (*shape)(std::span<const Shape> inputs, const Attributes& attributes);
};

[[nodiscard]] const OpInfo& info(Op op);
[[nodiscard]] std::span<const OpInfo> opTable();

} // namespace protomind
