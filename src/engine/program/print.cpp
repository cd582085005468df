// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/program/program.h"

#include <fmt/format.h>

namespace protomind {

namespace {

std::string print(const Program& program, int value) {
    const Value& v = program.values[static_cast<std::size_t>(value)];
    switch (v.storage) {
    case Storage::Arena:
        return fmt::format("v{}@{}", value, v.offset);
    case Storage::Constant:
        return fmt::format("constant {}", v.constantNode);
    case Storage::Input:
    case Storage::Variable:
        break;
    }
    return v.name;
}

std::string print(const Program& program, const Loop& loop) {
    std::string text = fmt::format("for {}", loop.space.text());
    int next = 0;
    for (const Access& load : loop.loads)
        text +=
            fmt::format("; r{} = {}[{}]", next++, print(program, load.value), fmt::join(load.strides, ","));
    for (const Instruction& instruction : loop.body) {
        text += fmt::format("; r{} = {}", next++, info(instruction.op).name);
        if (instruction.op == Op::Constant)
            text += fmt::format(" {}", instruction.value);
        for (const int operand : instruction.operands)
            text += fmt::format(" r{}", operand);
    }
    for (const Store& store : loop.stores)
        text += fmt::format("; {}[{}] = r{}", print(program, store.to.value),
                            fmt::join(store.to.strides, ","), store.source);
    for (const LoopReduction& reduction : loop.reductions)
        text += fmt::format("; {}[{}] = {} r{}", print(program, reduction.to.value),
                            fmt::join(reduction.to.strides, ","), info(static_cast<Op>(reduction.op)).name,
                            reduction.source);
    return text;
}

std::string print(const Program& program, const Kernel& kernel) {
    std::string text = fmt::format("{} = {}(", print(program, kernel.output), info(kernel.node.op()).name);
    for (std::size_t i = 0; i < kernel.inputs.size(); ++i)
        text += fmt::format("{}{}", i == 0 ? "" : ", ", print(program, kernel.inputs[i]));
    return text + ")  " + kernel.node.shape().text();
}

} // namespace

std::string print(const Program& program) {
    std::string text =
        fmt::format("memory {} of {} floats\n", program.arenaElements, program.unsharedElements);
    for (std::size_t index = 0; index < program.steps.size(); ++index) {
        const Step& step = program.steps[index];
        text += fmt::format("{:3} {}\n      {}\n", index, step.name,
                            std::visit([&](const auto& work) { return print(program, work); }, step.work));
    }
    return text;
}

} // namespace protomind
