// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/program/fuse.h"
#include "engine/program/program.h"

namespace protomind {

/// Turns a fused computation into values and steps, in the order of the graph; memory is not planned yet, and
/// updates are still values of their own: updateValues has one for each.
struct Lowered {
    Program program;
    std::vector<int> updateValues;
};

/// Views (reshape, transpose, slice, stretch) cost nothing where a loop reads through them; where a kernel or
/// an output needs the numbers in order, a copying loop makes them.
[[nodiscard]] Lowered lower(const Computation& computation, const Fusion& fusion);

/// The values that a step reads and writes.
[[nodiscard]] std::vector<int> valuesRead(const Step& step);
[[nodiscard]] std::vector<int> valuesWritten(const Step& step);

/// Row-major strides of a space, for a whole value of its shape.
[[nodiscard]] Access wholeAccess(int value, const Shape& space);

/// A loop that copies one value into another of as many elements.
[[nodiscard]] Step copyStep(std::string name, int from, int to, std::int64_t elements);

} // namespace protomind
