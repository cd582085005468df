// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/program/verify.h"

#include "engine/base/index.h"
#include "engine/program/lower.h"
#include "engine/program/plan_memory.h"

#include <fmt/format.h>

#include <stdexcept>

namespace protomind {

namespace {

[[noreturn]] void broken(const Program& program, std::size_t step, const std::string& what) {
    throw std::logic_error(fmt::format("program, step {} ({}): {}", step, program.steps[step].name, what));
}

void checkAccess(const Program& program, std::size_t step, const Access& access, const Shape& space) {
    if (access.strides.size() != static_cast<std::size_t>(space.rank()))
        broken(program, step, "an access does not know its space");
    std::int64_t low = access.offset;
    std::int64_t high = access.offset;
    for (int axis = 0; axis < space.rank(); ++axis) {
        const std::int64_t reach = access.strides[at(axis)] * (space[axis] - 1);
        (reach < 0 ? low : high) += reach;
    }
    if (space.elementCount() > 0 && (low < 0 || high >= program.values[at(access.value)].elements))
        broken(program, step, "an access leaves its value");
}

void checkStep(const Program& program, std::size_t index) {
    const auto* loop = std::get_if<Loop>(&program.steps[index].work);
    if (!loop)
        return;
    for (const Access& load : loop->loads)
        checkAccess(program, index, load, loop->space);
    for (const Store& store : loop->stores)
        checkAccess(program, index, store.to, loop->space);
    for (const LoopReduction& reduction : loop->reductions)
        checkAccess(program, index, reduction.to, loop->space);
    int registers = static_cast<int>(loop->loads.size());
    for (const Instruction& instruction : loop->body) {
        for (const int operand : instruction.operands) {
            if (operand < 0 || operand >= registers)
                broken(program, index, "an operand that is not computed yet");
        }
        ++registers;
    }
}

} // namespace

void verify(const Computation& before, const Computation& after, const char* pass) {
    const auto check = [&](bool holds, const char* what) {
        if (!holds)
            throw std::logic_error(fmt::format("pass {}: {}", pass, what));
    };
    check(before.outputs.size() == after.outputs.size() && before.updates.size() == after.updates.size(),
          "something was lost");
    for (std::size_t i = 0; i < after.outputs.size(); ++i) {
        check(&after.outputs[i].node.graph() == after.graph.get(), "an output of another graph");
        check(after.outputs[i].node.shape() == before.outputs[i].node.shape(), "an output changed its shape");
        check(after.outputs[i].name == before.outputs[i].name, "an output changed its name");
    }
    for (std::size_t i = 0; i < after.updates.size(); ++i) {
        check(after.updates[i].variable.op() == Op::Variable, "an update of what is no variable");
        check(after.updates[i].value.shape() == after.updates[i].variable.shape(),
              "an update changed its shape");
    }
}

void verify(const Program& program) {
    std::vector<bool> written(program.values.size(), false);
    for (std::size_t i = 0; i < written.size(); ++i)
        written[i] = program.values[i].storage != Storage::Arena;
    for (std::size_t index = 0; index < program.steps.size(); ++index) {
        checkStep(program, index);
        for (const int value : valuesRead(program.steps[index])) {
            if (!written[at(value)])
                broken(program, index, "reads what nobody has written");
        }
        for (const int value : valuesWritten(program.steps[index]))
            written[at(value)] = true;
    }
    for (std::size_t a = 0; a < program.values.size(); ++a) {
        const Value& x = program.values[a];
        if (x.storage != Storage::Arena || x.firstStep < 0)
            continue;
        for (std::size_t b = a + 1; b < program.values.size(); ++b) {
            const Value& y = program.values[b];
            if (y.storage != Storage::Arena || y.firstStep < 0 || x.firstStep > y.lastStep ||
                y.firstStep > x.lastStep || x.offset >= y.offset + y.elements ||
                y.offset >= x.offset + x.elements)
                continue;
            // Together in time and place: allowed only where one loop replaces the one by the other, element
            // by element.
            const bool xFirst = x.lastStep == y.firstStep;
            const auto step = static_cast<std::size_t>(xFirst ? y.firstStep : x.firstStep);
            const auto read = static_cast<int>(xFirst ? a : b);
            const auto stored = static_cast<int>(xFirst ? b : a);
            if ((!xFirst && y.lastStep != x.firstStep) || x.offset != y.offset ||
                !readsWhereItStores(program.steps[step], read, stored))
                broken(program, step, "two values are in the same place at the same time");
        }
    }
}

} // namespace protomind
