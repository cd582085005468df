// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/compositions.h"
#include "engine/graph/resize.h"
#include "engine/op_cases.h"

namespace protomind {

/// What is built from several ops, tested as the ops are. The op of a case only says whether it has
/// gradients.
inline std::vector<OpCase> compositionCases() {
    std::vector<OpCase> cases;
    using Leaves = const std::vector<Node>&;
    const auto add = [&](std::string name, std::vector<OpCase::Leaf> leaves, auto build, Op op = Op::Add,
                         double tolerance = 1e-5) {
        cases.push_back({std::move(name), op, std::move(leaves), build, tolerance});
    };

    const std::vector<std::pair<std::string, Shape>> shapes{
        {"odd", {3, 7}}, {"one", {1}}, {"empty", {0, 4}}, {"large", {37, 1051}}, {"image", {2, 5, 6, 3}}};
    for (const auto& [name, shape] : shapes) {
        add("Softmax_" + name, {{shape, -3, 3}}, [](Graph&, Leaves x) { return softmax(x[0]); });
        add("LogSoftmax_" + name, {{shape, -3, 3}}, [](Graph&, Leaves x) { return logSoftmax(x[0]); });
        add("Softplus_" + name, {{shape, -3, 3.1f}}, [](Graph&, Leaves x) { return softplus(x[0]); });
        add("Clip_" + name, {{shape, -2, 2}}, [](Graph&, Leaves x) { return clip(x[0], -0.81f, 0.91f); });
        const int last = shape.rank() - 1;
        add("CumulativeSum_" + name, {{shape}},
            [last](Graph&, Leaves x) { return cumulativeSum(x[0], last); });
        // Weighed: the sum of the squares alone hardly changes with x. Its gradient is what sums leave over.
        add(
            "Standardise_" + name, {{shape, -2, 3}, {shape, 0.5f, 2}},
            [last](Graph&, Leaves x) { return standardise(x[0], {last}, 0.01f) * x[1]; }, Op::Add, 5e-5);
    }
    add("CumulativeSum_rows", {{{9, 4}}}, [](Graph&, Leaves x) { return cumulativeSum(x[0], 0); });
    add("Standardise_groups", {{{2, 6, 3, 4}}, {{2, 6, 3, 4}, 0.5f, 2}}, [](Graph&, Leaves x) {
        return standardise(x[0], {1, 3}, 1e-3f) * x[1];
    });
    for (const std::int64_t count : {1, 3, 9}) {
        const std::string name = std::to_string(count);
        add("TopKValues_" + name, {{{4, 9}}}, [count](Graph&, Leaves x) { return topK(x[0], count).values; });
        add(
            "TopKIndices_" + name, {{{4, 9}, 0, 3, true}},
            [count](Graph&, Leaves x) { return topK(x[0], count).indices; }, Op::ArgMax);
    }
    add(
        "OneHot_labels", {{{12}, -1, 6, true, false}}, [](Graph&, Leaves x) { return oneHot(x[0], 5); },
        Op::Equal);

    struct Size {
        std::string name;
        Shape image;
        std::int64_t height;
        std::int64_t width;
    };
    const std::vector<Size> sizes{{"twice", {2, 3, 4, 3}, 6, 8},    {"uneven", {1, 4, 3, 2}, 4, 9},
                                  {"odd", {2, 3, 5, 1}, 5, 7},      {"smaller", {1, 7, 6, 4}, 3, 4},
                                  {"pixel", {3, 1, 1, 2}, 3, 2},    {"same", {1, 4, 4, 1}, 4, 4},
                                  {"large", {2, 16, 17, 8}, 32, 51}};
    for (const Size& size : sizes) {
        add("ResizeNearest_" + size.name, {{size.image}},
            [size](Graph&, Leaves x) { return resizeNearest(x[0], size.height, size.width); });
        add("ResizeBilinear_" + size.name, {{size.image}},
            [size](Graph&, Leaves x) { return resizeBilinear(x[0], size.height, size.width); });
    }
    return cases;
}

} // namespace protomind
