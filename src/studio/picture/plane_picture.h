// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_plane.h"
#include "studio/picture/picture.h"

namespace protomind {

struct PlanePictureSize {
    std::int64_t width = 0;
    std::int64_t height = 0;
    bool operator==(const PlanePictureSize&) const = default;
};
/// Of planePicture(): the longer side of the plane has kPlanePictureSide pixels, the other one as many as
/// keep units of one length, but not less than a quarter of that.
[[nodiscard]] PlanePictureSize planePictureSize(const LensPlane& plane);
inline constexpr std::int64_t kPlanePictureSide = 600;

/// The plane on white without any text: its map, paler where marks lie on it, and the layers that are shown
/// to begin with, in the colours and shapes that the window has for them. Marks that aren't numbers or lie
/// outside are left out. Three channels.
[[nodiscard]] Picture planePicture(const LensPlane& plane);

} // namespace protomind
