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
    // Asked for at every step: most never began again.
    if (!settings.scheduleSettings.contains(kScheduleBegins) || !canBeginAgain(settings))
        return 0;
    const std::int64_t start =
        integer(scheduleOf(settings).fields, settings.scheduleSettings, kScheduleBegins) * done.perEpoch;
    return done.steps >= start ? start : 0;
}

/// The first step from first on, before limit, of which isSo holds; what holds of one holds of all that
/// follow.
template<typename Property>
std::int64_t firstStep(std::int64_t first, std::int64_t limit, const Property& isSo) {
    if (first >= limit || isSo(first))
        return std::min(first, limit);
    while (limit - first > 1) {
        const std::int64_t middle = first + (limit - first) / 2;
        (isSo(middle) ? limit : first) = middle;
    }
    return limit;
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
    return firstStep(done.steps, limit, [&](std::int64_t step) {
        return scheduleEnd(settings, {step, done.perEpoch}) == ScheduleEnd::Nothing;
    });
}

bool canBeginAgain(const TrainingSettings& settings) {
    const std::vector<Field>& fields = scheduleOf(settings).fields;
    return std::ranges::find(fields, kScheduleBegins, &Field::name) != fields.end();
}

TrainingSettings withScheduleAgain(TrainingSettings settings, StepsDone done) {
    if (canBeginAgain(settings))
        settings.scheduleSettings[kScheduleBegins] = done.steps / done.perEpoch;
    return settings;
}

TrainingSettings withScheduleFromTheStart(TrainingSettings settings) {
    settings.scheduleSettings.erase(kScheduleBegins);
    return settings;
}

Sentence scheduleEndSentence(const TrainingSettings& settings, StepsDone done) {
    const std::int64_t end = firstStep(scheduleStart(settings, done), done.steps, [&](std::int64_t step) {
        return scheduleEnd(settings, {step, done.perEpoch}) != ScheduleEnd::NotYet;
    });
    return sentence("The schedule {} is over after epoch {}: the learning rate is {:g} and stays so.",
                    scheduleOf(settings).title, (end + done.perEpoch - 1) / done.perEpoch,
                    scheduledRate(settings, done));
}

} // namespace protomind
