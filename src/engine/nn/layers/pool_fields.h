// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"
#include "engine/nn/layers/window.h"

/// What the two pooling layers share.
namespace protomind {

[[nodiscard]] const std::vector<Field>& poolFields();
[[nodiscard]] Result<Shape> poolShape(const std::string& title, const Settings& settings, const Shape& input);
/// image: [N, H, W, C].
[[nodiscard]] PoolAttributes poolAttributes(const Settings& settings, const Shape& image);
/// Where the numbers stand, in an image of one sample, that the output at an index is made of: what is
/// outside does not count.
[[nodiscard]] std::vector<std::int64_t> pooledPlaces(const Settings& settings, const Shape& image,
                                                     std::int64_t output);

} // namespace protomind
