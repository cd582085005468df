// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "engine/instance/variable_store.h"
#include "engine/train/computations.h"
#include "studio/bench/benchmarks.h"

#include <memory>

namespace protomind {

/// A program of a work with everything bound, on samples of random numbers: ready to be run and timed.
class TimedStep {
public:
    /// One whole training step.
    [[nodiscard]] static Result<TimedStep> training(Device& device, const Benchmark& work);
    /// The network's answers for so many samples.
    [[nodiscard]] static Result<TimedStep> inference(Device& device, const Benchmark& work,
                                                     std::int64_t samples);

    [[nodiscard]] Executable& executable() { return *m_executable; }
    [[nodiscard]] const Program& program() const { return m_executable->program(); }
    Result<void> run() { return m_executable->run(m_run++); }
    /// From the computation to the executable.
    [[nodiscard]] double compileSeconds() const { return m_compileSeconds; }

private:
    TimedStep() = default;

    VariableStore m_variables;
    std::unique_ptr<Executable> m_executable;
    std::uint64_t m_run = 0;
    double m_compileSeconds = 0;
};

} // namespace protomind
