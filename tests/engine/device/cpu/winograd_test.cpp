// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/device/cpu/winograd.h"

#include <gtest/gtest.h>

#include <vector>

namespace protomind {
namespace {

std::vector<float> pixels(std::int64_t count, std::uint64_t seed) {
    RandomStream random(seed);
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& value : values)
        value = random.uniform(-1, 1);
    return values;
}

/// A square patch of one channel.
WinogradPatch<const float> whole(const std::vector<float>& values, std::int64_t side) {
    return {.numbers = values.data(), .row = side, .column = 1, .bottom = side, .right = side};
}

constexpr std::int64_t kStride = 16; // at least a vector

/// Transforms both, multiplies place by place, and transforms back: the sliding sums of products.
std::vector<float> filtered(const std::vector<float>& data, std::int64_t size, const std::vector<float>& taps,
                            std::int64_t tapCount, WinogradTransforms::Into turnTaps,
                            WinogradTransforms::Back back, WinogradTransforms::Into turnData) {
    const std::int64_t results = size + 1 - tapCount;
    std::vector<float> turnedData(static_cast<std::size_t>(size * size * kStride));
    std::vector<float> turnedTaps(turnedData.size());
    turnData(whole(data, size), 1, turnedData.data(), kStride);
    turnTaps(whole(taps, tapCount), 1, turnedTaps.data(), kStride);
    for (std::size_t i = 0; i < turnedData.size(); ++i)
        turnedData[i] *= turnedTaps[i];
    std::vector<float> result(static_cast<std::size_t>(results * results));
    back(turnedData.data(), kStride, 1,
         {.numbers = result.data(), .row = results, .column = 1, .bottom = results, .right = results});
    return result;
}

void expectFilter(const std::vector<float>& result, const std::vector<float>& data, std::int64_t size,
                  const std::vector<float>& taps, std::int64_t tapCount) {
    const std::int64_t results = size + 1 - tapCount;
    for (std::int64_t y = 0; y < results; ++y) {
        for (std::int64_t x = 0; x < results; ++x) {
            double expected = 0;
            for (std::int64_t i = 0; i < tapCount; ++i)
                for (std::int64_t j = 0; j < tapCount; ++j)
                    expected += double{data[static_cast<std::size_t>((y + i) * size + x + j)]} *
                                taps[static_cast<std::size_t>(i * tapCount + j)];
            ASSERT_NEAR(result[static_cast<std::size_t>(y * results + x)], expected, 2e-5);
        }
    }
}

TEST(Winograd, FiltersATile) {
    for (const std::int64_t taps : {3, 5}) {
        const WinogradTransforms& t = winogradTransforms(taps);
        ASSERT_EQ(t.size, kWinogradTile + taps - 1);
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const std::vector<float> data = pixels(t.size * t.size, 2 * seed);
            const std::vector<float> kernel = pixels(taps * taps, 2 * seed + 1);
            expectFilter(filtered(data, t.size, kernel, taps, t.kernel, t.results, t.data), data, t.size,
                         kernel, taps);
            const std::vector<float> gradients = pixels(kWinogradTile * kWinogradTile, 2 * seed + 1);
            expectFilter(
                filtered(data, t.size, gradients, kWinogradTile, t.gradients, t.kernelGradient, t.data), data,
                t.size, gradients, kWinogradTile);
        }
    }
}

/// Every number of channels up to some vectors; what lies outside of the image is zero and stays untouched.
TEST(Winograd, KeepsToThePatchAndItsChannels) {
    const WinogradTransforms& t = winogradTransforms(3);
    for (std::int64_t channels = 1; channels <= 35; ++channels) {
        const std::vector<float> image = pixels(4 * 4 * channels, 9);
        const std::int64_t stride = (channels + 15) / 16 * 16;
        std::vector<float> turned(static_cast<std::size_t>(t.size * t.size * stride), 7.0f);
        // The patch begins a row and a column before the image.
        const WinogradPatch<const float> patch{.numbers = image.data() - 5 * channels,
                                               .row = 4 * channels,
                                               .column = channels,
                                               .top = 1,
                                               .bottom = 5,
                                               .left = 1,
                                               .right = 5};
        t.data(patch, channels, turned.data(), stride);
        for (std::int64_t channel = 0; channel < channels; ++channel) {
            std::vector<float> padded(static_cast<std::size_t>(t.size * t.size), 0.0f);
            for (std::int64_t y = 0; y < 4; ++y)
                for (std::int64_t x = 0; x < 4; ++x)
                    padded[static_cast<std::size_t>((y + 1) * t.size + x + 1)] =
                        image[static_cast<std::size_t>((y * 4 + x) * channels + channel)];
            std::vector<float> alone(static_cast<std::size_t>(t.size * t.size * kStride));
            t.data(whole(padded, t.size), 1, alone.data(), kStride);
            for (std::int64_t position = 0; position < t.size * t.size; ++position)
                ASSERT_EQ(turned[static_cast<std::size_t>(position * stride + channel)],
                          alone[static_cast<std::size_t>(position * kStride)])
                    << "channel " << channel << " of " << channels;
        }
        std::vector<float> results(static_cast<std::size_t>(4 * 4 * channels), -1.0f);
        t.results(
            turned.data(), stride, channels,
            {.numbers = results.data(), .row = 4 * channels, .column = channels, .bottom = 3, .right = 4});
        for (std::int64_t i = 3 * 4 * channels; i < 4 * 4 * channels; ++i)
            ASSERT_EQ(results[static_cast<std::size_t>(i)], -1.0f);
    }
}

} // namespace
} // namespace protomind
