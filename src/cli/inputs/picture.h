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

/// A PGM or PPM file, or one that readImageFile() reads, which also says what its numbers become. What it is
/// is seen from its content, not from its name. So many pixels of its shorter side are enough; 0: all there
/// are.
[[nodiscard]] Result<Picture> readPicture(const std::string& path, std::int64_t enough = 0);

/// Grey (weights of ITU-R BT.601) or colour.
[[nodiscard]] Picture withChannels(const Picture& picture, std::int64_t channels);

/// The mean along the four edges: what the background most likely is.
[[nodiscard]] float borderBrightness(const Picture& picture);

/// A picture in the shape [height, width, channels] of a sample: kept in its proportions, in the middle, with
/// its own background around; made smaller by averaging areas, larger by interpolation.
[[nodiscard]] HostArray fitPicture(const Picture& picture, const Shape& sample);

} // namespace protomind
