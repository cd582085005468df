// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/program/step.h"

#include <fmt/format.h>

#include <string>

namespace protomind {

/// The numbers of a convolution or a gradient of one, by their names in kernel texts: image [N, H, W, C],
/// kernel [KH, KW, GC, O] (GC: channels of a group), output [N, OH, OW, O] (GO of them a group); strides SY,
/// SX, padding PY, PX, dilation DY, DX; PATCH numbers of the image go into each of a group's outputs at
/// PLACES of the output in all samples; FAR is a place outside of any image.
class ConvolutionShape {
public:
    explicit ConvolutionShape(const Kernel& kernel)
        : m_attributes(kernel.node.as<ConvolutionAttributes>()) {
        const Node node = kernel.node;
        const bool toInput = node.op() == Op::ConvolutionInputGradient;
        const bool toKernel = node.op() == Op::ConvolutionKernelGradient;
        image = toInput ? node.shape() : node.input(0).shape();
        weights = toKernel ? node.shape() : node.input(1).shape();
        output = toInput ? node.input(0).shape() : toKernel ? node.input(1).shape() : node.shape();
    }

    /// A text with these numbers, and the names {a}, {b} (what is read) and {result}, filled in.
    [[nodiscard]] std::string text(const char* pattern, const std::string& a, const std::string& b,
                                   const std::string& result) const {
        const ConvolutionAttributes& c = m_attributes;
        using fmt::arg;
        return fmt::format(fmt::runtime(pattern), arg("a", a), arg("b", b), arg("result", result),
                           arg("N", image[0]), arg("H", image[1]), arg("W", image[2]), arg("C", image[3]),
                           arg("KH", weights[0]), arg("KW", weights[1]), arg("GC", weights[2]),
                           arg("O", weights[3]), arg("GO", weights[3] / c.groups), arg("OH", output[1]),
                           arg("OW", output[2]), arg("SY", c.stride[0]), arg("SX", c.stride[1]),
                           arg("PY", c.paddingBefore[0]), arg("PX", c.paddingBefore[1]),
                           arg("DY", c.dilation[0]), arg("DX", c.dilation[1]), arg("PATCH", patch()),
                           arg("PLACES", places()), arg("FAR", kOutside));
    }

    [[nodiscard]] const ConvolutionAttributes& attributes() const { return m_attributes; }
    /// The sum of two of these is an int still.
    static constexpr std::int64_t kOutside = -(std::int64_t{1} << 30);
    [[nodiscard]] std::int64_t places() const { return output[0] * positions(); }
    [[nodiscard]] std::int64_t multiplications() const { return places() * patch() * weights[3]; }
    /// Places of the output in one sample, and numbers of the image that each is computed from.
    [[nodiscard]] std::int64_t positions() const { return output[1] * output[2]; }
    [[nodiscard]] std::int64_t patch() const { return weights[0] * weights[1] * weights[2]; }

    Shape image, weights, output;

private:
    const ConvolutionAttributes& m_attributes;
};

} // namespace protomind
