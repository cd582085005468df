// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/data_facts.h"

namespace protomind {

namespace {

std::vector<std::array<float, 2>> pairsOf(const DataSet& set) {
    const DataDescription& description = set.description();
    if (description.targetKind != TargetKind::Values || description.sampleShape.elementCount() != 1 ||
        description.targetShape.elementCount() != 1)
        return {};
    std::vector<std::array<float, 2>> pairs(static_cast<std::size_t>(set.size()));
    for (std::size_t i = 0; i < pairs.size(); ++i)
        set.read(static_cast<std::int64_t>(i), std::span(&pairs[i][0], 1), std::span(&pairs[i][1], 1));
    return pairs;
}

} // namespace

DataFacts dataFactsOf(const DataSource& source) {
    const DataDescription& description = source.training->description();
    DataFacts facts{
        .text = source.text, .name = description.name, .samples = source.training->size(), .pairs = {}};
    if (description.targetKind == TargetKind::Class)
        facts.classes = static_cast<std::int64_t>(description.classNames.size());
    facts.pairs = pairsOf(*source.training);
    return facts;
}

} // namespace protomind
