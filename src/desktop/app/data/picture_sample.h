// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/tensor/host_array.h"

#include <QImage>

#include <span>

namespace protomind {

/// Whether the first and the last row of an image [H, W, C] of 0..1 are light on the whole, as paper is.
[[nodiscard]] bool hasLightBorder(std::span<const float> values, const Shape& shape);

/// Any picture as a sample [H, W, 1] or [H, W, 3] of 0..1: as large as fits, in the middle, on a ground of
/// the colour of its corners. A grey one is turned to its negative where the border is to be light and is
/// dark, or the other way round: digits in ink on paper go to a network that knows them in white on black.
[[nodiscard]] HostArray sampleOfPicture(const QImage& picture, const Shape& shape, bool lightBorder);

/// Reads a picture, no larger than needed for a sample. Takes as long as it takes: not for the window's
/// thread. Fails where it is no picture that can be read, or too large.
[[nodiscard]] Result<QImage> readPicture(const QString& path);

} // namespace protomind
