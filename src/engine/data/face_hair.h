// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/face_head.h"

namespace protomind {

/// What of a hair style lies behind the head and the shoulders, and what lies over the face.
void paintHairBehind(FaceCanvas& canvas, const HeadView& head, const FaceFactors& face);
void paintHairBefore(FaceCanvas& canvas, const HeadView& head, const FaceFactors& face);

} // namespace protomind
