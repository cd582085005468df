// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/attack.h"
#include "engine/data/data_set.h"

#include <memory>

namespace protomind {

/// Samples in memory, of four classes.
class AttackedSet final : public DataSet {
public:
    explicit AttackedSet(AttackBatch batch);
    [[nodiscard]] const DataDescription& description() const override { return m_description; }
    [[nodiscard]] std::int64_t size() const override { return std::ssize(m_batch.classes); }
    void read(std::int64_t index, std::span<float> sample, std::span<float> target) const override;
    [[nodiscard]] std::int64_t classOf(std::int64_t index) const {
        return static_cast<std::int64_t>(m_batch.classes[static_cast<std::size_t>(index)]);
    }
    [[nodiscard]] const AttackBatch& batch() const { return m_batch; }

private:
    AttackBatch m_batch;
    DataDescription m_description;
};

/// 150 pictures for pictureNetwork with the classes that it gives them itself, but for every tenth.
[[nodiscard]] std::unique_ptr<AttackedSet> mostlyRight(NetworkInstance& network);

} // namespace protomind
