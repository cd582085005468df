// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/checkpoint.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace protomind {

/// A SHA-256 (FIPS 180-4).
using Digest = std::array<std::byte, 32>;

[[nodiscard]] Digest digestOf(std::string_view text);
/// Of all that a checkpoint holds: a changed, missing or added number, name or shape gives another digest.
[[nodiscard]] Digest digestOf(const Checkpoint& checkpoint);
/// Of the names and shapes alone: the same for all checkpoints of one network and optimiser.
[[nodiscard]] Digest layoutDigest(const Checkpoint& checkpoint);

} // namespace protomind
