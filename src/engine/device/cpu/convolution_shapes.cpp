// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/convolution_shapes.h"

namespace protomind {

ConvolutionShapes convolutionShapes(Node node) {
    const Shape& result = node.shape();
    const Shape& first = node.input(0).shape();
    const Shape& second = node.input(1).shape();
    const auto& before = node.as<ConvolutionAttributes>().paddingBefore;
    switch (node.op()) {
    case Op::Convolution:
        return {ConvolutionKind::Forward, first, second, result, before};
    case Op::ConvolutionInputGradient:
        return {ConvolutionKind::InputGradient, result, second, first, before};
    default:
        return {ConvolutionKind::KernelGradient, first, result, second, before};
    }
}

} // namespace protomind
