// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of points in the plane with two classes, as in TensorFlow Playground (src/dataset.ts) and scikit-learn
// (make_moons), scaled to about -1..1. Even indices are of class A, odd ones of class B, so classes balance.
#include "engine/base/random.h"
#include "engine/data/built_in.h"
#include "engine/data/float_set.h"
#include "engine/data/random_streams.h"

#include <cmath>
#include <numbers>

namespace protomind {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;

struct Point {
    float x = 0;
    float y = 0;
};

/// Draws one point of a class; noise is added by the set's own rule.
using DrawPoint = Point (*)(RandomStream& random, bool classB, const OptionValues& options);

Point displaced(Point point, RandomStream& random, float noise) {
    point.x += noise * random.normal();
    point.y += noise * random.normal();
    return point;
}

Point drawCircle(RandomStream& random, bool classB, const OptionValues& options) {
    const float radius = classB ? random.uniform(0.7f, 1.0f) : random.uniform(0.0f, 0.5f);
    const float angle = random.uniform(0.0f, 2.0f * kPi);
    return displaced({radius * std::sin(angle), radius * std::cos(angle)}, random, options.number("noise"));
}

Point drawXor(RandomStream& random, bool classB, const OptionValues& options) {
    // The gap along the axes keeps the classes apart.
    constexpr float kGap = 0.06f;
    const float x = random.uniform(kGap, 1.0f);
    const float y = random.uniform(kGap, 1.0f);
    const float side = random.uniform() < 0.5f ? -1.0f : 1.0f;
    return displaced({side * x, classB ? -side * y : side * y}, random, options.number("noise"));
}

Point drawGaussian(RandomStream& random, bool classB, const OptionValues& options) {
    constexpr float kCentre = 0.4f;
    const float centre = classB ? -kCentre : kCentre;
    return displaced({centre, centre}, random, options.number("noise"));
}

Point drawSpiral(RandomStream& random, bool classB, const OptionValues& options) {
    const float along = random.uniform();
    const float angle = along * options.number("turns") * 2.0f * kPi + (classB ? kPi : 0.0f);
    return displaced({along * std::sin(angle), along * std::cos(angle)}, random, options.number("noise"));
}

Point drawMoon(RandomStream& random, bool classB, const OptionValues& options) {
    const float angle = random.uniform(0.0f, kPi);
    const Point point = classB ? Point{1.0f - std::cos(angle), 0.5f - std::sin(angle)}
                               : Point{std::cos(angle), std::sin(angle)};
    // From scikit-learn's -1..2 by -0.5..1 to -1..1 by -0.5..0.5.
    constexpr float kScale = 1.0f / 1.5f;
    return displaced({(point.x - 0.5f) * kScale, (point.y - 0.25f) * kScale}, random,
                     options.number("noise"));
}

DataSetPtr makePlanar(const char* name, DrawPoint draw, const OptionValues& options, std::uint64_t seed,
                      DataStream split) {
    std::vector<float> samples;
    std::vector<float> targets;
    const std::int64_t count = options.count("samples");
    for (std::int64_t i = 0; i < count; ++i) {
        RandomStream random(seed, streamOf(split, static_cast<std::uint64_t>(i)));
        const bool classB = i % 2 == 1;
        const Point point = draw(random, classB, options);
        samples.push_back(point.x);
        samples.push_back(point.y);
        targets.push_back(classB ? 1.0f : 0.0f);
    }
    return std::make_shared<FloatSet>(DataDescription{.name = name,
                                                      .sampleShape = {2},
                                                      .targetKind = TargetKind::Class,
                                                      .targetShape = {},
                                                      .classNames = {"A", "B"},
                                                      .featureNames = {"x", "y"}},
                                      std::move(samples), std::move(targets));
}

DataSource openPlanar(const char* name, DrawPoint draw, const OptionValues& options, std::uint64_t seed) {
    return {{},
            makePlanar(name, draw, options, seed, DataStream::TrainingSamples),
            makePlanar(name, draw, options, seed, DataStream::TestSamples)};
}

std::vector<DataOption> planarOptions(double noise, double samples = 400) {
    return {{"noise", "Noise", noise, 0, 1}, {"samples", "Samples", samples, 2, 100000, true}};
}

} // namespace

BuiltInSet circleSet() {
    return {{.name = "circle",
             .title = "Circle",
             .summary = "A disc inside a ring: no straight line can part them.",
             .options = planarOptions(0.05)},
            [](const OptionValues& options, std::uint64_t seed) {
                return openPlanar("circle", drawCircle, options, seed);
            }};
}

BuiltInSet xorSet() {
    return {{.name = "xor",
             .title = "Exclusive or",
             .summary =
                 "Opposite quarters of the plane belong together: the problem a single neuron can't solve.",
             .options = planarOptions(0.02)},
            [](const OptionValues& options, std::uint64_t seed) {
                return openPlanar("xor", drawXor, options, seed);
            }};
}

BuiltInSet gaussiansSet() {
    return {{.name = "gaussians",
             .title = "Two clouds",
             .summary = "Two round clouds of points: a single neuron is enough.",
             .options = planarOptions(0.15)},
            [](const OptionValues& options, std::uint64_t seed) {
                return openPlanar("gaussians", drawGaussian, options, seed);
            }};
}

BuiltInSet spiralSet() {
    BuiltInSet set{{.name = "spiral",
                    .title = "Spiral",
                    .summary = "Two arms wound into each other: needs hidden layers.",
                    .options = planarOptions(0.01, 1000)}, // its arms lie close: more points show them
                   [](const OptionValues& options, std::uint64_t seed) {
                       return openPlanar("spiral", drawSpiral, options, seed);
                   }};
    set.data.options.push_back({"turns", "Turns", 1.75, 0.25, 4});
    return set;
}

BuiltInSet moonsSet() {
    return {{.name = "moons",
             .title = "Moons",
             .summary = "Two half moons that reach into each other: needs a bent border.",
             .options = planarOptions(0.06)},
            [](const OptionValues& options, std::uint64_t seed) {
                return openPlanar("moons", drawMoon, options, seed);
            }};
}

} // namespace protomind
