// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/picture_filter.h"

#include <optional>

namespace protomind {

// What a filter does, whatever its numbers: so a check takes any kernel that does it. Brightness is in steps
// of grey, 255 from black to white. The output is held against the pixels that the middle of the window lies
// on, so that a kernel that changes nothing has exactly 0 and 1, at any border and stride.

/// The mean of the output less the mean of these pixels; none where the window does not fit.
[[nodiscard]] std::optional<double> changeOfMean(const PictureFilter& filter, const GreyPicture& picture);

/// The difference between neighbours, to the right and down (the root of its mean square), of the output over
/// that of these pixels: 1 keeps all detail, less blurs, more sharpens. None where they have no detail.
[[nodiscard]] std::optional<double> keptDetail(const PictureFilter& filter, const GreyPicture& picture);

/// The largest output, without its sign, over a picture that is 0 at the left and 1 at the right: the edge
/// upright, or lying where 0 is above. Neither border nor dilation counts.
[[nodiscard]] double answerToUprightEdge(const PictureFilter& filter);
[[nodiscard]] double answerToLyingEdge(const PictureFilter& filter);

/// The output over a picture that is 0 in the middle of the window and grows by 1 a pixel, to the right or
/// down: how much it looks at that direction. 0 of all that are symmetrical.
[[nodiscard]] double answerToSlopeRight(const PictureFilter& filter);
[[nodiscard]] double answerToSlopeDown(const PictureFilter& filter);

} // namespace protomind
