// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/columns_text.h"

#include "engine/device/opencl/text/convolution_shape.h"

#include <array>

namespace protomind {

namespace {

constexpr const char* kGatherColumns =
    R"(    const int row = place / {OW} % {OH} * {SY} - {PY} + tap / {KW} * {DY};
    const int column = place % {OW} * {SX} - {PX} + tap % {KW} * {DX};
    const bool inside = row >= 0 && row < {H} && column >= 0 && column < {W};
    const int n = place / ({OW} * {OH});
    {result}[i] = inside ? {a}[((n * {H} + row) * {W} + column) * {C} + channel] : 0.0f;
)";

constexpr const char* kSum = R"(    float sum = 0.0f;
    for (int ky = 0; ky < {KH}; ++ky) {{
        const int down = y + {PY} - ky * {DY};
        if (down < 0 || down % {SY} != 0 || down / {SY} >= {OH})
            continue;
        for (int kx = 0; kx < {KW}; ++kx) {{
            const int right = x + {PX} - kx * {DX};
            if (right < 0 || right % {SX} != 0 || right / {SX} >= {OW})
                continue;
            const int place = (n * {OH} + down / {SY}) * {OW} + right / {SX};
            sum += {a}[((place * {KH} + ky) * {KW} + kx) * {C} + c];
        }}
    }}
    {result}[i] = sum;
)";

} // namespace

KernelSource gatherPatchesText(const Kernel& kernel, int image, std::int64_t samples,
                               const KernelTitle& title, const KernelLimits& limits) {
    const ConvolutionShape shape(kernel);
    ValueArguments arguments;
    const std::string from = arguments.read(image);
    const std::string to = arguments.write(kPartialResults);
    KernelSource source = elementwiseText(
        title, Shape{samples * shape.positions(), shape.weights[0] * shape.weights[1], shape.image[3]},
        std::array<std::string_view, 3>{"place", "tap", "channel"}, shape.text(kGatherColumns, from, {}, to),
        arguments, limits);
    source.partialElements = static_cast<std::size_t>(samples * shape.positions() * shape.patch());
    return source;
}

KernelSource sumPatchesText(const Kernel& kernel, std::int64_t samples, const KernelTitle& title,
                            const KernelLimits& limits) {
    const ConvolutionShape shape(kernel);
    ValueArguments arguments;
    const std::string from = arguments.read(kPartialResults);
    const std::string to = arguments.write(kernel.output);
    KernelSource source =
        elementwiseText(title, Shape{samples, shape.image[1], shape.image[2], shape.image[3]},
                        std::array<std::string_view, 4>{"n", "y", "x", "c"}, shape.text(kSum, from, {}, to),
                        arguments, limits);
    source.partialElements = static_cast<std::size_t>(samples * shape.positions() * shape.patch());
    return source;
}

} // namespace protomind
