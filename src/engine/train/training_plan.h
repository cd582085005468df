// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "engine/nn/schedule.h"
#include "engine/train/settings.h"

namespace protomind {

/// How far a run has come: steps done, and how many there are in an epoch.
struct StepsDone {
    std::int64_t steps = 0;
    std::int64_t perEpoch = 1; ///< at least 1
};

/// Where in its schedule a run is: it counts from the epoch that the schedule begins after, once the run has
/// come so far.
[[nodiscard]] TrainingPosition schedulePosition(const TrainingSettings& settings, StepsDone done);
/// What the schedule makes of the learning rate for the next step.
[[nodiscard]] double scheduledRate(const TrainingSettings& settings, StepsDone done);

/// The step with which the epochs of the settings are done, counted from where the schedule began.
[[nodiscard]] std::int64_t lastPlannedStep(const TrainingSettings& settings, StepsDone done);
/// What "train" means everywhere: go on until the epochs are done; where they are, for as many again. The
/// step to train to; more than done.steps.
[[nodiscard]] std::int64_t trainingGoal(const TrainingSettings& settings, StepsDone done);

enum class ScheduleEnd {
    NotYet,
    Floor,   ///< over; what it has left of the learning rate stays
    Nothing, ///< over; what is left is too little to learn by
};
[[nodiscard]] ScheduleEnd scheduleEnd(const TrainingSettings& settings, StepsDone done);
/// The first step from done on, before limit, for which the schedule leaves nothing; limit where there is
/// none.
[[nodiscard]] std::int64_t firstStepWithNothing(const TrainingSettings& settings, StepsDone done,
                                                std::int64_t limit);
/// Whether the schedule changes the learning rate in the course of training.
[[nodiscard]] bool canBeginAgain(const TrainingSettings& settings);
/// The schedule begun again after the epochs that are done, where it can.
[[nodiscard]] TrainingSettings withScheduleAgain(TrainingSettings settings, StepsDone done);
/// As for fresh weights: whatever epochs were done when the schedule began again.
[[nodiscard]] TrainingSettings withScheduleFromTheStart(TrainingSettings settings);
/// Of a schedule that is over. "The schedule Cosine is over after epoch 5: the learning rate is 0 and stays
/// so."
[[nodiscard]] Sentence scheduleEndSentence(const TrainingSettings& settings, StepsDone done);

} // namespace protomind
