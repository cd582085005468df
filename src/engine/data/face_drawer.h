// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/face_canvas.h"
#include "engine/data/face_factors.h"

namespace protomind {

/// A cartoon of a face, [kFaceSide, kFaceSide, RGB], of nothing but its factors: equal factors give equal
/// pixels. A ball carries eyes, nose and mouth and is turned (orthographic projection); edges are smooth.
/// Factors may lie a little out of their ranges, as between and beyond those of two samples.
void drawFace(const FaceFactors& face, std::span<std::uint8_t, kFacePixels> picture);

} // namespace protomind
