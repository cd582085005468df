// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/inputs/picture.h"
#include "studio/lens/lens_result.h"

namespace protomind {

/// All pictures of a result, one group a row, on white: blue below and orange above the middle where colours
/// diverge, viridis where they go up. Small pictures are made larger, a number a square. Planes come below
/// them. Where there are neither, the matrices of the result; fails where there are none of these.
[[nodiscard]] Result<Picture> pictureOf(const LensResult& result);

} // namespace protomind
