// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/graph/build.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace protomind {

/// One use of an op that devices and gradients are tested on: leaves with a range of values, and what is
/// built of them.
struct OpCase {
    std::string name;
    Op op = Op::Add;
    struct Leaf {
        Shape shape;
        float low = -1.0f;
        float high = 1.0f;
        bool whole = false; ///< whole numbers: indices
        bool smooth = true; ///< gradients are tested with respect to it
    };
    std::vector<Leaf> leaves;
    std::function<Node(Graph&, const std::vector<Node>&)> build;
    double tolerance = 1e-5; ///< of devices that compute in float, relative to the largest value
};

inline void PrintTo(const OpCase& one, std::ostream* stream) {
    *stream << one.name;
}

/// The leaves of a case as inputs "x0", "x1", ... of a graph.
inline std::vector<Node> makeLeaves(Graph& graph, const OpCase& one) {
    std::vector<Node> leaves;
    for (std::size_t i = 0; i < one.leaves.size(); ++i)
        leaves.push_back(input(graph, "x" + std::to_string(i), one.leaves[i].shape));
    return leaves;
}

/// Values in the leaf's range. Real ones are all different by at least a step, in random order, so that no
/// maximum is tied and finite differences cross no corner.
inline std::vector<float> leafValues(const OpCase::Leaf& leaf, std::uint64_t stream) {
    RandomStream random(11, stream);
    const auto count = static_cast<std::size_t>(leaf.shape.elementCount());
    std::vector<std::uint32_t> ranks(count);
    for (std::size_t i = 0; i < count; ++i)
        ranks[i] = static_cast<std::uint32_t>(i);
    random.shuffle(ranks);
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = leaf.low + (leaf.high - leaf.low) * (static_cast<float>(ranks[i]) + 0.5f) /
                                   static_cast<float>(std::max<std::size_t>(1, count));
        if (leaf.whole)
            values[i] = std::floor(random.uniform(leaf.low, leaf.high));
    }
    return values;
}

/// Puts a case among these; its name begins with the op's.
inline auto adderTo(std::vector<OpCase>& cases) {
    return [&cases](const std::string& name, Op op, std::vector<OpCase::Leaf> leaves, auto build,
                    double tolerance = 1e-5) {
        cases.push_back({std::string(info(op).name) + "_" + name, op, std::move(leaves), build, tolerance});
    };
}

inline std::vector<OpCase> opCases() {
    std::vector<OpCase> cases;
    using Leaves = const std::vector<Node>&;
    const auto add = adderTo(cases);

    const std::vector<std::pair<std::string, Shape>> shapes{{"odd", {3, 7}},       {"one", {1}},
                                                            {"scalar", {}},        {"empty", {0, 4}},
                                                            {"large", {37, 2051}}, {"image", {2, 5, 6, 3}}};
    for (const Op op : {Op::Negate, Op::Absolute, Op::Sign, Op::Exp, Op::Sin, Op::Cos, Op::Tanh, Op::Sigmoid,
                        Op::Erf, Op::Relu, Op::StopGradient}) {
        for (const auto& [name, shape] : shapes)
            add(name, op, {{shape, -3.0f, 3.1f}}, [op](Graph& g, Leaves x) { return g.add(op, x); });
    }
    for (const Op op : {Op::Log, Op::Sqrt}) {
        for (const auto& [name, shape] : shapes)
            add(name, op, {{shape, 0.1f, 4.0f}}, [op](Graph& g, Leaves x) { return g.add(op, x); });
    }
    const std::vector<std::tuple<std::string, Shape, Shape>> pairs{{"same", {3, 7}, {3, 7}},
                                                                   {"row", {4, 5}, {5}},
                                                                   {"column", {4, 5}, {4, 1}},
                                                                   {"both", {4, 1, 3}, {1, 5, 3}},
                                                                   {"scalar", {3, 4}, {}},
                                                                   {"empty", {0, 4}, {4}},
                                                                   {"large", {70, 1500}, {1500}},
                                                                   {"channels", {2, 9, 9, 16}, {16}},
                                                                   {"perimage", {3, 5, 5, 4}, {3, 1, 1, 4}}};
    for (const Op op : {Op::Add, Op::Subtract, Op::Multiply, Op::Divide, Op::Power, Op::Maximum, Op::Minimum,
                        Op::Less, Op::Equal}) {
        for (const auto& [name, left, right] : pairs)
            add(name, op, {{left, 0.5f, 2.0f}, {right, 0.61f, 2.2f}},
                [op](Graph& g, Leaves x) { return g.add(op, x); });
    }
    add("mixed", Op::Where, {{{3, 7}, -1, 2, true, false}, {{7}}, {{3, 1}}},
        [](Graph&, Leaves x) { return where(x[0], x[1], x[2]); });
    add("equalnumbers", Op::Equal, {{{40}, 0, 3, true, false}, {{40}, 0, 3, true, false}},
        [](Graph&, Leaves x) { return equal(x[0], x[1]); });

    const std::vector<std::tuple<std::string, Shape, std::vector<int>>> reductions{
        {"rows", {5, 13}, {1}},
        {"columns", {13, 5}, {0}},
        {"all", {4, 9, 3}, {0, 1, 2}},
        {"middle", {4, 9, 3}, {1}},
        {"outer", {4, 3, 5}, {0, 2}},
        {"channels", {6, 11, 11, 16}, {0, 1, 2}},
        {"images", {6, 7, 7, 3}, {1, 2}},
        {"long", {3, 5000}, {1}},
        {"tall", {5000, 3}, {0}},
        {"much", {300, 1100}, {0, 1}},
        {"one", {4, 1}, {1}},
        {"empty", {4, 0}, {1}},
        {"rank5", {2, 3, 4, 3, 2}, {1, 3}}};
    for (const auto& [name, shape, axes] : reductions) {
        add(name, Op::ReduceSum, {{shape, -0.5f, 1.5f}},
            [axes](Graph&, Leaves x) { return reduceSum(x[0], axes); });
        if (shape.elementCount() > 0) {
            add(name, Op::ReduceMax, {{shape}}, [axes](Graph&, Leaves x) { return reduceMax(x[0], axes); });
            add(name, Op::ArgMax, {{shape}}, [axes](Graph&, Leaves x) { return argMax(x[0], axes.front()); });
        }
    }

    add("plain", Op::Reshape, {{{4, 6}}}, [](Graph&, Leaves x) { return reshape(x[0], Shape{2, 3, 4}); });
    add("ofturned", Op::Reshape, {{{4, 6}}}, [](Graph&, Leaves x) {
        return reshape(transpose(x[0], {1, 0}), Shape{8, 3});
    });
    add("matrix", Op::Transpose, {{{5, 9}}}, [](Graph&, Leaves x) { return transpose(x[0], {1, 0}); });
    add("four", Op::Transpose, {{{2, 3, 4, 5}}}, [](Graph&, Leaves x) {
        return transpose(x[0], {3, 0, 2, 1});
    });
    add("rows", Op::BroadcastTo, {{{1, 5}}}, [](Graph&, Leaves x) {
        return broadcastTo(x[0], Shape{3, 4, 5});
    });
    add("scalar", Op::BroadcastTo, {{{}}}, [](Graph&, Leaves x) { return broadcastTo(x[0], Shape{3, 4}); });
    add("step", Op::Slice, {{{7, 9}}}, [](Graph&, Leaves x) { return slice(x[0], {1, 0}, {2, 5}, {3, 2}); });
    add("none", Op::Slice, {{{7, 9}}}, [](Graph&, Leaves x) { return slice(x[0], {0, 2}, {0, 5}); });
    add("around", Op::Pad, {{{3, 4}}}, [](Graph&, Leaves x) { return pad(x[0], {1, 0}, {2, 3}, {}, 0.5f); });
    add("between", Op::Pad, {{{3, 4}}}, [](Graph&, Leaves x) { return pad(x[0], {0, 1}, {0, 1}, {2, 1}); });
    add("two", Op::Concat, {{{3, 4}}, {{3, 2}}}, [](Graph&, Leaves x) { return concat(x, 1); });
    add("three", Op::Concat, {{{2, 3, 3, 2}}, {{2, 3, 3, 1}}, {{2, 3, 3, 4}}},
        [](Graph&, Leaves x) { return concat(x, 3); });
    add("rows", Op::Gather, {{{6, 3}}, {{2, 4}, -1, 8, true, false}},
        [](Graph&, Leaves x) { return gather(x[0], x[1]); });
    add("rows", Op::ScatterAdd, {{{8}, -1, 6, true, false}, {{8, 3}}},
        [](Graph&, Leaves x) { return scatterAdd(x[0], x[1], 5); });

    const std::vector<std::tuple<std::string, std::int64_t, std::int64_t, std::int64_t>> products{
        {"tiny", 2, 3, 4},
        {"one", 1, 1, 1},
        {"medium", 17, 29, 23},
        {"large", 64, 130, 257},
        {"empty", 0, 3, 2}};
    for (const auto& [name, m, n, k] : products) {
        for (int flags = 0; flags < 4; ++flags) {
            const bool left = flags & 1;
            const bool right = flags & 2;
            const Shape a = left ? Shape{k, m} : Shape{m, k};
            const Shape b = right ? Shape{n, k} : Shape{k, n};
            add(
                name + std::to_string(flags), Op::MatMul, {{a}, {b}},
                [left, right](Graph&, Leaves x) { return matmul(x[0], x[1], left, right); }, 2e-5);
        }
    }
    add("batches", Op::MatMul, {{{3, 2, 4, 5}}, {{3, 2, 5, 7}}},
        [](Graph&, Leaves x) { return matmul(x[0], x[1]); });
    add("turned", Op::MatMul, {{{5, 4}}, {{7, 5}}}, [](Graph&, Leaves x) {
        return matmul(transpose(x[0], {1, 0}), transpose(x[1], {1, 0}));
    });

    struct Conv {
        std::string name;
        Shape image;
        Shape kernel;
        ConvolutionAttributes attributes;
    };
    std::vector<Conv> convolutions{
        {"plain", {2, 7, 6, 3}, {3, 3, 3, 4}, {}},
        {"padded", {2, 7, 6, 3}, {3, 3, 3, 4}, {.paddingBefore = {1, 1}, .paddingAfter = {1, 1}}},
        {"uneven", {1, 8, 8, 2}, {4, 2, 2, 5}, {.paddingBefore = {1, 0}, .paddingAfter = {2, 1}}},
        {"stride", {2, 9, 8, 2}, {3, 3, 2, 3}, {.stride = {2, 3}}},
        {"left", {1, 8, 8, 1}, {3, 3, 1, 2}, {.stride = {2, 2}}}, // the last row and column are never reached
        {"dilated", {1, 9, 9, 2}, {3, 3, 2, 2}, {.dilation = {2, 3}}},
        {"groups",
         {2, 6, 6, 4},
         {3, 3, 2, 6},
         {.paddingBefore = {1, 1}, .paddingAfter = {1, 1}, .groups = 2}},
        {"depthwise", {1, 6, 6, 4}, {3, 3, 1, 4}, {.groups = 4}},
        {"digits", {3, 28, 28, 1}, {5, 5, 1, 16}, {}},
        {"one", {1, 1, 1, 1}, {1, 1, 1, 1}, {}},
        {"wide", {2, 8, 8, 32}, {3, 3, 32, 32}, {.paddingBefore = {1, 1}, .paddingAfter = {1, 1}}}};
    // Enough channels for minimal filtering; sizes that its tiles don't divide.
    convolutions.insert(
        convolutions.end(),
        {{"tiled3", {2, 11, 13, 9}, {3, 3, 9, 17}, {.paddingBefore = {1, 0}, .paddingAfter = {2, 1}}},
         {"tiled3whole", {3, 16, 16, 16}, {3, 3, 16, 32}, {.paddingBefore = {1, 1}, .paddingAfter = {1, 1}}},
         {"tiled5", {2, 9, 14, 8}, {5, 5, 8, 33}, {.paddingBefore = {2, 2}, .paddingAfter = {2, 2}}},
         {"tiled5bare", {1, 10, 9, 24}, {5, 5, 24, 8}, {}},
         {"tiled5far", {1, 6, 6, 8}, {5, 5, 8, 8}, {.paddingBefore = {5, 6}, .paddingAfter = {6, 7}}}});
    // Results in whole vectors.
    convolutions.insert(
        convolutions.end(),
        {{"whole1", {3, 12, 14, 1}, {5, 5, 1, 16}, {.paddingBefore = {2, 2}, .paddingAfter = {2, 2}}},
         {"whole3", {2, 9, 11, 3}, {3, 3, 3, 32}, {.paddingBefore = {0, 2}, .paddingAfter = {2, 1}}},
         {"wholestride", {2, 13, 12, 5}, {4, 3, 5, 16}, {.stride = {3, 2}, .paddingBefore = {1, 1}}},
         {"wholedilated", {1, 12, 9, 2}, {3, 2, 2, 16}, {.dilation = {3, 1}}},
         {"wholebare", {2, 6, 5, 4}, {1, 1, 4, 48}, {}}});
    for (const Conv& c : convolutions) {
        const std::array both{c.image, c.kernel};
        const Shape output = *info(Op::Convolution).shape(both, c.attributes);
        add(
            c.name, Op::Convolution, {{c.image}, {c.kernel}},
            [c](Graph&, Leaves x) { return convolution(x[0], x[1], c.attributes); }, 2e-5);
        add(
            c.name, Op::ConvolutionInputGradient, {{output}, {c.kernel}},
            [c](Graph&, Leaves x) { return convolutionInputGradient(x[0], x[1], c.attributes, c.image); },
            2e-5);
        add(
            c.name, Op::ConvolutionKernelGradient, {{c.image}, {output}},
            [c](Graph&, Leaves x) { return convolutionKernelGradient(x[0], x[1], c.attributes, c.kernel); },
            2e-5);
    }

    struct Pool {
        std::string name;
        Shape image;
        PoolAttributes attributes;
    };
    const std::vector<Pool> pools{
        {"plain", {2, 6, 6, 3}, {}},
        {"odd", {1, 7, 5, 20}, {}},
        {"overlapping", {2, 7, 7, 2}, {.window = {3, 3}, .stride = {2, 2}}},
        {"padded",
         {1, 6, 6, 17},
         {.window = {3, 3}, .stride = {2, 2}, .paddingBefore = {1, 1}, .paddingAfter = {1, 1}}},
        {"uneven",
         {1, 5, 5, 1},
         {.window = {2, 2}, .stride = {1, 1}, .paddingBefore = {0, 0}, .paddingAfter = {1, 1}}},
        {"whole", {2, 4, 4, 8}, {.window = {4, 4}, .stride = {4, 4}}},
        {"one", {1, 1, 1, 1}, {.window = {1, 1}, .stride = {1, 1}}}};
    for (const Pool& p : pools) {
        const std::array image{p.image};
        const Shape windows = *info(Op::MaxPool).shape(image, p.attributes);
        add(p.name, Op::MaxPool, {{p.image}}, [p](Graph&, Leaves x) { return maxPool(x[0], p.attributes); });
        add(p.name, Op::MaxPoolSelect, {{p.image, -1, 1, false, false}, {p.image}},
            [p](Graph&, Leaves x) { return maxPoolSelect(x[0], x[1], p.attributes); });
        add(p.name, Op::MaxPoolGradient, {{p.image, -1, 1, false, false}, {windows}},
            [p](Graph&, Leaves x) { return maxPoolGradient(x[0], x[1], p.attributes); });
        add(p.name, Op::AveragePool, {{p.image}},
            [p](Graph&, Leaves x) { return averagePool(x[0], p.attributes); });
        add(p.name, Op::AveragePoolGradient, {{windows}},
            [p](Graph&, Leaves x) { return averagePoolGradient(x[0], p.attributes, p.image); });
    }

    add("constant", Op::Constant, {{{2, 3}}}, [](Graph& g, Leaves x) {
        return x[0] * constant(g, Shape{3}, {1, 2, 3});
    });
    add("random", Op::RandomUniform, {{{5, 1030}}}, [](Graph& g, Leaves x) {
        return x[0] + randomUniform(g, Shape{5, 1030}, 3, 9);
    });
    add("input", Op::Input, {{{5}}}, [](Graph&, Leaves x) { return x[0] + 1.0f; });
    return cases;
}

} // namespace protomind
