// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/data/built_in.h"
#include "engine/data/float_set.h"
#include "engine/data/random_streams.h"

namespace protomind {
namespace {

DataSetPtr makeLine(const OptionValues& options, std::uint64_t seed, DataStream split) {
    const float slope = options.number("m");
    const float intercept = options.number("b");
    const float noise = options.number("noise");
    const std::int64_t count = options.count("samples");

    std::vector<float> samples;
    std::vector<float> targets;
    for (std::int64_t i = 0; i < count; ++i) {
        RandomStream random(seed, streamOf(split, static_cast<std::uint64_t>(i)));
        const float x = random.uniform(-1.0f, 1.0f);
        samples.push_back(x);
        targets.push_back(slope * x + intercept + noise * random.normal());
    }
    return std::make_shared<FloatSet>(DataDescription{.name = "line",
                                                      .sampleShape = {1},
                                                      .targetKind = TargetKind::Values,
                                                      .targetShape = {1},
                                                      .classNames = {},
                                                      .featureNames = {"x"}},
                                      std::move(samples), std::move(targets));
}

DataSource openLine(const OptionValues& options, std::uint64_t seed) {
    return {{},
            makeLine(options, seed, DataStream::TrainingSamples),
            makeLine(options, seed, DataStream::TestSamples)};
}

} // namespace

BuiltInSet lineSet() {
    return {{.name = "line",
             .title = "Line",
             .summary = "Points splattered about the straight line y = m x + b, to find m and b from.",
             .options = {{"m", "Slope m", 0.7, -10, 10},
                         {"b", "Intercept b", 0.2, -10, 10},
                         {"noise", "Noise", 0.1, 0, 2},
                         {"samples", "Samples", 100, 2, 100000, true}}},
            openLine};
}

} // namespace protomind
