// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <new>

namespace protomind {

/// Bytes of a cache line, and of the widest vector.
inline constexpr std::size_t kAlignment = 64;

struct AlignedDelete {
    void operator()(float* floats) const { ::operator delete[](floats, std::align_val_t(kAlignment)); }
};

/// Floats that begin on a cache line.
using AlignedFloats = std::unique_ptr<float[], AlignedDelete>;

/// Zeros. Throws std::bad_alloc where memory is short.
[[nodiscard]] inline AlignedFloats alignedFloats(std::size_t count) {
    auto* memory = static_cast<float*>(
        ::operator new[](count * sizeof(float) + kAlignment, std::align_val_t(kAlignment)));
    std::uninitialized_value_construct_n(memory, count);
    return AlignedFloats(memory);
}

} // namespace protomind
