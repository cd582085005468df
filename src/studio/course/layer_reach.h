// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <optional>
#include <string>

namespace protomind {

/// How large the part of the picture is that one number of a layer is made of, in pixels along its longer
/// side: the receptive field of a number in the middle of what the layer gives, as far as it lies in the
/// picture. Nothing where the drawing can't be computed, or begins with no picture.
[[nodiscard]] std::optional<std::int64_t> receptiveSide(const Network& network, const std::string& layer);

} // namespace protomind
