// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/aligned.h"

#include <algorithm>
#include <limits>
#include <new>
#include <sys/mman.h>

namespace protomind {

namespace {

constexpr std::size_t kLargePage = std::size_t{2} << 20;

} // namespace

AlignedFloats uninitialisedFloats(std::size_t count) {
    if (count > std::numeric_limits<std::size_t>::max() / sizeof(float) - kLargePage)
        throw std::bad_alloc();
    const std::size_t wanted = count * sizeof(float) + kAlignment;
    const bool large = wanted >= kLargePage;
    const std::size_t alignment = large ? kLargePage : kAlignment;
    const std::size_t bytes = (wanted + kAlignment - 1) / kAlignment * kAlignment;
    void* memory = nullptr;
    if (posix_memalign(&memory, alignment, bytes) != 0)
        throw std::bad_alloc();
#if defined(MADV_HUGEPAGE)
    if (large)
        madvise(memory, bytes, MADV_HUGEPAGE); // without it pages are small, that is all
#endif
    return AlignedFloats(static_cast<float*>(memory));
}

AlignedFloats alignedFloats(std::size_t count) {
    AlignedFloats floats = uninitialisedFloats(count);
    std::fill_n(floats.get(), count, 0.0f);
    return floats;
}

} // namespace protomind
