// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/attack.h"
#include "engine/data/data_set.h"

#include <algorithm>

namespace protomind {

/// Samples in memory.
class AttackedSet final : public DataSet {
public:
    explicit AttackedSet(AttackBatch batch)
        : m_batch(std::move(batch)) {
        m_description.sampleShape = m_batch.samples.shape.without(0);
        m_description.classNames = {"a", "b", "c", "d"};
    }
    const DataDescription& description() const override { return m_description; }
    std::int64_t size() const override { return std::ssize(m_batch.classes); }
    void read(std::int64_t index, std::span<float> sample, std::span<float> target) const override {
        std::copy_n(m_batch.samples.values.begin() + index * std::ssize(sample), sample.size(),
                    sample.begin());
        target[0] = m_batch.classes[static_cast<std::size_t>(index)];
    }

    [[nodiscard]] std::int64_t classOf(std::int64_t index) const {
        return static_cast<std::int64_t>(m_batch.classes[static_cast<std::size_t>(index)]);
    }

private:
    AttackBatch m_batch;
    DataDescription m_description;
};

} // namespace protomind
