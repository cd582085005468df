// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/element_text.h"

#include "engine/base/problem.h"

#include <fmt/format.h>

#include <cmath>

namespace protomind {

namespace {

/// {0}, {1}, {2}: the operands.
const char* pattern(Op op) {
    switch (op) {
    case Op::Negate:
        return "-{0}";
    case Op::Absolute:
        return "fabs({0})";
    case Op::Sign:
        return "{0} > 0.0f ? 1.0f : {0} < 0.0f ? -1.0f : 0.0f";
    case Op::Exp:
        return "exp({0})";
    case Op::Log:
        return "log({0})";
    case Op::Sqrt:
        return "sqrt({0})";
    case Op::Sin:
        return "sin({0})";
    case Op::Cos:
        return "cos({0})";
    case Op::Tanh:
        return "tanh({0})";
    case Op::Sigmoid:
        return "1.0f / (1.0f + exp(-{0}))";
    case Op::Erf:
        return "erf({0})";
    case Op::Relu: // NaN stays
        return "{0} <= 0.0f ? 0.0f : {0}";
    case Op::StopGradient:
        return "{0}";
    case Op::Add:
        return "{0} + {1}";
    case Op::Subtract:
        return "{0} - {1}";
    case Op::Multiply:
        return "{0} * {1}";
    case Op::Divide:
        return "{0} / {1}";
    case Op::Power:
        return "pow({0}, {1})";
    case Op::Maximum:
        return "greater({0}, {1})";
    case Op::Minimum:
        return "smaller({0}, {1})";
    case Op::Less:
        return "{0} < {1} ? 1.0f : 0.0f";
    case Op::Equal:
        return "{0} == {1} ? 1.0f : 0.0f";
    case Op::Where:
        return "{0} != 0.0f ? {1} : {2}";
    default:
        return nullptr;
    }
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
    const char* const form = pattern(instruction.op);
    require(form != nullptr, "expression: an op that is not elementwise");
    const auto operand = [&](std::size_t i) { return i < operands.size() ? operands[i] : std::string(); };
    return fmt::format(fmt::runtime(form), operand(0), operand(1), operand(2));
}

} // namespace protomind
