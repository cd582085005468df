// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/model.h"

#include <optional>
#include <span>

namespace protomind {

/// A box of an image: rows and columns, each from first to last.
struct ImageBox {
    std::int64_t top = 0;
    std::int64_t left = 0;
    std::int64_t bottom = 0;
    std::int64_t right = 0;

    [[nodiscard]] ImageBox with(const ImageBox& other) const;
    bool operator==(const ImageBox&) const = default;
};

/// What of the network's input image can reach a number of a layer: the smallest box around it, as the layers
/// on the way look at it (Araujo et al., "Computing receptive fields of convolutional neural networks",
/// Distill 2019, for any network without loops). Null where the input is no image. layer: by its place in the
/// model; at: the coordinates in its output.
[[nodiscard]] std::optional<ImageBox> receptiveField(const Model& model, std::size_t layer,
                                                     std::span<const std::int64_t> at);

} // namespace protomind
