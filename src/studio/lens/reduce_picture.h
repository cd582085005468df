// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/watch_plan.h"

namespace protomind {

inline constexpr std::int64_t kHistogramBins = 40;
/// Maps larger than this are made smaller by taking means.
inline constexpr std::int64_t kLargestMapSide = 48;

/// What a layer gave for the plan's samples, made small enough for a picture.
[[nodiscard]] LayerPicture reducePicture(const WatchPlan::Item& item, const std::string& layer,
                                         HostArray output);

} // namespace protomind
