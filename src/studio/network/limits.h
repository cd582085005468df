// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// How large a network may be, wherever it comes from. Beyond these a sentence says so; nothing is built.
namespace protomind {

inline constexpr std::size_t kMaxNetworkBytes = std::size_t{16} << 20; ///< of a network's JSON text
inline constexpr int kMaxJsonDepth = 64;
inline constexpr std::size_t kMaxStringBytes = 4096;     ///< of any string or key in a JSON text
inline constexpr std::size_t kMaxJsonValues = 1'000'000; ///< in a JSON text, containers included
inline constexpr std::size_t kMaxLayers = 5'000;
inline constexpr std::size_t kMaxWires = 20'000;
inline constexpr int kMaxPort = 4'999;
inline constexpr std::int64_t kMaxParameters = 50'000'000;
/// Ids stay exact in readers that know numbers as doubles only.
inline constexpr std::uint64_t kMaxId = std::uint64_t{1} << 53;
inline constexpr double kMaxCoordinate = 1e7;

} // namespace protomind
