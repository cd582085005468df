// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/split.h"
#include "engine/train/learned_from.h"

#include <optional>
#include <span>

namespace protomind {

/// The samples of a run: those that it trains on, those kept aside, those of the test, and on record which of
/// them the weights have learned from. What they have learned from is never kept aside.
class TrainingData {
public:
    TrainingData() = default;
    /// For fresh weights. share: of the training samples to be kept aside.
    TrainingData(const DataSource& source, double share, std::uint64_t seed);
    /// The same data for weights of a checkpoint: all of them, or some beside those that were there.
    [[nodiscard]] TrainingData withWeightsOf(const Checkpoint& checkpoint, bool all) const;

    [[nodiscard]] const DataSetPtr& training() const { return m_training; }
    /// Null where nothing is kept aside.
    [[nodiscard]] const Subset* validation() const { return m_validation.get(); }
    /// Null where there is no such split.
    [[nodiscard]] const DataSet* of(Split split) const;
    [[nodiscard]] std::int64_t size(Split split) const { return of(split) ? of(split)->size() : 0; }
    /// Where the samples kept aside are in the training data, in order.
    [[nodiscard]] std::span<const std::uint32_t> keptAside() const {
        return m_validation ? m_validation->indices() : std::span<const std::uint32_t>();
    }
    /// Why not as much is kept aside as was asked for; empty: it is.
    [[nodiscard]] const Sentence& asideNote() const { return m_asideNote; }

    /// How many samples of a split are among those that the weights have learned from; none: not known.
    [[nodiscard]] std::optional<std::int64_t> learnedFromOf(Split split) const;
    [[nodiscard]] const LearnedFrom& learnedFrom() const { return m_learnedFrom; }
    /// See LearnedFrom::setStepped.
    void setStepped(bool stepped) { m_learnedFrom.setStepped(stepped); }

private:
    void take(ValidationSplit split);
    [[nodiscard]] DataSetPtr pointerTo(Split split) const;

    DataSetPtr m_whole;
    double m_share = 0;
    std::uint64_t m_seed = 0;
    DataSetPtr m_training;
    std::shared_ptr<const Subset> m_validation;
    DataSetPtr m_test;
    DataSetPtr m_unseen; ///< as the weights were restored
    LearnedFrom m_learnedFrom;
    Sentence m_asideNote;
};

/// "the test samples"
[[nodiscard]] const char* nameOf(Split split);

} // namespace protomind
