// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/kernel_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace protomind {

namespace {

constexpr std::array<std::string_view, 2> kRow{"row", "column"};
constexpr std::array<std::string_view, 2> kLine{"outer", "inner"};

Shape asRows(const Shape& shape) {
    const std::int64_t rows = shape[0];
    return {rows, shape.elementCount() / std::max<std::int64_t>(1, rows)};
}

constexpr const char* kGather = R"(    const float index = {indices}[row];
    {result}[i] = index >= 0.0f && index < {rows} ? {table}[(int)index * {width} + column] : 0.0f;
)";

constexpr const char* kScatter = R"(    float sum = 0.0f;
    for (int k = 0; k < {count}; ++k) {{
        const float index = {indices}[k];
        if (index >= 0.0f && index < {rows} && (int)index == row)
            sum += {source}[k * {width} + column];
    }}
    {result}[i] = sum;
)";

constexpr const char* kArgMax = R"(    int best = 0;
    for (int k = 1; k < {size}; ++k) {{
        const float x = {a}[(outer * {size} + k) * {width} + inner];
        const float y = {a}[(outer * {size} + best) * {width} + inner];
        if (x > y || (isnan(x) && !isnan(y)))
            best = k;
    }}
    {result}[i] = best;
)";

/// What the three read and write.
struct Names {
    std::string first, second, result;
};

KernelSource argMaxText(Node node, const Names& names, const KernelTitle& title,
                        const ValueArguments& arguments, const KernelLimits& limits) {
    using fmt::arg;
    const Shape& from = node.input(0).shape();
    const int axis = node.as<AxesAttributes>().axes[0];
    std::int64_t outer = 1;
    std::int64_t inner = 1;
    for (int i = 0; i < from.rank(); ++i)
        (i < axis ? outer : inner) *= i == axis ? 1 : from[i];
    return elementwiseText(title, Shape{outer, inner}, kLine,
                           fmt::format(kArgMax, arg("a", names.first), arg("size", from[axis]),
                                       arg("width", inner), arg("result", names.result)),
                           arguments, limits);
}

KernelSource gatherText(Node node, const Names& names, const KernelTitle& title,
                        const ValueArguments& arguments, const KernelLimits& limits) {
    using fmt::arg;
    const Shape table = asRows(node.input(0).shape());
    const std::int64_t count = node.input(1).shape().elementCount();
    return elementwiseText(title, Shape{count, table[1]}, kRow,
                           fmt::format(kGather, arg("table", names.first), arg("indices", names.second),
                                       arg("rows", table[0]), arg("width", table[1]),
                                       arg("result", names.result)),
                           arguments, limits);
}

KernelSource scatterText(Node node, const Names& names, const KernelTitle& title,
                         const ValueArguments& arguments, const KernelLimits& limits) {
    using fmt::arg;
    const Shape table = asRows(node.shape());
    return elementwiseText(title, table, kRow,
                           fmt::format(kScatter, arg("indices", names.first), arg("source", names.second),
                                       arg("rows", table[0]), arg("width", table[1]),
                                       arg("count", node.input(0).shape().elementCount()),
                                       arg("result", names.result)),
                           arguments, limits);
}

} // namespace

KernelSource indexText(IndexOp op, const Kernel& kernel, const KernelTitle& title,
                       const KernelLimits& limits) {
    ValueArguments arguments;
    Names names;
    names.first = arguments.read(kernel.inputs[0]);
    if (kernel.inputs.size() > 1)
        names.second = arguments.read(kernel.inputs[1]);
    names.result = arguments.write(kernel.output);
    switch (op) {
    case IndexOp::ArgMax:
        return argMaxText(kernel.node, names, title, arguments, limits);
    case IndexOp::Gather:
        return gatherText(kernel.node, names, title, arguments, limits);
    case IndexOp::ScatterAdd:
        return scatterText(kernel.node, names, title, arguments, limits);
    }
    std::unreachable();
}

} // namespace protomind
