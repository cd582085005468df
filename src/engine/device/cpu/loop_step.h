// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/cpu/cpu_step.h"
#include "engine/program/program.h"

#include <memory>

namespace protomind {

/// A fused loop, ready to run: plan, scratch memory for every thread, partial sums.
[[nodiscard]] std::unique_ptr<CpuStep> makeLoopStep(const Program& program, const Loop& loop);

} // namespace protomind
