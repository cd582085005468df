// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/op.h"

#include <array>
#include <cstddef>

namespace protomind {

/// The vectorised inner loops, one for each elementwise op: the only home of such loops. All arrays have
/// count elements; a result may be one of its operands. Chosen once for the machine's instruction set (SSE2,
/// AVX2, AVX-512).
struct VectorKernels {
    using Unary = void (*)(const float* x, float* result, std::size_t count);
    using Binary = void (*)(const float* a, const float* b, float* result, std::size_t count);
    using Ternary = void (*)(const float* a, const float* b, const float* c, float* result,
                             std::size_t count);

    std::array<Unary, kOpCount> unary{};   ///< null where the op is not unary
    std::array<Binary, kOpCount> binary{}; ///< null where the op is not binary
    std::array<Ternary, kOpCount> ternary{};
    const char* instructionSet = "";
};

[[nodiscard]] const VectorKernels& vectorKernels();

} // namespace protomind
