// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/loop_plan.h"

#include "engine/base/index.h"
#include "engine/program/loop_axes.h"

#include <algorithm>

namespace protomind {

namespace {

/// Floats of a block where every instruction goes over it by itself: a handful of blocks fit the first cache.
constexpr std::int64_t kBlockElements = 256;
/// The same where all instructions are one piece of code.
constexpr std::int64_t kCodeBlockElements = 1024;

/// Columns that a share is made of, at least.
constexpr std::int64_t kShareColumns = 64;
constexpr std::int64_t kMostShares = 8;
/// Smaller matrices stay where they are.
constexpr std::int64_t kShareElements = 4096;

PlannedAccess planAccess(const Access& access, const std::vector<LoopAxis>& axes, std::size_t which) {
    PlannedAccess planned{.value = access.value, .offset = access.offset};
    for (std::size_t axis = 0; axis + 2 < axes.size(); ++axis)
        planned.outer.push_back(axes[axis].strides[which]);
    planned.row = axes[axes.size() - 2].strides[which];
    planned.column = axes.back().strides[which];
    return planned;
}

/// Whether two values lie in the same memory: the same one, or one that replaces the other in the arena.
bool sameMemory(const Program& program, int a, int b) {
    const Value& x = program.values[at(a)];
    const Value& y = program.values[at(b)];
    if (a == b)
        return true;
    return x.storage == Storage::Arena && y.storage == Storage::Arena && x.offset < y.offset + y.elements &&
           y.offset < x.offset + x.elements;
}

/// The last instruction that reads each register; the number of instructions where a store or reduction does.
std::vector<int> lastUses(const LoopPlan& plan) {
    std::vector<int> last(plan.loads.size() + plan.body.size(), -1);
    for (std::size_t i = 0; i < plan.body.size(); ++i) {
        for (const int operand : plan.body[i].operands)
            last[at(operand)] = static_cast<int>(i);
    }
    const int end = static_cast<int>(plan.body.size());
    for (const auto& store : plan.stores)
        last[at(store.source)] = end;
    for (const auto& reduction : plan.reductions)
        last[at(reduction.source)] = end;
    return last;
}

/// What a block's stores overwrite is copied first, where a store or reduction still needs it then.
void keepWhatIsOverwritten(const Program& program, LoopPlan& plan, const std::vector<int>& last) {
    for (std::size_t i = 0; i < plan.loads.size(); ++i) {
        const bool overwritten = std::ranges::any_of(plan.stores, [&](const auto& store) {
            return sameMemory(program, plan.loads[i].from.value, store.to.value);
        });
        if (overwritten && last[i] == static_cast<int>(plan.body.size()))
            plan.loads[i].direct = false;
    }
}

/// Lets instructions compute straight into the memory of a store, where nothing still has to be read from
/// there.
void findDirectStores(const Program& program, LoopPlan& plan, const std::vector<int>& last) {
    for (std::size_t s = 0; s < plan.stores.size(); ++s) {
        auto& store = plan.stores[s];
        const int instruction = store.source - static_cast<int>(plan.loads.size());
        const bool inOrder = store.to.column == 1 && (plan.blockRows == 1 || store.to.row == plan.columns);
        if (instruction < 0 || !inOrder || plan.body[at(instruction)].directStore >= 0 ||
            plan.body[at(instruction)].op == Op::Constant)
            continue;
        const bool readLater = std::ranges::any_of(plan.loads, [&](const PlannedLoad& load) {
            const auto index = &load - plan.loads.data();
            return sameMemory(program, load.from.value, store.to.value) && last[at(index)] > instruction;
        });
        const bool shared = std::ranges::count_if(plan.stores, [&](const auto& other) {
                                return sameMemory(program, other.to.value, store.to.value);
                            }) > 1;
        if (!readLater && !shared) {
            store.direct = true;
            plan.body[at(instruction)].directStore = static_cast<int>(s);
        }
    }
}

/// Gives loads and instructions buffers; a buffer is free again after the last use of what it holds.
void assignBuffers(LoopPlan& plan, const std::vector<int>& last) {
    std::vector<int> free;
    const auto take = [&] {
        if (free.empty())
            return plan.buffers++;
        const int buffer = free.back();
        free.pop_back();
        return buffer;
    };
    for (PlannedLoad& load : plan.loads) {
        if (!load.direct)
            load.buffer = plan.buffers++;
    }
    // Constants are filled once a thread, so their buffers are not shared.
    for (PlannedInstruction& instruction : plan.body) {
        if (instruction.op == Op::Constant)
            instruction.buffer = plan.buffers++;
    }
    const auto loads = static_cast<int>(plan.loads.size());
    for (std::size_t i = 0; i < plan.body.size(); ++i) {
        PlannedInstruction& instruction = plan.body[i];
        // What is read for the last time here may be overwritten here: kernels go element by element.
        std::vector<int> ending;
        for (const int operand : instruction.operands) {
            if (operand >= loads && last[at(operand)] == static_cast<int>(i) &&
                std::ranges::find(ending, operand) == ending.end())
                ending.push_back(operand);
        }
        for (const int operand : ending) {
            const PlannedInstruction& made = plan.body[at(operand - loads)];
            if (made.op != Op::Constant && made.directStore < 0)
                free.push_back(made.buffer);
        }
        if (instruction.op != Op::Constant && instruction.directStore < 0)
            instruction.buffer = take();
    }
}

/// A sum over the rows of a matrix is shared out by columns, as the products before and after it are: what a
/// thread computes there stays near for it, and bringing it over from another processor takes longer than all
/// that is done with it here.
std::int64_t shareOfColumns(std::int64_t rows, std::int64_t columns) {
    if (columns < 2 * kShareColumns || columns % kShareColumns != 0 || rows * columns < kShareElements)
        return columns;
    std::int64_t shares = 2;
    while (shares < kMostShares && columns % (4 * shares * kShareColumns) == 0)
        shares *= 2;
    return columns / shares;
}

} // namespace

LoopPlan planLoop(const Program& program, const Loop& loop, bool asCode) {
    const std::int64_t blockElements = asCode ? kCodeBlockElements : kBlockElements;
    std::vector<LoopAxis> axes = mergedAxes(loop);
    const std::size_t count = accesses(loop).size();
    while (axes.size() < 2)
        axes.insert(axes.begin(), LoopAxis{1, axes.empty() ? false : axes.front().reduced,
                                           std::vector<std::int64_t>(count, 0)});

    LoopPlan plan;
    for (std::size_t axis = 0; axis + 2 < axes.size(); ++axis) {
        plan.outerSizes.push_back(axes[axis].size);
        plan.outerReduced.push_back(axes[axis].reduced);
    }
    const LoopAxis& row = axes[axes.size() - 2];
    const LoopAxis& column = axes.back();
    plan.rows = row.size;
    plan.columns = column.size;
    plan.rowsReduced = row.reduced;
    plan.columnsReduced = column.reduced;
    const bool sumsColumns = row.reduced && !column.reduced && axes.size() == 2;
    plan.blockColumns = std::clamp<std::int64_t>(
        sumsColumns ? shareOfColumns(row.size, column.size) : column.size, 1, blockElements);
    plan.sharesColumns = plan.blockColumns < column.size && sumsColumns;
    plan.blockRows = plan.blockColumns == column.size && column.size < blockElements
                         ? std::clamp<std::int64_t>(blockElements / plan.blockColumns, 1,
                                                    std::max<std::int64_t>(1, row.size))
                         : 1;
    plan.elements = loop.space.elementCount();
    plan.work = plan.elements * static_cast<std::int64_t>(loop.loads.size() + loop.body.size() + 1);

    std::size_t which = 0;
    for (const Access& access : loop.loads) {
        PlannedLoad load{.from = planAccess(access, axes, which++)};
        load.direct = load.from.column == 1 && (plan.blockRows == 1 || load.from.row == plan.columns);
        load.repeating = load.from.row == 0 &&
                         std::ranges::all_of(load.from.outer, [](std::int64_t s) { return s == 0; }) &&
                         (load.from.column == 0 || plan.blockColumns == plan.columns);
        load.scalar = load.repeating && load.from.column == 0;
        plan.loads.push_back(std::move(load));
    }
    for (const Instruction& instruction : loop.body)
        plan.body.push_back({instruction.op, instruction.operands, instruction.value, instruction.random});
    for (const Store& store : loop.stores)
        plan.stores.push_back({store.source, planAccess(store.to, axes, which++)});
    for (const LoopReduction& reduction : loop.reductions)
        plan.reductions.push_back({reduction.op, reduction.source, planAccess(reduction.to, axes, which++)});

    const std::vector<int> last = lastUses(plan);
    if (!asCode)
        keepWhatIsOverwritten(program, plan, last);
    findDirectStores(program, plan, last);
    assignBuffers(plan, last);
    return plan;
}

} // namespace protomind
