// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/subset.h"

#include <algorithm>

namespace protomind {

Subset::Subset(DataSetPtr whole, std::vector<std::uint32_t> indices)
    : m_whole(std::move(whole))
    , m_indices(std::move(indices)) {
    require(m_whole != nullptr, "Subset: no set");
    require(std::ranges::all_of(m_indices,
                                [size = m_whole->size()](std::uint32_t index) { return index < size; }),
            "Subset: an index is outside the set");
}

void Subset::read(std::int64_t index, std::span<float> sample, std::span<float> target) const {
    m_whole->read(m_indices[static_cast<std::size_t>(index)], sample, target);
}

void Subset::readFactors(std::int64_t index, std::span<float> factors) const {
    m_whole->readFactors(m_indices[static_cast<std::size_t>(index)], factors);
}

} // namespace protomind
