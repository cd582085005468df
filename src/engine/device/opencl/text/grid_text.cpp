// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/grid_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

/// Work items side by side in the direction that is contiguous in memory.
constexpr std::size_t kGridColumns = 32;
constexpr std::size_t kItemsOfGroup = 256;
/// Work items that keep a computing unit busy, and rows that one takes in before more groups pay.
constexpr std::size_t kItemsOfRowUnit = 1024;
constexpr std::size_t kRowsOfItem = 16;
constexpr std::size_t kMostRowParts = 256;
/// Floats of all parts together.
constexpr std::size_t kMostRowPartFloats = 16 << 20;

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
    source.results = elements;
    return source;
}

KernelSource sumPartsText(const KernelTitle& title, int result, const Shape& shape, std::size_t parts,
                          const KernelLimits& limits) {
    const std::int64_t elements = shape.elementCount();
    ValueArguments arguments;
    const std::string from = arguments.read(kPartialResults);
    const std::string to = arguments.write(result);
    const std::string body = fmt::format(R"(    float sum = 0.0f;
    for (int part = 0; part < {}; ++part)
        sum += {}[part * {} + i];
    {}[i] = sum;
)",
                                         parts, from, elements, to);
    KernelSource source = elementwiseText({title.function + "_parts", title.comment}, Shape{elements}, {},
                                          body, arguments, limits);
    source.partialElements = parts * static_cast<std::size_t>(elements);
    return source;
}

std::vector<KernelSource> rowSumText(const KernelTitle& title, const RowSum& sum, ValueArguments arguments,
                                     const KernelLimits& limits) {
    const auto all = static_cast<std::size_t>(sum.shape.elementCount());
    if (all == 0)
        return {};
    const std::size_t items =
        powerOfTwoWithin(std::min({limits.groupItems, limits.localBytes / sizeof(float), kItemsOfGroup}));
    const std::size_t columns = std::min({items, kGridColumns, powerOfTwoWithin(2 * all - 1)});
    const std::size_t rows = std::min(items / columns, powerOfTwoWithin(std::max<std::size_t>(1, sum.rows)));
    const std::size_t groups = (all + columns - 1) / columns;
    const std::size_t wanted = limits.computeUnits * kItemsOfRowUnit / (groups * columns * rows);
    const std::size_t parts = std::clamp<std::size_t>(
        std::min({wanted, sum.rows / (rows * kRowsOfItem), kMostRowPartFloats / all}), 1, kMostRowParts);
    const std::string result = arguments.write(parts > 1 ? kPartialResults : sum.result);
    const std::string inside = fmt::format(
        R"(    const int column = get_local_id(0), row = get_local_id(1);
    const int k = get_global_id(0);
    float sum = 0.0f;
    if (k < {columns_in_all}) {{
{before}        const int end = min(({part} + 1) * {part_rows}, {rows_in_all});
        for (int r = {part} * {part_rows} + row; r < end; r += {rows}) {{
{body}        }}
    }}
    __local float shared[{items}];
    shared[row * {columns} + column] = sum;
    for (int half_rows = {half}; half_rows > 0; half_rows /= 2) {{
        barrier(CLK_LOCAL_MEM_FENCE);
        if (row < half_rows)
            shared[row * {columns} + column] = sum = sum + shared[(row + half_rows) * {columns} + column];
    }}
    if (row == 0 && k < {columns_in_all})
        {result}[{part} * {columns_in_all} + k] = sum;
)",
        fmt::arg("columns_in_all", all), fmt::arg("rows_in_all", sum.rows),
        fmt::arg("before", sum.beforeRows), fmt::arg("part", parts > 1 ? "(int)get_group_id(1)" : "0"),
        fmt::arg("part_rows", (sum.rows + parts - 1) / parts), fmt::arg("rows", rows),
        fmt::arg("body", sum.body), fmt::arg("items", rows * columns), fmt::arg("columns", columns),
        fmt::arg("half", rows / 2), fmt::arg("result", result));
    std::vector<KernelSource> kernels{finished(title, inside, arguments)};
    kernels[0].local = {columns, rows};
    kernels[0].global = {roundedUp(all, columns), rows * parts};
    kernels[0].results = static_cast<std::size_t>(all) * parts;
    if (parts > 1) {
        kernels.push_back(sumPartsText(title, sum.result, sum.shape, parts, limits));
        kernels[0].partialElements = kernels[1].partialElements;
    }
    return kernels;
}

} // namespace protomind
