// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_numbers.h"

#include "studio/exchange/array_layout.h"
#include "studio/exchange/onnx/read_refusal.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

namespace protomind::onnxread {

HostArray arrayOf(const Constant& constant, const OnnxNode& node) {
    HostArray array(orRefuse(Shape::checked(constant.sizes), node.where()));
    if (static_cast<std::size_t>(array.shape.elementCount()) != constant.count())
        refuseNode(node, "some of its numbers are missing.");
    if (constant.whole)
        std::ranges::transform(constant.integers, array.values.begin(),
                               [](std::int64_t number) { return static_cast<float>(number); });
    else
        array.values = constant.reals;
    return array;
}

HostArray listOf(const Constant& constant, std::int64_t length, const OnnxNode& node) {
    if (constant.count() == 1)
        return HostArray(Shape{length},
                         constant.whole ? static_cast<float>(constant.integers[0]) : constant.reals[0]);
    if (static_cast<std::int64_t>(constant.count()) != length)
        refuseNode(node, sentence("it has {} numbers where {} are needed.", constant.count(), length));
    return HostArray(Shape{length}, arrayOf(constant, node).values);
}

std::vector<std::int64_t> integersOf(const Constant& constant, const OnnxNode& node) {
    if (!constant.whole && !constant.reals.empty())
        refuseNode(node, "it has other numbers where whole ones are needed.");
    return constant.integers;
}

std::optional<double> singleNumber(const Constant& constant) {
    if (constant.count() == 0)
        return std::nullopt;
    const auto all = [](const auto& numbers) -> std::optional<double> {
        if (std::ranges::any_of(numbers, [&](auto number) { return number != numbers.front(); }))
            return std::nullopt;
        return static_cast<double>(numbers.front());
    };
    return constant.whole ? all(constant.integers) : all(constant.reals);
}

HostArray inLayerOrder(HostArray array, const Channels& channels) {
    return channels.order.empty() ? std::move(array) : rowsReordered(array, channels.order);
}

HostArray columnsReordered(const HostArray& array, std::span<const std::int64_t> order) {
    const std::int64_t columns = array.shape.back(0);
    require(columns == static_cast<std::int64_t>(order.size()),
            "columnsReordered: another number of columns");
    HostArray result(array.shape);
    for (std::int64_t row = 0; row < array.shape.elementCount() / columns; ++row)
        for (std::int64_t column = 0; column < columns; ++column)
            result.values[static_cast<std::size_t>(row * columns + column)] =
                array.values[static_cast<std::size_t>(row * columns +
                                                      order[static_cast<std::size_t>(column)])];
    return result;
}

double plainNumber(double number) {
    const std::string text = fmt::format("{}", static_cast<float>(number));
    double plain = number;
    std::from_chars(text.data(), text.data() + text.size(), plain);
    return plain;
}

} // namespace protomind::onnxread
