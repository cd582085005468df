// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>

namespace protomind {

/// Bytes of a cache line, and of the widest vector.
inline constexpr std::size_t kAlignment = 64;

struct AlignedDelete {
    void operator()(float* floats) const { std::free(floats); }
};

/// Floats that begin on a cache line. Behind the last there is room for a cache line more.
using AlignedFloats = std::unique_ptr<float[], AlignedDelete>;

/// Whatever was there before. Throws std::bad_alloc where memory is short. Large pieces are laid in large
/// pages where the system has them: finding the place of a small page costs more than reading it.
[[nodiscard]] AlignedFloats uninitialisedFloats(std::size_t count);

/// Zeros.
[[nodiscard]] AlignedFloats alignedFloats(std::size_t count);

} // namespace protomind
