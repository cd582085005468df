// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/tree_reduction.h"

#include "engine/base/parallel.h"
#include "engine/device/cpu/vector_kernels.h"

#include <algorithm>
#include <cstddef>

namespace protomind {

namespace {

/// Elements that one thread adds up at a time.
constexpr std::int64_t kGrain = 4096;

} // namespace

void sumParts(float* parts, std::int64_t count, std::int64_t elements, float* result, int threads) {
    const auto add = vectorKernels().binary[static_cast<std::size_t>(Op::Add)];
    std::int64_t apart = 1;
    for (; 2 * apart < count; apart *= 2) {
        const std::int64_t pairs = (count - apart + 2 * apart - 1) / (2 * apart);
        parallelFor(
            pairs, 1,
            [&](std::int64_t first, std::int64_t last) {
                for (std::int64_t pair = first; pair < last; ++pair) {
                    float* const sum = parts + 2 * pair * apart * elements;
                    add(sum, sum + apart * elements, sum, static_cast<std::size_t>(elements));
                }
            },
            threads);
    }
    parallelFor(
        elements, kGrain,
        [&](std::int64_t first, std::int64_t last) {
            const auto length = static_cast<std::size_t>(last - first);
            if (apart < count)
                add(parts + first, parts + apart * elements + first, result + first, length);
            else if (result != parts)
                std::copy_n(parts + first, length, result + first);
        },
        threads);
}

} // namespace protomind
