// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/grid_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

constexpr std::size_t kGridColumns = 16;
constexpr std::size_t kItemsOfGroup = 256;

KernelSource finished(const KernelTitle& title, const std::string& inside, const ValueArguments& arguments) {
    return {.name = title.function,
            .text = fmt::format("// {}\n__kernel void {}({})\n{{\n{}{}}}\n\n", title.comment, title.function,
                                arguments.declarations(), arguments.definitions(), inside),
            .values = arguments.values()};
}

} // namespace

KernelSource elementwiseText(const KernelTitle& title, const Shape& shape,
                             std::span<const std::string_view> names, const std::string& body,
                             const ValueArguments& arguments, const KernelLimits& limits) {
    const auto elements = static_cast<std::size_t>(shape.elementCount());
    std::string inside =
        fmt::format("    const int i = get_global_id(0);\n    if (i >= {})\n        return;\n", elements);
    std::string positions;
    std::int64_t stride = 1;
    for (std::size_t axis = names.size(); axis-- > 0;) {
        const std::int64_t size = shape[static_cast<int>(axis)];
        positions = fmt::format("    const int {} = i / {} % {};\n", names[axis], stride,
                                std::max<std::int64_t>(1, size)) +
                    positions;
        stride *= std::max<std::int64_t>(1, size);
    }
    KernelSource source = finished(title, inside + positions + body, arguments);
    source.local = {std::min(powerOfTwoWithin(limits.groupItems), powerOfTwoWithin(2 * elements - 1)), 1};
    source.global = {roundedUp(elements, source.local[0]), 1};
    return source;
}

KernelSource rowSumText(const KernelTitle& title, const RowSum& sum, const ValueArguments& arguments,
                        const KernelLimits& limits) {
    const std::size_t items =
        powerOfTwoWithin(std::min({limits.groupItems, limits.localBytes / sizeof(float), kItemsOfGroup}));
    const std::size_t columns = std::min({items, kGridColumns, powerOfTwoWithin(2 * sum.columns - 1)});
    const std::size_t rows = std::min(items / columns, powerOfTwoWithin(std::max<std::size_t>(1, sum.rows)));
    const std::string inside =
        fmt::format(R"(    const int column = get_local_id(0), row = get_local_id(1);
    const int k = get_global_id(0);
    float sum = 0.0f;
    if (k < {columns_in_all}) {{
{before}        for (int r = row; r < {rows_in_all}; r += {rows}) {{
{body}        }}
    }}
    __local float shared[{items}];
    shared[row * {columns} + column] = sum;
    for (int half_rows = {half}; half_rows > 0; half_rows /= 2) {{
        barrier(CLK_LOCAL_MEM_FENCE);
        if (row < half_rows)
            shared[row * {columns} + column] = sum = sum + shared[(row + half_rows) * {columns} + column];
    }}
    if (row == 0 && k < {columns_in_all}) {{
{store}    }}
)",
                    fmt::arg("columns_in_all", sum.columns), fmt::arg("rows_in_all", sum.rows),
                    fmt::arg("before", sum.beforeRows), fmt::arg("rows", rows), fmt::arg("body", sum.body),
                    fmt::arg("items", rows * columns), fmt::arg("columns", columns),
                    fmt::arg("half", rows / 2), fmt::arg("store", sum.store));
    KernelSource source = finished(title, inside, arguments);
    source.local = {columns, rows};
    source.global = {roundedUp(sum.columns, columns), rows};
    return source;
}

} // namespace protomind
