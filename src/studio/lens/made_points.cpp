// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/made_points.h"

#include "studio/lens/generated_modes.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

HostArray centresOf(const DataModes& modes) {
    HostArray centres(Shape{std::ssize(modes.centres), std::ssize(modes.centres.front())});
    auto next = centres.values.begin();
    for (const std::vector<float>& centre : modes.centres)
        next = std::ranges::copy(centre, next).out;
    return centres;
}

LensCell countCell(std::int64_t count) {
    return {.text = std::to_string(count), .value = static_cast<double>(count)};
}

LensTable tableOf(const DataDescription& data, const ModeCoverage& made, const ModeCoverage& real) {
    LensTable table{
        .name = "modes", .title = "Samples at each cloud", .corner = "cloud", .columns = {"Made", "Real"}};
    for (std::size_t mode = 0; mode < made.atMode.size(); ++mode) {
        table.rows.push_back(mode < data.classNames.size() ? data.classNames[mode]
                                                           : std::to_string(mode + 1));
        table.cells.push_back({countCell(made.atMode[mode]), countCell(real.atMode[mode])});
    }
    return table;
}

} // namespace

Result<void> tellOfModes(const DataDescription& data, const HostArray& made, const HostArray& real,
                         LensResult& result) {
    if (!data.modes || data.modes->centres.empty() || data.modes->deviation <= 0)
        return {};
    const HostArray centres = centresOf(*data.modes);
    const auto deviation = static_cast<double>(data.modes->deviation);
    const auto found = modeCoverage(made, centres, deviation);
    if (!found)
        return std::unexpected(found.error());
    const auto ofReal = modeCoverage(real, centres, deviation);
    if (!ofReal)
        return std::unexpected(ofReal.error());
    const auto modes = static_cast<std::int64_t>(found->atMode.size());
    result.sentences.push_back(
        sentence("{} of {} clouds are found by {} made samples; {:.1f} % of these lie within {:g} standard "
                 "deviations of one, and {:.1f} % of {} real ones do.",
                 found->found, modes, found->samples, 100 * found->highQuality, kModeReach,
                 100 * ofReal->highQuality, ofReal->samples));
    result.tables.push_back(tableOf(data, *found, *ofReal));
    result.figures.push_back({"modes", static_cast<double>(modes)});
    result.figures.push_back({"modes_found", static_cast<double>(found->found)});
    result.figures.push_back({"high_quality", found->highQuality});
    result.figures.push_back({"high_quality_real", ofReal->highQuality});
    return {};
}

Result<void> PointDistances::measureMade(const HostArray& made, const HostArray& real) {
    const auto width = medianDistance(real);
    if (!width)
        return {};
    auto found = meanDiscrepancy(made, real, *width);
    if (!found)
        return std::unexpected(found.error());
    ofMade = *found;
    return {};
}

Result<void> PointDistances::measureOthers(const HostArray& others, const HostArray& real) {
    if (!ofMade)
        return {};
    auto found = meanDiscrepancy(others, real, ofMade->bandwidth);
    if (!found)
        return std::unexpected(found.error());
    ofOthers = *found;
    return {};
}

void PointDistances::tell(LensResult& result) const {
    if (!ofMade || !ofOthers)
        return;
    result.sentences.push_back(
        sentence("Squared mean discrepancy (MMD) of {} made samples from {} real ones: {:.3g}. Of {} other "
                 "real ones it is {:.3g}: about that is as good as the same.",
                 ofMade->made, ofMade->real, ofMade->squared, ofOthers->made, ofOthers->squared));
    result.figures.push_back({"mmd", ofMade->squared});
    result.figures.push_back({"mmd_real", ofOthers->squared});
}

} // namespace protomind
