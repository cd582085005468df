// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/keras/keras_topology.h"

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

namespace protomind {

/// How TensorFlow.js cuts the numbers of a network, one weight behind the other, into files: browsers keep
/// files of this size for the next visit.
inline constexpr std::int64_t kShardBytes = std::int64_t{4} << 20;

/// "group1-shard1of2.bin", ...; none where there are no weights.
[[nodiscard]] std::vector<std::string> shardNames(std::span<const KerasWeight> weights);
/// The bytes of one of these files: float32, little-endian.
void writeShard(std::ostream& stream, std::span<const KerasWeight> weights, std::int64_t index);

} // namespace protomind
