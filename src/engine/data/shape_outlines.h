// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace protomind {

/// The classes of the set "shapes", in the order of its labels.
inline constexpr std::array kShapeNames{"circle", "square", "triangle", "star", "cross", "ring"};
inline constexpr int kShapeCount = static_cast<int>(kShapeNames.size());

/// How far a point lies from the outline of a shape about the origin: below zero inside. All have the area of
/// a circle of radius 1, so that none is told by how much of a picture it covers. x to the right, y down.
[[nodiscard]] float distanceToShape(int shape, float x, float y);
/// No point of any shape lies farther from the origin.
inline constexpr float kShapeReach = 1.56f;

} // namespace protomind
