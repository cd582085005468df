// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/convolution_shape.h"
#include "engine/device/opencl/text/kernel_text.h"

#include <array>

namespace protomind {

namespace {

constexpr std::array<std::string_view, 4> kPixelNames{"n", "y", "x", "c"};

constexpr const char* kForward = R"(    float sum = 0.0f;
    for (int ky = 0; ky < {KH}; ++ky) {{
        const int row = y * {SY} - {PY} + ky * {DY};
        if (row < 0 || row >= {H})
            continue;
        for (int kx = 0; kx < {KW}; ++kx) {{
            const int column = x * {SX} - {PX} + kx * {DX};
            if (column < 0 || column >= {W})
                continue;
            const int pixel = ((n * {H} + row) * {W} + column) * {C} + c / {GO} * {GC};
            const int weight = (ky * {KW} + kx) * {GC} * {O} + c;
            for (int channel = 0; channel < {GC}; ++channel)
                sum += {a}[pixel + channel] * {b}[weight + channel * {O}];
        }}
    }}
    {result}[i] = sum;
)";

constexpr const char* kToInput = R"(    float sum = 0.0f;
    const int group = c / {GC}, channel = c % {GC};
    for (int ky = 0; ky < {KH}; ++ky) {{
        const int down = y + {PY} - ky * {DY};
        if (down < 0 || down % {SY} != 0 || down / {SY} >= {OH})
            continue;
        for (int kx = 0; kx < {KW}; ++kx) {{
            const int right = x + {PX} - kx * {DX};
            if (right < 0 || right % {SX} != 0 || right / {SX} >= {OW})
                continue;
            const int output = ((n * {OH} + down / {SY}) * {OW} + right / {SX}) * {O} + group * {GO};
            const int weight = ((ky * {KW} + kx) * {GC} + channel) * {O} + group * {GO};
            for (int o = 0; o < {GO}; ++o)
                sum += {a}[output + o] * {b}[weight + o];
        }}
    }}
    {result}[i] = sum;
)";

constexpr const char* kBeforePositions = R"(        const int o = k % {O}, channel = k / {O} % {GC};
        const int kx = k / ({O} * {GC}) % {KW}, ky = k / ({O} * {GC} * {KW});
)";
constexpr const char* kToKernel = R"(            const int row = r / {OW} % {OH} * {SY} - {PY} + ky * {DY};
            const int column = r % {OW} * {SX} - {PX} + kx * {DX};
            if (row < 0 || row >= {H} || column < 0 || column >= {W})
                continue;
            const int pixel = ((r / ({OW} * {OH}) * {H} + row) * {W} + column) * {C} + o / {GO} * {GC} + channel;
            sum += {a}[pixel] * {b}[r * {O} + o];
)";

} // namespace

std::vector<KernelSource> convolutionText(const Kernel& kernel, const KernelTitle& title,
                                          const KernelLimits& limits) {
    const ConvolutionShape convolution(kernel);
    if (kernel.node.shape().elementCount() == 0)
        return {};
    ValueArguments arguments;
    const std::string a = arguments.read(kernel.inputs[0]);
    const std::string b = arguments.read(kernel.inputs[1]);
    if (kernel.node.op() == Op::ConvolutionKernelGradient)
        return rowSumText(title,
                          {.result = kernel.output,
                           .shape = convolution.weights,
                           .rows = static_cast<std::size_t>(convolution.places()),
                           .beforeRows = convolution.text(kBeforePositions, a, b, {}),
                           .body = convolution.text(kToKernel, a, b, {})},
                          arguments, limits);
    const std::string result = arguments.write(kernel.output);
    const char* const pattern = kernel.node.op() == Op::Convolution ? kForward : kToInput;
    return {elementwiseText(title, kernel.node.shape(), kPixelNames, convolution.text(pattern, a, b, result),
                            arguments, limits)};
}

} // namespace protomind
