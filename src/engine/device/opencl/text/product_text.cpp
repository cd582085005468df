// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/kernel_text.h"

#include <fmt/format.h>

namespace protomind {

KernelSource productText(const Kernel& kernel, const KernelTitle& title, const KernelLimits& limits) {
    const auto [left, right] = kernel.node.as<MatMulAttributes>();
    const Shape& shape = kernel.node.shape();
    const std::int64_t m = shape.back(1);
    const std::int64_t n = shape.back(0);
    const std::int64_t k = kernel.node.input(0).shape().back(left ? 1 : 0);
    const std::int64_t batches = m * n == 0 ? 0 : shape.elementCount() / (m * n);
    ValueArguments arguments;
    const std::string a = arguments.read(kernel.inputs[0]);
    const std::string b = arguments.read(kernel.inputs[1]);
    const std::string result = arguments.write(kernel.output);
    const std::string body =
        fmt::format(R"(    float sum = 0.0f;
    for (int k = 0; k < {k}; ++k)
        sum += {a}[{left}] * {b}[{right}];
    {result}[i] = sum;
)",
                    fmt::arg("k", k), fmt::arg("a", a), fmt::arg("b", b),
                    fmt::arg("left", left ? fmt::format("(batch * {} + k) * {} + row", k, m)
                                          : fmt::format("(batch * {} + row) * {} + k", m, k)),
                    fmt::arg("right", right ? fmt::format("(batch * {} + column) * {} + k", n, k)
                                            : fmt::format("(batch * {} + k) * {} + column", k, n)),
                    fmt::arg("result", result));
    return elementwiseText(title, Shape{batches, m, n},
                           std::array<std::string_view, 3>{"batch", "row", "column"}, body, arguments,
                           limits);
}

} // namespace protomind
