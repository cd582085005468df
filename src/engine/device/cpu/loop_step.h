// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/cpu/cpu_step.h"
#include "engine/device/cpu/loop_method.h"
#include "engine/device/cpu/scratch.h"
#include "engine/program/program.h"

#include <memory>

namespace protomind {

/// A fused loop, ready to run on as many threads as the scratch memory is for, which outlives it.
/// machineCode: bodies become code of their own where the processor allows it; otherwise vector kernels
/// interpret them.
[[nodiscard]] std::unique_ptr<CpuStep> makeLoopStep(const Program& program, const Loop& loop,
                                                    LoopMethod method, Scratch& scratch);

} // namespace protomind
