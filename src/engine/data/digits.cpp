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

/// The i-th digit is i mod 10, so that every class has its share and the first ten show all of them.
DataSetPtr makeDigits(std::int64_t count, float noise, std::uint64_t seed, DataStream split) {
    // A noise of 0.5, the default, is a normal hand.
    const float unsteadiness = 2.0f * noise;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(count) * DigitWriter::kPixels);
    std::vector<std::uint8_t> labels(static_cast<std::size_t>(count));
    parallelFor(count, kGrain, [&](std::int64_t first, std::int64_t last) {
        DigitWriter writer;
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
            RandomStream random(seed, streamOf(split, i));
            labels[i] = static_cast<std::uint8_t>(i % kDigitCount);
            writer.write(labels[i], unsteadiness, random,
                         std::span(pixels).subspan(i * DigitWriter::kPixels).first<DigitWriter::kPixels>());
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
    return {{},
            makeDigits(options.count("samples"), noise, seed, DataStream::TrainingSamples),
            makeDigits(options.count("test"), noise, seed, DataStream::TestSamples)};
}

} // namespace

BuiltInSet digitsSet() {
    return {
        {.name = "digits",
         .title = "Handwritten digits",
         .summary = "Digits from 0 to 9 as many hands would write them, 28 x 28 pixels, made on the spot.",
         .options = {{"noise", "Unsteadiness of the hand", 0.5, 0, 1},
                     {"samples", "Samples", 10000, 10, 60000, true},
                     {"test", "Test samples", 2000, 10, 10000, true}}},
        openDigits};
}

} // namespace protomind
