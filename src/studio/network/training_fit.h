// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/settings.h"
#include "studio/network/analysis.h"

#include <cstdint>
#include <optional>

namespace protomind {

/// What a network lives among: its data as far as known, how it is trained, and on which machine.
struct Surroundings {
    std::optional<DataShapes> data;
    TrainingSettings training;
    std::int64_t memory = 0; ///< bytes that training may take; 0: not known
};

/// The analysis with what does not fit the surroundings: samples, classes, the loss, memory.
[[nodiscard]] Analysis analyse(const Network& network, const Surroundings& surroundings);

/// About how many bytes training takes: weights with their gradients, the optimiser's state and a copy to go
/// back to, and what every layer gives and what comes back for each sample of a batch.
[[nodiscard]] std::int64_t trainingMemory(const Network& network, const Analysis& analysis,
                                          std::int64_t batchSize);

/// How much of this machine's memory training may take: four fifths, and no more than a program is planned
/// for.
[[nodiscard]] std::int64_t usableMemory();
/// The same of a device that has so many bytes.
[[nodiscard]] std::int64_t usableMemory(std::int64_t there);

/// The training settings after a fix; none where the fix changes none of them.
[[nodiscard]] std::optional<TrainingSettings> trainingAfter(const TrainingSettings& settings, const Fix& fix);

} // namespace protomind
