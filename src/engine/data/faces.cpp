// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"
#include "engine/data/built_in.h"
#include "engine/data/face_drawer.h"
#include "engine/data/image_set.h"
#include "engine/data/random_streams.h"

namespace protomind {
namespace {

/// Faces a thread draws at a time, at the least.
constexpr std::int64_t kFacesAtATime = 64;

/// Noise of a standard deviation, in 0..1, on every number.
void addNoise(float deviation, RandomStream& random, std::span<std::uint8_t> pixels) {
    for (std::uint8_t& pixel : pixels) {
        const float value = static_cast<float>(pixel) + 255 * deviation * random.normal();
        pixel = static_cast<std::uint8_t>(std::clamp(value + 0.5f, 0.0f, 255.0f));
    }
}

/// The class is the hair style: of all that a face has, it alone comes in kinds that look different from
/// afar, without anything between two of them, so that a classifier has an answer to find and a conditional
/// generator something to be told. All else is a number, and drawn alike for each style.
/// The i-th face is of style i mod 8, so that every class has its share and the first eight show all of them.
DataSetPtr makeFaces(std::int64_t count, const FaceVariety& variety, float noise, std::uint64_t seed,
                     DataStream split) {
    DataDescription description{.name = "faces",
                                .sampleShape = {kFaceSide, kFaceSide, 3},
                                .targetKind = TargetKind::Class,
                                .targetShape = {},
                                .classNames = {kHairStyles.begin(), kHairStyles.end()},
                                .featureNames = {}};
    for (const FaceFactor& factor : faceFactors())
        description.factors.push_back(factor.data);
    const std::size_t factors = description.factors.size();
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(count) * kFacePixels);
    std::vector<std::uint8_t> labels(static_cast<std::size_t>(count));
    std::vector<float> values(static_cast<std::size_t>(count) * factors);
    parallelFor(count, kFacesAtATime, [&](std::int64_t first, std::int64_t last) {
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
            RandomStream random(seed, streamOf(split, i));
            labels[i] = static_cast<std::uint8_t>(i % kHairStyleCount);
            const FaceFactors face = drawFaceFactors(static_cast<HairStyle>(labels[i]), variety, random);
            const auto picture = std::span(pixels).subspan(i * kFacePixels).first<kFacePixels>();
            drawFace(face, picture);
            if (noise > 0)
                addNoise(noise, random, picture);
            writeFaceFactors(face, std::span(values).subspan(i * factors, factors));
        }
    });
    return std::make_shared<ImageSet>(std::move(description), std::move(pixels), std::move(labels),
                                      std::move(values));
}

DataSource openFaces(const OptionValues& options, std::uint64_t seed) {
    const FaceVariety variety{.turn = options.number("turn"),
                              .nod = options.number("nod"),
                              .tilt = options.number("tilt"),
                              .mood = options.number("mood"),
                              .eyes = options.number("eyes"),
                              .colours = options.number("colours"),
                              .glasses = options.number("glasses")};
    const float noise = options.number("noise");
    return {{},
            makeFaces(options.count("samples"), variety, noise, seed, DataStream::TrainingSamples),
            makeFaces(options.count("test"), variety, noise, seed, DataStream::TestSamples)};
}

} // namespace

BuiltInSet facesSet() {
    return {{.name = "faces",
             .title = "Cartoon faces",
             .summary = "Faces with eight hair styles, in any colours, that smile or don't, look about and "
                        "may wear glasses, 32 x 32 pixels.",
             .options = {{"turn", "Turn to the side in degrees, either way", 30, 0, kMostFaceTurn},
                         {"nod", "Look up or down, in degrees", 18, 0, kMostFaceNod},
                         {"tilt", "Tilt in degrees, either way", 10, 0, kMostFaceTilt},
                         {"mood", "Variety of moods", 1, 0, 1},
                         {"eyes", "Variety of eyes", 1, 0, 1},
                         {"colours", "Variety of colours", 1, 0, 1},
                         {"glasses", "Share with glasses", 0.3, 0, 1},
                         {"noise", "Noise", 0, 0, 0.5},
                         {"samples", "Samples", 10000, 10, 30000, true},
                         {"test", "Test samples", 2000, 10, 10000, true}}},
            openFaces};
}

} // namespace protomind
