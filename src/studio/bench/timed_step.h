// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "engine/instance/variable_store.h"
#include "engine/train/computations.h"
#include "studio/bench/benchmarks.h"

#include <memory>
#include <string>
#include <vector>

namespace protomind {

/// A program of a work with everything bound, on samples of random numbers: ready to be run and timed. What
/// it computes is taken as a program does that works with it, so that times are those of the device and not
/// of telling it what to do: answers after every run, figures of training some runs late.
class TimedStep {
public:
    /// One whole training step.
    [[nodiscard]] static Result<TimedStep> training(Device& device, const Benchmark& work);
    /// The network's answers for so many samples.
    [[nodiscard]] static Result<TimedStep> inference(Device& device, const Benchmark& work,
                                                     std::int64_t samples);

    [[nodiscard]] Executable& executable() { return *m_executable; }
    [[nodiscard]] const Program& program() const { return m_executable->program(); }
    Result<void> run();
    /// Waits until all runs are done.
    void settle();
    /// From the computation to the executable.
    [[nodiscard]] double compileSeconds() const { return m_compileSeconds; }

private:
    TimedStep() = default;
    /// Sees to it that the output is taken, where the device keeps it to itself.
    void take(const std::string& output);

    VariableStore m_variables;
    std::unique_ptr<Executable> m_executable;
    std::unique_ptr<Readout> m_figure; ///< of training, where the device is not the processor
    std::size_t m_onTheWay = 0;
    Buffer* m_answers = nullptr; ///< likewise of inference
    std::vector<float> m_taken;
    std::uint64_t m_run = 0;
    double m_compileSeconds = 0;
};

} // namespace protomind
