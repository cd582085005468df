// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace protomind {

/// The files of resources/photographs as they are, PNG.
struct PhotographBytes {
    std::span<const std::uint8_t> cat;
    std::span<const std::uint8_t> cup;
    std::span<const std::uint8_t> camera;
    std::span<const std::uint8_t> bricks;
};
[[nodiscard]] PhotographBytes photographBytes();

} // namespace protomind
