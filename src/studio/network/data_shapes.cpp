// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/analysis.h"

#include <algorithm>
#include <limits>
#include <span>

namespace protomind {

namespace {

std::optional<DataShapes::Range> rangeOfTargets(const DataSet& set) {
    const DataDescription& description = set.description();
    std::vector<float> sample(static_cast<std::size_t>(description.sampleShape.elementCount()));
    std::vector<float> target(static_cast<std::size_t>(description.targetShape.elementCount()));
    if (target.empty() || set.size() == 0)
        return std::nullopt;
    DataShapes::Range range{.lowest = std::numeric_limits<double>::infinity(),
                            .highest = -std::numeric_limits<double>::infinity()};
    for (std::int64_t index = 0; index < set.size(); ++index) {
        set.read(index, sample, target);
        const auto [lowest, highest] = std::ranges::minmax(target);
        range.lowest = std::min(range.lowest, double{lowest});
        range.highest = std::max(range.highest, double{highest});
    }
    return range;
}

/// Ends at the first sample of another class.
std::string onlyClassOf(const DataSet& set) {
    const DataDescription& description = set.description();
    std::vector<float> sample(static_cast<std::size_t>(description.sampleShape.elementCount()));
    float first = 0;
    float other = 0;
    for (std::int64_t index = 0; index < set.size(); ++index) {
        set.read(index, sample, std::span(index == 0 ? &first : &other, 1));
        if (index > 0 && other != first)
            return {};
    }
    const auto place = static_cast<std::size_t>(first);
    return set.size() > 1 && place < description.classNames.size() ? description.classNames[place]
                                                                   : std::string();
}

} // namespace

DataShapes dataShapesOf(const DataSource& source) {
    const DataDescription& description = source.training->description();
    const bool classes = description.targetKind == TargetKind::Class;
    return {.sample = description.sampleShape,
            .outputs = classes ? static_cast<std::int64_t>(description.classNames.size())
                               : description.targetShape.elementCount(),
            .dataName = description.name,
            .classes = classes,
            .samples = source.training->size(),
            .targets = classes ? std::nullopt : rangeOfTargets(*source.training),
            .onlyClass = classes ? onlyClassOf(*source.training) : std::string(),
            .target = description.targetShape.rank() > 1 ? description.targetShape : Shape{}};
}

} // namespace protomind
