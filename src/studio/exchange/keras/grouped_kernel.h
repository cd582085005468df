// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/host_array.h"

#include <optional>

namespace protomind {

/// A convolution's kernel [h, w, in of a group, out] as one over all channels, [h, w, in, out]: zeros where
/// groups do not see each other.
[[nodiscard]] HostArray kernelOverAllGroups(const HostArray& kernel, std::int64_t groups);
/// The way back; none where a number is not zero that has to be, or the sizes can't be split.
[[nodiscard]] std::optional<HostArray> kernelOfGroups(const HostArray& kernel, std::int64_t groups);

} // namespace protomind
