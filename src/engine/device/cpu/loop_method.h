// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace protomind {

/// How fused loops are computed.
enum class LoopMethod {
    Jit,       ///< each becomes machine code of its own, where the processor and the system allow it
    NarrowJit, ///< the same for the vectors of AVX2, even where there are wider ones
    Kernels,   ///< vector kernels go over blocks, one instruction at a time: what is left without code
};

} // namespace protomind
