// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/step_code.h"

#include "engine/graph/op.h"

#include <algorithm>
#include <utility>

namespace protomind {

namespace {

Sentence workOfLoop(const Loop& loop) {
    // Constants are part of the instructions that use them.
    const auto constants = std::ranges::count(loop.body, Op::Constant, &Instruction::op);
    const std::int64_t operations = std::ssize(loop.body) - constants + std::ssize(loop.reductions);
    const std::string space = loop.space.text();
    if (operations == 0)
        return loop.loads.empty() ? sentence("One number, written {} times", loop.space.elementCount())
                                  : sentence("A copy of [{:s}]", space);
    return operations == 1 ? sentence("One loop of 1 operation over [{:s}]", space)
                           : sentence("One loop of {} operations over [{:s}]", operations, space);
}

Sentence workOfProduct(Node node) {
    const auto [left, right] = node.as<MatMulAttributes>();
    const std::int64_t rows = node.shape().back(1);
    const std::int64_t columns = node.shape().back(0);
    const std::int64_t inner = node.input(0).shape().back(left ? 1 : 0);
    const std::int64_t batches = rows * columns == 0 ? 0 : node.shape().elementCount() / (rows * columns);
    return batches == 1
               ? sentence("A product of [{} × {}] and [{} × {}]", rows, inner, inner, columns)
               : sentence("{} products of [{} × {}] and [{} × {}]", batches, rows, inner, inner, columns);
}

Sentence workOfContraction(ContractionOp op, Node node) {
    const std::string result = node.shape().text();
    switch (op) {
    case ContractionOp::MatMul:
        return workOfProduct(node);
    case ContractionOp::Convolution:
        return sentence("A convolution of [{:s}] with kernels [{:s}]", node.input(0).shape().text(),
                        node.input(1).shape().text());
    case ContractionOp::ConvolutionInputGradient:
        return sentence("The gradient of a convolution for its input [{:s}]", result);
    case ContractionOp::ConvolutionKernelGradient:
        return sentence("The gradient of a convolution for its kernels [{:s}]", result);
    }
    std::unreachable();
}

Sentence workOfWindows(WindowOp op, Node node) {
    const std::string from = node.input(0).shape().text();
    const std::string result = node.shape().text();
    switch (op) {
    case WindowOp::MaxPool:
        return sentence("Max pooling of [{:s}] to [{:s}]", from, result);
    case WindowOp::MaxPoolSelect:
        return sentence("What stands at the maxima of windows, as [{:s}]", result);
    case WindowOp::MaxPoolGradient:
        return sentence("The gradient of max pooling for its input [{:s}]", result);
    case WindowOp::AveragePool:
        return sentence("Average pooling of [{:s}] to [{:s}]", from, result);
    case WindowOp::AveragePoolGradient:
        return sentence("The gradient of average pooling for its input [{:s}]", result);
    }
    std::unreachable();
}

Sentence workOfIndex(IndexOp op, Node node) {
    switch (op) {
    case IndexOp::ArgMax:
        return sentence("The places of the greatest numbers in [{:s}]", node.input(0).shape().text());
    case IndexOp::Gather:
        return sentence("Rows looked up in a table [{:s}]", node.input(0).shape().text());
    case IndexOp::ScatterAdd:
        return sentence("Rows added up in a table [{:s}]", node.shape().text());
    }
    std::unreachable();
}

} // namespace

Sentence workOf(const Step& step) {
    if (const auto* loop = std::get_if<Loop>(&step.work))
        return workOfLoop(*loop);
    const Node node = std::get<Kernel>(step.work).node;
    if (const auto* contraction = loweredAs<ContractionOp>(node.op()))
        return workOfContraction(*contraction, node);
    if (const auto* window = loweredAs<WindowOp>(node.op()))
        return workOfWindows(*window, node);
    const auto* index = loweredAs<IndexOp>(node.op());
    require(index != nullptr, "workOf: an op that is no step");
    return workOfIndex(*index, node);
}

StepMethod methodAsDefined() {
    return {.how = "one operation after the other in double precision, as each is defined"};
}

StepCode stepCode(const Step& step, const StepMethod& method) {
    return {.words = sentence("{}, {}.", workOf(step), method.how), .library = method.library};
}

} // namespace protomind
