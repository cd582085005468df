// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/convolution_shapes.h"

#include <stdexcept>

namespace protomind {

ConvolutionShapes convolutionShapes(Node node) {
    const Shape& result = node.shape();
    const Shape& first = node.input(0).shape();
    const Shape& second = node.input(1).shape();
    const auto& before = node.as<ConvolutionAttributes>().paddingBefore;
    const auto* op = loweredAs<ContractionOp>(node.op());
    require(op != nullptr, "convolutionShapes: no convolution");
    switch (*op) {
    case ContractionOp::Convolution:
        return {ConvolutionKind::Forward, first, second, result, before};
    case ContractionOp::ConvolutionInputGradient:
        return {ConvolutionKind::InputGradient, result, second, first, before};
    case ContractionOp::ConvolutionKernelGradient:
        return {ConvolutionKind::KernelGradient, first, result, second, before};
    case ContractionOp::MatMul:
        break;
    }
    throw std::logic_error("convolutionShapes: a product of matrices");
}

} // namespace protomind
