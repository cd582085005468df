// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/batch_order.h"

#include "engine/base/problem.h"
#include "engine/base/random.h"
#include "engine/data/random_streams.h"

#include <numeric>

namespace protomind {

void writeEpochOrder(std::uint64_t seed, std::int64_t epoch, std::span<std::uint32_t> order) {
    require(epoch >= 0, "writeEpochOrder: negative epoch");
    std::iota(order.begin(), order.end(), 0u);
    RandomStream(seed, streamOf(DataStream::EpochOrder, static_cast<std::uint64_t>(epoch))).shuffle(order);
}

std::vector<std::uint32_t> epochOrder(std::int64_t count, std::uint64_t seed, std::int64_t epoch) {
    std::vector<std::uint32_t> order(static_cast<std::size_t>(count));
    writeEpochOrder(seed, epoch, order);
    return order;
}

} // namespace protomind
