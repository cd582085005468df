// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/step_code.h"

#include <cstdint>
#include <span>

namespace protomind {

/// One step of a program made ready for the processor. Values are found by number in the table of pointers
/// that the executable keeps, so binding another buffer changes one pointer.
class CpuStep {
public:
    virtual ~CpuStep() = default;
    /// On so many threads at most: as many as its device has, or fewer.
    virtual void run(std::span<float* const> values, std::uint64_t run, int threads) = 0;
    /// How it computes, for people who look into it.
    [[nodiscard]] virtual StepMethod method() const = 0;
    /// Whether there is enough work for more than one thread.
    [[nodiscard]] virtual bool sharesWork() const { return false; }
    /// Floats that it keeps for itself from run to run.
    [[nodiscard]] virtual std::int64_t ownElements() const { return 0; }
};

/// Elements times operations from which a step is worth more than one thread.
inline constexpr std::int64_t kParallelWork = 1 << 18;

} // namespace protomind
