// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace protomind {

/// For a >= 0 and b > 0.
[[nodiscard]] constexpr std::int64_t divideUp(std::int64_t a, std::int64_t b) {
    return (a + b - 1) / b;
}

/// The least multiple of b that is at least a.
[[nodiscard]] constexpr std::int64_t roundUp(std::int64_t a, std::int64_t b) {
    return divideUp(a, b) * b;
}

} // namespace protomind
