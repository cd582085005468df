// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/edges.h"

#include "engine/base/random.h"
#include "engine/data/built_in.h"
#include "engine/data/float_set.h"
#include "engine/data/photographs.h"
#include "engine/data/random_streams.h"

#include <cmath>
#include <numbers>
#include <numeric>

namespace protomind {
namespace {

/// Of a piece of a photograph, and of its edges: a 3 x 3 kernel has no room at the border.
constexpr std::int64_t kPieceSide = 16;
constexpr std::int64_t kEdgesSide = kPieceSide - 2;
/// The right quarter of each photograph is for the test alone.
constexpr std::int64_t kTestShare = 4;

/// Brightness, [side, side].
using GreyPicture = std::vector<float>;

std::vector<GreyPicture> greyPhotographs() {
    std::vector<GreyPicture> grey;
    for (const Photograph& photograph : photographs())
        grey.push_back(brightnessOf(photograph));
    return grey;
}

/// Where the pieces of a split lie: every place once before one comes again, those of neighbouring numbers
/// far from each other.
class Places {
public:
    Places(std::span<const GreyPicture> pictures, std::uint64_t seed, DataStream split) {
        for (const GreyPicture& picture : pictures) {
            const std::int64_t border = kPhotographSide - kPhotographSide / kTestShare;
            const bool test = split == DataStream::TestSamples;
            const std::int64_t first = test ? border : 0;
            const std::int64_t last = (test ? kPhotographSide : border) - kPieceSide;
            for (std::int64_t top = 0; top + kPieceSide <= kPhotographSide; ++top)
                for (std::int64_t left = first; left <= last; ++left)
                    m_places.push_back(picture.data() + top * kPhotographSide + left);
        }
        // One after the other in steps of the golden section, which share no divisor with their number.
        m_step = static_cast<std::size_t>(static_cast<double>(m_places.size()) / std::numbers::phi);
        while (std::gcd(m_step, m_places.size()) != 1)
            ++m_step;
        RandomStream random(seed, streamOf(split, 0));
        m_start = static_cast<std::size_t>(random.uniform(0.0f, 1.0f) * static_cast<float>(m_places.size()));
    }
    /// Its first pixel.
    [[nodiscard]] const float* of(std::size_t number) const {
        return m_places[(m_start + number * m_step) % m_places.size()];
    }

private:
    std::vector<const float*> m_places;
    std::size_t m_start = 0;
    std::size_t m_step = 1;
};

float edgeAt(std::span<const float> piece, std::span<const float, 9> kernel, std::int64_t row,
             std::int64_t column) {
    float sum = 0;
    for (std::int64_t i = 0; i < 3; ++i)
        for (std::int64_t j = 0; j < 3; ++j)
            sum += kernel[static_cast<std::size_t>(3 * i + j)] *
                   piece[static_cast<std::size_t>((row + i) * kPieceSide + column + j)];
    return sum;
}

DataSetPtr makeEdges(const OptionValues& options, std::int64_t count, std::uint64_t seed, DataStream split) {
    const std::array<float, 9> kernel = edgeKernel(options.number("direction"));
    const float noise = options.number("noise");
    const std::vector<GreyPicture> pictures = greyPhotographs();
    const Places places(pictures, seed, split);
    std::vector<float> samples;
    std::vector<float> targets;
    samples.reserve(static_cast<std::size_t>(count * kPieceSide * kPieceSide));
    targets.reserve(static_cast<std::size_t>(count * kEdgesSide * kEdgesSide));
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        const float* place = places.of(i);
        for (std::int64_t row = 0; row < kPieceSide; ++row)
            samples.insert(samples.end(), place + row * kPhotographSide,
                           place + row * kPhotographSide + kPieceSide);
        RandomStream random(seed, streamOf(split, i));
        const std::span piece = std::span(samples).last(kPieceSide * kPieceSide);
        for (std::int64_t row = 0; row < kEdgesSide; ++row)
            for (std::int64_t column = 0; column < kEdgesSide; ++column)
                targets.push_back(edgeAt(piece, kernel, row, column) + noise * random.normal());
    }
    return std::make_shared<FloatSet>(DataDescription{.name = "edges",
                                                      .sampleShape = {kPieceSide, kPieceSide, 1},
                                                      .targetKind = TargetKind::Values,
                                                      .targetShape = {kEdgesSide, kEdgesSide, 1},
                                                      .classNames = {},
                                                      .featureNames = {}},
                                      std::move(samples), std::move(targets));
}

DataSource openEdges(const OptionValues& options, std::uint64_t seed) {
    return {{},
            makeEdges(options, options.count("samples"), seed, DataStream::TrainingSamples),
            makeEdges(options, options.count("test"), seed, DataStream::TestSamples)};
}

} // namespace

std::array<float, 9> edgeKernel(float degrees) {
    constexpr std::array<float, 9> kAcross{-1, 0, 1, -2, 0, 2, -1, 0, 1};
    const float angle = degrees * std::numbers::pi_v<float> / 180.0f;
    std::array<float, 9> kernel{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            kernel[3 * row + column] =
                (std::cos(angle) * kAcross[3 * row + column] + std::sin(angle) * kAcross[3 * column + row]) /
                4.0f;
    return kernel;
}

BuiltInSet edgesSet() {
    return {{.name = "edges",
             .title = "Photographs and their edges",
             .summary =
                 "Small pieces of photographs, each with its edges: nobody says with which filter they "
                 "were found.",
             .options = {{"direction", "Direction in degrees", 0, 0, 360},
                         {"noise", "Noise", 0, 0, 1},
                         {"samples", "Samples", 1000, 10, 20000, true},
                         {"test", "Test samples", 200, 10, 10000, true}}},
            openEdges};
}

} // namespace protomind
