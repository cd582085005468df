// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/project.h"

#include <cstdint>

namespace protomind {

enum class ContentSize {
    Small, ///< some 60 KB
    Large, ///< about 1 MB
};

/// A project as the tests and the program under test both know it: the same for the same seed.
[[nodiscard]] ProjectContent faultContent(std::uint64_t seed, ContentSize size);

inline constexpr std::uint64_t kOlderSeed = 1; ///< what name~ has before
inline constexpr std::uint64_t kOldSeed = 2;   ///< what the file has before
inline constexpr std::uint64_t kNewSeed = 3;   ///< what is saved

} // namespace protomind
