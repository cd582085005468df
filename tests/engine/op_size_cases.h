// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/op_cases.h"

namespace protomind {

/// Every op with a single number, with none, and with many, where opCases() has none of that kind: where a
/// device's groups and vectors are hardly begun, never begun, or come often.
inline std::vector<OpCase> opSizeCases() {
    std::vector<OpCase> cases;
    using Leaves = const std::vector<Node>&;
    const auto add = adderTo(cases);
    const auto indices = [](const Shape& shape, float rows) {
        return OpCase::Leaf{shape, 0, rows, true, false};
    };

    for (const Op op : {Op::Add, Op::Subtract, Op::Multiply, Op::Divide, Op::Power, Op::Maximum, Op::Minimum,
                        Op::Less, Op::Equal})
        add("single", op, {{{1}, 0.5f, 2.0f}, {{}, 0.61f, 2.2f}},
            [op](Graph& g, Leaves x) { return g.add(op, x); });
    const std::vector<std::tuple<std::string, Shape, Shape>> choices{
        {"single", {1}, {}}, {"empty", {0, 4}, {4}}, {"large", {61, 1100}, {1100}}};
    for (const auto& [name, whole, part] : choices)
        add(name, Op::Where, {{whole, -1, 2, true, false}, {part}, {whole}},
            [](Graph&, Leaves x) { return where(x[0], x[1], x[2]); });

    add("single", Op::ReduceSum, {{{1}}}, [](Graph&, Leaves x) { return reduceSum(x[0], {0}); });
    for (const auto& [name, shape] : std::vector<std::pair<std::string, Shape>>{
             {"single", {1}}, {"empty", {3, 0}}, {"nothing", {0, 3}}}) {
        const int axis =
            name == "empty" ? 0 : shape.rank() - 1; // over what is there: a maximum of none is none
        add(name, Op::ReduceMax, {{shape}}, [axis](Graph&, Leaves x) { return reduceMax(x[0], {axis}); });
        add(name, Op::ArgMax, {{shape}}, [axis](Graph&, Leaves x) { return argMax(x[0], axis); });
    }

    struct Moved {
        std::string name;
        Shape shape; ///< two axes
    };
    for (const Moved& moved : {Moved{"single", {1, 1}}, Moved{"empty", {0, 3}}, Moved{"large", {203, 309}}}) {
        const Shape shape = moved.shape;
        const Shape more{3, shape[0], shape[1]};
        const std::int64_t rows = std::max<std::int64_t>(1, shape[0]);
        add(moved.name, Op::Reshape, {{shape}},
            [shape](Graph&, Leaves x) { return reshape(x[0], Shape{shape.elementCount()}); });
        add(moved.name, Op::Transpose, {{shape}}, [](Graph&, Leaves x) { return transpose(x[0], {1, 0}); });
        add(moved.name, Op::BroadcastTo, {{shape}},
            [more](Graph&, Leaves x) { return broadcastTo(x[0], more); });
        add(moved.name, Op::Slice, {{shape}}, [shape](Graph&, Leaves x) {
            return slice(x[0], {0, 0}, {shape[0], (shape[1] + 1) / 2}, {1, 2});
        });
        add(moved.name, Op::Pad, {{shape}}, [](Graph&, Leaves x) {
            return pad(x[0], {0, 1}, {0, 2}, {}, 0.5f);
        });
        add(moved.name, Op::Concat, {{shape}, {shape}}, [](Graph&, Leaves x) { return concat(x, 1); });
        add(moved.name, Op::Gather, {{{rows, shape[1]}}, indices(Shape{shape[0]}, static_cast<float>(rows))},
            [](Graph&, Leaves x) { return gather(x[0], x[1]); });
        add(moved.name, Op::ScatterAdd, {indices(Shape{shape[0]}, static_cast<float>(rows)), {shape}},
            [rows](Graph&, Leaves x) { return scatterAdd(x[0], x[1], rows); });
        add(moved.name, Op::Constant, {{shape}}, [shape](Graph& g, Leaves x) {
            std::vector<float> values(static_cast<std::size_t>(shape.elementCount()));
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] = static_cast<float>(i % 7) - 3;
            return x[0] * constant(g, shape, values);
        });
        add(moved.name, Op::RandomUniform, {{shape}},
            [shape](Graph& g, Leaves x) { return x[0] + randomUniform(g, shape, 3, 9); });
        add(moved.name, Op::Input, {{shape}}, [](Graph&, Leaves x) { return x[0] + 1.0f; });
    }

    const std::vector<std::tuple<std::string, Shape, Shape>> products{
        {"nothing", {3, 0}, {0, 5}}, // sums of no products: zeros
        {"nobatch", {0, 2, 3}, {0, 3, 2}},
        {"big", {203, 310}, {310, 171}}};
    for (const auto& [name, left, right] : products)
        add(
            name, Op::MatMul, {{left}, {right}}, [](Graph&, Leaves x) { return matmul(x[0], x[1]); }, 2e-5);

    const ConvolutionAttributes same{.paddingBefore = {1, 1}, .paddingAfter = {1, 1}};
    const std::vector<std::tuple<std::string, Shape, Shape>> convolutions{
        {"odd", {3, 9, 7, 1}, {3, 3, 1, 3}},
        {"empty", {0, 6, 5, 2}, {3, 3, 2, 4}},
        {"big", {3, 41, 40, 7}, {3, 3, 7, 9}}};
    for (const auto& [name, image, kernel] : convolutions) {
        const std::array both{image, kernel};
        const Shape output = *info(Op::Convolution).shape(both, same);
        add(
            name, Op::Convolution, {{image}, {kernel}},
            [same](Graph&, Leaves x) { return convolution(x[0], x[1], same); }, 2e-5);
        add(
            name, Op::ConvolutionInputGradient, {{output}, {kernel}},
            [same, image](Graph&, Leaves x) { return convolutionInputGradient(x[0], x[1], same, image); },
            2e-5);
        add(
            name, Op::ConvolutionKernelGradient, {{image}, {output}},
            [same, kernel](Graph&, Leaves x) { return convolutionKernelGradient(x[0], x[1], same, kernel); },
            2e-5);
    }
    for (const auto& [name, image] :
         std::vector<std::pair<std::string, Shape>>{{"empty", {0, 6, 6, 3}}, {"large", {5, 81, 80, 9}}}) {
        const PoolAttributes pool;
        const std::array one{image};
        const Shape windows = *info(Op::MaxPool).shape(one, pool);
        const OpCase::Leaf looked{image, -1, 1, false, false};
        add(name, Op::MaxPool, {{image}}, [pool](Graph&, Leaves x) { return maxPool(x[0], pool); });
        add(name, Op::MaxPoolSelect, {looked, {image}},
            [pool](Graph&, Leaves x) { return maxPoolSelect(x[0], x[1], pool); });
        add(name, Op::MaxPoolGradient, {looked, {windows}},
            [pool](Graph&, Leaves x) { return maxPoolGradient(x[0], x[1], pool); });
        add(name, Op::AveragePool, {{image}}, [pool](Graph&, Leaves x) { return averagePool(x[0], pool); });
        add(name, Op::AveragePoolGradient, {{windows}},
            [pool, image](Graph&, Leaves x) { return averagePoolGradient(x[0], pool, image); });
    }
    return cases;
}

} // namespace protomind
