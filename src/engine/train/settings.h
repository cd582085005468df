// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/field.h"

#include <cstdint>
#include <string>

namespace protomind {

/// How a network is trained. Names are those of engine/nn's tables (losses, optimisers, schedules).
struct TrainingSettings {
    std::string loss = "auto"; ///< auto: cross-entropy for classes, mean squared error for values
    std::string optimizer = "adam";
    double learningRate = 0.001;
    Settings optimizerSettings; ///< momentum, beta1, ...: the optimiser's own fields
    std::string schedule = "constant";
    Settings scheduleSettings;
    double l1 = 0;
    double l2 = 0;
    std::int64_t batchSize = 32;
    std::int64_t epochs = 10;
    double validation = 0.1; ///< share of the training samples kept aside
    std::uint64_t seed = 7;
    bool operator==(const TrainingSettings&) const = default;
};

/// The members above as data, for the window, the command line and lessons, but for optimizerSettings and
/// scheduleSettings: those are declared by the optimiser and the schedule themselves.
[[nodiscard]] std::span<const Field> trainingFields();

/// One of the fields above by its name in trainingFields(). Throws std::logic_error for another name.
[[nodiscard]] FieldValue trainingField(const TrainingSettings& settings, const std::string& name);
/// value has passed checkField.
void setTrainingField(TrainingSettings& settings, const std::string& name, const FieldValue& value);

/// Whether every value is one that trainingFields(), the optimiser and the schedule allow.
[[nodiscard]] Result<void> checkSettings(const TrainingSettings& settings);

} // namespace protomind
