// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/attributes.h"
#include "engine/tensor/shape.h"

#include <span>
#include <string_view>
#include <variant>

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

// What the compiler makes of an op (engine/program/lower.h). Each way has an enum with the names of its ops,
// so that a switch over one needs no default: whoever adds an op is told by the compiler where it is missing.

/// A value that is there before the steps run.
enum class StoredOp {
    Input = static_cast<int>(Op::Input),
    Variable = static_cast<int>(Op::Variable),
    Constant = static_cast<int>(Op::Constant),
};
/// Loop: an instruction of a fused loop, computed for each element for itself.
enum class PointwiseOp {
    RandomUniform = static_cast<int>(Op::RandomUniform),
    Negate = static_cast<int>(Op::Negate),
    Absolute = static_cast<int>(Op::Absolute),
    Sign = static_cast<int>(Op::Sign),
    Exp = static_cast<int>(Op::Exp),
    Log = static_cast<int>(Op::Log),
    Sqrt = static_cast<int>(Op::Sqrt),
    Sin = static_cast<int>(Op::Sin),
    Cos = static_cast<int>(Op::Cos),
    Tanh = static_cast<int>(Op::Tanh),
    Sigmoid = static_cast<int>(Op::Sigmoid),
    Erf = static_cast<int>(Op::Erf),
    Relu = static_cast<int>(Op::Relu),
    StopGradient = static_cast<int>(Op::StopGradient),
    Add = static_cast<int>(Op::Add),
    Subtract = static_cast<int>(Op::Subtract),
    Multiply = static_cast<int>(Op::Multiply),
    Divide = static_cast<int>(Op::Divide),
    Power = static_cast<int>(Op::Power),
    Maximum = static_cast<int>(Op::Maximum),
    Minimum = static_cast<int>(Op::Minimum),
    Less = static_cast<int>(Op::Less),
    Equal = static_cast<int>(Op::Equal),
    Where = static_cast<int>(Op::Where),
};
/// Loop: what a fused loop leaves of some of its axes.
enum class ReductionOp {
    ReduceSum = static_cast<int>(Op::ReduceSum),
    ReduceMax = static_cast<int>(Op::ReduceMax),
};
/// View: another way of reading its input. No step, but where the numbers are needed in order.
enum class ViewOp {
    Reshape = static_cast<int>(Op::Reshape),
    Transpose = static_cast<int>(Op::Transpose),
    BroadcastTo = static_cast<int>(Op::BroadcastTo),
    Slice = static_cast<int>(Op::Slice),
};
/// Copy: loops that put its inputs into a value of its own.
enum class CopyOp {
    Pad = static_cast<int>(Op::Pad),
    Concat = static_cast<int>(Op::Concat),
};
/// Kernel: a step of its own, over whole values, that finds numbers by their index.
enum class IndexOp {
    ArgMax = static_cast<int>(Op::ArgMax),
    Gather = static_cast<int>(Op::Gather),
    ScatterAdd = static_cast<int>(Op::ScatterAdd),
};
/// Kernel: sums of products.
enum class ContractionOp {
    MatMul = static_cast<int>(Op::MatMul),
    Convolution = static_cast<int>(Op::Convolution),
    ConvolutionInputGradient = static_cast<int>(Op::ConvolutionInputGradient),
    ConvolutionKernelGradient = static_cast<int>(Op::ConvolutionKernelGradient),
};
/// Kernel: windows over images.
enum class WindowOp {
    MaxPool = static_cast<int>(Op::MaxPool),
    MaxPoolSelect = static_cast<int>(Op::MaxPoolSelect),
    MaxPoolGradient = static_cast<int>(Op::MaxPoolGradient),
    AveragePool = static_cast<int>(Op::AveragePool),
    AveragePoolGradient = static_cast<int>(Op::AveragePoolGradient),
};

using Lowering =
    std::variant<StoredOp, PointwiseOp, ReductionOp, ViewOp, CopyOp, IndexOp, ContractionOp, WindowOp>;

/// Any number of inputs, at least one.
inline constexpr int kVariadic = -1;

/// One row of the op table: what an op is, whatever computes it.
struct OpInfo {
    Op op;
    std::string_view name;
    int arity;
    std::string_view onnx; ///< the ONNX operator that does the same; empty where there is none
    bool differentiable;   ///< false: its gradient is zero almost everywhere, or it has no inputs
    Lowering lowering;
    Result<Shape> (*shape)(std::span<const Shape> inputs, const Attributes& attributes);
};

[[nodiscard]] const OpInfo& info(Op op);
[[nodiscard]] std::span<const OpInfo> opTable();

/// Whether the op becomes a kernel: a step of its own.
[[nodiscard]] bool isKernel(Op op);
/// The op as one of those that are lowered in this way; null where it is lowered in another one.
template<class Way>
[[nodiscard]] const Way* loweredAs(Op op) {
    return std::get_if<Way>(&info(op).lowering);
}

} // namespace protomind
