// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/cpu/loop_plan.h"

#include <vector>

namespace protomind {

/// The body of a loop in the instructions of a processor. Values are numbered: first the loads, then the
/// items, in order.
struct LoweredLoop {
    enum class What {
        Constant,
        Copy,
        Add,
        Subtract,
        Multiply,
        Divide,
        DivideClose, ///< the same for a divisor that is neither nearly zero nor huge, to the last bit or two
        MultiplyAdd, ///< a b + c, rounded once
        MultiplySubtract, ///< a b - c
        SubtractProduct,  ///< c - a b
        Sqrt,
        SqrtClose, ///< of what is not infinite, to the last bit or two
        Maximum,
        Minimum,
        Negate,
        Absolute,
        Relu,
        Less,
        Equal,
        Where,
    };
    struct Item {
        What what = What::Constant;
        std::vector<int> operands; ///< values
        float value = 0;           ///< of a constant
    };
    struct Sum {
        int source = -1; ///< value
        bool maximum = false;
    };
    int loads = 0;
    std::vector<Item> items;
    std::vector<int> stores; ///< values
    std::vector<Sum> sums;

    /// By value: the last item that reads it; the number of items where a store or sum does; -1: nothing.
    [[nodiscard]] std::vector<int> lastUses() const;
};

[[nodiscard]] bool canLower(const Loop& loop);
/// Products that are only added or subtracted become one item with that; a division by a root and something
/// more, as of optimisers, need not be exact to the last bit; what nothing reads is left out.
[[nodiscard]] LoweredLoop lowerLoop(const LoopPlan& plan);

} // namespace protomind
