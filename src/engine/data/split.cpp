// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/split.h"

#include "engine/base/random.h"
#include "engine/data/random_streams.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {

std::int64_t samplesKeptAside(std::int64_t size, double share) {
    return std::min<std::int64_t>(std::llround(share * static_cast<double>(size)),
                                  std::max<std::int64_t>(size - 1, 0));
}

ValidationSplit splitForValidation(DataSetPtr whole, double share, std::uint64_t seed,
                                   const std::vector<bool>& learnedFrom) {
    require(whole != nullptr, "splitForValidation: no set");
    require(share >= 0 && share < 1, "splitForValidation: the share is outside [0, 1)");
    const std::int64_t size = whole->size();
    require(learnedFrom.empty() || std::ssize(learnedFrom) == size,
            "splitForValidation: not every sample is told of");
    const std::int64_t wanted = samplesKeptAside(size, share);
    if (wanted == 0)
        return {std::move(whole), nullptr, 0};

    std::vector<std::uint32_t> order(static_cast<std::size_t>(size));
    std::iota(order.begin(), order.end(), 0u);
    RandomStream(seed, streamOf(DataStream::ValidationSplit)).shuffle(order);
    if (!learnedFrom.empty())
        std::ranges::stable_partition(order, [&](std::uint32_t index) { return !learnedFrom[index]; });
    const std::int64_t aside =
        std::min<std::int64_t>(wanted, learnedFrom.empty() ? wanted : std::ranges::count(learnedFrom, false));
    if (aside == 0)
        return {std::move(whole), nullptr, wanted};
    // Sorted, because neighbours in memory read faster; the epoch's order shuffles anyway.
    const auto border = order.begin() + aside;
    std::sort(order.begin(), border);
    std::sort(border, order.end());
    auto validation = std::make_shared<Subset>(whole, std::vector<std::uint32_t>(order.begin(), border));
    auto training =
        std::make_shared<Subset>(std::move(whole), std::vector<std::uint32_t>(border, order.end()));
    return {std::move(training), std::move(validation), wanted};
}

} // namespace protomind
