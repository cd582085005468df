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

/// The fields above as data, for the inspector, the command line and files.
[[nodiscard]] std::span<const Field> trainingFields();

} // namespace protomind
