// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/cpu/cpu_step.h"
#include "engine/device/cpu/loop_method.h"
#include "engine/program/program.h"

#include <memory>

namespace protomind {

/// A fused loop, ready to run: plan, scratch memory for every thread, partial sums. machineCode: bodies
/// become code of their own where the processor allows it; otherwise vector kernels interpret them.
[[nodiscard]] std::unique_ptr<CpuStep> makeLoopStep(const Program& program, const Loop& loop,
                                                    LoopMethod method);

} // namespace protomind
