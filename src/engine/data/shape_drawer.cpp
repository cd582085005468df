// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/shape_drawer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace protomind {
namespace {

using Colour = std::array<float, 3>;
using Canvas = std::array<float, kShapePixels>;

constexpr float kRadian = std::numbers::pi_v<float> / 180;

/// Of some lightness, in any hue: Y, U and V of ITU-R BT.470, whose Y is what an eye sees of it.
Colour anyHue(float lightest, float darkest, float colourful, RandomStream& random) {
    const float y = random.uniform(darkest, lightest);
    const float hue = random.uniform(0, 2 * std::numbers::pi_v<float>);
    const float u = colourful * std::cos(hue);
    const float v = colourful * std::sin(hue);
    return {y + 1.140f * v, y - 0.395f * u - 0.581f * v, y + 2.032f * u};
}

/// Paints what lies inside of an outline that reaches so far from a place; distance(x, y) in pixels.
template<class Distance>
void paint(Canvas& canvas, float x, float y, float reach, const Colour& colour, const Distance& distance) {
    const auto from = [](float place) { return std::clamp(static_cast<int>(place), 0, kShapeSide); };
    const float square = (reach + 1) * (reach + 1);
    for (int row = from(y - reach - 1); row < from(y + reach + 2); ++row)
        for (int column = from(x - reach - 1); column < from(x + reach + 2); ++column) {
            const float dx = static_cast<float>(column) + 0.5f - x;
            const float dy = static_cast<float>(row) + 0.5f - y;
            if (dx * dx + dy * dy > square)
                continue;
            const float off = distance(dx, dy);
            const float covered = std::clamp(0.5f - off, 0.0f, 1.0f);
            for (std::size_t channel = 0; channel < 3; ++channel) {
                float& value = canvas[static_cast<std::size_t>(row * kShapeSide + column) * 3 + channel];
                value += covered * (colour[channel] - value);
            }
        }
}

void paintShape(Canvas& canvas, int shape, float x, float y, float radius, float turn, const Colour& colour) {
    const float c = std::cos(turn * kRadian) / radius;
    const float s = std::sin(turn * kRadian) / radius;
    paint(canvas, x, y, kShapeReach * radius, colour, [=](float dx, float dy) {
        return radius * distanceToShape(shape, c * dx + s * dy, c * dy - s * dx);
    });
}

/// A dot, a line or a small shape, of a lightness between that of the ground and of the shape.
void paintMark(Canvas& canvas, RandomStream& random) {
    const auto kind = random.below(3);
    const float x = random.uniform(0, kShapeSide);
    const float y = random.uniform(0, kShapeSide);
    const float turn = random.uniform(0, 360);
    const float size = random.uniform();
    const auto shape = static_cast<int>(random.below(kShapeCount));
    const Colour colour = anyHue(0.6f, 0.25f, 0.15f, random);
    if (kind == 0) {
        const float half = 3 + 5 * size;
        const float c = std::cos(turn * kRadian);
        const float s = std::sin(turn * kRadian);
        paint(canvas, x, y, half + 1, colour, [=](float dx, float dy) {
            const float along = std::clamp(c * dx + s * dy, -half, half);
            const float offX = dx - along * c;
            const float offY = dy - along * s;
            return std::sqrt(offX * offX + offY * offY) - 0.6f;
        });
    } else {
        paintShape(canvas, kind == 1 ? 0 : shape, x, y, 0.7f + 1.3f * size, turn, colour);
    }
}

/// About normal, of mean 0 and standard deviation 1: the sum of the four bytes of a random word.
float wordNoise(std::uint32_t word) {
    constexpr float kMean = 4 * 127.5f;
    constexpr float kDeviation = 147.8f; // the root of 4 * (256^2 - 1) / 12
    const std::uint32_t sum = (word & 255) + ((word >> 8) & 255) + ((word >> 16) & 255) + (word >> 24);
    return (static_cast<float>(sum) - kMean) / kDeviation;
}

} // namespace

ShapeFactors drawFactors(const ShapeVariety& variety, RandomStream& random) {
    const auto either = [&] { return random.uniform(-1, 1); };
    ShapeFactors factors;
    factors.right = kShapeSide * variety.shift * either();
    factors.down = kShapeSide * variety.shift * either();
    factors.turn = variety.turn * either();
    factors.size = 1 + variety.scale * either();
    factors.brightness = 1 + variety.brightness * either();
    factors.clutter = std::round(variety.clutter * kMostClutter * random.uniform());
    factors.noise = variety.noise * random.uniform();
    return factors;
}

void drawShape(int shape, const ShapeFactors& factors, RandomStream& random,
               std::span<std::uint8_t, kShapePixels> picture) {
    const Colour ground = anyHue(0.3f, 0.12f, 0.07f, random);
    const Colour colour = anyHue(0.85f, 0.65f, 0.16f, random);
    Canvas canvas;
    for (std::size_t i = 0; i < canvas.size(); ++i)
        canvas[i] = ground[i % 3];
    for (int mark = 0; mark < static_cast<int>(factors.clutter); ++mark)
        paintMark(canvas, random);
    constexpr float kMiddle = kShapeSide / 2.0f;
    paintShape(canvas, shape, kMiddle + factors.right, kMiddle + factors.down, kShapeRadius * factors.size,
               factors.turn, colour);
    for (std::size_t i = 0; i < canvas.size(); ++i) {
        const float value = factors.brightness * canvas[i] + factors.noise * wordNoise(random.bits());
        picture[i] = static_cast<std::uint8_t>(std::clamp(255 * value + 0.5f, 0.0f, 255.0f));
    }
}

} // namespace protomind
