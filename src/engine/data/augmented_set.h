// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/augmentation.h"
#include "engine/data/data_set.h"

namespace protomind {

/// Pictures as an epoch of training sees them: those of another set, each changed at random. What is done to
/// a picture depends on seed, epoch and its index alone, so that batches, threads and interruptions change
/// nothing.
class AugmentedSet final : public DataSet {
public:
    /// The samples are pictures: see canBeAugmented.
    AugmentedSet(DataSetPtr whole, const Augmentation& augmentation, std::uint64_t seed, std::int64_t epoch);

    [[nodiscard]] const DataDescription& description() const override { return m_whole->description(); }
    [[nodiscard]] std::int64_t size() const override { return m_whole->size(); }
    void read(std::int64_t index, std::span<float> sample, std::span<float> target) const override;
    void readFactors(std::int64_t index, std::span<float> factors) const override {
        m_whole->readFactors(index, factors);
    }

private:
    DataSetPtr m_whole;
    Augmentation m_augmentation;
    std::uint64_t m_epochSeed = 0;
};

} // namespace protomind
