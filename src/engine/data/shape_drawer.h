// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/data/shape_outlines.h"

#include <cstdint>
#include <span>

namespace protomind {

/// How much pictures of shapes differ from each other beside their class.
struct ShapeVariety {
    float shift = 0;      ///< a share of the side: at most so far, along either axis
    float turn = 0;       ///< degrees, at most, either way
    float scale = 0;      ///< a share, at most: larger or smaller by that
    float brightness = 0; ///< a share, at most: brighter or darker by that
    float clutter = 0;    ///< 1: up to kMostClutter marks behind the shape
    float noise = 0;      ///< standard deviation of each number, at most
};
inline constexpr int kMostClutter = 20;

/// What one picture is drawn with.
struct ShapeFactors {
    float right = 0;      ///< of the middle, in pixels
    float down = 0;       ///< in pixels
    float turn = 0;       ///< degrees, clockwise
    float size = 1;       ///< 1: a circle has kShapeRadius
    float brightness = 1; ///< what all colours are multiplied by
    float clutter = 0;    ///< marks behind the shape
    float noise = 0;      ///< standard deviation
};
inline constexpr int kShapeSide = 32; ///< pixels of a picture
inline constexpr float kShapeRadius = 6.5f;
inline constexpr std::size_t kShapePixels = std::size_t{kShapeSide} * kShapeSide * 3;

/// The same random numbers for any variety: more of one factor leaves the others as they were.
[[nodiscard]] ShapeFactors drawFactors(const ShapeVariety& variety, RandomStream& random);

/// A light shape on a dark ground, [kShapeSide, kShapeSide, RGB], both of a random hue, with smooth edges.
/// How light and how colourful either is says nothing of the shape.
void drawShape(int shape, const ShapeFactors& factors, RandomStream& random,
               std::span<std::uint8_t, kShapePixels> picture);

} // namespace protomind
