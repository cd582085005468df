// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/training_plan.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

const ScheduleType& scheduleOf(const TrainingSettings& settings) {
    const ScheduleType* schedule = findSchedule(settings.schedule);
    require(schedule != nullptr, "no schedule of that name");
    return *schedule;
}

/// Steps done when the schedule began.
std::int64_t scheduleStart(const TrainingSettings& settings, StepsDone done) {
    const ScheduleType& schedule = scheduleOf(settings);
    if (std::ranges::find(schedule.fields, kScheduleBegins, &Field::name) == schedule.fields.end())
        return 0;
    const std::int64_t start =
        integer(schedule.fields, settings.scheduleSettings, kScheduleBegins) * done.perEpoch;
    return done.steps >= start ? start : 0;
}

} // namespace

TrainingPosition schedulePosition(const TrainingSettings& settings, StepsDone done) {
    return {.step = done.steps - scheduleStart(settings, done),
            .stepsPerEpoch = done.perEpoch,
            .totalSteps = std::max<std::int64_t>(settings.epochs * done.perEpoch, 1)};
}

double scheduledRate(const TrainingSettings& settings, StepsDone done) {
    return scheduleOf(settings).learningRate(settings.learningRate, schedulePosition(settings, done),
                                             settings.scheduleSettings);
}

std::int64_t lastPlannedStep(const TrainingSettings& settings, StepsDone done) {
    return scheduleStart(settings, done) + settings.epochs * done.perEpoch;
}

std::int64_t trainingGoal(const TrainingSettings& settings, StepsDone done) {
    const std::int64_t planned = lastPlannedStep(settings, done);
    if (done.steps < planned)
        return planned;
    return (done.steps / done.perEpoch + settings.epochs) * done.perEpoch;
}

ScheduleEnd scheduleEnd(const TrainingSettings& settings, StepsDone done) {
    const ScheduleType& schedule = scheduleOf(settings);
    const TrainingPosition position = schedulePosition(settings, done);
    if (schedule.isOver == nullptr || !schedule.isOver(position, settings.scheduleSettings))
        return ScheduleEnd::NotYet;
    return schedule.learningRate(1, position, settings.scheduleSettings) < kNothingLeft ? ScheduleEnd::Nothing
                                                                                        : ScheduleEnd::Floor;
}

std::int64_t firstStepWithNothing(const TrainingSettings& settings, StepsDone done, std::int64_t limit) {
    // What is over stays over, unless the schedule begins again on the way.
    const auto nothingAt = [&](std::int64_t step) {
        return scheduleEnd(settings, {step, done.perEpoch}) == ScheduleEnd::Nothing;
    };
    std::int64_t before = done.steps;
    std::int64_t after = limit;
    if (before >= after || nothingAt(before))
        return std::min(before, limit);
    while (after - before > 1) {
        const std::int64_t middle = before + (after - before) / 2;
        (nothingAt(middle) ? after : before) = middle;
    }
    return after;
}

TrainingSettings withScheduleAgain(TrainingSettings settings, StepsDone done) {
    settings.scheduleSettings[kScheduleBegins] = done.steps / done.perEpoch;
    return settings;
}

std::string scheduleEndSentence(const TrainingSettings& settings, StepsDone done) {
    return fmt::format("The schedule {} is over after epoch {}: the learning rate is {:g} and stays so.",
                       scheduleOf(settings).title, done.steps / done.perEpoch, scheduledRate(settings, done));
}

} // namespace protomind
