// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/shape.h"

#include <string>
#include <vector>

/// Pooling over all places of an image, or all steps of a sequence.
namespace protomind {

/// One number a channel, or what is wrong with the input. Shapes of one sample.
[[nodiscard]] Result<Shape> globalPoolShape(const std::string& title, const Shape& input);
/// All axes of a batch but the first and the last.
[[nodiscard]] std::vector<int> globalPoolAxes(const Shape& batch);
/// Where the numbers of a channel stand in one sample.
[[nodiscard]] std::vector<std::int64_t> globallyPooledPlaces(const Shape& input, std::int64_t channel);

} // namespace protomind
