// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/face_canvas.h"

namespace protomind {

/// The colours that the factors of a face stand for: ways through some that people know, from 0 to 1. What
/// they are called is in face_factors.cpp.
[[nodiscard]] FaceColour hairColourOf(float place);
[[nodiscard]] FaceColour skinColourOf(float place);
[[nodiscard]] FaceColour eyeColourOf(float place);
[[nodiscard]] FaceColour backgroundColourOf(float place);
[[nodiscard]] FaceColour shirtColourOf(float place);

} // namespace protomind
