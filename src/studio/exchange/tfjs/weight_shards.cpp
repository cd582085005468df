// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/tfjs/weight_shards.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace protomind {

std::vector<std::string> shardNames(std::span<const KerasWeight> weights) {
    std::int64_t bytes = 0;
    for (const KerasWeight& weight : weights)
        bytes += static_cast<std::int64_t>(std::as_bytes(std::span(weight.values.values)).size());
    const std::int64_t count = (bytes + kShardBytes - 1) / kShardBytes;
    std::vector<std::string> names;
    for (std::int64_t i = 1; i <= count; ++i)
        names.push_back(fmt::format("group1-shard{}of{}.bin", i, count));
    return names;
}

void writeShard(std::ostream& stream, std::span<const KerasWeight> weights, std::int64_t index) {
    std::int64_t offset = -index * kShardBytes; // of a weight, from where the file begins
    for (const KerasWeight& weight : weights) {
        const auto bytes = std::as_bytes(std::span(weight.values.values));
        const auto size = static_cast<std::int64_t>(bytes.size());
        const std::int64_t first = std::clamp<std::int64_t>(-offset, 0, size);
        const std::int64_t last = std::clamp<std::int64_t>(kShardBytes - offset, 0, size);
        stream.write(reinterpret_cast<const char*>(bytes.data()) + first, last - first);
        offset += size;
    }
}

} // namespace protomind
