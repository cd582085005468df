// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"
#include "engine/data/built_in.h"
#include "engine/data/digit_writer.h"
#include "engine/data/image_set.h"
#include "engine/data/random_streams.h"

namespace protomind {
namespace {

/// Digits a thread writes at a time, at the least.
constexpr std::int64_t kGrain = 64;

/// How far digits are out of their place at most, either way.
struct PlacementLimits {
    float shift = 0; ///< pixels, along each axis
    float turn = 0;  ///< degrees
    float scale = 0; ///< share of the size
};

DigitPlacement drawPlacement(const PlacementLimits& limits, RandomStream random) {
    const auto within = [&random](float limit) { return limit * random.uniform(-1, 1); };
    DigitPlacement placement;
    placement.right = within(limits.shift);
    placement.down = within(limits.shift);
    placement.turn = within(limits.turn);
    placement.scale = 1 + within(limits.scale);
    return placement;
}

/// What a split is drawn by: where a digit is put has numbers of its own, so that the hand stays the same.
struct DigitSplit {
    DataStream hand;
    DataStream placement;
};

/// The i-th digit is i mod 10, so that every class has its share and the first ten show all of them.
DataSetPtr makeDigits(std::int64_t count, float noise, const PlacementLimits& limits, std::uint64_t seed,
                      DigitSplit split) {
    // A noise of 0.5, the default, is a normal hand.
    const float unsteadiness = 2.0f * noise;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(count) * DigitWriter::kPixels);
    std::vector<std::uint8_t> labels(static_cast<std::size_t>(count));
    parallelFor(count, kGrain, [&](std::int64_t first, std::int64_t last) {
        DigitWriter writer;
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
            RandomStream random(seed, streamOf(split.hand, i));
            labels[i] = static_cast<std::uint8_t>(i % kDigitCount);
            writer.write(labels[i], unsteadiness, random,
                         std::span(pixels).subspan(i * DigitWriter::kPixels).first<DigitWriter::kPixels>(),
                         drawPlacement(limits, RandomStream(seed, streamOf(split.placement, i))));
        }
    });
    DataDescription description{.name = "digits",
                                .sampleShape = {DigitWriter::kSide, DigitWriter::kSide, 1},
                                .targetKind = TargetKind::Class,
                                .targetShape = {},
                                .classNames = {},
                                .featureNames = {}};
    for (int digit = 0; digit < kDigitCount; ++digit)
        description.classNames.push_back(std::to_string(digit));
    return std::make_shared<ImageSet>(std::move(description), std::move(pixels), std::move(labels));
}

DataSource openDigits(const OptionValues& options, std::uint64_t seed) {
    const float noise = options.number("noise");
    const PlacementLimits limits{options.number("shift"), options.number("turn"), options.number("scale")};
    PlacementLimits ofTest = limits;
    ofTest.shift += options.number("test_shift");
    return {{},
            makeDigits(options.count("samples"), noise, limits, seed,
                       {DataStream::TrainingSamples, DataStream::TrainingPlacement}),
            makeDigits(options.count("test"), noise, ofTest, seed,
                       {DataStream::TestSamples, DataStream::TestPlacement})};
}

} // namespace

BuiltInSet digitsSet() {
    return {
        {.name = "digits",
         .title = "Handwritten digits",
         .summary = "Digits from 0 to 9 as many hands would write them, 28 x 28 pixels, made on the spot.",
         .options = {{"noise", "Unsteadiness of the hand", 0.5, 0, 1},
                     {"samples", "Samples", 10000, 10, 60000, true},
                     {"test", "Test samples", 2000, 10, 10000, true},
                     {"shift", "Shift in pixels", 0, 0, 8},
                     {"turn", "Turn in degrees", 0, 0, 45},
                     {"scale", "Change of size", 0, 0, 0.5},
                     {"test_shift", "More shift in the test, in pixels", 0, 0, 8}}},
        openDigits};
}

} // namespace protomind
