// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/ring.h"

#include "engine/base/random.h"
#include "engine/data/built_in.h"
#include "engine/data/float_set.h"
#include "engine/data/random_streams.h"

#include <cmath>
#include <numbers>

namespace protomind {
namespace {

constexpr const char* kRingName = "ring";
constexpr double kMostModes = 32;

Ring ringWith(const OptionValues& options) {
    return {.modes = options.count("modes"), .radius = options.number("radius"), .sd = options.number("sd")};
}

/// Sample i is of class i mod modes, so that classes balance.
DataSetPtr makeRing(const OptionValues& options, std::uint64_t seed, DataStream split) {
    const Ring ring = ringWith(options);
    const std::vector<std::array<float, 2>> centres = ringCentres(ring);
    DataDescription description{.name = kRingName,
                                .sampleShape = {2},
                                .targetKind = TargetKind::Class,
                                .targetShape = {},
                                .classNames = {},
                                .featureNames = {"x", "y"},
                                .modes = DataModes{.centres = {}, .deviation = ring.sd}};
    for (const std::array<float, 2>& centre : centres)
        description.modes->centres.emplace_back(centre.begin(), centre.end());
    for (std::int64_t mode = 1; mode <= ring.modes; ++mode)
        description.classNames.push_back(std::to_string(mode));
    std::vector<float> samples;
    std::vector<float> targets;
    const std::int64_t count = options.count("samples");
    for (std::int64_t i = 0; i < count; ++i) {
        RandomStream random(seed, streamOf(split, static_cast<std::uint64_t>(i)));
        const std::int64_t mode = i % ring.modes;
        for (const float middle : centres[static_cast<std::size_t>(mode)])
            samples.push_back(middle + ring.sd * random.normal());
        targets.push_back(static_cast<float>(mode));
    }
    return std::make_shared<FloatSet>(std::move(description), std::move(samples), std::move(targets));
}

DataSource openRing(const OptionValues& options, std::uint64_t seed) {
    return {{},
            makeRing(options, seed, DataStream::TrainingSamples),
            makeRing(options, seed, DataStream::TestSamples)};
}

} // namespace

std::vector<std::array<float, 2>> ringCentres(const Ring& ring) {
    std::vector<std::array<float, 2>> centres;
    for (std::int64_t mode = 0; mode < ring.modes; ++mode) {
        const double angle =
            2 * std::numbers::pi * static_cast<double>(mode) / static_cast<double>(ring.modes);
        centres.push_back({static_cast<float>(ring.radius * std::cos(angle)),
                           static_cast<float>(ring.radius * std::sin(angle))});
    }
    return centres;
}

std::optional<Ring> ringOf(const std::string& source) {
    const Result<SourceText> text = parseSourceText(source);
    if (!text || text->name != kRingName)
        return std::nullopt;
    static const BuiltInSet set = ringSet();
    const Result<OptionValues> options = OptionValues::checked(set.data, text->options);
    return options ? std::optional(ringWith(*options)) : std::nullopt;
}

BuiltInSet ringSet() {
    const Ring usual;
    return {{.name = kRingName,
             .title = "Ring of clouds",
             .summary = "Small round clouds of points on a circle: a generator should hit each of them, and "
                        "nothing in between.",
             .options = {{"modes", "Clouds", static_cast<double>(usual.modes), 2, kMostModes, true},
                         {"radius", "Radius", usual.radius, 0.1, 4},
                         {"sd", "Spread of a cloud", 0.02, 0, 0.5},
                         {"samples", "Samples", 2000, 2, 100000, true}}},
            openRing};
}

} // namespace protomind
