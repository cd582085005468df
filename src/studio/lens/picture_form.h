// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/pictures.h"

namespace protomind {

/// How a layer is best seen.
struct PictureForm {
    PictureKind kind = PictureKind::Histogram;
    std::int64_t channels = 1; ///< neurons or maps
    std::int64_t height = 1;   ///< of one picture, in numbers: the layer's own where it gives images
    std::int64_t width = 1;
    bool operator==(const PictureForm&) const = default;
};

/// What goes into a network decides how all of it can be seen.
enum class InputKind {
    Plane, ///< two features
    Line,  ///< a single one
    Image,
    Other,
};
[[nodiscard]] InputKind inputKindOf(const Shape& input);

/// The form for a layer that gives this shape, in a network that takes samples of that one.
[[nodiscard]] PictureForm pictureForm(const Shape& layer, const Shape& input, bool isInput);

/// How a generator's layers are seen: as pictureForm has it for a network that takes such samples.
struct GeneratorForm {
    Shape samples;
    bool madeIsPicture = false; ///< its last layer gives such a sample, and no layer takes one
};
/// Of one that makes pictures the making of a single one is seen; of others what all latents do.
[[nodiscard]] GeneratorForm generatorForm(const Shape& latents, const Shape& made);

} // namespace protomind
