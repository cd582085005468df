// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "studio/bench/benchmarks.h"
#include "studio/bench/memory_plan.h"
#include "studio/bench/timing.h"

#include <functional>
#include <string>
#include <vector>

namespace protomind {

/// What it costs until a network has run for the first time.
struct StartCost {
    double compileSeconds = 0; ///< from the computation to the executable
    double runSeconds = 0;     ///< the first run, in which libraries may still make code
};

/// What one line of a table of figures says.
struct BenchmarkFigure {
    std::string name;
    Timing timing;               ///< of a run
    double flops = 0;            ///< useful operations of a run
    std::int64_t parameters = 0; ///< numbers that the network learns
    StartCost first;             ///< in this process
    StartCost again;             ///< the same network once more
    MemoryPlan memory;
    [[nodiscard]] double gigaflops() const { return flops * 1e-9 / timing.median; }
};

struct MeasureWishes {
    std::string filter; ///< only works with this in their name
    TimingLimits limits;
};

/// The figures of this machine: whole training steps, and the answers of the convolutional network. Tells
/// each figure as soon as it is there; told returns false to stop.
[[nodiscard]] Result<std::vector<BenchmarkFigure>>
measure(Device& device, const MeasureWishes& wishes, const std::function<bool(const BenchmarkFigure&)>& told);

} // namespace protomind
