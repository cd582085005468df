// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/field.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace protomind {

/// Where in a training run a step is.
struct TrainingPosition {
    std::int64_t step = 0;          ///< steps done before this one, since the schedule began
    std::int64_t stepsPerEpoch = 1; ///< at least 1
    std::int64_t totalSteps = 1;    ///< of the whole run as planned; step may go past it
};

/// A share of the learning rate so small that steps are lost in rounding: weights have 24 bits.
inline constexpr double kNothingLeft = 1e-6;

/// The field of a schedule that begins with, or began again after, so many epochs.
inline constexpr const char* kScheduleBegins = "begins";

/// How the learning rate changes in the course of training, declared as data and one plain function.
struct ScheduleType {
    std::string name;    ///< in files: "cosine"
    std::string title;   ///< for a person: "Cosine"
    std::string summary; ///< one or two sentences
    std::string formula; ///< TeX; \eta_0 is the learning rate that was set, t the step
    std::vector<Field> fields;
    /// The learning rate of a step, from the one that was set.
    double (*learningRate)(double base, const TrainingPosition& position, const Settings& settings) = nullptr;
    /// Whether it has nothing more to change from this step on; null where it never has an end.
    bool (*isOver)(const TrainingPosition& position, const Settings& settings) = nullptr;
};

[[nodiscard]] std::span<const ScheduleType> scheduleTypes();
/// Null where there is none of that name.
[[nodiscard]] const ScheduleType* findSchedule(const std::string& name);

} // namespace protomind
