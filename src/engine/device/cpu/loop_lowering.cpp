// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/loop_lowering.h"

#include "engine/base/index.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace protomind {

namespace {

using What = LoweredLoop::What;

std::optional<What> whatOf(Op op) {
    if (op == Op::Constant)
        return What::Constant;
    const auto* pointwise = loweredAs<PointwiseOp>(op);
    if (!pointwise)
        return std::nullopt;
    switch (*pointwise) {
    case PointwiseOp::StopGradient:
        return What::Copy;
    case PointwiseOp::Add:
        return What::Add;
    case PointwiseOp::Subtract:
        return What::Subtract;
    case PointwiseOp::Multiply:
        return What::Multiply;
    case PointwiseOp::Divide:
        return What::Divide;
    case PointwiseOp::Sqrt:
        return What::Sqrt;
    case PointwiseOp::Maximum:
        return What::Maximum;
    case PointwiseOp::Minimum:
        return What::Minimum;
    case PointwiseOp::Negate:
        return What::Negate;
    case PointwiseOp::Absolute:
        return What::Absolute;
    case PointwiseOp::Relu:
        return What::Relu;
    case PointwiseOp::Less:
        return What::Less;
    case PointwiseOp::Equal:
        return What::Equal;
    case PointwiseOp::Where:
        return What::Where;
    case PointwiseOp::RandomUniform:
    case PointwiseOp::Sign:
    case PointwiseOp::Exp:
    case PointwiseOp::Log:
    case PointwiseOp::Sin:
    case PointwiseOp::Cos:
    case PointwiseOp::Tanh:
    case PointwiseOp::Sigmoid:
    case PointwiseOp::Erf:
    case PointwiseOp::Power:
        return std::nullopt; // more than a few instructions: a loop with one goes through the vector kernels
    }
    std::unreachable();
}

bool isMaximum(ReductionOp op) {
    switch (op) {
    case ReductionOp::ReduceSum:
        return false;
    case ReductionOp::ReduceMax:
        return true;
    }
    std::unreachable();
}

/// How often each value is read.
std::vector<int> useCounts(const LoweredLoop& loop) {
    std::vector<int> uses(at(loop.loads) + loop.items.size(), 0);
    for (const LoweredLoop::Item& item : loop.items)
        for (const int operand : item.operands)
            ++uses[at(operand)];
    for (const int store : loop.stores)
        ++uses[at(store)];
    for (const LoweredLoop::Sum& sum : loop.sums)
        ++uses[at(sum.source)];
    return uses;
}

/// Turns a sum or difference with a product that nothing else reads into one item.
void fuseProducts(LoweredLoop& loop) {
    const std::vector<int> uses = useCounts(loop);
    const auto product = [&](int value) -> const LoweredLoop::Item* {
        if (value < loop.loads || uses[at(value)] != 1)
            return nullptr;
        const LoweredLoop::Item& item = loop.items[at(value - loop.loads)];
        return item.what == What::Multiply ? &item : nullptr;
    };
    for (LoweredLoop::Item& item : loop.items) {
        if (item.what != What::Add && item.what != What::Subtract)
            continue;
        const int left = item.operands[0];
        const int right = item.operands[1];
        if (const auto* factors = product(left)) {
            item = {item.what == What::Add ? What::MultiplyAdd : What::MultiplySubtract,
                    {factors->operands[0], factors->operands[1], right}};
        } else if (const auto* others = product(right)) {
            item = {item.what == What::Add ? What::MultiplyAdd : What::SubtractProduct,
                    {others->operands[0], others->operands[1], left}};
        }
    }
}

/// a / (s sqrt(b) + c) with a number c above zero: roots and divisions of whole vectors take the processor
/// longer than all else that an optimiser does with a weight, where an estimate and a step of Newton's would
/// do.
void relaxDivisions(LoweredLoop& loop) {
    const std::vector<int> uses = useCounts(loop);
    const auto item = [&](int value) -> LoweredLoop::Item* {
        return value < loop.loads ? nullptr : &loop.items[at(value - loop.loads)];
    };
    for (LoweredLoop::Item& division : loop.items) {
        if (division.what != What::Divide)
            continue;
        const LoweredLoop::Item* divisor = item(division.operands[1]);
        if (!divisor || (divisor->what != What::Add && divisor->what != What::MultiplyAdd))
            continue;
        LoweredLoop::Item* root = nullptr;
        bool above = false;
        for (const int operand : divisor->operands) {
            LoweredLoop::Item* part = item(operand);
            if (part && part->what == What::Sqrt && uses[at(operand)] == 1)
                root = part;
            above = above || (part && part->what == What::Constant && part->value > 0 &&
                              operand == divisor->operands.back());
        }
        if (!root || !above)
            continue;
        root->what = What::SqrtClose;
        division.what = What::DivideClose;
    }
}

/// Leaves out the items that nothing reads.
void prune(LoweredLoop& loop) {
    std::vector<int> uses = useCounts(loop);
    for (std::size_t i = loop.items.size(); i-- > 0;) {
        if (uses[at(loop.loads) + i] == 0)
            for (const int operand : loop.items[i].operands)
                --uses[at(operand)];
    }
    std::vector<int> renamed(uses.size(), -1);
    for (int load = 0; load < loop.loads; ++load)
        renamed[at(load)] = load;
    std::vector<LoweredLoop::Item> kept;
    for (std::size_t i = 0; i < loop.items.size(); ++i) {
        if (uses[at(loop.loads) + i] == 0)
            continue;
        for (int& operand : loop.items[i].operands)
            operand = renamed[at(operand)];
        renamed[at(loop.loads) + i] = loop.loads + static_cast<int>(kept.size());
        kept.push_back(std::move(loop.items[i]));
    }
    loop.items = std::move(kept);
    for (int& store : loop.stores)
        store = renamed[at(store)];
    for (LoweredLoop::Sum& sum : loop.sums)
        sum.source = renamed[at(sum.source)];
}

} // namespace

std::vector<int> LoweredLoop::lastUses() const {
    std::vector<int> last(at(loads) + items.size(), -1);
    for (std::size_t i = 0; i < items.size(); ++i)
        for (const int operand : items[i].operands)
            last[at(operand)] = static_cast<int>(i);
    const int end = static_cast<int>(items.size());
    for (const int store : stores)
        last[at(store)] = end;
    for (const Sum& sum : sums)
        last[at(sum.source)] = end;
    return last;
}

bool canLower(const Loop& loop) {
    return std::ranges::all_of(
        loop.body, [](const Instruction& instruction) { return whatOf(instruction.op).has_value(); });
}

LoweredLoop lowerLoop(const LoopPlan& plan) {
    LoweredLoop loop{.loads = static_cast<int>(plan.loads.size())};
    for (const PlannedInstruction& instruction : plan.body)
        loop.items.push_back({*whatOf(instruction.op), instruction.operands, instruction.value});
    for (const auto& store : plan.stores)
        loop.stores.push_back(store.source);
    for (const auto& reduction : plan.reductions)
        loop.sums.push_back({reduction.source, isMaximum(reduction.op)});
    fuseProducts(loop);
    prune(loop);
    relaxDivisions(loop);
    return loop;
}

} // namespace protomind
