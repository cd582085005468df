// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"

namespace protomind {

/// Few and small samples, kept as the floats that read() hands out.
class FloatSet final : public DataSet {
public:
    /// samples and targets are row-major: [n, sampleShape...] and [n, targetShape...].
    FloatSet(DataDescription description, std::vector<float> samples, std::vector<float> targets);

    [[nodiscard]] const DataDescription& description() const override { return m_description; }
    [[nodiscard]] std::int64_t size() const override { return m_size; }
    void read(std::int64_t index, std::span<float> sample, std::span<float> target) const override;

private:
    DataDescription m_description;
    std::vector<float> m_samples;
    std::vector<float> m_targets;
    std::int64_t m_size = 0;
};

} // namespace protomind
