// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/element_text.h"

#include "engine/base/problem.h"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>

namespace protomind {

namespace {

/// {0}, {1}, {2}: the operands.
const char* pattern(PointwiseOp op) {
    switch (op) {
    case PointwiseOp::RandomUniform:
        break; // of an element's index
    case PointwiseOp::Negate:
        return "-{0}";
    case PointwiseOp::Absolute:
        return "fabs({0})";
    case PointwiseOp::Sign:
        return "{0} > 0.0f ? 1.0f : {0} < 0.0f ? -1.0f : 0.0f";
    case PointwiseOp::Exp:
        return "exp({0})";
    case PointwiseOp::Log:
        return "log({0})";
    case PointwiseOp::Sqrt:
        return "sqrt({0})";
    case PointwiseOp::Sin:
        return "sin({0})";
    case PointwiseOp::Cos:
        return "cos({0})";
    case PointwiseOp::Tanh:
        return "tanh({0})";
    case PointwiseOp::Sigmoid:
        return "1.0f / (1.0f + exp(-{0}))";
    case PointwiseOp::Erf:
        return "erf({0})";
    case PointwiseOp::Relu: // NaN stays
        return "{0} <= 0.0f ? 0.0f : {0}";
    case PointwiseOp::StopGradient:
        return "{0}";
    case PointwiseOp::Add:
        return "{0} + {1}";
    case PointwiseOp::Subtract:
        return "{0} - {1}";
    case PointwiseOp::Multiply:
        return "{0} * {1}";
    case PointwiseOp::Divide:
        return "{0} / {1}";
    case PointwiseOp::Power:
        return "pow({0}, {1})";
    case PointwiseOp::Maximum:
        return "greater({0}, {1})";
    case PointwiseOp::Minimum:
        return "smaller({0}, {1})";
    case PointwiseOp::Less:
        return "{0} < {1} ? 1.0f : 0.0f";
    case PointwiseOp::Equal:
        return "{0} == {1} ? 1.0f : 0.0f";
    case PointwiseOp::Where:
        return "{0} != 0.0f ? {1} : {2}";
    }
    throw std::logic_error("expression: not an op on elements");
}

} // namespace

std::string literal(float value) {
    if (std::isnan(value))
        return "NAN";
    if (std::isinf(value))
        return value > 0 ? "INFINITY" : "-INFINITY";
    return fmt::format("{:#.9g}f", value);
}

std::string expression(const Instruction& instruction, std::span<const std::string> operands,
                       const std::string& element) {
    if (instruction.op == Op::Constant)
        return literal(instruction.value);
    if (instruction.op == Op::RandomUniform) {
        const RandomAttributes& random = instruction.random;
        return fmt::format("random_element({}u, {}u, {}u, run, (uint)({}))",
                           static_cast<std::uint32_t>(random.seed),
                           static_cast<std::uint32_t>(random.seed >> 32),
                           static_cast<std::uint32_t>(random.stream), element);
    }
    const auto* op = loweredAs<PointwiseOp>(instruction.op);
    require(op != nullptr, "expression: an op that is not elementwise");
    const auto operand = [&](std::size_t i) { return i < operands.size() ? operands[i] : std::string(); };
    return fmt::format(fmt::runtime(pattern(*op)), operand(0), operand(1), operand(2));
}

} // namespace protomind
