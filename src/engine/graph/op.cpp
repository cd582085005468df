// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/op.h"

#include "engine/graph/shape_rules.h"

#include <array>

namespace protomind {

namespace {

constexpr bool kSmooth = true;
constexpr bool kFlat = false;

constexpr std::array<OpInfo, kOpCount> kOps{{
    {Op::Input, "Input", 0, "", kFlat, StoredOp::Input, leafShape},
    {Op::Variable, "Variable", 0, "", kFlat, StoredOp::Variable, leafShape},
    {Op::Constant, "Constant", 0, "Constant", kFlat, StoredOp::Constant, leafShape},
    {Op::RandomUniform, "RandomUniform", 0, "RandomUniform", kFlat, PointwiseOp::RandomUniform, leafShape},

    {Op::Negate, "Negate", 1, "Neg", kSmooth, PointwiseOp::Negate, elementwiseShape},
    {Op::Absolute, "Absolute", 1, "Abs", kSmooth, PointwiseOp::Absolute, elementwiseShape},
    {Op::Sign, "Sign", 1, "Sign", kFlat, PointwiseOp::Sign, elementwiseShape},
    {Op::Exp, "Exp", 1, "Exp", kSmooth, PointwiseOp::Exp, elementwiseShape},
    {Op::Log, "Log", 1, "Log", kSmooth, PointwiseOp::Log, elementwiseShape},
    {Op::Sqrt, "Sqrt", 1, "Sqrt", kSmooth, PointwiseOp::Sqrt, elementwiseShape},
    {Op::Sin, "Sin", 1, "Sin", kSmooth, PointwiseOp::Sin, elementwiseShape},
    {Op::Cos, "Cos", 1, "Cos", kSmooth, PointwiseOp::Cos, elementwiseShape},
    {Op::Tanh, "Tanh", 1, "Tanh", kSmooth, PointwiseOp::Tanh, elementwiseShape},
    {Op::Sigmoid, "Sigmoid", 1, "Sigmoid", kSmooth, PointwiseOp::Sigmoid, elementwiseShape},
    {Op::Erf, "Erf", 1, "Erf", kSmooth, PointwiseOp::Erf, elementwiseShape},
    {Op::Relu, "Relu", 1, "Relu", kSmooth, PointwiseOp::Relu, elementwiseShape},
    {Op::StopGradient, "StopGradient", 1, "Identity", kFlat, PointwiseOp::StopGradient, elementwiseShape},
    {Op::Add, "Add", 2, "Add", kSmooth, PointwiseOp::Add, elementwiseShape},
    {Op::Subtract, "Subtract", 2, "Sub", kSmooth, PointwiseOp::Subtract, elementwiseShape},
    {Op::Multiply, "Multiply", 2, "Mul", kSmooth, PointwiseOp::Multiply, elementwiseShape},
    {Op::Divide, "Divide", 2, "Div", kSmooth, PointwiseOp::Divide, elementwiseShape},
    {Op::Power, "Power", 2, "Pow", kSmooth, PointwiseOp::Power, elementwiseShape},
    {Op::Maximum, "Maximum", 2, "Max", kSmooth, PointwiseOp::Maximum, elementwiseShape},
    {Op::Minimum, "Minimum", 2, "Min", kSmooth, PointwiseOp::Minimum, elementwiseShape},
    {Op::Less, "Less", 2, "Less", kFlat, PointwiseOp::Less, elementwiseShape},
    {Op::Equal, "Equal", 2, "Equal", kFlat, PointwiseOp::Equal, elementwiseShape},
    {Op::Where, "Where", 3, "Where", kSmooth, PointwiseOp::Where, elementwiseShape},

    {Op::ReduceSum, "ReduceSum", 1, "ReduceSum", kSmooth, ReductionOp::ReduceSum, reductionShape},
    {Op::ReduceMax, "ReduceMax", 1, "ReduceMax", kSmooth, ReductionOp::ReduceMax, reductionShape},
    {Op::ArgMax, "ArgMax", 1, "ArgMax", kFlat, IndexOp::ArgMax, reductionShape},

    {Op::Reshape, "Reshape", 1, "Reshape", kSmooth, ViewOp::Reshape, reshapeShape},
    {Op::Transpose, "Transpose", 1, "Transpose", kSmooth, ViewOp::Transpose, transposeShape},
    {Op::BroadcastTo, "BroadcastTo", 1, "Expand", kSmooth, ViewOp::BroadcastTo, broadcastToShape},
    {Op::Slice, "Slice", 1, "Slice", kSmooth, ViewOp::Slice, sliceShape},
    {Op::Pad, "Pad", 1, "Pad", kSmooth, CopyOp::Pad, padShape},
    {Op::Concat, "Concat", kVariadic, "Concat", kSmooth, CopyOp::Concat, concatShape},
    {Op::Gather, "Gather", 2, "Gather", kSmooth, IndexOp::Gather, gatherShape},
    {Op::ScatterAdd, "ScatterAdd", 2, "", kSmooth, IndexOp::ScatterAdd, scatterAddShape},

    {Op::MatMul, "MatMul", 2, "MatMul", kSmooth, ContractionOp::MatMul, matmulShape},
    {Op::Convolution, "Convolution", 2, "Conv", kSmooth, ContractionOp::Convolution, convolutionShape},
    {Op::ConvolutionInputGradient, "ConvolutionInputGradient", 2, "ConvTranspose", kSmooth,
     ContractionOp::ConvolutionInputGradient, convolutionInputGradientShape},
    {Op::ConvolutionKernelGradient, "ConvolutionKernelGradient", 2, "", kSmooth,
     ContractionOp::ConvolutionKernelGradient, convolutionKernelGradientShape},

    {Op::MaxPool, "MaxPool", 1, "MaxPool", kSmooth, WindowOp::MaxPool, poolShape},
    {Op::MaxPoolSelect, "MaxPoolSelect", 2, "", kSmooth, WindowOp::MaxPoolSelect, maxPoolSelectShape},
    {Op::MaxPoolGradient, "MaxPoolGradient", 2, "", kSmooth, WindowOp::MaxPoolGradient, maxPoolGradientShape},
    {Op::AveragePool, "AveragePool", 1, "AveragePool", kSmooth, WindowOp::AveragePool, poolShape},
    {Op::AveragePoolGradient, "AveragePoolGradient", 1, "", kSmooth, WindowOp::AveragePoolGradient,
     averagePoolGradientShape},
}};

constexpr bool tableIsInOrder() {
    for (std::size_t row = 0; row < kOps.size(); ++row) {
        const auto isRow = [row](auto op) { return static_cast<std::size_t>(op) == row; };
        if (!isRow(kOps[row].op) || !std::visit(isRow, kOps[row].lowering))
            return false;
    }
    return true;
}
static_assert(tableIsInOrder());

} // namespace

const OpInfo& info(Op op) {
    return kOps[static_cast<std::size_t>(op)];
}

std::span<const OpInfo> opTable() {
    return kOps;
}

bool isKernel(Op op) {
    return loweredAs<IndexOp>(op) || loweredAs<ContractionOp>(op) || loweredAs<WindowOp>(op);
}

} // namespace protomind
