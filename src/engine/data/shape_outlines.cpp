// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/shape_outlines.h"

#include "engine/base/problem.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>
#include <vector>

namespace protomind {
namespace {

struct Corner {
    float x = 0;
    float y = 0;
};
using Outline = std::vector<Corner>;

constexpr float kHalfTurn = std::numbers::pi_v<float>;
/// Of the star's inner corners, as a share of the outer ones'.
constexpr float kStarWaist = 0.45f;
/// Half the width of the cross's arms, as a share of their length from the middle.
constexpr float kArmWidth = 0.34f;
/// Of the ring's hole, as a share of its outer radius.
constexpr float kHole = 0.6f;

/// Corners at equal angles from the top on, at the radii in turn.
Outline spokes(int corners, std::span<const float> radii) {
    Outline outline;
    for (int i = 0; i < corners; ++i) {
        const float angle = 2 * kHalfTurn * static_cast<float>(i) / static_cast<float>(corners);
        const float radius = radii[static_cast<std::size_t>(i) % radii.size()];
        outline.push_back({radius * std::sin(angle), -radius * std::cos(angle)});
    }
    return outline;
}

/// The same with the area of a circle of radius 1 (Gauss's shoelace formula).
Outline ofUnitArea(Outline outline) {
    float doubled = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Corner& next = outline[(i + 1) % outline.size()];
        doubled += outline[i].x * next.y - next.x * outline[i].y;
    }
    const float factor = std::sqrt(2 * kHalfTurn / std::abs(doubled));
    for (Corner& corner : outline)
        corner = {factor * corner.x, factor * corner.y};
    return outline;
}

/// A side of an outline, with what its distance to a point takes.
struct Side {
    Corner start;
    Corner way;          ///< to its end
    float perSquare = 0; ///< 1 / its squared length
    float slope = 0;     ///< x by y
};

std::vector<Side> sidesOf(const Outline& outline) {
    std::vector<Side> sides;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Corner& start = outline[i];
        const Corner& end = outline[(i + 1) % outline.size()];
        const Corner way{end.x - start.x, end.y - start.y};
        // Of a level side no point is asked for its slope.
        sides.push_back({start, way, 1 / (way.x * way.x + way.y * way.y), way.y == 0 ? 0 : way.x / way.y});
    }
    return sides;
}

/// Of the shapes with corners.
const std::vector<Side>& sidesOf(int shape) {
    constexpr float a = kArmWidth;
    static const std::vector<Side> square = sidesOf(ofUnitArea({{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}));
    static const std::vector<Side> triangle = sidesOf(ofUnitArea(spokes(3, std::array{1.0f})));
    static const std::vector<Side> star = sidesOf(ofUnitArea(spokes(10, std::array{1.0f, kStarWaist})));
    static const std::vector<Side> cross = sidesOf(ofUnitArea({{-a, -1},
                                                               {a, -1},
                                                               {a, -a},
                                                               {1, -a},
                                                               {1, a},
                                                               {a, a},
                                                               {a, 1},
                                                               {-a, 1},
                                                               {-a, a},
                                                               {-1, a},
                                                               {-1, -a},
                                                               {-a, -a}}));
    switch (shape) {
    case 1:
        return square;
    case 2:
        return triangle;
    case 3:
        return star;
    default:
        return cross;
    }
}

/// To the nearest side; inside where a ray to the right crosses an odd number of them.
float distanceToSides(const std::vector<Side>& sides, float x, float y) {
    float nearest = 1e9f;
    bool inside = false;
    for (const Side& side : sides) {
        const float fromX = x - side.start.x;
        const float fromY = y - side.start.y;
        const float along =
            std::clamp((fromX * side.way.x + fromY * side.way.y) * side.perSquare, 0.0f, 1.0f);
        const float offX = fromX - along * side.way.x;
        const float offY = fromY - along * side.way.y;
        nearest = std::min(nearest, offX * offX + offY * offY);
        inside ^= ((fromY < 0) != (fromY < side.way.y)) & (fromX < fromY * side.slope);
    }
    return inside ? -std::sqrt(nearest) : std::sqrt(nearest);
}

} // namespace

float distanceToShape(int shape, float x, float y) {
    require(shape >= 0 && shape < kShapeCount, "distanceToShape: no such shape");
    if (shape == 0)
        return std::sqrt(x * x + y * y) - 1;
    if (shape == kShapeCount - 1) {
        static const float outer = 1 / std::sqrt(1 - kHole * kHole);
        const float middle = outer * (1 + kHole) / 2;
        return std::abs(std::sqrt(x * x + y * y) - middle) - outer * (1 - kHole) / 2;
    }
    return distanceToSides(sidesOf(shape), x, y);
}

} // namespace protomind
