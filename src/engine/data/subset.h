// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"

namespace protomind {

/// A view on some samples of another set, in the order of an index list. Copies no samples.
class Subset final : public DataSet {
public:
    /// Every index must be below whole->size().
    Subset(DataSetPtr whole, std::vector<std::uint32_t> indices);

    [[nodiscard]] const DataDescription& description() const override { return m_whole->description(); }
    [[nodiscard]] std::int64_t size() const override { return static_cast<std::int64_t>(m_indices.size()); }
    void read(std::int64_t index, std::span<float> sample, std::span<float> target) const override;
    void readFactors(std::int64_t index, std::span<float> factors) const override;

    [[nodiscard]] const DataSetPtr& whole() const { return m_whole; }
    /// Where each sample is in the whole set.
    [[nodiscard]] std::span<const std::uint32_t> indices() const { return m_indices; }

private:
    DataSetPtr m_whole;
    std::vector<std::uint32_t> m_indices;
};

} // namespace protomind
