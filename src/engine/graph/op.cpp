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
    {Op::Input, "Input", OpKind::Leaf, 0, "", kFlat, leafShape},
    {Op::Variable, "Variable", OpKind::Leaf, 0, "", kFlat, leafShape},
    {Op::Constant, "Constant", OpKind::Leaf, 0, "Constant", kFlat, leafShape},
    {Op::RandomUniform, "RandomUniform", OpKind::Leaf, 0, "RandomUniform", kFlat, leafShape},

    {Op::Negate, "Negate", OpKind::Elementwise, 1, "Neg", kSmooth, elementwiseShape},
    {Op::Absolute, "Absolute", OpKind::Elementwise, 1, "Abs", kSmooth, elementwiseShape},
    {Op::Sign, "Sign", OpKind::Elementwise, 1, "Sign", kFlat, elementwiseShape},
    {Op::Exp, "Exp", OpKind::Elementwise, 1, "Exp", kSmooth, elementwiseShape},
    {Op::Log, "Log", OpKind::Elementwise, 1, "Log", kSmooth, elementwiseShape},
    {Op::Sqrt, "Sqrt", OpKind::Elementwise, 1, "Sqrt", kSmooth, elementwiseShape},
    {Op::Sin, "Sin", OpKind::Elementwise, 1, "Sin", kSmooth, elementwiseShape},
    {Op::Cos, "Cos", OpKind::Elementwise, 1, "Cos", kSmooth, elementwiseShape},
    {Op::Tanh, "Tanh", OpKind::Elementwise, 1, "Tanh", kSmooth, elementwiseShape},
    {Op::Sigmoid, "Sigmoid", OpKind::Elementwise, 1, "Sigmoid", kSmooth, elementwiseShape},
    {Op::Erf, "Erf", OpKind::Elementwise, 1, "Erf", kSmooth, elementwiseShape},
    {Op::Relu, "Relu", OpKind::Elementwise, 1, "Relu", kSmooth, elementwiseShape},
    {Op::StopGradient, "StopGradient", OpKind::Elementwise, 1, "Identity", kFlat, elementwiseShape},
    {Op::Add, "Add", OpKind::Elementwise, 2, "Add", kSmooth, elementwiseShape},
    {Op::Subtract, "Subtract", OpKind::Elementwise, 2, "Sub", kSmooth, elementwiseShape},
    {Op::Multiply, "Multiply", OpKind::Elementwise, 2, "Mul", kSmooth, elementwiseShape},
    {Op::Divide, "Divide", OpKind::Elementwise, 2, "Div", kSmooth, elementwiseShape},
    {Op::Power, "Power", OpKind::Elementwise, 2, "Pow", kSmooth, elementwiseShape},
    {Op::Maximum, "Maximum", OpKind::Elementwise, 2, "Max", kSmooth, elementwiseShape},
    {Op::Minimum, "Minimum", OpKind::Elementwise, 2, "Min", kSmooth, elementwiseShape},
    {Op::Less, "Less", OpKind::Elementwise, 2, "Less", kFlat, elementwiseShape},
    {Op::Equal, "Equal", OpKind::Elementwise, 2, "Equal", kFlat, elementwiseShape},
    {Op::Where, "Where", OpKind::Elementwise, 3, "Where", kSmooth, elementwiseShape},

    {Op::ReduceSum, "ReduceSum", OpKind::Reduction, 1, "ReduceSum", kSmooth, reductionShape},
    {Op::ReduceMax, "ReduceMax", OpKind::Reduction, 1, "ReduceMax", kSmooth, reductionShape},
    {Op::ArgMax, "ArgMax", OpKind::Reduction, 1, "ArgMax", kFlat, reductionShape},

    {Op::Reshape, "Reshape", OpKind::Movement, 1, "Reshape", kSmooth, reshapeShape},
    {Op::Transpose, "Transpose", OpKind::Movement, 1, "Transpose", kSmooth, transposeShape},
    {Op::BroadcastTo, "BroadcastTo", OpKind::Movement, 1, "Expand", kSmooth, broadcastToShape},
    {Op::Slice, "Slice", OpKind::Movement, 1, "Slice", kSmooth, sliceShape},
    {Op::Pad, "Pad", OpKind::Movement, 1, "Pad", kSmooth, padShape},
    {Op::Concat, "Concat", OpKind::Movement, kVariadic, "Concat", kSmooth, concatShape},
    {Op::Gather, "Gather", OpKind::Movement, 2, "Gather", kSmooth, gatherShape},
    {Op::ScatterAdd, "ScatterAdd", OpKind::Movement, 2, "", kSmooth, scatterAddShape},

    {Op::MatMul, "MatMul", OpKind::Contraction, 2, "MatMul", kSmooth, matmulShape},
    {Op::Convolution, "Convolution", OpKind::Contraction, 2, "Conv", kSmooth, convolutionShape},
    {Op::ConvolutionInputGradient, "ConvolutionInputGradient", OpKind::Contraction, 2, "ConvTranspose",
     kSmooth, convolutionInputGradientShape},
    {Op::ConvolutionKernelGradient, "ConvolutionKernelGradient", OpKind::Contraction, 2, "", kSmooth,
     convolutionKernelGradientShape},

    {Op::MaxPool, "MaxPool", OpKind::Window, 1, "MaxPool", kSmooth, poolShape},
    {Op::MaxPoolSelect, "MaxPoolSelect", OpKind::Window, 2, "", kSmooth, maxPoolSelectShape},
    {Op::MaxPoolGradient, "MaxPoolGradient", OpKind::Window, 2, "", kSmooth, maxPoolGradientShape},
    {Op::AveragePool, "AveragePool", OpKind::Window, 1, "AveragePool", kSmooth, poolShape},
    {Op::AveragePoolGradient, "AveragePoolGradient", OpKind::Window, 1, "", kSmooth,
     averagePoolGradientShape},
}};

constexpr bool tableIsInOrder() {
    for (std::size_t row = 0; row < kOps.size(); ++row) {
        if (static_cast<std::size_t>(kOps[row].op) != row)
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

} // namespace protomind
