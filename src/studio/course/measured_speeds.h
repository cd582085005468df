// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace protomind {

/// The device that every machine has, as it is called in experiments.
inline constexpr const char* kProcessor = "cpu";

/// What a network's training was computed on, and how fast that was.
struct MeasuredWay {
    std::string device; ///< "cpu", "opencl:0"
    std::int64_t threads = 0;
    double stepsPerSecond = 0;

    /// Whether the processor computes, and not a device beside it.
    [[nodiscard]] bool isProcessor() const { return device == kProcessor; }
};

/// How fast the same network trains in each way that was tried: a device and its number of threads. Only what
/// runs at full speed is measured, from the first of its steps in a row to the last, and only once they are
/// enough: a few say nothing.
class MeasuredSpeeds {
public:
    static constexpr std::int64_t kLeastSteps = 20;

    /// All that was measured is of no interest any more.
    void clear();
    /// Steps are taken in this way from now on: a measurement begins at the step that is done.
    void begin(const std::string& device, std::int64_t threads, std::int64_t step);
    /// So far it has come, at stepsPerSecond since the last that was told.
    void take(std::int64_t step, double stepsPerSecond);
    /// What follows is not at full speed, or comes after a pause.
    void pause(std::int64_t step);

    /// Each once; the one that was measured last comes last.
    [[nodiscard]] const std::vector<MeasuredWay>& ways() const { return m_ways; }

private:
    std::vector<MeasuredWay> m_ways;
    MeasuredWay m_present;
    std::int64_t m_step = 0; ///< told last
    std::int64_t m_steps = 0;
    double m_seconds = 0;
};

} // namespace protomind
