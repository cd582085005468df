// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/fingerprint.h"
#include "engine/tensor/host_array.h"
#include "engine/train/figures.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace protomind {

/// A point of the learning curves: those that every run of examples has are members, since readers go through
/// very many points; a recipe adds what it likes by name, and file, charts and command line show it.
struct HistoryPoint {
    std::int64_t step = 0;
    double epoch = 0;
    double loss = 0;
    double accuracy = -1;
    double validationLoss = -1;
    double validationAccuracy = -1;
    Figures others{}; ///< "penalty", "loss/detective"
    bool operator==(const HistoryPoint&) const = default;
};

/// The largest robust accuracy that adversarial training has come to, so that a loss of it is seen also after
/// an interruption. Of the attack on samples kept aside (heldOutAttack) that is named here, and of no other.
struct RobustRecord {
    double accuracy = -1; ///< 0 to 1; -1: there is none
    double epoch = 0;     ///< after which it was so
    std::string norm{};
    double epsilon = 0;
    std::int64_t samples = 0; ///< that were attacked
    bool operator==(const RobustRecord&) const = default;
};

/// Whether two are of one attack on as many samples, and so can be compared.
[[nodiscard]] inline bool isOfSameAttack(const RobustRecord& a, const RobustRecord& b) {
    return a.norm == b.norm && a.epsilon == b.epsilon && a.samples == b.samples;
}

/// Everything that a run needs to go on as if it had never been interrupted: bit for bit on the CPU.
struct Checkpoint {
    std::map<std::string, HostArray> variables; ///< weights, statistics and optimiser state, by name
    std::int64_t step = 0; ///< steps done; the position in the data and the random state follow from it
    double learningRate = 0;
    std::vector<HistoryPoint> history; ///< one an epoch, of very many fewer: see thinHistory
    double epochLoss =
        0; ///< sum over the samples of the epoch under way, so that its mean comes out the same
    std::vector<FigureSum> epochFigures{}; ///< of the epoch under way, of those that others will have
    std::int64_t epochCorrect = 0;         ///< samples of the epoch under way that were classified rightly
    std::int64_t stepsPerEpoch = 0; ///< how steps count epochs here; another batch size counts them otherwise
    /// The samples that the weights have learned from: never kept aside again.
    FingerprintSet learnedFrom;
    /// Whether those are all. Not where the weights come, even if only by way of other runs, from a file of
    /// a version that kept no record, or where they were more than kMostLearnedFrom.
    bool learnedFromIsKnown = true;
    RobustRecord robust{};
    bool operator==(const Checkpoint&) const = default;
};

/// Samples that are kept on record; of weights that learned from more it is not known which.
inline constexpr std::size_t kMostLearnedFrom = std::size_t{1} << 24;

/// Weights can be hundreds of megabytes: whoever keeps or passes on a checkpoint shares the one that the
/// trainer took. Null: there is none.
using CheckpointPtr = std::shared_ptr<const Checkpoint>;

} // namespace protomind
