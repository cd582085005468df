// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"
#include "studio/picture/picture.h"

namespace protomind {

/// The numbers of a lens's picture as colours, a pixel each: blue below and orange above the middle where
/// colours diverge, viridis where they go up, grey where a number is not known. Always three channels.
[[nodiscard]] Picture coloured(const LensPicture& picture);

} // namespace protomind
