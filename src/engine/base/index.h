// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>

namespace protomind {

/// An index that is known not to be negative, as the standard containers want it.
[[nodiscard]] constexpr std::size_t at(std::integral auto index) {
    return static_cast<std::size_t>(index);
}

} // namespace protomind
