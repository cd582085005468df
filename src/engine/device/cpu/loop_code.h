// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/cpu/loop_method.h"
#include "engine/device/cpu/loop_plan.h"

#include <cstdint>
#include <memory>

namespace protomind {

/// Whether the body of a loop can become machine code by this method on this processor: arithmetic,
/// comparisons and roots can, transcendental functions and random numbers stay with the vector kernels.
[[nodiscard]] bool loopCodeCovers(const Loop& loop, LoopMethod method);

/// The body of a fused loop as machine code: a vector of every operand is loaded, goes through all
/// instructions in registers, and is stored. A product that is only added to something is fused with the sum.
class LoopCode {
public:
    virtual ~LoopCode() = default;

    /// The processor has no such code, the body needs more registers than there are, or the system doesn't
    /// let a program make code: null.
    [[nodiscard]] static std::unique_ptr<LoopCode> make(const LoopPlan& plan, LoopMethod method);

    /// Computes count elements. operands: where each load begins, then each store, then the sums (or maxima)
    /// of each reduction, element by element; a scalar load is one number.
    void run(float* const* operands, std::int64_t count) const { m_function(operands, count); }

protected:
    using Function = void (*)(float* const* operands, std::int64_t count);
    Function m_function = nullptr;
};

} // namespace protomind
