// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace protomind {

// What is taken from files that people name; checked before memory is asked for.
inline constexpr std::int64_t kMaxCsvBytes = std::int64_t{512} << 20;
inline constexpr std::int64_t kMaxCsvColumns = 10000;
inline constexpr std::int64_t kMaxCsvRows = 1000000;

} // namespace protomind
