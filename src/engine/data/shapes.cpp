// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"
#include "engine/data/built_in.h"
#include "engine/data/image_set.h"
#include "engine/data/random_streams.h"
#include "engine/data/shape_drawer.h"

#include <cmath>

namespace protomind {
namespace {

/// Shapes a thread draws at a time, at the least.
constexpr std::int64_t kShapesAtATime = 64;

/// A side and the other one: "shifted by 3.1 px to the right", "shifted by 3.1 px to the left".
std::vector<DataFactor> shapeFactors() {
    return {{"right", "Shifted right (px)",
             [](float value) {
                 return value < 0 ? sentence("shifted by {:.1f} px to the left", std::abs(value))
                                  : sentence("shifted by {:.1f} px to the right", std::abs(value));
             }},
            {"down", "Shifted down (px)",
             [](float value) {
                 return value < 0 ? sentence("by {:.1f} px up", std::abs(value))
                                  : sentence("by {:.1f} px down", std::abs(value));
             }},
            {"turn", "Turned clockwise (°)",
             [](float value) {
                 return value < 0 ? sentence("turned by {:.0f}° to the left", std::abs(value))
                                  : sentence("turned by {:.0f}° to the right", std::abs(value));
             }},
            {"size", "Size (%)", [](float value) { return sentence("{:.0f} % of its size", value); }},
            {"brightness", "Brightness (%)",
             [](float value) { return sentence("{:.0f} % of its brightness", value); }},
            {"clutter", "Marks behind it",
             [](float value) { return sentence("marks behind it: {:.0f}", value); }},
            {"noise", "Noise", [](float value) { return sentence("noise {:.2f}", value); }}};
}

/// As they are read; sizes in percent. In the order of shapeFactors.
std::array<float, 7> factorValues(const ShapeFactors& factors) {
    return {factors.right,   factors.down, factors.turn, 100 * factors.size, 100 * factors.brightness,
            factors.clutter, factors.noise};
}

/// The i-th shape is of class i mod 6, so that every class has its share and the first six show all of them.
DataSetPtr makeShapes(std::int64_t count, const ShapeVariety& variety, std::uint64_t seed, DataStream split) {
    DataDescription description{.name = "shapes",
                                .sampleShape = {kShapeSide, kShapeSide, 3},
                                .targetKind = TargetKind::Class,
                                .targetShape = {},
                                .classNames = {kShapeNames.begin(), kShapeNames.end()},
                                .featureNames = {},
                                .factors = shapeFactors()};
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(count) * kShapePixels);
    std::vector<std::uint8_t> labels(static_cast<std::size_t>(count));
    std::vector<float> factors(static_cast<std::size_t>(count) * description.factors.size());
    parallelFor(count, kShapesAtATime, [&](std::int64_t first, std::int64_t last) {
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
            RandomStream random(seed, streamOf(split, i));
            labels[i] = static_cast<std::uint8_t>(i % kShapeCount);
            const ShapeFactors drawn = drawFactors(variety, random);
            drawShape(labels[i], drawn, random,
                      std::span(pixels).subspan(i * kShapePixels).first<kShapePixels>());
            const auto values = factorValues(drawn);
            std::ranges::copy(values, factors.begin() + static_cast<std::ptrdiff_t>(i * values.size()));
        }
    });
    return std::make_shared<ImageSet>(std::move(description), std::move(pixels), std::move(labels),
                                      std::move(factors));
}

DataSource openShapes(const OptionValues& options, std::uint64_t seed) {
    const ShapeVariety variety{.shift = options.number("shift"),
                               .turn = options.number("turn"),
                               .scale = options.number("scale"),
                               .brightness = options.number("brightness"),
                               .clutter = options.number("clutter"),
                               .noise = options.number("noise")};
    return {{},
            makeShapes(options.count("samples"), variety, seed, DataStream::TrainingSamples),
            makeShapes(options.count("test"), variety, seed, DataStream::TestSamples)};
}

} // namespace

BuiltInSet shapesSet() {
    return {{.name = "shapes",
             .title = "Coloured shapes",
             .summary =
                 "Circles, squares, triangles, stars, crosses and rings in any colour, shifted, turned, "
                 "lit and surrounded as you like, 32 x 32 pixels.",
             .options = {{"shift", "Shift, as a share of the side", 0.15, 0, 0.3},
                         {"turn", "Turn in degrees, either way", 45, 0, 180},
                         {"scale", "Change of size", 0.3, 0, 0.5},
                         {"brightness", "Change of brightness", 0.2, 0, 0.6},
                         {"clutter", "Marks behind the shape", 0.6, 0, 1},
                         {"noise", "Noise", 0.12, 0, 0.5},
                         {"samples", "Samples", 10000, 10, 30000, true},
                         {"test", "Test samples", 2000, 10, 10000, true}}},
            openShapes};
}

} // namespace protomind
