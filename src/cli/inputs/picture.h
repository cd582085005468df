// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/tensor/host_array.h"
#include "studio/picture/picture.h"

#include <cstdint>
#include <string>
#include <vector>

namespace protomind {

/// Whether sides and area are within the limits.
[[nodiscard]] Result<void> checkPictureSize(std::int64_t width, std::int64_t height, const std::string& path);

/// A PNG, PGM or PPM file; what it is is seen from its content, not from its name. See readPng() for what the
/// numbers of a PNG file become.
[[nodiscard]] Result<Picture> readPicture(const std::string& path);

/// Grey (weights of ITU-R BT.601) or colour.
[[nodiscard]] Picture withChannels(const Picture& picture, std::int64_t channels);

/// The mean along the four edges: what the background most likely is.
[[nodiscard]] float borderBrightness(const Picture& picture);

/// A picture in the shape [height, width, channels] of a sample: kept in its proportions, in the middle, with
/// its own background around; made smaller by averaging areas, larger by interpolation.
[[nodiscard]] HostArray fitPicture(const Picture& picture, const Shape& sample);

} // namespace protomind
